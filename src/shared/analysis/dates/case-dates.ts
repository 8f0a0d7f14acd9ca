import type { EventTerms } from '../events/event-terms.ts'
import type { Day, Days } from './calendar.ts'
import { resolveDates, type DateDraft, type ResolvedDate } from './resolve-dates.ts'

/** A source's dates, with what each is about. */
export interface DatedReport {
  /** ISO 8601; counts when it's a full day or a time. */
  published: string | null
  events: readonly { date: DateDraft; terms: EventTerms; countsFrom: EventTerms | null; isListed: boolean }[]
}

/** A source's date, resolved. */
export interface CaseDate {
  /** Its place among the source's dates. */
  at: number
  date: ResolvedDate
  /** The date of another source from which it was counted; null where its own source, or none, has it. */
  from: ResolvedDate | null
}

/**
 * The dates of each source of a case, in the order of its text. A date that's counted from an event (`the morning after the sinking`) which its own source doesn't date is counted
 * from the day on which the others tell of it; where they tell none, or several, it's left out.
 */
export function datesOfCase(sources: readonly DatedReport[]): CaseDate[][] {
  const days = sources.map(({ published }) => dayOf(published))
  const first = sources.map(({ events }, i) => listed(events, resolveDates(draftsOf(events), days[i]!)))
  return sources.map(({ events }, i) => {
    const found = first[i]!
    const open = events.flatMap(({ date, countsFrom }, at) =>
      date.counting?.from === 'event' && date.counting.date === null && countsFrom ? [{ at, countsFrom }] : []
    )
    const told = new Map<number, ResolvedDate>()
    for (const { at, countsFrom } of open) {
      const other = dayTold(sources, first, i, countsFrom)
      if (other) told.set(at, other)
    }
    if (told.size === 0) return found
    const from = new Map<number, Days>(told)
    return listed(events, resolveDates(draftsOf(events), days[i]!, from)).map((each) => ({
      ...each,
      from: told.get(each.at) ?? null
    }))
  })
}

const drafts = new WeakMap<DatedReport['events'], DateDraft[]>()

function draftsOf(events: DatedReport['events']): DateDraft[] {
  const before = drafts.get(events)
  if (before) return before
  const own = events.map(({ date }) => date)
  drafts.set(events, own)
  return own
}

function listed(events: DatedReport['events'], dates: readonly ResolvedDate[]): CaseDate[] {
  const places = new Map(events.map(({ date }, at) => [date.start, at]))
  return dates.map((date) => ({ at: places.get(date.start)!, date, from: null }))
}

/** The one day on which other sources tell that something happened; null for none and for several. */
function dayTold(
  sources: readonly DatedReport[],
  dates: readonly (readonly CaseDate[])[],
  own: number,
  { actions, terms }: EventTerms
): ResolvedDate | null {
  let one: ResolvedDate | null = null
  for (const [i, source] of sources.entries()) {
    if (i === own) continue
    for (const { at, date } of dates[i]!) {
      const event = source.events[at]!
      if (!event.isListed || event.date.meaning.is === 'anchor' || date.precision !== 'day') continue
      if (!actions.some((action) => event.terms.actions.includes(action))) continue
      // What it happened to is the same, where the words tell it: another ferry may have sunk as well.
      const things = terms.filter((term) => !actions.includes(term))
      if (things.length > 1 && !things.some((term) => event.terms.terms.includes(term))) continue
      if (one && one.from !== date.from) return null
      one ??= date
    }
  }
  return one
}

function dayOf(published: string | null): Day | null {
  return /^\d{4}-\d\d-\d\d/u.exec(published ?? '')?.[0] ?? null
}
