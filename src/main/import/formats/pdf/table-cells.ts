import { z } from 'zod'
import type { Cell, Line } from './line.ts'

/** What pdf.js gives of a tagged page's structure (PDF 32000-1, 14.7). */
interface Node {
  role?: string | undefined
  type?: string | undefined
  id?: string | undefined
  children?: Node[] | undefined
}
const Node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    role: z.string().optional(),
    type: z.string().optional(),
    id: z.string().optional(),
    children: z.array(Node).optional()
  })
)

const FEWEST = 2
/** A cell of more is a page's layout, not a table's. */
const MOST_LINES = 12

/** The cells of a page's tables by the names of their marked content. */
export function cellsOf(tree: unknown): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  const parsed = Node.nullable().safeParse(tree)
  if (!parsed.success || parsed.data === null) return cells
  tablesIn(parsed.data).forEach((node, table) => {
    const rows = partsOf(node, ['TR'], ['THead', 'TBody', 'TFoot', 'NonStruct']).map((row) =>
      partsOf(row, ['TH', 'TD'], ['NonStruct'])
    )
    if (rows.filter((row) => row.length >= FEWEST).length < FEWEST) return
    rows.forEach((row, r) =>
      row.forEach((each, cell) => {
        for (const id of contentOf(each)) cells.set(id, { table, row: r, cell })
      })
    )
  })
  return cells
}

function tablesIn(node: Node): Node[] {
  if (node.role === 'Table') return [node]
  return (node.children ?? []).flatMap(tablesIn)
}

function partsOf(node: Node, roles: readonly string[], through: readonly string[]): Node[] {
  return (node.children ?? []).flatMap((child) => {
    if (roles.includes(child.role ?? '')) return [child]
    return through.includes(child.role ?? '') ? partsOf(child, roles, through) : []
  })
}

function contentOf(node: Node): string[] {
  return (node.children ?? []).flatMap((child) =>
    child.type === 'content' && child.id ? [child.id] : contentOf(child)
  )
}

/** Makes one line of each row of a table, its cells' lines apart. A table whose cells hold whole columns of text is none. */
export function joinRows(lines: readonly Line[]): Line[] {
  const rows = new Map<string, Line[]>()
  const counts = new Map<string, number>()
  const tooLong = new Set<number>()
  for (const line of lines) {
    if (!line.cell) continue
    const { table, row, cell } = line.cell
    rows.set(`${table} ${row}`, [...(rows.get(`${table} ${row}`) ?? []), line])
    const count = (counts.get(`${table} ${row} ${cell}`) ?? 0) + 1
    counts.set(`${table} ${row} ${cell}`, count)
    if (count > MOST_LINES) tooLong.add(table)
  }
  const done = new Set<string>()
  return lines.flatMap((line) => {
    if (!line.cell || tooLong.has(line.cell.table)) return [line]
    const key = `${line.cell.table} ${line.cell.row}`
    if (done.has(key)) return []
    done.add(key)
    return [rowOf(rows.get(key)!)]
  })
}

function rowOf(lines: readonly Line[]): Line {
  const numbers = [...new Set(lines.map(({ cell }) => cell!.cell))].sort((a, b) => a - b)
  const cells = numbers.map((number) => lines.filter(({ cell }) => cell!.cell === number).map(({ text }) => text))
  return {
    text: cells.flat().join(' '),
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    base: Math.min(...lines.map(({ base }) => base)),
    size: lines[0]!.size,
    cells
  }
}
