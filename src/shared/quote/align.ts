import type { Range } from './prepared.ts'
import { wordSegments } from './words.ts'

/** What it costs that a word of one side isn't on the other. Two such cost more than one word in another's place. */
const ABSENT = 0.7
/** Words at either end of a long quote by which its ends are found. */
const AT_ENDS = 24
/** Words of quote and text together that are compared as wholes. */
const MOST_CELLS = 60_000

interface Word extends Range {
  text: string
}

/** A quote's place in a window of text, by its words and those around it. */
export interface Aligned extends Range {
  /** Shares of the words before and behind the quote that stand there; null where none are known. */
  before: number | null
  after: number | null
}

/**
 * Where quoted words stand in a window of text that has them with changes: words of the quote and of its surroundings are
 * aligned with the window's, so that the surroundings tell where a changed end lies. All of it folded and in lower case.
 * Null when no word of the quote has a counterpart.
 */
export function align(window: string, quoted: string, prefix: string, suffix: string): Aligned | null {
  const text = wordsOf(window)
  const quote = wordsOf(quoted)
  // A prefix and a suffix may be cut within a word.
  const before = wordsOf(prefix).slice(/^[\p{L}\p{N}]/u.test(prefix) ? 1 : 0)
  const after = wordsOf(suffix).slice(0, /[\p{L}\p{N}]$/u.test(suffix) ? -1 : undefined)
  if (quote.length === 0 || text.length === 0) return null
  if ((before.length + quote.length + after.length) * text.length <= MOST_CELLS) {
    return placed(window, text, quoted, [...before, ...quote, ...after], before.length, quote.length)
  }
  const room = 2 * (AT_ENDS + before.length + after.length)
  const head = placed(
    window,
    text.slice(0, room),
    quoted,
    [...before, ...quote.slice(0, AT_ENDS)],
    before.length,
    AT_ENDS
  )
  const tail = placed(window, text.slice(-room), quoted, [...quote.slice(-AT_ENDS), ...after], 0, AT_ENDS)
  return head && tail && head.start < tail.end
    ? { start: head.start, end: tail.end, before: head.before, after: tail.after }
    : null
}

function wordsOf(text: string): Word[] {
  return Array.from(wordSegments(text)).flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ text: segment, start: index, end: index + segment.length }] : []
  )
}

function placed(
  window: string,
  text: Word[],
  quoted: string,
  pattern: Word[],
  from: number,
  length: number
): Aligned | null {
  const to = from + length
  const partners = counterparts(text, pattern)
  const own = partners.slice(from, to).filter((partner) => partner !== null)
  if (own.length === 0) return null
  const share = (first: number, last: number): number | null => {
    if (first >= last) return null
    let found = 0
    for (let i = first; i < last; i++) {
      const partner = partners[i]
      if (partner != null && likeness(pattern[i]!.text, text[partner]!.text) >= 0.6) found++
    }
    return found / (last - first)
  }
  return {
    ...withPunctuation(window, quoted, { start: text[own[0]!]!.start, end: text[own.at(-1)!]!.end }),
    before: share(0, from),
    after: share(to, pattern.length)
  }
}

/** For each word of the pattern the place of its counterpart in the text, words that the text has at its ends apart. */
function counterparts(text: Word[], pattern: Word[]): (number | null)[] {
  const columns = text.length + 1
  const costs = new Float32Array((pattern.length + 1) * columns)
  const known = new Map<string, number>()
  const cost = (a: string, b: string): number => {
    if (a === b) return 0
    const key = `${a}\n${b}`
    let value = known.get(key)
    if (value === undefined) known.set(key, (value = Math.min(1, 1.3 * (1 - likeness(a, b)))))
    return value
  }
  for (let i = 1; i <= pattern.length; i++) {
    costs[i * columns] = i * ABSENT
    for (let j = 1; j < columns; j++) {
      const last = i === pattern.length
      costs[i * columns + j] = Math.min(
        costs[(i - 1) * columns + j - 1]! + cost(pattern[i - 1]!.text, text[j - 1]!.text),
        costs[(i - 1) * columns + j]! + ABSENT,
        costs[i * columns + j - 1]! + (last ? 0 : ABSENT)
      )
    }
  }
  const partners: (number | null)[] = Array.from(pattern, () => null)
  let [i, j] = [pattern.length, text.length]
  while (i > 0) {
    const here = costs[i * columns + j]!
    const left = j > 0 ? costs[i * columns + j - 1]! + (i === pattern.length ? 0 : ABSENT) : Infinity
    const diagonal =
      j > 0 ? costs[(i - 1) * columns + j - 1]! + cost(pattern[i - 1]!.text, text[j - 1]!.text) : Infinity
    if (Math.abs(here - diagonal) < 1e-4) {
      partners[--i] = --j
    } else if (Math.abs(here - left) < 1e-4) j--
    else i--
  }
  return partners
}

/** Words of fewer letters are the same or others. */
const LEAST_LETTERS = 4

/** Share of the letters that two words have in common; 0 for words that neither begin nor end alike. */
function likeness(a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  const shortest = Math.min(a.length, b.length)
  if (shortest < LEAST_LETTERS || shortest * 2 < longest || (a[0] !== b[0] && a.at(-1) !== b.at(-1))) return 0
  return 1 - editDistance(a, b) / longest
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}

/** The range with as many signs at its ends as the quote has there. */
function withPunctuation(window: string, quoted: string, { start, end }: Range): Range {
  const isSign = (character: string | undefined): boolean =>
    character !== undefined && /[^\s\p{L}\p{N}]/u.test(character)
  for (let i = 0; i < quoted.length && isSign(quoted[i]) && isSign(window[start - 1]); i++) start--
  for (let i = quoted.length; i > 0 && isSign(quoted[i - 1]) && isSign(window[end]); i--) end++
  return { start, end }
}
