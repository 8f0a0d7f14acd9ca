import type { DocumentReport } from '../../../shared/api/contract.ts'
import type { DocumentFormat } from '../../../shared/composition/options.ts'
import { runDocumentWorker } from '../../pdf/run-worker.ts'
import type { OpenCase } from '../open-case.ts'
import { finishExport, prepareExport, type ExportDeps, type ExportRequest } from './gate.ts'

/**
 * Exports a brief as it is on disk in a format other than PDF, through the same gate. Nothing is written unless all of it
 * succeeded. Throws as `exportPdf` does.
 */
export async function exportDocument(
  open: OpenCase,
  request: ExportRequest & { format: DocumentFormat },
  deps: ExportDeps
): Promise<DocumentReport> {
  const { path, format } = request
  const prepared = await prepareExport(open, request, deps)
  const bytes = await runDocumentWorker(deps.pdfWorker, prepared.input, format, deps)
  return { ...(await finishExport(open, prepared, { path, format, bytes }, deps)), format }
}
