import { countWords, normaliseForMatch } from '../../../../wording.ts'
import type { Line, PressText } from '../../lines.ts'
import { field, isField, type PressArticle, type PressField } from '../../profile.ts'
import { blocksOf, type NexisBlock } from './blocks.ts'
import { readDateLine } from './date-line.ts'
import { fieldsOf, identifierIn } from './fields.ts'
import { fieldOfLabel, readLabel } from './labels.ts'
import { RIGHTS } from './rights.ts'
import { EMPTY, labelsBetween, textOf } from './uni-text.ts'

/** The line behind each document, in the languages of the interface. */
export const END =
  /^(?:end of document|ende des dokument(?:e?s)|dokumentende|fin (?:du|de) document|fin del? documento|fine (?:del )?documento|fim do documento|eind(?:e)? (?:van (?:het )?)?document)$/iu
/** Lines between the date and the text; more belong to no head. */
const LONGEST_HEAD = 24
const LONGEST_TITLE = 4

/** Where the head of a document stands among the blocks. */
interface Head {
  date: number | null
  publication: number
  /** Its first label or notice of rights. */
  fields: number
  /** The first block of the text. */
  body: number
}

/** The documents of a Nexis Uni, Nexis Advance or Lexis export: each has a headline, a publication, a date, labelled fields, `Body`, and a line at its end. */
export function uniArticles(text: PressText): PressArticle[] {
  const blocks = blocksOf(text, 0, text.lines.length, false)
  const heads = headsOf(blocks)
  const ends = new Set(blocks.flatMap((block, index) => (END.test(block.text) ? [index] : [])))
  if (heads.length === 0 || (ends.size === 0 && !blocks.some(({ text }) => readLabel(text)?.field === 'loaded')))
    return []
  let from = 0
  return heads.map((head, index): PressArticle => {
    const next = heads[index + 1]
    const until = next ? cutBefore(ends, head, next) : blocks.length
    const article = articleOf(text, blocks, { head, from, until, isFirst: index === 0 })
    from = until
    return article
  })
}

function headsOf(blocks: readonly NexisBlock[]): Head[] {
  const heads: Head[] = []
  let from = 0
  for (const [index, block] of blocks.entries()) {
    if (index < from || !isBodyHeading(block)) continue
    const head = headAbove(blocks, from, index)
    if (!head) continue
    heads.push(head)
    from = index + 1
  }
  return heads
}

function isBodyHeading({ text }: NexisBlock): boolean {
  return text.length <= 24 && fieldOfLabel(text) === 'body'
}

/** The head that ends with the heading of the text; null when what stands above it is none. */
function headAbove(blocks: readonly NexisBlock[], from: number, body: number): Head | null {
  const first = Math.max(from, body - LONGEST_HEAD)
  let fields = body
  let labels = 0
  let date: number | null = null
  for (let index = body - 1; index >= first && date === null; index--) {
    const { text } = blocks[index]!
    if (END.test(text)) break
    if (readLabel(text)) labels++
    if (readLabel(text) || RIGHTS.test(text)) fields = index
    else if (index > first && readDateLine(text)) date = index
  }
  if (date !== null && date >= from + 1) return { date, publication: date - 1, fields, body: body + 1 }
  if (labels === 0 || fields < from + 2) return null
  return { date: null, publication: fields - 1, fields, body: body + 1 }
}

/** The block with which the next document begins: behind the line that ends this one, or its headline. */
function cutBefore(ends: ReadonlySet<number>, head: Head, next: Head): number {
  for (let index = next.publication; index >= head.body; index--) if (ends.has(index)) return index + 1
  return Math.max(head.body, next.publication - 1)
}

interface Place {
  head: Head
  /** Blocks behind the document above, and before the one below. */
  from: number
  until: number
  isFirst: boolean
}

function articleOf(
  text: PressText,
  blocks: readonly NexisBlock[],
  { head, from, until, isFirst }: Place
): PressArticle {
  const { title, publication } = namesOf(blocks, from, head, isFirst)
  const end = endOf(blocks, head.body, until)
  const { body, labels: behind } = textOf(text, blocks, head.body, end)
  const above = labelsBetween(blocks, head.fields, head.body - 1)
  const fields = [
    field(
      'title',
      title
        .map((block) => block.text)
        .join(' ')
        .replace(/\s+-\s+Corrections? Appended$/iu, '')
    ),
    ...publicationOf(blocks, head, publication),
    ...fieldsOf([...above, ...behind]),
    identifierIn(title.find(({ href }) => href !== null)?.href ?? null)
  ].filter(isField)
  const standfirst = standfirstOf(text.lines, blocks, head)
  return {
    start: (title[0] ?? publication ?? blocks[head.fields]!).start,
    end: until < blocks.length ? blocks[until]!.start : text.lines.length,
    fields,
    body: [...standfirst, ...body]
  }
}

/**
 * Headline and publication, of what stands between the document above and the date: a page marks the headline; of a plain text it is the first line.
 * Behind a cover sheet it is one that the sheet lists, or the last but one.
 */
function namesOf(blocks: readonly NexisBlock[], from: number, { date, fields }: Head, isFirst: boolean): Names {
  const above = blocks.slice(from, date ?? fields).filter(({ text }) => !PAGE_COUNT.test(text))
  const start = isFirst ? titleBehindCover(above) : 0
  const lines = above.slice(start)
  const marked = lines.findIndex((block) => !isMarked(block))
  if (marked > 0) return { title: lines.slice(0, marked), publication: lines[marked]! }
  const named = lines.filter(({ text }) => !CORRECTION_NOTE.test(text))
  return named.length < 2
    ? { title: [], publication: named[0] ?? null }
    : { title: named.slice(0, 1), publication: named[1]! }
}

interface Names {
  title: NexisBlock[]
  publication: NexisBlock | null
}

function isMarked({ bold, heading, href }: NexisBlock): boolean {
  return bold || heading || identifierIn(href) !== null
}

const PAGE_COUNT = /^page\s+\d*\s*of\s*\d*$/iu
const CORRECTION_NOTE = /^corrections? appended$/iu

/** Where the first headline begins: behind the cover sheet, if there is one. */
function titleBehindCover(above: readonly NexisBlock[]): number {
  const listed = listedTitles(above)
  const nearest = Math.max(0, above.length - LONGEST_TITLE - 2)
  for (let index = nearest; index < above.length - 1; index++)
    for (let size = 1; size <= LONGEST_TITLE && index + size < above.length; size++) {
      const lines = above.slice(index, index + size)
      if (listed.has(normaliseForMatch(lines.map(({ text }) => text).join(' ')))) return index
    }
  const last = above.findLastIndex((block, index) => index < above.length - 1 && isMarked(block))
  if (last >= nearest) return firstOfRun(above, last)
  return above.length <= LONGEST_TITLE && listed.size === 0 ? 0 : Math.max(0, above.length - 2)
}

function firstOfRun(blocks: readonly NexisBlock[], last: number): number {
  let first = last
  while (first > 0 && isMarked(blocks[first - 1]!) && !readLabel(blocks[first - 1]!.text)) first--
  return first
}

/** The headlines that a cover sheet lists: `1. Ferry board hid leak report`. */
function listedTitles(blocks: readonly NexisBlock[]): Set<string> {
  return new Set(blocks.flatMap(({ text }) => /^\d{1,5}\.\s*(\S.*)$/u.exec(text)?.[1] ?? []).map(normaliseForMatch))
}

function publicationOf(
  blocks: readonly NexisBlock[],
  head: Head,
  publication: NexisBlock | null
): (PressField | null)[] {
  const written = publication?.text ?? ''
  const line = head.date === null ? null : blocks[head.date]!.text
  const date = line === null ? null : readDateLine(line)
  const [, name = written, ofName = null] =
    /^(.*\S)\s+[-–]\s+(\S[^-–]*\b(?:edition|edición|ausgabe|édition))$/iu.exec(written) ?? []
  const isNamed = ofName !== null && !/^international/iu.test(ofName)
  const below = head.date === null ? [] : blocks.slice(head.date + 1, head.fields)
  const edition = [isNamed ? ofName : null, date?.edition ?? null, ...below.map(({ text }) => text)].filter(
    (words): words is string =>
      words !== null && countWords(words) <= 12 && !RIGHTS.test(words) && !CORRECTION_NOTE.test(words)
  )
  return [
    field('publisher', isNamed ? name : written, written),
    date && field('published', date.published, line!),
    edition.length === 0 ? null : field('edition', edition.join(', '))
  ]
}

function standfirstOf(lines: readonly Line[], blocks: readonly NexisBlock[], head: Head): Line[] {
  const standfirst: Line[] = []
  let isOpen = false
  for (const block of blocks.slice(head.fields, head.body - 1)) {
    const label = readLabel(block.text)
    if (label) isOpen = label.field === 'standfirst'
    if (!isOpen || RIGHTS.test(block.text)) continue
    const words = label ? label.value : block.text
    if (words !== '') standfirst.push({ ...lines[block.start]!, text: words, soft: false, bold: 0 }, EMPTY)
  }
  return standfirst
}

/** The block behind the last of the document: the line that ends it. */
function endOf(blocks: readonly NexisBlock[], body: number, until: number): number {
  for (let index = until - 1; index >= body; index--) if (END.test(blocks[index]!.text)) return index
  return until
}
