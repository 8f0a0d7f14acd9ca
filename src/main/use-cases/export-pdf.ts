import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ExportProgress, ExportReport } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/api/errors.ts'
import { checkBrief } from '../../shared/brief/check-brief.ts'
import type { BriefCheck, Finding, PdfReport } from '../../shared/brief/check.ts'
import { blockText, referencesOf, walkBlocks } from '../../shared/brief/walk.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import type { DocumentFormat, ExportOptions } from '../../shared/composition/options.ts'
import type { ExportInput, ExportSource } from '../../shared/composition/input.ts'
import { runCoverageWorker, runPdfWorker, runVerifyWorker } from '../pdf/run-worker.ts'
import type { Uncovered } from '../pdf/uncovered.ts'
import { isSystemError, storageError, writeDurably } from '../store/durable.ts'
import { sha256 } from '../store/hash.ts'
import { figureImages } from './images.ts'
import type { CaseLookup, OpenCase } from './open-case.ts'

/** What is asked of an export. */
export interface ExportRequest {
  briefId: string
  path: string
  options: ExportOptions
  acceptFindings: boolean
}

/** What exporting needs besides the case. */
export interface ExportDeps {
  pdfWorker: URL
  generator: string
  onProgress: (progress: ExportProgress) => void
  signal: AbortSignal
}

/**
 * Exports a brief as it is on disk: verify, gate, lay out, read back, write. Nothing is written unless all of it succeeded.
 * @throws DossierError `findings` when there are any and they weren't accepted, `cancelled`, or a storage failure
 */
export async function exportPdf(open: OpenCase, request: ExportRequest, deps: ExportDeps): Promise<ExportReport> {
  const input = await prepareExport(open, request, deps)
  const { bytes, pages } = await runPdfWorker(deps.pdfWorker, input, deps)
  deps.onProgress({ stage: 'read-back', fraction: 0 })
  assertReadsBack(input.check, await runVerifyWorker(deps.pdfWorker, bytes, { signal: deps.signal }))
  return { ...(await finishExport(open, input, { path: request.path, format: 'pdf', bytes }, deps)), pages }
}

/** What every export begins with: the brief as it is on disk, verified, past the gate. Throws as `exportPdf` does. */
export async function prepareExport(
  open: OpenCase,
  request: Omit<ExportRequest, 'path'>,
  deps: ExportDeps
): Promise<ExportInput> {
  deps.onProgress({ stage: 'verify', fraction: 0 })
  open.forget()
  const brief = open.brief(request.briefId)
  const lookup = await open.lookupFor(brief)
  const check = checkBrief(brief.doc, lookup)
  const images = await figureImages(open, brief, lookup)
  const input = exportInput(open, brief, lookup, check, images, request.options, deps.generator)
  const findings = await allFindings(input, deps.pdfWorker, deps.signal)
  if (findings.length > 0 && !request.acceptFindings) {
    const count = findings.length
    throw new DossierError(
      'findings',
      `${count === 1 ? 'One thing needs' : `${count} things need`} a look before this brief is exported. Nothing was written.`
    )
  }
  return { ...input, check: { ...check, findings } }
}

/** What every export ends with: the finished bytes on the disk, whole or not at all, and a line in the log. */
export async function finishExport(
  open: OpenCase,
  { brief, check }: ExportInput,
  { path, format, bytes }: { path: string; format: 'pdf' | DocumentFormat; bytes: Uint8Array },
  deps: Pick<ExportDeps, 'onProgress' | 'signal'>
): Promise<Omit<ExportReport, 'pages'>> {
  if (deps.signal.aborted) throw new DossierError('cancelled', 'The export was cancelled. Nothing was written.')
  deps.onProgress({ stage: 'write', fraction: 0 })
  try {
    await writeDurably(path, bytes)
  } catch (error) {
    throw storageError(error, `“${basename(path)}”`, 'A file of that name, if there was one, is unchanged.')
  }
  const hash = sha256(bytes)
  await open.store.log({
    action: 'brief-exported',
    subject: brief.id,
    detail: { title: brief.title, format, sha256: hash, findings: check.findings.length }
  })
  deps.onProgress({ stage: 'write', fraction: 1 })
  return { path, sha256: hash, bytes: bytes.length, findings: check.findings }
}

/**
 * Checks a brief as `brief.check` does, and what only an export shows: characters that no font here has.
 * @throws DossierError `damaged` when a cited source can't be read
 */
export async function checkExport(
  open: OpenCase,
  request: { briefId: string; options: ExportOptions },
  pdfWorker: URL
): Promise<BriefCheck> {
  const brief = open.brief(request.briefId)
  const lookup = await open.lookupFor(brief)
  const check = checkBrief(brief.doc, lookup)
  const images = await figureImages(open, brief, lookup)
  const input = exportInput(open, brief, lookup, check, images, request.options, '')
  return { ...check, findings: await allFindings(input, pdfWorker) }
}

async function allFindings(input: ExportInput, pdfWorker: URL, signal?: AbortSignal): Promise<Finding[]> {
  const lacking = await runCoverageWorker(pdfWorker, input, signal ? { signal } : {})
  return [...input.check.findings, ...lacking.map((each) => uncoveredFinding(each, input.brief))]
}

function uncoveredFinding({ character, codePoint, count, where }: Uncovered, brief: Brief): Finding {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  const placed = [...walkBlocks(brief.doc)].find(({ node }) => blockText(node).includes(character))
  const often = count === 1 ? 'it is' : `its ${count} uses are`
  return {
    code: 'uncovered-character',
    nodeId: placed?.node.attrs.id ?? null,
    section: where,
    excerpt: character,
    message: `No font here has ${code} (${character}); ${often} printed as [${code}].`
  }
}

/** Verifies an exported PDF from the file alone. @throws DossierError `not-found`, `io`, `not-a-proof` */
export async function verifyPdfFile(path: string, pdfWorker: URL): Promise<PdfReport> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await readFile(path))
  } catch (error) {
    const missing = isSystemError(error) && error.code === 'ENOENT'
    const message = missing ? `There is no file “${path}”.` : `“${basename(path)}” could not be read.`
    throw new DossierError(missing ? 'not-found' : 'io', message, { cause: error })
  }
  return runVerifyWorker(pdfWorker, bytes, {})
}

function exportInput(
  open: OpenCase,
  brief: Brief,
  lookup: CaseLookup,
  check: BriefCheck,
  images: ExportInput['images'],
  options: ExportOptions,
  generator: string
): ExportInput {
  const sources = Object.entries(check.sourceNumbers)
    .sort(([, a], [, b]) => a - b)
    .flatMap(([id, number]): ExportSource[] => {
      const loaded = lookup.loaded.get(id)
      const record = lookup.records.get(id)
      if (!loaded || !record) return []
      return [
        { number, source: record.source, text: loaded.text, original: lookup.source(id)!.original, withheld: 'no' }
      ]
    })
  if (sources.length < Object.keys(check.sourceNumbers).length) {
    throw new DossierError(
      'damaged',
      'The stored text of a cited source is missing or damaged, so the brief can’t be proved. Nothing was written. Verify the case to see which one.'
    )
  }
  return {
    case: open.store.record,
    brief,
    sources,
    quotes: quotesOf(brief, lookup),
    images,
    check,
    options,
    citations: null,
    generator
  }
}

function quotesOf(brief: Brief, lookup: CaseLookup): Quote[] {
  const ids = new Set<string>()
  for (const { node } of walkBlocks(brief.doc)) {
    for (const { quoteId } of referencesOf(node)) if (quoteId !== null) ids.add(quoteId)
  }
  return [...ids].flatMap((id) => lookup.quote(id) ?? [])
}

/** What the PDF proves, read back from its bytes, must be what was found in the case. */
function assertReadsBack(check: BriefCheck, report: PdfReport): void {
  const expected = check.quotes.map(({ verification }) => verification.state)
  const found = report.quotes.map(({ state }) => state)
  if (expected.length !== found.length || expected.some((state, i) => state !== found[i])) {
    throw new DossierError(
      'internal',
      'The finished PDF did not read back as what was exported, so it was not written. Your brief is unchanged.'
    )
  }
}
