import type { Span } from '../../source/sentences.ts'
import type { Block } from '../../source/source.ts'
import { draftsIn, sentencesOfText } from '../dates/dates.ts'
import type { DateDraft } from '../dates/resolve-dates.ts'
import { eventTermsOf, type EventTerms } from '../events/event-terms.ts'

/** A date of a text with the sentence that says what happened; offsets are UTF-16 units. */
export interface DatedEvent {
  date: DateDraft
  event: Span
  /** What its clause says happens. */
  terms: EventTerms
  /** What the event is about from which the date is counted, where the words name one (`eight days before the ferry sank`). */
  countsFrom: EventTerms | null
  /** False for the line that dates the report, and for the headline: it counts for what is counted from it alone. */
  isListed: boolean
}

/** The longest passage that is shown for an event, in UTF-16 units. */
const LONGEST_EVENT = 390

/** The dates of a text, with what it says happened on them. Nothing here depends on when the report was published. */
export function readChronology(text: string, blocks: readonly Block[], language: string | null): DatedEvent[] {
  const sentences = sentencesOfText({ text, blocks, language })
  const dates = draftsIn({ text, blocks, language })
  const events = dates.map((date): DatedEvent => {
    const sentence = sentences.find(({ start, end }) => start <= date.start && end >= date.end)
    const event = sentence ? within(text, sentence, date) : { start: date.start, end: date.end }
    return {
      date,
      event,
      terms: eventTermsOf(clauseOf(text, event, date)),
      countsFrom: date.names && eventTermsOf(text.slice(date.names.start, date.names.end)),
      isListed: !datesReport(text, blocks, date)
    }
  })
  return events.map((event, i) => {
    const { date, countsFrom } = event
    if (date.counting?.from !== 'event' || !countsFrom) return event
    const own = eventDated(events, i, countsFrom)
    return own === null ? event : { ...event, date: { ...date, counting: { from: 'event', date: own } } }
  })
}

/** The place of the date that a text gives for an event: of its clauses that say that the same happens, the nearest before the words that name it, else the first behind. */
function eventDated(events: readonly DatedEvent[], i: number, { actions }: EventTerms): number | null {
  const telling = events.flatMap(({ date, terms, isListed }, at) =>
    at !== i &&
    isListed &&
    date.meaning.is !== 'anchor' &&
    date.outlook !== 'ahead' &&
    actions.some((action) => terms.actions.includes(action))
      ? [at]
      : []
  )
  return telling.findLast((at) => at < i) ?? telling[0] ?? null
}

/** A sentence, cut to the clauses around a date where it's long. */
function within(text: string, sentence: Span, date: Span): Span {
  if (sentence.end - sentence.start <= LONGEST_EVENT) return sentence
  const half = Math.floor((LONGEST_EVENT - (date.end - date.start)) / 2)
  const from = Math.max(sentence.start, date.start - half)
  const to = Math.min(sentence.end, date.end + half)
  const lead =
    from === sentence.start
      ? 0
      : Math.max(
          0,
          text.slice(from, date.start).search(/(?<=[,;:–—]\s)/u),
          text.slice(from, date.start).search(/(?<=\s)/u)
        )
  const tail = text.slice(date.end, to)
  const cut =
    to === sentence.end ? tail.length : Math.max(tail.search(/[,;:–—](?=[^,;:–—]*$)/u), tail.lastIndexOf(' '), 0)
  return { start: from + lead, end: date.end + cut }
}

const CLAUSE =
  /[;:–—]\s|\s-\s|,\s(?:and|but|while|which|who|where|when|after|before|as|though)\s|\s(?:and|but|while|which|who|that|when|after|before|because|until)\s/giu
const SAYS =
  '(?:said|says|told|tells|reported|reports|wrote|writes|stated|announced|added|adds|claimed|claims|insisted|argued|warned|noted|disclosed|revealed|confirmed|recalled|explained|testified)'
/** `…, the paper reported on Tuesday`: that day is of the report, not of what it tells. */
const SAID_BEHIND = new RegExp(`,[”"’]?\\s(?:[^,;.]{2,80}\\s)?${SAYS}(?!\\p{L})[^,;:.]{0,40}$`, 'u')
/** `The paper reported on Tuesday …`: what follows is told, and of another day. */
const SAID_BEFORE = new RegExp(
  `(?<!\\p{L})${SAYS}(?:\\s+(?!that\\s)[^,;:.\\s]+){0,4}\\s+(?:(?:late|early|earlier|later)\\s+)?(?:on\\s+)?$`,
  'u'
)
/** `… has been put off to`: what is told is what will be then, not that it was put off. */
const MOVED =
  /\s(?:(?:has|have|had|is|are|was|were)\s+)?(?:been\s+)?(?:put\s+(?:off|back)|pushed\s+back|postponed|moved|rescheduled|delayed|brought\s+forward|deferred|adjourned)\s+(?:to|until|till|for)\s*$/u
const OF_DATE =
  /(?:\p{L}+\s+){1,2}(?<!(?:night|morning|evening|afternoon|hours|days|week|start|end|beginning|course|as)\s+)(?:of|dated)\s+$/u
/** `…, according to the works department`, `…, the coastguard said`: who says it is no part of what happens. */
const GIVEN = new RegExp(
  `,[”"’]?\\s(?:according\\s+to\\s[^;]{2,80}|[^,;.]{2,60}\\s${SAYS}(?:\\s[^,;]{0,40})?)(?=[.!?]?$)`,
  'u'
)

/**
 * The words of the clause in which a date stands, without the date, without the event from which it counts, and without who says so; of `Thursday’s fire` those behind it.
 */
function clauseOf(text: string, event: Span, date: Span & { names?: Span | null }): string {
  const sentence = text.slice(event.start, event.end)
  const start = date.start - event.start
  const end = Math.min((date.names ? Math.max(date.names.end, date.end) : date.end) - event.start, sentence.length)
  if (/^[’']s\s/u.test(sentence.slice(end))) return sentence.slice(end + 2).split(CLAUSE)[0]!
  // `The memo of 11 February should not …`: the day is the memo's.
  const noun = OF_DATE.exec(sentence.slice(0, start))
  if (noun) return noun[0]
  const said = SAID_BEHIND.exec(sentence.slice(0, start))
  if (said) return sentence.slice(said.index, start)
  if (SAID_BEFORE.test(sentence.slice(0, start)) && !/^,?\s*(?:that|¤)/u.test(sentence.slice(end))) {
    const from = clauseStart(sentence, start)
    return sentence.slice(from, start)
  }
  const from = clauseStart(sentence, start)
  const to = [...sentence.matchAll(CLAUSE)].find(({ index }) => index >= end)?.index ?? sentence.length
  const whole = (a: number, b: number): string =>
    `${sentence.slice(a, start).replace(MOVED, ' ')} ${sentence.slice(end, b).replace(GIVEN, '')}`
  const clause = whole(from, to)
  return clause.trim().split(/\s+/u).length < 3 ? whole(0, sentence.length) : clause
}

function clauseStart(sentence: string, start: number): number {
  const last = [...sentence.matchAll(CLAUSE)].findLast(({ index, 0: mark }) => index + mark.length <= start)
  return last ? last.index + last[0].length : 0
}

/** How many blocks from the top may still be about the report, and how long such a line is. */
const HEAD_BLOCKS = 6
const LONGEST_LINE = 90

/** True for a date in the headline, in a dateline, or in a line that says no more than when the report was published. */
function datesReport(text: string, blocks: readonly Block[], date: Span): boolean {
  const index = blocks.findIndex(({ start, end }) => start <= date.start && end >= date.end)
  const block = blocks[index]
  if (!block) return false
  if (block.type === 'heading' && index === 0) return true
  if (index >= HEAD_BLOCKS && index < blocks.length - 2) return false
  const before = text.slice(block.start, date.start)
  const behind = text.slice(date.end, block.end)
  // LENN, 4 March 2032 (Northline) -
  if (
    /^[\p{Lu}][\p{L} .’'/-]{1,40},\s*(?:\p{L}+\.?\s)?$/u.test(before) &&
    /^,?\s*(?:\([^)]{2,60}\)\s*)?[-–—:]/u.test(behind)
  )
    return true
  if (/^\s*[-–—(]/u.test(behind) && before === '') return true
  if (block.end - block.start > LONGEST_LINE) return false
  if (
    /^(?:[\p{L} ]{0,24}(?:published|posted|issued|updated|modified|date|dated|released|filed|veröffentlicht|stand|publié|publicado)[\p{L} ]{0,12}:?\s*(?:on\s+)?(?:\d{1,2}[:.]\d{2}[\p{L} ]*,?\s*)?)$/iu.test(
      before.trimStart()
    ) &&
    !/\p{Ll}{3}/u.test(behind)
  )
    return true
  const rest = `${before} ${behind}`.replace(/\d{1,2}[:.]\d{2}(?:\s*[\p{L}.]{1,4})?/gu, ' ')
  return (
    !/[.!?]["”’]?\s*$/u.test(text.slice(block.start, block.end)) &&
    rest.trim().split(/\s+/u).length <= 6 &&
    !/(?:^|\s)(?:was|were|is|are|has|had|will|on|in|at|by|since|until)\s/u.test(rest)
  )
}
