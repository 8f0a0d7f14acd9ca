import type { QueryNode, Words } from './query.ts'
import type { Token, Wanted } from './tokens.ts'

/** Where a part of a query stands in a text, `[start, end)` in UTF-16 units; `part` is its number among the parts. */
export interface Match {
  start: number
  end: number
  part: number
}

/** A row of words: its first and last token. */
interface Row {
  first: Token
  last: Token
}

/** The parts of a query that stand in a text where they find it: words and neighbours that aren’t excluded. */
export function partsInText(root: QueryNode | null): Extract<QueryNode, { type: 'words' | 'near' }>[] {
  if (!root) return []
  if (root.type === 'words' || root.type === 'near') return [root]
  return root.type === 'and' || root.type === 'or' ? root.of.flatMap(partsInText) : []
}

/** The words that tell where a query’s parts stand in a text. */
export function wantedWords(root: QueryNode | null): Wanted {
  const rows = partsInText(root).flatMap((node) => (node.type === 'words' ? [node] : [node.left, node.right]))
  const words = rows.flatMap(({ tokens, prefix }) => (prefix ? tokens.slice(0, -1) : tokens))
  const beginnings = rows.flatMap(({ tokens, prefix }) => (prefix ? tokens.slice(-1) : []))
  return { words: new Set(words), beginnings: [...new Set(beginnings)] }
}

/**
 * All places of a query’s parts in a text, in its order; those of two parts that are the same words count once. `tokens` are all of the text, or those
 * of `wantedWords`.
 */
export function matchesIn(tokens: readonly Token[], root: QueryNode | null): Match[] {
  const rows = partsInText(root).flatMap((node, part) =>
    (node.type === 'words' ? rowsOf(tokens, node) : neighbours(tokens, node)).map((row) => ({ ...row, part }))
  )
  rows.sort((a, b) => a.first.at - b.first.at || b.last.at - a.last.at)
  return rows
    .filter(({ first, last }, i) => first !== rows[i - 1]?.first || last !== rows[i - 1]!.last)
    .map(({ first, last, part }) => ({ start: first.start, end: last.end, part }))
}

/** True where words stand in a row. */
export function hasRow(
  tokens: readonly string[],
  { tokens: words, prefix }: Pick<Words, 'tokens' | 'prefix'>
): boolean {
  for (let at = 0; at + words.length <= tokens.length; at++) if (standsAt(tokens, at, words, prefix)) return true
  return false
}

/** True where words are all there is. */
export function isRow(tokens: readonly string[], { tokens: words, prefix }: Pick<Words, 'tokens' | 'prefix'>): boolean {
  return tokens.length === words.length && standsAt(tokens, 0, words, prefix)
}

/** True where words begin it. */
export function beginsRow(
  tokens: readonly string[],
  { tokens: words, prefix }: Pick<Words, 'tokens' | 'prefix'>
): boolean {
  return tokens.length >= words.length && standsAt(tokens, 0, words, prefix)
}

function standsAt(tokens: readonly string[], at: number, words: readonly string[], prefix: boolean): boolean {
  const last = words.length - 1
  for (let i = 0; i < last; i++) if (tokens[at + i] !== words[i]) return false
  const token = tokens[at + last]!
  return prefix ? token.startsWith(words[last]!) : token === words[last]
}

function rowsOf(tokens: readonly Token[], { tokens: words, prefix }: Words): Row[] {
  const rows: Row[] = []
  const last = words.length - 1
  const lastWord = words[last]!
  candidate: for (let at = 0; at + last < tokens.length; at++) {
    const first = tokens[at]!
    const end = tokens[at + last]!
    // Where some are left out, words that stand one after the other here may not do so in the text.
    if (end.at - first.at !== last) continue
    for (let i = 0; i < last; i++) if (tokens[at + i]!.text !== words[i]) continue candidate
    if (prefix ? end.text.startsWith(lastWord) : end.text === lastWord) rows.push({ first, last: end })
  }
  return rows
}

/** The rows of two neighbours that are near enough, each once. None is its own neighbour, nor that of one of which it is a part. */
function neighbours(tokens: readonly Token[], { left, right, distance }: Extract<QueryNode, { type: 'near' }>): Row[] {
  const lefts = rowsOf(tokens, left)
  const rights = rowsOf(tokens, right)
  return [
    ...lefts.filter((row) => hasNeighbour(row, rights, distance)),
    ...rights.filter((row) => hasNeighbour(row, lefts, distance))
  ]
}

/** True where one of some rows, all of the same width and in order, stands beside a row with at most `distance` words between. */
function hasNeighbour({ first, last }: Row, others: readonly Row[], distance: number): boolean {
  // The number of the first that begins behind the row, and of the last that ends before it.
  const after = firstWhere(others, (other) => other.first.at > last.at)
  const before = firstWhere(others, (other) => other.last.at >= first.at) - 1
  return (
    (after < others.length && others[after]!.first.at - last.at - 1 <= distance) ||
    (before >= 0 && first.at - others[before]!.last.at - 1 <= distance)
  )
}

function firstWhere(rows: readonly Row[], holds: (row: Row) => boolean): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(rows[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
