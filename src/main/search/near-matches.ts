import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { QueryNode, Words } from '../../shared/search/query.ts'
import { Bits } from './bits.ts'
import { APART } from './word-bytes.ts'
import type { WordMatches } from './word-matches.ts'

/** Two rows of words near one another. */
type Near = Extract<QueryNode, { type: 'near' }>

/** Where words stand, as one number: by entry, then column, then place. No text has so many words. */
const PLACES = 2 ** 27
const COLUMNS = { body: 0, title: 1, meta: 2 } as const

/**
 * In which entries words are near one another. FTS5's own `NEAR` has a word near itself, and reaches over from one value of the metadata to the next: where
 * that can be, the places of the words are looked at.
 */
export class NearMatches {
  readonly #words: WordMatches
  readonly #places: StatementSync

  constructor(database: DatabaseSync, words: WordMatches) {
    this.#words = words
    database.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.place USING fts5vocab(main, words, instance)')
    // A word begins with another from it on up to what would follow it with the last of all characters.
    this.#places = database.prepare('SELECT doc, col, offset FROM temp.place WHERE term >= ? AND term <= ?')
    this.#places.setReturnArrays(true)
  }

  /** The entries of two rows of words that are near one another; `expression` is that in FTS5's language. The set is the caller's own. */
  entries(near: Near, expression: string): Bits {
    if (mayOverlap(near.left, near.right)) return this.#lookedAt(near, this.#words.entries(expression))
    const found = this.#words.entries(`{body title} : ${expression}`).copy()
    const inMeta = this.#words.entries(`meta : ${expression}`)
    const single = inMeta.copy().without(this.#words.entries(`meta : "${APART}"`))
    const several = inMeta.copy().without(single).without(found)
    found.join(single)
    return several.count() === 0 ? found : found.join(this.#lookedAt(near, several))
  }

  #lookedAt({ left, right, distance }: Near, candidates: Bits): Bits {
    const found = new Bits()
    if (candidates.count() === 0) return found
    const lefts = this.#rows(left, candidates)
    const rights = this.#rows(right, candidates)
    const parted = this.#sorted(APART, APART, candidates)
    const isParted = (from: number, to: number): boolean => {
      const at = firstFrom(parted, from)
      return at < parted.length && parted[at]! < to
    }
    for (const [rows, width, others] of [
      [lefts, left.tokens.length, rights],
      [rights, right.tokens.length, lefts]
    ] as const)
      for (const row of rows) {
        // The nearest that follows: if that is too far or behind what parts values, all others are.
        const next = others[firstFrom(others, row + width)]
        if (next !== undefined && next - (row + width) <= distance && !isParted(row, next))
          found.add(Math.floor(row / (3 * PLACES)))
      }
    return found
  }

  /** Where a row of words begins, in order. */
  #rows({ tokens, prefix }: Words, candidates: Bits): number[] {
    return tokens.reduce<number[]>((rows, token, i) => {
      const isBeginning = prefix && i === tokens.length - 1
      const places = this.#sorted(token, isBeginning ? `${token}\u{10ffff}` : token, candidates)
      if (i === 0) return places
      const there = new Set(places)
      return rows.filter((row) => there.has(row + i))
    }, [])
  }

  #sorted(from: string, to: string, candidates: Bits): number[] {
    const places: number[] = []
    for (const row of this.#places.iterate(from, to)) {
      const [entry, column, offset] = row as unknown as [number, keyof typeof COLUMNS, number]
      if (candidates.has(entry)) places.push((entry * 3 + COLUMNS[column]) * PLACES + offset)
    }
    return places.sort((a, b) => a - b)
  }
}

/** The number of the first place at or behind another. */
function firstFrom(places: readonly number[], place: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < place) low = middle + 1
    else high = middle
  }
  return low
}

/** True where a row of words can stand in a place that the other takes part of: then FTS5 finds them near each other there. */
function mayOverlap(a: Words, b: Words): boolean {
  for (let shift = 1 - b.tokens.length; shift < a.tokens.length; shift++) {
    const from = Math.max(0, shift)
    const to = Math.min(a.tokens.length, shift + b.tokens.length)
    let fits = true
    for (let at = from; fits && at < to; at++) fits = mayBeSame(a, at, b, at - shift)
    if (fits) return true
  }
  return false
}

function mayBeSame(a: Words, i: number, b: Words, j: number): boolean {
  const [one, other] = [a.tokens[i]!, b.tokens[j]!]
  const begins = a.prefix && i === a.tokens.length - 1
  const otherBegins = b.prefix && j === b.tokens.length - 1
  return one === other || (begins && other.startsWith(one)) || (otherBegins && one.startsWith(other))
}
