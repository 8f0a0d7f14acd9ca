import type { BundleCheck } from '../../shared/bag/check-bag.ts'
import type { PdfReport } from '../../shared/brief/check.ts'
import type { StoredReport } from '../../shared/case/stored/verify-stored.ts'
import type { Failure } from '../../shared/errors/errors.ts'
import type { TimeStamps } from '../../shared/signature/time-stamps.ts'
import type { CarriedText } from '../../shared/verifier/carried.ts'

/** A file that is to be checked, with what stands beside it. */
export interface Task {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  /** The text of its minisign signature (`<name>.minisig`), where one was dropped with it. */
  signature: string | null
  /** Its time stamps (`<name>.tsr`, `<name>.ots`), where they were dropped with it. */
  stamps: TimeStamps
  /** The signer's public key as it was pasted; empty where none was. */
  publicKey: string
}

/** What came of it. `sha256` is that of the file. */
export type Outcome =
  | { kind: 'pdf'; sha256: string; report: PdfReport; texts: CarriedText[] }
  | { kind: 'bag'; sha256: string; check: BundleCheck }
  | { kind: 'case'; sha256: string; report: StoredReport }
  | { kind: 'failed'; sha256: string; failure: Failure }
