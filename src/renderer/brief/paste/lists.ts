import type { Node, Schema } from '@tiptap/pm/model'

/** An item of a list as Word puts it on the clipboard: a paragraph that says how deep it stands, with its sign before its words. */
export interface FlatItem {
  /** From 1. */
  level: number
  ordered: boolean
  statement: Node
}

/** How deep Word says that a paragraph stands in a list; null for one that is in none. */
export function listLevel(style: Map<string, string>): number | null {
  const found = /\blevel(\d+)\b/.exec(style.get('mso-list') ?? '')
  return found ? Math.min(9, Math.max(1, Number(found[1]))) : null
}

/** True when an item's sign counts: `1.`, `b)`, `iv.`. */
export function counts(sign: string): boolean {
  return /^\s*\(?(?:\d+|[a-z]{1,2}|[ivxlc]+)[.)]/i.test(sign)
}

/** Lists, one in another, of items that follow each other. */
export function nested(items: readonly FlatItem[], schema: Schema): Node[] {
  const lists: Node[] = []
  let at = 0
  while (at < items.length) {
    const { level, ordered } = items[at]!
    const made: Node[] = []
    while (at < items.length && items[at]!.level >= level && items[at]!.ordered === ordered) {
      const { statement } = items[at]!
      let end = at + 1
      while (end < items.length && items[end]!.level > level) end += 1
      made.push(schema.nodes['listItem']!.create(null, [statement, ...nested(items.slice(at + 1, end), schema)]))
      at = end
    }
    lists.push(schema.nodes[ordered ? 'orderedList' : 'bulletList']!.create(null, made))
  }
  return lists
}
