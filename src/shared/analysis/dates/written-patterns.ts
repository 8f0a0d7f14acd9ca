import { numberWordPattern, readNumberWords, type ReadLanguage } from '../numbers/number-words.ts'
import { dayAt, monthDays, yearDays, type Days, type Part } from './calendar.ts'
import type { DatePattern, Found, Meaning } from './expression.ts'
import { CALENDAR_NAMES } from './names.ts'
import { PATTERN_WORDS } from './pattern-words.ts'
import { latin } from '../running-text/latin.ts'

const YEAR = '(?:1[0-9]\\d\\d|20\\d\\d)'
const NO_LETTER_BEFORE = '(?<![\\p{L}\\d.,:/€$£#-])'
const END = '(?![\\p{L}\\d]|[.,:/-]\\d)'
/** Behind a number that may be a day: neither more of it nor a clock. */
const ORDINAL = '(?:st|nd|rd|th|er|º|ª|\\.)?'

/** The ways in which a language writes dates with a month or year. */
export function writtenPatterns(language: ReadLanguage): DatePattern[] {
  const names = CALENDAR_NAMES[language]
  const words = PATTERN_WORDS[language]
  const month = (group: string): string => `(?<${group}>${names.months})`
  const day = (group: string): string => `(?:the\\s+)?(?<${group}>\\d{1,2})${ORDINAL}`
  const weekday = `(?:(?:${names.weekdays})(?!\\p{L}),?\\s+(?:the\\s+|den\\s+|dem\\s+)?)?`
  const about = `(?<about>${words.about})?`
  const of = `\\s?[-\\s]\\s?${words.of}`
  const year = (group: string): string => `(?:,?\\s+(?:del?\\s+)?|-)(?<${group}>${YEAR}|[’'](?<${group}Short>\\d\\d))`
  const part = `(?:(?<early>${words.early})\\s+|(?<mid>${words.mid})\\s*|(?<late>${words.late})\\s+)`
  const make = (source: string, read: DatePattern['read']): DatePattern => ({
    expression: latin(NO_LETTER_BEFORE + source + END, 'giu'),
    read
  })
  const monthOf = (written: string | undefined): number | null => {
    if (written === undefined) return null
    // English names of months are words too, and the words are small.
    if (language !== 'fr' && language !== 'es' && written === written.toLowerCase()) return null
    return names.month(written) ?? null
  }
  const range = (
    from: { day: string | undefined; month: number | null; year: string | undefined },
    to: { day: string | undefined; month: number | null; year: string | undefined },
    about: string | undefined
  ): Found | null => {
    if (from.month === null || to.month === null) return null
    const first = { month: from.month, day: from.day === undefined ? null : Number(from.day) }
    const last = { month: to.month, day: to.day === undefined ? null : Number(to.day) }
    const approximate = about !== undefined
    if (to.year === undefined && from.year === undefined) {
      const fits = [first, last].every(({ month, day }) => day === null || dayAt(2028, month, day) !== null)
      return fits ? { meaning: { is: 'yearless', first, last, years: null }, approximate } : null
    }
    const lastYear = Number(to.year ?? from.year)
    const firstYear = from.year === undefined ? lastYear - (first.month > last.month ? 1 : 0) : Number(from.year)
    const start = daysOf(firstYear, first)
    const end = daysOf(lastYear, last)
    if (!start || !end || start.from > end.to) return null
    return { meaning: { is: 'written', from: start.from, to: end.to }, approximate }
  }
  const ranges: DatePattern[] = [
    ['', words.to] as const,
    ...words.between.map(([open, join]) => [`(?:${open})\\s+`, `\\s+(?:${join})\\s+`] as const)
  ].flatMap(([open, join]) => [
    // 3 to 5 March 2032
    make(`${open}${weekday}${day('d1')}(?:${join})${weekday}${day('d2')}${of}${month('m')}(?:${year('y')})?`, (g) => {
      const m = monthOf(g.m)
      return Number(g.d1) < Number(g.d2)
        ? range({ day: g.d1, month: m, year: undefined }, { day: g.d2, month: m, year: fullYear(g.y) }, undefined)
        : null
    }),
    // 3 March to 5 April 2032
    make(
      `${open}${weekday}${day('d1')}${of}${month('m1')}(?:${year('y1')})?(?:${join})${weekday}${day('d2')}${of}${month('m2')}(?:${year('y2')})?`,
      (g) =>
        range(
          { day: g.d1, month: monthOf(g.m1), year: fullYear(g.y1) },
          { day: g.d2, month: monthOf(g.m2), year: fullYear(g.y2) },
          undefined
        )
    ),
    // March 3 to April 5, 2032; March 3-5, 2032
    make(
      `${open}${month('m1')}\\s+${day('d1')}(?:${year('y1')})?(?:${join})(?:${month('m2')}\\s+)?${day('d2')}(?![\\d:])(?:${year('y2')})?`,
      (g) => {
        const [first, last] = [monthOf(g.m1), g.m2 === undefined ? monthOf(g.m1) : monthOf(g.m2)]
        if (g.m2 === undefined && Number(g.d1) >= Number(g.d2)) return null
        return range(
          { day: g.d1, month: first, year: fullYear(g.y1) },
          { day: g.d2, month: last, year: fullYear(g.y2) },
          undefined
        )
      }
    ),
    // March to May 2032
    make(`${open}${month('m1')}(?:${year('y1')})?(?:${join})${month('m2')}(?:${year('y2')})?`, (g) =>
      range(
        { day: undefined, month: monthOf(g.m1), year: fullYear(g.y1) },
        { day: undefined, month: monthOf(g.m2), year: fullYear(g.y2) },
        undefined
      )
    )
  ])
  // 3 and 4 March: days that follow each other are one span.
  ranges.push(
    make(`${day('d1')}\\s+(?:and|und|et|y)\\s+${day('d2')}${of}${month('m')}(?:${year('y')})?`, (g) => {
      if (Number(g.d1) + 1 !== Number(g.d2)) return null
      const m = monthOf(g.m)
      return range({ day: g.d1, month: m, year: undefined }, { day: g.d2, month: m, year: fullYear(g.y) }, undefined)
    })
  )
  const years: DatePattern[] = [
    ...words.between.map(([open, join]) => [`(?:${open})\\s+`, `\\s+(?:${join})\\s+`] as const),
    ['', '\\s?[-–/]\\s?'] as const
  ].map(([open, join]) =>
    make(`${open}(?<y1>${YEAR})(?:${join})(?<y2>${YEAR}|\\d\\d)(?!\\s?%)`, (g) => {
      const last = g.y2!.length === 2 ? `${g.y1!.slice(0, 2)}${g.y2!}` : g.y2!
      const [a, b] = [Number(g.y1), Number(last)]
      return a < b && b - a < 200 ? written(yearDays(a).from, yearDays(b).to) : null
    })
  )
  const ordinals = language === 'en' ? spelledOrdinals(month, year, monthOf) : []
  return [
    ...ranges,
    ...years,
    ...ordinals,
    // 4 March 2032, 4 March
    make(`${about}${weekday}${day('d')}${of}${month('m')}(?:${year('y')})?`, (g) => {
      const m = monthOf(g.m)
      const one = { day: g.d, month: m, year: fullYear(g.y) }
      return range(one, one, g.about)
    }),
    // March 4, 2032; March 4; Mar. 4th
    make(
      `${about}${weekday}${month('m')}\\s+(?:the\\s+)?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]*\\d|\\s?(?:per\\s?cent|percent|%|[ap]\\.?m\\b))(?:${year('y')})?`,
      (g) => {
        const one = { day: g.d, month: monthOf(g.m), year: fullYear(g.y) }
        return range(one, one, g.about)
      }
    ),
    // March 2032, early March 2032, late in 2031, March
    make(
      `${about}${part}?${month('m')}(?:(?:,?\\s+(?:of\\s+|del?\\s+)?|-)(?<y>${YEAR}|[’'](?<yShort>\\d\\d)))?`,
      (g, whole) => {
        const m = monthOf(g.m)
        if (m === null) return null
        const found = partRead(g)
        if (g.y === undefined && found === null && g.about === undefined && !isSureMonth(language, whole)) return null
        const one = { day: undefined, month: m, year: fullYear(g.y) }
        const read = range(one, one, g.about)
        return read && { ...read, part: found }
      }
    ),
    make(
      `(?<=(?:^|[^\\p{L}])(?:${words.before}${language === 'en' ? '|the|an?|its|his|her|their' : ''})\\s+)${month('m')}(?!\\s+(?:on|through|against|past|for|to)\\s)`,
      (g) => {
        const one = { day: undefined, month: monthOf(g.m), year: undefined }
        return range(one, one, undefined)
      }
    ),
    make(`${about}${part}(?<y>${YEAR})`, (g) => {
      const days = yearDays(Number(g.y))
      return { ...written(days.from, days.to), part: partRead(g), approximate: g.about !== undefined }
    }),
    make(`(?:in\\s+)?(?<about>${words.about})(?<y>${YEAR})`, (g) => {
      const days = yearDays(Number(g.y))
      return { ...written(days.from, days.to), approximate: true }
    }),
    ...quarters(language, make),
    ...decades(language, make),
    // A year alone: where a word, or the lack of one behind it, makes it likely.
    make(
      `(?<=(?:^|[^\\p{L}])(?:${words.before})\\s+(?:the\\s+)?)(?<y>${YEAR})(?!\\s+(?:people|men|women|children|of\\s+(?:them|whom|the)|metres|meters|euros?|dollars|pounds|tonnes|tons|km|homes|houses|jobs|hectares|soldiers|troops|per\\s?cent)(?!\\p{L}))(?!\\s?(?:%|€))`,
      (g) => {
        const days = yearDays(Number(g.y))
        return written(days.from, days.to)
      }
    ),
    make(`(?<y>1[5-9]\\d\\d|20\\d\\d)(?=\\s*(?:$|[.;:)\\]–—]|,(?!\\d)|[’']s(?!\\p{L})))`, (g) => {
      const days = yearDays(Number(g.y))
      return written(days.from, days.to)
    }),
    make(`(?<=\\(|(?:the|its|his|her|their)\\s+)(?<y>1[5-9]\\d\\d|20\\d\\d)(?=\\s+\\p{L})`, (g) => {
      const days = yearDays(Number(g.y))
      return written(days.from, days.to)
    })
  ]
}

/** A month that stands alone is one where its name means nothing else, and is no short form. */
function isSureMonth(language: ReadLanguage, whole: string): boolean {
  if (language === 'fr' || language === 'es') return false
  return whole.length > 4 && !/^(?:march|august|april|june|mars|mai)$/iu.test(whole.trim())
}

function partRead(groups: Readonly<Record<string, string | undefined>>): Part | null {
  return groups.early !== undefined
    ? 'early'
    : groups.mid !== undefined
      ? 'mid'
      : groups.late !== undefined
        ? 'late'
        : null
}

function written(from: string, to: string): Found {
  return { meaning: { is: 'written', from, to } }
}

function daysOf(year: number, { month, day }: { month: number; day: number | null }): Days | null {
  if (day === null) return monthDays(year, month)
  const one = dayAt(year, month, day)
  return one === null ? null : { from: one, to: one }
}

/** A year as written, `’31` as well; two digits are of this century up to 69 (POSIX `%y` up to 68). */
function fullYear(written: string | undefined): string | undefined {
  if (written === undefined || /^\d{4}$/u.test(written)) return written
  const short = Number(written.replace(/^\D+/u, ''))
  return String(short < 70 ? 2000 + short : 1900 + short)
}

const ORDINAL_WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' '
  )

/** `the fourth of March`, which only English papers write in words. */
function spelledOrdinals(
  month: (group: string) => string,
  year: (group: string) => string,
  monthOf: (written: string | undefined) => number | null
): DatePattern[] {
  const ordinal = `(?<d>${[...ORDINAL_WORDS].sort((a, b) => b.length - a.length).join('|')})`
  return [
    {
      expression: latin(
        `${NO_LETTER_BEFORE}(?:the\\s+)?${ordinal}\\s+of\\s+${month('m')}(?:${year('y')})?${END}`,
        'giu'
      ),
      read: (g) => {
        const m = monthOf(g.m)
        if (m === null) return null
        const day = ORDINAL_WORDS.indexOf(g.d!.toLowerCase()) + 1
        const y = fullYear(g.y)
        if (y === undefined)
          return { meaning: { is: 'yearless', first: { month: m, day }, last: { month: m, day }, years: null } }
        const one = dayAt(Number(y), m, day)
        return one === null ? null : written(one, one)
      }
    },
    {
      expression: latin(
        `${NO_LETTER_BEFORE}(?:the\\s+)?(?<nth>first|second|third|fourth|last|final|1st|2nd|3rd|4th)\\s+(?:full\\s+)?(?<unit>week|days)\\s+(?:of|in)\\s+${month('m')}(?:${year('y')})?${END}`,
        'giu'
      ),
      read: (g) => {
        const m = monthOf(g.m)
        if (m === null) return null
        const nth = /^(?:last|final)$/iu.test(g.nth!)
          ? null
          : /^(?:f|1)/iu.test(g.nth!) && !/^fo/iu.test(g.nth!)
            ? 1
            : /^(?:s|2)/iu.test(g.nth!)
              ? 2
              : /^(?:t|3)/iu.test(g.nth!)
                ? 3
                : 4
        const y = fullYear(g.y)
        const last = monthDays(2025, m).to.slice(8)
        const [from, to] = nth === null ? [Number(last) - 6, Number(last)] : [nth * 7 - 6, nth * 7]
        const meaning: Meaning =
          y === undefined
            ? { is: 'yearless', first: { month: m, day: from }, last: { month: m, day: to }, years: null }
            : { is: 'written', from: dayAt(Number(y), m, from)!, to: dayAt(Number(y), m, to)! }
        return { meaning, approximate: true }
      }
    }
  ]
}

type Make = (source: string, read: DatePattern['read']) => DatePattern

function quarters(language: ReadLanguage, make: Make): DatePattern[] {
  if (language !== 'en') return []
  const span = (y: string, first: number, months: number): Found =>
    written(monthDays(Number(y), first).from, monthDays(Number(y), first + months - 1).to)
  return [
    make(
      `(?:the\\s+)?(?<n>first|second|third|fourth|final|last)[\\s-]+quarter(?:\\s+of|\\s+in|,)?\\s+(?<y>${YEAR})`,
      (g) => span(g.y!, ({ first: 1, second: 4, third: 7 } as Record<string, number>)[g.n!.toLowerCase()] ?? 10, 3)
    ),
    make(`Q(?<n>[1-4])(?:\\s+of)?\\s+(?<y>${YEAR})`, (g) => span(g.y!, Number(g.n) * 3 - 2, 3)),
    make(`(?:the\\s+)?(?<n>first|second)\\s+half\\s+of\\s+(?<y>${YEAR})`, (g) =>
      span(g.y!, /^f/iu.test(g.n!) ? 1 : 7, 6)
    )
  ]
}

function decades(language: ReadLanguage, make: Make): DatePattern[] {
  if (language !== 'en') return []
  return [
    make(
      `(?:the\\s+)?(?:(?<early>early|beginning\\s+of\\s+the)|(?<mid>mid-?)|(?<late>late|end\\s+of\\s+the))?[\\s-]*(?<y>${YEAR})[’']?s`,
      (g) => {
        const first = Number(g.y)
        if (first % 10 !== 0) return null
        const [a, b] = g.early ? [0, 3] : g.mid ? [4, 6] : g.late ? [7, 9] : [0, 9]
        return { ...written(yearDays(first + a).from, yearDays(first + b).to), approximate: true }
      }
    )
  ]
}

/** Dates in digits, which all languages write: `2032-03-04`, `04.03.2032`, `3/4/2032`, `2032/03/04`. */
export const NUMERIC_PATTERNS: readonly DatePattern[] = [
  {
    expression:
      /(?<![\p{L}\d.,:/-])(?<y>1[5-9]\d\d|20\d\d)(?<mark>[-/.])(?<m>\d{1,2})\k<mark>(?<d>\d{1,2})(?!\d|[-/.:]\d)(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?/giu,
    read: (g) => {
      const one = dayAt(Number(g.y), Number(g.m), Number(g.d))
      return one === null ? null : written(one, one)
    }
  },
  {
    expression:
      /(?<![\p{L}\d.,:/-])(?<a>\d{1,2})(?<mark>\.\s?|\/|-)(?<b>\d{1,2})\k<mark>(?<y>1[5-9]\d\d|20\d\d|\d\d)(?!\d|[-/.:]\d)/gu,
    read: (g) => {
      const y = Number(fullYear(g.y!.length === 2 ? `’${g.y!}` : g.y))
      const british = dayAt(y, Number(g.b), Number(g.a))
      const american = g.mark!.startsWith('.') ? null : dayAt(y, Number(g.a), Number(g.b))
      if (british !== null && american !== null && british !== american)
        return { meaning: { is: 'either', days: [british, american] } }
      const one = british ?? american
      return one === null ? null : written(one, one)
    }
  }
]

/** Numbers as words or digits, for patterns that count. */
export function countPattern(language: ReadLanguage): string {
  return `\\d{1,3}|(?:${numberWordPattern(language)})(?:[\\s-](?:${numberWordPattern(language)}))*`
}

/** What such a number counts; null for none. */
export function readCount(written: string | undefined, language: ReadLanguage): number | null {
  if (written === undefined) return null
  return /^\d+$/u.test(written) ? Number(written) : readNumberWords(written, language)
}
