import { join } from 'node:path'
import { CASE_SCHEMA, type CaseRecord } from '../../shared/case/case.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { createBackup } from './backup-shelf.ts'
import { storageError } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { inParallel, listNames } from '../base/folders.ts'
import { briefName, BRIEFS, CASE_FILE, sourceFile } from '../../shared/case/records/places.ts'
import { BRIEF } from '../../shared/case/records/brief.ts'
import { CASE } from '../../shared/case/records/case.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import { isTextFile, TEXT } from '../../shared/case/records/text.ts'
import type { DocumentKind } from '../../shared/case/records/kind.ts'
import { sourceIds } from './walk-documents.ts'
import { encodeRecord, readRecord } from './record.ts'

/**
 * Brings a case of an older version up to the present one, after a checked backup: its documents first, its record last, so that an interrupted
 * migration is done again. Documents that can't be read are left as they are, and so are records: each kind has versions of its own, and they are brought up to date
 * as they are read. Answers a sentence for people.
 * @throws DossierError a storage failure; what is migrated by then is readable by this version, and the backup by the older one
 */
export async function migrateCase(
  files: CaseFiles,
  record: CaseRecord,
  version: number,
  { userData, now }: { userData: string; now: () => Date }
): Promise<string> {
  const backup = await createBackup(files, record, { userData, now: now(), reason: 'migration' })
  try {
    await inParallel(await sourceIds(files), async (id) => {
      const folder = sourceFile(id, '')
      const texts = (await listNames(files.path(folder.slice(0, -1)))).filter(isTextFile)
      await inParallel(texts, (name) => rewrite(files, folder + name, TEXT))
      await rewrite(files, sourceFile(id, 'meta.json'), SOURCE)
    })
    const briefs = (await listNames(join(files.root, BRIEFS))).filter((name) => name.endsWith('.json'))
    await inParallel(briefs, (name) => rewrite(files, briefName(name.slice(0, -'.json'.length)), BRIEF))
    await files.write(CASE_FILE, Buffer.from(encodeRecord(record, CASE.indent)))
  } catch (error) {
    throw storageError(error, 'the case in its new form', `A backup of it as it was is in “${backup.path}”.`)
  }
  return `This case was made by an older version of Dossier (format ${version}) and is now in format ${CASE_SCHEMA}. A backup of it as it was is in “${backup.path}”.`
}

async function rewrite<T extends object>(files: CaseFiles, name: string, type: DocumentKind<T>): Promise<void> {
  let data: T
  try {
    data = await readRecord(files, name, type)
  } catch (error) {
    // Opening tells of it.
    if (error instanceof DossierError) return
    throw error
  }
  await files.write(name, Buffer.from(encodeRecord(data, type.indent)))
}
