import { findDates, isoDay } from '../../metadata/dates.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** The obsolete zones of RFC 5322, section 4.3; military letters and unknown names say nothing and count as UTC, as it asks. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ['est', '-05:00'],
  ['edt', '-04:00'],
  ['cst', '-06:00'],
  ['cdt', '-05:00'],
  ['mst', '-07:00'],
  ['mdt', '-06:00'],
  ['pst', '-08:00'],
  ['pdt', '-07:00']
])

/**
 * Reads a `Date` field (RFC 5322, section 3.3, with the obsolete forms) into ISO 8601 with the offset that stands there: `Tue, 4 Mar 2031 09:05:00 +0200`
 * gives `2031-03-04T09:05:00+02:00`. A date in another form gives its day; null when there is none.
 */
export function readMailDate(value: string): string | null {
  const match =
    /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d{2,3})\s+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*([+-]\d{4}|[a-z]{1,5})?/i.exec(
      value.trim()
    )
  if (!match) return findDates(value)[0]?.day ?? null
  const [, date, month, year, hour, minute, second = '00', zone] = match
  const day = isoDay(fullYear(year!), MONTHS.indexOf(month!.toLowerCase()) + 1, date)
  if (day === null) return findDates(value)[0]?.day ?? null
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return day
  if (zone === undefined) return day
  const leapless = second === '60' ? '59' : second
  return `${day}T${hour!.padStart(2, '0')}:${minute}:${leapless}${offsetOf(zone)}`
}

/** Two and three digits as section 4.3 reads them. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  if (digits.length === 3) return 1900 + year
  return year < 50 ? 2000 + year : 1900 + year
}

function offsetOf(zone: string): string {
  if (!/^[+-]/.test(zone)) return ZONES.get(zone.toLowerCase()) ?? 'Z'
  const hours = zone.slice(1, 3)
  const minutes = zone.slice(3)
  if (Number(hours) > 14 || Number(minutes) > 59 || zone.slice(1) === '0000') return 'Z'
  return `${zone[0]}${hours}:${minutes}`
}
