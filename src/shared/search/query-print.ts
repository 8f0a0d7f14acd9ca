import { isSingle } from './letters.ts'
import type { QueryNode } from './query.ts'
import { wordsOf } from './tokens.ts'

/** How a query was read, in the language of queries itself: what is printed is read as the same tree. */
export function printQuery(node: QueryNode): string {
  return print(node, 0)
}

/** How closely a kind of part binds what it joins; looser parts need brackets within closer ones. */
const BINDING = { or: 1, and: 2, not: 3, near: 4, words: 5, field: 5, date: 5, in: 5 } as const

function print(node: QueryNode, within: number): string {
  const binding = BINDING[node.type]
  const text = inner(node, binding)
  return binding < within ? `(${text})` : text
}

function inner(node: QueryNode, binding: number): string {
  switch (node.type) {
    case 'words':
      return row(node.tokens, node.prefix)
    case 'near':
      return `${print(node.left, binding)} NEAR/${node.distance} ${print(node.right, binding)}`
    case 'and':
    case 'or':
      return node.of.map((part) => print(part, binding + 1)).join(node.type === 'and' ? ' AND ' : ' OR ')
    case 'not':
      return `NOT ${print(node.of, binding + 1)}`
    case 'field':
      return `${node.field}:${row(node.tokens, node.prefix)}`
    case 'date':
      return `date:${node.asked}`
    case 'in':
      return `in:${node.scope}`
  }
}

function row(tokens: readonly string[], prefix: boolean): string {
  const star = prefix ? '*' : ''
  if (tokens.length === 1) return tokens[0]! + star
  const run = tokens.join('')
  // Parts of Hangul would become a syllable.
  return tokens.every(isSingle) && wordsOf(run).length === tokens.length ? run + star : `"${tokens.join(' ')}"${star}`
}
