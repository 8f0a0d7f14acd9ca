import type { ExportInput } from './input.ts'

/** The language of what names none, as that of a new brief is. */
const LANGUAGE = 'en'

/**
 * An export's input without what no format can write: halves of surrogate pairs become U+FFFD, in texts that keep their length
 * and hash; a title or author in which nothing shows is none; what isn't a tag of a language is dropped, and a brief without one is taken for
 * English, as the words that Dossier adds are.
 */
export function printable(input: ExportInput): ExportInput {
  const { brief, sources } = input
  return {
    ...input,
    case: wellFormed(input.case),
    brief: {
      ...wellFormed(brief),
      title: seenOrNone(brief.title.toWellFormed()),
      author: seenOrNone(brief.author.toWellFormed()),
      language: languageTag(brief.language) ?? LANGUAGE
    },
    sources: sources.map(({ source, ...rest }) => {
      const { metadata, ...record } = source
      const language = { ...metadata.language, value: languageTag(metadata.language.value) }
      return { ...wellFormed(rest), source: { ...wellFormed(record), metadata: wellFormed({ ...metadata, language }) } }
    }),
    quotes: wellFormed(input.quotes),
    check: wellFormed(input.check)
  }
}

function seenOrNone(text: string): string {
  return isSeen(text) ? text : ''
}

/** A value of plain data whose texts have no half of a surrogate pair: each becomes U+FFFD. Itself where it has none. */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed() as T
  if (Array.isArray(value)) return value.every(isWellFormed) ? value : (value.map(wellFormed) as T)
  if (typeof value !== 'object' || value === null || Object.values(value).every(isWellFormed)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wellFormed(each as unknown)])) as T
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Array.isArray(value) ? value.every(isWellFormed) : Object.values(value).every(isWellFormed)
}

/** A language tag in the form of BCP 47, also written as systems write it (`de_AT`); null for what is none. */
export function languageTag(written: string | null): string | null {
  const tag = written?.trim().replaceAll('_', '-') ?? ''
  // A language's name has the form of a tag, as tags of up to eight letters were once kept for later use.
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Whether a text has anything to see. */
export function isSeen(text: string): boolean {
  return /[^\s\p{Default_Ignorable_Code_Point}\p{C}]/u.test(text)
}

/** A text of at most so many UTF-16 units, with an ellipsis where it was cut. */
export function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
}
