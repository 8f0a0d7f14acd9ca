import type { PdfReport } from '../brief/check.ts'
import { QUOTE_STATES, STATE_NAMES } from '../quote/quote.ts'

const REWRITTEN =
  'That the carried texts are what was published, and that the PDF is what its author exported, can’t be shown from the PDF alone: whoever writes pages, proof and hashes anew, all to match, isn’t found. Compare the SHA-256 of the originals, ask its author for the fingerprint by another way, or check a signature.'

/** What each version of the proof doesn't bind. */
const LESS: Readonly<Record<number, readonly string[]>> = {
  1: [
    'Its proof is of version 1, which binds the quotes alone: statements, headings, tables, notes, figures, links and whatever else the pages show may have been changed since, and this check wouldn’t find it. Ask for a new export.'
  ],
  2: [
    'Its proof is of version 2: its fingerprint doesn’t stand for headings, tables, notes, likelihood, confidence and the look of pages, and its digests leave out the language, the properties and what else the file holds besides pages, links, bookmarks and structure. These were compared with what exports of that version hold, and a change that looks like one of them isn’t found. Ask for a new export.'
  ]
}

/** What a check by a proof of a version can't show, in sentences. */
export function limitsOf(version: number): string[] {
  return [...(LESS[version] ?? []), REWRITTEN]
}

/** What the check of a PDF has shown, in sentences; none where it doesn't verify. */
export function shownBy(report: PdfReport): string[] {
  const { ok, quotes, proofVersion, fingerprint } = report
  if (!ok) return []
  const states = QUOTE_STATES.map((state) => ({ state, count: quotes.filter((each) => each.state === state).length }))
  const each = states
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${STATE_NAMES[state].toLowerCase()}`)
    .join(', ')
  const first = quotes.length === 0 ? 'The PDF shows no quotes.' : `${capital(foundQuotes(report))} (${each}).`
  if (proofVersion === 1) return [first, 'The pages show these quotes.']
  const print =
    proofVersion === 2
      ? 'The pages show the quotes and statements of its proof.'
      : 'All that the pages print is what its proof holds: quotes, statements with likelihood and confidence, headings, tables, notes, sources.'
  const digests =
    proofVersion === 2
      ? 'Pages, fonts, links, bookmarks and structure have the digests of its proof.'
      : 'Pages, fonts, links, bookmarks, structure, language and properties, all that the file holds, have the digests of its proof.'
  return [first, print, digests, `The fingerprint of its proof is ${fingerprint}.`]
}

/** The verdict on a PDF in a sentence. */
export function verdictOf(report: PdfReport): string {
  const { ok, quotes, statements, pages, problems, proofVersion, signature, embedded } = report
  if (ok) {
    const found = foundQuotes(report)
    return proofVersion === 1
      ? `Verified as far as its old proof goes: ${found}. Nothing else on its pages is proven.`
      : proofVersion === 2
        ? `Verified by an older proof: ${found}, and the pages agree with the proof, which binds less than today’s.`
        : `Verified: ${found}, and the PDF agrees with its proof in all that it shows and holds.`
  }
  const bad = quotes.filter(({ state }) => state === 'altered' || state === 'missing').length
  const parts = [
    bad > 0 && `${bad} of ${counted(quotes.length, 'quote')} altered or missing`,
    statements.length > 0 && `${counted(statements.length, 'statement')} changed`,
    pages.length > 0 && `${counted(new Set(pages.map(({ page }) => page)).size, 'page')} not as the proof has them`,
    problems.length > 0 && counted(problems.length, 'problem'),
    ((signature && ['wrong', 'unreadable'].includes(signature.state)) || embedded?.state === 'wrong') &&
      'the signature doesn’t hold'
  ].filter(Boolean)
  return parts.length === 0 ? 'Not verified: the proof doesn’t hold.' : `Not verified: ${parts.join(', ')}.`
}

/** What was found of the quotes, a clause. */
function foundQuotes({ quotes }: PdfReport): string {
  const checked = quotes.filter((quote) => quote.checked).length
  if (quotes.length === 0) return 'the PDF shows no quotes'
  if (checked === 0)
    return `the ${counted(quotes.length, 'quote')} can’t be checked, since no text of a source is carried`
  const stand = `${counted(checked, 'quote')} ${checked === 1 ? 'stands' : 'stand'} so in the texts that the PDF carries`
  const rest = quotes.length - checked
  return rest === 0 ? stand : `${stand}, ${rest} can’t be checked, since the text of the source is withheld`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
