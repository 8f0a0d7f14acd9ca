import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { htmlToText } from '../ui/html-text.ts'

/** Turns plain text into statements, one for each line that isn't blank. */
export function textToSlice(text: string, schema: Schema): Slice {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const first = lines[0]
  if (first !== undefined && lines.length === 1) return new Slice(Fragment.from(schema.text(first)), 0, 0)
  const statement = schema.nodes['statement']!
  return new Slice(Fragment.from(lines.map((line) => statement.create(null, schema.text(line)))), 1, 1)
}

/** A table that is wider is taken for layout and becomes text. */
const MOST_COLUMNS = 60

/**
 * What the clipboard holds, to be put at the selection: statements and, from markup, tables. Inside a table, a caption, a title or
 * a note it is text in one line. Null when there is nothing.
 */
export function pastedSlice({ schema, selection }: EditorState, html: string, text: string): Slice | null {
  const { parent, depth } = selection.$from
  const inSection = depth === 2 && (parent.type.name === 'statement' || parent.type.name === 'subheading')
  if (inSection && /<table[\s>]/i.test(html)) return markupToSlice(html, schema)
  const words = text || htmlToText(html)
  if (words.trim() === '') return null
  if (parent.type.name === 'statement' || !parent.inlineContent) return textToSlice(words, schema)
  return new Slice(Fragment.from(schema.text(words.trim().replace(/\s*[\r\n]+\s*/g, ' '))), 0, 0)
}

/** Statements and tables of foreign markup, which is parsed into an inert document and never shown. */
export function markupToSlice(html: string, schema: Schema): Slice | null {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const tables = [...page.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'))
  const nodes = new Map<string, Node>()
  for (const [i, table] of tables.entries()) {
    const node = tableOf(table, schema)
    const mark = `\ue000${i}\ue001`
    if (!node) continue
    nodes.set(mark, node)
    table.replaceWith(`\n${mark}\n`)
  }
  const lines = htmlToText(page.documentElement.outerHTML).split('\n')
  const statement = schema.nodes['statement']!
  const blocks = lines.flatMap((line): Node[] => {
    const words = line.trim()
    if (words === '') return []
    return [nodes.get(words) ?? statement.create(null, schema.text(words))]
  })
  return blocks.length === 0 ? null : new Slice(Fragment.from(blocks), 0, 0)
}

/** A table without joined cells: what spans several stands in the first of them. */
function tableOf(table: HTMLTableElement, schema: Schema): Node | null {
  const rows = [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => {
      const words = cell.textContent.replace(/\s+/g, ' ').trim()
      return [words, ...Array.from({ length: Math.min(cell.colSpan, MOST_COLUMNS + 1) - 1 }, () => '')]
    })
  )
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width === 0 || width > MOST_COLUMNS) return null
  const { table: type, tableRow, tableHeader, tableCell } = schema.nodes
  const content = rows.map((row, r) =>
    tableRow!.create(
      null,
      Array.from({ length: width }, (_, i) => {
        const cell = r === 0 ? tableHeader! : tableCell!
        return cell.create(null, row[i] ? schema.text(row[i]) : null)
      })
    )
  )
  return type!.create({ id: null, align: Array.from({ length: width }, () => null) }, content)
}

/** True for what was copied from a brief, whose structure may be kept. */
export function isOwnMarkup(html: string): boolean {
  return html.includes('data-pm-slice=')
}
