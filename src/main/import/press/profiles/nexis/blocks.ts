import { oneLine } from '../../../extracted/wording.ts'
import type { Line, PressText } from '../../lines.ts'

/** What stands together in an export: a paragraph, with its lines as they are broken. */
export interface NexisBlock {
  /** The lines without white space around them, none empty. */
  lines: string[]
  /** The lines on one. */
  text: string
  /** Places of its lines in the export, half-open. */
  start: number
  end: number
  bold: boolean
  heading: boolean
  /** Begins with a bold label. */
  labelled: boolean
  /** Of a plain text: indented as a centred line is. */
  centred: boolean
  href: string | null
}

/** Blanks before a line that a plain text centres. */
const CENTRED = /^\s{8,}\S/
const LONGEST_WRAPPED = 100
/** Where plain texts break their lines at the least. */
const NARROWEST = 72

/**
 * The blocks between two lines of an export. A plain text whose paragraphs are parted by empty lines has one for each; where no line is empty, or lines
 * are longer than any that is broken, each line is one. A page has one for each paragraph.
 */
export function blocksOf(text: PressText, start: number, end: number, mayBreak = true): NexisBlock[] {
  const { kind, lines } = text
  const isWrapped = mayBreak && isBroken(text, start, end)
  const blocks: NexisBlock[] = []
  let open = false
  for (let index = start; index < end; index++) {
    const line = lines[index]!
    const words = clean(line.text)
    if (words === '') {
      open = false
      continue
    }
    const centred = kind === 'text' && CENTRED.test(line.text)
    const above = blocks.at(-1)
    const joins = kind === 'text' ? isWrapped && above?.centred === centred : line.soft
    if (open && above && joins) {
      above.lines.push(words)
      above.text += ` ${words}`
      above.end = index + 1
      above.bold &&= line.bold >= words.length
      above.href ??= line.href
    } else {
      const heading = line.type === 'heading'
      const bold = heading || (line.bold > 0 && line.bold >= words.length)
      const labelled = line.bold > 0 && clean(line.text.slice(0, line.bold)).endsWith(':')
      blocks.push({
        lines: [words],
        text: words,
        start: index,
        end: index + 1,
        bold,
        heading,
        centred,
        href: line.href,
        labelled
      })
    }
    open = true
  }
  return blocks
}

/**
 * The lines of blocks that stand one behind the other, as paragraphs. Plain texts break lines at a fixed width, so a line goes on the one above only where
 * that had no room for its first word: verses, lists and tables stay as they are.
 */
export function linesOf(text: PressText, blocks: readonly NexisBlock[], isWrapped?: boolean): Line[] {
  const [start, end] = [blocks[0]?.start ?? 0, blocks.at(-1)?.end ?? 0]
  const lines = text.lines.slice(start, end)
  return text.kind === 'text' ? unbroken(lines, isWrapped ?? isBroken(text, start, end)) : lines
}

function unbroken(lines: readonly Line[], isWrapped: boolean): Line[] {
  const width = lines.reduce((widest, { text }) => Math.max(widest, text.length), NARROWEST)
  const paragraphs: Line[] = []
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]?.text ?? ''
    const last = paragraphs.at(-1)
    const firstWord = /^\S+/.exec(line.text)?.[0].length ?? width
    const isForced = isWrapped && above !== '' && above.length + 1 + firstWord > width
    if (last && isForced && !/\S {3,}\S/.test(line.text)) last.text += ` ${line.text.trimStart()}`
    else {
      if (last && last.text !== '' && line.text !== '') paragraphs.push({ ...line, text: '' })
      paragraphs.push({ ...line })
    }
  }
  return paragraphs
}

/** Whether paragraphs are broken into lines: some lines are empty, and hardly any is long. */
export function isBroken({ kind, lines }: PressText, start: number, end: number): boolean {
  if (kind !== 'text') return false
  let empty = 0
  let long = 0
  let full = 0
  for (let index = start; index < end; index++) {
    const { length } = lines[index]!.text
    if (length === 0) empty++
    else if (length > LONGEST_WRAPPED) long++
    else full++
  }
  return empty > 0 && long <= full * 0.05
}

/** Words of a line without the white space around them, blanks that don't break as blanks. */
function clean(text: string): string {
  return oneLine(text.replace(/[\u00A0\u202F\u2007]/g, ' '))
}
