import type { Fragment } from '@tiptap/pm/model'
import { type Node, type Schema } from '@tiptap/pm/model'
import { declarations } from './style.ts'

/** A table that is wider is taken for layout and becomes text. */
const MOST_COLUMNS = 60

const isOf = (table: Element) => (element: Element) => element.closest('table') === table

/** The rows of a table with their cells, without those of tables within. */
function rowsOf(table: Element): Element[][] {
  return [...table.querySelectorAll('tr')]
    .filter(isOf(table))
    .map((row) => [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th'))
    .filter((cells) => cells.length > 0)
}

const span = (cell: Element, name: 'colspan' | 'rowspan'): number =>
  Math.min(1000, Math.max(1, Math.trunc(Number(cell.getAttribute(name))) || 1))

/** The cells of a table in their columns; null where one that spans several reaches. */
function gridOf(table: Element): (Element | null)[][] {
  const rows = rowsOf(table)
  const grid: (Element | null | undefined)[][] = rows.map(() => [])
  rows.forEach((cells, r) => {
    let column = 0
    for (const cell of cells) {
      while (grid[r]![column] !== undefined) column += 1
      const wide = Math.min(span(cell, 'colspan'), MOST_COLUMNS + 1)
      for (let down = 0; down < Math.min(span(cell, 'rowspan'), rows.length - r); down++)
        for (let right = 0; right < wide; right++) grid[r + down]![column + right] = down + right === 0 ? cell : null
      column += wide
    }
  })
  const width = Math.max(0, ...grid.map((row) => row.length))
  return grid.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? null))
}

/**
 * A table without joined cells: what spans several stands in the first of them. Null for what only places things on a page: a table in or around
 * another, of one column, of very many, or that says so. `read` makes a cell's words.
 */
export function tableOf(table: Element, schema: Schema, read: (cell: Element) => Fragment): Node | null {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '') || table.querySelector('table')) return null
  const grid = gridOf(table)
  const width = grid[0]?.length ?? 0
  if (width < 2 || width > MOST_COLUMNS) return null
  const { table: type, tableRow, tableHeader, tableCell } = schema.nodes
  const rows = grid.map((row, r) =>
    tableRow!.create(
      null,
      row.map((cell) => (r === 0 ? tableHeader! : tableCell!).create(null, cell && read(cell)))
    )
  )
  return type!.create({ id: null, align: alignments(grid) }, rows)
}

/** How each column is aligned, where all of its cells under the header are alike. */
function alignments(grid: (Element | null)[][]): (string | null)[] {
  const of = (cell: Element): string => declarations(cell).get('text-align') ?? cell.getAttribute('align') ?? ''
  const known: Record<string, string> = { right: 'end', end: 'end', center: 'center' }
  return grid[0]!.map((_, column) => {
    const cells = grid.slice(1).flatMap((row) => row[column] ?? [])
    const first = cells[0] && of(cells[0]).toLowerCase()
    const alike = first !== undefined && cells.every((cell) => of(cell).toLowerCase() === first)
    return alike ? (known[first] ?? null) : null
  })
}
