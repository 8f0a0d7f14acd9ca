import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { systemFailure, toDossierError } from '../../shared/errors/system-error.ts'

/**
 * The text of a file that an option names. `kept` says what its being unreadable leaves as it is.
 * @throws DossierError what the system says
 */
export async function readText(file: string, kept: string, what = `“${basename(file)}”`): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw toDossierError(error, { what, done: 'read', kept }) ?? error
  }
}

/** The text of a file; undefined when there is none. Rejects with the system's error. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (systemFailure(error)?.code === 'not-found') return undefined
    throw error
  }
}

/** Parsed JSON; undefined for what isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
