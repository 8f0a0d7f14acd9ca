import { createPrivateKey, sign } from 'node:crypto'
import { blake2b } from '@noble/hashes/blake2.js'
import { TRUSTED, UNTRUSTED, type PublicKey } from '../../shared/signature/minisign.ts'

export interface SecretKey extends PublicKey {
  /** 32 bytes from which the key is made. */
  seed: Uint8Array
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
  const signature = sign(null, blake2b(data), own)
  const global = sign(null, Buffer.concat([signature, Buffer.from(trusted)]), own)
  const line = Buffer.concat([Buffer.from('ED'), idBytes(key.id), signature]).toString('base64')
  return `${UNTRUSTED}${oneLine(comment)}\n${line}\n${TRUSTED}${trusted}\n${global.toString('base64')}\n`
}

export function idBytes(id: string): Uint8Array {
  return Buffer.from(id, 'hex').reverse()
}

function base64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

/** Line ends would end a comment. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}
