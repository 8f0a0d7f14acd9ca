import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { SignatureReport } from '../../shared/brief/check.ts'
import { fits, parsePublicKey, parseSignature, signBytes, type PublicKey, type SecretKey } from '../sign/minisign.ts'
import type { KeyRing } from '../sign/key-ring.ts'
import { refuseInCase } from '../store/enclosing-case.ts'
import { ifThere, readingError, storageError, writeDurably } from '../base/durable.ts'

/** Where the signature of a file stands. */
export function signaturePath(path: string): string {
  return `${path}.minisig`
}

/** The signature of a file's bytes, for the file beside it. */
export function signatureOf(path: string, bytes: Uint8Array, key: SecretKey, now: Date): string {
  const trusted = `timestamp:${Math.floor(now.getTime() / 1000)}\tfile:${basename(path)}\thashed`
  return signBytes(bytes, key, `signature by key ${key.id}`, trusted)
}

/** Signs a file that is there: writes the signature beside it, whole or not at all. Returns its path. @throws DossierError `not-found`, `io`, or a storage failure */
export async function signFile(path: string, key: SecretKey, now: Date): Promise<string> {
  const target = signaturePath(path)
  await refuseInCase(target)
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw readingError(error, `“${basename(path)}”`, 'Nothing was signed.')
  }
  try {
    await writeDurably(target, signatureOf(path, bytes, key, now))
  } catch (error) {
    throw storageError(error, `the signature “${basename(target)}”`, `“${basename(path)}” is unchanged.`)
  }
  return target
}

/** What the signature beside a file says; null when there is none. `required` is a public key to check it with. */
export async function checkSignature(
  path: string,
  bytes: Uint8Array,
  ring: KeyRing,
  required: { key: PublicKey; name: string | null } | null
): Promise<SignatureReport | null> {
  const text = await ifThere(readFile(signaturePath(path), 'utf8'))
  if (text === undefined || text === null) return null
  const signature = parseSignature(text)
  if (!signature) {
    const message = `“${basename(signaturePath(path))}” isn’t a signature of minisign: it is damaged. Ask for it again.`
    return { state: 'unreadable', keyId: '', name: null, comment: null, signedAt: null, message }
  }
  const { keyId, trustedComment } = signature
  const known = required?.key.id === keyId ? required : await ring.publicKey(keyId)
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

/** A public key by its text or by the name or id of a known one. @throws DossierError `not-found` */
export async function requiredKey(which: string, ring: KeyRing): Promise<{ key: PublicKey; name: string | null }> {
  const parsed = parsePublicKey(which)
  if (parsed) return { key: parsed.key, name: (await ring.publicKey(parsed.key.id))?.name ?? null }
  const { id } = await ring.find(which)
  return (await ring.publicKey(id))!
}

function timeOf(comment: string): string | null {
  const seconds = /^timestamp:(\d{1,11})(\t|$)/.exec(comment)
  return seconds ? new Date(Number(seconds[1]) * 1000).toISOString() : null
}
