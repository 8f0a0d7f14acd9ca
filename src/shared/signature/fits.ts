import { ed25519 } from '@noble/curves/ed25519.js'
import { blake2b } from '@noble/hashes/blake2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PublicKey, Signature } from './minisign.ts'

/** Whether a signature by this key fits the bytes, and its comment too. */
export function fits(data: Uint8Array, signature: Signature, key: PublicKey): boolean {
  const signed = signature.hashed ? blake2b(data) : data
  const whole = concatBytes(signature.bytes, utf8ToBytes(signature.trustedComment))
  return (
    signature.keyId === key.id && isSignedBy(key, signed, signature.bytes) && isSignedBy(key, whole, signature.global)
  )
}

/** Ed25519 by RFC 8032 to the letter: of encodings that some programs take and others don't, none. */
function isSignedBy({ bytes }: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, bytes, { zip215: false })
  } catch {
    // A key that is no point of the curve fits nothing.
    return false
  }
}
