import { Fragment, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Quote } from '../../../shared/quote/quote.ts'

/** Where a section stands among its siblings. */
export interface SectionPlace {
  index: number
  pos: number
  node: Node
}

/** The section in which a position lies. */
export function sectionAt($pos: ResolvedPos): SectionPlace {
  const index = $pos.index(0)
  const at = Math.min(index, $pos.doc.childCount - 1)
  return { index: at, pos: $pos.posAtIndex(at, 0), node: $pos.doc.child(at) }
}

/** The node with an id, and its position. */
export function findNode(doc: Node, id: string): { node: Node; pos: number } | null {
  let found: { node: Node; pos: number } | null = null
  doc.descendants((node, pos) => {
    if (found) return false
    if (node.attrs['id'] === id) found = { node, pos }
    return !node.isTextblock
  })
  return found
}

/** The statement in which the selection begins. */
export function statementAt(state: EditorState): { node: Node; pos: number } | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type.name === 'statement') return { node, pos: $from.before(depth) }
  }
  return null
}

/** Moves a section from one place to another, with the caret staying in its text. */
export function moveSection(state: EditorState, from: number, to: number): Transaction | null {
  const { doc, selection, tr } = state
  if (from === to || from < 0 || to < 0 || from >= doc.childCount || to >= doc.childCount) return null
  const sections: Node[] = []
  doc.forEach((node) => sections.push(node))
  const startOf = (order: readonly Node[], index: number): number =>
    order.slice(0, index).reduce((sum, node) => sum + node.nodeSize, 0)
  const [moved] = sections.splice(from, 1)
  const before = startOf([...sections.slice(0, from), moved!, ...sections.slice(from)], from)
  const within = selection.from - before
  const reordered = [...sections.slice(0, to), moved!, ...sections.slice(to)]
  const first = Math.min(from, to)
  const last = Math.max(from, to)
  const start = startOf(reordered, first)
  const end = startOf(reordered, last + 1)
  tr.replaceWith(start, end, Fragment.from(reordered.slice(first, last + 1)))
  if (within > 0 && within < moved!.nodeSize) {
    tr.setSelection(TextSelection.near(tr.doc.resolve(startOf(reordered, to) + within)))
  }
  return tr
}

/** Puts an empty section after the one with the caret, and the caret into its title. */
export function addSection(state: EditorState): Transaction {
  const { index, pos, node } = sectionAt(state.selection.$from)
  const { schema, tr } = state
  const at = index >= state.doc.childCount ? state.doc.content.size : pos + node.nodeSize
  const section = schema.nodes['section']!.create(null, [
    schema.nodes['sectionTitle']!.create(),
    schema.nodes['statement']!.create()
  ])
  tr.insert(at, section)
  return tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView()
}

/** Removes the section at an index; the last one is emptied instead. */
export function removeSection(state: EditorState, index: number): Transaction {
  const { doc, schema, tr } = state
  const pos = state.doc.resolve(0).posAtIndex(index, 0)
  if (doc.childCount > 1) return tr.delete(pos, pos + doc.child(index).nodeSize)
  const empty = schema.nodes['section']!.create(null, [
    schema.nodes['sectionTitle']!.create(),
    schema.nodes['statement']!.create()
  ])
  return tr.replaceWith(0, doc.content.size, empty)
}

/** A quote block for a saved quote. */
export function quoteBlock(schema: Schema, quote: Quote): Node {
  const attrs = { id: null, quoteId: quote.id, sourceId: quote.sourceId, label: null }
  const lines = quote.target.exact.split(/\r?\n/)
  const content = lines.flatMap((line, index) => [
    ...(index > 0 ? [schema.nodes['hardBreak']!.create()] : []),
    ...(line === '' ? [] : [schema.text(line)])
  ])
  return schema.nodes['quoteBlock']!.create(attrs, content)
}

/**
 * Where a block may be put nearest to a position: after the block of the section that holds it, or in the place of that
 * block when it is an empty statement; at the end of the section when the position is in the section's title.
 */
export function blockPlace(doc: Node, pos: number): { from: number; to: number } {
  const $pos = doc.resolve(Math.min(pos, doc.content.size))
  const { pos: sectionPos, node: section } = sectionAt($pos)
  const end = sectionPos + section.nodeSize - 1
  if ($pos.depth === 0) return { from: end, to: end }
  if ($pos.depth === 1) return $pos.index(1) === 0 ? { from: end, to: end } : { from: pos, to: pos }
  const block = $pos.node(2)
  if (block.type.name === 'sectionTitle') {
    const only = section.childCount === 2 ? section.child(1) : null
    const emptied = only?.type.name === 'statement' && only.content.size === 0
    return emptied ? { from: end - only.nodeSize, to: end } : { from: end, to: end }
  }
  const before = $pos.before(2)
  const after = before + block.nodeSize
  return block.type.name === 'statement' && block.content.size === 0
    ? { from: before, to: after }
    : { from: after, to: after }
}

/** Puts a quote into the brief at a position and the caret into a statement after it, so that one can go on writing. */
export function insertQuote(state: EditorState, quote: Quote, pos: number): Transaction {
  const { schema, tr } = state
  const { from, to } = blockPlace(state.doc, pos)
  const block = quoteBlock(schema, quote)
  tr.replaceWith(from, to, block)
  const after = from + block.nodeSize
  const next = tr.doc.resolve(after).nodeAfter
  if (!next) tr.insert(after, schema.nodes['statement']!.create())
  return tr.setSelection(TextSelection.near(tr.doc.resolve(after))).scrollIntoView()
}

export interface OutlineEntry {
  kind: 'section' | 'statement' | 'quote'
  id: string
  /** Index of the section, from 0. */
  section: number
  text: string
}

/** Sections with their statements and quotes, in order, each with its words. */
export function outlineOf(doc: Node): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  doc.forEach((section, _offset, index) => {
    const title = section.firstChild?.textContent ?? ''
    entries.push({ kind: 'section', id: String(section.attrs['id']), section: index, text: title })
    section.descendants((node) => {
      if (node.type.name === 'statement' || node.type.name === 'quoteBlock') {
        const text = node.textContent.slice(0, 160)
        const kind = node.type.name === 'statement' ? 'statement' : 'quote'
        if (text.trim() !== '') entries.push({ kind, id: String(node.attrs['id']), section: index, text })
        return false
      }
      return true
    })
  })
  return entries
}
