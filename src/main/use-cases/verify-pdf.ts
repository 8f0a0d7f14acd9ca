import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { PdfReport } from '../../shared/brief/check.ts'
import { withSignature } from '../../shared/verifier/with-signature.ts'
import { ExportWorker } from '../export-worker/export-worker.ts'
import type { KeyRing } from '../sign/key-ring.ts'
import { readingError } from '../base/durable.ts'
import { checkSignature, requiredKey } from './sign-pdf.ts'

/**
 * Verifies an exported PDF from the file alone, and the signature beside it. A signature that doesn't fit, and one that is
 * required and missing, are problems. @throws DossierError `not-found`, `io`, `not-a-proof`
 */
export async function verifyPdfFile(
  path: string,
  requireSignature: string | null,
  { pdfWorker, ring }: { pdfWorker: URL; ring: KeyRing }
): Promise<PdfReport> {
  const required = requireSignature === null ? null : await requiredKey(requireSignature, ring)
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await readFile(path))
  } catch (error) {
    throw readingError(error, `“${basename(path)}”`)
  }
  const report = await verifyApart(pdfWorker, bytes)
  const signature = await checkSignature(path, bytes, ring, required)
  return withSignature(report, signature, required)
}

/** In a thread of its own, which knows of no case: the file may be anybody's. */
async function verifyApart(pdfWorker: URL, bytes: Uint8Array): Promise<PdfReport> {
  const worker = new ExportWorker(pdfWorker)
  try {
    return await worker.run('verify', { bytes })
  } finally {
    await worker.end()
  }
}
