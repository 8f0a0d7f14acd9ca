import { readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { ensureFolder, ifThere, writeDurably } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { sha256 } from '../base/hash.ts'

/**
 * Where it stands with which key a case in this folder was last opened for writing on this device, and below it the hash of an entry that its log had then
 * (not those of earlier versions).
 */
export function sealMemory(userData: string, caseId: string, path: string): string {
  return join(userData, 'seals', `${caseId}-${sha256(resolve(path)).slice(0, 16)}`)
}

/** How a case is sealed, compared with what this device remembers. `new` is yet to be remembered. */
export type SealFound = { state: 'same' | 'new' } | ({ state: 'other' } & OtherSeal)

/** A case that isn't sealed as this device remembers it. */
export interface OtherSeal {
  /** Names the change from what is remembered to this key. */
  id: string
  /** The hash of an entry that the log had with the key that is remembered; null when none was noted. */
  head: string | null
  /** What it means, for people, when the log doesn't have that entry. */
  what: string
}

/** What a log calls a case's key; null in clear. Nothing can be opened with it. */
export function keyId(files: CaseFiles): string | null {
  return files.seal ? sha256(`dossier key ${files.seal.fingerprint()}`).slice(0, 32) : null
}

/** Compares how a case is sealed with how it was when this device last wrote it. Rejects with the system's error. */
export async function compareSeal(
  userData: string,
  caseId: string,
  path: string,
  files: CaseFiles
): Promise<SealFound> {
  const known = await ifThere(readFile(sealMemory(userData, caseId, path), 'utf8'))
  const now = files.seal?.fingerprint()
  if (known === undefined) return { state: now === undefined ? 'same' : 'new' }
  const [key, head = null] = known.split('\n')
  if (now === key) return { state: head === null ? 'new' : 'same' }
  const what =
    now === undefined
      ? 'This case was encrypted when it was last opened here, and isn’t any more, though its log doesn’t tell that Dossier decrypted it: somebody may have put another one in its place. Compare it with a backup. If it is the right one, encrypt it again.'
      : 'The key of this case isn’t the one that it had when it was last opened here, and its log doesn’t go on from there: somebody may have put an older state, or a copy from another machine, in its place. Compare it with a backup.'
  return { state: 'other', id: sha256(`${key} ${head ?? ''} ${now ?? ''}`).slice(0, 32), head, what }
}

/** Remembers how a case is sealed now, with the hash of the entry at which its log ends. Rejects with the system's error. */
export async function rememberSeal(
  userData: string,
  caseId: string,
  { path, files, head }: { path: string; files: CaseFiles; head: string }
): Promise<void> {
  if (!files.seal) return forgetSeal(userData, caseId, path)
  const memory = sealMemory(userData, caseId, path)
  await ensureFolder(dirname(memory))
  await writeDurably(memory, `${files.seal.fingerprint()}\n${head}`)
}

/** Forgets how a case was sealed, when Dossier itself changes it. Rejects with the system's error. */
export async function forgetSeal(userData: string, caseId: string, path: string): Promise<void> {
  await rm(sealMemory(userData, caseId, path), { force: true })
}
