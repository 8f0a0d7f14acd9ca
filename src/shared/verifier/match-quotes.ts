import type { QuoteFragment } from './shown.ts'

/** Where the pages show a quote of the proof. */
export interface ShownQuote {
  page: number | null
  /** What the page shows in its place; null when it shows the quote, or nothing. */
  instead: string | null
}

export interface Matching {
  shown: ShownQuote[]
  /** Quotes on the pages that the proof doesn't hold. */
  extra: QuoteFragment[]
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
const NOTATION = /\[U\+([0-9A-F]{4,6})\]/g

/**
 * What is compared of a text: its characters in NFKC without white space and what has no shape. Codes that stand for
 * characters no font prints count as those characters.
 */
export function comparable(text: string): string {
  return withCharacters(text).replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
}

/**
 * What is compared of a text as pdf.js reads it. Of right-to-left text only letters and digits, as it reorders and mirrors
 * punctuation, and puts a mark on a word's last letter before the word.
 */
export function roughlyComparable(text: string): string {
  const normal = comparable(text)
  return RIGHT_TO_LEFT.test(normal) ? normal.replace(/[^\p{L}\p{N}]/gu, '') : normal
}

/** The letters, marks and digits of a text in NFKC, codes read as their characters. */
export function letters(text: string): string {
  return withCharacters(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

function withCharacters(text: string): string {
  const characters = text.replace(NOTATION, (code, digits: string) => {
    const point = parseInt(digits, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : code
  })
  return characters.normalize('NFKC')
}

/**
 * Matches the quotes of a proof with the quotes on the pages, one to one and in order. A quote may go on over pages. A
 * quote that differs is matched with what stands in its place, one that was taken out with nothing. `compared` gives what
 * counts of a text.
 */
export function matchQuotes(
  words: readonly string[],
  fragments: readonly QuoteFragment[],
  compared: (text: string) => string = comparable
): Matching {
  const wanted = words.map(compared)
  const found = fragments.map(({ text }) => compared(text))
  const shown: ShownQuote[] = []
  const extra: QuoteFragment[] = []
  let at = 0
  for (let i = 0; i < wanted.length;) {
    const length = matchLength(wanted[i]!, found, fragments, at)
    if (length > 0) {
      shown.push({ page: fragments[at]!.page, instead: null })
      at += length
      i++
    } else if (at >= found.length || (i + 1 < wanted.length && matchLength(wanted[i + 1]!, found, fragments, at) > 0)) {
      shown.push({ page: null, instead: null })
      i++
    } else if (at + 1 < found.length && matchLength(wanted[i]!, found, fragments, at + 1) > 0) {
      extra.push(fragments[at]!)
      at++
    } else {
      const count = goesOn(wanted[i]!, found, fragments, at) ? 2 : 1
      const instead = fragments
        .slice(at, at + count)
        .map(({ text }) => text)
        .join(' ')
      shown.push({ page: fragments[at]!.page, instead })
      at += count
      i++
    }
  }
  extra.push(...fragments.slice(at))
  return { shown, extra }
}

/** How many fragments from `at` on make up the text; 0 when they don't. */
function matchLength(
  wanted: string,
  found: readonly string[],
  fragments: readonly QuoteFragment[],
  at: number
): number {
  let text = ''
  for (let i = at; i < found.length; i++) {
    text += found[i]!
    if (text === wanted) return i - at + 1
    if (!wanted.startsWith(text) || !continues(fragments, i)) return 0
  }
  return 0
}

function goesOn(wanted: string, found: readonly string[], fragments: readonly QuoteFragment[], at: number): boolean {
  return found[at] !== '' && wanted.startsWith(found[at]!) && continues(fragments, at)
}

function continues(fragments: readonly QuoteFragment[], at: number): boolean {
  const next = fragments[at + 1]
  return fragments[at]!.last && next !== undefined && next.first && next.page === fragments[at]!.page + 1
}
