import type { NexisBlock } from './blocks.ts'
import { readDateLine } from './date-line.ts'
import { END } from './end.ts'
import { fieldOfLabel, readLabel } from './labels.ts'
import { RIGHTS } from './rights.ts'

/** Where the head of a document stands among the blocks. */
export interface UniHead {
  date: number | null
  publication: number
  /** Its first label or notice of rights. */
  fields: number
  /** Behind its last label; the heading of the text may stand there. */
  labelsEnd: number
  /** The first block of the text. */
  body: number
}

/** Lines between the date and the text; more belong to no head. */
const LONGEST_HEAD = 24
/** Lines between the date and the first label. */
const BELOW_DATE = 6

/** The heads of documents between two blocks. */
export function headsIn(blocks: readonly NexisBlock[], start: number, end: number): UniHead[] {
  const heads: UniHead[] = []
  let from = start
  for (let index = start; index < end; index++) {
    if (!isBodyHeading(blocks[index]!)) continue
    const head = headAbove(blocks, from, index)
    if (!head) continue
    heads.push(head)
    from = index + 1
  }
  if (heads.length > 0) return heads
  const head = headWithoutHeading(blocks, start, end)
  return head ? [head] : []
}

/** Whether a block is `Body`, the heading of the text. */
export function isBodyHeading({ text }: NexisBlock): boolean {
  return text.length <= 24 && fieldOfLabel(text) === 'body'
}

/** The head that ends with the heading of the text; null when what stands above it is none. */
function headAbove(blocks: readonly NexisBlock[], from: number, body: number): UniHead | null {
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
  const ends = { fields, labelsEnd: body, body: body + 1 }
  if (date !== null && date >= from + 1) return { date, publication: date - 1, ...ends }
  return labels === 0 || fields < from + 2 ? null : { date: null, publication: fields - 1, ...ends }
}

/** The head of a document whose text has no heading that is known: a date, then labels or a notice of rights. */
function headWithoutHeading(blocks: readonly NexisBlock[], start: number, end: number): UniHead | null {
  for (let date = start + 1; date < end; date++) {
    if (!readDateLine(blocks[date]!.text)) continue
    const below = blocks.slice(date + 1, Math.min(end, date + 1 + BELOW_DATE)).findIndex(isOfHead)
    if (below === -1) continue
    const fields = date + 1 + below
    let body = fields
    while (body < end && isOfHead(blocks[body]!)) body++
    return { date, publication: date - 1, fields, labelsEnd: body, body }
  }
  return null
}

function isOfHead({ text }: NexisBlock): boolean {
  return RIGHTS.test(text) || readLabel(text) !== null
}
