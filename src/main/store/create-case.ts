import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import type { CaseRecord } from '../../shared/case/case.ts'
import { ensureFolder, makeFolder, storageError, writeDurably } from '../base/durable.ts'
import { listNames } from '../base/folders.ts'
import { BRIEFS, CASE_FILE, SOURCES } from '../../shared/case/records/places.ts'
import { CASE } from '../../shared/case/records/case.ts'
import { encodeRecord } from './record.ts'

/**
 * Makes the files of a new case in a folder that is empty or doesn't exist yet.
 * @throws DossierError `case-exists`, or a storage failure; then there is no case in it
 */
export async function createCase(path: string, record: CaseRecord): Promise<void> {
  const kept = 'Nothing was changed.'
  try {
    await makeFolder(path)
    const present = (await readdir(path)).filter((name) => !name.startsWith('.'))
    if (!(await isUnfinished(path, present))) {
      throw new DossierError(
        'case-exists',
        `The folder “${basename(path)}” isn’t empty. ${kept} Choose an empty folder or a new name.`
      )
    }
    await ensureFolder(join(path, BRIEFS))
    await ensureFolder(join(path, SOURCES))
    await writeDurably(join(path, CASE_FILE), encodeRecord(record, CASE.indent))
  } catch (error) {
    throw storageError(error, 'the case', kept)
  }
}

/** True for a folder that holds nothing, or what a crash left of making a case: its empty folders. */
async function isUnfinished(path: string, present: readonly string[]): Promise<boolean> {
  for (const name of present) {
    if (name !== BRIEFS && name !== SOURCES) return false
    if ((await listNames(join(path, name))).length > 0) return false
  }
  return true
}
