import type { Brief } from '../../brief/brief.ts'
import type { Quote } from '../../quote/quote.ts'
import { metadataOf, type Source } from '../../source/source.ts'
import type { SourceRecord } from '../case.ts'
import { same } from '../merge/canonical.ts'
import type { AnyRecord } from '../records/kind.ts'

/**
 * What undo sees of a document: its parts, by name, each of which is set by itself. What was typed in a brief is no edit of these: the text
 * has a history of its own; a version that is restored is one.
 */
export type Parts = ReadonlyMap<string, unknown>

/** A kind of document of which undo knows: `source`, `brief`, or a kind of record. */
export type EditedKind = string

/** What an edit made of a part; undefined where there was, or is, none. */
export interface PartChange {
  part: string
  before: unknown
  after: unknown
}

const QUOTE = 'quote '
const METADATA = 'metadata '
const FIELDS = ['text', 'tlp', 'grading', 'tags', 'note', 'deletedAt'] as const satisfies (keyof Source)[]

/** The parts of a source's record: fields of its metadata, its own fields, and its quotes by their ids. */
export function partsOfSource({ source, quotes }: SourceRecord): Parts {
  return new Map<string, unknown>([
    ...Object.entries(source.metadata).map(([field, found]) => [METADATA + field, found] as const),
    ...FIELDS.map((field) => [field, source[field]] as const),
    ...quotes.map((quote) => [QUOTE + quote.id, quote] as const)
  ])
}

/** The same record with other values of its parts. A quote that is to be undefined is deleted at `now`: keys are never given twice. */
export function sourceWithParts(record: SourceRecord, parts: Parts, now: string): SourceRecord {
  const { source } = record
  const quotes = record.quotes.map((quote): Quote => {
    const name = QUOTE + quote.id
    if (!parts.has(name)) return quote
    return (parts.get(name) as Quote | undefined) ?? { ...quote, deletedAt: now }
  })
  const field = <T>(name: string, old: T): T => (parts.has(name) ? (parts.get(name) as T) : old)
  return {
    ...record,
    source: {
      ...source,
      metadata: metadataOf({
        text: (name) => field(METADATA + name, source.metadata[name]),
        list: (name) => field(METADATA + name, source.metadata[name])
      }),
      ...Object.fromEntries(FIELDS.map((name) => [name, field(name, source[name])]))
    },
    quotes
  }
}

const WRITTEN = ['title', 'author', 'date', 'language', 'doc'] as const satisfies (keyof Brief)[]
const BRIEF_FIELDS = ['deletedAt', 'withheld', ...WRITTEN] as const satisfies (keyof Brief)[]

/** The parts of a brief: whether it's deleted, what its redacted exports leave out, its text and what stands above that. */
export function partsOfBrief(brief: Brief): Parts {
  return new Map<string, unknown>(BRIEF_FIELDS.map((field) => [field, brief[field]]))
}

/** True for a part of a brief that is written in it: its text, or what stands above that. */
export function isWritten(part: string): boolean {
  return WRITTEN.some((field) => field === part)
}

/** The same brief with other values of its parts. */
export function briefWithParts(brief: Brief, parts: Parts): Brief {
  return { ...brief, ...(Object.fromEntries(parts) as Partial<Brief>) }
}

const WHOLE = 'record'

/** The parts of a record: its fields, and the whole of it, which is undefined where there is none. */
export function partsOfRecord(record: AnyRecord | undefined): Parts {
  return new Map<string, unknown>([[WHOLE, record], ...Object.entries(record ?? {})])
}

/** The parts of a document once some are set: a record's whole follows from its fields, and they from it. */
export function withParts(of: EditedKind, parts: Parts, set: Parts): Parts {
  if (of === 'source' || of === 'brief') return new Map([...parts, ...set])
  return partsOfRecord(recordWithParts(parts.get(WHOLE) as AnyRecord | undefined, set))
}

/** What an edit made of a record: its fields each by itself, or the whole of one that came or went. */
export function recordChanges(before: AnyRecord | undefined, after: AnyRecord | undefined): PartChange[] {
  if (!before || !after) return before === after ? [] : [{ part: WHOLE, before, after }]
  return changesBetween(new Map(Object.entries(before)), new Map(Object.entries(after)))
}

/** The same record with other values of its parts; undefined when it is to go. */
export function recordWithParts(record: AnyRecord | undefined, parts: Parts): AnyRecord | undefined {
  if (parts.has(WHOLE)) return parts.get(WHOLE) as AnyRecord | undefined
  return record && { ...record, ...(Object.fromEntries(parts) as Partial<AnyRecord>) }
}

/** What differs between two states of a document. */
export function changesBetween(before: Parts, after: Parts): PartChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((part) => ({ part, before: before.get(part), after: after.get(part) }))
    .filter((change) => !same(change.before, change.after))
}

/**
 * The parts to set so that changes are taken back (`back`) or made again; null when one of them has become something else since. Whether a
 * quote counts as deleted at one time or another makes no difference.
 */
export function partsToSet(now: Parts, changes: readonly PartChange[], way: 'back' | 'again'): Parts | null {
  const set = new Map<string, unknown>()
  for (const { part, before, after } of changes) {
    const [expected, wanted] = way === 'back' ? [after, before] : [before, after]
    if (!sameState(now.get(part), expected)) return null
    set.set(part, wanted)
  }
  return set
}

/** A quote that isn't there and one that is deleted are the same state. */
function sameState(a: unknown, b: unknown): boolean {
  if (isDeletedQuote(a) && (b === undefined || isDeletedQuote(b))) return true
  return same(a, b)
}

function isDeletedQuote(part: unknown): boolean {
  return typeof part === 'object' && part !== null && 'target' in part && (part as Quote).deletedAt !== null
}
