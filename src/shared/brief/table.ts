import type { Alignment, Table, TableCell } from './brief.ts'

/** A table with as many cells in each row as it has columns. */
export interface TableGrid {
  align: (Alignment | null)[]
  head: TableCell[]
  rows: TableCell[][]
}

/** A table's columns, header and rows, with short ones filled up: nothing that stands in a longer row is left out. */
export function tableGrid({ attrs, content }: Table): TableGrid {
  const width = Math.max(...content.map((row) => row.content.length))
  const filled = (length: number): number[] => Array.from({ length }, (_, i) => i)
  const [head = [], ...rows] = content.map((row, r) =>
    filled(width).map((i): TableCell => {
      const cell = row.content[i]
      return { ...cell, type: r === 0 ? 'tableHeader' : 'tableCell' }
    })
  )
  return { align: filled(width).map((i) => attrs.align[i] ?? null), head, rows }
}
