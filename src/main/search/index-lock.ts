import { DatabaseSync } from 'node:sqlite'

/**
 * Takes the right to write the index at a path, if need be once whoever has it gives it back within `patience` milliseconds. Answers what gives it back; null
 * when somebody else keeps it. It isn't the right to write the case: one who only reads that may keep an index that he had to make. As with that, the
 * system frees it with the process.
 */
export function lockIndex(path: string, patience: number): (() => void) | null {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(`${path}.lock`, { timeout: patience })
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    database?.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) return null
    throw error
  }
  const held = database
  return () => {
    if (held.isOpen) held.close()
  }
}
