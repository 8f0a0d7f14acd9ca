import { WEEKDAY } from '../../../metadata/credits.ts'
import { findDates, isoDay, MONTH } from '../../../metadata/dates.ts'
import { MONTH_NAMES } from '../../../metadata/months.ts'
import { countWords, oneLine } from '../../../extracted/wording.ts'

/** A line that says when an article was published, and what else it says. */
export interface DateLine {
  /** ISO 8601: a day, or a month when the line names none. */
  published: string
  /** What stands behind the date: `Final Edition`; null for nothing. */
  edition: string | null
}

const TIME =
  /(?<![\d.])\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\.?(?!\p{L})|uhr(?!\p{L}))?|(?<![\d.])\d{1,2}\s*(?:[ap]\.?m\.?|uhr)(?!\p{L})/iu
/** Behind a time: `GMT+1`, `EST`, `Central Daylight Time`. */
const ZONE =
  /^\s*(?:(?:UTC|GMT)\s?[+-]\s?\d{1,2}(?::?\d{2})?|[A-Z]{2,5}|(?:\p{Lu}\p{L}+\s){1,3}(?:Time|Zeit|TIME))(?=$|[\s,.;])/u
const EDITION =
  /(?<!\p{L})(?:editions?|ed|édition|edición|ediciones|edizione|edição|editie|ausgabe|ausg|uitgave|final|correction appended|version|all zones|every zone|section)(?!\p{L})/iu
const MONTH_ONLY = new RegExp(
  `^(?:\\p{Lu}\\p{L}+\\s*[-/–]\\s*)?${MONTH}\\.?,?\\s+(?:de\\s+)?(1[6-9]\\d\\d|20\\d\\d)(?!\\d)`,
  'iu'
)
/** What the database writes behind a time that it couldn't read. */
const FAULT = /Invalid date found for .*$/u
const MOST_WORDS = 9
const LONGEST = 400
const WEEKDAY_FIRST = new RegExp(`^[\\s,]{1,3}(?:${WEEKDAY.source})`, 'iu')

/**
 * Reads a line that holds a date, and beside it nothing but a weekday, a time and the name of an edition: `March 4, 2031 Tuesday 5:01 PM GMT`,
 * `mardi 4 mars 2031`, `May 21, 2000, Sunday, Final Edition`. Null for any other.
 */
export function readDateLine(line: string, dayFirst = true): DateLine | null {
  if (line.length > LONGEST) return null
  const text = oneLine(line.replace(/[\u00A0\u202F]/g, ' ').replace(FAULT, ''))
  const day = findDates(text, dayFirst)[0]
  const month = day ? null : MONTH_ONLY.exec(text)
  if (!day && !month) return null
  const published = day ? day.day : monthOf(month!)
  if (published === null) return null
  if (withoutCalendar(text.slice(0, day ? day.start : 0)) !== '') return null
  const rest = withoutCalendar(text.slice(day ? day.end : month![0].length))
  if (rest === '') return { published, edition: null }
  // The database writes faults of its own behind a weekday.
  const isStamped = day !== undefined && WEEKDAY_FIRST.test(text.slice(day.end))
  if (countWords(rest) > MOST_WORDS || /[.!?]$/u.test(rest)) return isStamped ? { published, edition: null } : null
  // A headline may begin with a date; none has a weekday behind it, too.
  const isName =
    new RegExp(WEEKDAY.source, 'iu').test(text) ||
    EDITION.test(rest) ||
    rest === rest.toUpperCase() ||
    /^\p{Lu}\S*(?:\s\p{Lu}\S*)*$/u.test(rest)
  return isName ? { published, edition: rest } : null
}

/** True for words that name an edition: `Final Edition`, `2ª Ed. Barna Edición`, `Regionalausgabe`. */
export function isEdition(text: string): boolean {
  return text.length <= 60 && (EDITION.test(text) || /\p{L}ausgabe$/iu.test(text))
}

/** The words without weekdays, times and the marks between them. */
export function withoutCalendar(words: string): string {
  let text = words.replace(WEEKDAY, ' ')
  for (let time = TIME.exec(text); time !== null; time = TIME.exec(text))
    text = `${text.slice(0, time.index)} ${text.slice(time.index + time[0].length).replace(ZONE, ' ')}`
  return oneLine(text.replace(/(?<!\p{L})(?:le|den|der|am|el|il|at|um)(?!\p{L})/giu, ' ')).replace(
    /^[\s,;.:|–-]+|[\s,;:|–-]+$/gu,
    ''
  )
}

function monthOf(match: RegExpExecArray): string | null {
  const number = MONTH_NAMES[match[1]!.toLowerCase()]
  return number === undefined ? null : (isoDay(match[2], number, 1)?.slice(0, 7) ?? null)
}
