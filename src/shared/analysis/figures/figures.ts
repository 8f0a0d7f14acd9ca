import { datesOfCase, type DatedReport } from '../dates/case-dates.ts'
import type { ResolvedDate } from '../dates/resolve-dates.ts'
import { canBothBe, type Amount } from '../numbers/amounts.ts'
import { measureOf } from '../numbers/units.ts'
import { identityOfPublisher } from '../reports/accounts.ts'
import { isSameGiver, type GiverIdentity } from '../reports/giver-kind.ts'
import { speaksForItself } from '../reports/press.ts'
import { GROWING } from './concepts.ts'
import type { FigureDraft } from './read-figures.ts'
import { regrouped, saidOfPair, withoutNone, type FigureOverrule } from './overrule.ts'
import { groupSeries } from './series.ts'

/** A source with the figures that were read of it. */
export interface CountingSource {
  id: string
  key: string
  publisher: string | null
  /** ISO 8601. */
  published: string | null
  figures: readonly FigureDraft[]
  /** The dates of its text. */
  events: DatedReport['events']
}

/** A figure of a case; its place is half-open in UTF-16 units of its source's text. */
export interface Figure {
  id: string
  sourceId: string
  /** The source's key. */
  source: string
  start: number
  end: number
  value: number
  high: number | null
  bound: Amount['bound']
  unit: string | null
  counts: string
  series: string
  asOf: string | null
  asOfRule: 'stated' | 'report'
  attribution: readonly string[]
}

export const FIGURE_RELATIONS = ['same', 'compatible', 'revision', 'conflict'] as const
export type FigureRelationKind = (typeof FIGURE_RELATIONS)[number]

/** How two figures of one series stand to each other, and why. */
export interface FigureRelation {
  a: string
  b: string
  kind: FigureRelationKind
  /** Which of the two replaces the other; only of a revision. */
  newer: string | null
  because: string
}

export interface Figures {
  figures: Figure[]
  relations: FigureRelation[]
}

/** A figure with all that its relations follow from. */
interface Known {
  source: CountingSource
  figure: Figure
  draft: FigureDraft
  publisher: string | null
  /** Who gives it: who the words name, else the publisher where it speaks for itself. */
  giver: GiverIdentity | null
}

/** Series with more figures than this have relations between neighbours in time only. */
const MOST_RELATED = 60

/**
 * The figures of a case, in series, with how those of each stand to each other; `sources` are in the order of their numbers, what is said against the rules in the order
 * in which it was said.
 */
export function figuresOf(sources: readonly CountingSource[], overrules: readonly FigureOverrule[] = []): Figures {
  const read = sources.flatMap((source) => source.figures.map((draft) => ({ source, draft })))
  const drafts = withoutNone(read, overrules)
  const groups = regrouped(
    groupSeries(drafts.map(({ source, draft }) => ({ source: source.id, draft }))),
    drafts,
    overrules
  )
  const names = seriesNames(groups, drafts)
  const days = daysOf(sources)
  const known = drafts.map(({ source, draft }, i): Known => {
    const stated = draft.asOf === null ? null : (days.get(source)?.[draft.asOf] ?? null)
    const day = /^\d{4}-\d\d-\d\d/u.exec(source.published ?? '')?.[0] ?? null
    const isStated = stated !== null && stated.from === stated.to
    const { start, end, value, high, bound, unit, attribution, counted } = draft
    const figure: Figure = {
      id: `F${i + 1}`,
      sourceId: source.id,
      source: source.key,
      ...{ start, end, value, high, bound, unit },
      counts: counted.words,
      series: names[groups[i]!]!,
      asOf: isStated ? stated.from : day,
      asOfRule: isStated ? 'stated' : 'report',
      attribution
    }
    return { source, figure, draft, publisher: source.publisher, giver: draft.origin ?? voiceOf(source, figure) }
  })
  const figures = known.map(({ figure }) => figure)
  return { figures, relations: relationsOf(known, groups, overrules) }
}

/** The days of each source's dates, by the place of each among them; null for one that can't be resolved. */
function daysOf(sources: readonly CountingSource[]): Map<CountingSource, (ResolvedDate | null)[]> {
  const resolved = datesOfCase(sources)
  return new Map(
    sources.map((source, i) => {
      const own = new Map(resolved[i]!.map(({ at, date }) => [at, date]))
      return [source, source.events.map((_, at) => own.get(at) ?? null)]
    })
  )
}

/** A name for each series: the words of its first figure, told apart by a number where they are the same. */
function seriesNames(groups: readonly number[], drafts: readonly { draft: FigureDraft }[]): string[] {
  const names: string[] = []
  const taken = new Map<string, number>()
  for (const [i, group] of groups.entries()) {
    if (names[group] !== undefined) continue
    const { counted, unit } = drafts[i]!.draft
    const { concept, noun } = counted
    const base = [
      concept !== null && (noun === null || noun === 'people')
        ? `${concept} ${noun ?? ''}`.trim()
        : shortened(counted.words.toLowerCase()),
      unit === null ? '' : `(${unit})`,
      counted.role === 'whole' ? '' : `[${counted.role}]`
    ]
      .filter((word) => word !== '')
      .join(' ')
    const n = (taken.get(base) ?? 0) + 1
    taken.set(base, n)
    names[group] = n === 1 ? base : `${base} #${n}`
  }
  return names
}

/** The words of a name, whole, up to some 40 characters. */
function shortened(words: string): string {
  return words.length <= LONGEST_NAME ? words : words.slice(0, words.lastIndexOf(' ', LONGEST_NAME)).trim()
}
const LONGEST_NAME = 40

function relationsOf(
  known: readonly Known[],
  groups: readonly number[],
  overrules: readonly FigureOverrule[]
): FigureRelation[] {
  const bySeries = new Map<number, Known[]>()
  for (const [i, figure] of known.entries()) bySeries.set(groups[i]!, [...(bySeries.get(groups[i]!) ?? []), figure])
  const relations: { a: Known; b: Known; relation: Omit<FigureRelation, 'a' | 'b'> }[] = []
  for (const series of bySeries.values()) {
    const own: typeof relations = []
    for (const [i, a] of series.entries())
      for (const b of series.slice(i + 1, i + 1 + MOST_RELATED))
        own.push({ a, b, relation: saidRelation(a, b, overrules) ?? relationOf(a, b) })
    relations.push(...withRepeats(own, series))
  }
  const order = new Map(known.map((figure, i) => [figure, i]))
  return relations
    .sort((x, y) => order.get(x.a)! - order.get(y.a)! || order.get(x.b)! - order.get(y.b)!)
    .map(({ a, b, relation }) => ({ a: a.figure.id, b: b.figure.id, ...relation }))
}

/** What an analyst says of two figures that else would conflict, or of which one would replace the other. */
function saidRelation(
  a: Known,
  b: Known,
  overrules: readonly FigureOverrule[]
): Omit<FigureRelation, 'a' | 'b'> | null {
  const said = saidOfPair(a, b, overrules)
  return said ? { kind: 'compatible', newer: null, because: `Overruled: ${said.because}` } : null
}

/** A day as it compares; one that isn't known comes first. */
const dayOf = ({ figure }: Known): string => figure.asOf ?? ''

function relationOf(a: Known, b: Known): Omit<FigureRelation, 'a' | 'b'> {
  if (isSame(a.figure, b.figure))
    return { kind: 'same', newer: null, because: 'Both give the same value with the same bound.' }
  if (canBothBe(a.figure, b.figure))
    return { kind: 'compatible', newer: null, because: 'The values differ, but both may be right.' }
  const told = toldChange(a, b) ?? toldChange(b, a)
  if (told)
    return {
      kind: 'revision',
      newer: told.figure.id,
      because: `${told.figure.source} says that the earlier number changed.`
    }
  if (a.draft.change.isEarlier !== b.draft.change.isEarlier) {
    const [earlier, later] = a.draft.change.isEarlier ? [a, b] : [b, a]
    return {
      kind: 'revision',
      newer: later.figure.id,
      because: `${earlier.figure.source} tells of ${earlier.figure.id} as an earlier number.`
    }
  }
  if (dayOf(a) === dayOf(b))
    return { kind: 'conflict', newer: null, because: 'Both are given for the same day, and both can’t be right.' }
  const [earlier, later] = dayOf(a) < dayOf(b) ? [a, b] : [b, a]
  if (isSameOrigin(a, b))
    return {
      kind: 'revision',
      newer: later.figure.id,
      because: `The same origin gives both, ${later.figure.source} the later.`
    }
  if (later.draft.change.replaces === 'an-earlier-one' || replacesValue(later, earlier))
    return { kind: 'revision', newer: later.figure.id, because: `${later.figure.source} says that the number changed.` }
  if (grows(a, b) && later.figure.value > earlier.figure.value)
    return {
      kind: 'revision',
      newer: later.figure.id,
      because: 'It is a count that only grows, and the later one is higher.'
    }
  return {
    kind: 'conflict',
    newer: null,
    because: 'Nothing says that one replaces the other, and both can’t be right.'
  }
}

function isSame(a: Figure, b: Figure): boolean {
  const [p, q] = [measureOf(a.unit).factor, measureOf(b.unit).factor]
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y))
  const highs = a.high === null || b.high === null ? a.high === b.high : near(a.high * p, b.high * q)
  return a.bound === b.bound && near(a.value * p, b.value * q) && highs
}

/** `newer` says itself, of a figure in the same report, that it was the earlier one. */
function toldChange(newer: Known, older: Known): Known | null {
  return newer.figure.source === older.figure.source && replacesValue(newer, older) && dayOf(newer) >= dayOf(older)
    ? newer
    : null
}

function replacesValue({ draft: { change } }: Known, { figure: { value } }: Known): boolean {
  return (
    change.replaces === 'these' &&
    change.values.some((earlier) => Math.abs(earlier - value) <= 1e-9 * Math.max(1, Math.abs(value)))
  )
}

function isSameOrigin(a: Known, b: Known): boolean {
  if (a.giver && b.giver) return isSameGiver(a.giver, b.giver)
  return (
    a.giver === null &&
    b.giver === null &&
    a.publisher !== null &&
    a.publisher === b.publisher &&
    a.figure.attribution.length === 0 &&
    b.figure.attribution.length === 0
  )
}

/** A ministry's own page gives what others have from the ministry. */
function voiceOf({ publisher }: CountingSource, { attribution }: Figure): GiverIdentity | null {
  return publisher !== null && attribution.length === 0 && speaksForItself(publisher)
    ? identityOfPublisher(publisher)
    : null
}

function grows(a: Known, b: Known): boolean {
  const { concept } = a.draft.counted
  return concept !== null && concept === b.draft.counted.concept && GROWING.has(concept)
}

/** What repeats a figure that replaced an earlier one replaces it, too. */
function withRepeats<T extends { a: Known; b: Known; relation: Omit<FigureRelation, 'a' | 'b'> }>(
  own: readonly T[],
  series: readonly Known[]
): T[] {
  // By the earlier number's id, what replaces it, in the order of the series.
  const places = new Map(series.map((figure, place) => [figure, place]))
  const replacing = new Map<string, Known[]>()
  for (const { a, b, relation } of own) {
    if (relation.kind !== 'revision') continue
    const [newer, earlier] = relation.newer === a.figure.id ? [a, b] : [b, a]
    replacing.set(earlier.figure.id, [...(replacing.get(earlier.figure.id) ?? []), newer])
  }
  for (const each of replacing.values()) each.sort((a, b) => places.get(a)! - places.get(b)!)
  return own.map((pair) => {
    const { a, b, relation } = pair
    if (relation.kind !== 'conflict' || dayOf(a) === dayOf(b)) return pair
    const [earlier, later] = dayOf(a) < dayOf(b) ? [a, b] : [b, a]
    const repeated = replacing
      .get(earlier.figure.id)
      ?.find((other) => other !== later && isSame(other.figure, later.figure) && dayOf(other) <= dayOf(later))
    if (!repeated) return pair
    return {
      ...pair,
      relation: {
        kind: 'revision',
        newer: later.figure.id,
        because: `It repeats ${repeated.figure.id}, which replaced the earlier number.`
      }
    }
  })
}
