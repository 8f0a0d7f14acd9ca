import { sourceRow, SourceRow } from '../../shared/case/row.ts'
import type { SourceRecord } from '../../shared/case/case.ts'
import type { Anchor } from '../../shared/case/custody.ts'
import type { UnknownRecord } from '../../shared/case/records/unknown.ts'
import type { AnyRecord } from '../../shared/case/records/kind.ts'
import { placeOfRecord, sourceFile, type Owner } from '../../shared/case/records/places.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import { keyNumber } from '../../shared/case/merge/keys.ts'
import { CacheDatabase, type CacheForm } from './cache-database.ts'
import type { FeedDocument } from './document-changes.ts'

/** Rises with every change of the tables: an older catalogue is then made anew. */
const VERSION = 8

const TABLES = `
  CREATE TABLE source (id TEXT PRIMARY KEY, number INTEGER NOT NULL, key TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL, stamp TEXT NOT NULL,
    deleted INTEGER NOT NULL, row TEXT NOT NULL, device TEXT, entry INTEGER, entry_sha256 TEXT) WITHOUT ROWID;
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
`

const FORM: CacheForm = {
  version: VERSION,
  tables: TABLES,
  names: ['source', 'quote', 'record', 'fingerprint', 'state'],
  isSound: (database) =>
    [...database.arrays<[string]>('SELECT row FROM source')].every(
      ([row]) => SourceRow.safeParse(JSON.parse(row)).success
    ) &&
    database
      .all("SELECT value FROM state WHERE name = 'logs'")
      .every(({ value }) => JSON.parse(value as string) !== undefined)
}

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
  readonly #database: CacheDatabase

  private constructor(database: CacheDatabase) {
    this.#database = database
  }

  /** Opens the catalogue at a path; one that is missing, damaged or of another version is made anew. Rejects with the system's error. */
  static async open(path: string): Promise<Catalogue> {
    return new Catalogue(await CacheDatabase.open(path, FORM))
  }

  /** Makes the catalogue at a path anew. Rejects with the system's error. */
  static async anew(path: string): Promise<Catalogue> {
    return new Catalogue(await CacheDatabase.anew(path, FORM))
  }

  /** A copy in memory of the catalogue at a path, whoever writes that; empty when there is none that can be used. */
  static async copyOf(path: string): Promise<Catalogue> {
    return new Catalogue(await CacheDatabase.copyOf(path, FORM))
  }

  /** A catalogue that leaves nothing on the disk; `serialized` is what `serialize` gave before. */
  static inMemory(serialized: Uint8Array | null = null): Catalogue {
    return new Catalogue(CacheDatabase.inMemory(FORM, serialized))
  }

  /** All bytes, for a catalogue that is kept sealed. */
  serialize(): Uint8Array {
    return this.#database.serialize()
  }

  close(): void {
    this.#database.close()
  }

  /** Closes the catalogue at a path for good, as `CacheDatabase.closeWhole` does. */
  closeWhole(path: string): Promise<void> {
    return this.#database.closeWhole(path)
  }

  /** Does several changes at once. */
  together(work: () => void): void {
    this.#database.together(work)
  }

  /** Takes over a source as it is on the disk. `stamp` tells whether its document changed since. */
  put(record: SourceRecord, stamp: string): void {
    const { source, quotes, custody } = record
    this.#database.run(
      'INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      source.id,
      keyNumber(source.key),
      source.key,
      source.original.sha256,
      source.text.sha256,
      stamp,
      source.deletedAt === null ? 0 : 1,
      JSON.stringify(sourceRow(record)),
      custody?.device ?? null,
      custody?.n ?? null,
      custody?.sha256 ?? null
    )
    this.#database.run('DELETE FROM quote WHERE source = ?', source.id)
    for (const quote of quotes) {
      const deleted = quote.deletedAt === null && source.deletedAt === null ? 0 : 1
      this.#database.run(
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
    this.#database.run(
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
    this.#database.run('DELETE FROM record WHERE name = ?', name)
  }

  /** The records of a kind, of one owner or of all, in the order of their names. */
  records(kind: string, owner?: Owner): AnyRecord[] {
    const found = owner
      ? this.#database.all(
          'SELECT data FROM record WHERE owner = ? AND kind = ? AND data IS NOT NULL ORDER BY name',
          ownerText(owner),
          kind
        )
      : this.#database.all('SELECT data FROM record WHERE kind = ? AND data IS NOT NULL ORDER BY name', kind)
    return found.map(({ data }) => JSON.parse(data as string) as AnyRecord)
  }

  /** The record whose document has this name; undefined for one that isn't there, or of a kind or version that isn't known. */
  record(name: string): AnyRecord | undefined {
    const found = this.#database.get('SELECT data FROM record WHERE name = ? AND data IS NOT NULL', name)
    return found && (JSON.parse(found['data'] as string) as AnyRecord)
  }

  /** The name of a record's document. */
  recordName(kind: string, id: string): string | undefined {
    return this.#database.get('SELECT name FROM record WHERE kind = ? AND id = ?', kind, id)?.['name'] as
      string | undefined
  }

  /** The names of all records that an owner has, of unknown kinds too. */
  recordsOf(owner: Owner): string[] {
    return this.#database
      .all('SELECT name FROM record WHERE owner = ?', ownerText(owner))
      .map(({ name }) => name as string)
  }

  /** The records of kinds that aren't known, or of which the version isn't, with the names of their documents. */
  unknownRecords(): UnknownRecord[] {
    return this.#database
      .all('SELECT kind, name FROM record WHERE data IS NULL ORDER BY kind, name')
      .map(({ kind, name }) => ({ kind: kind as string, name: name as string }))
  }

  /** What the documents of the records whose names begin so looked like when they were taken over, by name. */
  recordStamps(prefix: string): Map<string, string> {
    const found = this.#database.all(
      'SELECT name, stamp FROM record WHERE name >= ? AND name < ?',
      prefix,
      `${prefix}\u{10ffff}`
    )
    return new Map(found.map(({ name, stamp }) => [name as string, stamp as string]))
  }

  /** Every record with the entry of the log that made it as it is. */
  recordPlaces(): { name: string; custody: Anchor | undefined }[] {
    return this.#database.all('SELECT name, device, entry, entry_sha256 FROM record').map((found) => ({
      name: found['name'] as string,
      custody: anchorIn(found)
    }))
  }

  /** Forgets a source and its records. Its keys stay taken. */
  remove(id: string): void {
    this.#database.run('DELETE FROM record WHERE owner = ?', ownerText({ of: 'source', id }))
    this.#database.run('DELETE FROM fingerprint WHERE text = (SELECT text FROM source WHERE id = ?)', id)
    this.#database.run('DELETE FROM source WHERE id = ?', id)
    this.#database.run('DELETE FROM quote WHERE source = ?', id)
  }

  /** The library's rows, in the order of their keys. */
  rows(): SourceRow[] {
    // A pass over the table as it lies and one array a row: half the time and memory of an ordered list of objects.
    const found: [number, SourceRow][] = []
    for (const [number, row] of this.#database.arrays<[number, string]>(
      'SELECT number, row FROM source WHERE deleted = 0'
    ))
      found.push([number, JSON.parse(row) as SourceRow])
    return found.sort(([a], [b]) => a - b).map(([, row]) => row)
  }

  /** Ids of the sources in the trash, in the order of their keys. */
  trash(): string[] {
    return this.#database.all('SELECT id FROM source WHERE deleted = 1 ORDER BY number').map(({ id }) => id as string)
  }

  row(id: string): SourceRow | undefined {
    const found = this.#database.get('SELECT row FROM source WHERE id = ?', id)
    return found && (JSON.parse(found['row'] as string) as SourceRow)
  }

  count(): { sources: number; quotes: number } {
    const sources = this.#database.get('SELECT count(*) AS count FROM source WHERE deleted = 0')
    const quotes = this.#database.get('SELECT count(*) AS count FROM quote WHERE deleted = 0')
    return { sources: Number(sources!['count']), quotes: Number(quotes!['count']) }
  }

  /** Ids of the sources in the order of their keys. */
  ids(): string[] {
    return this.#database.all('SELECT id FROM source ORDER BY number').map(({ id }) => id as string)
  }

  idByKey(key: string): string | undefined {
    return this.#database.get('SELECT id FROM source WHERE key = ? ORDER BY id', key)?.['id'] as string | undefined
  }

  /** The source whose original has this SHA-256. */
  idByHash(sha256: string): string | undefined {
    return this.#database.get('SELECT id FROM source WHERE sha256 = ? ORDER BY number', sha256)?.['id'] as
      string | undefined
  }

  /** The text's SHA-256 of every source that is in use, by the source's id. */
  texts(): Map<string, string> {
    const found = this.#database.all('SELECT id, text FROM source WHERE deleted = 0')
    return new Map(found.map(({ id, text }) => [id as string, text as string]))
  }

  /** What was kept of the text with this SHA-256 to compare it with others. */
  fingerprint(text: string): Uint8Array | undefined {
    return this.#database.get('SELECT data FROM fingerprint WHERE text = ?', text)?.['data'] as Uint8Array | undefined
  }

  /** Keeps what is needed of a text to compare it with others. */
  putFingerprint(text: string, data: Uint8Array): void {
    this.#database.run('INSERT OR REPLACE INTO fingerprint VALUES (?, ?)', text, data)
  }

  /** The source that a quote, deleted or not, belongs to. */
  sourceOfQuote(id: string): string | undefined {
    return this.#database.get('SELECT source FROM quote WHERE id = ?', id)?.['source'] as string | undefined
  }

  /** A quote that isn't deleted, by its key. */
  quoteByKey(key: string): Quote | undefined {
    if (!/^Q\d+$/.test(key)) return undefined
    const found = this.#database.get('SELECT data FROM quote WHERE number = ? AND deleted = 0', keyNumber(key))
    return found && (JSON.parse(found['data'] as string) as Quote)
  }

  /** Quotes that aren't deleted, in the order of their keys, from a place on. */
  quotes(offset = 0, limit = -1): Quote[] {
    return this.#database
      .all('SELECT data FROM quote WHERE deleted = 0 ORDER BY number LIMIT ? OFFSET ?', limit, offset)
      .map(({ data }) => JSON.parse(data as string) as Quote)
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
    return this.#database
      .all('SELECT DISTINCT substr(id, 1, 2) AS prefix FROM source')
      .map(({ prefix }) => prefix as string)
  }

  /** What the documents of the sources whose ids begin so looked like when they were taken over, by id. */
  stamps(prefix: string): Map<string, string> {
    return new Map(
      this.#database
        .all('SELECT id, stamp FROM source WHERE id >= ? AND id < ?', prefix, `${prefix}~`)
        .map(({ id, stamp }) => [id as string, stamp as string])
    )
  }

  /** Every source, and every record of a kind and version that is known, with what its document looked like when it was taken over. */
  documents(): FeedDocument[] {
    return [...this.#database.all(SOURCE_DOCUMENTS), ...this.#database.all(RECORD_DOCUMENTS)].map(feedDocument)
  }

  /** One of `documents`, by its name. */
  document(name: string): FeedDocument | null {
    const found = SOURCE.isName(name)
      ? this.#database.get(`${SOURCE_DOCUMENTS} WHERE id = ?`, name.split('/')[2]!)
      : this.#database.get(`${RECORD_DOCUMENTS} AND name = ?`, name)
    return found ? feedDocument(found) : null
  }

  /** The entries of the logs that the sources' documents and the records refer to. */
  anchors(): Anchor[] {
    return ['source', 'record'].flatMap((table) =>
      this.#database
        .all(`SELECT device, entry, entry_sha256 FROM ${table} WHERE device IS NOT NULL`)
        .map((found) => anchorIn(found)!)
    )
  }

  /** Every source with the entry of the log that made it as it is. */
  places(): { id: string; custody: Anchor | undefined }[] {
    return this.#database.all('SELECT id, device, entry, entry_sha256 FROM source').map((found) => ({
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
    this.#database.run(
      'INSERT INTO state VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2 WHERE CAST(value AS INTEGER) < ?2',
      name,
      number
    )
  }

  #state(name: string): string | undefined {
    return this.#database.get('SELECT value FROM state WHERE name = ?', name)?.['value'] as string | undefined
  }

  #set(name: string, value: string): void {
    this.#database.run('INSERT OR REPLACE INTO state VALUES (?, ?)', name, value)
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

/** What others than the store may ask of the list. Nothing that it tells of the case can be changed so; fingerprints are of texts, by their hash. */
export type CatalogueQueries = Pick<
  Catalogue,
  | 'rows'
  | 'row'
  | 'trash'
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
