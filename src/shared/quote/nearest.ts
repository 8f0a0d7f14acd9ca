import search from 'approx-string-match'
import { wholeWords } from './boundary.ts'
import { describeAlteration, difference } from './difference.ts'
import { fold } from './fold.ts'
import { occurrences, type PreparedText, type Range, type VerifyHint } from './prepared.ts'
import type { Verification } from './quote.ts'

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

  const run = commonRun(pattern, text)
  const regions = run ? [around(run, pattern, text)] : likelyRegions(pattern, text)
  let found: Match | null = null
  for (const region of most > 0 ? regions : []) {
    const match = approximate(text, pattern, region, most, source, hint)
    if (match && (!found || match.errors < found.errors)) found = match
  }
  const range = found?.range ?? run?.text
  if (!range) return null

  const { starts, ends } = source.form
  const place = wholeWords(source.text, starts[range.start]!, ends[range.end - 1]!)
  const parts = difference(quoted, source.text.slice(place.start, place.end))
  return { state: 'altered', ...place, fragments: [place], difference: parts, reason: describeAlteration(parts) }
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
