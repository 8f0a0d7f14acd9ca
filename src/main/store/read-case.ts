import { stat } from 'node:fs/promises'
import { DossierError } from '../../shared/errors/errors.ts'
import { CASE_SCHEMA, type CaseRecord } from '../../shared/case/case.ts'
import { versionOf } from '../../shared/case/migrations.ts'
import { ifThere, readingError } from '../base/durable.ts'
import { CaseFiles, PREVIOUS_ENDING } from './files.ts'
import { readKeys } from './keys.ts'
import { CASE_FILE } from '../../shared/case/records/places.ts'
import { CASE } from '../../shared/case/records/case.ts'
import { readRecord } from './record.ts'
import { parseJson } from '../../shared/case/stored/document-text.ts'

/**
 * The id of the case in a folder, without opening it: also that of one that is encrypted or whose record is damaged.
 * @throws DossierError `not-found`, `damaged`
 */
export async function readCaseId(path: string): Promise<string> {
  const keys = await readKeys(path)
  if (keys) return keys.caseId
  return (await readCase(new CaseFiles(path, null))).record.id
}

interface FoundCase {
  record: CaseRecord
  version: number
  /** Why the record itself can't be used; its previous version was read then. */
  damage: DossierError | null
}

export async function readCase(files: CaseFiles): Promise<FoundCase> {
  const path = files.path(CASE_FILE)
  try {
    const record = await readRecord(files, CASE_FILE, CASE, { newer: true })
    return { record, version: await storedVersion(files, path), damage: null }
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    if (error.code !== 'damaged' && error.code !== 'not-found') throw error
    const at = path + PREVIOUS_ENDING
    try {
      const record = await readRecord(files, CASE_FILE, CASE, { newer: true, at })
      return { record, version: await storedVersion(files, at), damage: error }
    } catch (failure) {
      if (!(failure instanceof DossierError)) throw failure
      if (error.code === 'damaged') {
        const message = `${error.message} So is the version before it, or it is missing. Nothing was changed. Restore the case from a backup.`
        throw new DossierError('damaged', message, { cause: error })
      }
      if (failure.code === 'damaged') throw failure
      throw await noCase(files.root, error)
    }
  }
}

/** Says why there is no case at a path. */
async function noCase(root: string, cause: DossierError): Promise<DossierError> {
  const found = await ifThere(stat(root))
  const reason = !found
    ? 'there is no such folder'
    : found.isDirectory()
      ? `the folder has no ${CASE_FILE}`
      : 'that is a file, and a case is a folder'
  const message = `There is no case in “${root}”: ${reason}. Nothing was changed. Check the name, or make a case there.`
  return new DossierError('not-found', message, { cause })
}

async function storedVersion(files: CaseFiles, at: string): Promise<number> {
  try {
    return versionOf(parseJson(Buffer.from(await files.readAt(at, CASE_FILE)).toString('utf8'))) ?? CASE_SCHEMA
  } catch (error) {
    throw readingError(error, CASE_FILE)
  }
}
