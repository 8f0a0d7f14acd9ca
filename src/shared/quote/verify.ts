import { cutReason } from './boundary.ts'
import { describeNormalisation, difference } from './difference.ts'
import { fold, foldQuoteMarks, isQuoteMark } from './fold.ts'
import { findNearest } from './nearest.ts'
import { occurrences, type PreparedText, type Range, type VerifyHint } from './prepared.ts'
import { findShortened, isShortened } from './shortened.ts'
import type { DifferencePart, Verification } from './quote.ts'

/**
 * Finds quoted words in the text they are claimed to come from and says how true they are.
 *
 * - `verbatim`: they stand there to the letter, at whole words.
 * - `normalised`: only white space, quote marks, dashes, invisible characters or Unicode composition differ; or they are
 *   shortened with ellipses or brackets, the fragments stand there in that order, close together, and nothing that was
 *   left out turns the meaning.
 * - `altered`: something like them stands there, and the difference is given.
 * - `missing`: nothing like them stands there.
 *
 * Never throws; offsets are UTF-16 units.
 */
export function verifyQuote(words: string, source: PreparedText, hint: VerifyHint = {}): Verification {
  const quoted = words.trim()
  if (quoted === '') return missing('The quote is empty.')

  const exact = choose(occurrences(source.text, quoted), source.text, hint)
  if (exact?.cut === null) return located('verbatim', exact, [], '')

  const normalised = findNormalised(quoted, source, hint)
  if (normalised) return normalised

  if (isShortened(quoted)) {
    const shortened = findShortened(quoted, source, hint)
    if (shortened) return shortened
  }

  if (exact) {
    return located('altered', exact, [{ kind: 'same', text: quoted }], `${exact.cut ?? ''} Quote whole words.`)
  }
  return findNearest(quoted, source, hint) ?? missing('Nothing like these words stands in the source.')
}

interface Place extends Range {
  /** Why it cuts a word or number; null when it doesn't. */
  cut: string | null
}

function findNormalised(quoted: string, source: PreparedText, hint: VerifyHint): Verification | null {
  const { folded, starts, ends } = source.form
  for (const candidate of withoutAddedMarks(quoted)) {
    const form = fold(candidate).folded.trim()
    if (form === '') continue
    let found = occurrences(folded, form)
    if (found.length === 0) found = occurrences(foldQuoteMarks(folded), foldQuoteMarks(form))
    const places = found.map(({ start, end }) => ({ start: starts[start]!, end: ends[end - 1]! }))
    const best = choose(places, source.text, hint)
    if (best?.cut !== null) continue
    const passage = source.text.slice(best.start, best.end)
    return located('normalised', best, difference(quoted, passage), describeNormalisation(quoted, passage))
  }
  return null
}

/** The words, then the words without a pair of quote marks that an author put around them. */
function withoutAddedMarks(quoted: string): string[] {
  const inner = quoted.slice(1, -1).trim()
  const first = quoted.charAt(0)
  const last = quoted.charAt(quoted.length - 1)
  return inner !== '' && isQuoteMark(first) && isQuoteMark(last) ? [quoted, inner] : [quoted]
}

/** The occurrence that cuts no word, has the expected surroundings and lies nearest to the expected place. */
function choose(places: readonly Range[], text: string, hint: VerifyHint): Place | null {
  let best: Place | null = null
  let bestScore = -Infinity
  for (const place of places) {
    const cut = cutReason(text, place.start, place.end)
    const distance = Math.min(1e6 - 1, Math.abs(place.start - (hint.start ?? 0)))
    const score = (cut === null ? 1e9 : 0) + context(text, place, hint) * 1e6 - distance
    if (score > bestScore) {
      best = { ...place, cut }
      bestScore = score
    }
  }
  return best
}

/** Length of the hint's context, next to the words, that stands around a place. */
function context(text: string, place: Range, hint: VerifyHint): number {
  const prefix = hint.prefix ?? ''
  const suffix = hint.suffix ?? ''
  let before = 0
  while (before < prefix.length && text[place.start - 1 - before] === prefix[prefix.length - 1 - before]) before++
  let after = 0
  while (after < suffix.length && text[place.end + after] === suffix[after]) after++
  return before + after
}

function located(state: Verification['state'], place: Range, parts: DifferencePart[], reason: string): Verification {
  const { start, end } = place
  return { state, start, end, fragments: [{ start, end }], difference: parts, reason }
}

function missing(reason: string): Verification {
  return { state: 'missing', start: null, end: null, fragments: [], difference: [], reason }
}
