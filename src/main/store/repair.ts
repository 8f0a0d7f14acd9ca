import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { listBackups } from './backup-shelf.ts'
import type { CaseStore } from './case-store.ts'
import { ifThere, writeDurably } from '../base/durable.ts'
import { CaseFiles } from './files.ts'
import { sha256 } from '../base/hash.ts'
import { sourceFile } from '../../shared/case/records/places.ts'
import { TEXT, textFileOf } from '../../shared/case/records/text.ts'
import { readRecord } from './record.ts'
import { setAside } from './recovery.ts'

/** What putting back found and did. */
export interface Repair {
  /** Names of the files that were put back. */
  restored: string[]
  /** A sentence for each file that is damaged or missing and in no backup. */
  left: string[]
}

/**
 * Puts back originals and texts that were changed or are missing, from the backups: only bytes that are those which were imported, by their
 * hash. What stood there is kept in the quarantine.
 * @throws DossierError `case-held` or a storage failure
 */
export async function putBackFiles(
  store: CaseStore,
  { userData, now }: { userData: string; now: () => Date }
): Promise<Repair> {
  const repair: Repair = { restored: [], left: [] }
  const backups = await listBackups(userData, store.record.id)
  const folders = backups.map(({ path }) => new CaseFiles(path, store.files.seal, store.files.kinds))
  for (const id of store.catalogue.ids()) {
    const { source } = await store.source(id)
    const original = sourceFile(id, source.original.file)
    const text = sourceFile(id, textFileOf(source))
    const originalIs = async (files: CaseFiles): Promise<boolean> =>
      sha256(await files.read(original)) === source.original.sha256
    const textIs = async (files: CaseFiles): Promise<boolean> => {
      const found = await readRecord(files, text, TEXT)
      return found.sha256 === source.text.sha256 && sha256(found.text) === found.sha256
    }
    for (const [name, isRight] of [
      [original, originalIs],
      [text, textIs]
    ] as const) {
      if (await holds(isRight, store.files)) continue
      const good = await findGood(folders, isRight)
      if (!good) {
        repair.left.push(`${name} (${source.key}) is damaged or missing, and no backup has it.`)
        continue
      }
      const stored = store.files.stored(name)
      if (await ifThere(readFile(store.files.path(name)))) await setAside(store.files, stored, now())
      await writeDurably(store.files.path(name), await readFile(join(good.root, ...stored.split('/'))))
      repair.restored.push(name)
    }
  }
  if (repair.restored.length > 0)
    await store.log({ action: 'files-put-back', subject: null, detail: { files: repair.restored.length } })
  return repair
}

async function findGood(
  folders: readonly CaseFiles[],
  isRight: (files: CaseFiles) => Promise<boolean>
): Promise<CaseFiles | null> {
  for (const files of folders) if (await holds(isRight, files)) return files
  return null
}

async function holds(isRight: (files: CaseFiles) => Promise<boolean>, files: CaseFiles): Promise<boolean> {
  try {
    return await isRight(files)
  } catch (error) {
    if (error instanceof DossierError || (error instanceof Error && 'code' in error)) return false
    throw error
  }
}
