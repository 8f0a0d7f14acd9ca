import { countWords, wordEnds } from './difference.ts'
import { occurrences, type Range } from './prepared.ts'
import { UNSPACED } from './regions.ts'

/** Words in a row that mark a passage as related however much the rest differs. */
const RUN = 5
/** Characters of the source that may stand between the pieces of a quote that left them out. */
const MOST_BETWEEN = 2000
/** A piece of fewer words, or of fewer characters where words aren't spaced, stands anywhere. */
const LEAST_PIECE = 3
/** Pieces of a quote that are tried. */
const MOST_PIECES = 4

/**
 * Where the whole of a pattern stands in a few pieces, one behind the other: sentences that were joined although others stand between them. Null when it doesn't.
 */
export function inPieces(pattern: string, text: string): Range | null {
  for (const place of piece(pattern, text, 0).places) {
    let at = 0
    let end = -1
    for (let i = 0; i < MOST_PIECES; i++) {
      const { length, places } = piece(pattern, text, at)
      const next = i === 0 ? place : places.find((from) => from >= end && from - end <= MOST_BETWEEN)
      if (length === 0 || next === undefined) break
      at += length
      end = next + length
      if (at >= pattern.length) return { start: place, end }
      if (pattern[at] === ' ') at++
    }
  }
  return null
}

/** The longest beginning of the rest of a pattern that stands in the text, in whole words, and where. */
function piece(pattern: string, text: string, from: number): { length: number; places: number[] } {
  const rest = pattern.slice(from)
  const cuts = [...wordEnds(rest)].filter(
    (end) => !/^[\p{L}\p{N}]/u.test(rest.slice(end)) || UNSPACED.test(rest[end] ?? '')
  )
  // With what stands behind the word, such as a full stop, where that stands there too.
  const all = [...new Set(cuts.flatMap((end) => [end, end + /^\S*/.exec(rest.slice(end))![0].length]))].sort(
    (a, b) => a - b
  )
  let low = -1
  let high = all.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (text.includes(rest.slice(0, all[middle]))) low = middle
    else high = middle - 1
  }
  const length = low < 0 ? 0 : all[low]!
  const isWhole = from === 0 && length === rest.length
  if (length === 0 || (!isWhole && countWords(rest.slice(0, length)) < LEAST_PIECE)) return { length: 0, places: [] }
  return { length, places: occurrences(text, rest.slice(0, length)).map(({ start }) => start) }
}

export interface Run {
  /** In the text, and where it begins in the pattern. */
  text: Range
  offset: number
}

/** The longest run of at least `RUN` words of the pattern that stands in the text; null when there is none. */
export function commonRun(pattern: string, text: string): Run | null {
  const words = [...pattern.matchAll(/\S+/g)]
  let best: Run | null = null
  let i = 0
  while (i + RUN <= words.length) {
    let size = RUN
    let found = find(words, i, size, pattern, text)
    if (!found) {
      i++
      continue
    }
    while (i + size < words.length) {
      const longer = find(words, i, size + 1, pattern, text)
      if (!longer) break
      found = longer
      size++
    }
    if (!best || found.text.end - found.text.start > best.text.end - best.text.start) best = found
    i += size
  }
  return best
}

function find(words: RegExpExecArray[], from: number, size: number, pattern: string, text: string): Run | null {
  const first = words[from]!
  const last = words[from + size - 1]!
  const piece = pattern.slice(first.index, last.index + last[0].length)
  const start = text.indexOf(piece)
  return start === -1 ? null : { text: { start, end: start + piece.length }, offset: first.index }
}
