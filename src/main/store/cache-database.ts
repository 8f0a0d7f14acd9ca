import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { ensureFolder, ifThere } from '../base/durable.ts'
import { sha256OfFile } from '../base/hash.ts'

/** Ending of the file with the hash of a cache that was closed in order. */
const HASH_ENDING = '.sha256'

type Value = string | number | Uint8Array | null
type Row = Record<string, unknown>

/** What a cache holds. */
export interface CacheForm {
  /** Rises with every change of the tables: an older cache is then made anew. */
  version: number
  /** SQL that makes the tables in an empty database. */
  tables: string
  /** Names of the tables whose rows a copy takes over. */
  names: readonly string[]
  /** Looks through a cache that wasn't closed in order; may throw a SyntaxError. */
  isSound(database: CacheDatabase): boolean
}

/** What can be made anew at any time, kept in SQLite: whole or not at all, and never believed when its bytes aren't those that were written. */
export class CacheDatabase {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  private constructor(database: DatabaseSync) {
    this.#database = database
  }

  /** Opens the cache at a path; one that is missing, damaged or of another version is made anew. Rejects with the system's error. */
  static async open(path: string, form: CacheForm): Promise<CacheDatabase> {
    await ensureFolder(dirname(path))
    const existing = CacheDatabase.#usable(form, () => new DatabaseSync(path), await wasClosedWhole(path))
    try {
      if (existing) return existing.#durable()
    } catch (error) {
      if (!isDatabaseError(error)) throw error
      existing?.close()
    }
    return CacheDatabase.anew(path, form)
  }

  /** Makes the cache at a path anew. Rejects with the system's error. */
  static async anew(path: string, form: CacheForm): Promise<CacheDatabase> {
    await removeCacheAt(path)
    return CacheDatabase.#made(form, new DatabaseSync(path)).#durable()
  }

  /** A copy in memory of the cache at a path, whoever writes that; empty when there is none that can be used. Rejects with the system's error. */
  static async copyOf(path: string, form: CacheForm): Promise<CacheDatabase> {
    const copy = CacheDatabase.inMemory(form)
    if (!(await ifThere(stat(path)))) return copy
    const open = (): DatabaseSync => new DatabaseSync(path, { readOnly: true })
    const original = CacheDatabase.#usable(form, open, await wasClosedWhole(path))
    if (!original) return copy
    original.close()
    try {
      copy.#database.prepare('ATTACH DATABASE ? AS disk').run(path)
      copy.together(() => {
        for (const table of form.names) copy.#database.exec(`INSERT INTO main.${table} SELECT * FROM disk.${table}`)
      })
      copy.#database.exec('DETACH DATABASE disk')
      return copy
    } catch (error) {
      if (!isDatabaseError(error)) throw error
    }
    copy.close()
    return CacheDatabase.inMemory(form)
  }

  /** A cache that leaves nothing on the disk; `serialized` is what `serialize` gave before. */
  static inMemory(form: CacheForm, serialized: Uint8Array | null = null): CacheDatabase {
    if (serialized) {
      const open = (): DatabaseSync => {
        const database = new DatabaseSync(':memory:')
        database.deserialize(serialized)
        return database
      }
      const known = CacheDatabase.#usable(form, open, true)
      if (known) return known
    }
    return CacheDatabase.#made(form, new DatabaseSync(':memory:'))
  }

  static #made({ tables, version }: CacheForm, database: DatabaseSync): CacheDatabase {
    database.exec(`${tables}; PRAGMA user_version = ${version}`)
    return new CacheDatabase(database)
  }

  /**
   * The cache in a database; null when it isn't one, or of another version, or damaged. One that was closed in order isn't looked through
   * here: its hash is checked while it's used.
   */
  static #usable(form: CacheForm, open: () => DatabaseSync, isKnown: boolean): CacheDatabase | null {
    let database: DatabaseSync | null = null
    try {
      database = open()
      const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
      const cache = new CacheDatabase(database)
      if (version === form.version && (isKnown || cache.#isSound(form))) return cache
    } catch (error) {
      if (!isDatabaseError(error)) throw error
    }
    database?.close()
    return null
  }

  #isSound(form: CacheForm): boolean {
    const check = this.#database.prepare('PRAGMA integrity_check(1)').get() as { integrity_check: string }
    if (check.integrity_check !== 'ok') return false
    try {
      return form.isSound(this)
    } catch (error) {
      if (error instanceof SyntaxError) return false
      throw error
    }
  }

  /** Write-ahead, so that a killed process leaves the last whole state and a power cut an earlier one. */
  #durable(): this {
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    return this
  }

  /** All bytes, for a cache that is kept sealed. */
  serialize(): Uint8Array {
    return this.#database.serialize()
  }

  close(): void {
    this.#database.close()
  }

  /** Closes the cache at a path for good: its hash beside it says that all of it was written. Rejects with the system's error. */
  async closeWhole(path: string): Promise<void> {
    const { busy } = this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number }
    this.#database.close()
    // While somebody reads it, the file alone isn't all of it.
    if (busy === 0) await writeFile(path + HASH_ENDING, await sha256OfFile(path))
  }

  /** Does several changes at once. */
  together(work: () => void): void {
    this.#database.exec('BEGIN')
    try {
      work()
      this.#database.exec('COMMIT')
    } catch (error) {
      this.#database.exec('ROLLBACK')
      throw error
    }
  }

  run(sql: string, ...values: Value[]): void {
    this.#statement(sql).run(...values)
  }

  get(sql: string, ...values: Value[]): Row | undefined {
    return this.#statement(sql).get(...values)
  }

  all(sql: string, ...values: Value[]): Row[] {
    return this.#statement(sql).all(...values)
  }

  /** The rows that a query answers, one by one, each as an array of its columns; only for queries that aren't asked in another way. */
  *arrays<T extends unknown[]>(sql: string): Generator<T> {
    const statement = this.#statement(sql)
    statement.setReturnArrays(true)
    for (const columns of statement.iterate()) yield columns as unknown as T
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (!statement) this.#statements.set(sql, (statement = this.#database.prepare(sql)))
    return statement
  }
}

/** Removes the cache at a path. Rejects with the system's error. */
async function removeCacheAt(path: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm', '-journal', HASH_ENDING]) await rm(path + ending, { force: true })
}

/** False after a crash, or while another process has it open. */
async function wasClosedWhole(path: string): Promise<boolean> {
  return (await ifThere(stat(path + HASH_ENDING))) !== undefined
}

/**
 * Whether the bytes of a cache that was just opened are those that were written when it was closed; null when that isn't known. The hash is
 * taken away, since the bytes change from now on. Rejects with the system's error.
 */
export async function takeHash(path: string, { keep }: { keep: boolean }): Promise<boolean | null> {
  const hash = await ifThere(readFile(path + HASH_ENDING, 'utf8'))
  if (hash === undefined) return null
  const isRight = (await ifThere(sha256OfFile(path))) === hash
  if (!keep) await rm(path + HASH_ENDING, { force: true })
  return isRight
}

/** True for what SQLite itself reports, such as a file that is no database. */
export function isDatabaseError(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'ERR_SQLITE_ERROR'
}
