import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { blake2b } from './blake2b.ts'

/** A public key of minisign (https://jedisct1.github.io/minisign/). */
export interface PublicKey {
  /** 16 hexadecimal digits, as minisign shows it. */
  id: string
  /** 32 bytes: Ed25519. */
  bytes: Uint8Array
}

export interface SecretKey extends PublicKey {
  /** 32 bytes from which the key is made. */
  seed: Uint8Array
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

const UNTRUSTED = 'untrusted comment: '
const TRUSTED = 'trusted comment: '

/** A key's file, or its one line of letters, as minisign writes it; null when it is neither. The comment is its name. */
export function parsePublicKey(text: string): { key: PublicKey; comment: string } | null {
  const lines = linesOf(text)
  const comment = lines[0]?.startsWith(UNTRUSTED) ? lines.shift()!.slice(UNTRUSTED.length) : ''
  const bytes = lines.length === 1 ? fromBase64(lines[0]!) : null
  if (bytes?.length !== 42 || latin1(bytes.subarray(0, 2)) !== 'Ed') return null
  return { key: { id: idText(bytes.subarray(2, 10)), bytes: bytes.subarray(10) }, comment }
}

/** The one line of letters that others need to check a signature: `RW…`. */
export function publicKeyLine({ id, bytes }: PublicKey): string {
  return Buffer.concat([Buffer.from('Ed'), idBytes(id), bytes]).toString('base64')
}

/** The file of a public key. */
export function publicKeyFile(key: PublicKey, comment: string): string {
  return `${UNTRUSTED}${oneLine(comment)}\n${publicKeyLine(key)}\n`
}

/** Signs a file's bytes; the result is the text of the `.minisig` file. */
export function signBytes(data: Uint8Array, key: SecretKey, comment: string, trustedComment: string): string {
  const trusted = oneLine(trustedComment)
  const own = createPrivateKey({
    key: { kty: 'OKP', crv: 'Ed25519', d: base64Url(key.seed), x: base64Url(key.bytes) },
    format: 'jwk'
  })
  const signature = sign(null, blake2b(data, 64), own)
  const global = sign(null, Buffer.concat([signature, Buffer.from(trusted)]), own)
  const line = Buffer.concat([Buffer.from('ED'), idBytes(key.id), signature]).toString('base64')
  return `${UNTRUSTED}${oneLine(comment)}\n${line}\n${TRUSTED}${trusted}\n${global.toString('base64')}\n`
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

/** Whether a signature by this key fits the bytes, and its comment too. */
export function fits(data: Uint8Array, signature: Signature, key: PublicKey): boolean {
  const own = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: base64Url(key.bytes) }, format: 'jwk' })
  const signed = signature.hashed ? blake2b(data, 64) : data
  const whole = Buffer.concat([signature.bytes, Buffer.from(signature.trustedComment)])
  return (
    signature.keyId === key.id &&
    verify(null, signed, own, signature.bytes) &&
    verify(null, whole, own, signature.global)
  )
}

/** A key's id as minisign shows it: its bytes from the last to the first. */
export function idText(bytes: Uint8Array): string {
  return Buffer.from(bytes).reverse().toString('hex').toUpperCase()
}

export function idBytes(id: string): Uint8Array {
  return Buffer.from(id, 'hex').reverse()
}

export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/)
  while (lines.at(-1) === '') lines.pop()
  return lines
}

/** The bytes of a text in Base64; null when it holds anything else. */
export function fromBase64(text: string): Uint8Array | null {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0
    ? new Uint8Array(Buffer.from(text, 'base64'))
    : null
}

function base64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

/** Line ends would end a comment. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}
