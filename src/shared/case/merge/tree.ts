import type { BriefDocument, List, ListItem, Section, Subheading } from '../../brief/brief.ts'
import type { IdBlock } from '../../brief/walk.ts'
import { canonical, compareText } from './canonical.ts'

export type Leaf = IdBlock | Subheading
export type Node = Section | Leaf | List | ListItem

/** What stands above the sections. */
export const ROOT = ''

/**
 * A brief's document as a table. Keys name the same node in every version: sections, statements, quote blocks, tables and
 * figures by their ids, subheadings by their words, list items by their first statement, lists by a statement that the versions share.
 */
export interface Tree {
  nodes: Map<string, { node: Node; parent: string }>
  /** Keys of a node's children, in order. */
  children: Map<string, string[]>
}

export function isLeaf(node: Node): node is Leaf {
  return node.type === 'subheading' || isIdBlock(node)
}

/** The types of blocks that are known by their ids. */
export const ID_BLOCKS: readonly Leaf['type'][] = ['statement', 'quoteBlock', 'table', 'figure']

function isIdBlock(node: Node): node is IdBlock {
  return ID_BLOCKS.some((type) => type === node.type)
}

/** What a block says, apart from its id. */
export function leafContent(leaf: Leaf): string {
  if (leaf.type === 'subheading') return canonical([leaf.type, leaf.attrs, leaf.content ?? []])
  return canonical([leaf.type, { ...leaf.attrs, id: '' }, leaf.content ?? []])
}

/**
 * Makes tables of two versions of one document, and of the one that both come from where it is known. Without it, nothing tells
 * which list was split or joined: lists that share statements are one list then.
 */
export function treesOf(a: BriefDocument, b: BriefDocument, base: BriefDocument | undefined): [Tree, Tree, Tree?] {
  const names = base ? namesByUse([a, b, base]) : namesByOverlap([a, b])
  return base ? [treeOf(a, names), treeOf(b, names), treeOf(base, names)] : [treeOf(a, names), treeOf(b, names)]
}

/** Gives a list the statement that names it, or null when it has none. */
type ListNames = (list: List) => string | null

/** Of a list's own statements that which most versions have in a list, so that a list keeps its name when its first item goes. */
function namesByUse(docs: readonly BriefDocument[]): ListNames {
  const uses = new Map<string, number>()
  for (const doc of docs) {
    for (const id of new Set(listsOf(doc).flatMap(listStatements))) uses.set(id, (uses.get(id) ?? 0) + 1)
  }
  const used = (id: string): number => uses.get(id) ?? 0
  return (list) => listStatements(list).sort((x, y) => used(y) - used(x) || compareText(x, y))[0] ?? null
}

/** The first statement of all lists that share statements with this one, or with one that does. */
function namesByOverlap(docs: readonly BriefDocument[]): ListNames {
  const names = new Map<string, string>()
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? id
    return name === id ? id : nameOf(name)
  }
  for (const ids of docs.flatMap(listsOf).map(listStatements)) {
    const [first, ...rest] = [...new Set(ids.map(nameOf))].sort(compareText)
    if (first !== undefined) for (const name of rest) names.set(name, first)
  }
  return (list) => listStatements(list).map(nameOf)[0] ?? null
}

function listsOf(doc: BriefDocument): List[] {
  const inNode = (node: Node | Section['content'][0]): List[] => {
    if (node.type === 'listItem' || node.type === 'section') return node.content.flatMap(inNode)
    return node.type === 'bulletList' || node.type === 'orderedList' ? [node, ...node.content.flatMap(inNode)] : []
  }
  return doc.content.flatMap(inNode)
}

/** Ids of the statements that stand in a list's items, without those of lists within. */
function listStatements({ content }: List): string[] {
  return content.flatMap(ownStatements)
}

function ownStatements({ content }: ListItem): string[] {
  return content.flatMap((child) => (child.type === 'statement' ? [child.attrs.id] : []))
}

function treeOf(doc: BriefDocument, names: ListNames): Tree {
  const tree: Tree = { nodes: new Map(), children: new Map([[ROOT, []]]) }
  const add = (node: Node, parent: string): void => {
    const name = nameOf(node, names)
    let key = name
    for (let n = 2; tree.nodes.has(key) && !isNamedList(node, names); n++) key = `${name}#${n}`
    if (!tree.nodes.has(key)) {
      tree.nodes.set(key, { node, parent })
      tree.children.get(parent)!.push(key)
      tree.children.set(key, [])
    }
    if (isLeaf(node)) return
    for (const child of node.content) if (child.type !== 'sectionTitle') add(child, key)
  }
  for (const section of doc.content) add(section, ROOT)
  return tree
}

/** A list that shares its name with one before it is the same list. */
function isNamedList(node: Node, names: ListNames): boolean {
  return (node.type === 'bulletList' || node.type === 'orderedList') && names(node) !== null
}

function nameOf(node: Node, names: ListNames): string {
  switch (node.type) {
    case 'section':
    case 'statement':
    case 'quoteBlock':
    case 'table':
    case 'figure':
      return `${node.type}:${node.attrs.id}`
    case 'subheading':
      return `subheading:${leafContent(node)}`
    case 'listItem':
      return `item:${ownStatements(node)[0] ?? ''}`
    default:
      return `list:${names(node) ?? ''}`
  }
}
