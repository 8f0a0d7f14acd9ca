import type { Run, TableGroup } from '../../shared/composition/block.ts'
import { newRow, type PaintRow } from './rows.ts'
import type { TextSetter } from './set-text.ts'
import { COLORS, type StyleSheet } from './styles.ts'
import { element, type Element } from './structure.ts'

const CELL_PADDING = 3.6
const COLUMN_GAP = 12

/** Rows with no more lines than this are kept on one page. */
const MOST_KEPT_LINES = 6

interface Column {
  x: number
  width: number
}

/**
 * Lays out a table between two edges. Its header is set again on each page that it reaches; the first two and the last
 * two rows stay together.
 */
export function layTable(
  group: TableGroup,
  area: { left: number; right: number },
  table: Element,
  sheet: StyleSheet,
  setter: TextSetter
): PaintRow[] {
  const columns = columnPlaces(group, area)
  const head = element('THead', table)
  const body = element('TBody', table)
  const [header] = layTableRow(group.head, group, columns, head, sheet, setter)
  if (!header) return []
  header.before = 10
  const repeat: PaintRow = {
    ...header,
    lines: header.lines.map((each) => ({ ...each, owner: null })),
    destinations: []
  }
  const rows = group.rows.map((cells) => layTableRow(cells, group, columns, body, sheet, setter))
  for (const row of [rows.at(0), rows.at(-2)]) {
    const last = row?.at(-1)
    if (last && rows.length > 1) last.keepNext = true
  }
  return [header, ...rows.flat().map((row) => Object.assign(row, { repeat }))]
}

/** A row of a table, divided by lines so that a tall one can go on over pages. */
function layTableRow(
  cells: readonly Run[][],
  group: TableGroup,
  columns: readonly Column[],
  parent: Element,
  sheet: StyleSheet,
  setter: TextSetter
): PaintRow[] {
  const head = parent.role === 'THead'
  const style = head ? sheet.kinds.headCell : sheet.kinds.cell
  const owner = element('TR', parent)
  const laid = cells.map((runs, i) => ({
    lines: setter.lines(runs, style, columns[i]!.width),
    cell: element(head ? 'TH' : 'TD', owner),
    column: columns[i]!,
    align: group.columns[i]!.align
  }))
  const count = Math.max(1, ...laid.map(({ lines }) => lines.length))
  const left = columns[0]!.x
  const right = columns.at(-1)!.x + columns.at(-1)!.width
  return Array.from({ length: count }, (_, n) => {
    const last = n === count - 1
    const top = n === 0 ? CELL_PADDING : 0
    const row = newRow(style.leading + top + (last ? CELL_PADDING : 0), [])
    for (const { lines, cell, column, align } of laid) {
      const line = lines[n]
      if (line) row.lines.push({ line, x: column.x, y: top, width: column.width, align, owner: cell })
    }
    if (last) {
      const color = head ? COLORS.quiet : COLORS.rule
      row.boxes.push({ x: left, y: row.height - 0.5, width: right - left, height: head ? 0.8 : 0.4, color })
    }
    row.keepNext = head || (!last && (count <= MOST_KEPT_LINES || n === 0 || n === count - 2))
    return row
  })
}

function columnPlaces(group: TableGroup, { left, right }: { left: number; right: number }): Column[] {
  const whole = right - left - COLUMN_GAP * (group.columns.length - 1)
  const fixed = group.columns.reduce((sum, { width }) => sum + (width ?? 0), 0)
  let x = left
  return group.columns.map(({ width }) => {
    const at = { x, width: width ?? whole - fixed }
    x += at.width + COLUMN_GAP
    return at
  })
}
