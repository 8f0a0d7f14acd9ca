import type { ChronologyAnswer, ChronologyRow } from '../../shared/analysis/chronology/answer.ts'
import type { OwnEventRow } from '../../shared/api/contract.ts'
import type { SourceRow } from '../../shared/case/row.ts'

/** An entry as the list shows it. */
export interface ShownEntry {
  entry: ChronologyRow
  /** The source in which it stands; undefined while the list lacks it. */
  source: SourceRow | undefined
  /** Entries that tell the same event on other days. */
  conflicts: ChronologyRow[]
  /** The event of the analyst's own that it is; null for what a source names. */
  own: OwnEventRow | null
}

/** The entries that a filter leaves: each of its words stands in the event's words, the date's, the source's key, publisher, title or tags. */
export function shownEntries(
  { entries, relations }: ChronologyAnswer,
  sources: readonly SourceRow[],
  filter: string
): ShownEntry[] {
  const bySource = new Map(sources.map((source) => [source.key, source]))
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const conflicts = new Map<string, ChronologyRow[]>()
  for (const { a, b, kind } of relations) {
    if (kind !== 'conflict') continue
    for (const [one, other] of [
      [a, b],
      [b, a]
    ] as const)
      conflicts.set(one, [...(conflicts.get(one) ?? []), byId.get(other)!])
  }
  const words = filter
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
  return entries.flatMap((entry) => {
    const source = bySource.get(entry.source)
    const text = [
      entry.event.exact,
      entry.exact,
      entry.source,
      entry.from,
      source?.publisher ?? '',
      source?.title ?? '',
      ...(source?.tags ?? [])
    ]
      .join(' ')
      .toLocaleLowerCase()
    return words.every((word) => text.includes(word))
      ? [{ entry, source, conflicts: conflicts.get(entry.id) ?? [], own: null }]
      : []
  })
}

/** Events of the analyst's own among the entries of the sources, in the order of their days; those that a filter leaves, by their words, days, quotes and statements. */
export function withOwnEvents(
  shown: readonly ShownEntry[],
  events: readonly OwnEventRow[],
  filter: string
): ShownEntry[] {
  const words = filter
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
  const own = events.flatMap((event): ShownEntry[] => {
    const { id, from, to, approximate, quoteKeys, places } = event
    const keys = quoteKeys.map(({ key }) => key)
    const text = [event.words, from, to, ...keys, ...places.map(({ brief }) => brief)].join(' ').toLocaleLowerCase()
    if (!words.every((word) => text.includes(word))) return []
    const place = { source: '', start: 0, end: 0, exact: '' }
    const row: ChronologyRow = {
      ...place,
      ...{ id, from, to, approximate, time: null, offset: null, rule: 'written', reference: null },
      event: { ...place, exact: event.words }
    }
    return [{ entry: row, source: undefined, conflicts: [], own: event }]
  })
  if (own.length === 0) return [...shown]
  const order = ({ entry }: ShownEntry): string => `${entry.from} ${entry.to}`
  return [...shown, ...own].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
}

const DAY = 86_400_000
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY

/** A span on a time line; `left` and `width` are shares of its width. */
export interface DrawnSpan {
  id: string
  left: number
  width: number
  /** Which row of the drawing, from 0: spans that overlap stand below each other. */
  lane: number
  approximate: boolean
  isConflict: boolean
  /** It lies before or behind what is drawn, and stands at that end. */
  beyond: 'before' | 'behind' | null
}

/** A time line: its ends and its spans. */
export interface TimeLine {
  from: string
  to: string
  spans: DrawnSpan[]
  lanes: number
}

/** No span is narrower, as a share of the line. */
const NARROWEST = 0.012
const MOST_LANES = 6

/**
 * Draws entries as spans of the days that they cover, each at its true length. Of entries far from most others, such as years long past, it shows only on which side they lie.
 * Null without entries.
 */
export function timeLineOf(shown: readonly ShownEntry[]): TimeLine | null {
  if (shown.length === 0) return null
  const middles = shown.map(({ entry }) => (numberOf(entry.from) + numberOf(entry.to)) / 2).sort((a, b) => a - b)
  const at = (share: number): number => middles[Math.round(share * (middles.length - 1))]!
  const reach = Math.max(3 * (at(0.75) - at(0.25)), 10)
  const near = shown.filter(
    ({ entry }) =>
      numberOf(entry.to) >= at(0.25) - reach &&
      numberOf(entry.from) <= at(0.75) + reach &&
      numberOf(entry.to) - numberOf(entry.from) <= 2 * reach
  )
  const drawn = near.length > 0 ? near : shown
  const first = Math.min(...drawn.map(({ entry }) => numberOf(entry.from)))
  const last = Math.max(...drawn.map(({ entry }) => numberOf(entry.to))) + 1
  const length = Math.max(last - first, 1)
  const ends: number[] = []
  const spans = shown.map(({ entry, conflicts }): DrawnSpan => {
    const [from, to] = [numberOf(entry.from), numberOf(entry.to) + 1]
    const beyond = to <= first ? 'before' : from >= last ? 'behind' : null
    const left = Math.min(Math.max((from - first) / length, 0), 1 - NARROWEST)
    const right = Math.min(Math.max((to - first) / length, left + NARROWEST), 1)
    const free = ends.findIndex((end) => end <= left)
    const lane = free >= 0 ? free : Math.min(ends.length, MOST_LANES - 1)
    ends[lane] = Math.max(ends[lane] ?? 0, right)
    return {
      id: entry.id,
      left,
      width: right - left,
      lane,
      approximate: entry.approximate,
      isConflict: conflicts.length > 0,
      beyond
    }
  })
  const day = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)
  return { from: day(first), to: day(last - 1), spans, lanes: Math.max(ends.length, 1) }
}
