import type { StatementSync } from 'node:sqlite'
import type { NameTable } from '../../shared/search/answer.ts'
import { parseQuery, parseTyped } from '../../shared/search/query-parser.ts'
import type { ReadQuery } from '../../shared/search/query.ts'
import type { Bits } from './bits.ts'
import { EntryTable } from './entry-table.ts'
import { Evaluator } from './evaluate.ts'
import type { CitingBrief } from './facets.ts'
import { IndexFile, type IndexPlace } from './index-file.ts'
import { countNames } from './names.ts'
import { narrowedFacetsOf, narrowHits } from './narrow.ts'
import { NearMatches } from './near-matches.ts'
import { PrefixSets } from './prefix-sets.ts'
import type { Asked, Found, IndexedDocument } from './protocol.ts'
import { WordBytes } from './word-bytes.ts'
import { WordMatches } from './word-matches.ts'

/** Of more hits than this the newest come first: to compare them all would take longer than anybody waits, and says little. */
const MOST_RANKED = 5_000

/** Pages of FTS5, of some four kilobytes, that are brought together at once: some hundredths of a second. */
const SETTLED_AT_ONCE = 500

const STATEMENTS = {
  putWords: 'INSERT INTO words (rowid, body, title, meta) VALUES (?, ?, ?, ?)',
  dropWords: 'DELETE FROM words WHERE rowid = ?',
  putDocument: 'INSERT INTO document VALUES (?, ?, ?, ?)',
  dropDocument: 'DELETE FROM document WHERE name = ?',
  settle: `INSERT INTO words (words, rank) VALUES ('merge', ?)`,
  changes: 'SELECT total_changes() AS count'
} as const

/** Reads a query as it is meant. */
export function readQuery({ query, typing }: { query: string; typing: boolean }): ReadQuery {
  return typing ? parseTyped(query) : parseQuery(query)
}

/** The index of a case: which words stand where, kept in a database, and all else that a search needs in memory. */
export class SearchIndex {
  readonly #file: IndexFile
  #entries!: EntryTable
  #prefixes!: PrefixSets
  #words!: WordMatches
  #near!: NearMatches
  readonly #briefs = new Map<string, CitingBrief>()
  #statements!: Record<keyof typeof STATEMENTS, StatementSync>
  #isChanging = false
  readonly #title = new WordBytes()
  readonly #body = new WordBytes()
  readonly #meta = new WordBytes()

  private constructor(file: IndexFile) {
    this.#file = file
    this.#read()
  }

  /** Opens an index; one that is missing, damaged or of another version is made anew. Throws the system's error. */
  static open(place: IndexPlace): SearchIndex {
    return new SearchIndex(IndexFile.open(place))
  }

  /** An empty index in place of whatever is there. Throws the system's error. */
  static anew(place: IndexPlace): SearchIndex {
    return new SearchIndex(IndexFile.anew(place))
  }

  #read(): void {
    const { database } = this.#file
    this.#statements = {
      putWords: database.prepare(STATEMENTS.putWords),
      dropWords: database.prepare(STATEMENTS.dropWords),
      putDocument: database.prepare(STATEMENTS.putDocument),
      dropDocument: database.prepare(STATEMENTS.dropDocument),
      settle: database.prepare(STATEMENTS.settle),
      changes: database.prepare(STATEMENTS.changes)
    }
    this.#entries = new EntryTable(database)
    this.#prefixes = new PrefixSets(database)
    this.#words = new WordMatches(database)
    this.#near = new NearMatches(database, this.#words)
    this.#briefs.clear()
    for (const { name, title, cites } of database
      .prepare('SELECT name, title, cites FROM document WHERE cites IS NOT NULL')
      .all()) {
      const { id, sources } = JSON.parse(cites as string) as { id: string; sources: string[] }
      this.#briefs.set(name as string, { id, title: title as string, cites: sources })
    }
  }

  /** The documents that it has, with their revisions. */
  revisions(): Map<string, string> {
    const found = this.#file.database.prepare('SELECT name, revision FROM document').all()
    return new Map(found.map(({ name, revision }) => [name as string, revision as string]))
  }

  /** Takes documents over and forgets others. It’s kept when `commit` was called. */
  change({ put, remove }: { put: readonly IndexedDocument[]; remove: readonly string[] }): void {
    this.#begin()
    for (const name of remove) this.#remove(name)
    for (const document of put) this.#put(document)
  }

  /** Keeps what was changed. */
  commit(): void {
    if (!this.#isChanging) return
    this.#prefixes.flush()
    this.#file.database.exec('COMMIT')
    this.#isChanging = false
  }

  /**
   * Brings some of what many changes have left together: when all of it is, the index is smaller and faster. A step at a time, so that what is asked meanwhile
   * needn't wait; `isFirst` begins anew. Answers whether anything is left to do.
   */
  settle(isFirst: boolean): boolean {
    this.#begin()
    const { settle, changes } = this.#statements
    const before = changes.get() as { count: number }
    // A negative number takes everything in, not only what is of the same size (FTS5, 6.8).
    settle.run(isFirst ? -SETTLED_AT_ONCE : SETTLED_AT_ONCE)
    const after = changes.get() as { count: number }
    this.commit()
    // The command itself counts as one.
    return after.count - before.count > 1
  }

  /** What a query finds. */
  find(asked: Asked): Found {
    const { root, read } = readQuery(asked)
    if (!root) return { read, total: 0, sources: 0, found: [], facets: null }
    const evaluator = new Evaluator({
      entries: this.#entries,
      prefixes: this.#prefixes,
      words: this.#words,
      near: this.#near,
      caseTlp: asked.caseTlp
    })
    const hits = evaluator.find(root)
    if (asked.scope) hits.keep(this.#entries.ofScope(asked.scope))
    const facets = asked.facets ? narrowedFacetsOf(hits, asked.narrowing ?? {}, this.#entries, this.#briefs) : null
    narrowHits(hits, asked.narrowing ?? {}, this.#entries, this.#briefs)
    const total = hits.count()
    const sources = this.#entries.sourcesOf(hits)
    const page = this.#ranked(hits, total, evaluator.rankedBy(root), asked)
    return {
      read,
      total,
      sources: sources.count(),
      found: page.map(([number, score]) => {
        const source = this.#entries.sourceOf(number)
        const data = this.#entries.data(number)
        const sourceKey = source === undefined ? null : source === number ? data.key : this.#entries.data(source).key
        return { ...data, sourceKey, score }
      }),
      facets
    }
  }

  /** In which texts names stand. */
  names(names: readonly string[]): NameTable['names'] {
    return countNames(this.#file.database, this.#entries, names)
  }

  /** All bytes of one that is kept sealed; null when nothing of it was changed. */
  serialize(): Uint8Array | null {
    this.commit()
    return this.#file.isChanged ? this.#file.serialize() : null
  }

  /** Keeps what was changed and closes it. Throws the system's error. */
  close(): void {
    this.commit()
    this.#file.close()
  }

  /** Closes one that is damaged, whatever comes of what was changed. */
  abandon(): void {
    this.#file.abandon()
  }

  #ranked(hits: Bits, total: number, rankedBy: string | null, { limit, offset }: Asked): [number, number][] {
    const isRanked = rankedBy !== null && total <= MOST_RANKED && this.#words.entries(rankedBy).count() <= MOST_RANKED
    if (isRanked) return this.#best(hits, this.#words.scores(rankedBy), offset + limit).slice(offset)
    const page: [number, number][] = []
    let at = 0
    for (const number of this.#entries.newest(hits)) {
      if (page.length === limit) break
      if (at++ >= offset) page.push([number, 0])
    }
    return page
  }

  /** The best of some entries with their scores; the newer comes first among equals. */
  #best(hits: Bits, scores: ReadonlyMap<number, number>, most: number): [number, number][] {
    const all: [number, number][] = []
    hits.each((number) => void all.push([number, scores.get(number) ?? 0]))
    // Few of many are shown: only those that come into question are put in order.
    const least = all.length > most ? Float64Array.from(all, ([, score]) => -score).sort()[most - 1] : undefined
    const best = least === undefined ? all : all.filter(([, score]) => -score <= least)
    return best.sort(([a, m], [b, n]) => n - m || this.#entries.age(b) - this.#entries.age(a)).slice(0, most)
  }

  #begin(): void {
    this.#words.forget()
    if (this.#isChanging) return
    if (this.#file.toChange()) this.#read()
    this.#file.database.exec('BEGIN')
    this.#isChanging = true
  }

  #put({ name, revision, entries, text, brief }: IndexedDocument): void {
    this.#remove(name)
    const { putWords, putDocument } = this.#statements
    // What comes last counts as the newest: the source itself, before what is said of it.
    for (const entry of entries.toReversed()) {
      const number = this.#entries.add(name, entry)
      const title = this.#title.clear()
      if (entry.scope === 'sources') title.add(entry.title)
      const body = this.#body.clear().add(entry.text ?? text ?? '')
      const meta = this.#meta.clear()
      entry.meta.forEach((value, i) => {
        if (i > 0) meta.part()
        meta.add(value)
      })
      putWords.run(number, body.bytes, title.bytes, meta.bytes)
      this.#prefixes.add(number, { title, others: [body, meta] })
    }
    const cites = brief && JSON.stringify({ id: brief.id, sources: brief.cites })
    putDocument.run(name, revision, cites, brief?.title ?? null)
    if (brief) this.#briefs.set(name, brief)
  }

  #remove(name: string): void {
    const numbers = this.#entries.removeAll(name)
    const { dropWords, dropDocument } = this.#statements
    for (const number of numbers) dropWords.run(number)
    dropDocument.run(name)
    this.#briefs.delete(name)
  }
}
