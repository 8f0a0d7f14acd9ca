import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { SignatureReport } from '../../shared/brief/check.ts'
import { judgeSignature, type KnownKey } from '../../shared/signature/judge.ts'
import { parsePublicKey } from '../../shared/signature/minisign.ts'
import { signBytes, type SecretKey } from '../sign/minisign.ts'
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
  required: KnownKey | null
): Promise<SignatureReport | null> {
  const text = await ifThere(readFile(signaturePath(path), 'utf8'))
  if (text === undefined || text === null) return null
  const keyOf = (id: string): KnownKey | null | Promise<KnownKey | null> =>
    required?.key.id === id ? required : ring.publicKey(id)
  return judgeSignature(text, bytes, basename(signaturePath(path)), keyOf)
}

/** A public key by its text or by the name or id of a known one. @throws DossierError `not-found` */
export async function requiredKey(which: string, ring: KeyRing): Promise<KnownKey> {
  const parsed = parsePublicKey(which)
  if (parsed) return { key: parsed.key, name: (await ring.publicKey(parsed.key.id))?.name ?? null }
  const { id } = await ring.find(which)
  return (await ring.publicKey(id))!
}
