import { addDays } from '../dates/calendar.ts'
import { findAmounts } from '../numbers/amounts.ts'
import { datesIn } from '../dates/dates.ts'
import type { ResolvedDate } from '../dates/resolve-dates.ts'
import type { Report } from '../reports/report.ts'

/** A date in a statement, half-open, with the days that it means. */
export type DateItem = Pick<ResolvedDate, 'start' | 'end' | 'from' | 'to' | 'approximate' | 'precision'> &
  Partial<Pick<ResolvedDate, 'rule'>> & {
    /** It's the day of the report itself. */
    isReports?: boolean
    /** A day or month of any year: nothing tells when it was written. */
    isOfAnyYear?: boolean
  }

/** The dates that a statement names, as they are meant on the day of its brief. */
export function datesOf(text: string, briefDate: string): DateItem[] {
  // What is counted from another date is an interval: `three days after the fire`.
  return datesIn({ text, language: 'en', published: briefDate }).filter(({ rule }) => rule !== 'anchor')
}

/** A statement that tells what was known may date it by its report. */
const AS_OF =
  /\b(?:as of|by|until|so far|known|stood|stands|reported|reports|announced|announces|published|said|says|counted|counts|confirmed|confirms|put|puts|according|still|now|then|found|finds|evidence|warned|warns|denied|denies|claimed|claims|admitted|released|issued|offered|offers|raised|wrote|writes|told|letter|statement|notice|report|figure|number|count|toll)\b/iu

const cache = new WeakMap<Report, DateItem[]>()

/** The days of which a source tells, and its own. */
export function datesOfReport(report: Report): readonly DateItem[] {
  const before = cache.get(report)
  if (before) return before
  const { text, blocks, language, published } = report
  const found: DateItem[] = datesIn({ text, blocks, language, published })
  const day = /^\d{4}-\d\d-\d\d/u.exec(published ?? '')?.[0]
  if (day === undefined)
    found.push(
      ...datesIn({ text, blocks, language, published: LEAP_YEAR })
        .filter(({ rule }) => rule === 'year')
        .map((date) => ({ ...date, isOfAnyYear: true }))
    )
  else found.push({ start: 0, end: 0, from: day, to: day, approximate: false, precision: 'day', isReports: true })
  cache.set(report, found)
  return found
}

/** A day of a year that has all days. */
const LEAP_YEAR = '2028-12-31'

/** Whether a source tells of a date: of that day, of a day in the month or year, of a span that has it. */
export function holdsDate(report: Report, text: string, item: DateItem): boolean {
  const { readings, isAsOf } = meaningOf(text, item)
  return datesOfReport(report).some(
    (other) => (other.isReports !== true || isAsOf) && readings.some((reading) => meets(reading, other))
  )
}

interface Meaning {
  readings: readonly DateItem[]
  /** It may be dated by the report that tells it. */
  isAsOf: boolean
}

/** An item is looked for in many sources. */
const meanings = new WeakMap<DateItem, Meaning>()

function meaningOf(text: string, item: DateItem): Meaning {
  const before = meanings.get(item)
  if (before) return before
  const rest = text.slice(0, item.start) + text.slice(item.end)
  const isAsOf = AS_OF.test(rest) || findAmounts(text, 'en', [item]).length > 0
  const meaning = { readings: readingsOf(item), isAsOf }
  meanings.set(item, meaning)
  return meaning
}

/** A weekday is looked for so many weeks back. */
const WEEKS = 8

/** A statement doesn't say from when on it looks: a date without a year may be of the year before or after, a weekday of the week. */
function readingsOf(item: DateItem): DateItem[] {
  // A weekday alone is that of the source, which may be weeks old.
  if (item.rule === 'weekday')
    return Array.from({ length: WEEKS + 2 }, (_, week) => 7 * (1 - week)).map((days) => ({
      ...item,
      from: addDays(item.from, days),
      to: addDays(item.to, days)
    }))
  if (item.rule !== 'year' && item.rule !== 'part') return [item]
  return [0, -1, 1].map((years) => ({ ...item, ...inYears(item, years) }))
}

/** The same days so many years later. */
function inYears({ from, to }: Pick<DateItem, 'from' | 'to'>, years: number): Pick<DateItem, 'from' | 'to'> {
  const shifted = (day: string): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return { from: shifted(from), to: shifted(to) }
}

function meets(item: DateItem, date: DateItem): boolean {
  const other = date.isOfAnyYear
    ? { ...date, ...inYears(date, Number(item.from.slice(0, 4)) - Number(date.from.slice(0, 4))) }
    : date
  const isWithin = item.from <= other.from && other.to <= item.to
  if (isWithin) return true
  if (item.to < other.from || other.to < item.from) return false
  // A day is held by a span that was told, such as `from 4 to 6 March`, but not by its month.
  if (other.precision === 'span' || other.approximate || item.approximate) return true
  return item.precision !== 'day' && other.precision !== 'year' && item.precision !== other.precision
}
