import { basename } from 'node:path'
import type { ExportedFiles } from '../../../shared/api/contract.ts'
import type { DocumentReport, ExportReport } from '../../../shared/composition/export-report.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import { EXPORT_FORMATS, PROVEN_FORMAT, type ExportFormat } from '../../../shared/composition/export-formats.ts'
import type { ExportWorker } from '../../export-worker/export-worker.ts'
import type { KeyRing } from '../../sign/key-ring.ts'
import type { Given } from '../handlers.ts'
import type { OpenCase } from '../open-case.ts'
import { pagePath, readPage } from '../verifier-page.ts'
import { signaturePath } from '../sign-pdf.ts'
import { stoppedError } from './gate.ts'
import { exportInput } from './input.ts'
import { checkTargets } from './targets.ts'
import { writeExports, type WritingDeps } from './write.ts'

/** What exporting needs besides the case. */
export interface ExportDeps extends WritingDeps {
  worker: ExportWorker
  generator: string
  newId: () => string
  /** The page that checks PDFs in a browser, as the build made it. */
  page: string
  ring: KeyRing
  /** The formats that there are; those of Dossier when none are named. */
  formats?: readonly ExportFormat[]
}

/**
 * Exports a brief as it is on disk to files of several formats: look at the places, verify, then all in one job of the worker (gate, redact,
 * make all, read the PDF back, search all for what is withheld), then write them, and the PDF's signature and the page that checks it when they are asked for. Nothing is
 * written unless all could be made and none leaks, by its name either; nor when there are findings, or forms like withheld words, that weren't accepted.
 * @throws DossierError `leak` when a redacted file holds what is withheld, `cancelled`, or a storage failure
 */
export async function exportFiles(
  open: OpenCase,
  { briefId, options, acceptFindings, acceptNear = false, files, sign, withPage = false }: Given<'export.files'>,
  deps: ExportDeps
): Promise<ExportedFiles> {
  const targets = files.map(({ format, path }) => ({ format: formatOf(format, deps.formats), path }))
  const paths = targets.map(({ path }) => path)
  const signed = sign ? targets.filter(({ format }) => format.id === PROVEN_FORMAT) : []
  const paged = withPage ? targets.filter(({ format }) => format.id === PROVEN_FORMAT) : []
  const beside = [...signed.map(({ path }) => signaturePath(path)), ...paged.map(({ path }) => pagePath(path))]
  await checkTargets([...paths, ...beside], open.store.path)
  const page = withPage ? await readPage(deps.page) : null
  const key = sign ? await deps.ring.unlock(sign.keyId, sign.passphrase) : null
  const formats = targets.map(({ format }) => format)
  // Its libraries are loaded while the brief is verified.
  deps.worker.warm(...formats.map(({ id }) => id))
  deps.onProgress({ stage: 'verify', fraction: 0 })
  const brief = open.brief(briefId)
  const input = await exportInput(open, briefId, options, deps.generator)
  const names = paths.map((path) => basename(path))
  const outcome = await deps.worker.run(
    'export',
    { input, formats, names, acceptFindings, acceptNear },
    { onProgress: deps.onProgress, signal: deps.signal, original: (sourceId) => originalOf(open, sourceId) }
  )
  if (outcome.stopped) return outcome
  // Before the files: what is handed on can be had again.
  await open.versions.keepBySelf(brief, 'export', deps)
  const made = outcome.files.map((file, i) => ({ ...file, ...targets[i]! }))
  const reports = await writeExports(open, input, outcome.findings, made, { key, page }, deps)
  return { stopped: false, reports, hidden: outcome.hidden }
}

/** @throws DossierError `bad-request` for a format that there isn't */
function formatOf(id: string, formats: readonly ExportFormat[] = EXPORT_FORMATS): ExportFormat {
  const format = formats.find((each) => each.id === id)
  if (!format) throw new DossierError('bad-request', `There is no export format “${id}”. Nothing was written.`)
  return format
}

/** The bytes of a source's original; null when they aren't there. */
async function originalOf(open: OpenCase, sourceId: string): Promise<Uint8Array | null> {
  try {
    return await open.store.original(sourceId)
  } catch (error) {
    if (error instanceof DossierError) return null
    throw error
  }
}

/** Exports a brief as a PDF; see `exportFiles`. */
export async function exportPdf(
  open: OpenCase,
  { path, ...request }: Given<'export.pdf'>,
  deps: ExportDeps
): Promise<ExportReport> {
  return (await exportOne(open, { ...request, files: [{ format: PROVEN_FORMAT, path }] }, deps)) as ExportReport
}

/** Exports a brief in a format other than PDF; see `exportFiles`. */
export async function exportDocument(
  open: OpenCase,
  { path, format, ...request }: Given<'export.document'>,
  deps: ExportDeps
): Promise<DocumentReport> {
  return (await exportOne(open, { ...request, files: [{ format, path }] }, deps)) as DocumentReport
}

/** @throws DossierError as `exportFiles`, and `findings` or `near-forms` when there is something to be looked at first */
async function exportOne(
  open: OpenCase,
  request: Given<'export.files'>,
  deps: ExportDeps
): Promise<ExportReport | DocumentReport> {
  const exported = await exportFiles(open, request, deps)
  if (exported.stopped) throw stoppedError(exported)
  return exported.reports[0]!
}
