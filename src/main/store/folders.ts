import { readdir } from 'node:fs/promises'
import { isSystemError } from './durable.ts'

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

/** Works on many items, some at a time. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: Math.min(READERS, items.length) }, async () => {
      while (next < items.length) await work(items[next++]!)
    })
  )
}
