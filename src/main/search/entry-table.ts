import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { daysPublished } from '../../shared/search/dates.ts'
import { VALUE_FIELDS, type Entry, type ValueField } from '../../shared/search/entries.ts'
import { SCOPES, type Scope } from '../../shared/search/query.ts'
import { wordsOf } from '../../shared/search/tokens.ts'
import { Bits } from './bits.ts'

/** What is shown of an entry, as it is kept. */
export type EntryData = Pick<
  Entry,
  'id' | 'key' | 'sourceId' | 'briefId' | 'title' | 'text' | 'publisher' | 'published' | 'place'
>

/** The same as it is written: without names, and without ids that stand beside it; null for the id of a source itself. */
type KeptData = [
  id: string | null,
  key: string,
  briefId: string | null,
  title: string,
  text: string | null,
  publisher: string | null,
  published: string | null,
  place: [number, number] | null
]

/** The fields of which sources are counted by their values. */
export const COUNTED = ['publisher', 'month', 'language', 'tag', 'tlp'] as const satisfies readonly ValueField[]
export type CountedField = (typeof COUNTED)[number]

/** A value that entries have, such as a publisher. */
export interface Value {
  field: ValueField
  text: string
  /** Its words, folded, once they were asked for. */
  words: readonly string[] | null
}

/** The days of an entry without a date. */
const NO_DAY = 0
const DAYS = 0x100_0000

/**
 * All entries of an index by their numbers, in memory, with what queries compare and count: kinds, days and values. The database has the same, and what
 * is shown of them. A number is never used twice.
 */
export class EntryTable {
  readonly alive = new Bits()
  readonly quoted = new Bits()
  readonly #byScope = SCOPES.map(() => new Bits())
  /** The entry of each source, and the source to which each other entry belongs. */
  readonly #sources = new Map<string, number>()
  readonly #owners = new Map<number, string>()
  readonly #first: number[] = []
  readonly #last: number[] = []
  readonly #refs: (Int32Array | undefined)[] = []
  readonly values: Value[] = []
  /** The values of each field that is counted, by their numbers in `values`. */
  readonly counted: Record<CountedField, number[]> = { publisher: [], month: [], language: [], tag: [], tlp: [] }
  readonly #isCounted: boolean[] = []
  /** The numbers of the counted values of all entries one after the other, and where those of each begin and end. */
  #countedRefs = new Int32Array(1 << 12)
  #countedEnd = 0
  readonly #countedOf: [starts: number[], ends: number[]] = [[], []]
  readonly #valueIds = new Map(VALUE_FIELDS.map((field) => [field, new Map<string, number>()]))
  readonly #insert: StatementSync
  readonly #insertValue: StatementSync
  readonly #delete: StatementSync
  readonly #ofDocument: StatementSync
  readonly #data: StatementSync
  #newest: Float64Array | null = null

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare(
      'INSERT INTO entry (document, scope, source, first, last, quoted, refs, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
    )
    this.#insertValue = database.prepare('INSERT INTO value VALUES (?, ?, ?)')
    this.#delete = database.prepare('DELETE FROM entry WHERE number = ?')
    this.#ofDocument = database.prepare('SELECT number FROM entry WHERE document = ?')
    this.#data = database.prepare('SELECT scope, source, data FROM entry WHERE number = ?')
    for (const { id, field, text } of database.prepare('SELECT id, field, text FROM value').all())
      this.#takeValue(id as number, VALUE_FIELDS[field as number]!, text as string)
    const all = database.prepare('SELECT number, scope, source, first, last, quoted, refs FROM entry')
    all.setReturnArrays(true)
    for (const row of all.iterate()) {
      const [number, scope, source, first, last, quoted, refs] = row as unknown as [
        number,
        number,
        string | null,
        number,
        number,
        number,
        Uint8Array
      ]
      this.#take(number, scope, source, { first, last }, quoted !== 0, new Int32Array(refs.slice().buffer))
    }
  }

  /** Adds an entry of a document. Answers its number. */
  add(document: string, entry: Entry): number {
    const { scope, sourceId, values, published, isQuoted } = entry
    const { id, key, briefId, title, text, publisher, place } = entry
    const days = daysPublished(published) ?? { first: NO_DAY, last: NO_DAY }
    const ids: number[] = []
    for (const [field, value] of values) {
      const valueId = this.#valueId(field, value)
      if (!ids.includes(valueId)) ids.push(valueId)
    }
    const refs = Int32Array.from(ids)
    const data: KeptData = [id === sourceId ? null : id, key, briefId, title, text, publisher, published, place]
    const at = SCOPES.indexOf(scope)
    const { lastInsertRowid } = this.#insert.run(
      ...[document, at, sourceId, days.first, days.last, isQuoted ? 1 : 0],
      new Uint8Array(refs.buffer),
      JSON.stringify(data)
    )
    const number = Number(lastInsertRowid)
    this.#take(number, at, sourceId, days, isQuoted, refs)
    return number
  }

  /** Forgets the entries of a document. Answers their numbers. */
  removeAll(document: string): number[] {
    const numbers = this.#ofDocument.all(document).map(({ number }) => number as number)
    for (const number of numbers) {
      this.#delete.run(number)
      const owner = this.#owners.get(number)
      if (owner !== undefined && this.#sources.get(owner) === number) this.#sources.delete(owner)
      this.#owners.delete(number)
      this.alive.delete(number)
      this.quoted.delete(number)
      for (const bits of this.#byScope) bits.delete(number)
      this.#refs[number] = undefined
      this.#newest = null
    }
    return numbers
  }

  /** What is shown of an entry. */
  data(number: number): EntryData & { scope: Scope } {
    const row = this.#data.get(number) as { scope: number; source: string | null; data: string }
    const [id, key, briefId, title, text, publisher, published, place] = JSON.parse(row.data) as KeptData
    const [scope, sourceId] = [SCOPES[row.scope]!, row.source]
    return { scope, id: id ?? sourceId!, key, sourceId, briefId, title, text, publisher, published, place }
  }

  /** The entries of a kind. */
  ofScope(scope: Scope): Bits {
    return this.#byScope[SCOPES.indexOf(scope)]!
  }

  /** The entry of a source; undefined for a source that isn't indexed. */
  sourceEntry(id: string): number | undefined {
    return this.#sources.get(id)
  }

  /** The entry of the source to which an entry belongs, which may be itself. */
  sourceOf(number: number): number | undefined {
    const owner = this.#owners.get(number)
    return owner === undefined ? undefined : this.#sources.get(owner)
  }

  /** The sources to which entries belong. */
  sourcesOf(entries: Bits): Bits {
    const sources = entries.copy().keep(this.ofScope('sources'))
    entries
      .copy()
      .without(sources)
      .each((number) => {
        const source = this.sourceOf(number)
        if (source !== undefined) sources.add(source)
      })
    return sources
  }

  /** All entries that belong to sources, with these themselves. */
  belongingTo(sources: Bits): Bits {
    const found = sources.copy()
    this.alive
      .copy()
      .without(this.ofScope('sources'))
      .each((number) => {
        const source = this.sourceOf(number)
        if (source !== undefined && sources.has(source)) found.add(number)
      })
    return found
  }

  /** The days of an entry; null when it has no date. */
  days(number: number): { first: number; last: number } | null {
    const first = this.#first[number]!
    return first === NO_DAY ? null : { first, last: this.#last[number]! }
  }

  /** How many of some entries have each value, by its number in `values`; 0 for fields that aren't counted. */
  counts(of: Bits): Uint32Array {
    const counts = new Uint32Array(this.values.length)
    const refs = this.#countedRefs
    const [starts, ends] = this.#countedOf
    of.each((number) => {
      const end = ends[number]!
      for (let at = starts[number]!; at < end; at++) counts[refs[at]!]!++
    })
    return counts
  }

  /** Entries that have one of the values of a field for which this is true. */
  withValue(field: ValueField, isMeant: (value: Value) => boolean): Bits {
    const meant = new Uint8Array(this.values.length)
    let any = false
    this.values.forEach((value, id) => {
      if (value.field !== field || !isMeant(value)) return
      meant[id] = 1
      any = true
    })
    const found = new Bits()
    if (any)
      this.alive.each((number) => {
        for (const ref of this.#refs[number]!) if (meant[ref] === 1) return found.add(number)
      })
    return found
  }

  /** The words of a value, folded. */
  wordsOf(value: Value): readonly string[] {
    return (value.words ??= wordsOf(value.text))
  }

  /** The newest of some entries: by day of publication, those without one last, then by when they came. */
  *newest(entries: Bits): Generator<number> {
    const order = (this.#newest ??= this.#byDay())
    for (let i = order.length - 1; i >= 0; i--) {
      const number = order[i]! % DAYS
      if (entries.has(number)) yield number
    }
  }

  /** A number by which the newer of two entries comes later. */
  age(number: number): number {
    return this.#first[number]! * DAYS + number
  }

  #byDay(): Float64Array {
    const order = new Float64Array(this.alive.count())
    let at = 0
    this.alive.each((number) => (order[at++] = this.age(number)))
    return order.sort()
  }

  #take(
    number: number,
    scope: number,
    source: string | null,
    { first, last }: { first: number; last: number },
    quoted: boolean,
    refs: Int32Array
  ): void {
    this.alive.add(number)
    this.#byScope[scope]!.add(number)
    if (quoted) this.quoted.add(number)
    this.#first[number] = first
    this.#last[number] = last
    this.#refs[number] = refs
    this.#takeCounted(number, refs)
    if (source !== null) {
      this.#owners.set(number, source)
      if (SCOPES[scope] === 'sources') this.#sources.set(source, number)
    }
    this.#newest = null
  }

  #takeCounted(number: number, refs: Int32Array): void {
    if (this.#countedEnd + refs.length > this.#countedRefs.length) {
      const grown = new Int32Array(this.#countedRefs.length * 2 + refs.length)
      grown.set(this.#countedRefs)
      this.#countedRefs = grown
    }
    const [starts, ends] = this.#countedOf
    starts[number] = this.#countedEnd
    for (const ref of refs) if (this.#isCounted[ref]) this.#countedRefs[this.#countedEnd++] = ref
    ends[number] = this.#countedEnd
  }

  #valueId(field: ValueField, text: string): number {
    const known = this.#valueIds.get(field)!.get(text)
    if (known !== undefined) return known
    const id = this.values.length
    this.#insertValue.run(id, VALUE_FIELDS.indexOf(field), text)
    this.#takeValue(id, field, text)
    return id
  }

  #takeValue(id: number, field: ValueField, text: string): void {
    this.values[id] = { field, text, words: null }
    const counted = COUNTED.find((name) => name === field)
    this.#isCounted[id] = counted !== undefined
    if (counted) this.counted[counted].push(id)
    this.#valueIds.get(field)!.set(text, id)
  }
}
