import type { Span } from './sentences.ts'

/** What stands between the cells of a table's row in a source's text. */
export const CELL_SEPARATOR = ' · '

/** The cells of a row that stands at `[start, end)` of a text, as ranges of the text. A row has at least one. */
export function cellsOf(text: string, start: number, end: number): Span[] {
  const cells: Span[] = []
  let from = start
  for (const cell of text.slice(start, end).split(CELL_SEPARATOR)) {
    cells.push({ start: from, end: from + cell.length })
    from += cell.length + CELL_SEPARATOR.length
  }
  return cells
}
