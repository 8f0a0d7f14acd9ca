import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { signBytes, type SecretKey } from '../sign/minisign.ts'
import { refuseInCase } from '../store/enclosing-case.ts'
import { readingError, storageError, writeDurably } from '../base/durable.ts'

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
