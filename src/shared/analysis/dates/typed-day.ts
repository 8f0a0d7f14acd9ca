import { dayAt, type Day } from './calendar.ts'
import { CALENDAR_NAMES } from './names.ts'

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
/** `4 March 2031`, `4. März 2031`, `4th of March, 2031`, `4 de marzo de 2031`. */
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?(\p{L}+\.?),?\s+(?:de\s+|del\s+)?(\d{4})$/iu
/** `March 4, 2031`. */
const MONTH_FIRST = /^(\p{L}+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu

function monthNamed(written: string): number | undefined {
  for (const { month } of Object.values(CALENDAR_NAMES)) {
    const number = month(written)
    if (number !== undefined) return number
  }
  return undefined
}

/**
 * A whole day as somebody types it: by ISO 8601 or written out, in any of the languages whose dates are read. Else a sentence that says why it isn't taken.
 * What has only numbers in another order (`04/03/2031`) means one day here and another there, so it is refused.
 */
export function typedDay(typed: string): { day: Day } | { problem: string } {
  const text = typed.trim().replace(/\s+/gu, ' ')
  const [, year, isoMonth, isoDay] = ISO.exec(text) ?? []
  const [, firstDay, firstMonth, firstYear] = DAY_FIRST.exec(text) ?? []
  const [, month = firstMonth, day = firstDay, writtenYear = firstYear] = MONTH_FIRST.exec(text) ?? []
  const number = month === undefined ? Number(isoMonth) : monthNamed(month)
  if (number === undefined || Number.isNaN(number))
    return { problem: `“${text}” can’t be read as a day. Write it as 2031-03-04 or 4 March 2031.` }
  const found = dayAt(Number(year ?? writtenYear), number, Number(isoDay ?? day))
  return found === null ? { problem: `The calendar has no ${text}. Check the month and the day.` } : { day: found }
}
