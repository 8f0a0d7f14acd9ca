import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The right to write a case, held until it's released or the process ends in whatever way. */
export interface CaseLock {
  release(): void
}

/**
 * Takes the right to write a case, or answers null when another process has it.
 *
 * An exclusive SQLite transaction on a file of its own outside the case: the operating system frees it with the process,
 * and a holder that is merely busy keeps it. Nothing else may open the file in this process: closing any handle on it would
 * drop the lock (POSIX advisory locks).
 */
export async function takeLock(userData: string, caseId: string): Promise<CaseLock | null> {
  const folder = join(userData, 'locks')
  await mkdir(folder, { recursive: true })
  const database = new DatabaseSync(join(folder, `${caseId}.sqlite`), { timeout: 0 })
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) return null
    throw error
  }
  return { release: () => database.close() }
}
