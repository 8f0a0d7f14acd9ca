import type { PdfReport } from '../../../shared/brief/check.ts'
import { verifyPdf as verify } from '../../../shared/verifier/verify.ts'
import { nodePlatform } from './node-platform.ts'
import { pdfJs } from '../../../shared/verifier/pdfjs.ts'

/** Verifies an exported PDF with Node's hashing, and with pdf.js as the second reader; see the verifier. */
export function verifyPdf(bytes: Uint8Array): Promise<PdfReport> {
  return verify(bytes, { ...nodePlatform, others: pdfJs })
}
