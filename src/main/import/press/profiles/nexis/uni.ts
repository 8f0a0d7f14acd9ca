import { countWords, normaliseForMatch } from '../../../extracted/wording.ts'
import type { Line, PressText } from '../../lines.ts'
import { field, isField, type PressArticle, type PressField } from '../../profile.ts'
import { SEVERAL } from '../../several.ts'
import { blocksOf, type NexisBlock } from './blocks.ts'
import { readDateLine } from './date-line.ts'
import { END, holdsAnother, noArticle, UNREAD } from './end.ts'
import { fieldsOf, identifierIn } from './fields.ts'
import { readLabel } from './labels.ts'
import { RIGHTS } from './rights.ts'
import { headsIn, isBodyHeading, type UniHead } from './uni-head.ts'
import { EMPTY, isLabelBehind, labelsBetween, textOf } from './uni-text.ts'

const LONGEST_TITLE = 4

/** The documents of a Nexis Uni, Nexis Advance or Lexis export: each has a headline, a publication, a date, labelled fields, `Body`, and a line at its end. */
export function uniArticles(text: PressText): PressArticle[] {
  const blocks = blocksOf(text, 0, text.lines.length, false)
  const ends = endsIn(blocks)
  if (ends.length === 0 && !blocks.some((block) => readLabel(block.text)?.field === 'loaded')) return []
  const articles: PressArticle[] = []
  let from = 0
  for (const [number, end] of [...ends.map((index) => index + 1), blocks.length].entries()) {
    const heads = headsIn(blocks, from, end)
    // What stands behind the last line that ends a document is none: heads of pages, as a rule.
    if (heads.length === 0 && number < ends.length) articles.push(unread(text, blocks, from, end))
    for (const [index, head] of heads.entries()) {
      const next = heads[index + 1]
      // Where no line ends a document, the next begins with its headline.
      const until = next ? Math.max(head.body, next.publication - 1) : end
      articles.push(articleOf(text, blocks, { head, from, until, isFirst: from === 0 }))
      from = until
    }
    from = end
  }
  const last = articles.at(-1)
  if (last) last.end = text.lines.length
  return articles
}

/** The lines that end a document, not those of a text: a label stands above, or the head of another document below, or nothing. */
function endsIn(blocks: readonly NexisBlock[]): number[] {
  return blocks.flatMap(({ text }, index) => {
    if (!END.test(text)) return []
    const above = blocks[index - 1]
    if (above && (above.labelled || isLabelBehind(above))) return [index]
    const below = blocks.slice(index + 1, index + 7)
    const dated = below.findIndex((block, place) => place > 0 && readDateLine(block.text))
    const isHead = dated !== -1 && !below.slice(0, dated).some((block) => END.test(block.text) || isBodyHeading(block))
    return below.length === 0 || isHead ? [index] : []
  })
}

function unread(text: PressText, blocks: readonly NexisBlock[], from: number, end: number): PressArticle {
  const { body, labels } = textOf(text, blocks, from, end - 1)
  return { start: blocks[from]!.start, end: blocks[end - 1]!.end, fields: fieldsOf(labels), body, notice: UNREAD }
}

interface Place {
  head: UniHead
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
  const above = labelsBetween(blocks, head.fields, head.labelsEnd)
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
  const place = {
    start: (title[0] ?? publication ?? blocks[head.fields]!).start,
    end: blocks[until - 1]!.end
  }
  if (holdsAnother(body)) return noArticle(text, place.start, place.end, SEVERAL)
  return {
    ...place,
    fields,
    body: [...standfirst, ...body]
  }
}

/**
 * Headline and publication, of what stands between the document above and the date: a page marks the headline; of a plain text it is the first line.
 * Behind a cover sheet it is one that the sheet lists, or the last but one.
 */
function namesOf(blocks: readonly NexisBlock[], from: number, { date, fields }: UniHead, isFirst: boolean): Names {
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
  head: UniHead,
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

function standfirstOf(lines: readonly Line[], blocks: readonly NexisBlock[], head: UniHead): Line[] {
  const standfirst: Line[] = []
  let isOpen = false
  for (const block of blocks.slice(head.fields, head.labelsEnd)) {
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
