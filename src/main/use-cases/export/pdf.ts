import type { ExportReport } from '../../../shared/api/contract.ts'
import { DossierError } from '../../../shared/api/errors.ts'
import type { BriefCheck, PdfReport } from '../../../shared/brief/check.ts'
import type { Given } from '../../handlers.ts'
import { runPdfWorker, runVerifyWorker } from '../../pdf/run-worker.ts'
import { writeSignature } from '../sign-pdf.ts'
import type { OpenCase } from '../open-case.ts'
import { finishExport, prepareExport, type ExportDeps } from './gate.ts'

/**
 * Exports a brief as it is on disk: verify, gate, lay out, read back, write, and sign when that is asked for. Nothing is
 * written unless all of it but the signature succeeded.
 * @throws DossierError `findings` when there are any and they weren't accepted, `leak` when a redacted PDF holds what is
 * withheld, `cancelled`, or a storage failure
 */
export async function exportPdf(open: OpenCase, request: Given<'export.pdf'>, deps: ExportDeps): Promise<ExportReport> {
  const key = request.sign ? await deps.ring.unlock(request.sign.keyId, request.sign.passphrase) : null
  const prepared = await prepareExport(open, request, deps)
  const { bytes, pages } = await runPdfWorker(deps.pdfWorker, prepared.input, deps)
  deps.onProgress({ stage: 'read-back', fraction: 0 })
  assertReadsBack(prepared.input.check, await runVerifyWorker(deps.pdfWorker, bytes, { signal: deps.signal }))
  const finished = await finishExport(open, prepared, { path: request.path, format: 'pdf', bytes }, deps)
  const signature = key && (await writeSignature(request.path, bytes, key, deps.now()))
  return { ...finished, pages, signature }
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
