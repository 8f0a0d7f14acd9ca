import type { ReadLanguage } from '../numbers/number-words.ts'
import {
  addDays,
  dayAt,
  daysBetween,
  monthDays,
  monthOf,
  partOf,
  weekDays,
  weekdayOf,
  yearDays,
  yearOf,
  type Day,
  type Days
} from './calendar.ts'
import type { DateExpression, DateRule, DateUnit, Meaning, Yearless } from './expression.ts'
import { outlookOf, type Outlook } from './outlook.ts'

/** How exact a date is; `span` is a range that is no day, month or year. */
export type Precision = 'day' | 'month' | 'year' | 'span'

/** The words of a date with the days that they mean. */
export interface ResolvedDate {
  /** Half-open, in UTF-16 units of the text. */
  start: number
  end: number
  from: Day
  to: Day
  approximate: boolean
  time: string | null
  offset: string | null
  rule: DateRule
  /** What it was counted from: the report's date, or another of the dates (its index); null for what is written in full. */
  reference: { date: Day; index: number | null } | null
  /** What the words name, be it only a part of it that counts. */
  precision: Precision
}

/**
 * What a date such as `two days later` counts from: the date last told, the one right behind it, or the event that it names (`eight days before the ferry sank`): then `date` is the
 * place of that event's own date among the text's dates, null where the text tells none. In apposition to another date (`on 11 February, eight days before …`) it means the same day.
 */
export type Counting =
  { from: 'told' } | { from: 'next' } | { from: 'same'; date: number } | { from: 'event'; date: number | null }

/** The words of a date with what their sentence says of it: all that's needed to resolve it once the day of the report is known. */
export interface DateDraft extends DateExpression {
  outlook: Outlook
  /** Null for what counts from no other date. */
  counting: Counting | null
  /** The words that name the event from which it counts, in UTF-16 units of the text; null for none. */
  names: { start: number; end: number } | null
}

interface Resolution {
  days: Days
  rule: DateRule
  reference: ResolvedDate['reference']
  precision: Precision
}

const NO_EVENTS: ReadonlyMap<number, Days> = new Map()

/** Reads of the sentences around dates what resolving them needs. */
export function draftDates(
  text: string,
  expressions: readonly DateExpression[],
  { sentences, language }: { sentences: readonly { start: number; end: number }[]; language: ReadLanguage }
): DateDraft[] {
  return expressions.map((expression, i) => {
    const { start, end, meaning } = expression
    const sentence = sentences.find((span) => span.start <= start && span.end >= end)
    return {
      ...expression,
      outlook: sentence
        ? outlookOf(text.slice(sentence.start, sentence.end), start - sentence.start, end - sentence.start, language)
        : null,
      ...(meaning.is === 'anchor'
        ? countingOf(text, expressions, i, meaning.names ? (sentence?.end ?? end) : end)
        : { counting: null, names: null })
    }
  })
}

/** What an anchor counts from; `to` is the end of its sentence, or its own end where it can name nothing behind it. */
function countingOf(
  text: string,
  expressions: readonly DateExpression[],
  i: number,
  to: number
): Pick<DateDraft, 'counting' | 'names'> {
  const own = expressions[i]!
  const next = expressions[i + 1]
  const isDate = (other: DateExpression | undefined): other is DateExpression =>
    other !== undefined && other.meaning.is !== 'anchor'
  if (to > own.end && isDate(next) && follows(text, own, next)) return { counting: { from: 'next' }, names: null }
  const event = eventNamed(text, own.end, to)
  if (!event) return { counting: { from: 'told' }, names: null }
  // `Three days after the accident`: what the report is about anyway.
  if (ANY_EVENT.test(text.slice(event.start, event.end))) return { counting: { from: 'told' }, names: event }
  const previous = expressions[i - 1]
  // On 11 February, eight days before the ferry sank.
  if (isDate(previous) && /^,?\s*(?:[-–—(]\s*|just\s+|only\s+|exactly\s+)?$/u.test(text.slice(previous.end, own.start)))
    return { counting: { from: 'same', date: i - 1 }, names: event }
  // Eight days before the ferry sank, on 11 February.
  if (isDate(next) && /^,\s+(?:on\s+)?$/u.test(text.slice(event.end, next.start)))
    return { counting: { from: 'same', date: i + 1 }, names: event }
  // Eight days before the ferry sank on 19 February.
  if (isDate(next) && next.start < event.end) return { counting: { from: 'next' }, names: event }
  return { counting: { from: 'event', date: null }, names: event }
}

/** The words behind an anchor that name an event: up to a comma, or the end of the sentence. Null for none, as before a comma. */
function eventNamed(text: string, from: number, to: number): { start: number; end: number } | null {
  const behind = text.slice(from, to)
  if (!NAMES_EVENT.test(behind)) return null
  const isBefore = /before$/iu.test(text.slice(0, from))
  if (isBefore && /^\s+(?:it|he|she|they|we|I)\s+had\s/u.test(behind)) return null
  const close = behind.search(CLOSES)
  return { start: from + (/^\s*/u.exec(behind)?.[0].length ?? 0), end: close < 0 ? to : from + close }
}

const NAMES_EVENT =
  /^\s+(?!(?:and|but|or|that|this|which|who|on|in|at|when|there|another|a\s+second|with|by|for|from|to|of|is|was|were|has|had|have)\s)[\p{L}“"]/u
/** A mark, the end of the sentence, or another subject: `on the morning after the sinking it had spoken of …`. */
const CLOSES = /[,;:–—)]|\s-\s|[.!?]["”’]?\s*$|(?<=\S\s+\S+)\s+(?:it|he|she|they|we|there)\s/u

const ANY_EVENT =
  /^(?:the|this|that)\s+(?:accident|incident|disaster|tragedy|events?|catastrophe|emergency|news|discovery)(?!\p{L})/iu

/**
 * Makes days of the dates of a text, each by its rule: the nearest past day, month or weekday, or the nearest to come where the clause looks ahead; others counted
 * from the report's day or from the date that was last told. Leaves out those that can't be resolved, as all are but those written in full where the
 * report's day isn't known. `events` has the days of events that a date counts from and its own text doesn't date, by the date's place.
 */
export function resolveDates(
  expressions: readonly DateDraft[],
  published: Day | null,
  events: ReadonlyMap<number, Days> = NO_EVENTS
): ResolvedDate[] {
  const resolved: ResolvedDate[] = []
  /** Places in `expressions` of what is in `resolved`. */
  const indices = new Map<number, number>()
  const pending: number[] = []
  const later: number[] = []
  const add = (i: number, found: Resolution): void => {
    const { start, end, part, approximate, time, offset } = expressions[i]!
    const whole = part !== null && found.precision !== 'day'
    indices.set(i, resolved.length)
    resolved.push({
      start,
      end,
      ...(whole ? partOf(found.days, part) : found.days),
      approximate,
      time,
      offset,
      rule: whole ? 'part' : found.rule,
      reference: found.reference,
      precision: found.precision
    })
  }
  const told: { index: number | null; day: number | null; any: number | null } = { index: null, day: null, any: null }
  for (const [i, expression] of expressions.entries()) {
    const { meaning } = expression
    if (meaning.is !== 'anchor') {
      const found = resolveOne(meaning, published, expression.outlook)
      if (!found) continue
      add(i, found)
      const own = indices.get(i)!
      // A whole year, or what lies ahead, is nothing that something happened the day after.
      if (found.precision !== 'year') told.index = own
      told.any = own
      if (found.precision === 'day' && !isAhead(expression.outlook)) told.day = own
      while (pending.length > 0) {
        const waiting = pending.pop()!
        const anchored = fromAnchor(expressions[waiting]!.meaning as Meaning & { is: 'anchor' }, resolved[own]!, own)
        if (anchored) add(waiting, anchored)
      }
      continue
    }
    const { counting } = expression
    if (counting?.from === 'next') {
      pending.push(i)
      continue
    }
    if (counting?.from === 'same' || counting?.from === 'event') {
      later.push(i)
      continue
    }
    // The day before is that of a day, whatever month was named since.
    const from = meaning.unit === 'day' ? (told.day ?? told.index) : meaning.unit === 'year' ? told.any : told.index
    const reference = from === null ? null : resolved[from]!
    const found = reference
      ? fromAnchor(meaning, reference, from)
      : published === null || meaning.unit !== 'day'
        ? null
        : fromAnchor(meaning, { from: published, to: published }, null)
    if (!found) continue
    add(i, found)
    told.index = indices.get(i)!
    told.any = told.index
    if (found.precision === 'day') told.day = told.index
  }
  for (const i of later) {
    const { counting, meaning } = expressions[i]!
    const index = counting?.from === 'same' || counting?.from === 'event' ? counting.date : null
    const of = index === null ? undefined : indices.get(index)
    const other = of === undefined ? (events.get(i) ?? null) : resolved[of]!
    if (!other) continue
    const found =
      counting?.from === 'same'
        ? sameAs(other, of ?? null)
        : fromAnchor(meaning as Meaning & { is: 'anchor' }, other, of ?? null)
    if (found) add(i, found)
  }
  return inOrder(resolved)
}

/** The days of another date with which one stands in apposition. */
function sameAs({ from, to }: Days, index: number | null): Resolution {
  return { days: { from, to }, rule: 'anchor', reference: { date: from, index }, precision: precisionOf({ from, to }) }
}

/** In the order of the text, with references to places in that order. */
function inOrder(resolved: readonly ResolvedDate[]): ResolvedDate[] {
  const order = resolved.map((_, i) => i).sort((a, b) => resolved[a]!.start - resolved[b]!.start)
  const placeOf = new Map(order.map((old, place) => [old, place]))
  return order.map((old) => {
    const date = resolved[old]!
    const { reference } = date
    return reference === null || reference.index === null
      ? date
      : { ...date, reference: { ...reference, index: placeOf.get(reference.index)! } }
  })
}

/** What was still to come when it was told counts as ahead where no year says otherwise. */
function isAhead(outlook: Outlook): boolean {
  return outlook === 'ahead' || outlook === 'open'
}

/** True when a date stands right behind the words that count from it. */
function follows(text: string, anchor: DateExpression, date: DateExpression): boolean {
  const between = text.slice(anchor.end, date.start)
  return (
    between.length < 40 && /^\s+(?:the\s+|on\s+|of\s+|to\s+)?(?:\p{Ll}+\s+(?:on|of)\s+)?(?:the\s+)?$/u.test(between)
  )
}

function resolveOne(
  meaning: Exclude<Meaning, { is: 'anchor' }>,
  published: Day | null,
  outlook: Outlook
): Resolution | null {
  if (meaning.is === 'written') {
    const { from, to } = meaning
    return { days: { from, to }, rule: 'written', reference: null, precision: precisionOf({ from, to }) }
  }
  if (meaning.is === 'either') {
    const [first, second] = meaning.days
    const near =
      published !== null && Math.abs(daysBetween(second, published)) < Math.abs(daysBetween(first, published))
    return oneDay(near ? second : first, 'written', null)
  }
  if (published === null) return null
  const reference = { date: published, index: null }
  switch (meaning.is) {
    case 'yearless': {
      const { first, last, years, which } = meaning
      const year = years === null ? null : yearOf(published) + years
      const days =
        year !== null
          ? daysIn(year, first, last)
          : which === undefined
            ? nearestByClause(first, last, published, outlook)
            : nearest(first, last, beyondMonth(published, which), which === 'next')
      return days && { days, rule: 'year', reference, precision: precisionOf(days) }
    }
    case 'dayOfMonth': {
      const sign = isAhead(outlook) ? 1 : -1
      for (let month = 0; month < 3; month++) {
        const { from } = monthDays(yearOf(published), monthOf(published) + sign * month)
        const day = dayAt(yearOf(from), monthOf(from), meaning.day)
        if (day !== null && (sign > 0 ? day >= published : day <= published)) return oneDay(day, 'year', reference)
      }
      return null
    }
    case 'weekday': {
      const from = weekdayNear(meaning, published, outlook)
      const to = meaning.last === null ? from : addDays(from, (meaning.last - meaning.weekday + 7) % 7)
      return { days: { from, to }, rule: 'weekday', reference, precision: from === to ? 'day' : 'span' }
    }
    case 'day':
      return oneDay(addDays(published, meaning.days), 'day', reference)
    case 'counted':
      if (meaning.onlyAhead && !isAhead(outlook)) return null
      return { ...countFrom(published, meaning.unit, meaning.count), rule: 'counted', reference }
    case 'period':
      return { ...periodOf(meaning, published, outlook), rule: 'period', reference }
  }
}

function oneDay(day: Day, rule: DateRule, reference: ResolvedDate['reference']): Resolution {
  return { days: { from: day, to: day }, rule, reference, precision: 'day' }
}

function precisionOf({ from, to }: Days): Precision {
  if (from === to) return 'day'
  const whole = monthDays(yearOf(from), monthOf(from))
  if (from === whole.from && to === whole.to) return 'month'
  const year = yearDays(yearOf(from))
  return from === year.from && to === year.to ? 'year' : 'span'
}

/** The last day of the month before, or the first of the month behind: `last May` and `next May` aren't this one. */
function beyondMonth(published: Day, which: 'last' | 'next'): Day {
  const { from, to } = monthDays(yearOf(published), monthOf(published))
  return which === 'last' ? addDays(from, -1) : addDays(to, 1)
}

/**
 * The nearest such days by what the clause says. A day that will be soon and was long ago is taken to lie ahead where the clause doesn't say (`the
 * Dec. 28 meeting`); the nearest of all where it may be either.
 */
function nearestByClause(first: Yearless, last: Yearless, published: Day, outlook: Outlook): Days | null {
  const past = nearest(first, last, published, false)
  if (outlook === 'behind') return past
  const soon = nearest(first, last, published, true)
  if (outlook === 'ahead') return soon
  const away = (days: Days | null): number => (days === null ? Infinity : Math.abs(daysBetween(published, days.from)))
  if (outlook === 'open') return away(past) <= away(soon) ? past : soon
  return first.day !== null && soon !== null && soon.from > published && away(soon) <= SOON ? soon : past
}

/** So many days ahead are soon. */
const SOON = 110

/** The nearest such days that have begun, or, looking ahead, that aren't over. */
function nearest(first: Yearless, last: Yearless, published: Day, ahead: boolean): Days | null {
  const year = yearOf(published)
  const years = ahead
    ? [year - 1, year, year + 1, year + 2, year + 3, year + 4]
    : [year, year - 1, year - 2, year - 3, year - 4]
  for (const candidate of years) {
    const days = daysIn(candidate, first, last)
    if (days && (ahead ? days.to >= published : days.from <= published)) return days
  }
  return null
}

/** The days from one to another, the first in a year; null when there's no such day in it. */
function daysIn(year: number, first: Yearless, last: Yearless): Days | null {
  const from = endsOf(year, first)?.from
  const to = endsOf(year + (last.month < first.month ? 1 : 0), last)?.to
  return from === undefined || to === undefined ? null : { from, to }
}

function endsOf(year: number, { month, day }: Yearless): Days | null {
  if (day === null) return monthDays(year, month)
  const one = dayAt(year, month, day)
  return one === null ? null : { from: one, to: one }
}

function weekdayNear({ weekday, which, week }: Meaning & { is: 'weekday' }, published: Day, outlook: Outlook): Day {
  if (week !== null) return addDays(weekDays(published, week).from, weekday)
  const back = (weekdayOf(published) - weekday + 7) % 7
  const ahead = (weekday - weekdayOf(published) + 7) % 7
  if (which === 'last') return addDays(published, -(back || 7))
  if (which === 'next') return addDays(published, ahead || 7)
  if (which === 'this') return addDays(published, outlook === 'behind' ? -back : ahead)
  return addDays(published, isAhead(outlook) ? ahead : -back)
}

/** Days exact; a week is the same weekday; months and years are whole ones. */
function countFrom(day: Day, unit: DateUnit, count: number): { days: Days; precision: Precision } {
  if (unit === 'day' || unit === 'week') {
    const at = addDays(day, unit === 'day' ? count : count * 7)
    return { days: { from: at, to: at }, precision: 'day' }
  }
  return unit === 'month'
    ? { days: monthDays(yearOf(day), monthOf(day) + count), precision: 'month' }
    : { days: yearDays(yearOf(day) + count), precision: 'year' }
}

function periodOf(
  { unit, count }: Meaning & { is: 'period' },
  published: Day,
  outlook: Outlook
): { days: Days; precision: Precision } {
  if (unit === 'weekend') return { days: weekendOf(published, count, outlook), precision: 'span' }
  if (unit === 'week') return { days: weekDays(published, count ?? 0), precision: 'span' }
  return countFrom(published, unit, count ?? 0)
}

/** Saturday and Sunday: the nearest that has begun, or that isn't over yet where the clause looks ahead. */
function weekendOf(published: Day, count: number | null, outlook: Outlook): Days {
  const { from } = weekDays(published)
  const own = addDays(from, 5)
  const begun = published >= own
  const saturday =
    count === null
      ? addDays(own, isAhead(outlook) || begun ? 0 : -7)
      : count < 0
        ? addDays(own, -7)
        : count > 0
          ? addDays(own, 7)
          : addDays(own, outlook === 'behind' && !begun ? -7 : 0)
  return { from: saturday, to: addDays(saturday, 1) }
}

function fromAnchor(
  { unit, count, weekday, whole }: Meaning & { is: 'anchor' },
  told: Days,
  index: number | null
): Resolution | null {
  const reference = { date: told.from, index }
  const base = count > 0 ? told.to : told.from
  if (weekday !== null) {
    const back = (weekdayOf(base) - weekday + 7) % 7 || 7
    const ahead = (weekday - weekdayOf(base) + 7) % 7 || 7
    return oneDay(addDays(base, count > 0 ? ahead : -back), 'anchor', reference)
  }
  if (unit === 'week' && whole) return { days: weekDays(base, count), rule: 'anchor', reference, precision: 'span' }
  // Of a month one can tell the month before it, but not the day.
  if (unit === 'day' && told.from !== told.to) {
    if (count !== 0) return null
    return { days: { from: told.from, to: told.to }, rule: 'anchor', reference, precision: precisionOf(told) }
  }
  return { ...countFrom(base, unit, count), rule: 'anchor', reference }
}
