import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { SigningKey } from '../../shared/proof/signing-key.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { KeyRing } from '../sign/key-ring.ts'
import { ifThere } from '../store/durable.ts'
import { signFile } from '../use-cases/sign-pdf.ts'
import type { Answer } from './output.ts'
import { passphrases, type Passphrases } from './passphrase.ts'
import { columns, line, lines, say } from './printable.ts'
import { userDataFolder } from './user-data.ts'

const ring = (): KeyRing => new KeyRing(userDataFolder())

/** `dossier key new`: makes a key that signs. */
export async function newKey(name: string, words: Passphrases): Promise<Answer> {
  const key = await ring().create(name, await words.first())
  const made = say`Made the key “${key.name}” (${key.id}). Others check your signatures with its public key:`
  const text = lines(made, line(key.publicKey))
  return { json: key, text }
}

/** `dossier key list`: the keys that this machine knows. */
export async function listKeys(): Promise<Answer> {
  const keys = await ring().list()
  const text = keys.length === 0 ? say`No key is known. “dossier key new” makes one.` : columns(keys.map(row))
  return { json: keys, text }
}

/** `dossier key show`: a key with its public key, for others. */
export async function showKey(which: string): Promise<Answer> {
  const key = await ring().find(which)
  return { json: key, text: line(key.publicKey) }
}

/** `dossier key import`: takes in somebody's public key, its line or a file with it. */
export async function importKey(given: string, name: string | undefined): Promise<Answer> {
  const text = given.startsWith('RW') ? given : await ifThere(readFile(given, 'utf8'))
  if (text === undefined) throw new DossierError('not-found', `There is no file “${given}”. Nothing was changed.`)
  const key = await ring().add(text, name ?? null)
  return { json: key, text: say`Signatures by “${key.name}” (${key.id}) can be checked now.` }
}

/** `dossier key forget`: removes a key. */
export async function forgetKey(which: string): Promise<Answer> {
  const key = await ring().forget(which)
  return { json: key, text: say`Forgot the key “${key.name}” (${key.id}).` }
}

/** `dossier sign`: writes a signature beside a file. */
export async function sign(path: string, which: string | undefined, words: Passphrases): Promise<Answer> {
  const keys = ring()
  const key = await signingKey(keys, which)
  const signature = await signFile(resolve(path), await keys.unlock(key.id, await words.current()), new Date())
  return { json: { path: signature, key: key.id }, text: say`Signed ${basename(path)} as “${key.name}”: ${signature}` }
}

/** The key that signs: the one named, else the only one that can. @throws DossierError `bad-request`, `not-found` */
export async function signingKey(keys: KeyRing, which: string | undefined): Promise<SigningKey> {
  if (which !== undefined) return keys.find(which)
  const able = (await keys.list()).filter(({ canSign }) => canSign)
  if (able.length === 1) return able[0]!
  const message =
    able.length === 0
      ? 'There is no key that signs. “dossier key new” makes one. Nothing was signed.'
      : `There are ${able.length} keys that sign. Name one with --key. Nothing was signed.`
  throw new DossierError('bad-request', message)
}

/** The options of `dossier export` that ask for a signature. */
export interface SignFlags {
  sign: boolean
  key?: string
  keyPassphraseFile?: string
}

/** The key that signs an export with its passphrase; null when none is asked for. */
export async function signRequest(flags: SignFlags): Promise<{ keyId: string; passphrase: string } | null> {
  if (!flags.sign) return null
  const { id } = await signingKey(ring(), flags.key)
  const words = passphrases({ file: flags.keyPassphraseFile, newFile: undefined, option: '--key-passphrase-file' })
  return { keyId: id, passphrase: await words.current() }
}

function row({ id, name, canSign, publicKey }: SigningKey): string[] {
  return [id, canSign ? 'signs' : 'checks', publicKey, name]
}
