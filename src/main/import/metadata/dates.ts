import { MONTH_NAMES } from './months.ts'

/** A date as it is written somewhere in a text. */
export interface WrittenDate {
  /** ISO 8601 day (`2031-03-04`). */
  day: string
  /** Where it stands in the text, half-open. */
  start: number
  end: number
  /** False for `3/4/2031`, which means two days; `other` is the second. */
  certain: boolean
  other: string | null
}

/** What a date says of an article. */
export type DateRole = 'published' | 'modified' | 'retrieved' | null

const FIRST_YEAR = 1600
const LAST_YEAR = 2099
const YEAR = '(1[6-9]\\d\\d|20\\d\\d)'
export const MONTH = `(${Object.keys(MONTH_NAMES)
  .sort((a, b) => b.length - a.length)
  .join('|')})`
/** Ordinal endings and articles between day and month: `25th of`, `1er`, `25 de`, `25.`, `25ª`. */
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|re|\\.|º|ª|a|:e)?'
const LINK = "[\\s-]*(?:(?:of|de|del|d[’'])\\s+)?(?:the\\s+)?"
const CLOCK_AFTER = '(?!\\d)'

/** Every form has a year in full, or three numbers. */
const MAYBE_DATE = /1[6-9]\d\d|2[056]\d\d|\d\s?[./-]\s?\d{1,2}[./-]\s?\d/

interface Pattern {
  expression: RegExp
  read: (m: RegExpExecArray, dayFirst: boolean) => { days: (string | null)[] }
}

const PATTERNS: Pattern[] = [
  {
    expression: new RegExp(`(?<![\\d.])${YEAR}([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{1,2})${CLOCK_AFTER}`, 'giu'),
    read: (m) => ({ days: [isoDay(m[1], m[3], m[4])] })
  },
  {
    expression: new RegExp(`(?<!\\d)${YEAR}(0[1-9]|1[0-2])([0-2]\\d|3[01])(?=T?\\d{4,6}Z?(?!\\d)|(?!\\d))`, 'giu'),
    read: (m) => ({ days: [isoDay(m[1], m[2], m[3])] })
  },
  {
    expression: new RegExp(
      `(?<![\\d.,:])${DAY}${LINK}(?<!\\p{L})(?:ב-?)?${MONTH}(?!\\p{L})\\.?,?[\\s-]*(?:(?:de|del)\\s+)?${YEAR}(?!\\d)`,
      'giu'
    ),
    read: (m) => ({ days: [isoDay(m[3], monthNumber(m[2]), m[1])] })
  },
  {
    expression: new RegExp(
      `(?<!\\p{L})${MONTH}(?!\\p{L})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)\\s*,?\\s+(?:(?:\\p{L}+day)\\s*,?\\s+)?${YEAR}(?!\\d)`,
      'giu'
    ),
    read: (m) => ({ days: [isoDay(m[3], monthNumber(m[1]), m[2])] })
  },
  {
    expression: new RegExp(`(?<!\\d)${YEAR}[.,]?[\\s-]+${MONTH}(?!\\p{L})\\.?[\\s-]+(\\d{1,2})(?!\\d|:)`, 'giu'),
    read: (m) => ({ days: [isoDay(m[1], monthNumber(m[2]), m[3])] })
  },
  {
    // What JavaScript and Unix print: `Mon Aug 03 12:45:00 EDT 2015`.
    expression: new RegExp(
      `(?<!\\p{L})${MONTH}\\s+(\\d{1,2})\\s+\\d{2}:\\d{2}:\\d{2}\\s+(?:[A-Z]{2,4}\\s+)?${YEAR}(?!\\d)`,
      'giu'
    ),
    read: (m) => ({ days: [isoDay(m[3], monthNumber(m[1]), m[2])] })
  },
  {
    // Thailand counts from the Buddha's death.
    expression: new RegExp(`(?<!\\d)(\\d{1,2})\\s+${MONTH}\\s+(?:พ\\.ศ\\.\\s*)?(25[4-9]\\d|26[0-4]\\d)(?!\\d)`, 'giu'),
    read: (m) => ({ days: [isoDay(Number(m[3]) - 543, monthNumber(m[2]), m[1])] })
  },
  {
    expression: /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu,
    read: (m) => ({ days: [isoDay(m[1], m[2], m[3])] })
  },
  {
    expression: /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?![\d.]*\d)/gu,
    read: (m) => ({ days: [isoDay(fullYear(m[3]), m[2], m[1])] })
  },
  {
    expression: /(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]*\d)/gu,
    read: (m, dayFirst) => {
      const british = isoDay(fullYear(m[4]), m[3], m[1])
      const american = isoDay(fullYear(m[4]), m[1], m[3])
      return { days: dayFirst ? [british, american] : [american, british] }
    }
  }
]

/**
 * Every full date (day, month and year) written in a text, in order of place, without overlaps: ISO and basic ISO forms,
 * `4 March 2031`, `March 4, 2031`, `4. März 2031`, `4 de marzo de 2031`, `04.03.2031`, `3/4/2031`, `2031年3月4日` and the
 * like, with month names of some twenty languages. `dayFirst` decides what `3/4/2031` means.
 */
export function findDates(written: string, dayFirst = true): WrittenDate[] {
  const text = withAsciiDigits(written)
  if (!MAYBE_DATE.test(text)) return []
  const hits: WrittenDate[] = []
  for (const { expression, read } of PATTERNS) {
    for (const match of text.matchAll(expression)) {
      const days = read(match as RegExpExecArray, dayFirst).days.filter((day) => day !== null)
      const [day, other] = [...new Set(days)]
      if (day === undefined) continue
      const end = match.index + match[0].length
      hits.push({ day, start: match.index, end, certain: other === undefined, other: other ?? null })
    }
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  let reached = 0
  return hits.filter((hit) => {
    if (hit.start < reached) return false
    reached = hit.end
    return true
  })
}

/** Digits of the Arabic, Persian, Devanagari and Thai scripts and full-width ones as those of ASCII, place by place. */
function withAsciiDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९๐-๙０-９]/g, (digit) => {
    const code = digit.charCodeAt(0)
    const zero = [0x660, 0x6f0, 0x966, 0xe50, 0xff10].findLast((first) => first <= code)!
    return String(code - zero)
  })
}

/**
 * Reads a machine-written date (of JSON-LD, a meta tag, `datetime`): a time with its offset stays a time, a time without
 * one becomes its day, seconds or milliseconds since 1970 become UTC. Null when no full date stands in it.
 */
export function readDate(value: string, dayFirst = true): string | null {
  const text = value.trim()
  const iso =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T\s]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?/i.exec(
      text
    )
  if (iso) {
    const day = isoDay(iso[1], iso[2], iso[3])
    if (day === null || iso[4] === undefined || iso[7] === undefined || Number(iso[4]) > 23) return day
    return `${day}T${iso[4]}:${iso[5]}:${iso[6] ?? '00'}${isoOffset(iso[7])}`
  }
  if (/^\d{10}$|^\d{13}$/.test(text)) {
    const time = new Date(text.length === 10 ? Number(text) * 1000 : Number(text)).toISOString()
    return time.replace('.000Z', 'Z')
  }
  return findDates(text, dayFirst)[0]?.day ?? null
}

/** The day in an address such as `/2031/03/04/` or `-20310304`; null when none stands there. */
export function dayInUrl(url: string | null): string | null {
  const path = (url ?? '').replace(/^https?:\/\/[^/]*/i, '')
  const parts =
    /(?<!\d)((?:19|20)\d\d)([/_.-])(\d{1,2})\2(\d\d(?!\d)|\d(?=[/.?#]|$))/.exec(path) ??
    /(?<!\d)((?:19|20)\d\d)()(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/.exec(path)
  return parts === null ? null : isoDay(parts[1], parts[3], parts[4])
}

/** The years (four digits) that a text names. */
export function yearsIn(text: string): string[] {
  return text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []
}

/** How many days the second date is after the first. */
export function daysBetween(first: string, second: string): number {
  return Math.round((Date.parse(dayOf(second)) - Date.parse(dayOf(first))) / 86_400_000)
}

/** The day of an ISO date or time, as written. */
export function dayOf(iso: string): string {
  return iso.slice(0, 10)
}

function isoOffset(offset: string): string {
  if (/^(?:z|utc|gmt)$/i.test(offset)) return 'Z'
  const digits = offset.replace(/[^\d]/g, '').padEnd(4, '0')
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2, 4)}`
}

const MODIFIED =
  /\b(?:updated?|modified|revised|corrected|amended|last (?:changed?|edited|reviewed)|aktuali[sz]ier(?:t|ung)|ge[äa]ndert|bearbeitet|zuletzt|stand|mis(?:e)? à jour|modifié|actuali[sz]ad[oa]|modificad[oa]|atuali[sz]ad[oa]|aggiornat[oa]|modificat[oa]|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|päivitetty|aktualizacja|zaktualizowano)|(?:обновлен|изменен|оновлен|ενημέρωση)/iu
const RETRIEVED =
  /\b(?:current|today|aktuelle[rs]? (?:datum|zeit)|heute|retrieved|accessed|downloaded|load-date|printed|saved|abgerufen|consulté|recuperado|geraadpleegd|copyright)\b|©/iu
const PUBLISHED =
  /\b(?:published?|posted|first published|publication date|pub ?date|issued|released|created|originally|veröffentlicht|erschienen|erstellt|publié|paru|mis en ligne|publicad[oa]|pubblicat[oa]|gepubliceerd|geplaatst|publicerad|publisert|publiceret|julkaistu|opublikowano|dodano|yayınlanma)|(?:опубликован|опубліковано|дата публикации|δημοσίευση|公開|发布)/iu

/** What the words before a date (and nothing else) make of it; null when they say nothing. */
export function roleBefore(words: string): DateRole {
  // `USA Today` is a name.
  const tail = words.replace(/(?<=\p{Lu}[\p{L}’]*\s)T(?:oday|ODAY)/gu, '').slice(-48)
  const found = [
    { role: 'modified' as const, at: lastMatch(MODIFIED, tail) },
    { role: 'retrieved' as const, at: lastMatch(RETRIEVED, tail) },
    { role: 'published' as const, at: lastMatch(PUBLISHED, tail) }
  ].filter((hit) => hit.at >= 0)
  return found.sort((a, b) => b.at - a.at)[0]?.role ?? null
}

function lastMatch(expression: RegExp, text: string): number {
  let at = -1
  for (const match of text.matchAll(new RegExp(expression.source, 'giu'))) at = match.index
  return at
}

function monthNumber(name: string | undefined): number {
  return MONTH_NAMES[(name ?? '').toLowerCase()] ?? 0
}

function fullYear(digits: string | undefined): number {
  const year = Number(digits)
  if ((digits ?? '').length === 4) return year
  return year < 70 ? 2000 + year : 1900 + year
}

/** The ISO day, or null when no such day exists. */
export function isoDay(
  y: string | number | undefined,
  m: string | number | undefined,
  d: string | number | undefined
): string | null {
  const year = Number(y)
  const month = Number(m)
  const day = Number(d)
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR) || !(month >= 1 && month <= 12) || !(day >= 1)) return null
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
