import type { ReadLanguage } from '../numbers/number-words.ts'
import { clocksIn, type Clock } from './clock.ts'
import type { DateExpression, DatePattern } from './expression.ts'
import { relativePatterns } from './relative-patterns.ts'
import { NUMERIC_PATTERNS, writtenPatterns } from './written-patterns.ts'

const patterns = new Map<ReadLanguage, readonly DatePattern[]>()

function patternsOf(language: ReadLanguage): readonly DatePattern[] {
  let known = patterns.get(language)
  if (!known) {
    known = [...NUMERIC_PATTERNS, ...writtenPatterns(language), ...relativePatterns(language)]
    patterns.set(language, known)
  }
  return known
}

/** How far a time of day may stand from its date, in UTF-16 units, and what may stand between the two. */
const NEAR = 24
const TIME_BEFORE = /^(?:\s?,)?\s*(?:on\s+(?:the\s+)?|am\s+|le\s+|el\s+|,\s*|of\s+)?$/iu
const TIME_BEHIND =
  /^(?:\s*,)?\s*(?:[(–—-]\s*)?(?:(?:at|around|about|from|shortly\s+(?:before|after)|just\s+(?:before|after)|by|um|gegen|à|vers|a\s+las?)\s+)*(?:about\s+|around\s+)?$/iu

/** The words in a text that name a day, or a span of days, in order and without overlaps. Of two readings the longer one is kept. */
export function findDates(text: string, language: ReadLanguage): DateExpression[] {
  const hits: DateExpression[] = []
  for (const { expression, read } of patternsOf(language)) {
    for (const match of text.matchAll(expression)) {
      const found = read(match.groups ?? {}, match[0])
      if (!found) continue
      const lead = /^\s*/u.exec(match[0])![0].length
      hits.push({
        start: match.index + lead,
        end: match.index + match[0].trimEnd().length,
        meaning: found.meaning,
        part: found.part ?? null,
        approximate: found.approximate ?? false,
        time: null,
        offset: null
      })
    }
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: DateExpression[] = []
  for (const hit of longestFirst(hits)) if (!isName(text, hit, language)) kept.push(hit)
  return withTimes(text, kept)
}

/** Without those that overlap with a longer one, or with one before them as long. */
function longestFirst(hits: readonly DateExpression[]): DateExpression[] {
  const chosen: DateExpression[] = []
  const byLength = hits.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const taken: [number, number][] = []
  for (const hit of byLength) {
    if (taken.some(([from, to]) => hit.start < to && hit.end > from)) continue
    taken.push([hit.start, hit.end])
    chosen.push(hit)
  }
  return chosen.sort((a, b) => a.start - b.start)
}

const LAWS =
  '(?:Act|Acts|Law|Laws|Bill|Code|Order|Decree|Directive|Regulations?|Treaty|Accords?|Agreement|Convention|Protocol|Charter|Constitution|Declaration|Resolution|Statute|Society|Movement|Association|Foundation|Institute|Committee|Commission|Group|Brigade|Club|League|Prize|Award|Street|Square|Avenue|Road|Bridge|Park|School|Hospital|University|Airport|Stadium|Station|Front|Party|Army|Union|Revolution|Plan|Programme|Program|Agenda|Strategy|Trust|Fund|Company|Museum|Gesetz|Platz|Straße|Bewegung|Gesellschaft|Loi|Place|Mouvement|Ley|Plaza|Movimiento)'
/** A name that holds a date: `the 9 May Society`, `the October 2030 Act`. */
const NAMED_BEHIND = new RegExp(`^\\s+(?:\\p{Lu}[\\p{L}’'-]*\\s+){0,3}?${LAWS}(?!\\p{L})`, 'u')
/** A word with a capital, which a number behind it belongs to. */
const NAME_BEFORE = /(?:^|[^.!?:\s]\s+)(\p{Lu}[\p{L}’'-]*)\s+$/u
const NO_NAME =
  /^(?:In|On|At|By|Since|Until|Till|From|To|During|Before|After|Between|The|And|Or|Of|For|About|Around|Early|Late|Mid|Spring|Summer|Autumn|Fall|Winter|Christmas|Easter|Year|Im|Am|Seit|Bis|Ab|Vor|Nach|Jahr|En|Depuis|Desde|Le|El|A|By|Born|Founded|Built|Circa|January|February|March|April|May|June|July|August|September|October|November|December|Sept?|Oct|Nov|Dec|Jan|Feb|Mar|Apr|Aug|Its|His|Her|Their|Our|Fiscal|FY|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/u
const EVERY =
  /(?:^|[^\p{L}])(?:every|each|most|any|other|alternate|jeden|jede|chaque|tous\s+les|todos\s+los|cada)\s+(?:other\s+|second\s+)?$/iu
const DAYS_OF_NAME =
  /(?:^|[^\p{L}])(?:Good|Black|Bloody|Ash|Palm|Easter|Maundy|Cyber|Super|Giving|Super|Daily|Mail\s+on|Holy)\s+$/u
const PAPER_BEHIND =
  /^\s+(?:Times|Gazette|Post|Herald|Mirror|Express|Telegraph|Mail|Star|Sun|Club|FC|Wednesday)(?!\p{L})/u

/** True for the date in a name, and for one that says how often and not when. */
function isName(text: string, { start, end, meaning }: DateExpression, language: ReadLanguage): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  const behind = text.slice(end, end + 60)
  if (EVERY.test(before)) return true
  if (meaning.is === 'weekday')
    return (
      DAYS_OF_NAME.test(before) ||
      PAPER_BEHIND.test(behind) ||
      (language === 'en' &&
        /(?:^|[^\p{L}])an?\s+$/iu.test(before) &&
        !/^\s+(?:in|of)\s/u.test(behind) &&
        /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu.test(text.slice(start, end)))
    )
  if (meaning.is !== 'written' && meaning.is !== 'yearless') return false
  if (NAMED_BEHIND.test(behind) && !/^on\s/iu.test(before.slice(-3))) return true
  if (
    /(?:^|[^\p{L}])the\s+$/iu.test(before) &&
    language === 'en' &&
    /\p{L}/u.test(text.slice(start, end)) &&
    /^\s+\p{Lu}[\p{L}]+/u.test(behind)
  )
    return true
  if (!/^\d{4}$/u.test(text.slice(start, end))) return false
  const name = NAME_BEFORE.exec(before)?.[1]
  return name !== undefined && !NO_NAME.test(name)
}

/** The dates with the times that stand beside them, which then belong to their words. */
function withTimes(text: string, dates: readonly DateExpression[]): DateExpression[] {
  let reached = 0
  return dates.map((date, i) => {
    const from = Math.max(reached, date.start - NEAR - 16)
    const to = Math.min(dates[i + 1]?.start ?? text.length, date.end + NEAR + 16)
    const shifted = (clock: Clock, by: number): Clock => ({ ...clock, start: clock.start + by, end: clock.end + by })
    const before = clocksIn(text.slice(from, date.start))
      .map((clock) => shifted(clock, from))
      .findLast((clock) => TIME_BEFORE.test(text.slice(clock.end, date.start)))
    reached = date.end
    if (before) return { ...date, start: before.start, time: before.time, offset: before.offset }
    const behind = clocksIn(text.slice(date.end, to))
      .map((clock) => shifted(clock, date.end))
      .find((clock) => TIME_BEHIND.test(text.slice(date.end, clock.start)))
    if (!behind) return date
    reached = behind.end
    return { ...date, end: behind.end, time: behind.time, offset: behind.offset }
  })
}
