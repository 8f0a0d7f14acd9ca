import type { Days } from './query.ts'

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** A day, month or year as the days that it spans, as numbers (20310228); null when it’s none. */
function spanOf(text: string): { first: number; last: number } | null {
  const [, year, month, day] = DAY.exec(text) ?? []
  if (year === undefined) return null
  const y = Number(year) * 10_000
  if (month === undefined) return { first: y + 101, last: y + 1231 }
  const m = Number(month)
  if (m < 1 || m > 12) return null
  const longest = new Date(Date.UTC(Number(year), m, 0)).getUTCDate()
  if (day === undefined) return { first: y + m * 100 + 1, last: y + m * 100 + longest }
  const d = Number(day)
  return d >= 1 && d <= longest ? { first: y + m * 100 + d, last: y + m * 100 + d } : null
}

/**
 * The days that a query’s `date:` asks for: a day, month or year, a range `a..b` (either end may be left out), `>=`, `<=`, `>`, `<`, or
 * `none`. Months and years count whole. Null when it’s none of these.
 */
export function daysAsked(text: string): Days | null {
  if (text.toLowerCase() === 'none') return 'none'
  const [, relation, asked] = /^(>=|<=|>|<)(.*)$/.exec(text) ?? []
  if (relation !== undefined) {
    const span = spanOf(asked!)
    if (!span) return null
    if (relation === '>=') return { from: span.first, to: null }
    if (relation === '>') return { from: span.last + 1, to: null }
    return { from: null, to: relation === '<=' ? span.last : span.first - 1 }
  }
  const ends = text.split('..')
  if (ends.length > 2 || text === '..') return null
  if (ends.length === 1) {
    const span = spanOf(text)
    return span && { from: span.first, to: span.last }
  }
  const [first, last] = ends.map((end) => (end === '' ? 'open' : spanOf(end)))
  if (!first || !last) return null
  return { from: first === 'open' ? null : first.first, to: last === 'open' ? null : last.last }
}

/** True for what may become days when it’s typed on. */
export function mayBecomeDays(text: string): boolean {
  return /^(?:[><]=?)?(?:\d{1,4}(?:-(?:\d{1,2}(?:-\d?)?)?)?)?$|^(?:\d{4}(?:-\d{2}){0,2})?\.\.?(?:\d{1,4}(?:-(?:\d{1,2}(?:-\d?)?)?)?)?$|^n(?:o(?:n)?)?$/i.test(
    text
  )
}

/**
 * The days on which a source was published, as numbers: the local day of a time, all days of a month or year of which no more is known. Null
 * when there’s no date, or none that can be read.
 */
export function daysPublished(published: string | null): { first: number; last: number } | null {
  return published === null ? null : spanOf(published.replace(/T.*$/, ''))
}

/** True when any of the days on which something was published is asked for. */
export function isAsked(days: Days, published: { first: number; last: number } | null): boolean {
  if (days === 'none' || !published) return days === 'none' && !published
  return (days.from === null || published.last >= days.from) && (days.to === null || published.first <= days.to)
}
