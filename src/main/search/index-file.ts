import { mkdirSync, renameSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isSystemError } from '../base/durable.ts'
import { lockIndex } from './index-lock.ts'
import { PREFIX_TABLE } from './prefix-sets.ts'

/** Rises with every change of the tables, of what is indexed, or of how words are told apart: an older index is then made anew. */
const VERSION = 5

/** Says of an index that it was closed in order: its size and time beside it. */
const CLOSED_ENDING = '.closed'

const TABLES = `
  CREATE TABLE document (name TEXT PRIMARY KEY, revision TEXT NOT NULL, cites TEXT, title TEXT) WITHOUT ROWID;
  CREATE TABLE entry (number INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL, scope INTEGER NOT NULL, source TEXT, first INTEGER NOT NULL, last INTEGER NOT NULL,
    quoted INTEGER NOT NULL, refs BLOB NOT NULL, data TEXT NOT NULL);
  CREATE INDEX entry_document ON entry (document);
  CREATE TABLE value (id INTEGER PRIMARY KEY, field INTEGER NOT NULL, text TEXT NOT NULL);
  ${PREFIX_TABLE}
  -- A word of the first column takes two bytes less.
  CREATE VIRTUAL TABLE words USING fts5(body, title, meta, tokenize = 'ascii', content = '', contentless_delete = 1);
  INSERT INTO words (words, rank) VALUES ('hashsize', 33554432);
  -- What was written is merged when there is much of it, and at the end of a making (settle), not again and again on the way.
  INSERT INTO words (words, rank) VALUES ('automerge', 0);
  PRAGMA user_version = ${VERSION};
`

/** Where an index is, and what may be done with it. */
export interface IndexPlace {
  /** Null: in memory alone. */
  path: string | null
  /** False: it is only read at `path`; what is changed is changed in a copy in memory, and kept at the end if nobody writes the index. */
  write: boolean
  /** Bytes of an index that was kept sealed. */
  bytes: Uint8Array | null
}

/** How long whoever opens an index waits for one who puts another in its place, in milliseconds: that is a copy of a file. */
const PATIENCE = 5_000

/** The database of an index, opened. */
export class IndexFile {
  readonly place: IndexPlace
  database: DatabaseSync
  /** True when the file itself is open, and only to be read. */
  #isReading: boolean
  #isMarked: boolean
  #isChanged = false
  #unlock: (() => void) | null = null

  private constructor(place: IndexPlace, database: DatabaseSync, isReading: boolean, isMarked: boolean) {
    this.place = place
    this.database = database
    this.#isReading = isReading
    this.#isMarked = isMarked
  }

  /** Opens an index; one that is missing, damaged or of another version is made anew. Throws the system's error. */
  static open(place: IndexPlace): IndexFile {
    const { path, write, bytes } = place
    if (path === null)
      return new IndexFile(place, (bytes && usable(() => inMemory(bytes))) ?? made(':memory:'), false, false)
    if (!write) {
      const known =
        statusOf(path) === 'missing' ? null : usable(() => new DatabaseSync(path, { readOnly: true, timeout: 5_000 }))
      return new IndexFile(place, known ?? made(':memory:'), known !== null, false)
    }
    mkdirSync(dirname(path), { recursive: true })
    const unlock = lockIndex(path, PATIENCE)
    // Another program writes it, though only one writes the case: then this one has its own.
    if (!unlock) return IndexFile.open({ ...place, write: false })
    const status = statusOf(path)
    const known = status === 'missing' ? null : usable(() => new DatabaseSync(path), status === 'open')
    if (!known) removeAt(path)
    const file = new IndexFile(place, durable(known ?? made(path)), false, status === 'closed' && known !== null)
    file.#unlock = unlock
    return file
  }

  /** An empty index in place of whatever is there. Throws the system's error. */
  static anew(place: IndexPlace): IndexFile {
    const { path, write } = place
    if (path === null || !write) return new IndexFile(place, made(':memory:'), false, false)
    mkdirSync(dirname(path), { recursive: true })
    const unlock = lockIndex(path, PATIENCE)
    if (!unlock) return IndexFile.anew({ ...place, write: false })
    removeAt(path)
    const file = new IndexFile(place, durable(made(path)), false, false)
    file.#unlock = unlock
    return file
  }

  /** True when anything was changed since it was opened. */
  get isChanged(): boolean {
    return this.#isChanged
  }

  /** Makes sure that the index can be changed. Answers true when the database is another one since: a copy in memory. */
  toChange(): boolean {
    this.#isChanged = true
    if (this.#isMarked) {
      rmSync(this.place.path! + CLOSED_ENDING, { force: true })
      this.#isMarked = false
    }
    if (!this.#isReading) return false
    const copy = inMemory(this.database.serialize())
    this.database.close()
    this.database = copy
    this.#isReading = false
    return true
  }

  /** All bytes, for one that is kept sealed. */
  serialize(): Uint8Array {
    return this.database.serialize()
  }

  /** Closes it; a mark beside it says that all of it was written. */
  close(): void {
    const { path, write } = this.place
    if (path === null) return void this.database.close()
    if (!write) {
      const bytes = this.#isReading ? null : this.database.serialize()
      this.database.close()
      if (bytes) keepAt(path, bytes)
      return
    }
    try {
      this.#closeWritten(path)
    } finally {
      this.#unlock?.()
    }
  }

  /** Closes it as it is, whatever comes of what was changed: it is damaged. */
  abandon(): void {
    this.database.close()
    this.#unlock?.()
  }

  #closeWritten(path: string): void {
    if (this.#isMarked) return void this.database.close()
    // Merging words leaves pages that nothing uses.
    this.database.exec('PRAGMA incremental_vacuum')
    const { busy } = this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number }
    this.database.close()
    // While somebody reads it, the file alone isn't all of it.
    if (busy === 0) writeFileSync(path + CLOSED_ENDING, markOf(path))
  }
}

/** SQLite’s codes for a file that isn’t what it should be: an error of the schema, corruption, no database. */
const DAMAGED = new Set([1, 11, 26])

/** True for what SQLite reports of a file that is no index, or not a whole one. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || (error as NodeJS.ErrnoException).code !== 'ERR_SQLITE_ERROR') return false
  // The lowest byte is the code, what is above it says more of it.
  return DAMAGED.has((error as { errcode?: number }).errcode! & 0xff)
}

function removeAt(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal', CLOSED_ENDING]) rmSync(path + ending, { force: true })
}

/**
 * Keeps an index that one made who only reads the case, so that nobody has to make it again; not where another writes it. Where the system doesn't let it be
 * replaced, as where somebody reads it on Windows, the one that is there stays.
 */
function keepAt(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  const unlock = lockIndex(path, 0)
  if (!unlock) return
  const made = `${path}.new`
  try {
    writeFileSync(made, bytes, { flush: true })
    removeAt(path)
    renameSync(made, path)
    writeFileSync(path + CLOSED_ENDING, markOf(path))
  } catch (error) {
    if (!isSystemError(error)) throw error
    rmSync(made, { force: true })
  } finally {
    unlock()
  }
}

function markOf(path: string): string {
  const { size, mtimeNs } = statSync(path, { bigint: true })
  return `${size} ${mtimeNs}`
}

/** `open`: it was left while it was being written, or changed since. */
function statusOf(path: string): 'missing' | 'closed' | 'open' {
  if (!statSync(path, { throwIfNoEntry: false })) return 'missing'
  if (!statSync(path + CLOSED_ENDING, { throwIfNoEntry: false })) return 'open'
  return readFileSync(path + CLOSED_ENDING, 'utf8') === markOf(path) ? 'closed' : 'open'
}

function made(path: string): DatabaseSync {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL')
  database.exec(TABLES)
  return atEase(database)
}

function inMemory(bytes: Uint8Array): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  database.deserialize(withoutWriteAhead(bytes))
  return database
}

/** A database in memory has no log beside it: bytes 18 and 19 of the header say so (SQLite’s file format, 1.3.3). */
function withoutWriteAhead(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  if (copy.length > 19) copy.fill(1, 18, 20)
  return copy
}

function atEase(database: DatabaseSync): DatabaseSync {
  database.exec('PRAGMA cache_size = -32768; PRAGMA mmap_size = 536870912; PRAGMA temp_store = MEMORY')
  return database
}

/** Write-ahead, so that others can read it meanwhile, and a killed process leaves the last whole state. */
function durable(database: DatabaseSync): DatabaseSync {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  return database
}

/** A database when it is an index of this version; null otherwise. `check`: all of it is looked through. */
function usable(open: () => DatabaseSync, check = false): DatabaseSync | null {
  let database: DatabaseSync | null = null
  try {
    database = open()
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
    if (version === VERSION && (!check || isSound(database))) {
      return atEase(database)
    }
  } catch (error) {
    if (!isDamage(error)) throw error
  }
  database?.close()
  return null
}

function isSound(database: DatabaseSync): boolean {
  const { quick_check: found } = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string }
  if (found !== 'ok') return false
  database.exec(`INSERT INTO words (words) VALUES ('integrity-check')`)
  return true
}
