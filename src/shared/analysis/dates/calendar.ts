/** A day by ISO 8601, `2032-03-04`. */
export type Day = string

/** Days `[from, to]`, both included. */
export interface Days {
  from: Day
  to: Day
}

const DAY = 86_400_000

/** A day as its number, from which days are counted. */
function numberOf(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY)
}

function dayOf(number: number): Day {
  return new Date(number * DAY).toISOString().slice(0, 10)
}

/** The day so many days later; earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return dayOf(numberOf(day) + days)
}

/** How many days the second is after the first. */
export function daysBetween(first: Day, second: Day): number {
  return numberOf(second) - numberOf(first)
}

/** Monday is 0, Sunday 6 (ISO 8601 counts them from 1). */
export function weekdayOf(day: Day): number {
  return (numberOf(day) + 3) % 7
}

/** A day by its parts; null when there's no such day in the calendar. */
export function dayAt(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month)) return null
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The days of a month; months beyond 1 to 12 count into other years. */
export function monthDays(year: number, month: number): Days {
  const index = year * 12 + month - 1
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  return {
    from: `${String(y).padStart(4, '0')}-${two(m)}-01`,
    to: `${String(y).padStart(4, '0')}-${two(m)}-${two(lastDayOf(y, m))}`
  }
}

/** The days of a year. */
export function yearDays(year: number): Days {
  const written = String(year).padStart(4, '0')
  return { from: `${written}-01-01`, to: `${written}-12-31` }
}

/** Monday to Sunday of the week in which a day lies, or of one so many weeks later. */
export function weekDays(day: Day, later = 0): Days {
  const from = addDays(day, later * 7 - weekdayOf(day))
  return { from, to: addDays(from, 6) }
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7))
}

/** A part of a month (days 1-10, 11-20, 21-end) or of a year (months 1-4, 5-8, 9-12). */
export type Part = 'early' | 'mid' | 'late'

/** The days of a part of a month or year. */
export function partOf(whole: Days, part: Part): Days {
  const year = yearOf(whole.from)
  if (whole.from.slice(5) === '01-01' && whole.to.slice(5) === '12-31') {
    const first = { early: 1, mid: 5, late: 9 }[part]
    return { from: monthDays(year, first).from, to: monthDays(year, first + 3).to }
  }
  const month = whole.from.slice(0, 8)
  if (part === 'early') return { from: whole.from, to: `${month}10` }
  return part === 'mid' ? { from: `${month}11`, to: `${month}20` } : { from: `${month}21`, to: whole.to }
}
