import { addDays } from '../dates/calendar.ts'
import type { DateRule } from '../dates/expression.ts'
import { resolveDates, type ResolvedDate } from '../dates/resolve-dates.ts'
import { likenessOf, weightsOf } from '../events/event-terms.ts'
import type { DatedEvent } from './read-chronology.ts'

/** A source with the dates that were read of it. */
export interface DatedSource {
  id: string
  key: string
  /** ISO 8601; counts when it's a full day or a time. */
  published: string | null
  events: readonly DatedEvent[]
}

/** What stands in the chronology of a case; places are half-open UTF-16 offsets of the source's text. */
export interface ChronologyEntry {
  id: string
  sourceId: string
  /** The source's key. */
  source: string
  start: number
  end: number
  from: string
  to: string
  approximate: boolean
  time: string | null
  offset: string | null
  rule: DateRule
  reference: { date: string; entry: string | null } | null
  event: { start: number; end: number }
}

export const CHRONOLOGY_RELATIONS = ['same', 'within', 'conflict'] as const
export type ChronologyRelationKind = (typeof CHRONOLOGY_RELATIONS)[number]

/** Two entries of different sources that tell the same event. */
export interface ChronologyRelation {
  a: string
  b: string
  kind: ChronologyRelationKind
}

export interface Chronology {
  entries: ChronologyEntry[]
  relations: ChronologyRelation[]
}

/** Entries with more others to compare with than this are compared with the nearest in time only. */
const MOST_COMPARED = 60
const ALIKE = 0.5

/** The chronology of a case: each source's dates resolved against its own date, in the order of the days; `sources` are in the order of their numbers. */
export function chronologyOf(sources: readonly DatedSource[]): Chronology {
  const found = sources.flatMap((source, order) => {
    const day = /^\d{4}-\d\d-\d\d/u.exec(source.published ?? '')?.[0] ?? null
    const dates = resolveDates(
      source.events.map(({ date }) => date),
      day
    )
    return dates.map((date) => ({ source, order, date, event: eventOf(source, date), own: dates }))
  })
  const listed = found
    .filter(({ event }) => event.isListed)
    .sort(
      (a, b) =>
        compare(a.date.from, b.date.from) ||
        compare(a.date.to, b.date.to) ||
        a.order - b.order ||
        a.date.start - b.date.start
    )
  const ids = new Map(listed.map(({ date }, i) => [date, `E${i + 1}`]))
  const entries = listed.map(({ source, date, event, own }): ChronologyEntry => {
    const { start, end, from, to, approximate, time, offset, rule, reference } = date
    const counted = reference?.index === null || reference === null ? null : own[reference.index]!
    return {
      id: ids.get(date)!,
      sourceId: source.id,
      source: source.key,
      ...{ start, end, from, to, approximate, time, offset, rule },
      reference: reference && { date: reference.date, entry: counted === null ? null : (ids.get(counted) ?? null) },
      event: event.event
    }
  })
  return {
    entries,
    relations: relationsOf(
      entries,
      listed.map(({ event }) => event)
    )
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function eventOf(source: DatedSource, { start, end }: ResolvedDate): DatedEvent {
  return source.events.find(({ date }) => date.start === start && date.end === end)!
}

/** Which entries tell the same event: those whose clauses say that the same happens, to the same, in the same phase. */
function relationsOf(entries: readonly ChronologyEntry[], events: readonly DatedEvent[]): ChronologyRelation[] {
  const weight = weightsOf(events.map(({ terms }) => terms))
  const byAction = new Map<string, number[]>()
  for (const [i, { terms }] of events.entries())
    for (const action of terms.actions) byAction.set(action, [...(byAction.get(action) ?? []), i])
  const pairs = new Set<string>()
  const relations: { i: number; j: number; kind: ChronologyRelationKind }[] = []
  for (const same of byAction.values())
    for (const [place, i] of same.entries())
      for (const j of same.slice(place + 1, place + 1 + MOST_COMPARED)) {
        const pair = `${i} ${j}`
        if (pairs.has(pair) || entries[i]!.sourceId === entries[j]!.sourceId) continue
        pairs.add(pair)
        if (tellSame(events[i]!, events[j]!, weight)) relations.push({ i, j, kind: kindOf(entries[i]!, entries[j]!) })
      }
  return relations
    .sort((x, y) => x.i - y.i || x.j - y.j)
    .map(({ i, j, kind }) => ({ a: entries[i]!.id, b: entries[j]!.id, kind }))
}

function tellSame(a: DatedEvent, b: DatedEvent, weight: (term: string) => number): boolean {
  if ((a.date.outlook === 'ahead') !== (b.date.outlook === 'ahead')) return false
  if (a.date.meaning.is === 'anchor' && a.date.countsFromNext) return false
  if (b.date.meaning.is === 'anchor' && b.date.countsFromNext) return false
  const { phases } = a.terms
  const others = b.terms.phases
  if (phases.length > 0 && others.length > 0 && !phases.some((phase) => others.includes(phase))) return false
  if (['END', 'CHANGE'].some((phase) => phases.includes(phase) !== others.includes(phase))) return false
  const shared = a.terms.terms.filter((term) => b.terms.terms.includes(term))
  if (shared.length < 2 || !shared.some((term) => a.terms.actions.includes(term))) return false
  return likenessOf(a.terms, b.terms, weight) >= ALIKE
}

function kindOf(a: ChronologyEntry, b: ChronologyEntry): ChronologyRelationKind {
  const moments = [momentOf(a), momentOf(b)]
  if (moments[0] !== null && moments[1] !== null) return moments[0] === moments[1] ? 'same' : 'conflict'
  if (a.from === b.from && a.to === b.to) return 'same'
  const slack = (entry: ChronologyEntry): number => (entry.approximate ? 3 : 0)
  const apart =
    addDays(a.to, slack(a)) < addDays(b.from, -slack(b)) || addDays(b.to, slack(b)) < addDays(a.from, -slack(a))
  return apart ? 'conflict' : 'within'
}

/** The moment of an entry that has a day, a time and a zone, in milliseconds since 1970; null for others. */
function momentOf({ from, to, time, offset }: ChronologyEntry): number | null {
  return from === to && time !== null && offset !== null ? Date.parse(`${from}T${time}:00${offset}`) : null
}
