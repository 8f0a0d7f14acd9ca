import { join } from 'node:path'
import { CASE_SCHEMA, type CaseRecord } from '../../shared/case/case.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { createBackup } from './backup-shelf.ts'
import { storageError } from './durable.ts'
import type { CaseFiles } from './files.ts'
import { inParallel, listNames } from './folders.ts'
import { briefName, BRIEFS, CASE_FILE, ID, sourceFile, SOURCES } from './layout.ts'
import { BRIEF, CASE, encodeRecord, readRecord, SOURCE, TEXT, type RecordType } from './record.ts'

/**
 * Brings a case of an older version up to the present one, after a checked backup: its documents first, its record last, so that an interrupted
 * migration is done again. Documents that can't be read are left as they are. Answers a sentence for people.
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
    for (const shelf of await listNames(join(files.root, SOURCES))) {
      const ids = (await listNames(join(files.root, SOURCES, shelf))).filter((id) => ID.test(id))
      await inParallel(ids, async (id) => {
        await rewrite(files, sourceFile(id, 'text.json'), TEXT)
        await rewrite(files, sourceFile(id, 'meta.json'), SOURCE)
      })
    }
    const briefs = (await listNames(join(files.root, BRIEFS))).filter((name) => name.endsWith('.json'))
    await inParallel(briefs, (name) => rewrite(files, briefName(name.slice(0, -'.json'.length)), BRIEF))
    await files.write(CASE_FILE, Buffer.from(encodeRecord(record, CASE.indent)))
  } catch (error) {
    throw storageError(error, 'the case in its new form', `A backup of it as it was is in “${backup.path}”.`)
  }
  return `This case was made by an older version of Dossier (format ${version}) and is now in format ${CASE_SCHEMA}. A backup of it as it was is in “${backup.path}”.`
}

async function rewrite<T extends object>(files: CaseFiles, name: string, type: RecordType<T>): Promise<void> {
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
