import { webcrypto } from 'node:crypto'
import { CryptoEngine } from 'pkijs'
import type { PdfReport } from '../../../shared/brief/check.ts'
import { verifySigned } from '../../../shared/verifier/verify-signed.ts'
import { nodePlatform } from './node-platform.ts'
import { pdfJs } from '../../../shared/verifier/pdfjs.ts'

/** Cryptography of public keys, as Node has it. */
const engine = new CryptoEngine({ name: 'node', crypto: webcrypto as never })

/** Verifies an exported PDF, and a signature within it, with Node's hashing, and with pdf.js as the second reader; see the verifier. `now` is the time by which certificates are judged. */
export function verifyPdf(bytes: Uint8Array, now = new Date()): Promise<PdfReport> {
  return verifySigned(bytes, { ...nodePlatform, others: pdfJs, engine, now })
}
