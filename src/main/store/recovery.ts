import { readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { ensureFolder, syncFolder } from '../base/durable.ts'
import { PREVIOUS_ENDING, type CaseFiles } from './files.ts'
import { QUARANTINE, stampOf } from './layout.ts'
import type { DocumentKind } from '../../shared/case/records/kind.ts'
import { encodeRecord, readRecord, readUnchecked } from './record.ts'

/** Moves a file of a case into its quarantine, flushed. Answers its new name. Rejects with the system's error. */
export async function setAside(files: CaseFiles, storedName: string, now: Date): Promise<string> {
  const name = `${QUARANTINE}/${stampOf(now)}/${storedName}`
  const from = join(files.root, ...storedName.split('/'))
  const to = join(files.root, ...name.split('/'))
  await ensureFolder(dirname(to))
  await rename(from, to)
  for (let folder = dirname(to); folder !== dirname(files.root); folder = dirname(folder)) await syncFolder(folder)
  await syncFolder(dirname(from))
  return name
}

/** Removes for good what was moved into the quarantine, and the folders that are empty without it. Rejects with the system's error. */
export async function removeAside(files: CaseFiles, name: string): Promise<void> {
  const path = join(files.root, ...name.split('/'))
  await rm(path, { recursive: true })
  for (let folder = dirname(path); folder !== files.root; folder = dirname(folder)) {
    if ((await readdir(folder)).length > 0) return syncFolder(folder)
    await rmdir(folder)
  }
  await syncFolder(files.root)
}

/** What was put in the place of a damaged or missing document. */
export interface PutBack<T> {
  data: T
  /** A sentence for people. */
  notice: string
}

/**
 * Puts back a document that is damaged or missing: its previous version, else the newest good one of the backups. The damaged file is kept in
 * the quarantine. Answers null, with nothing changed, when there is no good version.
 */
export async function putBack<T extends object>(
  files: CaseFiles,
  name: string,
  type: DocumentKind<T>,
  found: DossierError,
  { backups, now }: { backups: readonly string[]; now: Date },
  {
    isRight = () => true,
    rescue = (good) => good
  }: {
    isRight?: (data: T) => boolean
    /** Takes over from the damaged document what the good version lacks, where it can still be read. */
    rescue?: (good: T, damaged: T) => T
  } = {}
): Promise<PutBack<T> | null> {
  const candidates = [
    { at: files.path(name) + PREVIOUS_ENDING, from: 'its previous version' },
    ...backups.map((folder) => ({ at: join(folder, ...files.stored(name).split('/')), from: 'a backup' }))
  ]
  for (const { at, from } of candidates) {
    const good = await readOrNull(files, name, type, at)
    if (good === null || !isRight(good)) continue
    const damaged = await readUnchecked(files, name, type)
    const data = damaged && isRight(damaged) ? rescue(good, damaged) : good
    const missing = found.code === 'not-found'
    const kept = missing ? null : await setAside(files, files.stored(name), now)
    await files.write(name, Buffer.from(encodeRecord(data, type.indent)))
    const state = missing ? 'was missing' : 'was damaged'
    const rest = kept === null ? '' : ` The damaged file is kept in “${kept}”.`
    return {
      data,
      notice: `${name} ${state}; Dossier put ${from} in its place, so the last change to it may be missing.${rest}`
    }
  }
  return null
}

async function readOrNull<T extends object>(
  files: CaseFiles,
  name: string,
  type: DocumentKind<T>,
  at: string
): Promise<T | null> {
  try {
    return await readRecord(files, name, type, { at })
  } catch (error) {
    if (error instanceof DossierError) return null
    throw error
  }
}
