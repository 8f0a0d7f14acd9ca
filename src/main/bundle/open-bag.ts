import { lstat, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { isSystemError, readingError } from '../base/durable.ts'
import type { BagFiles, Strictness } from '../../shared/bag/bag-files.ts'
import { FolderFiles } from './folder-files.ts'
import { ZipFiles } from './zip-files.ts'

/** Opens a folder or a zip for reading. @throws DossierError `not-found`, `unsupported`, `damaged`, `too-large`, `io` */
export async function openBag(path: string, strictness: Strictness = 'bundle'): Promise<BagFiles> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return await FolderFiles.open(path, strictness)
    if (found.isFile()) return await ZipFiles.open(path, strictness)
  } catch (error) {
    throw await readError(error, path)
  }
  throw new DossierError('unsupported', `“${basename(path)}” is neither a folder nor a zip file. Nothing was read.`)
}

async function readError(error: unknown, path: string): Promise<unknown> {
  if (!isSystemError(error) || error instanceof DossierError) return error
  const missing = error.code === 'ENOENT' && !(await isThere(path))
  return missing
    ? new DossierError('not-found', `There is nothing at “${path}”.`, { cause: error })
    : readingError(error, `“${basename(path)}”`)
}

/** True when there is something of that name, were it a link that leads nowhere. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return false
    throw error
  }
}
