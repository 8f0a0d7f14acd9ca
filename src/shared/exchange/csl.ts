import { sourceTitle, type Source } from '../source/source.ts'

/** A date of CSL-JSON: year, month, day as far as they are known, or the words as found. */
export type CslDate = { 'date-parts': [[number, number?, number?]] } | { literal: string }

/**
 * A source as an item of CSL-JSON, which reference managers read
 * (https://github.com/citation-style-language/schema, `csl-data.json` of 1.0.2).
 */
export interface CslItem {
  id: string
  type: 'article-newspaper' | 'webpage' | 'report' | 'book' | 'document'
  title: string
  author?: { literal: string }[]
  'container-title'?: string
  publisher?: string
  issued?: CslDate
  accessed: CslDate
  URL?: string
  section?: string
  edition?: string
  page?: string
  archive_location?: string
  language?: string
  note: string
}

/** Files that are documents of their own rather than pages or articles. */
const DOCUMENTS =
  /^application\/(?:pdf|msword|rtf|vnd\.openxmlformats-officedocument\..*|vnd\.oasis\.opendocument\..*)$/

/**
 * Makes a source a CSL-JSON item. Names stay whole (`literal`): which part of one is the family's can't be told for sure.
 * `accessed` is the day on which the copy was saved, else that of the import in UTC; `note` holds the source's key and the SHA-256 of its original.
 */
export function toCslItem(source: Source): CslItem {
  const { authors, publisher, published, retrieved, url, language, section, edition, page, documentId } =
    source.metadata
  const names = (authors.value ?? []).filter((name) => name.trim() !== '')
  const type = itemType(source)
  const publishes = type === 'report' || type === 'book' ? 'publisher' : 'container-title'
  return {
    id: source.key,
    type,
    title: sourceTitle(source),
    ...(names.length > 0 ? { author: names.map((literal) => ({ literal })) } : {}),
    ...(publisher.value === null ? {} : { [publishes]: publisher.value }),
    ...(published.value === null ? {} : { issued: toCslDate(published.value) }),
    accessed: toCslDate(retrieved.value ?? source.importedAt),
    ...(url.value === null ? {} : { URL: url.value }),
    ...(section.value === null ? {} : { section: section.value }),
    ...(edition.value === null ? {} : { edition: edition.value }),
    ...(page.value === null ? {} : { page: page.value }),
    ...(documentId.value === null ? {} : { archive_location: documentId.value }),
    ...(language.value === null ? {} : { language: language.value }),
    // A redacted source has no hash.
    note:
      source.original.sha256 === '' ? source.key : `${source.key}; SHA-256 of the original: ${source.original.sha256}`
  }
}

/**
 * What a source is, as far as it is known: a document without a newspaper's marks (section, agency) is a report; what an
 * outlet published on a date is an article; else what has an address is a page.
 */
function itemType({ original, metadata }: Source): CslItem['type'] {
  const { publisher, published, url, section, agencies } = metadata
  if (original.mediaType === 'application/epub+zip') return 'book'
  if (DOCUMENTS.test(original.mediaType) && section.value === null && agencies.value === null) return 'report'
  if (publisher.value !== null && (published.value !== null || url.value === null)) return 'article-newspaper'
  return url.value !== null ? 'webpage' : 'document'
}

/** The day, month or year at the start of an ISO 8601 date; whatever isn't one is kept as it is written. */
export function toCslDate(date: string): CslDate {
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:T.*)?$/.exec(date)
  if (!match) return { literal: date }
  const [year, month, day] = match.slice(1).map((part: string | undefined) => (part ? Number(part) : undefined))
  if (month === undefined) return { 'date-parts': [[year!]] }
  return { 'date-parts': [day === undefined ? [year!, month] : [year!, month, day]] }
}
