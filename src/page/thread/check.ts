import { CryptoEngine } from 'pkijs'
import { checkBag } from '../../shared/bag/check-bag.ts'
import type { PdfReport } from '../../shared/brief/check.ts'
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
    const { check: found } = await checkBag(new ZipBag(task.bytes, task.name), {})
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
