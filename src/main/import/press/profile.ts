import type { Line, PressText } from './lines.ts'

/** What a labelled field of an export says of its article. */
export type PressFieldName =
  | 'title'
  | 'authors'
  | 'publisher'
  | 'published'
  | 'section'
  | 'edition'
  | 'page'
  | 'wordCount'
  | 'documentId'
  | 'language'
  | 'url'

export interface PressField {
  name: PressFieldName
  /** The words of the field, without its label. */
  value: string
  /** Label and words as they stand there: the evidence. */
  detail: string
}

/** An article as a profile finds it among the lines of an export. */
export interface PressArticle {
  /** Its first line, and the one behind its last. */
  start: number
  end: number
  fields: PressField[]
  /** The lines of its text, in order: neither headline nor fields, and nothing that the database adds. */
  body: Line[]
  /** What a reader must know of the text, a sentence: that the export holds an abstract only. */
  notice?: string
}

/** What is known of one press database's exports. Pure: characters in, articles out. */
export interface PressProfile {
  /** The database's name as its users know it. */
  name: string
  /** Name and version of what extracts the text, such as `factiva/1`. */
  extractor: string
  /** What such an export always holds, whatever its language: a quick look, in linear time, before the lines are made. */
  signs: RegExp
  /**
   * The articles of an export, in order, without overlaps; none when it is no export of this database after all. The lines of one article alone give
   * the same article again.
   */
  articlesOf(text: PressText): PressArticle[]
}

/** A longer line is running text, whatever it begins with; and expressions for lines of a head may take time in the square of their length. */
export const LONGEST_HEAD_LINE = 400

/** A field with its label for evidence; null when nothing stands there, or more than any field has. */
export function field(name: PressFieldName, value: string, detail = value): PressField | null {
  const words = value.trim()
  return words === '' || words.length > LONGEST_FIELD ? null : { name, value: words, detail: detail.trim() }
}
const LONGEST_FIELD = 1_000

export function isField(value: PressField | null): value is PressField {
  return value !== null
}
