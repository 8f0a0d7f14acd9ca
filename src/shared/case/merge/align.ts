import type { CaseContents, SourceRecord } from '../case.ts'
import { citationsOf, walkBlocks } from '../../brief/walk.ts'
import type { Quote } from '../../quote/quote.ts'
import { canonical, compareText, digest } from './canonical.ts'
import type { Side } from './conflicts.ts'
import { repoint } from './repoint.ts'

/** Two copies of a case, or two cases, and the copy that both come from where it is known. */
export interface Copies {
  base: CaseContents | null
  a: CaseContents
  b: CaseContents
}

/** One thing as it is in each copy. */
export type Versions<T> = Record<'base' | Side, T | undefined>

const NAMES = ['base', 'a', 'b'] as const
type Ids = Record<(typeof NAMES)[number], Map<string, string>>

/**
 * Gives things ids by which they can be compared: what bears the same id in two copies is the same thing, and the same file
 * imported on both sides has one id. Also returns the ids that the sides' sources had.
 */
export function align(copies: Copies): { copies: Copies; sourceIds: Record<Side, ReadonlyMap<string, string>> } {
  const bySource = separate(identities(copies, (contents) => contents.sources.map(sourceIdentity)))
  let aligned = apply(copies, bySource, 'sources')
  // What still points to a source that its side has lost follows it too.
  const pairs = pairSources(aligned)
  aligned = apply(aligned, { base: pairs, a: pairs, b: pairs }, 'sources')
  const byQuote = separate(identities(aligned, (contents) => quotesOf(contents).map(quoteIdentity)))
  aligned = apply(aligned, byQuote, 'quotes')
  const originalIds = (side: Side): ReadonlyMap<string, string> =>
    new Map(
      copies[side].sources.map(({ source: { id } }) => {
        const separated = bySource[side].get(id) ?? id
        return [pairs.get(separated) ?? separated, id]
      })
    )
  return { copies: aligned, sourceIds: { a: originalIds('a'), b: originalIds('b') } }
}

/** The quotes of a case, each with the source in whose record it stands. */
export function quotesOf(contents: CaseContents): Quote[] {
  return contents.sources.flatMap(({ source, quotes }) => quotes.map((quote) => ({ ...quote, sourceId: source.id })))
}

/** The place of a quote: equal for two that quote the same words at the same place of the same source. */
export function quotePlace({ sourceId, target }: Quote): string {
  return canonical([sourceId, target.textSha256, target.start, target.end, target.exact])
}

/** Groups what the copies have by id, in the order of the ids. */
export function versionsById<T>(
  copies: Copies,
  list: (contents: CaseContents) => readonly T[],
  idOf: (item: T) => string
): Map<string, Versions<T>> {
  const versions = new Map<string, Versions<T>>()
  for (const name of NAMES) {
    for (const item of copies[name] === null ? [] : list(copies[name])) {
      const known = versions.get(idOf(item)) ?? { base: undefined, a: undefined, b: undefined }
      versions.set(idOf(item), { ...known, [name]: item })
    }
  }
  return new Map([...versions].sort(([x], [y]) => compareText(x, y)))
}

/** The sources and quotes that a side's briefs refer to in blocks that the base's haven't got as they are. */
export function newlyCited({ base, ...sides }: Copies, side: Side): Set<string> {
  const before = new Set((base ? references(base) : []).map(({ place }) => place))
  return new Set(
    references(sides[side])
      .filter(({ place }) => !before.has(place))
      .map(({ target }) => target)
  )
}

function references(contents: CaseContents): { place: string; target: string }[] {
  const found: { place: string; target: string }[] = []
  for (const { brief } of contents.briefs) {
    for (const { node } of walkBlocks(brief.doc)) {
      const holders = node.type === 'quoteBlock' ? [node.attrs] : citationsOf(node).map(({ attrs }) => attrs)
      for (const { quoteId, sourceId } of holders) {
        for (const target of [quoteId, sourceId]) {
          if (target !== null) found.push({ place: canonical([brief.id, node]), target })
        }
      }
    }
  }
  return found
}

function sourceIdentity({ source }: SourceRecord): [string, string] {
  return [source.id, `${source.original.sha256} ${source.text.sha256}`]
}

function quoteIdentity(quote: Quote): [string, string] {
  return [quote.id, quotePlace(quote)]
}

function identities({ base, a, b }: Copies, list: (contents: CaseContents) => [string, string][]): Ids {
  return { base: new Map(base ? list(base) : []), a: new Map(list(a)), b: new Map(list(b)) }
}

/**
 * Finds what bears the same id and isn't the same thing, such as a source with another text, and gives all but one of
 * them a new id. What is new since the base keeps the id; of two such the first by content.
 */
function separate(ids: Ids): Ids {
  const renames: Ids = { base: new Map(), a: new Map(), b: new Map() }
  for (const id of new Set([...ids.base.keys(), ...ids.a.keys(), ...ids.b.keys()])) {
    const base = ids.base.get(id)
    const fresh = [ids.a.get(id), ids.b.get(id)].filter((identity) => identity !== undefined && identity !== base)
    const keeper = fresh.sort((x, y) => compareText(x ?? '', y ?? ''))[0]
    if (keeper === undefined) continue
    for (const name of NAMES) {
      const identity = ids[name].get(id)
      if (identity !== undefined && identity !== keeper) renames[name].set(id, `${id}-${digest(identity)}`)
    }
  }
  return renames
}

/** Finds the same file with the same text imported on both sides: the later import takes the id of the earlier. */
function pairSources({ base, a, b }: Copies): Map<string, string> {
  const renames = new Map<string, string>()
  const idsOf = (contents: CaseContents | null): Set<string> =>
    new Set(contents?.sources.map(({ source }) => source.id))
  const [inBase, inA, inB] = [idsOf(base), idsOf(a), idsOf(b)]
  const alone = (contents: CaseContents, other: ReadonlySet<string>): SourceRecord[] =>
    contents.sources
      .filter(({ source: { id } }) => !other.has(id) && !inBase.has(id))
      .sort(({ source: x }, { source: y }) => compareText(x.importedAt, y.importedAt) || compareText(x.id, y.id))
  const waiting = Map.groupBy(alone(b, inA), (record) => sourceIdentity(record)[1])
  for (const record of alone(a, inB)) {
    const twin = waiting.get(sourceIdentity(record)[1])?.shift()?.source
    if (!twin) continue
    const { source } = record
    const order = compareText(source.importedAt, twin.importedAt) || compareText(source.id, twin.id)
    if (order < 0) renames.set(twin.id, source.id)
    else renames.set(source.id, twin.id)
  }
  return renames
}

function apply({ base, a, b }: Copies, ids: Ids, what: 'sources' | 'quotes'): Copies {
  const none = new Map<string, string>()
  const renamed = (contents: CaseContents, names: Map<string, string>): CaseContents =>
    repoint(contents, what === 'sources' ? { sources: names, quotes: none } : { sources: none, quotes: names })
  return { base: base && renamed(base, ids.base), a: renamed(a, ids.a), b: renamed(b, ids.b) }
}
