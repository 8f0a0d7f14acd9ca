import type { Line, PressText } from '../../lines.ts'
import { isField, type PressArticle } from '../../profile.ts'
import { SEVERAL } from '../../several.ts'
import { ABOVE, readAcademicHead, type StandfirstLine } from './academic-head.ts'
import { blocksOf, isBroken, linesOf, type NexisBlock } from './blocks.ts'
import { END, holdsAnother, noArticle, UNREAD } from './end.ts'
import { fieldsOf } from './fields.ts'
import { isWordCount, readLabel, type LabelLine, type NexisField } from './labels.ts'
import { RIGHTS } from './rights.ts'
import { EMPTY } from './uni-text.ts'

/** `3 of 12 DOCUMENTS`, in the languages of the interface: which, and of how many. English puts no word before the number: `Document 3 of 12` is ProQuest's. */
const COUNT =
  /^(?=.*\p{L}{6})(?:(?:dokument|document|documento) (?:n[o°º]\.? ?)?(?=\d+ (?!of)))?(\d{1,6}) (?:of|von|sur|de|di|van) (\d{1,6})(?: (?:documents?|dokumente?n?|documentos?|documenti|documenten))?$/iu
/** Labels behind which paragraphs may follow. */
const LONG = new Set<NexisField>(['caption', 'correction', 'standfirst'])
/** Labels of a head that some papers put behind the text. */
const ALSO_BELOW = new Set<NexisField>(['section', 'words', 'standfirst'])
/** Between labels that are known it is one, too; a text may end with such words. */
const UNKNOWN_LABEL = /^\p{Lu}[\p{Lu}-]{2,30}:\s/u
/** Paragraphs behind one label. */
const MOST_LOOSE = 12

const NOT_SHOWN = 'The database could not show this document: the export holds its message in place of the article.'

/** What stands for a document that the database could not show. */
const FAILED = /^we are sorry but there is an error in this document/iu

/** The documents of a LexisNexis Academic or nexis.com export: each begins with its number, and ends with labels and a notice of rights. */
export function academicArticles(text: PressText): PressArticle[] {
  const { lines } = text
  const starts = startsOf(text)
  if (starts.length === 0) return []
  const isOwnCount = /\d \p{L}+$/u.test(lines[starts[0]!.at]!.text.trim())
  if (!lines.some((line) => isSign(line.text.trim(), isOwnCount))) return []
  if (lines.filter((line) => END.test(line.text.trim())).length > starts.length) return []
  return starts.map(({ at }, index) => articleOf(text, at, starts[index + 1]?.at ?? lines.length))
}

const SIGNS = new Set<NexisField>(['words', 'loaded'])

/**
 * Without any such line what looks like numbers of documents is chance, or another database's; a notice of rights is enough where the word stands behind
 * the number.
 */
function isSign(line: string, isOwnCount: boolean): boolean {
  return (
    SIGNS.has(readLabel(line)?.field ?? 'other') ||
    isWordCount(line) ||
    FAILED.test(line) ||
    (isOwnCount && RIGHTS.test(line))
  )
}

interface Start {
  at: number
  number: number
  total: number
}

/**
 * The lines with which documents begin: those that number them, and those that stand for one. A line of a text may look like a number: no head stands
 * below it, and it doesn't follow on the number above.
 */
function startsOf(text: PressText): Start[] {
  const found = text.lines.flatMap((line, at): Start[] => {
    const words = line.text.trim()
    if (FAILED.test(words)) return [{ at, number: 0, total: 0 }]
    const count = words.length <= 40 ? COUNT.exec(words) : null
    const [number, total] = [Number(count?.[1]), Number(count?.[2])]
    return number <= total ? [{ at, number, total }] : []
  })
  // A document by itself has nothing above its number, and the database's labels below.
  const isLabelled = text.lines.some((line) => readLabel(line.text)?.field === 'loaded')
  const top = isLabelled ? text.lines.findIndex((line) => line.text.trim() !== '') : -1
  const starts: Start[] = []
  for (const [index, start] of found.entries()) {
    const end = found[index + 1]?.at ?? text.lines.length
    const above = starts.at(-1)
    const isNext = above ? above.total === start.total && start.number === above.number + 1 : start.at === top
    const follows = isNext && hasText(text, start.at, end)
    if (start.total === 0 || readAcademicHead(blocksBelow(text, start.at, end)) || follows) starts.push(start)
  }
  return starts
}

function hasText(text: PressText, at: number, end: number): boolean {
  return blocksBelow(text, at, end).some((block) => !isRights(block))
}

function blocksBelow(text: PressText, at: number, end: number): NexisBlock[] {
  return blocksOf(text, at, end).slice(1)
}

function articleOf(text: PressText, start: number, end: number): PressArticle {
  if (FAILED.test(text.lines[start]!.text.trim())) return noArticle(text, start, end, NOT_SHOWN)
  const blocks = blocksBelow(text, start, end)
  const head = readAcademicHead(blocks)
  if (!head) return noArticle(text, start, end, UNREAD)
  const above = new Set(head.labels.map((label) => label.field))
  const tail = tailOf(blocks, head.body, above)
  const behind = labelsOf(blocks.slice(tail))
  const fields = [...head.fields, ...fieldsOf([...head.labels, ...behind])].filter(isField)
  const body = bodyOf(text, { blocks, start: head.body, tail, isWrapped: isBroken(text, start, end) })
  if (holdsAnother(body)) return noArticle(text, start, end, SEVERAL)
  return {
    start,
    end,
    fields: fields.filter(({ name }, index) => fields.findIndex((other) => other.name === name) === index),
    body: [...standfirstLines(text.lines, head.standfirst), ...body]
  }
}

/** The first block behind the text: a label, with nothing behind it but labels, what belongs to them, and the notice of rights. */
function tailOf(blocks: readonly NexisBlock[], body: number, above: ReadonlySet<NexisField>): number {
  let at = blocks.length - 1
  while (at >= body && (isRights(blocks[at]!) || COUNT.test(blocks[at]!.text))) at--
  let tail = at + 1
  for (let loose = 0; at >= body && loose <= MOST_LOOSE; at--) {
    const label = capitalLabel(blocks[at]!)
    if (label !== null && isBelow(label, above)) {
      if (loose > 0 && !LONG.has(label.field)) break
      tail = at
      loose = 0
    } else if (!UNKNOWN_LABEL.test(blocks[at]!.text)) loose++
  }
  return tail
}

/** Whether a label may stand behind the text: not one of a head, unless the head lacks it. */
function isBelow({ field }: LabelLine, above: ReadonlySet<NexisField>): boolean {
  return !ABOVE.has(field) || (ALSO_BELOW.has(field) && !above.has(field))
}

function capitalLabel({ text }: NexisBlock): LabelLine | null {
  const label = readLabel(text)
  return label !== null && label.label === label.label.toUpperCase() ? label : null
}

function isRights(block: NexisBlock): boolean {
  return RIGHTS.test(block.lines[0]!) || RIGHTS.test(block.text)
}

function labelsOf(blocks: readonly NexisBlock[]): LabelLine[] {
  return blocks.flatMap((block) => capitalLabel(block) ?? [])
}

interface BodyPlace {
  blocks: readonly NexisBlock[]
  start: number
  tail: number
  isWrapped: boolean
}

function bodyOf(text: PressText, { blocks, start, tail, isWrapped }: BodyPlace): Line[] {
  const { lines } = text
  const body = linesOf(text, blocks.slice(start, tail), isWrapped)
  let kind: NexisField | null = null
  for (const block of blocks.slice(tail)) {
    const label = capitalLabel(block)
    if (label) kind = label.field
    else if (isRights(block)) kind = null
    if (kind === 'correction') body.push(EMPTY, ...lines.slice(block.start, block.end))
    if (kind === 'standfirst' && (label?.value ?? block.text) !== '')
      body.push(EMPTY, { ...lines[block.start]!, soft: false, bold: 0, text: label ? label.value : block.text })
    if (kind === 'caption' && (label?.value ?? block.text) !== '')
      body.push(EMPTY, {
        ...lines[block.start]!,
        type: 'caption',
        soft: false,
        bold: 0,
        text: label ? label.value : block.text
      })
  }
  return body
}

function standfirstLines(lines: readonly Line[], standfirst: readonly StandfirstLine[]): Line[] {
  return standfirst.flatMap(({ block, words }) => [
    { ...lines[block.start]!, text: words, soft: false, bold: 0 },
    EMPTY
  ])
}
