import type { DomElement } from './dom.ts'
import { oneLine } from '../extracted/wording.ts'

/** Longer cells hold running text: the table lays a page out. */
const LONGEST_CELL = 400

/**
 * Office documents put paragraphs into every cell, which in a page of HTML is the sign of a table that lays it out. Takes them out of the cells of
 * tables that hold data, so that each row is one block.
 */
export function flattenCells(root: DomElement): void {
  for (const row of [...root.querySelectorAll('tr')]) {
    const cells = [...row.children].filter((cell) => /^T[DH]$/i.test(cell.tagName))
    const isData = cells.length > 1 && cells.every((cell) => isShort(cell))
    if (isData) for (const cell of cells) cell.textContent = textOfCell(cell)
  }
}

function isShort(cell: DomElement): boolean {
  return (cell.textContent ?? '').length <= LONGEST_CELL && cell.querySelector('table') === null
}

function textOfCell(cell: DomElement): string {
  const parts = [...cell.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6')].filter(
    (part) => part.querySelector('p, li') === null
  )
  if (parts.length === 0) return oneLine(cell.textContent ?? '')
  return oneLine(parts.map((part) => part.textContent ?? '').join(' '))
}
