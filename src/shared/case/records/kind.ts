import { z } from 'zod'
import { Anchor, type CustodyEntry } from '../custody.ts'
import type { Teller, Three } from '../merge/fields.ts'
import { placeOfRecord, recordName, type Owner } from './places.ts'

export type Json = Record<string, unknown>

/** What makes a document of one version one of the next. It is never changed once a version with it was released. */
export type Step = (document: Json) => Json

/** What is to be known of a kind of document in a case. */
export interface DocumentKind<T extends object = object> {
  kind: string
  /** As it's called in a sentence: `the source`. */
  what: string
  schema: z.ZodType<T>
  /** 1 where people may want to read it. */
  indent: 0 | 1
  /** The present version. */
  version: number
  /** By the version from which each leads on. Where there is none, the next version says the same. */
  steps: Readonly<Record<number, Step>>
  /** True when the log tells each version of it. */
  isLogged: boolean
  /** True for the names of its files, below the case's folder. */
  isName(name: string): boolean
  /** As verification calls one at the start of a sentence, by its file's name and the entries of the log that made it. */
  label(name: string, entries: readonly CustodyEntry[]): string
}

/** New ids by old ones, for what a record refers to. */
export interface Names {
  sources: ReadonlyMap<string, string>
  quotes: ReadonlyMap<string, string>
}

/** What a reduced bundle holds, for deciding what may be handed over with it. */
export interface Holdings {
  /** Ids of its sources. */
  sources: ReadonlySet<string>
  /** Ids of its sources' quotes, deleted ones too. */
  quotes: ReadonlySet<string>
  /** Keys, former ones too, of the sources and quotes that are left out. */
  withheldKeys: ReadonlySet<string>
  /** The tags of the codebook with which its marks, quotes and sources are tagged, by their ids, former ones too. */
  tags: { ids: ReadonlySet<string> }
}

/** What every record has. */
export interface AnyRecord {
  /** Given when it's made, and never again: it stands in its file's name. */
  id: string
}

/** A record as it's kept: with its kind's version and its place in the log. */
export interface RecordDocument<T extends AnyRecord = AnyRecord> {
  schema: number
  record: T
  custody?: Anchor | undefined
}

/** A record and its kind. */
export interface KeptRecord {
  kind: RecordKind
  record: AnyRecord
}

/** What a kind of record says of itself. */
export interface RecordRules<T extends AnyRecord> {
  /** Small letters, digits and hyphens: stands in paths and in the log's actions (`marker-added`). */
  kind: string
  /** As it's called: `marker`, `markers`. */
  name: { one: string; many: string }
  record: z.ZodType<T>
  version: number
  /** What makes a record of one version one of the next, by the version from which it leads on. */
  steps: Readonly<Record<number, Step>>
  /** What it belongs to. */
  owner(record: T): Owner
  /** A few words by which people know one; they stand in the log. */
  title(record: T): string
  /** Merges what both sides have, each three-way with what both come from; what both changed is told. */
  merge(three: Three<T>, teller: Teller): T
  /** The same with other ids of the sources and quotes that it refers to. */
  repoint(record: T, names: Names): T
  /** What of it goes into a reduced bundle that holds its owner; null to leave it out. */
  reduce(record: T, holdings: Holdings): T | null
  /** Its texts that a search finds. */
  texts(record: T): string[]
}

/** A kind of record: many small documents, one for each, in the folder of what they belong to. */
export interface RecordKind<T extends AnyRecord = AnyRecord>
  extends DocumentKind<RecordDocument<T>>, Omit<RecordRules<T>, 'steps'> {
  /** The name of a record's document. */
  nameOf(record: T): string
}

/** What the log says was done to a record, after its kind's name. */
export type RecordDeed = 'added' | 'changed' | 'removed'

/** A kind of record, made of its rules. */
export function recordKind<T extends AnyRecord>(rules: RecordRules<T>): RecordKind<T> {
  const { kind, name: words, version } = rules
  const steps = Object.entries(rules.steps).map(([from, step]) => [
    from,
    (document: Json) => ({ ...document, record: step(asJson(document['record'])) })
  ])
  return {
    ...rules,
    what: `the ${words.one}`,
    schema: z.object({ schema: z.literal(version), record: rules.record, custody: Anchor.optional() }),
    indent: 1,
    steps: Object.fromEntries(steps) as Record<number, Step>,
    isLogged: true,
    isName: (name) => placeOfRecord(name)?.kind === kind,
    label: (name, entries) => {
      const title = entries.findLast(({ detail }) => detail['title'] !== undefined)?.detail['title']
      return `The ${words.one}${title === undefined ? ` in ${name}` : ` “${String(title)}” (${name})`}`
    },
    nameOf: (record) => recordName({ kind, owner: rules.owner(record), id: record.id })
  }
}

export function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
