import type { Span } from '../../source/sentences.ts'
import type { Block } from '../../source/source.ts'
import { sentencesOfText } from '../dates/dates.ts'
import { findDates } from '../dates/find-dates.ts'
import { draftDates, type DateDraft } from '../dates/resolve-dates.ts'
import { eventTermsOf, type EventTerms } from '../events/event-terms.ts'
import { readLanguageOf } from '../numbers/number-words.ts'

/** A date of a text with the sentence that says what happened; offsets are UTF-16 units. */
export interface DatedEvent {
  date: DateDraft
  event: Span
  /** What its clause says happens. */
  terms: EventTerms
  /** False for the line that dates the report, and for the headline: it counts for what is counted from it alone. */
  isListed: boolean
}

/** The longest passage that is shown for an event, in UTF-16 units. */
const LONGEST_EVENT = 390

/** The dates of a text, with what it says happened on them. Nothing here depends on when the report was published. */
export function readChronology(text: string, blocks: readonly Block[], language: string | null): DatedEvent[] {
  const sentences = sentencesOfText({ text, blocks, language })
  const read = readLanguageOf(language)
  const dates = draftDates(text, findDates(text, read), { sentences, language: read })
  return dates.map((date) => {
    const sentence = sentences.find(({ start, end }) => start <= date.start && end >= date.end)
    const event = sentence ? within(text, sentence, date) : { start: date.start, end: date.end }
    return { date, event, terms: eventTermsOf(clauseOf(text, event, date)), isListed: !datesReport(text, blocks, date) }
  })
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

/** The words of the clause in which a date stands, without the date; of `Thursday’s fire` those behind it. */
function clauseOf(text: string, event: Span, date: Span): string {
  const sentence = text.slice(event.start, event.end)
  const [start, end] = [date.start - event.start, date.end - event.start]
  if (/^[’']s\s/u.test(sentence.slice(end))) return sentence.slice(end + 2).split(CLAUSE)[0]!
  let [from, to] = [0, sentence.length]
  for (const { index, 0: mark } of sentence.matchAll(CLAUSE)) {
    if (index + mark.length <= start) from = index + mark.length
    else if (index >= end) {
      to = index
      break
    }
  }
  const clause = `${sentence.slice(from, start)} ${sentence.slice(end, to)}`
  return clause.trim().split(/\s+/u).length < 3 ? `${sentence.slice(0, start)} ${sentence.slice(end)}` : clause
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
