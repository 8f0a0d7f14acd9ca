import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { SigningKey } from '../../shared/proof/signing-key.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { ifThere } from '../base/durable.ts'
import type { Workspace } from '../workspace.ts'
import type { Answer } from './output.ts'
import { passphrases, type Passphrases } from './passphrase.ts'
import { columns, line, lines, say } from './printable.ts'

/** `dossier key new`: makes a key that signs. */
export async function newKey(workspace: Workspace, name: string, words: Passphrases): Promise<Answer> {
  const key = await workspace.handlers['signature.newKey']({ name, passphrase: await words.first() })
  const made = say`Made the key “${key.name}” (${key.id}). Others check your signatures with its public key:`
  const text = lines(made, line(key.publicKey))
  return { json: key, text }
}

/** `dossier key list`: the keys that this machine knows. */
export async function listKeys(workspace: Workspace): Promise<Answer> {
  const keys = await workspace.handlers['signature.keys']({})
  const text = keys.length === 0 ? say`No key is known. “dossier key new” makes one.` : columns(keys.map(row))
  return { json: keys, text }
}

/** `dossier key show`: a key with its public key, for others. */
export async function showKey(workspace: Workspace, which: string): Promise<Answer> {
  const key = await workspace.handlers['signature.find']({ which })
  return { json: key, text: line(key.publicKey) }
}

/** `dossier key import`: takes in somebody's public key, its line or a file with it. */
export async function importKey(workspace: Workspace, given: string, name: string | undefined): Promise<Answer> {
  const text = given.startsWith('RW') ? given : await ifThere(readFile(given, 'utf8'))
  if (text === undefined) throw new DossierError('not-found', `There is no file “${given}”. Nothing was changed.`)
  const key = await workspace.handlers['signature.addKey']({ publicKey: text, name: name ?? null })
  return { json: key, text: say`Signatures by “${key.name}” (${key.id}) can be checked now.` }
}

/** `dossier key forget`: removes a key. */
export async function forgetKey(workspace: Workspace, which: string): Promise<Answer> {
  const key = await workspace.handlers['signature.find']({ which })
  await workspace.handlers['signature.forgetKey']({ id: key.id })
  return { json: key, text: say`Forgot the key “${key.name}” (${key.id}).` }
}

/** `dossier sign`: writes a signature beside a file. */
export async function sign(
  workspace: Workspace,
  path: string,
  which: string | undefined,
  words: Passphrases
): Promise<Answer> {
  const key = await signerOf(workspace, which)
  const request = { path: resolve(path), keyId: key.id, passphrase: await words.current() }
  const { path: signature } = await workspace.handlers['signature.sign'](request)
  return { json: { path: signature, key: key.id }, text: say`Signed ${basename(path)} as “${key.name}”: ${signature}` }
}

/** The options of `dossier export` that ask for a signature. */
export interface SignFlags {
  sign: boolean
  key?: string
  keyPassphraseFile?: string
}

/** The key that signs an export with its passphrase; null when none is asked for. */
export async function signRequest(
  workspace: Workspace,
  flags: SignFlags
): Promise<{ keyId: string; passphrase: string } | null> {
  if (!flags.sign) return null
  const { id } = await signerOf(workspace, flags.key)
  const words = passphrases({ file: flags.keyPassphraseFile, newFile: undefined, option: '--key-passphrase-file' })
  return { keyId: id, passphrase: await words.current() }
}

function signerOf(workspace: Workspace, which: string | undefined): Promise<SigningKey> {
  return workspace.handlers['signature.signer'](which === undefined ? {} : { which })
}

function row({ id, name, canSign, publicKey }: SigningKey): string[] {
  return [id, canSign ? 'signs' : 'checks', publicKey, name]
}
