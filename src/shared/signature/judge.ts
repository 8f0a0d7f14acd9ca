import type { SignatureReport } from '../brief/check.ts'
import { fits, parseSignature, type PublicKey } from './minisign.ts'

/** A key by which signatures are checked, with the name that it is known under. */
export interface KnownKey {
  key: PublicKey
  name: string | null
}

/**
 * What the signature that stands beside a file says. `file` is the name of the signature's file, for sentences; `keyOf` gives the key
 * with an id, null where it isn't known.
 */
export async function judgeSignature(
  text: string,
  bytes: Uint8Array,
  file: string,
  keyOf: (id: string) => KnownKey | null | Promise<KnownKey | null>
): Promise<SignatureReport> {
  const signature = parseSignature(text)
  if (!signature) {
    const message = `“${file}” isn’t a signature of minisign: it is damaged. Ask for it again.`
    return { state: 'unreadable', keyId: '', name: null, comment: null, signedAt: null, message }
  }
  const { keyId, trustedComment } = signature
  const known = await keyOf(keyId)
  if (!known) {
    const message = `There is a signature by the key ${keyId}, which isn’t known here, so it wasn’t checked. Ask the signer for the public key, a line that begins with RW, over a way you trust, and add it.`
    return { state: 'unknown-key', keyId, name: null, comment: null, signedAt: null, message }
  }
  const who = known.name === null ? `the key ${keyId}` : `“${known.name}” (key ${keyId})`
  if (!fits(bytes, signature, known.key)) {
    const message = `The signature doesn’t fit this file: the file was changed after ${who} signed it, or the signature belongs to another file. Ask for both again.`
    return { state: 'wrong', keyId, name: known.name, comment: null, signedAt: null, message }
  }
  const signedAt = timeOf(trustedComment)
  const when =
    signedAt === null ? '' : ` on ${signedAt.slice(0, 10)} at ${signedAt.slice(11, 16)} UTC by the signer’s clock`
  const message = `Signed by ${who}${when}; the file is unchanged since.`
  return { state: 'valid', keyId, name: known.name, comment: trustedComment, signedAt, message }
}

function timeOf(comment: string): string | null {
  const seconds = /^timestamp:(\d{1,11})(\t|$)/.exec(comment)
  return seconds ? new Date(Number(seconds[1]) * 1000).toISOString() : null
}
