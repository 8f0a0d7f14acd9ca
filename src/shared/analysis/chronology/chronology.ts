import { addDays } from '../dates/calendar.ts'
import type { DateRule } from '../dates/expression.ts'
import { datesOfCase } from '../dates/case-dates.ts'
import type { ResolvedDate } from '../dates/resolve-dates.ts'
import { isConcept, type EventTerms } from '../events/event-terms.ts'
import { sharedWeight, weightsOf, type Weight } from '../reports/weights.ts'
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
  const dates = datesOfCase(sources)
  const found = sources.flatMap((source, order) => {
    const own = dates[order]!.map(({ date }) => date)
    return dates[order]!.map(({ at, date, from }) => ({ source, order, date, event: source.events[at]!, own, from }))
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
  const entries = listed.map(({ source, date, event, own, from: other }): ChronologyEntry => {
    const { start, end, from, to, approximate, time, offset, rule, reference } = date
    const counted = reference?.index === null || reference === null ? other : own[reference.index]!
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
      listed.map(({ source, date, event }) => ({ event, isAhead: isAhead(source, date, event) }))
    )
  }
}

/** What lies ahead of its report is only planned. */
function isAhead({ published }: DatedSource, { from }: ResolvedDate, { date }: DatedEvent): boolean {
  return date.outlook === 'ahead' || (published !== null && from > published.slice(0, 10))
}

/** An event with whether it was still to come when it was told. */
interface Told {
  event: DatedEvent
  isAhead: boolean
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Which entries tell the same event: those whose clauses say that the same happens, to the same, in the same phase. */
function relationsOf(entries: readonly ChronologyEntry[], told: readonly Told[]): ChronologyRelation[] {
  const events = told.map(({ event }) => event)
  const courses = told.map(courseOf)
  const weight = weightsOf(events.map(({ terms }) => terms.terms))
  const byAction = new Map<string, number[]>()
  for (const [i, { terms }] of events.entries())
    for (const action of terms.actions) byAction.set(action, [...(byAction.get(action) ?? []), i])
  const pairs = new Set<number>()
  const relations: { i: number; j: number; kind: ChronologyRelationKind }[] = []
  for (const same of byAction.values())
    for (const [place, i] of same.entries())
      for (const j of same.slice(place + 1, place + 1 + MOST_COMPARED)) {
        if (courses[i] !== courses[j] || entries[i]!.sourceId === entries[j]!.sourceId) continue
        const pair = i * entries.length + j
        if (pairs.has(pair)) continue
        pairs.add(pair)
        if (tellSame(told[i]!, told[j]!, weight)) relations.push({ i, j, kind: kindOf(entries[i]!, entries[j]!) })
      }
  return relations
    .sort((x, y) => x.i - y.i || x.j - y.j)
    .map(({ i, j, kind }) => ({ a: entries[i]!.id, b: entries[j]!.id, kind }))
}

/** Actions that one does again and again: two tellings of them need more in common to be of one time. */
const RECURRING = new Set([
  'INSPECT',
  'MEET',
  'PROTEST',
  'WARN',
  'TELL',
  'CALL',
  'SEARCH',
  'LEAVE',
  'MOVE',
  'PAY',
  'FIND',
  'HOSPITAL',
  'VOTE',
  'CUT',
  'ATTACK'
])
/** What happens to somebody, and to another on another day. */
const PERSONAL = new Set(['ARREST', 'CHARGE', 'TRY', 'RESIGN', 'APPOINT', 'DIE', 'HURT', 'SHOOT', 'MISS', 'RESCUE'])
/** So much must two tellings of what recurs have in common. */
const MUCH_ALIKE = 0.6
const MANY = 4
/** So much must two tellings have in common that are known to be of one kind by a verb alone. */
const WELL_ALIKE = 0.75

/** What two tellings of one event agree in: whether it lies ahead, ends or changes, was again, or not at all. What has no day of its own agrees with nothing. */
function courseOf({ event, isAhead }: Told): string | symbol {
  if (isUnclear(event)) return Symbol()
  const { phases, marks } = event.terms
  return [
    isAhead,
    ...['END', 'CHANGE'].map((phase) => phases.includes(phase)),
    ...['AGAIN', 'NOT', 'PLANNED'].map((mark) => marks.includes(mark))
  ].join(' ')
}

/** Whether two that agree in their course tell the same event. */
function tellSame(a: Told, b: Told, weight: Weight): boolean {
  const [p, q] = [a.event.terms, b.event.terms]
  if (p.phases.length > 0 && q.phases.length > 0 && !p.phases.some((phase) => q.phases.includes(phase))) return false
  const orders = [p, q].map(({ marks }) => marks.filter((mark) => ORDERS.includes(mark)))
  if (orders[0]!.length > 0 && orders[1]!.length > 0 && !orders[0]!.some((mark) => orders[1]!.includes(mark)))
    return false
  const shared = p.terms.filter((term) => q.terms.includes(term))
  const actions = shared.filter((term) => p.actions.includes(term))
  if (shared.length < 2 || actions.length === 0) return false
  if (actions.every((action) => PERSONAL.has(action)) && isOthers(p, q)) return false
  const likeness = sharedWeight(p.terms, q.terms, weight)
  const known = actions.filter(isConcept)
  if (known.length === 0) return shared.length > actions.length && likeness >= WELL_ALIKE
  if (!known.every((action) => RECURRING.has(action))) return likeness >= ALIKE
  // `It was last inspected`: there's one last time, of whatever it is.
  const things = [p, q].map(({ terms, actions: own }) =>
    terms.filter((term) => !own.includes(term) && !/^(?:last|first)$/u.test(term))
  )
  const isSameThing = things.some((own) => own.length === 0) || things[0]!.some((term) => things[1]!.includes(term))
  if (orders[0]!.length > 0 && orders[1]!.length > 0) return isSameThing && likeness >= ALIKE
  return shared.length >= MANY && isSameThing && likeness >= MUCH_ALIKE
}

const ORDERS: readonly string[] = ['FIRST', 'LAST']

/** Its words are of the date that it counts from, or it only repeats the day of the date beside it. */
function isUnclear({ date: { counting, names } }: DatedEvent): boolean {
  return counting?.from === 'same' || (counting?.from === 'next' && names === null)
}

/** Both name somebody, and neither names the other's. */
function isOthers(a: EventTerms, b: EventTerms): boolean {
  return (
    a.people.length > 0 &&
    b.people.length > 0 &&
    !a.people.some((person) => b.terms.includes(person)) &&
    !b.people.some((person) => a.terms.includes(person))
  )
}

function kindOf(a: ChronologyEntry, b: ChronologyEntry): ChronologyRelationKind {
  const moments = [momentOf(a), momentOf(b)]
  if (moments[0] !== null && moments[1] !== null) return moments[0] === moments[1] ? 'same' : 'conflict'
  if (a.from === b.from && a.to === b.to) return 'same'
  const [first, second] = [daysAbout(a), daysAbout(b)]
  const apart = first.to < second.from || second.to < first.from
  return apart ? 'conflict' : 'within'
}

/** The days that an entry may be of: an approximate one some days before and behind, too. */
function daysAbout({ from, to, approximate }: ChronologyEntry): { from: string; to: string } {
  return approximate ? { from: addDays(from, -SLACK), to: addDays(to, SLACK) } : { from, to }
}

const SLACK = 3

/** The moment of an entry that has a day, a time and a zone, in milliseconds since 1970; null for others. */
function momentOf({ from, to, time, offset }: ChronologyEntry): number | null {
  return from === to && time !== null && offset !== null ? Date.parse(`${from}T${time}:00${offset}`) : null
}
