import type { ReadLanguage } from '../numbers/number-words.ts'
import type { Part } from './calendar.ts'
import type { DatePattern, DateUnit, Found, Meaning } from './expression.ts'
import { CALENDAR_NAMES } from './names.ts'
import { otherRelativePatterns } from './other-relative-patterns.ts'
import { countPattern, readCount } from './written-patterns.ts'
import { latin } from '../running-text/latin.ts'

const START = '(?<![\\p{L}\\d-])'
const END = '(?![\\p{L}\\d]|-\\p{L})'
const OF_DAY = 'morning|afternoon|evening|night|noon|lunchtime|midday|midnight|dawn|dusk'
const COUNT = `(?<n>${countPattern('en')}|an?|(?:an?\\s+)?couple\\s+of|half\\s+an?)`
const APPROX =
  '(?<about>(?:about|around|some|roughly|nearly|almost|more\\s+than|over|less\\s+than|at\\s+least|approximately)\\s+)?'
const UNIT = '(?<unit>day|week|fortnight|month|year)s?'

const names = CALENDAR_NAMES.en
const WEEKDAY = `(?<wd>${names.weekdays})`

function english(source: string, read: DatePattern['read']): DatePattern {
  return { expression: latin(START + source + END, 'giu'), read }
}

const day = (days: number): Found => ({ meaning: { is: 'day', days } })
const period = (unit: DateUnit | 'weekend', count: number | null, part: Part | null = null): Found => ({
  meaning: { is: 'period', unit, count },
  part
})
const anchor = (unit: DateUnit, count: number, names = false, weekday: number | null = null): Found => ({
  meaning: { is: 'anchor', unit, count, names, weekday, whole: false },
  approximate: unit === 'week'
})

/** An anchor whose week is that of the calendar. */
const wholeAnchor = (unit: DateUnit, count: number): Found => ({
  meaning: { is: 'anchor', unit, count, names: false, weekday: null, whole: true }
})

function weekdayOf(written: string | undefined): number | null {
  // An abbreviation in small letters is a word (`sun`, `sat`).
  if (written === undefined || written === written.toLowerCase()) return null
  if (/^(?:sun|sat|mon|wed)$/iu.test(written))
    return written === written.toUpperCase() ? null : (names.weekday(written) ?? null)
  return names.weekday(written) ?? null
}

/** A count and its unit, a fortnight as two weeks; null for no whole number. */
function counted(groups: Readonly<Record<string, string | undefined>>): { unit: DateUnit; count: number } | null {
  const written = groups.n!.toLowerCase()
  const n = /^an?$/u.test(written)
    ? 1
    : /couple/u.test(written)
      ? 2
      : /half/u.test(written)
        ? null
        : readCount(written, 'en')
  if (n === null || n === 0) return null
  const unit = groups.unit!.toLowerCase()
  return unit === 'fortnight' ? { unit: 'week', count: n * 2 } : { unit: unit as DateUnit, count: n }
}

function partOf(groups: Readonly<Record<string, string | undefined>>): Part | null {
  return groups.early !== undefined
    ? 'early'
    : groups.mid !== undefined
      ? 'mid'
      : groups.late !== undefined
        ? 'late'
        : null
}

function weekday(
  groups: Readonly<Record<string, string | undefined>>,
  which: (Meaning & { is: 'weekday' })['which'],
  week: number | null = null
): Found | null {
  const first = weekdayOf(groups.wd)
  const last = groups.wd2 === undefined ? null : weekdayOf(groups.wd2)
  if (first === null || (groups.wd2 !== undefined && last === null)) return null
  return { meaning: { is: 'weekday', weekday: first, last, which, week } }
}

const PART =
  '(?:(?<early>early(?:\\s+in)?\\s+|(?:the\\s+)?(?:beginning|start)\\s+of\\s+)|(?<mid>mid(?:\\s?-\\s?|\\s+)|(?:the\\s+)?middle\\s+of\\s+)|(?<late>late(?:\\s+in)?\\s+|(?:the\\s+)?end\\s+of\\s+))'
const DIRECTIONS: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1
}

const ENGLISH: readonly DatePattern[] = [
  // Days about the report's own.
  english('(?:the\\s+)?day\\s+before\\s+yesterday', () => day(-2)),
  english('(?:the\\s+)?day\\s+after\\s+tomorrow', () => day(2)),
  english(`(?:(?:early|late|earlier|later)\\s+)?yesterday(?:\\s+(?:early\\s+|late\\s+)?(?:${OF_DAY}))?`, () => day(-1)),
  english(`(?:(?:early|late)\\s+)?tomorrow(?:\\s+(?:${OF_DAY}))?`, () => day(1)),
  english(`(?<!USA )(?:(?:early|late|earlier|later)\\s+)?today`, () => day(0)),
  english('tonight|overnight', () => day(0)),
  english('last\\s+night|last\\s+evening', () => day(-1)),
  english(`(?:(?:early|late|earlier|later)\\s+)?this\\s+(?:early\\s+)?(?:morning|afternoon|evening|lunchtime)`, () =>
    day(0)
  ),
  // Weekdays.
  english(`${WEEKDAY}(?:\\s?[-–—]\\s?|\\s+(?:to|through|until|till)\\s+)(?<wd2>${names.weekdays})`, (g) =>
    weekday(g, 'near')
  ),
  english(`between\\s+${WEEKDAY}\\s+and\\s+(?<wd2>${names.weekdays})`, (g) => weekday(g, 'near')),
  english(
    `(?:early\\s+|late\\s+|earlier\\s+|later\\s+)?(?:on\\s+)?(?:the\\s+)?(?:night|morning|evening|afternoon|early\\s+hours)\\s+of\\s+(?:(?<which>last|next|this)\\s+)?${WEEKDAY}(?!,?\\s+(?:the\\s+)?\\d|,?\\s+(?:${names.months}))`,
    (g) => weekday(g, whichOf(g.which))
  ),
  english(
    `(?:(?:early|late|earlier|later)\\s+)?(?:(?<which>last|next|this(?:\\s+coming|\\s+past)?|this\\s+coming|(?:the\\s+)?coming|this\\s+past|(?:the\\s+)?past)\\s+)?${WEEKDAY}(?:\\s+(?:early\\s+|late\\s+)?(?:${OF_DAY}))?(?<week>,?\\s+(?:of\\s+)?(?:last|next|this)\\s+week|\\s+week(?!\\p{L}))?(?<after>\\s+last)?`,
    (g) => {
      if (g.week !== undefined) {
        const week = /last/iu.test(g.week) ? -1 : /this/iu.test(g.week) ? 0 : 1
        // British for the weekday a week after the next one: `Tuesday week`.
        return /^\s+week/iu.test(g.week) ? weekday(g, 'next', null) : weekday(g, 'near', week)
      }
      return weekday(g, g.after !== undefined ? 'last' : whichOf(g.which))
    }
  ),
  english(`(?<which>last|next|this)\\s+week(?:,|\\s+on)?\\s+${WEEKDAY}(?:\\s+(?:${OF_DAY}))?`, (g) =>
    weekday(g, 'near', DIRECTIONS[g.which!.toLowerCase()]!)
  ),
  english(`(?:a\\s+)?week\\s+(?<ago>ago|from)\\s+(?:on\\s+)?(?<which>last\\s+|next\\s+|this\\s+)?${WEEKDAY}`, (g) =>
    weekday(g, 'near', /ago/iu.test(g.ago!) ? -1 : 1)
  ),
  english(`(?:on\\s+)?the\\s+(?<dir>previous|preceding|following|next)\\s+${WEEKDAY}(?:\\s+(?:${OF_DAY}))?`, (g) => {
    const wd = weekdayOf(g.wd)
    return wd === null ? null : anchor('day', /^[fn]/iu.test(g.dir!) ? 1 : -1, false, wd)
  }),
  english(`the\\s+${WEEKDAY}\\s+(?<dir>before|after)`, (g) => {
    const wd = weekdayOf(g.wd)
    return wd === null ? null : anchor('day', /^a/iu.test(g.dir!) ? 1 : -1, true, wd)
  }),
  // Counted from the report.
  english(`${APPROX}${COUNT}\\s+${UNIT}\\s+ago`, (g) => {
    const found = counted(g)
    return (
      found && {
        meaning: { is: 'counted', unit: found.unit, count: -found.count, onlyAhead: false },
        approximate: g.about !== undefined || found.unit === 'week'
      }
    )
  }),
  english(`(?:in|within)\\s+${APPROX}${COUNT}\\s+${UNIT}(?<time>[’']s?\\s+time)?`, (g, whole) => {
    const found = counted(g)
    if (!found || /^within/iu.test(whole)) return null
    const approximate = g.about !== undefined || found.unit === 'week'
    return { meaning: { is: 'counted', ...found, onlyAhead: g.time === undefined }, approximate }
  }),
  english(
    `${COUNT}\\s+${UNIT}\\s+from\\s+(?:now|today)|${COUNT.replace('?<n>', '?<n2>')}\\s+${UNIT.replace('?<unit>', '?<unit2>')}\\s+hence`,
    (g) => {
      const found = counted({ n: g.n ?? g.n2, unit: g.unit ?? g.unit2 })
      return found && { meaning: { is: 'counted', ...found, onlyAhead: false }, approximate: found.unit === 'week' }
    }
  ),
  // Counted from another date.
  english(
    `${APPROX}${COUNT}\\s+${UNIT}\\s+(?<dir>later|earlier|before|after|afterwards?|previously|beforehand|prior\\s+to|following|on(?=[,.;]))`,
    (g) => {
      const found = counted(g)
      if (!found) return null
      const back = /^(?:earl|bef|prev|prior)/iu.test(g.dir!)
      return {
        ...anchor(found.unit, back ? -found.count : found.count, /^(?:before|after|prior|following)/iu.test(g.dir!)),
        approximate: g.about !== undefined || found.unit === 'week'
      }
    }
  ),
  english(
    `(?:the|an?)\\s+(?<unit>day|morning|evening|afternoon|night|week|month|year)\\s+(?<dir>before|after|earlier|later|prior\\s+to)`,
    (g) => {
      const unit = unitOf(g.unit!)
      return anchor(unit, /^(?:bef|earl|prior)/iu.test(g.dir!) ? -1 : 1, /^(?:before|after|prior)/iu.test(g.dir!))
    }
  ),
  english(`(?:on\\s+)?(?:the\\s+)?eve\\s+of(?=\\s+(?:the\\s+)?(?:\\d|${names.months}|${names.weekdays}))`, () =>
    anchor('day', -1, true)
  ),
  english(
    'the\\s+(?<dir>following|next|previous|preceding|very\\s+next)\\s+(?<unit>day|morning|evening|afternoon|night|week|month|year)',
    (g) => wholeAnchor(unitOf(g.unit!), /^(?:f|n|v)/iu.test(g.dir!) ? 1 : -1)
  ),
  english(
    '(?:later\\s+|earlier\\s+|on\\s+|early\\s+|late\\s+)?(?:that|the\\s+same|the\\s+very\\s+same)\\s+(?<unit>day|morning|evening|afternoon|night|week|month|year)',
    (g) => wholeAnchor(unitOf(g.unit!), 0)
  ),
  english('the\\s+(?<unit>day|night|week|weekend|month|year)\\s+before\\s+last', (g) => {
    const unit = g.unit!.toLowerCase()
    return unit === 'day' || unit === 'night' ? day(-2) : period(unit as DateUnit | 'weekend', -2)
  }),
  english('next\\s+(?:day|morning)', () => anchor('day', 1)),
  // Periods of the calendar.
  english(
    `(?:earlier\\s+|later\\s+)?${PART}?(?<which>last|this|next|the\\s+current|the\\s+coming)\\s+(?<unit>week|month|year|weekend)`,
    (g) =>
      period(
        g.unit!.toLowerCase() as DateUnit | 'weekend',
        DIRECTIONS[g.which!.toLowerCase().replace(/^the\s+/u, '')]!,
        partOf(g)
      )
  ),
  english('(?:late\\s+|earlier\\s+|later\\s+)?(?:at|over|during|on|for)\\s+the\\s+weekend', () =>
    period('weekend', null)
  ),
  english('(?:at|by|before)\\s+the\\s+(?<part>end|start|beginning)\\s+of\\s+the\\s+(?<unit>month|year)', (g) =>
    period(g.unit!.toLowerCase() as DateUnit, 0, /^end/iu.test(g.part!) ? 'late' : 'early')
  ),
  english('(?:earlier|later)\\s+in\\s+the\\s+(?<unit>week|month|year)', (g) =>
    period(g.unit!.toLowerCase() as DateUnit, 0)
  ),
  english(
    `(?:(?<early>early)\\s+|(?<mid>mid-?\\s?)|(?<late>late)\\s+)?(?<which>last|this|next|the\\s+(?:previous|following|coming)|of\\s+this|of\\s+last)\\s+(?<m>${names.months})`,
    (g) => monthBy(g)
  ),
  english(
    `(?:(?:the\\s+)?(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?${PART}?(?<m>${names.months})(?:\\s+(?:the\\s+)?(?<d2>\\d{1,2})(?:st|nd|rd|th)?)?,?\\s+(?:of\\s+)?(?<which>last|this|next)\\s+year`,
    (g) => {
      const found = monthBy(g)
      if (found?.meaning.is !== 'yearless') return null
      const { month } = found.meaning.first
      const of = g.d ?? g.d2
      const one = { month, day: of === undefined ? null : Number(of) }
      return {
        ...found,
        meaning: { is: 'yearless', first: one, last: one, years: DIRECTIONS[g.which!.toLowerCase()]! }
      }
    }
  ),
  // Days that the calendar gives a name.
  english(
    "(?:on\\s+)?(?<name>christmas\\s+eve|christmas\\s+day|boxing\\s+day|new\\s+year[’']s\\s+eve|new\\s+year[’']s\\s+day|may\\s+day)",
    (g) => {
      const [month, of] = NAMED_DAYS[g.name!.toLowerCase().replace(/\s+/gu, ' ').replace('’', "'")]!
      return { meaning: { is: 'yearless', first: { month, day: of }, last: { month, day: of }, years: null } }
    }
  ),
  english('(?:on\\s+)?the\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)(?=\\s*(?:[.,;)]|of\\s+(?:this|the)\\s+month|$))', (g) => {
    const of = Number(g.d)
    return of >= 1 && of <= 31 ? { meaning: { is: 'dayOfMonth', day: of } } : null
  })
]

const NAMED_DAYS: Readonly<Record<string, readonly [number, number]>> = {
  'christmas eve': [12, 24],
  'christmas day': [12, 25],
  'boxing day': [12, 26],
  "new year's eve": [12, 31],
  "new year's day": [1, 1],
  'may day': [5, 1]
}

function unitOf(written: string): DateUnit {
  const unit = written.toLowerCase()
  return unit === 'week' || unit === 'month' || unit === 'year' ? unit : 'day'
}

function whichOf(written: string | undefined): 'near' | 'last' | 'next' | 'this' {
  if (written === undefined) return 'near'
  if (/last|past/iu.test(written)) return 'last'
  return /next|coming/iu.test(written) ? 'next' : 'this'
}

/** `last May`, `next June`: the nearest month before or after the report's. */
function monthBy(g: Readonly<Record<string, string | undefined>>): Found | null {
  const written = g.m!
  const month = written === written.toLowerCase() ? undefined : names.month(written)
  if (month === undefined) return null
  const which = whichOf(g.which)
  const said = which === 'last' || which === 'next' ? { which } : {}
  return {
    meaning: { is: 'yearless', first: { month, day: null }, last: { month, day: null }, years: null, ...said },
    part: partOf(g)
  }
}

/** The ways in which a language writes dates that only the day of the report, or another date, makes days of. */
export function relativePatterns(language: ReadLanguage): readonly DatePattern[] {
  return language === 'en' ? ENGLISH : otherRelativePatterns(language)
}
