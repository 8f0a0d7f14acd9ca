import { rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { listBackups } from './backup-shelf.ts'
import { removeCaches } from './case-cache.ts'
import { ensureFolder, ifThere, writeDurably } from '../base/durable.ts'
import { readKeys } from './keys.ts'
import { CASE_FILE } from '../../shared/case/records/places.ts'
import { sealMemory } from './seal-memory.ts'

/** Notes that a case is being encrypted, so that what tells of it in clear is removed even when a crash comes between. Rejects with the system's error. */
export async function noteEncryption(userData: string, caseId: string, path: string): Promise<void> {
  const note = notePath(userData, caseId, path)
  await ensureFolder(dirname(note))
  await writeDurably(note, '')
}

/**
 * Removes what tells in clear of a case that was encrypted, if that isn't done yet: its backups and its catalogues. When it didn't come to an encryption, nothing
 * is removed. Rejects with the system's error.
 */
export async function removeClearTraces(
  userData: string,
  caseId: string,
  { path, sealed }: { path: string; sealed: boolean }
): Promise<void> {
  const note = notePath(userData, caseId, path)
  if (!(await ifThere(stat(note)))) return
  if (sealed) {
    for (const folder of await clearBackups(path, caseId, userData))
      await rm(dirname(folder), { recursive: true, force: true })
    await removeCaches(userData, caseId)
  }
  await rm(note, { force: true })
}

function notePath(userData: string, caseId: string, path: string): string {
  return `${sealMemory(userData, caseId, path)}.encrypting`
}

/**
 * The case folders of the backups that tell in clear what was encrypted: all but sealed ones and those of another copy of the case that is still there and
 * isn't encrypted itself.
 */
async function clearBackups(path: string, caseId: string, userData: string): Promise<string[]> {
  const clear: string[] = []
  for (const backup of await listBackups(userData, caseId)) {
    const isOther = resolve(backup.folder) !== resolve(path) && (await isClearCase(backup.folder))
    if (!isOther && (await isClearCase(backup.path))) clear.push(backup.path)
  }
  return clear
}

async function isClearCase(folder: string): Promise<boolean> {
  return (await ifThere(stat(join(folder, CASE_FILE)))) !== undefined && (await readKeys(folder)) === null
}
