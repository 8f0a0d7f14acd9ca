import search from 'approx-string-match'
import { wholeWords } from './boundary.ts'
import { countWords, describeAlteration, difference, wordEnds, wordStarts } from './difference.ts'
import { fold } from './fold.ts'
import { occurrences, type PreparedText, type Range, type VerifyHint } from './prepared.ts'
import type { DifferencePart, Verification } from './quote.ts'

/** Share of the quote's characters that may differ for a passage to count as the altered one. */
const MOST_ERRORS = 0.35
/** A few letters are found with errors everywhere. */
const MOST_ERRORS_SHORT = 0.2
const SHORT = 8
/** Words in a row that mark a passage as related however much the rest differs. */
const RUN = 5
/** Up to this product of text and pattern length the whole text is searched (Myers' bit-vector costs n·m/32). */
const SMALL_SEARCH = 1e6
/** Regions that are looked at in a larger text. */
const MOST_REGIONS = 4

/**
 * Finds the passage from which words were altered: seed and extend. The pattern's words vote for the diagonals on which
 * they stand in the folded text; approximate search (Myers 1999, bit-parallel edit distance) runs in the regions with the
 * most votes. Null when nothing comes near. It only ever explains an `altered` quote; it never makes one pass.
 */
export function findNearest(quoted: string, source: PreparedText, hint: VerifyHint): Verification | null {
  const pattern = fold(quoted).folded.trim().toLowerCase()
  const text = lowerCase(source.form.folded)
  if (pattern === '') return null
  const most = Math.floor(pattern.length * (pattern.length < SHORT ? MOST_ERRORS_SHORT : MOST_ERRORS))

  const pieces = inPieces(pattern, text)
  const run = pieces ? null : commonRun(pattern, text)
  const regions = run ? [around(run, pattern, text)] : likelyRegions(pattern, text)
  let found: Match | null = null
  for (const region of most > 0 && !pieces ? regions : []) {
    const match = approximate(text, pattern, region, most, source, hint)
    if (match && (!found || match.errors < found.errors)) found = match
  }
  const range = pieces ?? found?.range ?? run?.text
  if (!range) return null

  const { starts, ends } = source.form
  const near = wholeWords(source.text, starts[range.start]!, ends[range.end - 1]!)
  const { parts, ...place } = withItsEnds(quoted, near, source.text)
  return { state: 'altered', ...place, fragments: [place], difference: parts, reason: describeAlteration(parts) }
}

/** Words of the source that are set against those with which a quote begins or ends on its own. */
const MOST_AT_ENDS = 12

/**
 * The comparison with a passage that was found by likeness. Where quote and passage part at the beginning or the end, chance decided how far the passage goes: there the
 * source's next words, as many as the quote has, stand against the quote's, up to the end of the sentence.
 */
function withItsEnds(quoted: string, near: Range, text: string): Range & { parts: DifferencePart[] } {
  const parts = difference(quoted, text.slice(near.start, near.end))
  const kept = parts.findIndex(({ kind }) => kind === 'same')
  const last = parts.findLastIndex(({ kind }) => kind === 'same')
  if (kept === -1) return { ...near, parts }
  const length = (some: readonly DifferencePart[], kind: 'source' | 'quoted'): string =>
    some.map((part) => (part.kind === kind ? part.text : '')).join('')
  const [head, tail] = [parts.slice(0, kept), parts.slice(last + 1)]
  const from = near.start + length(head, 'source').length
  const to = near.end - length(tail, 'source').length
  const before = length(head, 'quoted')
  const after = length(tail, 'quoted')
  const start = before === '' ? from : wordsBack(text, from, countWords(before))
  const end = after === '' ? to : wordsOn(text, to, countWords(after))
  return {
    start,
    end,
    parts: [
      ...changed(text.slice(start, from), before),
      ...parts.slice(kept, last + 1),
      ...changed(text.slice(to, end), after)
    ]
  }
}

function changed(source: string, quoted: string): DifferencePart[] {
  const both: DifferencePart[] = [
    { kind: 'source', text: source },
    { kind: 'quoted', text: quoted }
  ]
  return both.filter(({ text }) => text !== '')
}

/** What ends a sentence, with the marks behind it, and what ends somebody's words. */
const SENTENCE_END = /(?:[.!?…]+["'”’»)\]]*(?=\s)|[,;:]?[”»](?=[\s,.;:]|$)|[。！？]+[”’」』）]*|\n)/

/** Where so many words end that begin at an offset, within its sentence. */
function wordsOn(text: string, from: number, words: number): number {
  const following = text.slice(from, from + 40 * MOST_AT_ENDS)
  const stop = SENTENCE_END.exec(following)
  const sentence = stop ? following.slice(0, stop.index) : following
  const ends = wordEnds(sentence)
  return from + (ends[Math.min(words, MOST_AT_ENDS) - 1] ?? ends.at(-1) ?? 0)
}

/** Where so many words begin that end at an offset, within its sentence. */
function wordsBack(text: string, to: number, words: number): number {
  const sentence = text
    .slice(Math.max(0, to - 40 * MOST_AT_ENDS), to)
    .split(SENTENCE_END)
    .at(-1)!
  const starts = wordStarts(sentence)
  return to - sentence.length + (starts.at(-Math.min(words, MOST_AT_ENDS)) ?? starts[0] ?? sentence.length)
}

/** Regions of the text in which most of the pattern's words stand at about their distances. */
function likelyRegions(pattern: string, text: string): Range[] {
  if (text.length * pattern.length <= SMALL_SEARCH) return [{ start: 0, end: text.length }]
  const width = Math.max(64, pattern.length)
  const votes = new Map<number, number>()
  for (const { seed, offset } of seeds(pattern)) {
    const places = occurrences(text, seed)
    const voted = new Set(places.map((place) => Math.floor((place.start - offset) / width)))
    for (const diagonal of voted) votes.set(diagonal, (votes.get(diagonal) ?? 0) + seed.length)
  }
  const weight = (diagonal: number): number => (votes.get(diagonal) ?? 0) + (votes.get(diagonal + 1) ?? 0)
  return [...votes.keys()]
    .map((diagonal) => ({ diagonal, weight: weight(diagonal) }))
    .sort((a, b) => b.weight - a.weight || a.diagonal - b.diagonal)
    .slice(0, MOST_REGIONS)
    .map(({ diagonal }) => ({
      start: Math.max(0, (diagonal - 1) * width),
      end: Math.min(text.length, (diagonal + 4) * width)
    }))
}

/** Characters from the CJK blocks on, where words stand without spaces. */
const UNSPACED = /[\u3000-\uffff]/

/** Words of some length; where words are long runs without spaces (Chinese, Japanese, Thai), pairs of characters. */
function seeds(pattern: string): { seed: string; offset: number }[] {
  return [...pattern.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap((match) => {
    if (match[0].length < 4) return UNSPACED.test(match[0]) ? [{ seed: match[0], offset: match.index }] : []
    if (match[0].length <= 20 && !UNSPACED.test(match[0])) return [{ seed: match[0], offset: match.index }]
    return Array.from({ length: match[0].length >> 1 }, (_, i) => ({
      seed: match[0].slice(2 * i, 2 * i + 2),
      offset: match.index + 2 * i
    }))
  })
}

/** Lower case that keeps every offset: the few letters whose lower case is longer stay as they are. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from({ length: text.length }, (_, i) => {
    const letter = text[i]!.toLowerCase()
    return letter.length === 1 ? letter : text[i]!
  }).join('')
}

interface Match {
  range: Range
  errors: number
}

function approximate(
  text: string,
  pattern: string,
  region: Range,
  most: number,
  source: PreparedText,
  hint: VerifyHint
): Match | null {
  const { starts } = source.form
  let best: (Match & { distance: number }) | null = null
  for (const match of search(text.slice(region.start, region.end), pattern, most)) {
    const range = { start: region.start + match.start, end: region.start + match.end }
    if (range.end <= range.start) continue
    const distance = Math.abs(starts[range.start]! - (hint.start ?? 0))
    if (!best || match.errors < best.errors || (match.errors === best.errors && distance < best.distance)) {
      best = { range, errors: match.errors, distance }
    }
  }
  return best
}

/** Characters of the source that may stand between the pieces of a quote that left them out. */
const MOST_BETWEEN = 2000
/** A piece of fewer words, or of fewer characters where words aren't spaced, stands anywhere. */
const LEAST_PIECE = 3
/** Pieces of a quote that are tried. */
const MOST_PIECES = 4

/**
 * Where the whole of a pattern stands in a few pieces, one behind the other: sentences that were joined although others stand between them. Null when it doesn't.
 */
function inPieces(pattern: string, text: string): Range | null {
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
  if (length === 0 || (length < rest.length && countWords(rest.slice(0, length)) < LEAST_PIECE))
    return { length: 0, places: [] }
  return { length, places: occurrences(text, rest.slice(0, length)).map(({ start }) => start) }
}

interface Run {
  /** In the text, and where it begins in the pattern. */
  text: Range
  offset: number
}

/** The longest run of at least `RUN` words of the pattern that stands in the text; null when there is none. */
function commonRun(pattern: string, text: string): Run | null {
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

/** Where the whole of the pattern would stand around a run, with room for insertions. */
function around(run: Run, pattern: string, text: string): Range {
  const slack = Math.max(64, pattern.length >> 1)
  return {
    start: Math.max(0, run.text.start - run.offset - slack),
    end: Math.min(text.length, run.text.start - run.offset + pattern.length + slack)
  }
}
