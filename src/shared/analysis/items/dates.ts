import { datesIn } from '../dates/dates.ts'
import type { ResolvedDate } from '../dates/resolve-dates.ts'
import type { Report } from '../reports/report.ts'

/** A date in a statement, half-open, with the days that it means. */
export type DateItem = Pick<ResolvedDate, 'start' | 'end' | 'from' | 'to' | 'approximate' | 'precision'>

/** The dates that a statement names, as they are meant on the day of its brief. */
export function datesOf(text: string, briefDate: string): DateItem[] {
  return datesIn({ text, language: 'en', published: briefDate })
}

const cache = new WeakMap<Report, DateItem[]>()

/** The days of which a source tells, and its own. */
export function datesOfReport(report: Report): readonly DateItem[] {
  const before = cache.get(report)
  if (before) return before
  const { text, blocks, language, published } = report
  const found: DateItem[] = datesIn({ text, blocks, language, published })
  const day = /^\d{4}-\d\d-\d\d/u.exec(published ?? '')?.[0]
  if (day !== undefined) found.push({ start: 0, end: 0, from: day, to: day, approximate: false, precision: 'day' })
  cache.set(report, found)
  return found
}

/** Whether a source tells of a date: of that day, of a day in the month or year, of a span that has it. */
export function holdsDate(report: Report, item: DateItem): boolean {
  return datesOfReport(report).some((other) => meets(item, other))
}

function meets(item: DateItem, other: DateItem): boolean {
  const isWithin = item.from <= other.from && other.to <= item.to
  if (isWithin) return true
  if (item.to < other.from || other.to < item.from) return false
  // A day is held by a span that was told, such as `from 4 to 6 March`, but not by its month.
  if (other.precision === 'span' || other.approximate || item.approximate) return true
  return item.precision !== 'day' && other.precision !== 'year' && item.precision !== other.precision
}
