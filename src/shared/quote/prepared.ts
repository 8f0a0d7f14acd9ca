import { fold, hasLineHyphens, type Folded, type FoldedNote, type LineHyphens } from './fold.ts'
import { foldByRules1 } from './fold-rules-1.ts'
import { QUOTE_RULES, type QuoteRules } from './rules.ts'

/** A half-open range of UTF-16 offsets. */
export interface Range {
  start: number
  end: number
}

/** A text made ready for many verifications. Make it once for each text and keep it. */
export interface PreparedText {
  readonly text: string
  /** The rules by which quotes are compared with it. */
  readonly rules: QuoteRules
  /** Made when first needed: a verbatim quote never needs it. */
  readonly form: Folded
  /** The same in lower case, offset by offset. */
  readonly lower: string
  /** All ways to read it: more than one where lines end with hyphens. */
  readonly readings: readonly Folded[]
}

/** Where the words were taken from, as far as that is known. */
export interface VerifyHint {
  /** UTF-16 offset. */
  start?: number
  prefix?: string
  suffix?: string
}

const WAYS: readonly LineHyphens[] = ['spaced', 'kept', 'joined']

/** Makes a text ready for verification, by today's rules unless others are asked for. */
export function prepareText(text: string, rules: QuoteRules = QUOTE_RULES): PreparedText {
  let form: Folded | null = null
  let lower: string | null = null
  let readings: readonly Folded[] | null = null
  return {
    text,
    rules,
    get form(): Folded {
      form ??= rules === 1 ? foldByRules1(text) : fold(text)
      return form
    },
    get lower(): string {
      lower ??= lowerCase(this.form.folded)
      return lower
    },
    get readings(): readonly Folded[] {
      readings ??= rules === 1 || !hasLineHyphens(text) ? [this.form] : [this.form, ...others(text)]
      return readings
    }
  }
}

function others(text: string): Folded[] {
  return WAYS.slice(1).map((way) => fold(text, way))
}

/** Lower case that keeps every offset: the few letters whose lower case is longer stay as they are. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from({ length: text.length }, (_, i) => {
    const letter = text[i]!.toLowerCase()
    return letter.length === 1 ? letter : text[i]!
  }).join('')
}

/** Quoted words, folded, without white space at their ends, and the marks of notes among them. */
export interface FoldedWords {
  readonly form: string
  readonly notes: readonly FoldedNote[]
}

/** The comparison forms of quoted words, without white space at their ends, by the rules of a text: one for each way to read them. */
export function foldedWords(words: string, { rules }: Pick<PreparedText, 'rules'>): FoldedWords[] {
  if (rules === 1) return [trimmed(foldByRules1(words))]
  const ways = hasLineHyphens(words) ? WAYS : WAYS.slice(0, 1)
  return ways.map((way) => trimmed(fold(words, way)))
}

function trimmed({ folded, notes }: Folded): FoldedWords {
  const lead = folded.length - folded.trimStart().length
  return { form: folded.trim(), notes: notes.map((note) => ({ ...note, at: note.at - lead })) }
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
