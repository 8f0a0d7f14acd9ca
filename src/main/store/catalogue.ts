import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { sourceRow, SourceRow } from '../../shared/case/row.ts'
import type { SourceRecord } from '../../shared/case/case.ts'
import type { Anchor } from '../../shared/case/custody.ts'
import type { AnyRecord } from '../../shared/case/records/kind.ts'
import { placeOfRecord, sourceFile, type Owner } from '../../shared/case/records/places.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import { ensureFolder, ifThere } from '../base/durable.ts'
import { sha256OfFile } from '../base/hash.ts'
import type { FeedDocument } from './document-changes.ts'

/** Ending of the file with the hash of a catalogue that was closed in order. */
const HASH_ENDING = '.sha256'

/** Rises with every change of the tables: an older catalogue is then made anew. */
const VERSION = 6

const TABLES = `
  CREATE TABLE source (id TEXT PRIMARY KEY, number INTEGER NOT NULL, key TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL, stamp TEXT NOT NULL,
    row TEXT NOT NULL, device TEXT, entry INTEGER, entry_sha256 TEXT) WITHOUT ROWID;
  CREATE INDEX source_key ON source (key);
  CREATE INDEX source_sha256 ON source (sha256);
  CREATE TABLE quote (id TEXT PRIMARY KEY, source TEXT NOT NULL, number INTEGER NOT NULL, deleted INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX quote_source ON quote (source);
  CREATE INDEX quote_number ON quote (deleted, number);
  CREATE TABLE record (name TEXT PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT NULL, stamp TEXT NOT NULL, data TEXT, device TEXT, entry INTEGER,
    entry_sha256 TEXT) WITHOUT ROWID;
  CREATE INDEX record_id ON record (kind, id);
  CREATE INDEX record_owner ON record (owner, kind);
  CREATE TABLE fingerprint (text TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  PRAGMA user_version = ${VERSION};
`

/** How far the catalogue has followed a device's log: the file's size, the number and the hash of its last entry. */
export interface LogMark {
  size: number
  n: number
  head: string
}

/**
 * What a case's list shows, as a cache of its documents: rows of the sources and their quotes, found by id, key and hash. It can be
 * thrown away at any time. What is verified, exported or edited is read from the documents, never from here.
 */
export class Catalogue {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  private constructor(database: DatabaseSync) {
    this.#database = database
  }

  /** Opens the catalogue at a path; one that is missing, damaged or of another version is made anew. */
  static async open(path: string): Promise<Catalogue> {
    await ensureFolder(dirname(path))
    const existing = Catalogue.#usable(() => new DatabaseSync(path), await wasClosedWhole(path))
    try {
      if (existing) return existing.#durable()
    } catch (error) {
      if (!isDatabaseError(error)) throw error
      existing?.close()
    }
    return Catalogue.anew(path)
  }

  /** Makes the catalogue at a path anew. Rejects with the system's error. */
  static async anew(path: string): Promise<Catalogue> {
    await removeCatalogueAt(path)
    return Catalogue.#made(new DatabaseSync(path)).#durable()
  }

  /** A copy in memory of the catalogue at a path, whoever writes that; empty when there is none that can be used. */
  static async copyOf(path: string): Promise<Catalogue> {
    const copy = Catalogue.inMemory()
    if (!(await ifThere(stat(path)))) return copy
    const original = Catalogue.#usable(() => new DatabaseSync(path, { readOnly: true }), await wasClosedWhole(path))
    if (!original) return copy
    original.close()
    try {
      copy.#database.prepare('ATTACH DATABASE ? AS disk').run(path)
      copy.together(() => {
        for (const table of ['source', 'quote', 'record', 'fingerprint', 'state']) {
          copy.#database.exec(`INSERT INTO main.${table} SELECT * FROM disk.${table}`)
        }
      })
      copy.#database.exec('DETACH DATABASE disk')
      return copy
    } catch (error) {
      if (!isDatabaseError(error)) throw error
    }
    copy.close()
    return Catalogue.inMemory()
  }

  /** A catalogue that leaves nothing on the disk; `serialized` is what `serialize` gave before. */
  static inMemory(serialized: Uint8Array | null = null): Catalogue {
    if (serialized) {
      const known = Catalogue.#usable(() => {
        const database = new DatabaseSync(':memory:')
        database.deserialize(serialized)
        return database
      }, true)
      if (known) return known
    }
    return Catalogue.#made(new DatabaseSync(':memory:'))
  }

  static #made(database: DatabaseSync): Catalogue {
    database.exec(TABLES)
    return new Catalogue(database)
  }

  /**
   * The catalogue in a database; null when it isn't one, or of another version, or damaged. One that was closed in order isn't looked through
   * here: its hash is checked while it's shown.
   */
  static #usable(open: () => DatabaseSync, isKnown: boolean): Catalogue | null {
    let database: DatabaseSync | null = null
    try {
      database = open()
      const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
      const catalogue = new Catalogue(database)
      if (version === VERSION && (isKnown || catalogue.#isSound())) return catalogue
    } catch (error) {
      if (!isDatabaseError(error)) throw error
    }
    database?.close()
    return null
  }

  #isSound(): boolean {
    const check = this.#database.prepare('PRAGMA integrity_check(1)').get() as { integrity_check: string }
    if (check.integrity_check !== 'ok') return false
    try {
      this.marks()
      return this.rows().every((row) => SourceRow.safeParse(row).success)
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

  /** All bytes, for a catalogue that is kept sealed. */
  serialize(): Uint8Array {
    return this.#database.serialize()
  }

  close(): void {
    this.#database.close()
  }

  /** Closes the catalogue at a path for good: its hash beside it says that all of it was written. Rejects with the system's error. */
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

  /** Takes over a source as it is on the disk. `stamp` tells whether its document changed since. */
  put(record: SourceRecord, stamp: string): void {
    const { source, quotes, custody } = record
    this.#run(
      'INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      source.id,
      keyNumber(source.key),
      source.key,
      source.original.sha256,
      source.text.sha256,
      stamp,
      JSON.stringify(sourceRow(record)),
      custody?.device ?? null,
      custody?.n ?? null,
      custody?.sha256 ?? null
    )
    this.#run('DELETE FROM quote WHERE source = ?', source.id)
    for (const quote of quotes) {
      const deleted = quote.deletedAt === null ? 0 : 1
      this.#run(
        'INSERT OR REPLACE INTO quote VALUES (?, ?, ?, ?, ?)',
        quote.id,
        source.id,
        keyNumber(quote.key),
        deleted,
        JSON.stringify(quote)
      )
    }
    this.#raise('source', Math.max(...[source.key, ...source.formerKeys].map(keyNumber)))
    for (const { key, formerKeys } of quotes) this.#raise('quote', Math.max(...[key, ...formerKeys].map(keyNumber)))
  }

  /** Takes over a record as it is on the disk; `data` is null for one of a kind or version that isn't known. */
  putRecord(name: string, data: AnyRecord | null, custody: Anchor | undefined, stamp: string): void {
    const { kind, id, owner } = placeOfRecord(name)!
    this.#run(
      'INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      name,
      kind,
      id,
      ownerText(owner),
      stamp,
      data && JSON.stringify(data),
      custody?.device ?? null,
      custody?.n ?? null,
      custody?.sha256 ?? null
    )
  }

  /** Forgets a record. */
  removeRecord(name: string): void {
    this.#run('DELETE FROM record WHERE name = ?', name)
  }

  /** The records of a kind, of one owner or of all, in the order of their names. */
  records(kind: string, owner?: Owner): AnyRecord[] {
    const found = owner
      ? this.#all(
          'SELECT data FROM record WHERE owner = ? AND kind = ? AND data IS NOT NULL ORDER BY name',
          ownerText(owner),
          kind
        )
      : this.#all('SELECT data FROM record WHERE kind = ? AND data IS NOT NULL ORDER BY name', kind)
    return found.map(({ data }) => JSON.parse(data as string) as AnyRecord)
  }

  /** The name of a record's document. */
  recordName(kind: string, id: string): string | undefined {
    return this.#get('SELECT name FROM record WHERE kind = ? AND id = ?', kind, id)?.['name'] as string | undefined
  }

  /** The names of all records that an owner has, of unknown kinds too. */
  recordsOf(owner: Owner): string[] {
    return this.#all('SELECT name FROM record WHERE owner = ?', ownerText(owner)).map(({ name }) => name as string)
  }

  /** How many records there are of each kind that isn't known, or of which the version isn't. */
  unknownRecords(): { kind: string; count: number }[] {
    return this.#all('SELECT kind, count(*) AS count FROM record WHERE data IS NULL GROUP BY kind').map(
      ({ kind, count }) => ({ kind: kind as string, count: Number(count) })
    )
  }

  /** What the documents of the records whose names begin so looked like when they were taken over, by name. */
  recordStamps(prefix: string): Map<string, string> {
    const found = this.#all(
      'SELECT name, stamp FROM record WHERE name >= ? AND name < ?',
      prefix,
      `${prefix}\u{10ffff}`
    )
    return new Map(found.map(({ name, stamp }) => [name as string, stamp as string]))
  }

  /** Every record with the entry of the log that made it as it is. */
  recordPlaces(): { name: string; custody: Anchor | undefined }[] {
    return this.#all('SELECT name, device, entry, entry_sha256 FROM record').map((found) => ({
      name: found['name'] as string,
      custody: anchorIn(found)
    }))
  }

  /** Forgets a source and its records. Its keys stay taken. */
  remove(id: string): void {
    this.#run('DELETE FROM record WHERE owner = ?', ownerText({ of: 'source', id }))
    this.#run('DELETE FROM fingerprint WHERE text = (SELECT text FROM source WHERE id = ?)', id)
    this.#run('DELETE FROM source WHERE id = ?', id)
    this.#run('DELETE FROM quote WHERE source = ?', id)
  }

  /** The library's rows, in the order of their keys. */
  rows(): SourceRow[] {
    // A pass over the table as it lies and one array a row: half the time and memory of an ordered list of objects.
    const statement = this.#statement('SELECT number, row FROM source')
    statement.setReturnArrays(true)
    const found: [number, SourceRow][] = []
    for (const columns of statement.iterate()) {
      const [number, row] = columns as unknown as [number, string]
      found.push([number, JSON.parse(row) as SourceRow])
    }
    return found.sort(([a], [b]) => a - b).map(([, row]) => row)
  }

  row(id: string): SourceRow | undefined {
    const found = this.#get('SELECT row FROM source WHERE id = ?', id)
    return found && (JSON.parse(found['row'] as string) as SourceRow)
  }

  count(): { sources: number; quotes: number } {
    const sources = this.#get('SELECT count(*) AS count FROM source')
    const quotes = this.#get('SELECT count(*) AS count FROM quote WHERE deleted = 0')
    return { sources: Number(sources!['count']), quotes: Number(quotes!['count']) }
  }

  /** Ids of the sources in the order of their keys. */
  ids(): string[] {
    return this.#all('SELECT id FROM source ORDER BY number').map(({ id }) => id as string)
  }

  idByKey(key: string): string | undefined {
    return this.#get('SELECT id FROM source WHERE key = ? ORDER BY id', key)?.['id'] as string | undefined
  }

  /** The source whose original has this SHA-256. */
  idByHash(sha256: string): string | undefined {
    return this.#get('SELECT id FROM source WHERE sha256 = ? ORDER BY number', sha256)?.['id'] as string | undefined
  }

  /** The text's SHA-256 of every source, by the source's id. */
  texts(): Map<string, string> {
    return new Map(this.#all('SELECT id, text FROM source').map(({ id, text }) => [id as string, text as string]))
  }

  /** What was kept of the text with this SHA-256 to compare it with others. */
  fingerprint(text: string): Uint8Array | undefined {
    return this.#get('SELECT data FROM fingerprint WHERE text = ?', text)?.['data'] as Uint8Array | undefined
  }

  /** Keeps what is needed of a text to compare it with others. */
  putFingerprint(text: string, data: Uint8Array): void {
    this.#run('INSERT OR REPLACE INTO fingerprint VALUES (?, ?)', text, data)
  }

  /** The source that a quote, deleted or not, belongs to. */
  sourceOfQuote(id: string): string | undefined {
    return this.#get('SELECT source FROM quote WHERE id = ?', id)?.['source'] as string | undefined
  }

  /** A quote that isn't deleted, by its key. */
  quoteByKey(key: string): Quote | undefined {
    if (!/^Q\d+$/.test(key)) return undefined
    const found = this.#get('SELECT data FROM quote WHERE number = ? AND deleted = 0', keyNumber(key))
    return found && (JSON.parse(found['data'] as string) as Quote)
  }

  /** Quotes that aren't deleted, in the order of their keys, from a place on. */
  quotes(offset = 0, limit = -1): Quote[] {
    return this.#all('SELECT data FROM quote WHERE deleted = 0 ORDER BY number LIMIT ? OFFSET ?', limit, offset).map(
      ({ data }) => JSON.parse(data as string) as Quote
    )
  }

  /** The highest numbers of keys that were ever given. */
  highest(): { source: number; quote: number } {
    return { source: Number(this.#state('source') ?? 0), quote: Number(this.#state('quote') ?? 0) }
  }

  /** Notes that a key was given. */
  taken(key: string): void {
    this.#raise(key.startsWith('S') ? 'source' : 'quote', keyNumber(key))
  }

  /** What the ids of the sources begin with. */
  prefixes(): string[] {
    return this.#all('SELECT DISTINCT substr(id, 1, 2) AS prefix FROM source').map(({ prefix }) => prefix as string)
  }

  /** What the documents of the sources whose ids begin so looked like when they were taken over, by id. */
  stamps(prefix: string): Map<string, string> {
    return new Map(
      this.#all('SELECT id, stamp FROM source WHERE id >= ? AND id < ?', prefix, `${prefix}~`).map(({ id, stamp }) => [
        id as string,
        stamp as string
      ])
    )
  }

  /** Every source, and every record of a kind and version that is known, with what its document looked like when it was taken over. */
  documents(): FeedDocument[] {
    return [...this.#all(SOURCE_DOCUMENTS), ...this.#all(RECORD_DOCUMENTS)].map(feedDocument)
  }

  /** One of `documents`, by its name. */
  document(name: string): FeedDocument | null {
    const found = SOURCE.isName(name)
      ? this.#get(`${SOURCE_DOCUMENTS} WHERE id = ?`, name.split('/')[2]!)
      : this.#get(`${RECORD_DOCUMENTS} AND name = ?`, name)
    return found ? feedDocument(found) : null
  }

  /** The entries of the logs that the sources' documents and the records refer to. */
  anchors(): Anchor[] {
    return ['source', 'record'].flatMap((table) =>
      this.#all(`SELECT device, entry, entry_sha256 FROM ${table} WHERE device IS NOT NULL`).map((found) =>
        anchorIn(found)!
      )
    )
  }

  /** Every source with the entry of the log that made it as it is. */
  places(): { id: string; custody: Anchor | undefined }[] {
    return this.#all('SELECT id, device, entry, entry_sha256 FROM source').map((found) => ({
      id: found['id'] as string,
      custody: anchorIn(found)
    }))
  }

  /** How far the logs were followed, by device. */
  marks(): Record<string, LogMark> {
    return JSON.parse(this.#state('logs') ?? '{}') as Record<string, LogMark>
  }

  /** Notes how far the logs were followed. */
  follow(marks: Record<string, LogMark>): void {
    this.#set('logs', JSON.stringify(marks))
  }

  #raise(name: 'source' | 'quote', number: number): void {
    this.#run(
      'INSERT INTO state VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2 WHERE CAST(value AS INTEGER) < ?2',
      name,
      number
    )
  }

  #state(name: string): string | undefined {
    return this.#get('SELECT value FROM state WHERE name = ?', name)?.['value'] as string | undefined
  }

  #set(name: string, value: string): void {
    this.#run('INSERT OR REPLACE INTO state VALUES (?, ?)', name, value)
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (!statement) this.#statements.set(sql, (statement = this.#database.prepare(sql)))
    return statement
  }

  #run(sql: string, ...values: (string | number | Uint8Array | null)[]): void {
    this.#statement(sql).run(...values)
  }

  #get(sql: string, ...values: (string | number)[]): Record<string, unknown> | undefined {
    return this.#statement(sql).get(...values)
  }

  #all(sql: string, ...values: (string | number)[]): Record<string, unknown>[] {
    return this.#statement(sql).all(...values)
  }
}

/** The entry of the log in a row. */
function anchorIn({ device, entry, entry_sha256: hash }: Record<string, unknown>): Anchor | undefined {
  return device === null ? undefined : { device: device as string, n: Number(entry), sha256: hash as string }
}

const SOURCE_DOCUMENTS = `SELECT NULL AS name, '${SOURCE.kind}' AS kind, id, stamp FROM source`
const RECORD_DOCUMENTS = 'SELECT name, kind, id, stamp FROM record WHERE data IS NOT NULL'

function feedDocument({ name, kind, id, stamp }: Record<string, unknown>): FeedDocument {
  return {
    name: (name as string | null) ?? sourceFile(id as string, 'meta.json'),
    kind: kind as string,
    id: id as string,
    revision: stamp as string
  }
}

function ownerText(owner: Owner): string {
  return owner.of === 'case' ? owner.of : `${owner.of} ${owner.id}`
}

/** Removes the catalogue at a path. Rejects with the system's error. */
async function removeCatalogueAt(path: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm', '-journal', HASH_ENDING]) await rm(path + ending, { force: true })
}

/** False after a crash, or while another process has it open. */
async function wasClosedWhole(path: string): Promise<boolean> {
  return (await ifThere(stat(path + HASH_ENDING))) !== undefined
}

/**
 * Whether the bytes of a catalogue that was just opened are those that were written when it was closed; null when that isn't known. The hash is
 * taken away, since the bytes change from now on. Rejects with the system's error.
 */
export async function takeHash(path: string, { keep }: { keep: boolean }): Promise<boolean | null> {
  const hash = await ifThere(readFile(path + HASH_ENDING, 'utf8'))
  if (hash === undefined) return null
  const isRight = (await ifThere(sha256OfFile(path))) === hash
  if (!keep) await rm(path + HASH_ENDING, { force: true })
  return isRight
}

/** The number in a key: 3 of `S3`. */
export function keyNumber(key: string): number {
  return Number(key.slice(1))
}

/** True for what SQLite itself reports, such as a file that is no database. */
export function isDatabaseError(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'ERR_SQLITE_ERROR'
}

/** What others than the store may ask of the list. Nothing that it tells of the case can be changed so; fingerprints are of texts, by their hash. */
export type CatalogueQueries = Pick<
  Catalogue,
  | 'rows'
  | 'row'
  | 'count'
  | 'ids'
  | 'idByKey'
  | 'idByHash'
  | 'sourceOfQuote'
  | 'quoteByKey'
  | 'quotes'
  | 'highest'
  | 'texts'
  | 'fingerprint'
  | 'putFingerprint'
>
