import { join } from 'node:path'
import { conflictCopies, type ConflictCopy } from '../../shared/case/conflict-copies.ts'
import { BRIEFS, ID, placeOfRecord, recordsFolder, SOURCES, type Owner } from '../../shared/case/records/places.ts'
import type { CaseFiles } from './files.ts'
import { inParallel, listNames } from '../base/folders.ts'

/** Ids of the sources whose folders are there. Folders of other names are no sources. Rejects with the system's error. */
export async function sourceIds(files: CaseFiles): Promise<string[]> {
  const ids: string[] = []
  for (const prefix of await sourcePrefixes(files)) ids.push(...(await sourceIdsAt(files, prefix)))
  return ids
}

/** What the ids of the sources begin with: a folder each. */
export function sourcePrefixes(files: CaseFiles): Promise<string[]> {
  return listNames(join(files.root, SOURCES))
}

/** Ids of the sources in one of these folders. */
export async function sourceIdsAt(files: CaseFiles, prefix: string): Promise<string[]> {
  const names = await listNames(join(files.root, SOURCES, prefix))
  return names.filter((id) => ID.test(id) && id.slice(0, 2) === prefix)
}

/** Who may have records, besides the sources. */
export async function otherOwners(files: CaseFiles): Promise<Owner[]> {
  const briefs = await listNames(files.path(BRIEFS))
  return [{ of: 'case' }, ...briefs.filter((id) => ID.test(id)).map((id): Owner => ({ of: 'brief', id }))]
}

/** What stands in an owner's folder of records, by names below the case's folder. */
export interface FoundRecords {
  /** Records of known and unknown kinds. */
  names: string[]
  /** Copies that a synchronising program made. */
  copies: ConflictCopy[]
}

/** The records that an owner has. Rejects with the system's error. */
export async function recordsAt(files: CaseFiles, owner: Owner): Promise<FoundRecords> {
  const found: FoundRecords = { names: [], copies: [] }
  for (const folder of await kindFolders(files, owner)) {
    const inFolder = (name: string): string => `${folder}/${name}`
    const isRecord = (name: string): boolean => placeOfRecord(inFolder(name)) !== null
    const names = await listNames(files.path(folder))
    const copies = conflictCopies(names, isRecord)
    const isCopy = new Set(copies.map(({ name }) => name))
    found.names.push(...names.filter((name) => isRecord(name) && !isCopy.has(name)).map(inFolder))
    found.copies.push(...copies.map((copy) => ({ ...copy, name: inFolder(copy.name), of: inFolder(copy.of) })))
  }
  return found
}

/** The folders of an owner's records, one for each kind. */
export async function kindFolders(files: CaseFiles, owner: Owner): Promise<string[]> {
  const folder = recordsFolder(owner)
  return (await listNames(files.path(folder))).map((kind) => `${folder}/${kind}`)
}

/** The names of all records of a case, in order. Rejects with the system's error. */
export async function recordNames(files: CaseFiles): Promise<string[]> {
  const ofSources = (await sourceIds(files)).map((id): Owner => ({ of: 'source', id }))
  const names: string[] = []
  await inParallel([...(await otherOwners(files)), ...ofSources], async (owner) => {
    names.push(...(await recordsAt(files, owner)).names)
  })
  return names.sort()
}
