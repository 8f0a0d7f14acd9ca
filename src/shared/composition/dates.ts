/** Locale in which dates are written out: plain `en` would be American. */
function locale(language: string): string {
  if (language === 'en') return 'en-GB'
  return Intl.DateTimeFormat.supportedLocalesOf(isTag(language) ? language : []).at(0) ?? 'en-GB'
}

/** Whether dates can be written out in a language: in others they are in English. */
export function writesDatesIn(language: string): boolean {
  return isTag(language) && Intl.DateTimeFormat.supportedLocalesOf(language).length > 0
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** A format for dates with or without a day. Making one is slow, so each is kept. */
function format(language: string, withDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${withDay}`
  let known = formats.get(key)
  if (!known) {
    const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' }
    known = new Intl.DateTimeFormat(locale(language), withDay ? { ...parts, day: 'numeric' } : parts)
    formats.set(key, known)
  }
  return known
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/**
 * Writes out an ISO 8601 date in a language: a year, a month, a day, or a time with its offset as it was given. What
 * isn't such a date is returned as it is.
 */
export function writtenDate(iso: string, language: string): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/.exec(iso)
  if (!match) return iso
  const [, year, month, day, time, offset] = match
  if (month === undefined) return year!
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return iso
  const written = format(language, day !== undefined).format(date)
  if (time === undefined) return written
  const zone = offset === undefined ? '' : offset === 'Z' ? ' UTC' : ` UTC${offset}`
  return `${written}, ${time}${zone}`
}
