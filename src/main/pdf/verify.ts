import { createHash } from 'node:crypto'
import { DossierError } from '../../shared/api/errors.ts'
import type { PdfReport } from '../../shared/brief/check.ts'
import { Proof, PROOF_VERSION, type ProofQuote, type ProofSource } from '../../shared/proof/proof.ts'
import { fromCodePoints } from '../../shared/quote/position.ts'
import { prepareText, type PreparedText, type VerifyHint } from '../../shared/quote/prepared.ts'
import { STATE_NAMES } from '../../shared/quote/quote.ts'
import { verifyQuote } from '../../shared/quote/verify.ts'
import { letters, matchQuotes, type Shown } from './match-quotes.ts'
import { readPdf, type ReadPdf } from './read-pdf.ts'
import { PROOF_NAME } from '../../shared/composition/summary.ts'

type QuoteReport = PdfReport['quotes'][number]

/** Characters of a text that a sentence repeats. */
const EXCERPT = 80

/**
 * Checks an exported PDF from the PDF alone: the carried texts against their hashes, every quote against its text, every
 * claimed state against the one found, and what the pages show against what the proof holds. `ok` means that all of it
 * agrees and every quote is verbatim or normalised.
 *
 * It shows that the PDF agrees with the texts it carries. That these are what was published takes the original files.
 *
 * Throws a `DossierError` `not-a-proof` when there is no PDF or no proof that can be read.
 */
export async function verifyPdf(bytes: Uint8Array): Promise<PdfReport> {
  const pdf = await readPdf(bytes)
  const problems: string[] = []
  const proof = readProof(pdf, problems)
  const sources = checkSources(proof, pdf, problems)
  checkPages(proof, pdf, problems)
  const { items } = proof.first
  const { shown, extra } = matchQuotes(items.map(wordsOf), pdf.quotes)
  for (const { page, text } of extra) {
    problems.push(`Page ${page} shows a quote that the proof doesn’t hold: “${excerpt(text)}”.`)
  }
  const quotes = items.map((item, i) => checkQuote(item, shown[i]!, sources, problems))
  const sound = quotes.every(({ state }) => state === 'verbatim' || state === 'normalised')
  return { ok: problems.length === 0 && sound, title: pdf.title, quotes, problems }
}

function readProof(pdf: ReadPdf, problems: string[]): Proof {
  const candidates = pdf.attachments.filter(({ name }) => name === PROOF_NAME)
  const [attachment] = candidates
  if (!attachment) {
    throw new DossierError(
      'not-a-proof',
      'This PDF carries no proof of its quotes: it wasn’t exported by Dossier, or the proof was taken out of it.'
    )
  }
  if (candidates.length > 1) problems.push(`The PDF carries ${candidates.length} proofs; the first was checked.`)
  const parsed = Proof.safeParse(parseJson(attachment.bytes))
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? ''
    throw damaged(path === '' ? 'it isn’t a proof of Dossier' : `“${path}” isn’t as it should be`)
  }
  const { total, first } = parsed.data
  if (total !== first.items.length) {
    problems.push(`The proof says that it holds ${total} quotes, but it holds ${first.items.length}.`)
  }
  if (first.items.some(({ quoteNumber }, i) => quoteNumber !== i + 1)) {
    problems.push('The quotes of the proof aren’t numbered in order: one was taken out, added or moved.')
  }
  return parsed.data
}

function parseJson(bytes: Uint8Array): unknown {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw damaged('it is cut off or overwritten', error)
  }
  const version = typeof value === 'object' && value !== null && 'proofVersion' in value ? value.proofVersion : null
  if (typeof version === 'number' && version > PROOF_VERSION) {
    throw new DossierError('not-a-proof', 'This PDF was made by a newer Dossier. Update Dossier to verify it.')
  }
  return value
}

function damaged(what: string, cause?: unknown): DossierError {
  const message = `The proof in this PDF is damaged: ${what}. Ask for the PDF again from whoever exported it.`
  return new DossierError('not-a-proof', message, { cause })
}

/** A source of the proof, ready for verification when its text is carried. */
interface CheckedSource {
  source: ProofSource
  text: PreparedText | null
}

function checkSources(proof: Proof, pdf: ReadPdf, problems: string[]): Map<string, CheckedSource> {
  const checked = new Map<string, CheckedSource>()
  const printed = pdf.pages.join('\n').replace(/\s/g, '')
  const kept: number[] = []
  for (const source of proof.sources) {
    const name = `source ${source.sourceNumber} (“${excerpt(source.title)}”)`
    if (checked.has(source.id)) problems.push(`The proof holds ${name} twice.`)
    if (source.text === null) kept.push(source.sourceNumber)
    else if (createHash('sha256').update(source.text).digest('hex') !== source.textSha256) {
      problems.push(`The text of ${name} was changed: it doesn’t have the SHA-256 that the proof gives for it.`)
    }
    if (!printed.includes(source.originalSha256)) {
      problems.push(`The list of sources doesn’t show the SHA-256 that the proof gives for ${name}.`)
    }
    if (source.originalState !== 'intact') {
      problems.push(`The stored original of ${name} was ${source.originalState} when the PDF was made.`)
    }
    checked.set(source.id, { source, text: source.text === null ? null : prepareText(source.text) })
  }
  if (kept.length > 0) {
    problems.push(
      `The PDF doesn’t carry the text of source ${kept.join(', ')}: quotes from there can’t be checked from the PDF alone.`
    )
  }
  return checked
}

/** Whatever else the pages show, beside the document's own text. */
function checkPages(proof: Proof, pdf: ReadPdf, problems: string[]): void {
  for (const page of new Set(pdf.covered)) problems.push(`Page ${page} has annotations on it that can cover its text.`)
  for (const { page, text } of pdf.strays) {
    problems.push(`Page ${page} shows text that isn’t part of the document: “${excerpt(text)}”.`)
  }
  const heads = [...pdf.heads, proof.handling].map(letters)
  const title = letters(pdf.title)
  for (const { page, text } of pdf.artifacts) {
    const shown = letters(text)
    if (title.startsWith(shown) || heads.includes(shown) || /^Page \d+ of \d+$/.test(flat(text))) continue
    problems.push(`Page ${page} shows text that isn’t part of the document: “${excerpt(text)}”.`)
  }
}

function checkQuote(
  quote: ProofQuote,
  shown: Shown,
  sources: ReadonlyMap<string, CheckedSource>,
  problems: string[]
): QuoteReport {
  const exact = wordsOf(quote)
  const name = `Quote ${quote.quoteNumber} (“${excerpt(exact)}”)`
  const checked = quote.target.source === null ? undefined : sources.get(quote.target.source)
  const report: QuoteReport = {
    page: shown.page,
    exact,
    state: quote.quoteState,
    source: checked?.source.title ?? '',
    reason: ''
  }
  if (quote.target.source !== null && !checked) problems.push(`${name} names a source that the proof doesn’t hold.`)
  if (checked && !sameHashes(quote, checked.source)) {
    problems.push(`${name} gives another SHA-256 for its source than the source itself.`)
  }
  if (!checked) {
    report.state = 'missing'
    report.reason = 'The quote has no source in the proof.'
  } else if (!checked.text) {
    report.reason = 'Not checked again: the PDF doesn’t carry the text of its source.'
  } else {
    const { state, reason, start } = verifyQuote(exact, checked.text, hintOf(quote, checked.text.text))
    report.state = state
    report.reason = reason
    if (state !== quote.quoteState) {
      report.reason =
        `The proof claims ${STATE_NAMES[quote.quoteState]}, but found is ${STATE_NAMES[state]}. ${reason}`.trim()
      problems.push(`${name} is ${STATE_NAMES[state].toLowerCase()}, though the proof claims ${quote.quoteState}.`)
    } else if (state !== 'altered' && start !== positionOf(quote, checked.text.text)) {
      problems.push(`${name} doesn’t stand in its source where the proof says.`)
    }
  }
  return onPage(report, shown, name, problems)
}

/** Adds what the page shows instead of the quote. */
function onPage(report: QuoteReport, shown: Shown, name: string, problems: string[]): QuoteReport {
  if (shown.page === null) {
    problems.push(`${name} is in the proof, but no page shows it.`)
    return { ...report, state: 'missing', reason: `No page shows this quote. ${report.reason}`.trim() }
  }
  if (shown.instead === null) return report
  problems.push(`Page ${shown.page} shows other words than the proof for quote: “${excerpt(report.exact)}”.`)
  const reason = `The page shows other words: “${excerpt(shown.instead)}”. ${report.reason}`.trim()
  return { ...report, state: report.state === 'missing' ? 'missing' : 'altered', reason }
}

function sameHashes(quote: ProofQuote, source: ProofSource): boolean {
  return quote.originalSha256 === source.originalSha256 && quote.textSha256 === source.textSha256
}

function wordsOf(quote: ProofQuote): string {
  return quote.target.selector[0].exact
}

function positionOf(quote: ProofQuote, text: string): number | null {
  const [, position] = quote.target.selector
  return position ? fromCodePoints(text, position.start) : null
}

function hintOf(quote: ProofQuote, text: string): VerifyHint {
  const [{ prefix, suffix }] = quote.target.selector
  const start = positionOf(quote, text)
  return start === null ? { prefix, suffix } : { start, prefix, suffix }
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function excerpt(text: string): string {
  const shown = flat(text)
  return shown.length > EXCERPT ? `${shown.slice(0, EXCERPT).toWellFormed().trimEnd()} …` : shown
}
