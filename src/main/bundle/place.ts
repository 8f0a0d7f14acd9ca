import { lstat, open, rename, unlink } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { isSystemError, syncFolder } from '../base/durable.ts'
import { isThere } from './open-bag.ts'

/** Refuses a target that exists. @throws DossierError `case-exists` */
export async function refuseExisting(target: string): Promise<void> {
  if (await isThere(target)) throw taken(target)
}

function taken(target: string, cause?: unknown): DossierError {
  return new DossierError(
    'case-exists',
    `There is already something named “${basename(target)}” here. It was left as it is, and nothing was written. Choose another name.`,
    { cause }
  )
}

/**
 * Renames a finished folder or file into its place, never over something that is there.
 * @throws DossierError `case-exists`, `io` when it's in place but not confirmed; else the system's error
 */
export async function place(finished: string, target: string): Promise<void> {
  if ((await lstat(finished)).isDirectory()) {
    await refuseExisting(target)
    await rename(finished, target).catch((error: unknown) => {
      const known = isSystemError(error) && ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(error.code)
      throw known ? taken(target, error) : error
    })
  } else await placeFile(finished, target)
  try {
    await syncFolder(dirname(target))
  } catch (error) {
    throw new DossierError(
      'io',
      `“${basename(target)}” was written, but the disk didn’t confirm its name. Check that it is there before you rely on it.`,
      { cause: error }
    )
  }
}

/** The name is taken first by a file of ours, since a rename would replace one that another program just made. */
async function placeFile(finished: string, target: string): Promise<void> {
  const reserved = await open(target, 'wx', 0o600).catch((error: unknown) => {
    throw isSystemError(error) && error.code === 'EEXIST' ? taken(target, error) : error
  })
  await reserved.close()
  try {
    await rename(finished, target)
  } catch (error) {
    await unlink(target)
    throw error
  }
}
