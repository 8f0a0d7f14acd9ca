import { lstat, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { ifThere, storageError } from '../base/durable.ts'
import { KEY_FILES } from './keys.ts'
import { BRIEFS, CASE_FILE, SOURCES } from '../../shared/case/records/places.ts'
import { LOGS } from '../../shared/case/records/places.ts'

/**
 * Refuses to write where the folder of a case is: in it there is nothing but the case, and in that of an encrypted one nothing in clear.
 * `openCase` is the folder of a case that is known to be one, however damaged. Links are followed.
 * @throws DossierError `bad-request`, or a storage failure
 */
export async function refuseInCase(path: string, openCase: string | null = null): Promise<void> {
  const name = basename(path)
  let enclosing: string | null
  try {
    enclosing = await enclosingCase(path, openCase)
  } catch (error) {
    throw storageError(error, `“${name}”`, 'Nothing was written.')
  }
  if (enclosing === null) return
  throw new DossierError(
    'bad-request',
    `“${name}” would stand in the folder of a case, “${basename(enclosing)}”, where nothing but the case may be. Nothing was written. Choose a place outside of it.`
  )
}

/** The folder of the case in which a path lies, as it is or would be; null when it lies in none. Rejects with the system's error. */
async function enclosingCase(path: string, openCase: string | null): Promise<string | null> {
  const known = openCase === null ? null : await ifThere(realpath(openCase))
  let folder = dirname(resolve(path))
  let real = await ifThere(realpath(folder))
  while (real === undefined && folder !== dirname(folder)) {
    folder = dirname(folder)
    real = await ifThere(realpath(folder))
  }
  for (let at = real ?? folder; ; at = dirname(at)) {
    if (at === known || (await isCase(at))) return at
    if (at === dirname(at)) return null
  }
}

/** Whether a folder holds a case, in clear, sealed, or damaged in part. */
async function isCase(folder: string): Promise<boolean> {
  const is = async (name: string, kind: 'isFile' | 'isDirectory'): Promise<boolean> =>
    (await ifThere(lstat(join(folder, name))))?.[kind]() ?? false
  for (const name of [CASE_FILE, ...KEY_FILES]) {
    if (!(await is(name, 'isFile'))) continue
    for (const part of [SOURCES, BRIEFS, LOGS]) if (await is(part, 'isDirectory')) return true
  }
  return false
}
