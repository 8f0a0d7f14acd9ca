import type { Entry } from '../../shared/search/entries.ts'
import type { QueryNode } from '../../shared/search/query.ts'
import type { Tlp } from '../../shared/source/source.ts'

/**
 * What a search has to find, told by going through everything: the definitions of docs/search.md written down once more, as plainly as can be, and
 * with nothing of the program but the tree of a query.
 */

const CHARACTER = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u
const WORD = /[\p{L}\p{N}]/u

/** The words of a text. */
export function oracleWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
  const spaced = [...folded]
    .map((character) => (!WORD.test(character) ? ' ' : CHARACTER.test(character) ? ` ${character} ` : character))
    .join('')
  return (
    spaced
      .split(' ')
      .filter((word) => word !== '')
      // A longer word is known by its beginning.
      .map((word) => word.slice(0, 8_000))
  )
}

/** An entry with what it's found by. */
export interface Known {
  entry: Entry
  /** The entry of its source, which may be itself. */
  source: Known | null
  columns: string[][]
  body: string[]
  title: string[]
}

export function known(entries: readonly { entry: Entry; text: string | null }[]): Known[] {
  const all = entries.map(({ entry, text }): Known => {
    const title = entry.scope === 'sources' ? oracleWords(entry.title) : []
    const body = oracleWords(entry.text ?? text ?? '')
    return { entry, source: null, title, body, columns: [title, body, ...entry.meta.map(oracleWords)] }
  })
  for (const one of all)
    one.source = all.find(({ entry }) => entry.scope === 'sources' && entry.id === one.entry.sourceId) ?? null
  return all
}

/** Where words stand in a row. */
function rows(words: readonly string[], tokens: readonly string[], prefix: boolean): number[] {
  return words.flatMap((_, at) =>
    tokens.every((token, i) => {
      const word = words[at + i]
      return prefix && i === tokens.length - 1 ? word?.startsWith(token) : word === token
    })
      ? [at]
      : []
  )
}

function pairs(
  words: readonly string[],
  { left, right, distance }: Extract<QueryNode, { type: 'near' }>
): [number, number][] {
  return rows(words, left.tokens, left.prefix).flatMap((a) =>
    rows(words, right.tokens, right.prefix).flatMap((b): [number, number][] => {
      // Words aren't near what they are themselves, nor near what they are a part of.
      const between = Math.max(b - (a + left.tokens.length), a - (b + right.tokens.length))
      return between >= 0 && between <= distance ? [[a, b]] : []
    })
  )
}

/** True when a query finds an entry. */
export function finds(node: QueryNode, one: Known, caseTlp: Tlp): boolean {
  switch (node.type) {
    case 'words':
      return one.columns.some((words) => rows(words, node.tokens, node.prefix).length > 0)
    case 'near':
      return one.columns.some((words) => pairs(words, node).length > 0)
    case 'and':
      return node.of.every((part) => finds(part, one, caseTlp))
    case 'or':
      return node.of.some((part) => finds(part, one, caseTlp))
    case 'not':
      return !finds(node.of, one, caseTlp)
    case 'in':
      return one.entry.scope === node.scope
    case 'date': {
      const published = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(one.entry.published ?? '')?.[0] ?? null
      if (node.days === 'none' || published === null) return node.days === 'none' && published === null
      const day = (filler: string): number => Number((published + filler.slice(published.length)).replaceAll('-', ''))
      const first = day('0000-01-01')
      const last = day('0000-12-31')
      return (node.days.from === null || last >= node.days.from) && (node.days.to === null || first <= node.days.to)
    }
    case 'field': {
      const has = (owner: Known | null, field: string, isMeant: (words: string[]) => boolean): boolean =>
        owner !== null && owner.entry.values.some(([name, value]) => name === field && isMeant(oracleWords(value)))
      const there = (words: readonly string[]): number[] => rows(words, node.tokens, node.prefix)
      const is = (words: readonly string[]): boolean => there(words).includes(0) && words.length === node.tokens.length
      switch (node.field) {
        case 'title':
          return one.source !== null && there(one.source.title).length > 0
        case 'author':
        case 'publisher':
          return has(one.source, node.field, (words) => there(words).length > 0)
        case 'speaker':
        case 'tag':
          return has(one, node.field, (words) => there(words).length > 0)
        case 'lang':
          return has(one.source, 'language', (words) => there(words).includes(0))
        case 'key':
          return has(one, 'key', is) || has(one.source, 'key', is)
        case 'tlp': {
          const label = one.source?.entry.values.find(([name]) => name === 'tlp')?.[1] ?? caseTlp
          return one.source !== null && is(label.toLowerCase().split(/[:+]/).slice(1))
        }
      }
    }
  }
}

/** How often a query stands in a text: each of its places once. */
export function countIn(node: QueryNode, words: readonly string[]): number {
  const places = new Set<string>()
  const go = (part: QueryNode): void => {
    if (part.type === 'and' || part.type === 'or') part.of.forEach(go)
    if (part.type === 'words')
      for (const at of rows(words, part.tokens, part.prefix)) places.add(`${at} ${part.tokens.length}`)
    if (part.type === 'near')
      for (const [a, b] of pairs(words, part)) {
        places.add(`${a} ${part.left.tokens.length}`)
        places.add(`${b} ${part.right.tokens.length}`)
      }
  }
  go(node)
  return places.size
}
