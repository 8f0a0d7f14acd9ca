import type { Line } from './line.ts'
import { noteLabel } from './note-marks.ts'

/** Notes are set smaller than the text, and stand in the lower part of the page. */
const SMALLER = 0.93
const LOWER = 0.35
const SYMBOL = /^[*†‡§¶‖]{1,3}\s?(?=\S)/u
const MOST = 0.75

/** A page's lines in reading order, the notes at its foot apart. */
export interface WithNotes {
  body: Line[]
  notes: Line[]
}

/**
 * Parts the notes at a page's foot (or at a column's) from its text: the last lines in smaller letters, from the first that begins with a note's number or
 * sign on. A page that has little else keeps them in its text.
 */
export function splitNotes(lines: readonly Line[], height: number, bodySize: number): WithNotes {
  const notes = new Set<Line>()
  for (const column of columnsOf(lines)) {
    let start = column.length
    while (start > 0 && isSmall(column[start - 1]!, bodySize) && column[start - 1]!.base > height * LOWER) start--
    while (start < column.length && !beginsNote(column[start]!)) start++
    for (const line of column.slice(start)) notes.add(line)
  }
  const isMost =
    [...notes].reduce((sum, { text }) => sum + text.length, 0) >
    MOST * lines.reduce((sum, { text }) => sum + text.length, 0)
  if (notes.size === 0 || isMost) return { body: [...lines], notes: [] }
  return { body: lines.filter((line) => !notes.has(line)), notes: lines.filter((line) => notes.has(line)) }
}

function isSmall(line: Line, bodySize: number): boolean {
  return line.size <= bodySize * SMALLER
}

/** Whether a line begins as a note does: with its number or sign. */
export function beginsNote({ text }: Line): boolean {
  return (noteLabel(text) !== null && /\p{L}/u.test(text)) || SYMBOL.test(text)
}

/** The lines in runs from top to bottom. */
function columnsOf(lines: readonly Line[]): Line[][] {
  const columns: Line[][] = []
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    if (!above || line.base < above.base - above.size) columns.push([])
    columns.at(-1)!.push(line)
  })
  return columns
}
