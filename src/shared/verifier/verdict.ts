import type { PdfReport } from '../brief/check.ts'
import { QUOTE_STATES, type QuoteState } from '../quote/quote.ts'
import { say, type Said } from '../wording/say.ts'

const REWRITTEN = say(
  'That the carried texts are what was published, and that the PDF is what its author exported, can’t be shown from the PDF alone: whoever writes pages, proof and hashes anew, all to match, isn’t found. Compare the SHA-256 of the originals, ask its author for the fingerprint by another way, or check a signature.'
)

/** What each version of the proof doesn't bind. */
const LESS: Readonly<Record<number, readonly Said[]>> = {
  1: [
    say(
      'Its proof is of version 1, which binds the quotes alone: statements, headings, tables, notes, figures, links and whatever else the pages show may have been changed since, and this check wouldn’t find it. Ask for a new export.'
    )
  ],
  2: [
    say(
      'Its proof is of version 2: its fingerprint doesn’t stand for headings, tables, notes, likelihood, confidence and the look of pages, and its digests leave out the language, the properties and what else the file holds besides pages, links, bookmarks and structure. These were compared with what exports of that version hold, and a change that looks like one of them isn’t found. Ask for a new export.'
    )
  ]
}

/** What a check by a proof of a version can't show, in sentences. */
export function limitsOf(version: number): Said[] {
  return [...(LESS[version] ?? []), REWRITTEN]
}

/** What the check of a PDF has shown, in sentences; none where it doesn't verify. */
export function shownBy(report: PdfReport): Said[] {
  const { ok, quotes, proofVersion, fingerprint } = report
  if (!ok) return []
  const states = QUOTE_STATES.map((state) => ({ state, count: quotes.filter((each) => each.state === state).length }))
  const each = states.filter(({ count }) => count > 0).map(({ state, count }) => COUNTED[state](count))
  const first = quotes.length === 0 ? say('The PDF shows no quotes.') : say('{1>} ({2,}).', foundFirst(report), each)
  if (proofVersion === 1) return [first, say('The pages show these quotes.')]
  const print =
    proofVersion === 2
      ? say('The pages show the quotes and statements of its proof.')
      : say(
          'All that the pages print is what its proof holds: quotes, statements with likelihood and confidence, headings, tables, notes, sources.'
        )
  const digests =
    proofVersion === 2
      ? say('Pages, fonts, links, bookmarks and structure have the digests of its proof.')
      : say(
          'Pages, fonts, links, bookmarks, structure, language and properties, all that the file holds, have the digests of its proof.'
        )
  return [first, print, digests, say('The fingerprint of its proof is {1*}.', fingerprint ?? '')]
}

/** The verdict on a PDF in a sentence. */
export function verdictOf(report: PdfReport): Said {
  const { ok, quotes, statements, pages, problems, proofVersion, signature, embedded } = report
  if (ok) {
    const found = foundQuotes(report)
    return proofVersion === 1
      ? say('Verified as far as its old proof goes: {1>}. Nothing else on its pages is proven.', found)
      : proofVersion === 2
        ? say(
            'Verified by an older proof: {1>}, and the pages agree with the proof, which binds less than today’s.',
            found
          )
        : say('Verified: {1>}, and the PDF agrees with its proof in all that it shows and holds.', found)
  }
  const bad = quotes.filter(({ state }) => state === 'altered' || state === 'missing').length
  const differing = new Set(pages.map(({ page }) => page)).size
  const parts = [
    bad > 0 && say('{1#} of {2>} altered or missing', bad, countedQuotes(quotes.length)),
    statements.length > 0 &&
      (statements.length === 1 ? say('1 statement changed') : say('{1#} statements changed', statements.length)),
    differing > 0 &&
      (differing === 1
        ? say('1 page not as the proof has them')
        : say('{1#} pages not as the proof has them', differing)),
    problems.length > 0 && (problems.length === 1 ? say('1 problem') : say('{1#} problems', problems.length)),
    ((signature && ['wrong', 'unreadable'].includes(signature.state)) || embedded?.state === 'wrong') &&
      say('the signature doesn’t hold')
  ].filter((part) => part !== false && part !== null)
  return parts.length === 0 ? say('Not verified: the proof doesn’t hold.') : say('Not verified: {1,}.', parts)
}

/** What was found of the quotes, a clause. */
function foundQuotes({ quotes }: PdfReport): Said {
  const checked = quotes.filter((quote) => quote.checked).length
  if (quotes.length === 0) return say('the PDF shows no quotes')
  if (checked === 0)
    return say('the {1>} can’t be checked, since no text of a source is carried', countedQuotes(quotes.length))
  return stand(checked, quotes.length - checked)
}

/** The same at the beginning of a sentence. */
function foundFirst(report: PdfReport): Said {
  const { quotes } = report
  return quotes.some(({ checked }) => checked)
    ? foundQuotes(report)
    : say('The {1>} can’t be checked, since no text of a source is carried', countedQuotes(quotes.length))
}

/** How many quotes stand as they are printed, and how many can’t be looked up. */
function stand(checked: number, rest: number): Said {
  const found = countedQuotes(checked)
  if (rest === 0)
    return checked === 1
      ? say('{1>} stands so in the texts that the PDF carries', found)
      : say('{1>} stand so in the texts that the PDF carries', found)
  return checked === 1
    ? say(
        '{1>} stands so in the texts that the PDF carries, {2#} can’t be checked, since the text of the source is withheld',
        found,
        rest
      )
    : say(
        '{1>} stand so in the texts that the PDF carries, {2#} can’t be checked, since the text of the source is withheld',
        found,
        rest
      )
}

const COUNTED: Readonly<Record<QuoteState, (count: number) => Said>> = {
  verbatim: (count) => say('{1#} verbatim', count),
  normalised: (count) => say('{1#} normalised', count),
  altered: (count) => say('{1#} altered', count),
  missing: (count) => say('{1#} missing', count)
}

function countedQuotes(count: number): Said {
  return count === 1 ? say('1 quote') : say('{1#} quotes', count)
}
