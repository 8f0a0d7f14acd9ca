import type { Evidence, Found, SourceMetadata } from '../../../shared/source/source.ts'
import { formatDate, formatLanguage, formatMoment } from '../../ui/format.ts'

export type FieldName = keyof SourceMetadata
/** The value of a field: words, a date, a language tag, an address; or names. */
export type Value = string | string[]
type Kind = 'words' | 'names' | 'date' | 'language' | 'address'

interface Field {
  label: string
  kind: Kind
}

/** The fields of a source's metadata in the order in which they are shown. */
export const FIELDS: Readonly<Record<FieldName, Field>> = {
  title: { label: 'Title', kind: 'words' },
  authors: { label: 'Authors', kind: 'names' },
  publisher: { label: 'Publisher', kind: 'words' },
  published: { label: 'Published', kind: 'date' },
  modified: { label: 'Modified', kind: 'date' },
  retrieved: { label: 'Retrieved', kind: 'date' },
  url: { label: 'Address', kind: 'address' },
  canonicalUrl: { label: 'Canonical address', kind: 'address' },
  section: { label: 'Section', kind: 'words' },
  edition: { label: 'Edition', kind: 'words' },
  page: { label: 'Page', kind: 'words' },
  wordCount: { label: 'Words', kind: 'words' },
  documentId: { label: 'Document number', kind: 'words' },
  agencies: { label: 'Agencies', kind: 'names' },
  language: { label: 'Language', kind: 'language' }
}
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[]

const DATES: Partial<Record<FieldName, string>> = {
  published: 'date of publication',
  modified: 'date of the change',
  retrieved: 'date of the copy'
}

/** What the field is called in which a new value is entered. */
export function newLabel(name: FieldName): string {
  return `New ${DATES[name] ?? FIELDS[name].label.toLowerCase()}`
}

/** What a source should have: without a value these are shown all the same. */
const EXPECTED: ReadonlySet<FieldName> = new Set<FieldName>(['title', 'authors', 'publisher', 'published', 'language'])

export const HINTS: Readonly<Record<Kind, string | undefined>> = {
  words: undefined,
  names: 'Several with a semicolon between them',
  date: 'As 2031-03-04, 2031-03 or 2031',
  language: 'A language tag such as en or nb',
  address: 'As https://paper.example/article'
}

/** A value as it is edited. */
export function textOf(value: Value): string {
  return typeof value === 'string' ? value : value.join('; ')
}

/** A value as it is read. */
export function shownOf(field: FieldName, value: Value): string {
  if (typeof value !== 'string') return value.join(', ')
  const { kind } = FIELDS[field]
  if (kind === 'language') return formatLanguage(value)
  if (kind !== 'date') return value
  return field === 'retrieved' && value.includes('T') ? formatMoment(value) : formatDate(value, 'long')
}

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/

/** True for a day, a month or a year of ISO 8601, or a time with its offset, that the calendar has. */
export function isDate(text: string): boolean {
  const [, year, month = '01', day = '01', time = 'T00:00Z'] = ISO.exec(text) ?? []
  if (year === undefined) return false
  const start = new Date(`${year}-${month}-${day}T00:00Z`)
  return start.getUTCDate() === Number(day) && !Number.isNaN(Date.parse(`${year}-${month}-${day}${time}`))
}

/** A list of names as it is edited, semicolons between them. */
export function namesOf(text: string): string[] {
  return text
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)
}

/** What an edited text means, null when nothing is left of it; or a sentence that says why it can't be taken. */
export function parseField(field: FieldName, edited: string): { value: Value | null } | { problem: string } {
  const text = edited.trim()
  const { kind } = FIELDS[field]
  if (text === '') return { value: null }
  if (kind === 'names') {
    const names = namesOf(text)
    return { value: names.length === 0 ? null : names }
  }
  if (kind === 'date' && !isDate(text)) {
    return {
      problem: ISO.test(text)
        ? `The calendar has no ${text}. Check the month and the day.`
        : `“${text}” can’t be read as a date. Write a day as 2031-03-04, a month as 2031-03, a year as 2031.`
    }
  }
  if (kind === 'language' && !isLanguage(text)) {
    return {
      problem: `“${text}” is no language tag. Write en for English, nb for Norwegian, de-AT for Austrian German.`
    }
  }
  return { value: text }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** How sure one can be of a value. Below 0.6 the library asks for a look. */
export type Sureness = 'confirmed' | 'sure' | 'likely' | 'doubtful' | 'missing'
export const SURENESS_WORDS: Record<Exclude<Sureness, 'missing'>, string> = {
  confirmed: '✓ confirmed',
  sure: '✓ sure',
  likely: '~ likely',
  doubtful: '? doubtful'
}

export function surenessOf({ value, evidence, confidence, confirmed }: Found<Value>): Sureness {
  if (confirmed === true || evidence?.from === 'user') return 'confirmed'
  if (value === null) return 'missing'
  return confidence >= 0.8 ? 'sure' : confidence >= 0.6 ? 'likely' : 'doubtful'
}

/** The other values that were found, each once. */
export function othersOf({ value, alternatives }: Found<Value>): { value: Value; evidence: Evidence }[] {
  const seen = new Set(value === null ? [] : [textOf(value)])
  return alternatives.filter((other) => {
    const text = textOf(other.value)
    return !seen.has(text) && seen.add(text)
  })
}

/** True when somebody should look at a field before relying on it. */
export function wantsLook(field: FieldName, found: Found<Value>): boolean {
  const sureness = surenessOf(found)
  if (sureness === 'missing') return field === 'title' || field === 'published' || found.alternatives.length > 0
  return sureness === 'doubtful'
}

/** The fields to show: those that want a look first when asked for, then the rest; and those of which nothing is known. */
export function arrangeFields(
  metadata: SourceMetadata,
  doubtfulFirst: boolean
): { shown: FieldName[]; empty: FieldName[] } {
  const isEmpty = (name: FieldName): boolean =>
    !EXPECTED.has(name) && metadata[name].value === null && metadata[name].alternatives.length === 0
  const shown = FIELD_NAMES.filter((name) => !isEmpty(name))
  const first = doubtfulFirst ? shown.filter((name) => wantsLook(name, metadata[name])) : []
  return {
    shown: [...first, ...shown.filter((name) => !first.includes(name))],
    empty: FIELD_NAMES.filter(isEmpty)
  }
}

const PLACES: Record<string, string> = {
  'json-ld': 'the page’s JSON-LD',
  meta: 'a meta tag of the page',
  link: 'a link in the page’s head',
  microdata: 'the page’s microdata',
  time: 'a time element of the page',
  byline: 'the byline',
  dateline: 'the dateline',
  heading: 'the heading',
  title: 'the page’s title',
  'front-matter': 'the front matter',
  header: 'a header line',
  url: 'the address',
  text: 'the text',
  'file-name': 'the name of the file',
  properties: 'the document’s properties',
  container: 'what the file was wrapped in',
  reference: 'a reference manager’s export',
  user: 'you',
  merge: 'the other copy of the case'
}

/** Where a value was found, in words: `from the page’s JSON-LD`. */
export function evidenceWords({ from }: Evidence): string {
  return `from ${PLACES[from] ?? from}`
}
