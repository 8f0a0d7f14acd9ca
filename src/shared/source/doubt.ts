import type { Found, SourceMetadata } from './source.ts'

/** Below this a found value is shown for confirmation. */
export const LOW_CONFIDENCE = 0.6

/** What a citation prints of a source, by the words that people have for it. */
export const CITED_FIELDS = ['title', 'authors', 'publisher', 'published'] as const
export type CitedField = (typeof CITED_FIELDS)[number]

const WORDS: Record<CitedField, string> = {
  title: 'headline',
  authors: 'authors',
  publisher: 'publisher',
  published: 'date'
}

/** True for a value that was found, that isn't sure, and that nobody has confirmed. */
export function isDoubtful({ value, evidence, confidence, confirmed }: Found<unknown>): boolean {
  return value !== null && confirmed !== true && evidence?.from !== 'user' && confidence < LOW_CONFIDENCE
}

/** The values of a source that a citation prints and that are doubtful. */
export function doubtfulFields(metadata: Pick<SourceMetadata, CitedField>): CitedField[] {
  return CITED_FIELDS.filter((field) => isDoubtful(metadata[field]))
}

/** Fields as words of a sentence: `the headline, the authors and the date`. */
export function fieldWords(fields: readonly CitedField[]): string {
  const words = fields.map((field) => `the ${WORDS[field]}`)
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`
}
