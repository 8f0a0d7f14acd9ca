import { readCreditLine, WIRE_LEAD } from '../credits.ts'
import { readDate } from '../dates.ts'
import { fieldOf, readFieldLine, type FieldName } from '../fields.ts'
import { addCredit, addField, addPublisher, webAddress, type Findings } from '../findings.ts'
import { isOutlet, isPerson } from '../names.ts'
import { countWords, endsSentence, normaliseForMatch, oneLine } from '../wording.ts'

/** One line or paragraph at the beginning of a file. */
export interface HeadLine {
  text: string
  /** Number of empty lines before it. */
  gap: number
}

/** What the head of an article is made of; numbers are places in the lines given. */
export interface Head {
  headline: number[]
  /** Lines that say something of the article and aren't part of its text. */
  used: Set<number>
}

const HEAD_LINES = 40
const SECTION =
  /^(?:news|world|business|sports?|opinion|politics|culture|science|health|technology|tech|local|national|international|europe|money|weather|comment|analysis|exclusive|breaking|live|feature|features|explained|interview|nachrichten|politik|wirtschaft|ausland|inland|kultur|monde|société|économie|politique|mundo|economía|política|sociedad|esteri|cronaca|economia)(?: news)?$/iu
const RULE = /^[\s\-–—*_=~#.·•+]{1,}$/u
const NOISE =
  /^(?:\d+ of \d+ documents?|all rights reserved\.?|print(?: this (?:page|article))?|share(?: this.*)?|save|listen|advertisement|\d+ comments?|\d+\s*-?\s*min(?:ute)?s?(?: read)?|exclusive|breaking(?: news)?|updated?|(?:copyright|\(c\)|©)\s.{0,120})$/iu

/**
 * Finds headline, byline, dates, publisher and named fields in the first lines of an article, whatever their order, and adds
 * them to the findings. Stops at the first line that is text. A standfirst between headline and byline stays text.
 */
export function readHead(
  lines: readonly HeadLine[],
  findings: Findings,
  dayFirst = true,
  wrapWidth: number | null = null
): Head {
  const head: Head = { headline: [], used: new Set() }
  const filled = lines.flatMap((line, index) => (line.text.trim() === '' ? [] : [index])).slice(0, HEAD_LINES)
  let pending: FieldName | null = null

  for (let at = 0; at < filled.length; at++) {
    const index = filled[at]!
    const text = oneLine(lines[index]!.text)
    if (pending !== null) {
      const field: FieldName = pending
      pending = null
      if (addField(findings, field, text, 'header', text, dayFirst)) {
        if (field === 'title') head.headline.push(index)
        else head.used.add(index)
        continue
      }
    }
    if (RULE.test(text) || NOISE.test(text)) {
      head.used.add(index)
      continue
    }
    const field = readField(
      text,
      filled.slice(at + 1).map((next) => oneLine(lines[next]!.text)),
      head,
      findings,
      dayFirst
    )
    if (field !== null) {
      head.used.add(index)
      if (field === 'body') break
      if (readFieldLine(text)?.value === '' && field !== 'ignored') pending = field
      continue
    }
    const credit = readCreditLine(text, dayFirst)
    if (credit) {
      // Above the headline stands who published, not who wrote.
      if (head.headline.length === 0 && !credit.byline) credit.outlets.push(...credit.undecided.splice(0))
      addCredit(findings, credit, text, 1)
      head.used.add(index)
      continue
    }
    const address = /^https?:\/\/\S+$/i.test(text) ? webAddress(text) : null
    if (address !== null) {
      findings.url.push({ value: address, from: 'header', detail: text, confidence: 0.85 })
      head.used.add(index)
      continue
    }
    if (head.headline.length === 0) {
      if (readBeforeHeadline(lines, filled, at, head, findings)) continue
      const first = takeHeadline(lines, filled, at, head, findings, wrapWidth)
      if (first === 0) break
      at += first - 1
      continue
    }
    if (readNameLine(text, lines, filled, at, findings, dayFirst)) {
      head.used.add(index)
      continue
    }
    if (!creditFollows(lines, filled, at, dayFirst)) break
  }
  return head
}

/** A line `Key: value` whose key is known; an unknown one only between known ones, as in a mail's head. */
function readField(
  text: string,
  following: readonly string[],
  head: Head,
  findings: Findings,
  dayFirst: boolean
): FieldName | null {
  const line = readFieldLine(text)
  if (!line) return null
  const field = fieldOf(line.key)
  if (field === null) {
    const isBetween =
      head.used.size > 0 && head.headline.length === 0 && findings.title.length > 0 && countWords(line.value) <= 12
    return isBetween && isKnownField(following[0] ?? '') ? 'ignored' : null
  }
  if (field === 'body') return line.value === '' ? 'body' : null
  if (line.value === '') return isHeadlineLike(following[0] ?? '') || field === 'ignored' ? field : null
  if (field === 'title' && head.headline.length > 0) return null
  // `Published: … Updated: …` on one line is read as a credit line.
  if (
    (field === 'published' || field === 'modified') &&
    (text.match(/:\s/g)?.length ?? 0) > 1 &&
    readCreditLine(text, dayFirst)
  )
    return null
  return addField(findings, field, line.value, 'header', text, dayFirst) ? field : null
}

function isKnownField(text: string): boolean {
  const line = readFieldLine(text)
  return line !== null && fieldOf(line.key) !== null
}

/** Publisher or section above the headline. */
function readBeforeHeadline(
  lines: readonly HeadLine[],
  filled: readonly number[],
  at: number,
  head: Head,
  findings: Findings
): boolean {
  const index = filled[at]!
  const text = oneLine(lines[index]!.text)
  const words = countWords(text)
  if (words > 6 || endsSentence(text)) return false
  const next = nextPlainLine(lines, filled, at)
  if (next === null || !isHeadlineLike(next.text) || next.isLast) return false
  const outlet = isOutlet(text)
  const section = words <= 2 && text === text.toUpperCase()
  if (!outlet && !section && !(next.afterCredit && words <= 4 && next.alone && isHeadlineAfterAll(next.text)))
    return false
  // A headline may hold such a word too; then byline or date follow it and no second headline does.
  if (outlet && !next.afterCredit && words > 4) return false
  if (!SECTION.test(text)) addPublisher(findings, text, 'header', text, outlet ? 0.85 : section ? 0.4 : 0.6)
  head.used.add(index)
  return true
}

/** True when a line isn't the first of a wrapped paragraph: a gap, a credit or a much longer line follows. */
function standsAlone(lines: readonly HeadLine[], filled: readonly number[], at: number): boolean {
  const after = filled[at + 1]
  if (after === undefined || lines[after]!.gap > 0) return true
  const text = oneLine(lines[after]!.text)
  return readCreditLine(text) !== null || RULE.test(text) || text.length > lines[filled[at]!]!.text.trim().length * 1.3
}

/** A first paragraph ends with a full stop and is long, or it is very short; a headline with a full stop is in between. */
function isHeadlineAfterAll(text: string): boolean {
  return !endsSentence(text) || countWords(text) > 4
}

/** The next line that is neither rule, field nor credit, and whether a credit stands before it. */
function nextPlainLine(
  lines: readonly HeadLine[],
  filled: readonly number[],
  at: number
): { text: string; afterCredit: boolean; alone: boolean; isLast: boolean } | null {
  let afterCredit = false
  for (let next = at + 1; next < Math.min(filled.length, at + 6); next++) {
    const text = oneLine(lines[filled[next]!]!.text)
    if (RULE.test(text) || NOISE.test(text)) continue
    if (isKnownField(text) || readCreditLine(text) !== null) {
      afterCredit = true
      continue
    }
    return { text, afterCredit, alone: standsAlone(lines, filled, next), isLast: next === filled.length - 1 }
  }
  return null
}

/** Takes the headline; gives how many lines it fills, 0 when the text begins here. */
function takeHeadline(
  lines: readonly HeadLine[],
  filled: readonly number[],
  at: number,
  head: Head,
  findings: Findings,
  wrapWidth: number | null
): number {
  const index = filled[at]!
  const text = oneLine(lines[index]!.text)
  const named = findings.title[0]
  if (named) {
    if (normaliseForMatch(withoutMarks(text)) !== normaliseForMatch(named.value)) return 0
    head.headline.push(index)
    return 1
  }
  if (filled.length - at < 2 || !isHeadlineLike(text)) return 0
  head.headline.push(index)
  let end = at + 1
  if (wrapWidth !== null) {
    while (end < filled.length && end < at + 3 && continuesHeadline(lines, filled, end, wrapWidth))
      head.headline.push(filled[end++]!)
    if (end < filled.length && lines[filled[end]!]!.gap === 0 && end > at + 1) head.headline.splice(1)
  }
  const title = withoutMarks(oneLine(head.headline.map((line) => lines[line]!.text).join(' ')))
  findings.title.push({ value: title, from: 'heading', detail: title, confidence: 0.9 })
  return head.headline.length
}

/** In hard-wrapped text a headline goes on when its next word had no place on the line. */
function continuesHeadline(
  lines: readonly HeadLine[],
  filled: readonly number[],
  at: number,
  wrapWidth: number
): boolean {
  const line = lines[filled[at]!]!
  const above = lines[filled[at - 1]!]!.text.trim()
  if (line.gap > 0 || readCreditLine(line.text) !== null || readFieldLine(line.text) !== null || RULE.test(line.text))
    return false
  const firstWord = line.text.trim().split(/\s+/)[0] ?? ''
  return above.length + 1 + firstWord.length > wrapWidth * 0.85 && !endsSentence(above)
}

/** A writer's or outlet's name alone on a line, beside a date. */
function readNameLine(
  text: string,
  lines: readonly HeadLine[],
  filled: readonly number[],
  at: number,
  findings: Findings,
  dayFirst: boolean
): boolean {
  if (countWords(text) > 6 || endsSentence(text)) return false
  const neighbours = [filled[at + 1], filled[at - 1]].map((index) =>
    index === undefined ? '' : oneLine(lines[index]!.text)
  )
  const besideDate = neighbours.some(
    (line) => readDate(line, dayFirst) !== null && readCreditLine(line, dayFirst) !== null
  )
  const besideByline = neighbours.some((line) => readCreditLine(line, dayFirst)?.byline === true)
  const [writer = '', outlet = '', more] = text.split(/\s*[,|·]\s*/u)
  if (besideDate && isPerson(writer) && /^\p{Lu}/u.test(outlet) && more === undefined) {
    findings.authors.push({ value: [writer], from: 'byline', detail: text, confidence: 0.75 })
    addPublisher(findings, outlet, 'byline', text, isOutlet(outlet) ? 0.85 : 0.5)
    return true
  }
  if (isOutlet(text) && (besideDate || besideByline)) {
    addPublisher(findings, text, 'byline', text, 0.85)
    return true
  }
  if (!besideDate) return false
  if (isPerson(text)) {
    findings.authors.push({ value: [text], from: 'byline', detail: text, confidence: 0.75 })
    return true
  }
  const isName = /^\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*)?$/u.test(text) && lines[filled[at + 1] ?? -1]?.gap === 0
  if (isName) addPublisher(findings, text, 'byline', text, 0.5)
  return isName
}

/** True when byline or date follow a standfirst of at most two lines. */
function creditFollows(lines: readonly HeadLine[], filled: readonly number[], at: number, dayFirst: boolean): boolean {
  const standfirst = oneLine(lines[filled[at]!]!.text)
  if (countWords(standfirst) > 60) return false
  for (let next = at + 1; next <= at + 2 && next < filled.length; next++) {
    const text = oneLine(lines[filled[next]!]!.text)
    const credit = readCreditLine(text, dayFirst)
    if (credit) return credit.byline || credit.dates.length > 0
    if (countWords(text) > 60) return false
  }
  return false
}

/** Short, and no sentence of a running text. */
export function isHeadlineLike(text: string): boolean {
  const words = countWords(text)
  if (words === 0 || words > 32 || text.length > 240 || WIRE_LEAD.test(text)) return false
  return !(/[.。]["'”’»)]*$/u.test(text) && !/\.\.\.$/.test(text) && words > 12)
}

/** A headline without Markdown's heading or emphasis marks. */
export function withoutMarks(text: string): string {
  return text.replace(/^#{1,6}\s+/, '').replace(/^(\*{1,2}|_{1,2})(.+)\1$/u, '$2')
}
