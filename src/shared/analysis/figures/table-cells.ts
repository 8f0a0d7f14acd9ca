import type { Report } from '../reports/report.ts'

const BETWEEN_CELLS = ' · '

/** A cell of a table with what heads it. */
export interface TableCell {
  /** What its column is headed with. */
  column: string
  /** What its row is headed with; empty for a row that begins with the cell. */
  row: string
  /** The row's place in the text, half-open. */
  start: number
  end: number
}

/** The cell of a table, whose first row heads its columns, that a place of a report's text stands in; null for one that stands in no such table, or in its head. */
export function cellAt({ blocks, text }: Pick<Report, 'blocks' | 'text'>, at: number): TableCell | null {
  const index = blocks.findIndex(({ start, end, type }) => type === 'tableRow' && start <= at && at < end)
  const row = blocks[index]
  if (!row) return null
  let first = index
  while (blocks[first - 1]?.type === 'tableRow') first--
  if (first === index) return null
  const head = blocks[first]!
  const columns = text.slice(head.start, head.end).split(BETWEEN_CELLS)
  const number = text.slice(row.start, at).split(BETWEEN_CELLS).length - 1
  const column = columns[number]?.trim() ?? ''
  if (!/\p{L}/u.test(column)) return null
  const [name = ''] = text.slice(row.start, row.end).split(BETWEEN_CELLS)
  return { column, row: number === 0 ? '' : name, start: row.start, end: row.end }
}
