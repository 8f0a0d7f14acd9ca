import { join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { isSystemError } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { inParallel, listNames } from '../base/folders.ts'
import { sha256 } from '../base/hash.ts'
import { versionOf } from '../../shared/case/migrations.ts'
import { recordKindOf } from '../../shared/case/records/kinds.ts'
import { briefName, BRIEFS, CASE_FILE, sourceFile } from '../../shared/case/records/places.ts'
import { BRIEF } from '../../shared/case/records/brief.ts'
import { CASE } from '../../shared/case/records/case.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import { TEXT, textFileOf } from '../../shared/case/records/text.ts'
import { readRecord, readStored } from './record.ts'
import { recordNames, sourceIds } from './walk-documents.ts'

/** What a check of all files of a case found. */
export interface FilesCheck {
  title: string
  sources: number
  quotes: number
  briefs: number
  /** A sentence for each file that isn't as it should be. */
  problems: string[]
}

/** Reads every document of a case, and every text and original against its hash. Nothing is changed. */
export async function checkFiles(files: CaseFiles): Promise<FilesCheck> {
  const check: FilesCheck = { title: '', sources: 0, quotes: 0, briefs: 0, problems: [] }
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      if (error instanceof DossierError) check.problems.push(error.message)
      else if (isSystemError(error)) check.problems.push(`${what} can’t be read (${error.code}).`)
      else throw error
    }
  }
  await attempt(CASE_FILE, async () => {
    check.title = (await readRecord(files, CASE_FILE, CASE)).title
  })
  for (const name of await listNames(join(files.root, BRIEFS))) {
    if (!name.endsWith('.json')) continue
    await attempt(name, async () => {
      await readRecord(files, briefName(name.slice(0, -'.json'.length)), BRIEF)
      check.briefs++
    })
  }
  await inParallel(await sourceIds(files), (id) =>
    attempt(sourceFile(id, ''), async () => {
      const { source, quotes } = await readRecord(files, sourceFile(id, 'meta.json'), SOURCE)
      const text = await readRecord(files, sourceFile(id, textFileOf(source)), TEXT)
      if (text.sha256 !== source.text.sha256 || sha256(text.text) !== text.sha256)
        check.problems.push(`The text of ${source.key} isn’t the one that was imported.`)
      const original = await files.read(sourceFile(id, source.original.file))
      if (sha256(original) !== source.original.sha256)
        check.problems.push(`The original of ${source.key} isn’t the one that was imported.`)
      check.sources++
      check.quotes += quotes.filter(({ deletedAt }) => deletedAt === null).length
    })
  )
  await inParallel(await recordNames(files), (name) =>
    attempt(name, async () => {
      const kind = recordKindOf(files.kinds, name)
      const { json } = await readStored(files, name)
      if (kind && versionOf(json)! <= kind.version) await readRecord(files, name, kind)
    })
  )
  return check
}
