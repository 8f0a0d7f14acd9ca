import type { SourceMetadata } from '../../../shared/source/source.ts'
import { dayOf, findDates, readDate } from './dates.ts'
import type { Given } from '../extracted/extracted.ts'
import { choose, withCandidate, type Candidate } from './found.ts'
import { WEEKDAY, type CreditLine } from './credits.ts'
import type { FieldName } from './fields.ts'
import { isOutlet, isPerson } from './names.ts'
import { cleanName, readNames } from './bylines.ts'
import { hasSlot, isPlaceholder } from './placeholder.ts'
import { normaliseForMatch, oneLine } from '../extracted/wording.ts'

/** Everything that was seen of an article's metadata, before one value of each wins. */
export interface Findings {
  title: Candidate<string>[]
  authors: Candidate<string[]>[]
  publisher: Candidate<string>[]
  published: Candidate<string>[]
  modified: Candidate<string>[]
  retrieved: Candidate<string>[]
  url: Candidate<string>[]
  canonicalUrl: Candidate<string>[]
  language: Candidate<string>[]
  section: Candidate<string>[]
  edition: Candidate<string>[]
  page: Candidate<string>[]
  wordCount: Candidate<string>[]
  documentId: Candidate<string>[]
  agencies: Candidate<string[]>[]
}

export function noFindings(): Findings {
  return {
    title: [],
    authors: [],
    publisher: [],
    published: [],
    modified: [],
    retrieved: [],
    url: [],
    canonicalUrl: [],
    language: [],
    section: [],
    edition: [],
    page: [],
    wordCount: [],
    documentId: [],
    agencies: []
  }
}

const sameWords = (a: string, b: string): boolean => normaliseForMatch(a) === normaliseForMatch(b)
const sameNames = (a: readonly string[], b: readonly string[]): boolean => sameWords(a.join(' '), b.join(' '))
const sameDay = (a: string, b: string): boolean => dayOf(a) === dayOf(b)
const sameTag = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Makes metadata of what was seen; what a template left unfilled is no value. A publication date never comes from a modification date. */
export function toMetadata(findings: Findings): SourceMetadata {
  const filled = (list: readonly Candidate<string>[]): Candidate<string>[] =>
    list.filter(({ value }) => !isPlaceholder(value))
  const named = <T extends string | string[]>(list: readonly Candidate<T>[]): Candidate<T>[] =>
    list.filter(({ value }) => ![value].flat().some(hasSlot))
  return {
    title: choose(filled(findings.title), sameWords),
    authors: choose(named(findings.authors), sameNames),
    publisher: choose(named(findings.publisher), sameWords),
    published: choose(findings.published, sameDay),
    modified: choose(findings.modified, sameDay),
    retrieved: choose(findings.retrieved, sameDay),
    url: choose(filled(findings.url)),
    canonicalUrl: choose(filled(findings.canonicalUrl)),
    language: choose(findings.language, sameTag),
    section: choose(named(findings.section), sameWords),
    edition: choose(findings.edition, sameWords),
    page: choose(findings.page, sameWords),
    wordCount: choose(findings.wordCount),
    documentId: choose(findings.documentId, sameTag),
    agencies: choose(findings.agencies, sameNames)
  }
}

/** Adds what is known from outside the document to what it says itself. */
export function withGiven(metadata: SourceMetadata, given: readonly Given[]): SourceMetadata {
  return given.reduce((known, { from, detail, confidence, ...values }) => {
    const text = (name: GivenField, same?: (a: string, b: string) => boolean): SourceMetadata['title'] => {
      const value = values[name]?.trim()
      return value ? withCandidate(known[name], { value, from, detail, confidence }, same) : known[name]
    }
    const authors = values.authors?.filter((name) => name.trim() !== '') ?? []
    return {
      ...known,
      title: text('title', sameWords),
      authors:
        authors.length > 0
          ? withCandidate(known.authors, { value: authors, from, detail, confidence }, sameNames)
          : known.authors,
      publisher: text('publisher', sameWords),
      published: text('published', sameDay),
      modified: text('modified', sameDay),
      retrieved: text('retrieved', sameDay),
      url: text('url'),
      language: text('language', sameTag),
      section: text('section', sameWords),
      edition: text('edition', sameWords),
      page: text('page', sameWords)
    }
  }, metadata)
}

type GivenField = Exclude<keyof Given, 'from' | 'detail' | 'confidence' | 'authors'>

/** Adds what a credit line says. `sure` scales the confidence: 1 directly under the headline, less elsewhere. */
export function addCredit(findings: Findings, credit: CreditLine, line: string, sure: number, from?: string): void {
  const detail = oneLine(line)
  const place = from ?? (credit.byline ? 'byline' : 'dateline')
  for (const date of credit.dates) {
    if (date.role === 'retrieved') continue
    const list = date.role === 'modified' ? findings.modified : findings.published
    const confidence = (date.role === 'published' ? 0.95 : 0.9) * sure * (date.certain ? 1 : 0.65)
    list.push({ value: date.day, from: place, detail, confidence })
    if (date.other !== null) list.push({ value: date.other, from: place, detail, confidence: confidence * 0.6 })
  }
  if (credit.people.length > 0) {
    findings.authors.push({ value: credit.people, from: 'byline', detail, confidence: 0.93 * sure })
  }
  for (const outlet of credit.outlets) addPublisher(findings, outlet, place, detail, 0.88 * sure)
  for (const name of credit.undecided) {
    const isNamed = credit.people.length > 0
    if (!isNamed) findings.authors.push({ value: [name], from: place, detail, confidence: 0.5 * sure })
    findings.publisher.push({ value: name, from: place, detail, confidence: (isNamed ? 0.6 : 0.3) * sure })
  }
}

/** `ITV Report` gives `ITV`, with the words as written among the alternatives. */
export function addPublisher(findings: Findings, name: string, from: string, detail: string, confidence: number): void {
  const short = /^(.{2,}?)\s+(?:Report|staff|Staff|STAFF)$/u.exec(name)?.[1]
  if (short === undefined) {
    findings.publisher.push({ value: name, from, detail, confidence })
    return
  }
  findings.publisher.push(
    { value: short, from, detail, confidence },
    { value: name, from, detail, confidence: confidence - 0.05 }
  )
}

/** Adds the value of a named field; false when the value can't be one of that field. */
export function addField(
  findings: Findings,
  field: FieldName,
  value: string,
  from: string,
  line: string,
  dayFirst = true
): boolean {
  const detail = oneLine(line)
  switch (field) {
    case 'title':
      if (value === '') return false
      findings.title.push({
        value: oneLine(value).replace(/^(?:fwd?|aw|re|wg):\s*/i, ''),
        from,
        detail,
        confidence: 0.96
      })
      return true
    case 'authors':
      return addAuthors(findings, value, from, detail)
    case 'publisher': {
      const name = publisherIn(value, dayFirst)
      if (name === '') return false
      if (/^https?:\/\//i.test(name)) return addField(findings, 'url', name, from, line)
      addPublisher(findings, name, from, detail, 0.95)
      for (const date of findDates(value, dayFirst).slice(0, 1))
        findings.published.push({ value: date.day, from, detail, confidence: 0.7 })
      return true
    }
    case 'published':
    case 'retrieved':
    case 'modified': {
      const date = readDate(value, dayFirst)
      if (date === null) return false
      findings[field].push({ value: date, from, detail, confidence: 0.96 })
      return true
    }
    case 'section': {
      const name = oneLine(value).replace(/\s*[;,(]\s*(?:pg?|pages?|s|seite)\b.*$/iu, '')
      if (name !== '' && name.length <= 60) findings.section.push({ value: name, from, detail, confidence: 0.9 })
      return true
    }
    case 'url': {
      const url = webAddress(value)
      if (url === null) return false
      findings.url.push({ value: url, from, detail, confidence: 0.96 })
      return true
    }
    case 'language':
      if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(value)) return true
      findings.language.push({ value: value.replaceAll('_', '-'), from, detail, confidence: 0.95 })
      return true
    default:
      return true
  }
}

function addAuthors(findings: Findings, words: string, from: string, detail: string): boolean {
  // A named field may put the last name first, as a library does.
  const value = words
    .split(/\s*;\s*/)
    .map(firstNameFirst)
    .join('; ')
  const { people, outlets } = readNames(value.replace(/<[^>]*>/g, ' ').replace(/["“”]/g, ''))
  if (people.length === 0 && outlets.length === 0) return cleanName(value) === null && value !== ''
  // Behind a person's name what isn't a person's name is a place or a desk.
  const writers = people.filter((name, index) => index === 0 || isPerson(name))
  if (writers.length > 0) findings.authors.push({ value: writers, from, detail, confidence: 0.96 })
  for (const outlet of outlets) addPublisher(findings, outlet, from, detail, 0.7)
  return true
}

function firstNameFirst(name: string): string {
  const [, last, first] =
    /^(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?),\s(\p{Lu}[\p{L}’'-]+\.?(?:\s\p{Lu}\.?)?)$/u.exec(name.trim()) ?? []
  return last === undefined || first === undefined || isOutlet(last) || isOutlet(first) ? name : `${first} ${last}`
}

/** `Northern Courier, 4 March 2031` and `Northern Courier (Sollen)` without what isn't the name. */
function publisherIn(value: string, dayFirst: boolean): string {
  const date = findDates(value, dayFirst)[0]
  const before = date
    ? value.slice(0, date.start).replace(new RegExp(`[\\s,.;:|–-]*(?:${WEEKDAY.source})?[\\s,.;:|–-]*$`, 'iu'), '')
    : value
  const parts = oneLine(before === '' ? value : before)
    .replace(/\s*\(.*\)\s*$/u, '')
    .split(/\s*[|·•;]\s*|\s+[-–—]\s+|\s*,\s*/u)
    .filter((part) => part !== '' && readDate(part, dayFirst) === null && !/^\d+$/.test(part))
  return parts.find(isOutlet) ?? parts[0] ?? ''
}

/** An absolute http or https address, without a fragment; null for anything else. */
export function webAddress(value: string): string | null {
  try {
    const url = new URL(value.trim().replace(/^<|>$/g, ''))
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
    url.hash = ''
    return url.href
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
