import type { Node } from '@tiptap/pm/model'
import { Plugin, Selection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import {
  addColumn,
  addRow,
  deleteTable,
  goToNextCell,
  isInTable,
  removeColumn,
  removeRow,
  selectedRect,
  TableMap,
  type TableRect
} from '@tiptap/pm/tables'
import type { Alignment } from '../../shared/brief/brief.ts'
import { blockPlace } from '../state/brief/document.ts'
import { bringsBlocks } from './ids.ts'

const COLUMNS = 3
const ROWS = 3

/** A new table: a header and two empty rows. */
function emptyTable(state: EditorState): Node {
  const nodes = state.schema.nodes
  const rows = Array.from({ length: ROWS }, (_, r) => {
    const cell = nodes[r === 0 ? 'tableHeader' : 'tableCell']!
    return nodes['tableRow']!.create(
      null,
      Array.from({ length: COLUMNS }, () => cell.create())
    )
  })
  return nodes['table']!.create({ id: null, align: Array.from({ length: COLUMNS }, () => null) }, rows)
}

/** Puts a table after the block with the caret, and the caret into its first cell. */
export function insertTable(state: EditorState): Transaction {
  const table = emptyTable(state)
  const tr = insertBlock(state, table)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(blockPlace(state.doc, state.selection.from).from + 2)))
}

/** Puts a block after the one with the caret, or in the place of an empty statement, with a statement to go on in after it. */
export function insertBlock(state: EditorState, block: Node): Transaction {
  const { from, to } = blockPlace(state.doc, state.selection.from)
  const tr = state.tr.replaceWith(from, to, block)
  const after = from + block.nodeSize
  if (!tr.doc.resolve(after).nodeAfter) tr.insert(after, state.schema.nodes['statement']!.create())
  return tr.scrollIntoView()
}

/** A command on the rows and columns with the caret; false outside a table. */
function onTable(change: (tr: Transaction, rect: TableRect) => Transaction | null): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false
    const tr = change(state.tr, selectedRect(state))
    if (tr) dispatch?.(tr.scrollIntoView())
    return true
  }
}

type Align = (Alignment | null)[]

/** Every change of the columns sets their alignments anew: what is drawn of a cell hangs on the place of its column. */
function realign(tr: Transaction, rect: TableRect, change: (align: Align) => Align): Transaction {
  const known = rect.table.attrs['align'] as Align
  const align = Array.from({ length: rect.map.width }, (_, i) => known[i] ?? null)
  return tr.setNodeAttribute(rect.tableStart - 1, 'align', change(align))
}

/** Nothing stands above the header. */
export const rowAbove = onTable((tr, rect) => addRow(tr, rect, Math.max(1, rect.top)))
export const rowBelow = onTable((tr, rect) => addRow(tr, rect, rect.bottom))
export const dropRow = onTable((tr, rect) => {
  if (rect.bottom - rect.top >= rect.map.height) return dropped(tr, rect)
  for (let row = rect.bottom - 1; row >= rect.top; row--) removeRow(tr, freshRect(tr, rect), row)
  return tr
})
export const columnBefore = onTable((tr, rect) =>
  realign(addColumn(tr, rect, rect.left), rect, (align) => align.toSpliced(rect.left, 0, null))
)
export const columnAfter = onTable((tr, rect) =>
  realign(addColumn(tr, rect, rect.right), rect, (align) => align.toSpliced(rect.right, 0, null))
)
export const dropColumn = onTable((tr, rect) => {
  if (rect.right - rect.left >= rect.map.width) return dropped(tr, rect)
  for (let column = rect.right - 1; column >= rect.left; column--) removeColumn(tr, freshRect(tr, rect), column)
  return realign(tr, rect, (align) => align.toSpliced(rect.left, rect.right - rect.left))
})
export const dropTable: Command = deleteTable

/** Aligns the columns with the caret. */
export function alignColumns(to: Alignment | null): Command {
  return onTable((tr, rect) =>
    realign(tr, rect, (align) => align.map((each, i) => (i >= rect.left && i < rect.right ? to : each)))
  )
}

function dropped(tr: Transaction, rect: TableRect): Transaction {
  tr.delete(rect.tableStart - 1, rect.tableStart - 1 + rect.table.nodeSize)
  return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(rect.tableStart - 1, tr.doc.content.size))))
}

/** The table as it is after the steps so far. */
function freshRect(tr: Transaction, rect: TableRect): TableRect {
  const table = tr.doc.nodeAt(rect.tableStart - 1)!
  return { ...rect, table, map: TableMap.get(table) }
}

/** Tab goes to the next cell, and makes a row behind the last. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false
  if (goToNextCell(1)(state, dispatch)) return true
  if (!dispatch || !view) return true
  dispatch(addRow(state.tr, selectedRect(state), selectedRect(state).map.height))
  return goToNextCell(1)(view.state, view.dispatch)
}

/** Shift+Tab goes to the cell before, and stays in the first. */
export const previousCell: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  goToNextCell(-1)(state, dispatch)
  return true
}

/** Enter goes to the cell below, and out of the table from the last row. */
export const enterInTable: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  const { map, top, left, bottom, tableStart, table } = selectedRect(state)
  if (bottom < map.height) {
    const below = tableStart + map.map[(top + 1) * map.width + left]!
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, below + 1)).scrollIntoView())
    return true
  }
  const after = tableStart - 1 + table.nodeSize
  const tr = state.tr
  if (tr.doc.resolve(after).nodeAfter?.type.name !== 'statement') {
    tr.insert(after, state.schema.nodes['statement']!.create())
  }
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  return true
}

/** Keeps the cells of first rows headers and those of other rows none, whatever was removed or pasted. */
export function headerPlugin(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, state) {
      if (!transactions.some((transaction) => transaction.docChanged && changesBlocks(transaction))) return null
      const { tableHeader, tableCell } = state.schema.nodes
      const tr = state.tr
      state.doc.descendants((node, pos, parent, index) => {
        if (node.type.name !== 'tableRow' || !parent) return node.type.name !== 'tableRow' && !node.isTextblock
        const type = index === 0 ? tableHeader! : tableCell!
        node.forEach((cell, offset) => {
          if (cell.type !== type) tr.setNodeMarkup(pos + 1 + offset, type)
        })
        return false
      })
      return tr.docChanged ? tr : null
    }
  })
}

/** True when a change brings, joins or removes blocks: typing within one doesn't. */
function changesBlocks(transaction: Transaction): boolean {
  if (bringsBlocks(transaction)) return true
  return transaction.steps.some((step, index) => {
    const { from } = step as { from?: number }
    return from !== undefined && !transaction.docs[index]!.resolve(from).parent.inlineContent
  })
}
