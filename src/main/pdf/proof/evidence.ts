import type { ExportInput, ExportSource } from '../../../shared/composition/input.ts'
import type { Run } from '../../../shared/composition/block.ts'
import { walkComposed } from '../../../shared/composition/walk.ts'
import type { Composition, Printed } from '../../../shared/composition/compose.ts'
import type { PrintedQuote, PrintedStatement } from '../../../shared/composition/references.ts'
import { APPENDICES } from '../../../shared/composition/options.ts'
import type { EvidenceInput, QuoteToProve, SourceToProve } from '../../../shared/proof/build.ts'
import {
  FINGERPRINT_PLACE,
  type PrintedParts,
  type ProofSource,
  type ProofStatement
} from '../../../shared/proof/proof.ts'
import type { Recognition } from '../../../shared/source/recognition.ts'
import { paragraphAt, sourceTitle } from '../../../shared/source/source.ts'
import { nodePlatform } from '../reader/node-platform.ts'

/** What the evidence of an export is built from, of what its brief prints. */
export function evidenceInput(input: ExportInput, { quotes, statements, figures, paragraphs }: Printed): EvidenceInput {
  const { brief, generator, options } = input
  return {
    title: brief.title,
    author: brief.author.trim() === '' ? null : brief.author.trim(),
    generator,
    date: brief.date,
    handling: brief.tlp,
    includeTexts: options.includeTexts,
    quotes: quotes.map((quote) => quoteToProve(input, quote)),
    sources: input.sources.map((source) => sourceToProve(input, source)),
    statements: statements.map((statement) => proofStatement(input, statement, quotes)),
    paragraphs: [...paragraphs],
    figures: figures.map(({ image, alt }, i) => {
      const bytes = input.images.get(image)?.bytes
      const withheld = input.sources.some((each) => each.source.id === image && each.withheld !== 'no')
      return {
        figureNumber: i + 1,
        imageSha256: bytes && !withheld ? nodePlatform.sha256(bytes) : null,
        alternative: alt
      }
    })
  }
}

/** What of the evidence the blocks print. */
export function printedParts(input: ExportInput, { blocks }: Composition): PrintedParts {
  const places = new Set<string>()
  const hashes = new Set<string>()
  walkComposed(blocks, (block) => {
    if ('destination' in block && block.destination !== undefined) places.add(block.destination)
    if (block.type === 'text') for (const run of block.runs) if (run.voice === 'hash') hashes.add(run.text)
  })
  const { citations, redacted } = input.options
  return {
    appendices: APPENDICES.filter((name) => places.has(name)),
    citations,
    sourceHashes: input.sources.some(({ source }) => hashes.has(source.original.sha256)),
    fingerprint: hashes.has(FINGERPRINT_PLACE),
    redacted
  }
}

function quoteToProve(input: ExportInput, printed: PrintedQuote): QuoteToProve {
  const { number, words, check, source, quote, paragraph } = printed
  const start = check?.verification.start ?? null
  const blocks = source?.text.blocks ?? []
  const block = start === null ? undefined : blocks[paragraphAt(blocks, start) - 1]
  return {
    number,
    words,
    state: check?.verification.state ?? 'missing',
    sourceNumber: source ? numberOf(input, source) : null,
    start,
    end: check?.verification.end ?? null,
    speaker: quote?.speaker ?? null,
    attribution: quote?.attribution ?? [],
    locator: { paragraph, page: block?.page ?? null }
  }
}

function sourceToProve(input: ExportInput, exported: ExportSource): SourceToProve {
  const { source, text, original, withheld } = exported
  const { metadata } = source
  const { recognition } = source.text
  return {
    sourceNumber: numberOf(input, exported),
    withheld,
    title: sourceTitle(source),
    authors: metadata.authors.value ?? [],
    publisher: metadata.publisher.value,
    published: metadata.published.value,
    imported: source.importedAt,
    url: metadata.url.value,
    language: metadata.language.value,
    fileName: source.original.name,
    mediaType: source.original.mediaType,
    bytes: source.original.bytes,
    originalSha256: source.original.sha256,
    originalState: original,
    extractor: text.extractor,
    ...(recognition === undefined ? {} : { recognition: recognitionToProve(recognition) }),
    textSha256: text.sha256,
    text: text.text
  }
}

function recognitionToProve({
  at,
  engine,
  languages,
  confidence,
  corrections
}: Recognition): ProofSource['recognition'] {
  return { engine, languages, recognised: at, confidence, corrections }
}

function proofStatement(
  input: ExportInput,
  { number, attrs, runs, citations }: PrintedStatement,
  quotes: readonly PrintedQuote[]
): ProofStatement {
  return {
    statementNumber: number,
    ...attrs,
    text: printedText(runs),
    citations: citations.map(({ relation, quoteId, sourceId, locator }) => {
      const printed = quoteId === null ? undefined : quotes.find(({ quote }) => quote?.id === quoteId)
      const cited = quoteId === null ? sourceId : (input.quotes.find(({ id }) => id === quoteId)?.sourceId ?? null)
      const source = input.sources.find((each) => each.source.id === cited)
      return { relation, source: source ? numberOf(input, source) : null, quote: printed?.number ?? null, locator }
    })
  }
}

/** The text of a statement as printed, without its citations and the space before them. */
function printedText(runs: readonly Run[]): string {
  const kept = runs.filter((run, i) => !isCitation(run) && !(/^\s+$/u.test(run.text) && isCitation(runs[i + 1])))
  return kept.map(({ text }) => text).join('')
}

/** Whether a run leads to the list of sources. */
function isCitation(run: Run | undefined): boolean {
  return run?.target !== undefined && 'destination' in run.target && run.target.destination.startsWith('source-')
}

function numberOf({ check }: ExportInput, { number, source }: ExportSource): number {
  return check.sourceNumbers[source.id] ?? number
}
