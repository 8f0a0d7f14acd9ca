import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType, type Paragraph } from 'docx'
import type { Run, TableGroup } from '../../../../shared/composition/block.ts'
import { COLORS, HANG } from '../../../pdf/typeset/styles.ts'
import { hex, twips } from './styles.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
/** White space beside a cell's text, in points; given widths are those of the text. */
const MARGIN = 4
const MARGINS = { left: twips(MARGIN), right: twips(MARGIN), top: 0, bottom: 0 }
/** Least width of a column that takes what is left, in points. */
const LEAST = 40

/**
 * A table as wide as the text and the margin in which numbers hang. Its head is repeated on every page; no row is divided.
 * `width` is that of the text in points; with `rightToLeft` the first column stands on the right; `cell` makes a cell's paragraph.
 */
export function tableOf(
  { columns, head, rows }: TableGroup,
  { width, rightToLeft }: { width: number; rightToLeft: boolean },
  cell: (runs: readonly Run[], kind: 'cell' | 'headCell', end: boolean) => Paragraph
): Table {
  const whole = width + HANG
  const outer = columns.map((column) => (column.width === null ? null : column.width + 2 * MARGIN))
  const given = outer.reduce<number>((sum, column) => sum + (column ?? 0), 0)
  const open = outer.filter((column) => column === null).length
  const share = Math.max(LEAST, (whole - given) / Math.max(1, open))
  const widths = outer.map((column) => twips(column ?? share))
  const row = (cells: readonly (readonly Run[])[], kind: 'cell' | 'headCell'): TableRow => {
    return new TableRow({
      tableHeader: kind === 'headCell',
      cantSplit: true,
      children: columns.map((column, i) => {
        const color = hex(kind === 'headCell' ? COLORS.quiet : COLORS.rule)
        return new TableCell({
          width: { size: widths[i]!, type: WidthType.DXA },
          margins: MARGINS,
          borders: { top: NONE, left: NONE, right: NONE, bottom: { style: BorderStyle.SINGLE, size: 4, color } },
          children: [cell(cells[i] ?? [], kind, column.align === 'end')]
        })
      })
    })
  }
  const heads = head.length === 0 ? [] : [row(head, 'headCell')]
  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    indent: { size: twips(-HANG), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    ...(rightToLeft ? { visuallyRightToLeft: true } : {}),
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    rows: [...heads, ...rows.map((cells) => row(cells, 'cell'))]
  })
}
