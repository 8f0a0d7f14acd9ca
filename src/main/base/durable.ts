import { randomBytes } from 'node:crypto'
import { constants, copyFile, link, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Adapter } from 'lowdb'
import type { z } from 'zod'
import { DossierError } from '../../shared/errors/errors.ts'
import { systemFailure, toDossierError } from '../../shared/errors/system-error.ts'

/** Ending of the unfinished files that a crash can leave behind. */
export const TEMPORARY_ENDING = '.dossier-tmp'

/** True for a failure of the operating system (`ENOENT`, `ENOSPC`, ...). */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return (
    error instanceof Error &&
    !(error instanceof DossierError) &&
    typeof (error as NodeJS.ErrnoException).code === 'string'
  )
}

/**
 * Turns a failure of the file system into one that people understand. `what` names the thing concerned, such as
 * `the brief`; `kept` says what is still there.
 */
export function storageError(error: unknown, what: string, kept: string): DossierError {
  if (error instanceof DossierError) return error
  const told = toDossierError(error, { what, done: 'saved', kept })
  if (told) return told
  const reason = error instanceof Error ? ` (${error.message.split('\n', 1)[0]!.slice(0, 200)})` : ''
  const message = `Because of a defect inside Dossier${reason}, ${what} could not be saved. ${kept}`
  return new DossierError('internal', message, { cause: error })
}

/** The same for a file that could not be read. A failure that isn't the system's is a defect and is passed on as it is. */
export function readingError(error: unknown, what: string, kept?: string): unknown {
  if (error instanceof DossierError) return error
  const missing = systemFailure(error)?.code === 'not-found'
  return toDossierError(error, { what, done: 'read', kept: kept ?? (missing ? '' : 'It is unchanged.') }) ?? error
}

/** Names the file in a failure of the system that doesn't name it, or that names an unfinished copy of it. */
function withPath(error: unknown, path: string): unknown {
  if (isSystemError(error) && systemFailure(error)) error.path = path
  return error
}

/** Flushes a folder's entries to the disk. Windows has no such call; there the rename itself is journalled. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Makes a folder with those above it that are missing, not flushed; answers the first that was made. Rejects with the system's own error: where a folder may not be made,
 * Node's recursive `mkdir` says that there is none.
 */
export async function ensureFolder(path: string, mode = 0o777): Promise<string | undefined> {
  try {
    return await mkdir(path, { recursive: true, mode })
  } catch (error) {
    if (!isSystemError(error) || (error.code !== 'ENOENT' && error.code !== 'EEXIST')) throw error
    const missing: string[] = []
    for (let at = resolve(path); (await ifThere(stat(at))) === undefined && at !== dirname(at); at = dirname(at))
      missing.unshift(at)
    for (const folder of missing) await mkdir(folder, mode)
    if (missing.length === 0) throw error
    return missing[0]
  }
}

/** Makes a folder with those above it that are missing, all of them flushed. Rejects with the system's error. */
export async function makeFolder(path: string): Promise<void> {
  const first = await ensureFolder(path)
  if (first === undefined) return
  for (let made = resolve(path); ; made = dirname(made)) {
    await syncFolder(dirname(made))
    if (made === resolve(first)) return
  }
}

/**
 * Replaces a file so that after a crash or power cut it holds either the old bytes or the new ones, and that the new ones
 * are on the disk when the promise resolves: unique temporary file, write, fsync, rename, fsync of the folder.
 *
 * Rejects with the system's error; the old file is then untouched, except when only the folder's flush failed: then the
 * new file is in place and merely not known to be on the disk. With `previous` the old file is kept under that name.
 */
export async function writeDurably(
  path: string,
  data: string | Uint8Array,
  { previous }: { previous?: string | undefined } = {}
): Promise<void> {
  await (await stageDurably(path, data)).place({ previous })
}

/** A file's new bytes, flushed beside it: nothing of them shows until they are placed. */
export interface StagedFile {
  /** Puts them in the file's place; see `writeDurably`. With `flush` false whoever places several files in a folder flushes that afterwards (`syncFolder`). */
  place(options?: { previous?: string | undefined; flush?: boolean }): Promise<void>
  /** Takes them away again. */
  discard(): Promise<void>
}

/**
 * The first half of `writeDurably`: what a full disk or a folder that can't be written prevents shows before any file is replaced. Rejects
 * with the system's error; then nothing is left.
 */
export async function stageDurably(path: string, data: string | Uint8Array): Promise<StagedFile> {
  const folder = dirname(path)
  const temporary = join(
    folder,
    `.${basename(path)}.${process.pid}.${randomBytes(6).toString('hex')}${TEMPORARY_ENDING}`
  )
  const handle = await open(temporary, 'wx', 0o600).catch((error: unknown) => {
    // That something can't be made there is about the folder; a name too long is about the name.
    throw withPath(error, isSystemError(error) && error.code === 'ENAMETOOLONG' ? path : folder)
  })
  const discard = async (): Promise<void> => {
    await unlink(temporary).catch((failure: unknown) => {
      // The sweep at the next opening takes it; the first failure is the one to report.
      if (!isSystemError(failure)) throw failure
    })
  }
  const orDiscard = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      await discard()
      throw withPath(error, path)
    }
  }
  await orDiscard(async () => {
    try {
      await handle.writeFile(data)
      await handle.sync()
    } finally {
      await handle.close()
    }
  })
  return {
    discard,
    place: async ({ previous, flush = true } = {}) => {
      await orDiscard(async () => {
        if (previous !== undefined) await keepPrevious(path, previous)
        await rename(temporary, path)
      })
      if (flush) await syncFolder(folder)
    }
  }
}

/** Gives a file a second name, which its replacement will not have. A file that isn't there yet has no previous version. */
async function keepPrevious(path: string, previous: string): Promise<void> {
  await ifThere(unlink(previous))
  try {
    await ifThere(link(path, previous))
  } catch (error) {
    // Some file systems (exFAT, some network shares) know no links.
    if (!isSystemError(error) || !['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(error.code))
      throw error
    await ifThere(copyFile(path, previous, constants.COPYFILE_EXCL))
  }
}

/** What a call answers; undefined when the file that it's about isn't there. */
export async function ifThere<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined
    throw error
  }
}

/**
 * lowdb adapter for one JSON document on disk: durable writes, and reads that never turn a missing, empty or damaged file
 * into default data.
 */
export class DurableJson<T extends object> implements Adapter<T> {
  readonly #path: string
  readonly #schema: z.ZodType<T>
  readonly #makesFolder: boolean

  /** `makesFolder`: a folder that is missing is made at a write. A case's isn't: one that was deleted stays so. */
  constructor(path: string, schema: z.ZodType<T>, { makesFolder = false } = {}) {
    this.#path = path
    this.#schema = schema
    this.#makesFolder = makesFolder
  }

  /**
   * Reads and validates.
   * @throws DossierError `damaged` when the file can't be read as what it should be, `not-found` when it's missing.
   */
  async read(): Promise<T> {
    const name = basename(this.#path)
    let text: string
    try {
      text = await readFile(this.#path, 'utf8')
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT')
        throw new DossierError('not-found', `${name} is missing.`, { cause: error })
      throw readingError(error, name)
    }
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      throw new DossierError('damaged', `${name} is damaged: it isn't complete JSON. Nothing was changed.`, {
        cause: error
      })
    }
    const parsed = this.#schema.safeParse(value)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      const place = issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : ''
      throw new DossierError(
        'damaged',
        `${name} is damaged or not from this version (${place}). Nothing was changed.`,
        { cause: parsed.error }
      )
    }
    return parsed.data
  }

  /** Resolves when the data are on the disk. What is written to a file last stays, however many writes of it overlap. */
  write(data: T): Promise<void> {
    const text = JSON.stringify(data, null, 1) + '\n'
    return inOrder(this.#path, async () => {
      if (this.#makesFolder) await ensureFolder(dirname(this.#path))
      await writeDurably(this.#path, text)
    })
  }
}

const lastWrites = new Map<string, Promise<unknown>>()

/** Writes to a file after what is being written to it: two at once could end in either order. */
function inOrder(path: string, write: () => Promise<void>): Promise<void> {
  const turn = (lastWrites.get(path) ?? Promise.resolve()).then(write)
  // Whoever asked for a write hears of its failure; the next one is tried all the same.
  const settled = turn.catch(() => undefined)
  lastWrites.set(path, settled)
  void settled.then(() => {
    if (lastWrites.get(path) === settled) lastWrites.delete(path)
  })
  return turn
}
