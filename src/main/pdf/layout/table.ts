import type { Run, TableGroup } from '../../../shared/composition/block.ts'
import { shareWidth, type ColumnContent } from './columns.ts'
import type { Line } from '../typeset/line.ts'
import { newRow, type PaintRow, type PlacedLine } from './rows.ts'
import type { TextSetter } from './set-text.ts'
import { COLORS, type StyleSheet, type TextStyle } from '../typeset/styles.ts'
import { element, type Element } from '../writer/structure.ts'

const CELL_PADDING = 3.6
const SPACE_ABOVE = 10
const SPACE_BELOW = 8

/** A column is so much wider than its longest line, which else might not fit for a rounding error. */
const ROUNDING = 0.05

/** Rows with no more lines than this are kept on one page. */
const MOST_KEPT_LINES = 6

/** A header that is higher isn't set again on each page. */
const MOST_REPEATED = 180

/** How tables are set, from the usual way to the closest: the first in which no word need be broken. */
const SETTINGS = [
  { gap: 12, scale: 1 },
  { gap: 9, scale: 0.93 },
  { gap: 7, scale: 0.86 },
  { gap: 5, scale: 0.78 },
  { gap: 4, scale: 0.7 }
] as const

/** A number with its sign, unit or currency; a dash or nothing stands for none. */
const NUMBER = /^[\p{Sc}<>≤≥~±+−–-]*\s*\d[\d\s.,'’:/−–-]*\s*(?:%|‰|\p{Sc})?$/u
const NO_NUMBER = /^(?:[–—−-]|n\/a)?$/iu

type Align = PlacedLine['align']

const ALIGNED = { start: 'left', end: 'right', center: 'center' } as const

interface Column {
  x: number
  width: number
  align: Align
}

/** Where a table may stand. It begins at `text` unless it needs the room from `left` on. */
export interface TableArea {
  left: number
  text: number
  right: number
}

/**
 * Lays out a table. Its header is set again on each page that it reaches; the header stays with the first rows, the first two
 * and the last two rows stay together.
 */
export function layTable(
  group: TableGroup,
  area: TableArea,
  table: Element,
  sheet: StyleSheet,
  setter: TextSetter
): PaintRow[] {
  const layout = new TableLayout(group, area, sheet, setter)
  // PDF/UA allows no head without a body: a header alone is a row of the table itself.
  const alone = group.rows.length === 0
  const header = layout.header(group.head, alone ? table : element('THead', table))
  const body = alone ? table : element('TBody', table)
  const rows = group.rows.map((cells) => layout.row(cells, body, group.rowHeads ?? false))
  for (const row of group.together ? rows.slice(0, -1) : [rows.at(0), rows.at(-2)]) {
    const last = row?.at(-1)
    if (last && rows.length > 1) last.keepNext = true
  }
  const end = rows.at(-1)?.at(-1) ?? header
  end.height += SPACE_BELOW
  header.keepNext = rows.length > 0
  if (header.height > MOST_REPEATED) return [header, ...rows.flat()]
  const repeat: PaintRow = {
    ...header,
    lines: header.lines.map((each) => ({ ...each, owner: null })),
    notes: [],
    destinations: []
  }
  return [header, ...rows.flat().map((row) => Object.assign(row, { repeat }))]
}

/** The columns of a table, and the styles in which its cells are set. */
class TableLayout {
  private readonly setter: TextSetter
  private readonly columns: Column[]
  private readonly cell: TextStyle
  private readonly headCell: TextStyle

  constructor(group: TableGroup, area: TableArea, sheet: StyleSheet, setter: TextSetter) {
    this.setter = setter
    const { cell, headCell } = sheet.kinds
    const contents = group.columns.map(({ width }, i): ColumnContent => {
      if (width !== null) return { least: width, most: width }
      const cells = group.rows.map((row) => setter.measure(row[i] ?? [], cell))
      return widest([setter.measure(group.head[i] ?? [], headCell), ...cells])
    })
    const { gap, scale } = settingFor(contents, area)
    this.cell = scaled(cell, scale)
    this.headCell = scaled(headCell, scale)
    const gaps = gap * (contents.length - 1)
    const automatic = group.columns.every(({ width }) => width === null)
    const short = automatic && total(contents, 'most') * scale + gaps <= area.right - area.text
    // Units stand below units whichever way the table runs: it is mirrored when it runs from right to left.
    const figures = setter.direction === 'ltr' ? 'right' : 'left'
    let x = short ? area.text : area.left
    const widths = columnWidths(group, contents, scale, area.right - x - gaps)
    this.columns = group.columns.map(({ align }, i) => {
      const column = {
        x,
        width: widths[i]!,
        align: align === null && isNumeric(group.rows, i) ? figures : ALIGNED[align ?? 'start']
      }
      x += column.width + gap
      return column
    })
  }

  /** The header as one row, whose cells end on one line. */
  header(cells: readonly Run[][], head: Element): PaintRow {
    const laid = this.lay(cells, head, 'TH')
    const { leading } = this.headCell
    const count = lineCount(laid)
    const row = newRow(count * leading + CELL_PADDING * 2, [])
    for (const { lines, owner, column } of laid) {
      const top = CELL_PADDING + (count - lines.length) * leading
      lines.forEach((line, n) => row.lines.push({ line, ...column, y: top + n * leading, owner }))
    }
    row.before = SPACE_ABOVE
    row.notes = notesOf(laid)
    this.underline(row, 0.8, COLORS.quiet)
    return row
  }

  /** A row of the table, divided by lines so that a tall one can go on over pages. */
  row(cells: readonly Run[][], body: Element, headed: boolean): PaintRow[] {
    const laid = this.lay(cells, body, 'TD')
    const head = laid[0]?.owner
    if (headed && head) Object.assign(head, { role: 'TH', scope: 'Row' } satisfies Partial<Element>)
    const count = lineCount(laid)
    return Array.from({ length: count }, (_, n) => {
      const last = n === count - 1
      const top = n === 0 ? CELL_PADDING : 0
      const placed = laid.flatMap(({ lines, owner, column }) => {
        const line = lines[n]
        return line ? [{ line, ...column, y: top, owner }] : []
      })
      const row = newRow(this.cell.leading + top + (last ? CELL_PADDING : 0), placed)
      if (last) this.underline(row, 0.4, COLORS.rule)
      row.keepNext = !last && (count <= MOST_KEPT_LINES || n === 0 || n === count - 2)
      return row
    })
  }

  private lay(cells: readonly Run[][], parent: Element, role: 'TH' | 'TD'): Cell[] {
    const owner = element('TR', parent)
    return this.columns.map((column, i) => ({
      lines: this.setter.lines(cells[i] ?? [], role === 'TH' ? this.headCell : this.cell, column.width),
      owner: element(role, owner),
      column
    }))
  }

  private underline(row: PaintRow, height: number, color: string): void {
    const { x } = this.columns[0]!
    const last = this.columns.at(-1)!
    row.boxes.push({ x, y: row.height - 0.5, width: last.x + last.width - x, height, color })
  }
}

interface Cell {
  lines: Line[]
  owner: Element
  column: Column
}

function lineCount(cells: readonly Cell[]): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length))
}

function notesOf(cells: readonly Cell[]): Line['notes'] {
  return cells.flatMap(({ lines }) => lines.flatMap((line) => line.notes))
}

function widest(contents: readonly ColumnContent[]): ColumnContent {
  let [least, most] = [0, 0]
  for (const each of contents) {
    least = Math.max(least, each.least)
    most = Math.max(most, each.most)
  }
  return { least, most }
}

function total(contents: readonly ColumnContent[], which: keyof ColumnContent): number {
  return contents.reduce((sum, content) => sum + content[which], 0)
}

function settingFor(contents: readonly ColumnContent[], { left, right }: TableArea): (typeof SETTINGS)[number] {
  const least = total(contents, 'least')
  const gaps = contents.length - 1
  return SETTINGS.find(({ gap, scale }) => least * scale + gap * gaps <= right - left) ?? SETTINGS.at(-1)!
}

function scaled(style: TextStyle, scale: number): TextStyle {
  return scale === 1 ? style : { ...style, size: style.size * scale, leading: style.leading * scale }
}

/** Fixed widths as they are; the other columns share what these leave. */
function columnWidths(group: TableGroup, contents: readonly ColumnContent[], scale: number, room: number): number[] {
  const fixed = group.columns.reduce((sum, { width }) => sum + (width ?? 0), 0)
  const automatic = contents
    .filter((_, i) => group.columns[i]!.width === null)
    .map(({ least, most }) => ({ least: least * scale + ROUNDING, most: most * scale + ROUNDING }))
  const shared = shareWidth(automatic, Math.max(0, room - fixed))
  return group.columns.map(({ width }) => width ?? shared.shift()!)
}

/** Whether a column holds numbers and nothing else. */
function isNumeric(rows: readonly Run[][][], column: number): boolean {
  const texts = rows.map((cells) =>
    (cells[column] ?? [])
      .map((run) => run.text)
      .join('')
      .trim()
  )
  return texts.some((text) => NUMBER.test(text)) && texts.every((text) => NUMBER.test(text) || NO_NUMBER.test(text))
}
