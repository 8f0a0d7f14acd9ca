import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { z } from 'zod'
import type { Contract, ExportProgress, ExportReport } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/api/errors.ts'
import { checkBrief } from '../../shared/brief/check-brief.ts'
import type { BriefCheck, PdfReport, SignatureReport } from '../../shared/brief/check.ts'
import { citationsOf, walkBlocks } from '../../shared/brief/walk.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import type { ExportOptions } from '../../shared/composition/options.ts'
import type { ExportInput, ExportSource } from '../../shared/composition/input.ts'
import { runPdfWorker, runVerifyWorker } from '../pdf/run-worker.ts'
import { isSystemError, storageError, writeDurably } from '../store/durable.ts'
import { sha256 } from '../store/hash.ts'
import type { KeyRing } from '../sign/key-ring.ts'
import { checkSignature, requiredKey, writeSignature } from './sign-pdf.ts'
import type { CaseLookup, OpenCase } from './open-case.ts'

type ExportPdfRequest = z.output<Contract['export.pdf']['input']>

/** What exporting needs besides the case. */
export interface ExportDeps {
  pdfWorker: URL
  generator: string
  ring: KeyRing
  now: () => Date
  onProgress: (progress: ExportProgress) => void
  signal: AbortSignal
}

/**
 * Exports a brief as it is on disk: verify, gate, lay out, read back, write, and sign when that is asked for. Nothing is
 * written unless all of it but the signature succeeded.
 * @throws DossierError `findings` when there are any and they weren't accepted, `cancelled`, or a storage failure
 */
export async function exportPdf(open: OpenCase, request: ExportPdfRequest, deps: ExportDeps): Promise<ExportReport> {
  deps.onProgress({ stage: 'verify', fraction: 0 })
  const key = request.sign ? await deps.ring.unlock(request.sign.keyId, request.sign.passphrase) : null
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
  const input = exportInput(open, brief, lookup, check, request.options, deps.generator)
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
  const signature = key && (await writeSignature(request.path, bytes, key, deps.now()))
  const hash = sha256(bytes)
  await open.store.log({
    action: 'brief-exported',
    subject: brief.id,
    detail: { title: brief.title, sha256: hash, findings: check.findings.length }
  })
  deps.onProgress({ stage: 'write', fraction: 1 })
  return { path: request.path, pages, sha256: hash, bytes: bytes.length, signature, findings: check.findings }
}

/**
 * Verifies an exported PDF from the file alone, and the signature beside it. A signature that doesn't fit, and one that is
 * required and missing, are problems. @throws DossierError `not-found`, `io`, `not-a-proof`
 */
export async function verifyPdfFile(
  path: string,
  requireSignature: string | null,
  { pdfWorker, ring }: Pick<ExportDeps, 'pdfWorker' | 'ring'>
): Promise<PdfReport> {
  const required = requireSignature === null ? null : await requiredKey(requireSignature, ring)
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await readFile(path))
  } catch (error) {
    const missing = isSystemError(error) && error.code === 'ENOENT'
    const message = missing ? `There is no file “${path}”.` : `“${basename(path)}” could not be read.`
    throw new DossierError(missing ? 'not-found' : 'io', message, { cause: error })
  }
  const report = await runVerifyWorker(pdfWorker, bytes, {})
  const signature = await checkSignature(path, bytes, ring, required)
  const problems = [...report.problems, ...signatureProblems(signature, required)]
  return { ...report, ok: report.ok && problems.length === report.problems.length, problems, signature }
}

function signatureProblems(
  signature: SignatureReport | null,
  required: Awaited<ReturnType<typeof requiredKey>> | null
): string[] {
  if (required && signature?.keyId !== required.key.id) {
    const who = required.name === null ? `the key ${required.key.id}` : `“${required.name}”`
    return [`There is no signature by ${who} beside the PDF, though one is required. Ask ${who} for it.`]
  }
  return signature && (signature.state === 'wrong' || signature.state === 'unreadable') ? [signature.message] : []
}

function exportInput(
  open: OpenCase,
  brief: Brief,
  lookup: CaseLookup,
  check: BriefCheck,
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
    images: new Map(),
    check,
    options,
    generator
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

/** What the PDF proves, read back from its bytes, must be what was found in the case, and draw what the proof says. */
function assertReadsBack(check: BriefCheck, report: PdfReport): void {
  const expected = check.quotes.map(({ verification }) => verification.state)
  const found = report.quotes.map(({ state }) => state)
  const shown = report.pages.length === 0 && report.statements.length === 0
  if (!shown || expected.length !== found.length || expected.some((state, i) => state !== found[i])) {
    throw new DossierError(
      'internal',
      'The finished PDF did not read back as what was exported, so it was not written. Your brief is unchanged.'
    )
  }
}
