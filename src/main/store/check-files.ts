import { join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { isSystemError } from './durable.ts'
import type { CaseFiles } from './files.ts'
import { inParallel, listNames } from './folders.ts'
import { sha256 } from './hash.ts'
import { briefName, BRIEFS, CASE_FILE, ID, sourceFile, SOURCES } from './layout.ts'
import { BRIEF, CASE, readRecord, SOURCE, TEXT } from './record.ts'

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
  for (const shelf of await listNames(join(files.root, SOURCES))) {
    const ids = (await listNames(join(files.root, SOURCES, shelf))).filter((id) => ID.test(id))
    await inParallel(ids, (id) =>
      attempt(sourceFile(id, ''), async () => {
        const { source, quotes } = await readRecord(files, sourceFile(id, 'meta.json'), SOURCE)
        const text = await readRecord(files, sourceFile(id, 'text.json'), TEXT)
        if (text.sha256 !== source.text.sha256 || sha256(text.text) !== text.sha256)
          check.problems.push(`The text of ${source.key} isn’t the one that was imported.`)
        const original = await files.read(sourceFile(id, source.original.file))
        if (sha256(original) !== source.original.sha256)
          check.problems.push(`The original of ${source.key} isn’t the one that was imported.`)
        check.sources++
        check.quotes += quotes.filter(({ deletedAt }) => deletedAt === null).length
      })
    )
  }
  return check
}
