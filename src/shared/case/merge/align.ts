import type { CaseContents, SourceRecord } from '../case.ts'
import { referencesOf, walkBlocks } from '../../brief/walk.ts'
import type { Quote } from '../../quote/quote.ts'
import { canonical, compareText, same } from './canonical.ts'
import type { Side } from './conflicts.ts'
import { pairsOf, separate, type Renames, type Thing } from './identity.ts'
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

/**
 * Gives things ids by which they can be compared: what bears the same id in two copies is the same thing, and the same file
 * imported on both sides has one id. Also returns the ids that the sides' sources had.
 */
export function align(copies: Copies): { copies: Copies; sourceIds: Record<Side, ReadonlyMap<string, string>> } {
  const bySource = separate(listAll(copies, (contents) => contents.sources.map(sourceThing)))
  let aligned = apply(copies, bySource, 'sources')
  const pairs = joined(aligned, (contents) => contents.sources.map(sourceThing))
  aligned = apply(aligned, { base: pairs, a: pairs, b: pairs }, 'sources')
  const byQuote = separate(listAll(aligned, (contents) => quotesOf(contents).map(quoteThing)))
  aligned = apply(aligned, byQuote, 'quotes')
  const quotePairs = joined(aligned, (contents) => quotesOf(contents).map(quoteThing))
  aligned = apply(aligned, { base: quotePairs, a: quotePairs, b: quotePairs }, 'quotes')
  const originalIds = (side: Side): ReadonlyMap<string, string> =>
    new Map(
      copies[side].sources.map(({ source: { id } }) => {
        const separated = bySource[side].get(id) ?? id
        return [pairs.get(separated) ?? separated, id]
      })
    )
  return { copies: aligned, sourceIds: { a: originalIds('a'), b: originalIds('b') } }
}

/** New ids for what is the same under two. There are none when a side is as the base was: the result is the other side as it is. */
function joined(copies: Copies, list: (contents: CaseContents) => Thing[]): ReadonlyMap<string, string> {
  const { base, a, b } = copies
  return base && (same(base, a) || same(base, b)) ? new Map() : pairsOf(listAll(copies, list))
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
      for (const { quoteId, sourceId } of referencesOf(node)) {
        for (const target of [quoteId, sourceId]) {
          if (target !== null) found.push({ place: canonical([brief.id, node]), target })
        }
      }
    }
  }
  return found
}

function listAll<T>(
  { base, a, b }: Copies,
  list: (contents: CaseContents) => T[]
): Record<(typeof NAMES)[number], T[]> {
  return { base: base ? list(base) : [], a: list(a), b: list(b) }
}

function sourceThing({ source: { id, original, text, importedAt } }: SourceRecord): Thing {
  return {
    id,
    identity: `${original.sha256} ${text.recognition?.imported ?? text.sha256}`,
    since: importedAt,
    deleted: false
  }
}

function quoteThing(quote: Quote): Thing {
  const { id, createdAt, deletedAt } = quote
  return { id, identity: quotePlace(quote), since: createdAt, deleted: deletedAt !== null }
}

function apply(
  { base, a, b }: Copies,
  ids: Record<keyof Renames, ReadonlyMap<string, string>>,
  what: 'sources' | 'quotes'
): Copies {
  const none = new Map<string, string>()
  const renamed = (contents: CaseContents, names: ReadonlyMap<string, string>): CaseContents =>
    repoint(contents, what === 'sources' ? { sources: names, quotes: none } : { sources: none, quotes: names })
  return { base: base && renamed(base, ids.base), a: renamed(a, ids.a), b: renamed(b, ids.b) }
}
