import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isSystemError, TEMPORARY_ENDING } from './durable.ts'

/** Records read at once while a case opens. */
const READERS = 32

/** The names in a folder, in order; none when there is no such folder. */
export async function listNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return []
    throw error
  }
}

/**
 * Works on many items, some at a time. After a failure no further item is begun; it is thrown when nothing is under way any more.
 */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: Math.min(READERS, items.length) }, async () => {
      while (next < items.length && failures.length === 0) {
        try {
          await work(items[next++]!)
        } catch (error) {
          failures.push(error)
        }
      }
    })
  )
  if (failures.length > 0) throw failures[0]
}

/** Removes the unfinished files that a crash left in a folder. */
export async function sweepTemporary(folder: string): Promise<void> {
  for (const name of await listNames(folder)) if (name.endsWith(TEMPORARY_ENDING)) await unlink(join(folder, name))
}

/**
 * All folders (the root as `''`, each before what is in it) and plain files below a root, by relative name, in order. Names that `isKept` refuses, and links, are
 * left out.
 */
export async function walkFiles(
  root: string,
  isKept: (name: string) => boolean = () => true
): Promise<{ folders: string[]; files: string[] }> {
  const { folders, files } = await walkAll(root, isKept)
  return { folders, files }
}

/** As `walkFiles`, with the links and special files that it leaves out. */
export async function walkAll(
  root: string,
  isKept: (name: string) => boolean = () => true
): Promise<{ folders: string[]; files: string[]; others: string[] }> {
  const folders: string[] = []
  const files: string[] = []
  const others: string[] = []
  const visit = async (folder: string): Promise<void> => {
    folders.push(folder)
    const entries = await readdir(join(root, folder), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = join(folder, entry.name)
      if (!isKept(name)) continue
      if (entry.isDirectory()) await visit(name)
      else if (entry.isFile()) files.push(name)
      else others.push(name)
    }
  }
  await visit('')
  return { folders, files, others }
}
