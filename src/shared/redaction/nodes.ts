import type { Mark } from '../brief/brief.ts'

/** A node of a brief's document, of whatever type. */
export interface Node {
  type: string
  attrs?: Readonly<Record<string, unknown>> | undefined
  content?: readonly Node[] | undefined
  text?: string | undefined
  marks?: readonly Mark[] | undefined
}

/** Nodes that hold nodes of their own, and no words between them. */
export const CONTAINERS: ReadonlySet<string> = new Set([
  'doc',
  'section',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow'
])

/** Nodes whose words run through their text nodes, whatever stands between these. */
export const LINES: ReadonlySet<string> = new Set([
  'sectionTitle',
  'statement',
  'quoteBlock',
  'subheading',
  'tableHeader',
  'tableCell',
  'figure',
  'note'
])

/** What stands in a line besides text. */
export const INLINES: ReadonlySet<string> = new Set(['citation', 'hardBreak', 'note'])

/** A node and all below it, in reading order. */
export function* walkNodes(node: Node): Generator<Node> {
  yield node
  for (const child of node.content ?? []) yield* walkNodes(child)
}

/** The words of a line without its citations, its notes behind it; of a container, those of its lines. */
export function wordsIn(node: Node): string {
  if (CONTAINERS.has(node.type)) return (node.content ?? []).map(wordsIn).join(APART)
  const line = (node.content ?? [])
    .map((each) => (each.type === 'hardBreak' ? '\n' : each.type === 'text' ? (each.text ?? '') : ''))
    .join('')
  const notes = (node.content ?? []).filter(({ type }) => type === 'note')
  return [line, ...notes.map(wordsIn)].join(APART)
}

/** Stands between texts in which nothing is to be found that goes on from one into the other. */
export const APART = '\n\u2042\n'
