import { CASE_SCHEMA, type CaseContents, type CaseRecord } from '../case.ts'
import { walkBlocks } from '../../brief/walk.ts'
import { align, quotesOf, type Copies, type Versions } from './align.ts'
import { mergeBriefs, type MergedBrief } from './briefs.ts'
import { compareText } from './canonical.ts'
import { Conflicts, type Decisions, type Side } from './conflicts.ts'
import type { Conflict } from './conflict.ts'
import { mergeTlp, mergeValue, settled, type Teller } from './fields.ts'
import { assignKeys, keyNumber } from './keys.ts'
import { mergeQuotes, type MergedQuote } from './quotes.ts'
import type { RecordKind } from '../records/kind.ts'
import { mergeRecords, type MergedRecord } from './records.ts'
import { repoint } from './repoint.ts'
import { mergeSequence } from './sequence.ts'
import { mergeSources, tellOtherExtractions, type MergedSource } from './sources.ts'

/** Two copies of a case, or two cases. `base` is the copy that both come from, null when there is none. */
export type MergeInput = Copies

/** How much of the result comes from one side alone. */
export interface Share {
  sources: number
  quotes: number
  briefs: number
  /** Statements, quote blocks, tables and figures. */
  blocks: number
  /** Records of each kind that has any. */
  records: { name: RecordKind['name']; count: number }[]
}

export interface Merged {
  /** The merged case. Its records have no place in a log: whoever writes them gives them theirs. */
  contents: CaseContents
  conflicts: Conflict[]
  /** Whose files (text, original) each merged source has, and the id that the source has there. */
  sources: { id: string; from: Side; fromId: string }[]
  summary: Record<Side, Share>
}

/**
 * Merges two copies of a case, or two cases. What one side changed since the base counts; where both changed the same, nothing
 * is lost: both stand, or the one that is told of in `conflicts` with what was done. The result is the same whichever side is
 * called `a`, and on every machine; merged again with either side it stays as it is.
 *
 * `decisions` settle conflicts of an earlier merge of the same copies, by their ids. Sources and quotes are in the order of
 * their keys. Two different cases give one under the id of the older.
 *
 * @throws RangeError when a decision is none of a conflict's choices, or there is no such conflict
 */
export function mergeCases(input: MergeInput, decisions: Decisions = {}): Merged {
  refuseStray(input, decisions)
  const conflicts = new Conflicts(decisions)
  const { copies, sourceIds } = align(input)
  const keys = new Map<string, string>()
  const nameOf = (id: string): string => keys.get(id) ?? id
  const { quotes, joined } = mergeQuotes(copies, conflicts, nameOf)
  const records = mergeRecords(joined.size === 0 ? copies : repointAll(copies, joined), conflicts)
  // A source that one side took out stays when the other quotes it, or has a new record on it.
  const quoted = new Set([...quotes.map(({ quote }) => quote.sourceId), ...ownersOf(records)])
  const sources = mergeSources(copies, quoted, conflicts, nameOf)
  const sourceKeys = giveKeys(copies, sources, quotes)
  for (const [id, { key }] of [...sourceKeys.sources, ...sourceKeys.quotes]) keys.set(id, key)
  tellOtherExtractions(sources, conflicts, nameOf)

  const pointed = joined.size === 0 ? copies : repointAll(copies, joined)
  const briefs = mergeBriefs(pointed, conflicts, (id) => keys.get(id) ?? null)
  const kept = keptRecords(records, sources, briefs)
  const record = mergeRecord(copies, new Set(briefs.map(({ brief }) => brief.id)), conflicts)
  const byKey = (x: { key: string }, y: { key: string }): number => keyNumber(x.key) - keyNumber(y.key)
  const allQuotes = quotes.map(({ quote }) => ({ ...quote, ...sourceKeys.quotes.get(quote.id) })).sort(byKey)
  const bySource = Map.groupBy(allQuotes, ({ sourceId }) => sourceId)
  return {
    contents: {
      record,
      sources: sources
        .map(({ source }) => ({ ...source, ...sourceKeys.sources.get(source.id) }))
        .sort(byKey)
        .map((source) => ({ schema: CASE_SCHEMA, source, quotes: bySource.get(source.id) ?? [] })),
      briefs: inOrder(briefs, record).map(({ brief }) => ({ schema: CASE_SCHEMA, brief })),
      records: kept.map(({ kind, record: own }) => ({ kind, record: own }))
    },
    conflicts: conflicts.list(),
    sources: sources.map(({ source: { id }, from }) => ({ id, from, fromId: sourceIds[from].get(id) ?? id })),
    summary: { a: shareOf('a', sources, quotes, briefs, kept), b: shareOf('b', sources, quotes, briefs, kept) }
  }
}

/** A decision may make another one needless, so they are held against the merge without any. */
function refuseStray(input: MergeInput, decisions: Decisions): void {
  const ids = Object.keys(decisions)
  if (ids.length === 0) return
  const known = new Set(mergeCases(input).conflicts.map(({ id }) => id))
  const stray = ids.find((id) => !known.has(id))
  if (stray !== undefined) throw new RangeError(`There is no conflict ${stray} to decide.`)
}

type Given = ReturnType<typeof assignKeys>

function giveKeys(copies: Copies, sources: MergedSource[], quotes: MergedQuote[]): { sources: Given; quotes: Given } {
  const { base, a, b } = copies
  const everywhere = [...(base ? [base] : []), a, b]
  const used = (holders: { key: string; formerKeys: string[] }[]): string[] =>
    holders.flatMap(({ key, formerKeys }) => [key, ...formerKeys])
  return {
    sources: assignKeys(
      sources.map(({ source, versions }) => ({
        ...source,
        since: source.importedAt,
        baseKey: versions.base?.source.key
      })),
      everywhere.flatMap((contents) => used(contents.sources.map(({ source }) => source)))
    ),
    quotes: assignKeys(
      quotes.map(({ quote, versions }) => ({ ...quote, since: quote.createdAt, baseKey: versions.base?.key })),
      everywhere.flatMap((contents) => used(quotesOf(contents)))
    )
  }
}

/** Points to the quotes that stayed what pointed to those joined with them. */
function repointAll({ base, a, b }: Copies, joined: ReadonlyMap<string, string>): Copies {
  const names = { sources: new Map<string, string>(), quotes: joined }
  return { base: base && repoint(base, names), a: repoint(a, names), b: repoint(b, names) }
}

function mergeRecord({ base, a, b }: Copies, briefIds: ReadonlySet<string>, conflicts: Conflicts): CaseRecord {
  const briefs = mergeSequence(base && base.record.briefs, a.record.briefs, b.record.briefs, briefIds)
  const older = compareText(a.record.createdAt, b.record.createdAt) || compareText(a.record.id, b.record.id)
  const { schema, id, title, tlp, createdAt } = older <= 0 ? a.record : b.record
  if (a.record.id !== b.record.id) return { schema, id, title, tlp, createdAt, briefs }
  const field = <K extends 'title' | 'tlp' | 'createdAt'>(name: K) => ({
    base: base?.record[name],
    a: a.record[name],
    b: b.record[name]
  })
  let name = title
  const teller: Teller = { conflicts, about: { of: 'case', id, name: () => name } }
  name = mergeValue(field('title'), teller, 'case', 'Title')
  return {
    schema,
    id,
    title: name,
    tlp: mergeTlp(field('tlp'), teller, 'Handling'),
    createdAt: settled(field('createdAt'))?.value ?? createdAt,
    briefs
  }
}

/** The briefs in the order of the case's list; what isn't in it is last, by id. */
function inOrder(briefs: MergedBrief[], { briefs: list }: CaseRecord): MergedBrief[] {
  const places = new Map(list.map((id, place) => [id, place]))
  const placeOf = ({ brief }: MergedBrief): number => places.get(brief.id) ?? list.length
  return [...briefs].sort((x, y) => placeOf(x) - placeOf(y))
}

/** The sources to which records belong. */
function ownersOf(records: readonly MergedRecord[]): string[] {
  return records.flatMap(({ kind, record }) => {
    const owner = kind.owner(record)
    return owner.of === 'source' ? [owner.id] : []
  })
}

/** The records whose owners are in the result. */
function keptRecords(
  records: readonly MergedRecord[],
  sources: readonly MergedSource[],
  briefs: readonly MergedBrief[]
): MergedRecord[] {
  const ids = {
    source: new Set(sources.map(({ source }) => source.id)),
    brief: new Set(briefs.map(({ brief }) => brief.id))
  }
  return records.filter(({ kind, record }) => {
    const owner = kind.owner(record)
    return owner.of === 'case' || ids[owner.of].has(owner.id)
  })
}

function shareOf(
  side: Side,
  sources: MergedSource[],
  quotes: MergedQuote[],
  briefs: MergedBrief[],
  records: MergedRecord[]
): Share {
  const isOwn = ({ versions }: { versions: Versions<unknown> }): boolean =>
    versions[side] !== undefined && versions.base === undefined && versions[side === 'a' ? 'b' : 'a'] === undefined
  const blocks = briefs.map(({ brief, versions }) => {
    const [base, a, b] = [versions.base, versions.a, versions.b].map((version) => blockIds(version))
    const [own, other] = side === 'a' ? [a, b] : [b, a]
    return [...blockIds(brief)].filter((id) => own?.has(id) && !other?.has(id) && !base?.has(id)).length
  })
  return {
    sources: sources.filter(isOwn).length,
    quotes: quotes.filter(isOwn).length,
    briefs: briefs.filter(isOwn).length,
    blocks: blocks.reduce((sum, count) => sum + count, 0),
    records: [...Map.groupBy(records.filter(isOwn), ({ kind }) => kind)].map(([{ name }, own]) => ({
      name,
      count: own.length
    }))
  }
}

function blockIds(brief: MergedBrief['brief'] | undefined): Set<string> {
  return new Set(brief && [...walkBlocks(brief.doc)].map(({ node }) => node.attrs.id))
}
