import { cp, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { ensureFolder, ifThere, storageError, syncFolder } from '../base/durable.ts'
import { inParallel, walkFiles } from '../base/folders.ts'
import { stampOf } from './layout.ts'

/** Where a case that was replaced by a backup is kept. */
export interface Restored {
  path: string
  /** The folder of the case as it was; null when there was none. */
  kept: string | null
}

/**
 * Puts a backup's case folder in the place of a case: it is copied beside it, flushed, and renamed. The case as it was is kept beside it under a
 * name that tells the time. The caller holds the right to write the case.
 * @throws DossierError a storage failure; then the case is as it was
 */
export async function restoreFolder(backup: string, path: string, now: Date): Promise<Restored> {
  const parent = dirname(path)
  const staged = join(parent, `.${basename(path)}.restoring-${stampOf(now)}`)
  const kept = join(parent, `${basename(path)} (before restoring ${stampOf(now).slice(0, 19)})`)
  try {
    if (!(await ifThere(stat(join(backup, 'case.json'))))) {
      throw new DossierError('not-found', `There is no backup in “${backup}”. Nothing was changed.`)
    }
    await ensureFolder(parent)
    await cp(backup, staged, { recursive: true, errorOnExist: true, force: false })
    const { files, folders } = await walkFiles(staged)
    await inParallel(files, (name) => flush(join(staged, name)))
    for (const folder of folders.toReversed()) await syncFolder(join(staged, folder))
    const present = (await ifThere(stat(path))) !== undefined
    if (present) await rename(path, kept)
    try {
      await rename(staged, path)
    } catch (error) {
      if (present) await rename(kept, path)
      throw error
    }
    await syncFolder(parent)
    return { path, kept: present ? kept : null }
  } catch (error) {
    await rm(staged, { recursive: true, force: true })
    throw storageError(error, 'the restored case', 'The case and its backups are as they were.')
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
