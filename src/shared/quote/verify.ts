import { cutReason } from './boundary.ts'
import { describeNormalisation, difference } from './difference.ts'
import { hasContext, surroundings } from './context.ts'
import { foldQuoteMarks } from './fold.ts'
import { isQuoteMark } from './fold-characters.ts'
import { findChangedInPlace, findNearest } from './nearest.ts'
import { foldedWords, occurrences, type PreparedText, type Range, type VerifyHint } from './prepared.ts'
import { describeOtherNote, endOf, otherNote, type OtherNote } from './quoted-notes.ts'
import { findShortened, isShortened } from './shortened.ts'
import type { DifferencePart, FoundQuote } from './quote.ts'
import { say, sentences, type Said } from '../wording/say.ts'

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
export function verifyQuote(words: string, source: PreparedText, hint: VerifyHint = {}): FoundQuote {
  const quoted = words.trim()
  if (quoted === '') return missing(say('The quote is empty.'))

  const exact = choose(occurrences(source.text, quoted), source, hint)
  const verbatim = exact?.cut === null ? exact : null
  if (verbatim && isCertain(verbatim, source, hint)) return located('verbatim', verbatim, [], '')

  const normalised = findNormalised(quoted, source, hint)
  const passing = betterPlaced(verbatim, normalised, source, hint)
  if (passing) return changedInPlace(quoted, passing, source, hint) ?? passing

  if (isShortened(quoted, source)) {
    const shortened = findShortened(quoted, source, hint)
    if (shortened) return shortened
  }

  if (exact) {
    return located(
      'altered',
      exact,
      [{ kind: 'same', text: quoted }],
      exact.cut === null ? say('Quote whole words.') : sentences(exact.cut, say('Quote whole words.'))
    )
  }
  return (
    findWithOtherNotes(quoted, source, hint) ??
    findNearest(quoted, source, hint) ??
    missing(say('Nothing like these words stands in the source.'))
  )
}

/** Words so few that they stand in many places: of them the surroundings say which are meant. */
const FEW = 40

/** Characters by which the surroundings of one place must be more like the expected ones than those of another, to tell. */
const TELLING = 4

/** True unless the surroundings leave open that another place is meant. */
function isCertain(place: Range, source: PreparedText, hint: VerifyHint): boolean {
  return source.rules === 1 || !hasContext(hint) || surroundings(source.text, place, hint).isWhole
}

/** Of two places the one with more of the expected surroundings, the verbatim one when they don't tell. */
function betterPlaced(
  verbatim: Place | null,
  normalised: FoundQuote | null,
  source: PreparedText,
  hint: VerifyHint
): FoundQuote | null {
  const first = verbatim && located('verbatim', verbatim, [], '')
  if (!first || !normalised) return first ?? normalised
  const found = (place: FoundQuote): number => context(source, { start: place.start!, end: place.end! }, hint)
  return found(normalised) >= found(first) + TELLING ? normalised : first
}

/** What stands now where few words are expected that stand elsewhere too; null when they are where they should be. */
function changedInPlace(
  quoted: string,
  passing: FoundQuote,
  source: PreparedText,
  hint: VerifyHint
): FoundQuote | null {
  const { start, end } = passing
  if (quoted.length >= FEW || source.rules === 1 || !hasContext(hint)) return null
  if (surroundings(source.text, { start: start!, end: end! }, hint).isExpected) return null
  const changed = findChangedInPlace(quoted, source, hint)
  // A passage around the words is no change of them: they stand where they were expected.
  const holdsThem = changed && changed.start! <= start! && changed.end! >= end!
  return holdsThem || changed?.difference.every(({ kind }) => kind === 'same') ? null : changed
}

interface Place extends Range {
  /** Why it cuts a word or number; null when it doesn't. */
  cut: Said | null
}

function findNormalised(quoted: string, source: PreparedText, hint: VerifyHint): FoundQuote | null {
  for (const candidate of withoutAddedMarks(quoted)) {
    const places = foldedPlaces(candidate, source).filter(({ other }) => other === null)
    const best = choose(places, source, hint)
    if (best?.cut !== null) continue
    const passage = source.text.slice(best.start, best.end)
    return located('normalised', best, difference(quoted, passage), describeNormalisation(quoted, passage))
  }
  return null
}

/** The passage from which the words differ only in a note's mark that it doesn't have there. */
function findWithOtherNotes(quoted: string, source: PreparedText, hint: VerifyHint): FoundQuote | null {
  for (const candidate of withoutAddedMarks(quoted)) {
    const best = choose(foldedPlaces(candidate, source), source, hint)
    if (!best?.other) continue
    const parts = difference(quoted, source.text.slice(best.start, best.end))
    return located('altered', best, parts, describeOtherNote(best.other))
  }
  return null
}

interface FoldedPlace extends Range {
  /** A note's mark of the words that doesn't stand there. */
  other: OtherNote | null
}

/** Where words stand when both sides are folded, in the first way to read them that is found. */
function foldedPlaces(words: string, source: PreparedText): FoldedPlace[] {
  for (const quoted of foldedWords(words, source)) {
    const { form } = quoted
    if (form === '') continue
    for (const reading of source.readings) {
      const { folded, starts } = reading
      let found = occurrences(folded, form)
      if (found.length === 0) found = occurrences(foldQuoteMarks(folded), foldQuoteMarks(form))
      if (found.length > 0)
        return found.map((place) => ({
          start: starts[place.start]!,
          end: endOf(quoted, place, reading),
          other: otherNote(quoted, place, reading)
        }))
    }
  }
  return []
}

/** The words, then the words without a pair of quote marks that an author put around them. */
function withoutAddedMarks(quoted: string): string[] {
  const inner = quoted.slice(1, -1).trim()
  const first = quoted.charAt(0)
  const last = quoted.charAt(quoted.length - 1)
  return inner !== '' && isQuoteMark(first) && isQuoteMark(last) ? [quoted, inner] : [quoted]
}

/** The occurrence that cuts no word, has the expected surroundings and lies nearest to the expected place. */
function choose<T extends Range>(places: readonly T[], source: PreparedText, hint: VerifyHint): (T & Place) | null {
  const { text, rules } = source
  let best: (T & Place) | null = null
  let bestScore = -Infinity
  for (const place of places) {
    const cut = cutReason(text, place.start, place.end, rules)
    const distance = Math.min(1e6 - 1, Math.abs(place.start - (hint.start ?? 0)))
    const score = (cut === null ? 1e9 : 0) + context(source, place, hint) * 1e6 - distance
    if (score > bestScore) {
      best = { ...place, cut }
      bestScore = score
    }
  }
  return best
}

/** Length of the hint's context, next to the words, that stands around a place. */
function context({ text, rules }: PreparedText, place: Range, hint: VerifyHint): number {
  if (rules !== 1) {
    const { before, after } = surroundings(text, place, hint)
    return before + after
  }
  const prefix = hint.prefix ?? ''
  const suffix = hint.suffix ?? ''
  let before = 0
  while (before < prefix.length && text[place.start - 1 - before] === prefix[prefix.length - 1 - before]) before++
  let after = 0
  while (after < suffix.length && text[place.end + after] === suffix[after]) after++
  return before + after
}

function located(state: FoundQuote['state'], place: Range, parts: DifferencePart[], reason: Said | ''): FoundQuote {
  const { start, end } = place
  return { state, start, end, fragments: [{ start, end }], difference: parts, reason }
}

function missing(reason: Said): FoundQuote {
  return { state: 'missing', start: null, end: null, fragments: [], difference: [], reason }
}
