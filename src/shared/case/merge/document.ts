import type { BriefDocument, List, ListItem, Section, SectionBlock, Statement } from '../../brief/brief.ts'
import { sectionTitle } from '../../brief/walk.ts'
import { BLOCK_NAMES, BlockMerge, sameLeaf, type KeyOf } from './blocks.ts'
import { compareText } from './canonical.ts'
import type { Conflicts, Side, Subject } from './conflicts.ts'
import { otherSide, settled, sideByContent, tell, type Teller } from './fields.ts'
import { mergeSequence } from './sequence.ts'
import { ID_BLOCKS, isLeaf, ROOT, treesOf, type Leaf, type Node, type Tree } from './tree.ts'
import { uniqueIds } from './unique-ids.ts'

const SIDES = ['a', 'b'] as const
type Docs = { base: BriefDocument | undefined; a: BriefDocument; b: BriefDocument }

/** What the merge of a document needs to know of the rest. */
export interface DocumentContext {
  conflicts: Conflicts
  brief: { id: string; title: string }
  keyOf: KeyOf
}

/**
 * Merges two versions of a brief's document, block by block. A block is where it was put by the side that moved it, says what
 * the side said that changed it, and is gone when one side removed it and the other left it as it was.
 */
export function mergeDocuments({ base, a, b }: Docs, context: DocumentContext): BriefDocument {
  return new DocumentMerge({ base, a, b }, context).merge()
}

class DocumentMerge {
  readonly #base: Tree | undefined
  readonly #sides: Record<Side, Tree>
  readonly #context: DocumentContext
  readonly #blocks: BlockMerge
  /** Keys of the nodes in the result with the keys of their parents. */
  readonly #parents = new Map<string, string>()
  /** Keys of the children in the result, by the key of their parent. */
  readonly #kept = new Map<string, Set<string>>()

  constructor({ base, a, b }: Docs, context: DocumentContext) {
    const [ofA, ofB, ofBase] = treesOf(a, b, base)
    this.#sides = { a: ofA, b: ofB }
    this.#base = ofBase
    this.#context = context
    this.#blocks = new BlockMerge(context.keyOf, (side, id) =>
      ID_BLOCKS.some((type) => this.#sides[side].nodes.has(`${type}:${id}`))
    )
  }

  merge(): BriefDocument {
    for (const key of this.#allKeys()) if (this.#survives(key)) this.#place(key)
    if (this.#parents.size === 0) this.#place(this.#anySection())
    this.#breakCycles()
    for (const [key, parent] of this.#parents) this.#kept.set(parent, (this.#kept.get(parent) ?? new Set()).add(key))
    const content = this.#order(ROOT).map((key) => this.#section(key))
    return uniqueIds({ type: 'doc', content })
  }

  /** Every key of either side, as nearly in reading order as two documents can be. */
  #allKeys(): string[] {
    const keys = SIDES.map((side) => [...this.#sides[side].nodes.keys()]) as [string[], string[]]
    return mergeSequence(this.#base ? [...this.#base.nodes.keys()] : null, ...keys, new Set(keys.flat()))
  }

  #node(side: Side, key: string): Node | undefined {
    return this.#sides[side].nodes.get(key)?.node
  }

  /** Lists and their items stand when something in them does. */
  #survives(key: string): boolean {
    const [a, b] = [this.#node('a', key), this.#node('b', key)]
    const base = this.#base?.nodes.get(key)?.node
    const node = a ?? b
    if (!node || (!isLeaf(node) && node.type !== 'section')) return false
    if ((a && b) || !base) return true
    const keeper: Side = a ? 'a' : 'b'
    if (isLeaf(node)) return isLeaf(base) && !sameLeaf(node, base) && this.#keepChanged(key, node, base, keeper)
    if (node.type !== 'section' || base.type !== 'section' || sectionTitle(node) === sectionTitle(base)) return false
    const words = { [keeper]: sectionTitle(node), [otherSide(keeper)]: 'Removed' } as Record<Side, string>
    this.#context.conflicts.add(this.#about(key), {
      kind: 'deletion',
      field: 'Section',
      base: sectionTitle(base),
      ...words,
      outcome: 'It was removed in one copy and renamed in the other, so it was kept.',
      choices: []
    })
    return true
  }

  #keepChanged(key: string, node: Leaf, base: Leaf, keeper: Side): boolean {
    const words = { [keeper]: this.#blocks.text(node), [otherSide(keeper)]: 'Removed' } as Record<Side, string>
    const decided = this.#context.conflicts.add(this.#about(key), {
      kind: 'deletion',
      field: BLOCK_NAMES[node.type],
      base: this.#blocks.text(base),
      ...words,
      outcome: 'It was removed in one copy and changed in the other, so it was kept.',
      choices: ['a', 'b']
    })
    return decided !== otherSide(keeper)
  }

  /** Puts a node into the result, below the parent that the side gave it which moved it, and its parents with it. */
  #place(key: string): void {
    if (key === ROOT || this.#parents.has(key)) return
    const parent = this.#parentOf(key)
    this.#parents.set(key, parent)
    this.#place(parent)
  }

  #parentOf(key: string): string {
    const [a, b] = SIDES.map((side) => this.#sides[side].nodes.get(key)?.parent)
    if (a === undefined || b === undefined) return a ?? b ?? ROOT
    const agreed = settled({ base: this.#base?.nodes.get(key)?.parent, a, b })
    return agreed?.value ?? (a < b ? a : b)
  }

  /** A brief has a section. Where each side removed all that the other kept, one of them stays. */
  #anySection(): string {
    return SIDES.flatMap((side) => this.#sides[side].children.get(ROOT) ?? []).sort(compareText)[0] ?? ROOT
  }

  /** Two lists that were each put into the other would hang in the air: the first of them goes where its section is. */
  #breakCycles(): void {
    for (const key of [...this.#parents.keys()].sort(compareText)) {
      const path = new Set<string>()
      let at = key
      while (at !== ROOT && !path.has(at)) {
        path.add(at)
        at = this.#parents.get(at) ?? ROOT
      }
      if (at !== key || !key.startsWith('list:')) continue
      const section = SIDES.flatMap((side) => this.#sectionOf(side, key)).sort(compareText)[0] ?? ROOT
      this.#parents.set(key, section)
      this.#place(section)
      for (const side of SIDES) this.#sides[side].children.get(section)?.push(key)
    }
  }

  #sectionOf(side: Side, key: string): string[] {
    const entry = this.#sides[side].nodes.get(key)
    if (!entry) return []
    return entry.parent === ROOT ? [key] : this.#sectionOf(side, entry.parent)
  }

  #order(parent: string): string[] {
    const kept = this.#kept.get(parent) ?? new Set<string>()
    const [a, b] = SIDES.map((side) => this.#sides[side].children.get(parent) ?? []) as [string[], string[]]
    return mergeSequence(this.#base ? (this.#base.children.get(parent) ?? []) : null, a, b, kept)
  }

  #section(key: string): Section {
    const [a, b] = [this.#node('a', key), this.#node('b', key)]
    const base = this.#base?.nodes.get(key)?.node
    const blocks = this.#order(key).flatMap((child) => this.#block(child))
    const only = a ?? b
    if (only?.type !== 'section') throw new TypeError(`“${key}” isn’t a section.`)
    if (a?.type !== 'section' || b?.type !== 'section') return { ...only, content: [only.content[0], ...blocks] }
    const titles = {
      base: base?.type === 'section' ? sectionTitle(base) : undefined,
      a: sectionTitle(a),
      b: sectionTitle(b)
    }
    const title = this.#title(titles, this.#teller(key)) === 'a' ? a.content[0] : b.content[0]
    return { ...only, content: [title, ...blocks] }
  }

  #title(titles: { base: string | undefined; a: string; b: string }, teller: Teller): Side {
    const agreed = settled(titles)
    if (agreed) return agreed.value === titles.a ? 'a' : 'b'
    const side = sideByContent(titles.a, titles.b)
    const decided = tell(teller, titles, {
      kind: 'block',
      field: 'Title of the section',
      outcome: `“${titles[side]}” stands.`,
      choices: ['a', 'b']
    })
    return decided === 'a' || decided === 'b' ? decided : side
  }

  #block(key: string): SectionBlock[] {
    const [a, b] = [this.#node('a', key), this.#node('b', key)]
    const node = a ?? b
    if (node?.type === 'bulletList' || node?.type === 'orderedList') {
      const content = this.#order(key).flatMap((child) => this.#item(child))
      return content.length === 0 ? [] : [{ type: this.#listType(key), content }]
    }
    if (!node || !isLeaf(node)) throw new TypeError(`“${key}” isn’t a block.`)
    if (!a || !b || !isLeaf(a) || !isLeaf(b)) return [node]
    const base = this.#base?.nodes.get(key)?.node
    return this.#blocks.merge({ base: base && isLeaf(base) ? base : undefined, a, b }, this.#teller(key))
  }

  #listType(key: string): List['type'] {
    const [base, a, b] = [this.#base?.nodes.get(key)?.node.type, this.#node('a', key)?.type, this.#node('b', key)?.type]
    const type = a && b ? (settled({ base, a, b })?.value ?? 'orderedList') : (a ?? b)
    return type === 'bulletList' ? type : 'orderedList'
  }

  /** A list item; a list within it whose statement is gone takes its place. */
  #item(key: string): ListItem[] {
    const content = this.#order(key).flatMap((child) => this.#block(child).map(asItemChild))
    const items: ListItem[] = []
    while (content[0] && content[0].type !== 'statement') items.push(...(content.shift() as List).content)
    return content.length === 0 ? items : [...items, { type: 'listItem', content }]
  }

  #teller(key: string): Teller {
    return { conflicts: this.#context.conflicts, about: this.#about(key) }
  }

  #about(key: string): Subject {
    const { brief } = this.#context
    const titles = SIDES.flatMap((side) => this.#sectionOf(side, key).map((section) => this.#node(side, section)))
      .map((node) => (node?.type === 'section' ? sectionTitle(node) : ''))
      .sort(compareText)
    const section = titles.find((title) => title !== '')
    const name = section === undefined ? brief.title : `${brief.title}, ${section}`
    return { of: 'brief', id: `${brief.id}/${key}`, name: () => name }
  }
}

function asItemChild(block: SectionBlock): Statement | List {
  if (block.type === 'statement' || block.type === 'bulletList' || block.type === 'orderedList') return block
  throw new TypeError(`A ${block.type} can’t stand in a list.`)
}
