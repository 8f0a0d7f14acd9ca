import { dayOf, daysBetween } from '../../metadata/dates.ts'
import type { Candidate } from '../../metadata/found.ts'
import type { PageDates } from './dated.ts'

/**
 * A time in UTC near midnight falls on another day where the page is read: the day that the page shows, or has in its address, stands for it then.
 */
export function preferLocalDay(dates: PageDates, language: string | null): void {
  const best = dates.published.reduce<Candidate<string> | null>(
    (a, b) => (a && a.confidence >= b.confidence ? a : b),
    null
  )
  const hour = best === null ? null : /T(\d\d):\d\d(?::\d\d)?Z$|T(\d\d):\d\d(?::\d\d)?\+00:00$/u.exec(best.value)
  if (!best || !hour) return
  const hours = Number(hour[1] ?? hour[2])
  const shown = dates.published.filter(
    (other) => other.value.length === 10 && other.confidence >= 0.4 && /^(?:url|text|time)$/u.test(other.from)
  )
  if (shown.some((other) => other.value === dayOf(best.value))) return
  const local = shown.filter((other) => other.from !== 'text' || other.confidence >= 0.6)
  const isWest = language === null || /^(?:en|es|pt|fr)\b/iu.test(language)
  const isFarEast = language !== null && /^(?:ja|zh|ko|id|ms|vi|th|hi|en-au|en-nz|en-in)\b/iu.test(language)
  const turn = hours >= (isFarEast ? 13 : 21) ? 1 : hours < 11 && isWest ? -1 : 0
  const day = turn === 0 ? undefined : local.find(({ value }) => daysBetween(best.value, value) === turn)
  if (day) day.confidence = Math.min(0.97, best.confidence + 0.005)
}

/** Of two places that give the same day the one that gives the time as well is worth more. */
export function preferTimes(list: Candidate<string>[]): void {
  for (const exact of list.filter(({ value }) => value.length > 10)) {
    const same = list.filter(({ value }) => value.length === 10 && value === dayOf(exact.value))
    const surest = Math.max(0, ...same.map(({ confidence }) => confidence))
    if (surest >= exact.confidence) exact.confidence = Math.min(0.99, surest + 0.001)
  }
}

/** An address keeps the day of the first publication when the page was given a later one since.
 * A vague candidate on the day of the modification loses to another that is earlier and as sure as it can be. */
export function dropUpdates(dates: PageDates): void {
  const address = dates.published.find((candidate) => candidate.from === 'url')
  if (
    address &&
    dates.published.some((other) => other.confidence >= 0.8 && daysBetween(address.value, other.value) > 1)
  )
    address.confidence = 0.97
  const modified = new Set(dates.modified.map((candidate) => dayOf(candidate.value)))
  for (const candidate of dates.published) {
    const earlier = dates.published.some(
      (other) => other.confidence >= 0.8 && dayOf(other.value) < dayOf(candidate.value)
    )
    if (modified.has(dayOf(candidate.value)) && earlier && candidate.confidence < 0.9) candidate.confidence *= 0.6
  }
}
