import { accessSync, constants } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { LockHolder } from '../../shared/case/holder.ts'
import { ensureFolder, ifThere, isSystemError, writeDurably } from '../base/durable.ts'
import { parseJson } from '../../shared/case/stored/document-text.ts'

/** The right to write a case, held until it's released or the process ends in whatever way. */
export interface CaseLock {
  release(): void
}

/** Answers the right to write a case, or who has it (null when that isn't known). */
export type LockAnswer = { lock: CaseLock } | { lock: null; holder: LockHolder | null }

/**
 * Takes the right to write a case, or says who has it.
 *
 * An exclusive SQLite transaction on a file of its own outside the case: the operating system frees it with the process,
 * and a holder that is merely busy or stopped keeps it. Nothing else may open the file in this process: closing any handle on it would
 * drop the lock (POSIX advisory locks). Who holds it stands in a file beside it, for people.
 */
export async function takeLock(
  userData: string,
  caseId: string,
  about: { program: string; now: Date }
): Promise<LockAnswer> {
  const folder = join(userData, 'locks')
  await ensureFolder(folder)
  const holder = join(folder, `${caseId}.json`)
  const database = exclusive(lockFile(userData, caseId))
  if (!database) return { lock: null, holder: await readHolder(holder) }
  const { program, now } = about
  const self: LockHolder = { pid: process.pid, host: hostname(), user: userName(), program, since: now.toISOString() }
  try {
    await writeDurably(holder, JSON.stringify(self))
  } catch (error) {
    database.close()
    throw error
  }
  return {
    lock: {
      release: () => {
        if (database.isOpen) database.close()
      }
    }
  }
}

/** How often a waiting program asks, so that the case of a killed holder is free for it within a second. */
const ASK_EVERY_MS = 400

/** Calls back once, when nobody writes a case any more: a process that was killed tells nobody. Answers what stops the waiting. */
export function whenFree(userData: string, caseId: string, found: () => void): () => void {
  const timer = setInterval(() => {
    const database = exclusive(lockFile(userData, caseId))
    if (!database) return
    database.close()
    clearInterval(timer)
    found()
  }, ASK_EVERY_MS)
  return () => clearInterval(timer)
}

function lockFile(userData: string, caseId: string): string {
  return join(userData, 'locks', `${caseId}.sqlite`)
}

/** A database that nobody else has; null when somebody does. */
function exclusive(path: string): DatabaseSync | null {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(path, { timeout: 0 })
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database?.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) return null
    // SQLite says only that it can't; what may not be done with the folder is the system's to say.
    accessSync(dirname(path), constants.W_OK)
    throw error instanceof Error ? Object.assign(error, { path }) : error
  }
}

async function readHolder(path: string): Promise<LockHolder | null> {
  const text = await ifThere(readFile(path, 'utf8'))
  return LockHolder.safeParse(parseJson(text ?? '')).data ?? null
}

/** The name of the user's account; empty where the system has none, as in some containers. */
export function userName(): string {
  try {
    return userInfo().username
  } catch (error) {
    if (isSystemError(error)) return ''
    throw error
  }
}
