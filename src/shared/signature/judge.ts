import type { SignatureReport } from '../brief/check.ts'
import { fits } from './fits.ts'
import { parseSignature, type PublicKey } from './minisign.ts'
import { say } from '../wording/say.ts'

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
    const message = say('“{1*}” isn’t a signature of minisign: it is damaged. Ask for it again.', file)
    return { state: 'unreadable', keyId: '', name: null, comment: null, signedAt: null, message }
  }
  const { keyId, trustedComment } = signature
  const known = await keyOf(keyId)
  if (!known) {
    const message = say(
      'There is a signature by the key {1*}, which isn’t known here, so it wasn’t checked. Ask the signer for the public key, a line that begins with RW, over a way you trust, and add it.',
      keyId
    )
    return { state: 'unknown-key', keyId, name: null, comment: null, signedAt: null, message }
  }
  const who = known.name === null ? say('the key {1*}', keyId) : say('“{1*}” (key {2*})', known.name, keyId)
  if (!fits(bytes, signature, known.key)) {
    const message = say(
      'The signature doesn’t fit this file: the file was changed after {1>} signed it, the signature belongs to another file, or the public key isn’t as the signer gave it. Compare the key, and ask for the file and its signature again.',
      who
    )
    return { state: 'wrong', keyId, name: known.name, comment: null, signedAt: null, message }
  }
  const signedAt = timeOf(trustedComment)
  const message =
    signedAt === null
      ? say('Signed by {1>}; the file is unchanged since.', who)
      : say(
          'Signed by {1>} on {2*} at {3*} UTC by the signer’s clock; the file is unchanged since.',
          who,
          signedAt.slice(0, 10),
          signedAt.slice(11, 16)
        )
  return { state: 'valid', keyId, name: known.name, comment: trustedComment, signedAt, message }
}

function timeOf(comment: string): string | null {
  const seconds = /^timestamp:(\d{1,11})(\t|$)/.exec(comment)
  return seconds ? new Date(Number(seconds[1]) * 1000).toISOString() : null
}
