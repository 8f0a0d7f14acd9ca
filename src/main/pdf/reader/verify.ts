import type { PdfReport } from '../../../shared/brief/check.ts'
import { verifySigned } from '../../../shared/verifier/verify-signed.ts'
import { nodeEngine } from '../../base/public-keys.ts'
import { nodePlatform } from './node-platform.ts'
import { pdfJs } from '../../../shared/verifier/pdfjs.ts'

/** Verifies an exported PDF, and a signature within it, with Node's hashing, and with pdf.js as the second reader; see the verifier. `now` is the time by which certificates are judged. */
export function verifyPdf(bytes: Uint8Array, now = new Date()): Promise<PdfReport> {
  return verifySigned(bytes, { ...nodePlatform, others: pdfJs, engine: nodeEngine, now })
}
