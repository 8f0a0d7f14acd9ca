import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ExportProgress, ExportReport } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/api/errors.ts'
import { checkBrief } from '../../shared/brief/check-brief.ts'
import type { BriefCheck, PdfReport } from '../../shared/brief/check.ts'
import { citationsOf, walkBlocks } from '../../shared/brief/walk.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import type { Source } from '../../shared/source/source.ts'
import type { ExportOptions } from '../../shared/composition/options.ts'
import type { ExportInput, ExportSource } from '../../shared/composition/input.ts'
import { runPdfWorker, runVerifyWorker } from '../pdf/run-worker.ts'
import { isSystemError, storageError, writeDurably } from '../store/durable.ts'
import { sha256 } from '../store/hash.ts'
import type { CaseLookup, OpenCase } from './open-case.ts'

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
export async function exportPdf(
  open: OpenCase,
  request: { briefId: string; path: string; options: ExportOptions; acceptFindings: boolean },
  deps: ExportDeps
): Promise<ExportReport> {
  deps.onProgress({ stage: 'verify', fraction: 0 })
  open.forget()
  const brief = open.brief(request.briefId)
  const lookup = await open.lookupFor(brief)
  const check = checkBrief(brief.doc, lookup)
  if (check.findings.length > 0 && !request.acceptFindings) {
    const count = check.findings.length
    throw new DossierError(
      'findings',
      `${count === 1 ? 'One thing needs' : `${count} things need`} a look before this brief is exported. Nothing was written.`
    )
  }
  const custody = request.options.custody ? await custodyOf(open) : () => []
  const input = exportInput(open, brief, lookup, check, custody, request.options, deps.generator)
  const { bytes, pages } = await runPdfWorker(deps.pdfWorker, input, deps)
  deps.onProgress({ stage: 'read-back', fraction: 0 })
  assertReadsBack(check, await runVerifyWorker(deps.pdfWorker, bytes, { signal: deps.signal }))
  if (deps.signal.aborted) throw new DossierError('cancelled', 'The export was cancelled. Nothing was written.')
  deps.onProgress({ stage: 'write', fraction: 0 })
  try {
    await writeDurably(request.path, bytes)
  } catch (error) {
    throw storageError(error, `“${basename(request.path)}”`, 'A file of that name, if there was one, is unchanged.')
  }
  const hash = sha256(bytes)
  await open.store.log({
    action: 'brief-exported',
    subject: brief.id,
    detail: { title: brief.title, sha256: hash, findings: check.findings.length }
  })
  deps.onProgress({ stage: 'write', fraction: 1 })
  return { path: request.path, pages, sha256: hash, bytes: bytes.length, findings: check.findings }
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
  custody: (source: Source) => ExportSource['custody'],
  options: ExportOptions,
  generator: string
): ExportInput {
  const sources = Object.entries(check.sourceNumbers)
    .sort(([, a], [, b]) => a - b)
    .flatMap(([id, number]): ExportSource[] => {
      const loaded = lookup.loaded.get(id)
      const record = lookup.records.get(id)
      if (!loaded || !record) return []
      const { source } = record
      const { original } = lookup.source(id)!
      return [{ number, source, text: loaded.text, original, custody: custody(source) }]
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
    images: new Map(),
    check,
    options,
    generator
  }
}

/** Looks up what the logs of all devices tell of a source, in order of time. */
async function custodyOf({ store }: OpenCase): Promise<(source: Source) => ExportSource['custody']> {
  const chains = await store.custody()
  const entries = chains
    .flatMap(({ device, entries }) =>
      entries.map(({ at, action, subject, detail }) => ({ at, action, subject, detail, device }))
    )
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return ({ key, formerKeys }) => {
    const keys = new Set([key, ...formerKeys])
    return entries.flatMap(({ subject, ...entry }) => (subject !== null && keys.has(subject) ? [entry] : []))
  }
}

function quotesOf(brief: Brief, lookup: CaseLookup): Quote[] {
  const ids = new Set<string>()
  for (const { node } of walkBlocks(brief.doc)) {
    const cited =
      node.type === 'quoteBlock' ? [node.attrs.quoteId] : citationsOf(node).map(({ attrs }) => attrs.quoteId)
    for (const id of cited) if (id !== null) ids.add(id)
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
