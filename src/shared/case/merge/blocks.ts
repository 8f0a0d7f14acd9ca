import type { Inline, Statement } from '../../brief/brief.ts'
import type { IdBlock } from '../../brief/walk.ts'
import { digest } from './canonical.ts'
import { mergeValue, otherSide, settled, type Teller, type Three } from './fields.ts'
import type { Side } from './conflicts.ts'
import { leafContent, type Leaf } from './tree.ts'

/** How people see what a citation points to: `Q3`, or null when it isn't in the case. */
export type KeyOf = (id: string) => string | null

/** What a block is called before people. */
export const BLOCK_NAMES: Record<Leaf['type'], string> = {
  statement: 'Statement',
  quoteBlock: 'Quote in the brief',
  subheading: 'Statement',
  table: 'Table',
  figure: 'Figure'
}

/**
 * Merges one block in two versions. Where both changed its words, both stand; so do quote blocks, tables and figures that both
 * changed at all, since words and the place that they claim belong together.
 */
export class BlockMerge {
  readonly #keyOf: KeyOf
  /** True when a side's document has a block of this id. */
  readonly #has: (side: Side, id: string) => boolean

  constructor(keyOf: KeyOf, has: (side: Side, id: string) => boolean) {
    this.#keyOf = keyOf
    this.#has = has
  }

  /** The block in the result: one node, or two when both versions stand. The second has an id made of its own and its words. */
  merge({ base, a, b }: Three<Leaf>, teller: Teller): Leaf[] {
    const agreed = settled({ base: base && leafContent(base), a: leafContent(a), b: leafContent(b) })
    if (agreed) return [agreed.value === leafContent(a) ? a : b]
    if (a.type === 'statement' && b.type === 'statement' && (!base || base.type === 'statement')) {
      return this.#statement({ base, a, b }, teller) ?? this.#both({ base, a, b }, teller)
    }
    if (isWhole(a) && isWhole(b) && a.type === b.type) {
      return this.#both({ base: base && isWhole(base) ? base : undefined, a, b }, teller)
    }
    throw new TypeError(`A ${a.type} can’t be merged with a ${b.type}.`)
  }

  /** The block's words for people, with the keys of what it cites. */
  text(leaf: Leaf): string {
    if (leaf.type === 'table') {
      return leaf.content
        .map((row) => row.content.map((cell) => this.#words(cell.content ?? [])).join(' | '))
        .join('\n')
    }
    const words = this.#words(leaf.content ?? [])
    if (leaf.type === 'subheading') return words
    if (leaf.type === 'figure') {
      const { sourceId, label, alt } = leaf.attrs
      return [`[${this.#target(null, sourceId, label)}]`, words, alt && `(${alt})`]
        .filter((part) => part !== '')
        .join(' ')
    }
    if (leaf.type === 'quoteBlock') {
      const { quoteId, sourceId, label } = leaf.attrs
      return `“${words}” [${this.#target(quoteId, sourceId, label)}]`
    }
    const { kind, likelihood, confidence } = leaf.attrs
    const judged = [kind, likelihood, confidence && `${confidence} confidence`].filter((part) => part !== null)
    return judged.length === 0 ? words : `${words} (${judged.join(', ')})`
  }

  #words(content: readonly Inline[]): string {
    return content.map((node) => this.#inline(node)).join('')
  }

  #inline(node: Inline): string {
    if (node.type === 'hardBreak') return '\n'
    if (node.type === 'text') return node.text
    if (node.type === 'note') return `[Note: ${this.#words(node.content ?? [])}]`
    const { quoteId, sourceId, label, relation, locator } = node.attrs
    const target = [this.#target(quoteId, sourceId, label), locator].filter((part) => part !== null).join(' ')
    return relation === 'supports' ? `[${target}]` : `[${target}, ${relation}]`
  }

  #target(quoteId: string | null, sourceId: string | null, label: string | null): string {
    const id = quoteId ?? sourceId
    return (id === null ? label : this.#keyOf(id)) ?? '?'
  }

  #statement({ base, a, b }: Three<Statement>, teller: Teller): Statement[] | null {
    const content = settled({ base: base && (base.content ?? []), a: a.content ?? [], b: b.content ?? [] })
    if (!content) return null
    const attr = <K extends 'kind' | 'likelihood' | 'confidence'>(name: K, field: string): Statement['attrs'][K] =>
      mergeValue({ base: base?.attrs[name], a: a.attrs[name], b: b.attrs[name] }, teller, 'block', field)
    const attrs = {
      id: a.attrs.id,
      kind: attr('kind', 'Kind of statement'),
      likelihood: attr('likelihood', 'Likelihood'),
      confidence: attr('confidence', 'Confidence')
    }
    const statement: Statement = { type: 'statement', attrs }
    return [content.value.length === 0 ? statement : { ...statement, content: content.value }]
  }

  #both({ base, a, b }: Three<IdBlock>, teller: Teller): Leaf[] {
    const sides = { a, b }
    const settledBy = (['a', 'b'] as const).filter((side) => this.#has(otherSide(side), derivedId(sides[side])))
    if (settledBy.length === 1) return [sides[otherSide(settledBy[0]!)]]
    const empty = (['a', 'b'] as const).find((side) => isEmpty(sides[side]) && !isEmpty(sides[otherSide(side)]))
    const first: Side = empty ? otherSide(empty) : leafContent(a) < leafContent(b) ? 'a' : 'b'
    const second = sides[otherSide(first)]
    const decided = teller.conflicts.add(teller.about, {
      kind: 'block',
      field: BLOCK_NAMES[a.type],
      base: base ? this.text(base) : null,
      a: this.text(a),
      b: this.text(b),
      outcome: empty ? 'The words stand that the other copy removed.' : 'Both versions stand, one after the other.',
      choices: empty ? ['a', 'b'] : ['a', 'b', 'both']
    })
    if (decided === 'a' || decided === 'b') return [sides[decided]]
    if (empty || settledBy.length === 2) return [sides[first]]
    return [sides[first], withId(second, derivedId(second))]
  }
}

/** True for a block that is merged as a whole. */
function isWhole(leaf: Leaf): leaf is Exclude<IdBlock, Statement> {
  return leaf.type !== 'statement' && leaf.type !== 'subheading'
}

/** True for a block without words; a figure shows something without any. */
function isEmpty({ type, content }: Leaf): boolean {
  return type !== 'figure' && (!content || content.length === 0)
}

/** A block under another id. */
export function withId<T extends IdBlock>(block: T, id: string): T {
  return { ...block, attrs: { ...block.attrs, id } }
}

/** The id under which a version of a block stands beside another: the same whenever the same two are merged. */
export function derivedId(block: IdBlock): string {
  return `${block.attrs.id}-${digest(leafContent(block))}`
}

export function sameLeaf(x: Leaf, y: Leaf): boolean {
  return leafContent(x) === leafContent(y)
}
