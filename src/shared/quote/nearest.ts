import search from 'approx-string-match'
import { align } from './align.ts'
import { wholeWords } from './boundary.ts'
import { hasContext } from './context.ts'
import { describeAlteration, difference } from './difference.ts'
import { withItsEnds } from './ends.ts'
import { fold } from './fold.ts'
import { commonRun, inPieces, type Run } from './pieces.ts'
import type { PreparedText, Range, VerifyHint } from './prepared.ts'
import type { FoundQuote } from './quote.ts'
import { likelyRegions } from './regions.ts'

/** Share of the quote's characters that may differ for a passage to count as the altered one. */
const MOST_ERRORS = 0.35
/** A few letters are found with errors everywhere. */
const MOST_ERRORS_SHORT = 0.2
const SHORT = 8
/** Characters of a quote that are recognised without its surroundings. */
const SAYS_ENOUGH = 40
/** Share of the characters of a quote with its surroundings that may differ. */
const MOST_ERRORS_AROUND = 0.45
/** Share of a quote that a run of its words must be to stand for it. */
const LEAST_RUN = 0.25
/** Characters around a place in which the ends of a changed quote are looked for. */
const ROOM = 48

/**
 * Finds the passage from which words were altered: seed and extend. The pattern's words vote for the diagonals on which
 * they stand in the folded text; approximate search (Myers 1999, bit-parallel edit distance) runs in the regions with the
 * most votes, for the words and for the words with their surroundings. Where it's known what stood around them, that decides
 * which place is meant, where a changed end lies, and that a passage elsewhere isn't it. Null when nothing comes near. It only
 * ever explains an `altered` quote; it never makes one pass.
 */
export function findNearest(quoted: string, source: PreparedText, hint: VerifyHint): FoundQuote | null {
  const sought = soughtIn(quoted, source, hint)
  if (sought.pattern === '') return null
  const near = hasContext(hint) ? nearestInContext(sought) : nearestByLikeness(sought)
  if (!near) return null
  const { starts, ends } = source.form
  const place = wholeWords(source.text, starts[near.start]!, ends[near.end - 1]!)
  return altered(quoted, source.text, place, near.hasEnds)
}

/**
 * The place that a hint's surroundings describe, where the words now are others; null when that isn't clear. For words that
 * stand elsewhere too: so few that only the surroundings say which are meant.
 */
export function findChangedInPlace(quoted: string, source: PreparedText, hint: VerifyHint): FoundQuote | null {
  const sought = soughtIn(quoted, source, hint)
  const near = sought.pattern === '' ? null : nearestInContext(sought)
  if (!near || (near.before ?? 0) + (near.after ?? 0) < 1.2) return null
  const { starts, ends } = source.form
  const place = wholeWords(source.text, starts[near.start]!, ends[near.end - 1]!)
  return altered(quoted, source.text, place, true)
}

function altered(quoted: string, text: string, near: Range, hasEnds: boolean): FoundQuote {
  const found = hasEnds
    ? { ...near, parts: difference(quoted, text.slice(near.start, near.end)) }
    : withItsEnds(quoted, near, text)
  const { parts, ...place } = found
  return { state: 'altered', ...place, fragments: [place], difference: parts, reason: describeAlteration(parts) }
}

/** What is looked for, folded and in lower case. */
interface Sought {
  pattern: string
  prefix: string
  suffix: string
  text: string
  source: PreparedText
  hint: VerifyHint
}

function soughtIn(quoted: string, source: PreparedText, hint: VerifyHint): Sought {
  const flat = (words: string): string => fold(words).folded.toLowerCase()
  return {
    pattern: flat(quoted).trim(),
    prefix: flat(hint.prefix ?? ''),
    suffix: flat(hint.suffix ?? ''),
    text: source.lower,
    source,
    hint
  }
}

/** A range of the folded text; `hasEnds` when it was found where the quote begins and ends in it. */
interface Near extends Range {
  hasEnds: boolean
  before: number | null
  after: number | null
}

interface Match {
  range: Range
  errors: number
}

function nearestByLikeness(sought: Sought): Near | null {
  const { pattern, text } = sought
  const bare = { hasEnds: false, before: null, after: null }
  const most = mostErrors(pattern)
  const pieces = inPieces(pattern, text)
  if (pieces) return { ...pieces, ...bare }
  const run = commonRun(pattern, text)
  const regions = run ? [around(run, pattern, text)] : likelyRegions(pattern, text)
  const found = most > 0 ? best(matches(text, pattern, regions, most), sought) : null
  const range = found?.range ?? (run && isTelling(run, pattern) ? run.text : null)
  return range && { ...range, ...bare }
}

function isTelling(run: Run, pattern: string): boolean {
  return run.text.end - run.text.start >= LEAST_RUN * pattern.length
}

function mostErrors(pattern: string): number {
  return Math.floor(pattern.length * (pattern.length < SHORT ? MOST_ERRORS_SHORT : MOST_ERRORS))
}

/** The best of the places at which the words, or the words with what stood around them, come near. */
function nearestInContext(sought: Sought): Near | null {
  const { pattern, prefix, suffix, text } = sought
  const whole = prefix + pattern + suffix
  const regions = likelyRegions(whole, text)
  const most = mostErrors(pattern)
  const windows = [
    ...matches(text, pattern, regions, Math.max(most, 1)).map(({ range }) => range),
    ...matches(text, whole, regions, Math.floor(whole.length * MOST_ERRORS_AROUND)).map(({ range }) => ({
      start: Math.min(range.end - 1, range.start + prefix.length),
      end: Math.max(range.start + 1, range.end - suffix.length)
    }))
  ]
  let found: (Near & { score: number }) | null = null
  for (const window of nearestFew(windows, sought)) {
    const from = Math.max(0, Math.min(window.start, window.end) - prefix.length - ROOM)
    const to = Math.min(text.length, Math.max(window.start, window.end) + suffix.length + ROOM)
    const aligned = align(text.slice(from, to), pattern, prefix, suffix)
    if (!aligned) continue
    const near = { ...aligned, start: from + aligned.start, end: from + aligned.end, hasEnds: true }
    const likeness = likenessOf(pattern, text.slice(near.start, near.end))
    const score = likeness + ((near.before ?? 0) + (near.after ?? 0)) * weightOfContext(pattern)
    if (isAcceptable(likeness, near, pattern) && (!found || score > found.score)) found = { ...near, score }
  }
  return found
}

/** Windows that are looked at closely, and how near to one another they are one. */
const MOST_WINDOWS = 12
const SAME_WINDOW = 24

function nearestFew(windows: Range[], { source, hint }: Sought): Range[] {
  const distance = ({ start }: Range): number => Math.abs((source.form.starts[start] ?? 0) - (hint.start ?? 0))
  const few: Range[] = []
  for (const window of windows.toSorted((a, b) => distance(a) - distance(b))) {
    if (few.some(({ start }) => Math.abs(start - window.start) < SAME_WINDOW)) continue
    if (few.push(window) === MOST_WINDOWS) break
  }
  return few
}

/** Of few words the surroundings tell more than the words themselves. */
function weightOfContext(pattern: string): number {
  return pattern.length < 24 ? 0.8 : pattern.length < 60 ? 0.5 : 0.3
}

/**
 * How like a passage must be, by the shares of the surroundings' words that stand around it. Where they stand on both sides,
 * little of the words needs to be left; where they stand on neither, the passage is another unless it says nearly the same.
 */
function isAcceptable(likeness: number, { before, after }: Near, pattern: string): boolean {
  const [less, more] = [before ?? after ?? 0, after ?? before ?? 0].toSorted((a, b) => a - b) as [number, number]
  if (less >= 0.4 && more >= 0.6) return likeness >= 0.25
  if (less >= 0.2 && more >= 0.6) return likeness >= 0.5
  if (more >= 0.8) return likeness >= 0.7
  return likeness >= 0.9 && pattern.length >= SAYS_ENOUGH
}

function likenessOf(pattern: string, found: string): number {
  const [short, long] = pattern.length < found.length ? [pattern, found] : [found, pattern]
  if (short === '') return 0
  const errors = search(long, short, short.length)[0]?.errors ?? short.length
  return Math.max(0, 1 - (errors + long.length - short.length) / long.length)
}

/** The ranges with the fewest errors in each region. */
function matches(text: string, pattern: string, regions: readonly Range[], most: number): Match[] {
  return regions.flatMap((region) =>
    search(text.slice(region.start, region.end), pattern, most)
      .map(({ start, end, errors }) => ({ range: { start: region.start + start, end: region.start + end }, errors }))
      .filter(({ range }) => range.end > range.start)
  )
}

/** The match with the fewest errors, of several the one nearest to the expected place. */
function best(found: readonly Match[], { source, hint }: Sought): Match | null {
  const distance = ({ range }: Match): number => Math.abs(source.form.starts[range.start]! - (hint.start ?? 0))
  return found.toSorted((a, b) => a.errors - b.errors || distance(a) - distance(b))[0] ?? null
}

/** Where the whole of the pattern would stand around a run, with room for insertions. */
function around(run: Run, pattern: string, text: string): Range {
  const slack = Math.max(64, pattern.length >> 1)
  return {
    start: Math.max(0, run.text.start - run.offset - slack),
    end: Math.min(text.length, run.text.start - run.offset + pattern.length + slack)
  }
}
