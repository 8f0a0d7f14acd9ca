import { joined, type QueryNode } from './query.ts'

/** So many words of a query count: to look for a row of many thousand takes many seconds, and the first of them find it as well. */
export const MOST_WORDS = 500

/** A query with its first words alone, where it has too many; null when nothing is left of it. */
export function boundedQuery(root: QueryNode): QueryNode | null {
  let left = MOST_WORDS
  const bounded = (node: QueryNode): QueryNode | null => {
    switch (node.type) {
      case 'words':
      case 'field': {
        if (node.tokens.length <= left) {
          left -= node.tokens.length
          return node
        }
        const tokens = node.tokens.slice(0, left)
        left = 0
        return tokens.length === 0 ? null : { ...node, tokens, prefix: false }
      }
      case 'near': {
        left -= node.left.tokens.length + node.right.tokens.length
        if (left >= 0) return node
        left = 0
        return null
      }
      case 'and':
      case 'or':
        return joined(node.type, node.of.map(bounded))
      case 'not': {
        const of = bounded(node.of)
        return of && { type: 'not', of }
      }
      case 'date':
      case 'in':
        return node
    }
  }
  return bounded(root)
}
