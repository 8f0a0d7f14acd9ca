import type { Range } from './passages.ts'

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '”': '”',
  '„': '“”„',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '"': '"',
  '``': "''",
  "''": "''",
  '‘': '’',
  "'": "'"
}
const MARKS = /''|``|[“”„«»‹›「」『』"'‘’\n]/gu
const SINGLE = "'‘’"

/**
 * The parts of a text that stand in quotation marks, marks included, in order: typographic ones, straight ones, and those of typewriters
 * (``so''). A quotation that a paragraph leaves open ends with that paragraph, as one does that the next paragraph opens again.
 */
export function quotedRanges(text: string): Range[] {
  const ranges: Range[] = []
  let start = -1
  let closing = ''
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    if (start >= 0 && (mark === '\n' || (closing.includes(mark) && !opensWord(text, at, mark)))) {
      ranges.push({ start, end: mark === '\n' ? at : at + mark.length })
      start = -1
    } else if (start < 0 && CLOSING[mark] !== undefined && !closesWord(text, at, mark)) {
      start = at
      closing = CLOSING[mark]
    }
  }
  if (start >= 0) ranges.push({ start, end: text.length })
  return ranges
}

/** Single marks are apostrophes too: one behind a letter opens nothing, one before a letter closes nothing. */
function closesWord(text: string, at: number, mark: string): boolean {
  return SINGLE.includes(mark) && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
}

function opensWord(text: string, at: number, mark: string): boolean {
  return SINGLE.includes(mark) && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')
}

/** How many characters of a range lie in any of the ranges given, which are in order. */
export function covered(range: Range, ranges: readonly Range[]): number {
  let sum = 0
  for (const { start, end } of ranges) {
    if (start >= range.end) break
    sum += Math.max(0, Math.min(end, range.end) - Math.max(start, range.start))
  }
  return sum
}
