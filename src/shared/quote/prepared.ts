import { fold, type Folded } from './fold.ts'

/** A half-open range of UTF-16 offsets. */
export interface Range {
  start: number
  end: number
}

/** A text made ready for many verifications. Make it once for each text and keep it. */
export interface PreparedText {
  readonly text: string
  /** Made when first needed: a verbatim quote never needs it. */
  readonly form: Folded
}

/** Where the words were taken from, as far as that is known. */
export interface VerifyHint {
  /** UTF-16 offset. */
  start?: number
  prefix?: string
  suffix?: string
}

/** Makes a text ready for verification. */
export function prepareText(text: string): PreparedText {
  let form: Folded | null = null
  return {
    text,
    get form(): Folded {
      form ??= fold(text)
      return form
    }
  }
}

/** More occurrences than this are of words too common to need the best of them. */
const MOST_OCCURRENCES = 2000

/** Where words stand in a text, overlapping ones too; within `[from, to)` when given. */
export function occurrences(text: string, words: string, from = 0, to = text.length): Range[] {
  const found: Range[] = []
  const window = from === 0 && to === text.length ? text : text.slice(from, to)
  for (let i = window.indexOf(words); i !== -1 && found.length < MOST_OCCURRENCES; i = window.indexOf(words, i + 1)) {
    found.push({ start: from + i, end: from + i + words.length })
  }
  return found
}
