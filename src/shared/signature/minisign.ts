import { latin1, toHex } from '../pdf/bytes.ts'
import { fromBase64 } from './base64.ts'

/** A public key of minisign (https://jedisct1.github.io/minisign/). */
export interface PublicKey {
  /** 16 hexadecimal digits, as minisign shows it. */
  id: string
  /** 32 bytes: Ed25519. */
  bytes: Uint8Array
}

/** A detached signature. */
export interface Signature {
  keyId: string
  /** Whether the file's BLAKE2b digest is signed rather than the file, as minisign does today. */
  hashed: boolean
  bytes: Uint8Array
  /** What the signer vouches for along with the file. */
  trustedComment: string
  /** Signs signature and comment together. */
  global: Uint8Array
}

export const UNTRUSTED = 'untrusted comment: '
export const TRUSTED = 'trusted comment: '

/** A key's file, or its one line of letters, as minisign writes it; null when it is neither. The comment is its name. */
export function parsePublicKey(text: string): { key: PublicKey; comment: string } | null {
  const lines = linesOf(text)
  const comment = lines[0]?.startsWith(UNTRUSTED) ? lines.shift()!.slice(UNTRUSTED.length) : ''
  const bytes = lines.length === 1 ? fromBase64(lines[0]!) : null
  if (bytes?.length !== 42 || latin1(bytes, 0, 2) !== 'Ed') return null
  return { key: { id: idText(bytes.subarray(2, 10)), bytes: bytes.subarray(10) }, comment }
}

/** Reads a `.minisig` file; null when it isn't one. */
export function parseSignature(text: string): Signature | null {
  const lines = linesOf(text)
  if (lines.length !== 4 || !lines[0]!.startsWith(UNTRUSTED) || !lines[2]!.startsWith(TRUSTED)) return null
  const bytes = fromBase64(lines[1]!)
  const global = fromBase64(lines[3]!)
  const kind = bytes && latin1(bytes.subarray(0, 2))
  if (bytes?.length !== 74 || global?.length !== 64 || (kind !== 'ED' && kind !== 'Ed')) return null
  return {
    keyId: idText(bytes.subarray(2, 10)),
    hashed: kind === 'ED',
    bytes: bytes.subarray(10),
    trustedComment: lines[2]!.slice(TRUSTED.length),
    global
  }
}

/** A key's id as minisign shows it: its bytes from the last to the first. */
export function idText(bytes: Uint8Array): string {
  return toHex(bytes.slice().reverse()).toUpperCase()
}

/** The lines of a text, without empty ones at its end. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/)
  while (lines.at(-1) === '') lines.pop()
  return lines
}
