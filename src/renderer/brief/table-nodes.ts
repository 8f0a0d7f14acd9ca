import { Extension, Node } from '@tiptap/core'
import { ALIGNMENTS } from '../../shared/brief/brief.ts'
import { attribute } from './node-attribute.ts'

/** What may stand in statements and cells. */
export const INLINE = '(text | citation | hardBreak | note)*'

const Table = Node.create({
  name: 'table',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({
    id: attribute('id'),
    align: {
      default: [],
      parseHTML: (element: HTMLElement) =>
        (element.getAttribute('data-align') ?? '')
          .split(' ')
          .map((word) => ALIGNMENTS.find((align) => align === word) ?? null),
      renderHTML: (attributes: Record<string, unknown>) => ({
        'data-align': (attributes['align'] as (string | null)[]).map((align) => align ?? '-').join(' ')
      })
    }
  }),
  parseHTML: () => [{ tag: 'table[data-id]' }],
  renderHTML: ({ HTMLAttributes }) => ['table', { ...HTMLAttributes, class: 'brief-table' }, ['tbody', 0]]
})

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader | tableCell)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0]
})

/** Cells are never joined; what edits tables wants to know that of each. */
const ALONE = {
  colspan: { default: 1, parseHTML: () => 1, rendered: false },
  rowspan: { default: 1, parseHTML: () => 1, rendered: false },
  colwidth: { default: null, parseHTML: () => null, rendered: false }
}

const TableHeader = Node.create({
  name: 'tableHeader',
  content: INLINE,
  isolating: true,
  addAttributes: () => ALONE,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: () => ['th', { scope: 'col' }, 0]
})

const TableCell = Node.create({
  name: 'tableCell',
  content: INLINE,
  isolating: true,
  addAttributes: () => ALONE,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: () => ['td', 0]
})

const ROLES: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableHeader: 'header_cell',
  tableCell: 'cell'
}

/** Tells the editing of tables which node is which. */
const TableRoles = Extension.create({
  name: 'tableRoles',
  extendNodeSchema: ({ name }) => (ROLES[name] === undefined ? {} : { tableRole: ROLES[name] })
})

/** Tables, and what tells the editing of them which node is which. */
export const TABLE_NODES = [Table, TableRow, TableHeader, TableCell, TableRoles]
