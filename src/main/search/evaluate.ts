import { isAsked } from '../../shared/search/dates.ts'
import type { ValueField } from '../../shared/search/entries.ts'
import { beginsRow, hasRow, isRow } from '../../shared/search/matches.ts'
import type { QueryNode, TextField, Words } from '../../shared/search/query.ts'
import type { Tlp } from '../../shared/source/source.ts'
import { Bits } from './bits.ts'
import type { EntryTable, Value } from './entry-table.ts'
import { isShortPrefix, type PrefixSets } from './prefix-sets.ts'
import type { NearMatches } from './near-matches.ts'
import type { WordMatches } from './word-matches.ts'

/** Parts of a query that are given to FTS5 at once, at most: its parser takes no more than it has room for. */
const AT_ONCE = 32

/** A part for FTS5: words or neighbours. */
type Leaf = Extract<QueryNode, { type: 'words' | 'near' }>

const FIELDS: Record<Exclude<TextField, 'title'>, ValueField> = {
  author: 'author',
  publisher: 'publisher',
  speaker: 'speaker',
  tag: 'tag',
  lang: 'language',
  tlp: 'tlp',
  key: 'key'
}
/** Fields of sources, by which all that belongs to them is found. */
const OF_SOURCES: ReadonlySet<TextField> = new Set(['title', 'author', 'publisher', 'lang', 'tlp'])

interface EvaluatorParts {
  entries: EntryTable
  prefixes: PrefixSets
  words: WordMatches
  near: NearMatches
  caseTlp: Tlp
}

/** Finds the entries of a query: FTS5 tells in which entries words stand, all else is told here. */
export class Evaluator {
  readonly #entries: EntryTable
  readonly #prefixes: PrefixSets
  readonly #words: WordMatches
  readonly #near: NearMatches
  /** The handling of the case, which holds for sources that have none of their own. */
  readonly #caseTlp: Tlp

  constructor({ entries, prefixes, words, near, caseTlp }: EvaluatorParts) {
    this.#entries = entries
    this.#prefixes = prefixes
    this.#words = words
    this.#near = near
    this.#caseTlp = caseTlp
  }

  /** The entries that a query finds. The set is the caller's own. */
  find(node: QueryNode): Bits {
    switch (node.type) {
      case 'words':
        return isKept(node) ? this.#beginning(node.tokens[0]!, 'anywhere') : this.#matching(expressionOf(node))
      case 'near':
        return this.#near.entries(node, expressionOf(node))
      case 'and':
        return this.#all(node.of)
      case 'or':
        return this.#any(node.of)
      case 'not':
        return this.#entries.alive.copy().without(this.find(node.of))
      case 'field':
        return this.#inField(node)
      case 'date':
        return this.#published(node)
      case 'in':
        return this.#entries.ofScope(node.scope).copy()
    }
  }

  /** The rows of words of a query by which its answers are ranked, as FTS5 reads them; null when there is none, or too much. */
  rankedBy(node: QueryNode): string | null {
    const leaves = { count: 0 }
    const expression = ranked(node, leaves)
    return leaves.count > AT_ONCE ? null : expression
  }

  #all(parts: readonly QueryNode[]): Bits {
    const leaves = parts.filter(isFound)
    const found: Bits[] = []
    for (let at = 0; at < leaves.length; at += AT_ONCE)
      found.push(this.#matching(joined(leaves.slice(at, at + AT_ONCE).map(expressionOf), 'AND')))
    for (const part of parts) {
      if (isFound(part) || part.type === 'not') continue
      if (found.length > 0 && found.at(-1)!.count() === 0) break
      found.push(this.find(part))
    }
    const [first = this.#entries.alive.copy(), ...others] = found
    for (const other of others) first.keep(other)
    for (const part of parts) if (part.type === 'not') first.without(this.find(part.of))
    return first
  }

  #any(parts: readonly QueryNode[]): Bits {
    const leaves = parts.filter(isFound)
    const found = new Bits()
    for (let at = 0; at < leaves.length; at += AT_ONCE)
      found.join(this.#matching(joined(leaves.slice(at, at + AT_ONCE).map(expressionOf), 'OR')))
    for (const part of parts) if (!isFound(part)) found.join(this.find(part))
    return found
  }

  #matching(expression: string): Bits {
    return this.#words.entries(expression).copy()
  }

  #beginning(beginning: string, where: 'title' | 'anywhere'): Bits {
    return this.#prefixes.entries(beginning, where).keep(this.#entries.alive)
  }

  #inField({ field, tokens, prefix }: Extract<QueryNode, { type: 'field' }>): Bits {
    const words: Words = { type: 'words', tokens, prefix }
    const found =
      field === 'title'
        ? isKept(words)
          ? this.#beginning(tokens[0]!, 'title')
          : this.#matching(`title : ${expressionOf(words)}`)
        : this.#entries.withValue(FIELDS[field], (value) => this.#isMeant(field, value, words))
    if (field === 'tlp' && isRow(labelWords(this.#caseTlp), words)) {
      const labelled = this.#entries.withValue('tlp', () => true)
      found.join(this.#entries.ofScope('sources').copy().without(labelled))
    }
    if (field === 'key') return this.#withSources(found)
    return OF_SOURCES.has(field) ? this.#entries.belongingTo(found) : found
  }

  /** A source’s key finds what belongs to it, a quote’s key the quote and its note. */
  #withSources(found: Bits): Bits {
    return this.#entries.belongingTo(found.copy().keep(this.#entries.ofScope('sources'))).join(found)
  }

  #isMeant(field: TextField, value: Value, words: Words): boolean {
    const there = this.#entries.wordsOf(value)
    if (field === 'lang') return beginsRow(there, words)
    if (field === 'key') return isRow(there, words)
    return field === 'tlp' ? isRow(there.slice(1), words) : hasRow(there, words)
  }

  #published({ days }: Extract<QueryNode, { type: 'date' }>): Bits {
    const found = new Bits()
    this.#entries.alive.each((number) => {
      if (isAsked(days, this.#entries.days(number))) found.add(number)
    })
    return found
  }
}

function labelWords(tlp: Tlp): string[] {
  return tlp.toLowerCase().split(/[:+]/).slice(1)
}

/** True for the beginning of a word that is kept apart from FTS5. */
function isKept({ tokens, prefix }: Words): boolean {
  return prefix && tokens.length === 1 && isShortPrefix(tokens[0]!)
}

/** True for a row of words that FTS5 finds. */
function isFound(node: QueryNode): node is Words {
  return node.type === 'words' && !isKept(node)
}

function isLeaf(node: QueryNode): node is Leaf {
  return node.type === 'near' || isFound(node)
}

/** A part in FTS5’s language. A token is letters and digits alone, so that quotes around it hold whatever was typed. */
function expressionOf(node: Leaf): string {
  return node.type === 'words' ? row(node) : `NEAR(${row(node.left)} ${row(node.right)}, ${node.distance})`
}

function row({ tokens, prefix }: Words): string {
  return `"${tokens.join(' ')}"${prefix ? ' *' : ''}`
}

function ranked(node: QueryNode, leaves: { count: number }): string | null {
  if (isLeaf(node)) {
    leaves.count++
    return expressionOf(node)
  }
  if (node.type !== 'and' && node.type !== 'or') return null
  const parts = node.of.map((part) => ranked(part, leaves))
  // Where one of a choice can't be ranked by, ranking by the others would leave out what it finds.
  if (node.type === 'or' && parts.includes(null)) return null
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? null : joined(known, node.type === 'and' ? 'AND' : 'OR')
}

/** The same parts are written the same for finding and for ranking, so that an answer serves both. */
function joined(parts: readonly string[], operator: 'AND' | 'OR'): string {
  return parts.length === 1 ? parts[0]! : `(${parts.join(` ${operator} `)})`
}
