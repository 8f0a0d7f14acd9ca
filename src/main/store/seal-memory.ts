import { readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { ensureFolder, ifThere, writeDurably } from './durable.ts'
import type { CaseFiles } from './files.ts'
import { sha256 } from './hash.ts'

/** Where it stands with which key a case in this folder was last opened for writing on this device. */
export function sealMemory(userData: string, caseId: string, path: string): string {
  return join(userData, 'seals', `${caseId}-${sha256(resolve(path)).slice(0, 16)}`)
}

/**
 * Compares how a case is sealed with how it was when this device last wrote it, and remembers how it is now. Answers a sentence for people when an encrypted case
 * isn't encrypted any more (and goes on saying so), or has another key. Rejects with the system's error.
 */
export async function compareSeal(
  userData: string,
  caseId: string,
  path: string,
  files: CaseFiles
): Promise<string | null> {
  const memory = sealMemory(userData, caseId, path)
  const known = await ifThere(readFile(memory, 'utf8'))
  const now = files.seal?.fingerprint()
  if (now === known) return null
  if (now === undefined)
    return 'This case was encrypted when it was last opened here, and isn’t any more, though Dossier didn’t decrypt it: somebody may have put another one in its place. Compare it with a backup. If it is the right one, encrypt it again.'
  await ensureFolder(dirname(memory))
  await writeDurably(memory, now)
  return known === undefined
    ? null
    : 'The key of this case isn’t the one that it had when it was last opened here: somebody may have put an older state, or a copy from another machine, in its place. Compare it with a backup.'
}

/** Forgets how a case was sealed, when Dossier itself changes it. Rejects with the system's error. */
export async function forgetSeal(userData: string, caseId: string, path: string): Promise<void> {
  await rm(sealMemory(userData, caseId, path), { force: true })
}
