import type { PdfReport } from '../brief/check.ts'
import type { PdfPlatform } from '../pdf/platform.ts'
import type { Evidence, ProofQuote, ProofSource } from '../proof/proof.ts'
import { fromCodePoints } from '../quote/position.ts'
import { prepareText, type PreparedText, type Range, type VerifyHint } from '../quote/prepared.ts'
import type { FoundQuote, QuoteState } from '../quote/quote.ts'
import { QUOTE_RULES } from '../quote/rules.ts'
import { verifyQuote } from '../quote/verify.ts'
import type { ShownQuote } from './match-quotes.ts'
import type { Shown } from './shown.ts'
import { excerpt } from './word-difference.ts'
import { say, sentences, type Said } from '../wording/say.ts'

type QuoteReport = Omit<PdfReport['quotes'][number], 'reason'> & { reason: Said | '' }

/** States as sentences have them: by name, and in the middle of a line. */
const NAMES: Readonly<Record<QuoteState, Said>> = {
  verbatim: say('Verbatim'),
  normalised: say('Normalised'),
  altered: say('Altered'),
  missing: say('Missing')
}
const IN_LINE: Readonly<Record<QuoteState, Said>> = {
  verbatim: say('verbatim'),
  normalised: say('normalised'),
  altered: say('altered'),
  missing: say('missing')
}

type Found = Pick<FoundQuote, 'state' | 'reason' | 'start'>

/** A source of the proof, ready for verification when its text is carried. */
export interface CheckedSource {
  source: ProofSource
  text: PreparedText | null
}

/** Checks the sources of a proof against their hashes and the printed list of sources. */
export function checkSources(
  proof: Evidence,
  { pages }: Shown,
  hashesPrinted: boolean,
  { sha256 }: PdfPlatform,
  problems: Said[]
): Map<string, CheckedSource> {
  const checked = new Map<string, CheckedSource>()
  const rules = proof.quoteRules === QUOTE_RULES ? QUOTE_RULES : 1
  const printed = pages.join('\n').replace(/\s/g, '')
  const kept: number[] = []
  for (const source of proof.sources) {
    const { title, text, originalSha256, originalState, sourceNumber } = source
    const name =
      title === null ? say('source {1#}', sourceNumber) : say('source {1#} (“{2*}”)', sourceNumber, excerpt(title))
    if (checked.has(source.id)) problems.push(say('The proof holds {1>} twice.', name))
    if (text === null) {
      if (source.withheld === 'no') kept.push(sourceNumber)
    } else if (sha256(text) !== source.textSha256) {
      problems.push(say('The text of {1>} was changed: it doesn’t have the SHA-256 that the proof gives for it.', name))
    }
    if (source.withheld === 'no' && (originalSha256 === null || source.textSha256 === null)) {
      problems.push(say('The proof gives no SHA-256 for {1>}, though nothing of it is withheld.', name))
    }
    if (hashesPrinted && originalSha256 !== null && !printed.includes(originalSha256)) {
      problems.push(say('The list of sources doesn’t show the SHA-256 that the proof gives for {1>}.', name))
    }
    if (originalState !== null && originalState !== 'intact') {
      problems.push(
        originalState === 'altered'
          ? say('The stored original of {1>} was altered when the PDF was made.', name)
          : say('The stored original of {1>} was missing when the PDF was made.', name)
      )
    }
    checked.set(source.id, { source, text: text === null ? null : prepareText(text, rules) })
  }
  if (kept.length > 0) {
    problems.push(
      say(
        'The PDF doesn’t carry the text of source {1*}: quotes from there can’t be checked from the PDF alone.',
        kept.join(', ')
      )
    )
  }
  return checked
}

/** Checks a quote against its source and against what the pages show. */
export function checkQuote(
  quote: ProofQuote,
  shown: ShownQuote,
  sources: ReadonlyMap<string, CheckedSource>,
  problems: Said[]
): QuoteReport {
  const exact = wordsOf(quote)
  const name = say('Quote {1#} (“{2*}”)', quote.quoteNumber, excerpt(exact))
  const checked = quote.target.source === null ? undefined : sources.get(quote.target.source)
  const report: QuoteReport = {
    page: shown.page,
    exact,
    state: quote.quoteState,
    checked: checked?.text != null,
    source: checked?.source.title ?? '',
    ...(checked?.source.recognition ? { recognised: true } : {}),
    reason: ''
  }
  if (quote.target.source !== null && !checked)
    problems.push(say('{1>} names a source that the proof doesn’t hold.', name))
  if (checked && !sameHashes(quote, checked.source)) {
    problems.push(say('{1>} gives another SHA-256 for its source than the source itself.', name))
  }
  if (!checked) {
    report.state = 'missing'
    report.reason = say('The quote has no source in the proof.')
  } else if (!checked.text) {
    report.reason =
      checked.source.withheld === 'no'
        ? say('Not checked again: the PDF doesn’t carry the text of its source.')
        : say('Can’t be checked: the text of its source is withheld.')
  } else {
    const { state, reason, start } = verifiedAgain(quote, checked.text)
    report.state = state
    report.reason = reason
    if (state !== quote.quoteState) {
      report.reason = joined(
        say('The proof claims {1>}, but found is {2>}.', NAMES[quote.quoteState], NAMES[state]),
        reason
      )
      problems.push(say('{1>} is {2>}, though the proof claims {3>}.', name, IN_LINE[state], IN_LINE[quote.quoteState]))
    } else if (state !== 'altered' && start !== (placeOf(quote, checked.text.text)?.start ?? null)) {
      problems.push(say('{1>} doesn’t stand in its source where the proof says.', name))
    }
  }
  return onPage(report, shown, name, problems)
}

/**
 * Verifies a quote by what its proof says of it. Whether one that fails is altered or missing was told by what the case knew of its
 * surroundings, which a proof doesn't hold, and by a search that is of no version: there the proof is believed. So it is where words are
 * claimed to be altered that stand at another place only.
 */
function verifiedAgain(quote: ProofQuote, text: PreparedText): Found {
  const exact = wordsOf(quote)
  const hint = hintOf(quote, text.text)
  const found = verifyQuote(exact, text, hint)
  const { quoteState } = quote
  if (found.state === quoteState || !fails(quoteState)) return found
  const claimed = placeOf(quote, text.text)
  if (!fails(found.state)) {
    const isElsewhere = claimed !== null && (found.start !== claimed.start || found.end !== claimed.end)
    return quoteState === 'altered' && isElsewhere ? otherWords(claimed) : found
  }
  if (quoteState === 'missing')
    return { state: 'missing', reason: say('Nothing like these words stood where they were looked for.'), start: null }
  return claimed ? otherWords(claimed) : found
}

function otherWords({ start }: Range): Found {
  return { state: 'altered', reason: say('Other words stand where these were looked for.'), start }
}

/** A sentence with what else there is to say. */
function joined(sentence: Said, rest: Said | ''): Said {
  return rest === '' ? sentence : sentences(sentence, rest)
}

function fails(state: QuoteState): boolean {
  return state === 'altered' || state === 'missing'
}

/** Adds what the page shows instead of the quote. */
function onPage(report: QuoteReport, shown: ShownQuote, name: Said, problems: Said[]): QuoteReport {
  if (shown.page === null) {
    problems.push(say('{1>} is in the proof, but no page shows it.', name))
    return { ...report, state: 'missing', reason: joined(say('No page shows this quote.'), report.reason) }
  }
  if (shown.instead === null) return report
  problems.push(say('Page {1#} shows other words than the proof for quote: “{2*}”.', shown.page, excerpt(report.exact)))
  const reason = joined(say('The page shows other words: “{1*}”.', excerpt(shown.instead)), report.reason)
  return { ...report, state: report.state === 'missing' ? 'missing' : 'altered', reason }
}

function sameHashes(quote: ProofQuote, source: ProofSource): boolean {
  return quote.originalSha256 === source.originalSha256 && quote.textSha256 === source.textSha256
}

/** The words of a quote as the proof has them. */
export function wordsOf(quote: ProofQuote): string {
  return quote.target.selector[0].exact
}

function placeOf(quote: ProofQuote, text: string): Range | null {
  const [, position] = quote.target.selector
  return position ? { start: fromCodePoints(text, position.start), end: fromCodePoints(text, position.end) } : null
}

function hintOf(quote: ProofQuote, text: string): VerifyHint {
  const [{ prefix, suffix }] = quote.target.selector
  const place = placeOf(quote, text)
  return place === null ? { prefix, suffix } : { start: place.start, prefix, suffix }
}
