import type { DatedEvent } from '../../../shared/analysis/chronology/read-chronology.ts'
import type { FigureDraft } from '../../../shared/analysis/figures/read-figures.ts'
import type { SourceRecord } from '../../../shared/case/case.ts'
import { sha256 } from '../../base/hash.ts'
import type { CacheDatabase, CacheForm } from '../../store/cache-database.ts'
import type { CaseCache } from '../../store/case-cache.ts'
import { closeKept, openKept } from '../../store/kept-cache.ts'
import type { FeedDocument } from '../../store/document-changes.ts'
import type { Reading } from './reading.ts'

/** Rises with every change of what is read of a text, or of the tables: what an older program read is then read anew. */
const VERSION = 3

const FORM: CacheForm = {
  version: VERSION,
  tables: `
    CREATE TABLE reading (stamp TEXT PRIMARY KEY, events TEXT NOT NULL, figures TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE source (name TEXT PRIMARY KEY, revision TEXT NOT NULL, stamp TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, publisher TEXT, published TEXT)
      WITHOUT ROWID;
  `,
  names: ['reading', 'source'],
  isSound: (database) =>
    database
      .all('SELECT events, figures FROM reading')
      .every(
        ({ events, figures }) =>
          Array.isArray(JSON.parse(events as string)) && Array.isArray(JSON.parse(figures as string))
      )
}

/** What was read of the texts of a case, in SQLite: by the hash of each text, and which source has which. */
export class ReadingCache {
  readonly #place: CaseCache
  readonly #database: CacheDatabase
  readonly #columns = new Map<'events' | 'figures', Map<string, string>>()
  readonly #parsed = new Map<string, unknown>()
  readonly #sources: Map<string, Record<string, unknown>>

  private constructor(place: CaseCache, database: CacheDatabase) {
    this.#place = place
    this.#database = database
    this.#sources = new Map(database.all('SELECT * FROM source').map((row) => [row['name'] as string, row]))
  }

  /** Opens what is kept of a case; what is damaged is made anew. Rejects with the system's error. */
  static async open(place: CaseCache): Promise<ReadingCache> {
    return new ReadingCache(place, await openKept(place, FORM))
  }

  /** Keeps it for the next opening of the case. Rejects with the system's error. */
  close(): Promise<void> {
    return closeKept(this.#place, this.#database)
  }

  /** What was read of a source; null when it has changed since, or was never read. */
  find({ name, revision }: FeedDocument): Reading | null {
    const row = this.#sources.get(name)
    if (!row || revision === '' || row['revision'] !== revision || !this.has(row['stamp'] as string)) return null
    return this.#reading(row)
  }

  /** Whether a text was read. */
  has(stamp: string): boolean {
    return this.#column('events').has(hashOf(stamp))
  }

  /** Keeps what was read of a text. */
  put(stamp: string, { events, figures }: { events: readonly DatedEvent[]; figures: readonly FigureDraft[] }): void {
    const hash = hashOf(stamp)
    const row = { events: JSON.stringify(events), figures: JSON.stringify(figures) }
    this.#database.run('INSERT OR REPLACE INTO reading VALUES (?, ?, ?)', hash, row.events, row.figures)
    this.#column('events').set(hash, row.events)
    this.#column('figures').set(hash, row.figures)
  }

  /** Notes which text a source has, and answers its reading. */
  note({ name, revision }: FeedDocument, stamp: string, { source }: SourceRecord): Reading {
    const { id, key, metadata } = source
    const row = {
      name,
      revision,
      stamp: hashOf(stamp),
      id,
      key,
      publisher: metadata.publisher.value,
      published: metadata.published.value
    }
    this.#database.run('INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?)', ...Object.values(row))
    this.#sources.set(name, row)
    return this.#reading(row)
  }

  /** Forgets the sources that aren't named, and the texts that none has. */
  keep(names: ReadonlySet<string>): void {
    const gone = [...this.#sources.keys()].filter((name) => !names.has(name))
    if (gone.length === 0) return
    this.#database.together(() => {
      for (const name of gone) {
        this.#database.run('DELETE FROM source WHERE name = ?', name)
        this.#sources.delete(name)
      }
      this.#database.run('DELETE FROM reading WHERE stamp NOT IN (SELECT stamp FROM source)')
    })
  }

  #reading(row: Record<string, unknown>): Reading {
    const stamp = row['stamp'] as string
    const events = (): readonly DatedEvent[] => this.#parse('events', stamp)
    const figures = (): readonly FigureDraft[] => this.#parse('figures', stamp)
    return {
      id: row['id'] as string,
      key: row['key'] as string,
      publisher: row['publisher'] as string | null,
      published: row['published'] as string | null,
      get events() {
        return events()
      },
      get figures() {
        return figures()
      }
    }
  }

  #parse<T>(column: 'events' | 'figures', stamp: string): T {
    const name = `${column} ${stamp}`
    if (!this.#parsed.has(name)) this.#parsed.set(name, JSON.parse(this.#column(column).get(stamp)!))
    return this.#parsed.get(name) as T
  }

  #column(column: 'events' | 'figures'): Map<string, string> {
    let known = this.#columns.get(column)
    if (!known) {
      known = new Map(
        this.#database
          .all(`SELECT stamp, ${column} AS data FROM reading`)
          .map(({ stamp, data }) => [stamp as string, data as string])
      )
      this.#columns.set(column, known)
    }
    return known
  }
}

function hashOf(stamp: string): string {
  return sha256(stamp)
}
