import { basename } from 'node:path'
import type { DocumentReport, ExportReport } from '../../../shared/composition/export-report.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import { stageDurably, storageError, type StagedFile } from '../../store/durable.ts'
import { sha256 } from '../../store/hash.ts'
import type { SecretKey } from '../../sign/minisign.ts'
import type { OpenCase } from '../open-case.ts'
import { signatureOf, signaturePath } from '../sign-pdf.ts'
import type { ExportDeps, Made, Prepared } from './gate.ts'

/** A finished export, with the pages of a PDF. */
export interface MadeFile extends Made {
  pages: number
}

/**
 * Writes finished exports, the signature of the PDF when there is a key, and a line in the log for each: all bytes are on the disk
 * before the first file is put in its place.
 * @throws DossierError `cancelled`, or a storage failure; then nothing was written, or the sentence says what was
 */
export async function writeExports(
  open: OpenCase,
  { input, secrets, findings, title }: Prepared,
  made: readonly MadeFile[],
  key: SecretKey | null,
  deps: ExportDeps
): Promise<(ExportReport | DocumentReport)[]> {
  const files = made.flatMap(({ format, path, bytes }) => [
    { path, bytes },
    ...(key && format === 'pdf'
      ? [{ path: signaturePath(path), bytes: Buffer.from(signatureOf(path, bytes, key, deps.now())) }]
      : [])
  ])
  deps.onProgress({ stage: 'write', fraction: 0 })
  await putInPlace(files, deps.signal)
  const redacted = secrets !== null
  const reports: (ExportReport | DocumentReport)[] = []
  for (const { format, path, bytes, pages } of made) {
    const hash = sha256(bytes)
    const head = await open.store.log({
      action: 'brief-exported',
      subject: input.brief.id,
      detail: { title, format, sha256: hash, findings: findings.length, redacted }
    })
    const logHead = head?.sha256 ?? null
    const report = { path, sha256: hash, bytes: bytes.length, redacted, findings, logHead }
    reports.push(
      format === 'pdf'
        ? { ...report, pages, signature: key === null ? null : signaturePath(path) }
        : { ...report, format }
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
