import { basename } from 'node:path'
import type { DocumentReport, ExportProgress, ExportReport } from '../../../shared/composition/export-report.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import type { Finding } from '../../../shared/brief/check.ts'
import { PROVEN_FORMAT, type DocumentFormat, type ExportFormat } from '../../../shared/composition/export-formats.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'
import { stageDurably, storageError, type StagedFile } from '../../base/durable.ts'
import { sha256 } from '../../base/hash.ts'
import type { SecretKey } from '../../sign/minisign.ts'
import type { OpenCase } from '../open-case.ts'
import { pagePath } from '../verifier-page.ts'
import { signatureOf, signaturePath } from '../sign-pdf.ts'

/** What writing needs. */
export interface WritingDeps {
  now: () => Date
  onProgress: (progress: ExportProgress) => void
  signal: AbortSignal
}

/** A finished file that isn't written yet, and where it is to stand. */
interface FinishedFile {
  format: ExportFormat
  path: string
  bytes: Uint8Array
  pages: number
}

/** What is written beside a PDF, if anything is. */
interface Beside {
  /** The key by which it is signed. */
  key: SecretKey | null
  /** The page that checks it in a browser. */
  page: Uint8Array | null
}

/**
 * Writes finished exports, what goes beside the PDF, and a line in the log for each: all bytes are on the disk
 * before the first file is put in its place.
 * @throws DossierError `cancelled`, or a storage failure; then nothing was written, or the sentence says what was
 */
export async function writeExports(
  open: OpenCase,
  { brief, options: { redacted } }: ExportInput,
  findings: Finding[],
  made: readonly FinishedFile[],
  { key, page }: Beside,
  deps: WritingDeps
): Promise<(ExportReport | DocumentReport)[]> {
  const files: { path: string; bytes: Uint8Array }[] = made.flatMap(({ format, path, bytes }) => [
    { path, bytes },
    ...(key && format.id === PROVEN_FORMAT
      ? [{ path: signaturePath(path), bytes: Buffer.from(signatureOf(path, bytes, key, deps.now())) }]
      : []),
    ...(page && format.id === PROVEN_FORMAT ? [{ path: pagePath(path), bytes: page }] : [])
  ])
  deps.onProgress({ stage: 'write', fraction: 0 })
  await putInPlace(files, deps.signal)
  const reports: (ExportReport | DocumentReport)[] = []
  for (const { format, path, bytes, pages } of made) {
    const hash = sha256(bytes)
    const head = await open.store.log({
      action: 'brief-exported',
      subject: brief.id,
      detail: { title: brief.title, format: format.id, sha256: hash, findings: findings.length, redacted }
    })
    const logHead = head?.sha256 ?? null
    const report = { path, sha256: hash, bytes: bytes.length, redacted, findings, logHead }
    reports.push(
      format.id === PROVEN_FORMAT
        ? {
            ...report,
            pages,
            signature: key && signaturePath(path),
            page: page && { path: pagePath(path), sha256: sha256(page) }
          }
        : { ...report, format: format.id as DocumentFormat }
    )
  }
  deps.onProgress({ stage: 'write', fraction: 1 })
  return reports
}

async function putInPlace(files: readonly { path: string; bytes: Uint8Array }[], signal: AbortSignal): Promise<void> {
  const staged: { path: string; file: StagedFile }[] = []
  const written: string[] = []
  try {
    for (const { path, bytes } of files) {
      if (signal.aborted) throw cancelled()
      staged.push({ path, file: await failing(path, written, stageDurably(path, bytes)) })
    }
    if (signal.aborted) throw cancelled()
    for (const { path, file } of staged) {
      await failing(path, written, file.place())
      written.push(path)
    }
  } catch (error) {
    for (const { path, file } of staged) if (!written.includes(path)) await file.discard()
    throw error
  }
}

function cancelled(): DossierError {
  return new DossierError('cancelled', 'The export was cancelled. Nothing was written.')
}

/** Says what a failure means for the files: those that are in place already stay. */
async function failing<T>(path: string, written: readonly string[], work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const names = written.map((each) => `“${basename(each)}”`).join(', ')
    const before = written.length === 0 ? '' : ` ${names} ${written.length === 1 ? 'is' : 'are'} written.`
    throw storageError(error, `“${basename(path)}”`, `A file of that name, if there was one, is unchanged.${before}`)
  }
}
