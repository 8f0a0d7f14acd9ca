import { layOut, type Piece } from '../blocks.ts'
import { readCreditLine, WIRE_LEAD } from '../credits.ts'
import { dayInUrl, findDates, isoDay } from '../dates.ts'
import type { Extracted, FileHint } from '../extracted.ts'
import { fieldOf, readFieldLine } from '../fields.ts'
import { addCredit, addField, addPublisher, noFindings, toMetadata, webAddress, type Findings } from '../findings.ts'
import { readFrontMatter } from './front-matter.ts'
import { readHead, withoutMarks, type HeadLine } from './head.ts'
import { addDetectedLanguage, readsDayFirst } from '../language.ts'
import { isOutlet } from '../names.ts'
import { toPieces, wrapWidth } from './paragraphs.ts'
import { oneLine } from '../wording.ts'

const END_MARK =
  /^\s*(?:-\s*30\s*-|#{2,}|\*\s?\*\s?\*|END(?:S|E)?\.?|--? ?ENDS? ?--?|End of Document|\(?(?:FIN|ENDE|SLUT|KONIEC)\)?)\s*$/u

/**
 * Extracts a plain-text article: named fields, dateline, headline and byline become metadata, the rest paragraphs, whether
 * they are whole lines, separated by empty lines or hard-wrapped. The headline is the first block, a heading of level 1.
 */
export function extractText(text: string, hint: FileHint): Extracted {
  const findings = noFindings()
  const front = readFrontMatter(text, findings)
  const lines = front.rest.split('\n').map((line) => line.replace(/[ \t]+$/, ''))
  const dayFirst = readsDayFirst(null, hint.url)
  readTail(lines, findings, dayFirst)
  const head = readHead(withGaps(lines), findings, dayFirst, wrapWidth(lines))
  const body = lines.map((line, index) => (head.used.has(index) || head.headline.includes(index) ? '' : line))
  const pieces = toPieces(body)
  readLead(pieces[0]?.text ?? '', findings, dayFirst)
  addHints(findings, hint)

  const written = withoutMarks(oneLine(head.headline.map((index) => lines[index]).join(' ')))
  const headline = written || (findings.title.length > 0 ? toMetadata(findings).title.value : null)
  const all: Piece[] = headline ? [{ type: 'heading', level: 1, text: headline }, ...pieces] : pieces
  const laid = layOut(all)
  addDetectedLanguage(findings, laid.text)
  return {
    extractor: 'text/1',
    mediaType: 'text/plain',
    extension: 'txt',
    ...laid,
    metadata: toMetadata(findings),
    notice: null
  }
}

function withGaps(lines: readonly string[]): HeadLine[] {
  let gap = 0
  return lines.map((text) => {
    const line = { text, gap }
    gap = text.trim() === '' ? gap + 1 : 0
    return line
  })
}

/** Takes end marks and a closing run of named fields off the lines, and their values into the findings. */
function readTail(lines: string[], findings: Findings, dayFirst: boolean): void {
  for (let index = lines.length - 1; index > 2; index--) {
    const line = lines[index]!
    if (line.trim() === '') continue
    if (END_MARK.test(line)) {
      lines[index] = ''
      continue
    }
    const field = readFieldLine(line)
    const name = field === null ? null : fieldOf(field.key)
    if (field === null || name === null || name === 'title' || name === 'body' || field.value.length > 120) {
      readClosingCredit(line, findings, dayFirst)
      return
    }
    if (!addField(findings, name, field.value, 'header', line, dayFirst)) return
    lines[index] = ''
  }
}

/** `Published: 4 March 2031` or `© Vestad News Agency 2031` as last line: it says something and stays text. */
function readClosingCredit(line: string, findings: Findings, dayFirst: boolean): void {
  const owner =
    /^\s*(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(.{3,60}?)[\s,]*(?:\d{4})?\.?(?:\s*all rights reserved\.?)?\s*$/iu.exec(
      line
    )?.[1]
  if (owner !== undefined && isOutlet(owner)) addPublisher(findings, owner, 'text', oneLine(line), 0.55)
  const credit = readCreditLine(line, dayFirst)
  const names = credit === null ? 0 : credit.people.length + credit.outlets.length + credit.undecided.length
  if (credit?.dates.some((date) => date.role !== null || names > 0)) addCredit(findings, credit, line, 0.7, 'text')
}

/** Agency and date of a wire copy's lead: `SOLLEN, March 4, 2031 (Vestad News Agency) — The board …`. */
export function readLead(paragraph: string, findings: Findings, dayFirst: boolean): void {
  const lead = WIRE_LEAD.exec(paragraph)
  const detail = lead ? lead[0].trim() : ''
  if (lead) addPublisher(findings, lead[3]!.trim(), 'dateline', detail, 0.6)
  const opening = lead?.[0] ?? /^\p{Lu}[\p{Lu}\s.'’-]+,\s[^—–]{4,40}\s[—–-]+\s/u.exec(paragraph)?.[0] ?? ''
  const date = findDates(opening, dayFirst)[0]
  if (date) findings.published.push({ value: date.day, from: 'dateline', detail: opening.trim(), confidence: 0.75 })
}

/** Adds what file name and origin say. */
export function addHints(findings: Findings, hint: FileHint): void {
  const url = hint.url === null ? null : webAddress(hint.url)
  if (url !== null) {
    findings.url.push({ value: url, from: 'url', detail: url, confidence: 0.8 })
    const day = dayInUrl(url)
    if (day !== null) findings.published.push({ value: day, from: 'url', detail: url, confidence: 0.7 })
  }
  const named = /(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?([0-2]\d|3[01])(?!\d)/.exec(hint.name)
  const day = named === null ? null : isoDay(named[1], named[2], named[3])
  if (day !== null) findings.published.push({ value: day, from: 'file-name', detail: hint.name, confidence: 0.45 })
}
