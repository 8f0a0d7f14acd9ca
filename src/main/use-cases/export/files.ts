import type { DocumentReport, ExportReport } from '../../../shared/composition/export-report.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import type { BriefCheck, PdfReport } from '../../../shared/brief/check.ts'
import type { DocumentFormat } from '../../../shared/composition/options.ts'
import type { Given } from '../handlers.ts'
import { runDocumentWorker, runPdfWorker, runVerifyWorker } from '../../export-worker/run-worker.ts'
import { signaturePath } from '../sign-pdf.ts'
import type { OpenCase } from '../open-case.ts'
import { prepareExport, refuseLeaks, type ExportDeps, type ExportRequest, type Prepared } from './gate.ts'
import { checkTargets } from './targets.ts'
import { writeExports, type MadeFile } from './write.ts'

/** What is asked of an export to several files. */
export interface FilesRequest extends Omit<ExportRequest, 'paths'> {
  files: readonly { format: 'pdf' | DocumentFormat; path: string }[]
  /** The key that signs the PDF, by id or name; the signature goes into a file beside it. */
  sign?: { keyId: string; passphrase: string } | null | undefined
}

/**
 * Exports a brief as it is on disk to files of several formats: look at the places, verify, gate, redact, make all, read the PDF back, search
 * all for what is withheld, then write them, and the PDF's signature when that is asked for. Nothing is written unless all could be made and
 * none leaks, by its name either.
 * @throws DossierError `findings` when there are any and they weren't accepted, `near-forms` likewise, `leak` when a redacted file holds
 * what is withheld, `cancelled`, or a storage failure
 */
export async function exportFiles(
  open: OpenCase,
  { files, sign, ...request }: FilesRequest,
  deps: ExportDeps
): Promise<(ExportReport | DocumentReport)[]> {
  const paths = files.map(({ path }) => path)
  const signatures = sign ? files.filter(({ format }) => format === 'pdf').map(({ path }) => signaturePath(path)) : []
  await checkTargets([...paths, ...signatures], open.store.path)
  const key = sign ? await deps.ring.unlock(sign.keyId, sign.passphrase) : null
  const prepared = await prepareExport(open, { ...request, paths }, deps)
  const made: MadeFile[] = []
  for (const file of files) made.push({ ...file, ...(await make(prepared, file, deps)) })
  for (const each of made) await refuseLeaks(prepared, each, deps)
  return writeExports(open, prepared, made, key, deps)
}

async function make(
  { input }: Prepared,
  { format }: FilesRequest['files'][number],
  deps: ExportDeps
): Promise<{ bytes: Uint8Array; pages: number }> {
  if (format !== 'pdf') return { bytes: await runDocumentWorker(deps.pdfWorker, input, format, deps), pages: 0 }
  const rendered = await runPdfWorker(deps.pdfWorker, input, deps)
  deps.onProgress({ stage: 'read-back', fraction: 0 })
  assertReadsBack(input.check, await runVerifyWorker(deps.pdfWorker, rendered.bytes, { signal: deps.signal }))
  return rendered
}

/** Exports a brief as a PDF; see `exportFiles`. */
export async function exportPdf(
  open: OpenCase,
  { path, ...request }: Given<'export.pdf'>,
  deps: ExportDeps
): Promise<ExportReport> {
  const [report] = await exportFiles(open, { ...request, files: [{ format: 'pdf', path }] }, deps)
  return report as ExportReport
}

/** Exports a brief in a format other than PDF; see `exportFiles`. */
export async function exportDocument(
  open: OpenCase,
  { path, format, ...request }: Given<'export.document'>,
  deps: ExportDeps
): Promise<DocumentReport> {
  const [report] = await exportFiles(open, { ...request, files: [{ format, path }] }, deps)
  return report as DocumentReport
}

/** What the PDF proves, read back from its bytes, must be what was found in the case. */
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
