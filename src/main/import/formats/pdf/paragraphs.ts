import { CELL_SEPARATOR } from '../../../../shared/source/cells.ts'
import type { Piece } from '../../extracted/blocks.ts'
import { endsSentence } from '../../extracted/wording.ts'
import type { Line } from './line.ts'
import { beginsNote } from './footnotes.ts'
import { isListItem, listItems } from './list-items.ts'
import { overlap } from './order.ts'
import { namesNoWork } from './part-names.ts'

/** Letters of most of a document's text, and how far its lines are apart: a multiple of their size. */
export interface Measures {
  size: number
  leading: number
}

/** A mark or number alone, its text a gap away. */
const LABEL = /^(?:[-–•‣◦▪■●○*·]|\(?\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[a-z][.)])$/iu
const SAME_SIZE = 0.12
const SAME_LEFT = 0.25
const HEADING_SIZE = 1.14
const LONGEST_HEADING = 220
/** A longer one that ends as a sentence is an opening in large letters, or a quotation. */
const LONGEST_TITLE = 90

/** The size in which most characters stand, and the distance of lines in it. */
export function measure(pages: readonly (readonly Line[])[]): Measures {
  const characters = new Map<number, number>()
  for (const line of pages.flat()) {
    const size = Math.round(line.size * 2) / 2
    characters.set(size, (characters.get(size) ?? 0) + line.text.length)
  }
  const size = [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
  const steps = pages.flatMap((lines) =>
    lines.flatMap((line, i) => {
      const step = i === 0 ? 0 : (line.base - lines[i - 1]!.base) / line.size
      return isSameSize(line.size, size) && step > 0.8 && step < 2.5 ? [step] : []
    })
  )
  steps.sort((a, b) => a - b)
  return { size, leading: steps[steps.length >> 1] ?? 1.2 }
}

/**
 * Makes paragraphs, list items, rows and headings of one page's lines in reading order. Heads are told by their size; `sizes` are those of the
 * document's heads, the largest first.
 */
export function toPagePieces(
  lines: readonly Line[],
  measures: Measures,
  sizes: readonly number[],
  page: number
): Lines[] {
  const groups: Line[][] = []
  const edges = columnEdges(lines, measures)
  const items = listItems(lines, (above, line) => {
    const column = edges[lines.indexOf(line)]!
    return (
      endsSentence(above.text) ||
      hadRoom(above, line, column) ||
      line.base - above.base > measures.leading * 1.28 * line.size
    )
  })
  lines.forEach((line, i) => {
    const group = groups.at(-1)
    if (group && i > 0 && !items.has(line) && continues(group, lines[i - 1]!, line, edges[i]!, measures))
      group.push(line)
    else groups.push([line])
  })
  return groups.map((group) => {
    const cells = group[0]!.cells
    if (cells) return { type: 'tableRow', lines: [group[0]!.text], cells, page }
    return { ...kindOf(group, measures, sizes), lines: rowsOf(group), page }
  })
}

/** Makes paragraphs of the notes at a page's foot, each from its number on. */
export function toNotePieces(lines: readonly Line[], page: number): Lines[] {
  const notes: Lines[] = []
  for (const line of lines) {
    const note = notes.at(-1)
    if (note && !beginsNote(line)) note.lines.push(line.text)
    else notes.push({ type: 'paragraph', lines: [line.text], page })
  }
  return notes
}

/** A block whose lines aren't joined yet. */
export interface Lines {
  type: Piece['type']
  level?: number | undefined
  lines: string[]
  /** The lines of each cell, of a table's row. */
  cells?: string[][] | undefined
  page: number
}

/** The sizes of a document's heads, the largest first: those of lines larger than its text. */
export function headingSizes(pages: readonly (readonly Line[])[], { size }: Measures): number[] {
  const found: number[] = []
  const larger = pages.flat().filter((line) => line.size >= size * HEADING_SIZE && line.text.length > 1)
  for (const line of larger.sort((a, b) => b.size - a.size))
    if (found.length === 0 || !isSameSize(found.at(-1)!, line.size)) found.push(line.size)
  return found
}

function isSameSize(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_SIZE * Math.max(a, b)
}

function kindOf(group: readonly Line[], { size }: Measures, sizes: readonly number[]): Pick<Lines, 'type' | 'level'> {
  const first = group[0]!
  const length = group.reduce((sum, line) => sum + line.text.length, 0)
  const rows = rowsOf(group)
  const isSentence = length > LONGEST_TITLE && endsSentence(rows.at(-1)!)
  if (first.size >= size * HEADING_SIZE && length <= LONGEST_HEADING && length > 1 && !isSentence) {
    const rank = sizes.findIndex((known) => isSameSize(known, first.size))
    return { type: 'heading', level: Math.min(6, Math.max(1, rank + 1)) }
  }
  if (isListItem(rows[0]!)) return { type: 'listItem' }
  return { type: rows.some((row) => row.includes(CELL_SEPARATOR)) ? 'tableRow' : 'paragraph' }
}

/** Runs on one baseline are cells of a row, or a mark and its item. */
function rowsOf(group: readonly Line[]): string[] {
  const rows: { text: string; base: number; cells: number }[] = []
  for (const line of group) {
    const row = rows.at(-1)
    if (!row || !isBeside(row.base, line)) rows.push({ text: line.text, base: line.base, cells: 1 })
    else {
      row.text += (row.cells === 1 && LABEL.test(row.text) ? ' ' : CELL_SEPARATOR) + line.text
      row.cells++
    }
  }
  return rows.map(({ text }) => text)
}

function isBeside(base: number, line: Line): boolean {
  return Math.abs(base - line.base) < line.size * 0.35
}

interface Edges {
  left: number
  right: number
  /** Where most lines begin; null where they begin all over, as in text set to the right. */
  usual: number | null
}

/** For each line the edges of the column that it stands in: of the lines above and below at even distances. */
function columnEdges(lines: readonly Line[], { leading }: Measures): Edges[] {
  const edges: Edges[] = []
  let start = 0
  const flush = (end: number): void => {
    const run = lines.slice(start, end)
    const lefts = new Map<number, number>()
    for (const line of run) lefts.set(Math.round(line.left), (lefts.get(Math.round(line.left)) ?? 0) + 1)
    const [usual = 0, count = 0] = [...lefts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? []
    const column = {
      left: Math.min(...run.map((line) => line.left)),
      right: Math.max(...run.map((line) => line.right)),
      usual: count > run.length * SAME_LEFT || run.length < 4 ? usual : null
    }
    for (let i = start; i < end; i++) edges.push(column)
    start = end
  }
  for (let i = 1; i < lines.length; i++) {
    const above = lines[i - 1]!
    const line = lines[i]!
    const step = line.base - above.base
    const follows = step > 0 && step < leading * 2.2 * line.size && overlap(above, line) > 0.3
    if (!follows || !isSameSize(above.size, line.size)) flush(i)
  }
  if (lines.length > 0) flush(lines.length)
  return edges
}

function continues(group: readonly Line[], above: Line, line: Line, edges: Edges, measures: Measures): boolean {
  if (above.cells ?? line.cells) return false
  if (isBeside(above.base, line)) return line.left >= above.right - line.size && isRowStart(group, above)
  if (!isSameSize(above.size, line.size)) return false
  // A row of cells stands alone; a mark and its item don't.
  if (rowsOf(group).length < group.length && !(LABEL.test(group[0]!.text) && group.length >= 2)) return false
  const step = line.base - above.base
  if (step <= 0 || overlap(above, line) < 0.1) return goesOnElsewhere(above, line, measures)
  if (step > measures.leading * 1.28 * line.size) return false
  if (line.size >= measures.size * HEADING_SIZE) return !namesNoWork(above.text)
  if (goesOnInWord(above, line)) return true
  if (edges.usual !== null && isIndented(group, above, line, edges.usual)) return false
  return !(hadRoom(above, line, edges) && endsParagraph(above, edges))
}

/** A word or a figure that the line's end broke, at a hyphen, a dash or a slash that has no space before it. */
function goesOnInWord(above: Line, line: Line): boolean {
  return /[\p{L}\p{N}][-\u2010\u00AD–—/]$/u.test(above.text) && /^[\p{Ll}\p{N}]/u.test(line.text)
}

/** A first line set in, or the first of a hanging paragraph set out. */
function isIndented(group: readonly Line[], above: Line, line: Line, usual: number): boolean {
  const indent = line.size * 0.8
  const isCentred = Math.abs((above.left + above.right) / 2 - (line.left + line.right) / 2) < line.size * 0.3
  const isItem = group.length === 1 && isListItem(above.text)
  if (!isCentred && !isItem && line.left > Math.max(usual, above.left) + indent) return true
  return line.left < usual - indent && above.left > line.left + indent
}

/** Cells stand beside the row's first one, not beside the last line of a paragraph. */
function isRowStart(group: readonly Line[], above: Line): boolean {
  return group.every((line) => isBeside(line.base, above)) || LABEL.test(above.text)
}

/** Whether the next line's first word would have had its place on the line above: then a paragraph ended there. */
function hadRoom(above: Line, line: Line, edges: Edges): boolean {
  const width = (line.right - line.left) / Math.max(1, line.text.length)
  const word = line.text.split(' ', 1)[0]!.length + 1.5
  return above.right + width * word < edges.right
}

function endsParagraph(above: Line, { left, right }: Edges): boolean {
  return endsSentence(above.text) || above.right < left + (right - left) * 0.55
}

/** At the top of the next column a sentence goes on that the last one didn't end. */
function goesOnElsewhere(above: Line, line: Line, { size }: Measures): boolean {
  return (
    isSameSize(line.size, size) &&
    line.base < above.base &&
    line.left > above.right &&
    !endsSentence(above.text) &&
    /^\p{Ll}/u.test(line.text)
  )
}
