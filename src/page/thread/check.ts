import { CryptoEngine } from 'pkijs'
import { hashFile, readWhole } from '../../shared/bag/bag-files.ts'
import { checkBag } from '../../shared/bag/check-bag.ts'
import type { PdfReport } from '../../shared/brief/check.ts'
import { KINDS } from '../../shared/case/records/kinds.ts'
import { CASE_FILE } from '../../shared/case/records/places.ts'
import { verifyStored, type StoredCase, type StoredReport } from '../../shared/case/stored/verify-stored.ts'
import { DECLARATION_FILE } from '../../shared/exchange/bagit.ts'
import { latin1 } from '../../shared/pdf/bytes.ts'
import { judgeSignature, type KnownKey } from '../../shared/signature/judge.ts'
import { judgeTimes } from '../../shared/signature/time-stamps.ts'
import { parsePublicKey } from '../../shared/signature/minisign.ts'
import { readCarried } from '../../shared/verifier/carried.ts'
import { pdfJs } from '../../shared/verifier/pdfjs.ts'
import { withSignature, withTimes } from '../../shared/verifier/with-signature.ts'
import { readSigned } from '../../shared/verifier/signature-update.ts'
import { verifySigned } from '../../shared/verifier/verify-signed.ts'
import type { Outcome, Task } from './messages.ts'
import { ZipBag } from './zip-bag.ts'
import { pagePlatform } from './platform.ts'

/** Checks a file as the command line does. Throws a `DossierError` where there is nothing that can be checked. */
export async function check(task: Task, sha256: string): Promise<Outcome> {
  if (isZip(task.bytes)) {
    const files = new ZipBag(task.bytes, task.name)
    if (files.sizes.has(CASE_FILE) && !files.sizes.has(DECLARATION_FILE))
      return { kind: 'case', sha256, report: await checkCase(files) }
    const { check: found } = await checkBag(files, {})
    return { kind: 'bag', sha256, check: found }
  }
  const engine = isSecureContext ? new CryptoEngine({ name: 'page', crypto: globalThis.crypto }) : null
  const report = await verifySigned(task.bytes, { ...pagePlatform, others: pdfJs, engine, now: new Date() })
  return {
    kind: 'pdf',
    sha256,
    report: withTimes(await judged(report, task), await judgeTimes(task.stamps, task.bytes, engine)),
    texts: readCarried(readSigned(task.bytes, pagePlatform)?.original ?? task.bytes, pagePlatform)
  }
}

/** A case’s folder in a zip. */
function checkCase(files: ZipBag): Promise<StoredReport> {
  const stored: StoredCase = {
    names: [...files.sizes.keys()],
    // As Node reads a file: what isn’t UTF-8 is replaced, and then hasn’t its checksum.
    text: async (name) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readWhole(files, name)),
    hash: async (name) => (await hashFile(files, name)).sha256
  }
  return verifyStored(stored, { sha256: pagePlatform.sha256, kinds: KINDS })
}

/** By its first bytes. */
function isZip(bytes: Uint8Array): boolean {
  return latin1(bytes, 0, 4) === 'PK\x03\x04'
}

/** A report with beside the file says. A key that was pasted is known, not asked for: the file may have been dropped without it. */
async function judged(report: PdfReport, { name, bytes, signature, publicKey }: Task): Promise<PdfReport> {
  if (signature === null) return report
  const pasted = parsePublicKey(publicKey.trim())
  const known = pasted && { key: pasted.key, name: pasted.comment === '' ? null : pasted.comment }
  const keyOf = (id: string): KnownKey | null => (known?.key.id === id ? known : null)
  return withSignature(report, await judgeSignature(signature, bytes, `${name}.minisig`, keyOf), null)
}
