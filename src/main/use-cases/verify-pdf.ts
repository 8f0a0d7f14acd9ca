import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { judgeTimes, type TimeStamps } from '../../shared/signature/time-stamps.ts'
import { judgeSignature, type KnownKey } from '../../shared/signature/judge.ts'
import { parsePublicKey } from '../../shared/signature/minisign.ts'
import type { PdfReport, SignatureReport } from '../../shared/brief/check.ts'
import { withSignature, withTimes } from '../../shared/verifier/with-signature.ts'
import { ExportWorker } from '../export-worker/export-worker.ts'
import type { KeyRing } from '../sign/key-ring.ts'
import { ifThere, readingError } from '../base/durable.ts'
import { nodeEngine } from '../base/public-keys.ts'
import { signaturePath } from './sign-pdf.ts'

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
  const times = await judgeTimes(await timeStampsOf(path), bytes, nodeEngine)
  return withTimes(withSignature(report, signature, required), times)
}

/** The time stamps that stand beside a file. */
async function timeStampsOf(path: string): Promise<TimeStamps> {
  const [tsr, ots] = await Promise.all(['.tsr', '.ots'].map((ending) => ifThere(readFile(`${path}${ending}`))))
  return { tsr: tsr ?? null, ots: ots ?? null }
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

/** What the signature beside a file says; null when there is none. `required` is a public key to check it with. */
export async function checkSignature(
  path: string,
  bytes: Uint8Array,
  ring: KeyRing,
  required: KnownKey | null
): Promise<SignatureReport | null> {
  const text = await ifThere(readFile(signaturePath(path), 'utf8'))
  if (text === undefined || text === null) return null
  const keyOf = (id: string): KnownKey | null | Promise<KnownKey | null> =>
    required?.key.id === id ? required : ring.publicKey(id)
  return judgeSignature(text, bytes, basename(signaturePath(path)), keyOf)
}

/** A public key by its text or by the name or id of a known one. @throws DossierError `not-found` */
export async function requiredKey(which: string, ring: KeyRing): Promise<KnownKey> {
  const parsed = parsePublicKey(which)
  if (parsed) return { key: parsed.key, name: (await ring.publicKey(parsed.key.id))?.name ?? null }
  const { id } = await ring.find(which)
  return (await ring.publicKey(id))!
}
