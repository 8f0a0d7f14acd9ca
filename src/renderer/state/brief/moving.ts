import { closeHistory } from '@tiptap/pm/history'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import {
  NodeSelection,
  Selection,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction
} from '@tiptap/pm/state'
import { findNode, moveSection, sectionAt } from './document.ts'

/** Blocks that stand one after another: the positions before the first and after the last. */
export interface Blocks {
  from: number
  to: number
}

/** The blocks of a section in which the selection lies; null in a section's title, or over several sections. */
export function selectedBlocks({ selection }: EditorState): Blocks | null {
  const { $from, $to } = selection
  if (selection instanceof NodeSelection && $from.depth === 1) return { from: selection.from, to: selection.to }
  if ($from.depth < 2 || $to.depth < 2 || $from.node(1) !== $to.node(1)) return null
  if ($from.index(1) === 0) return null
  return { from: $from.before(2), to: $to.after(2) }
}

/**
 * Moves blocks to a place between others, given as the document is before; the selection stays in their words. Null where they stand
 * there already or can't stand.
 */
export function moveBlocks(state: EditorState, { from, to }: Blocks, place: number): Transaction | null {
  if (place >= from && place <= to) return null
  const { doc, selection } = state
  const tr = closeHistory(state.tr)
  const { content } = doc.slice(from, to)
  const $place = doc.resolve(place)
  if (!$place.parent.canReplace($place.index(), $place.index(), content)) return null
  tr.delete(from, to)
  const at = tr.mapping.map(place)
  tr.insert(at, content)
  if (selection.from < from || selection.to > to) return tr.scrollIntoView()
  return tr.setSelection(movedSelection(selection, tr.doc, at - from)).scrollIntoView()
}

function movedSelection(selection: Selection, doc: Node, by: number): Selection {
  if (selection instanceof TextSelection) return TextSelection.create(doc, selection.anchor + by, selection.head + by)
  if (selection instanceof NodeSelection) return NodeSelection.create(doc, selection.from + by)
  return Selection.near(doc.resolve(selection.from + by))
}

/** The place one block further up or down, over the edges of sections; null at the ends of the document. */
function placeBeside(doc: Node, { from, to }: Blocks, step: 1 | -1): number | null {
  const { index, pos, node } = sectionAt(doc.resolve(from))
  if (step === -1) {
    const before = doc.resolve(from).nodeBefore
    if (before && before.type.name !== 'sectionTitle') return from - before.nodeSize
    return index === 0 ? null : pos - 1
  }
  const after = doc.resolve(to).nodeAfter
  if (after) return to + after.nodeSize
  return index === doc.childCount - 1 ? null : underTitle(doc, pos + node.nodeSize)
}

/** The place right under the title of the section at a position. */
function underTitle(doc: Node, section: number): number {
  return section + 1 + doc.nodeAt(section)!.firstChild!.nodeSize
}

/** The list item that holds a position, and where it would go one place further; null outside of lists and at their ends. */
function itemBeside($pos: ResolvedPos, step: 1 | -1): { item: Blocks; place: number } | null {
  for (let depth = $pos.depth; depth > 2; depth--) {
    if ($pos.node(depth).type.name !== 'listItem') continue
    const item = { from: $pos.before(depth), to: $pos.after(depth) }
    const beside = step === -1 ? $pos.doc.resolve(item.from).nodeBefore : $pos.doc.resolve(item.to).nodeAfter
    if (beside) return { item, place: step === -1 ? item.from - beside.nodeSize : item.to + beside.nodeSize }
  }
  return null
}

/**
 * Moves what the caret is in one place up or down: an item of a list among the others, a block over the edges of sections too, a section from its
 * title. It takes the key in any case.
 */
export function moveBy(step: 1 | -1): Command {
  return (state, dispatch) => {
    const tr = movedBy(state, step)
    if (tr) dispatch?.(tr)
    return true
  }
}

function movedBy(state: EditorState, step: 1 | -1): Transaction | null {
  const { $from, to } = state.selection
  const inList = itemBeside($from, step)
  if (inList && to <= inList.item.to) return moveBlocks(state, inList.item, inList.place)
  const blocks = selectedBlocks(state)
  if (blocks) return movedBeside(state, blocks, step)
  const { index } = sectionAt($from)
  return $from.depth < 2 || $from.index(1) === 0
    ? (moveSection(state, index, index + step)?.scrollIntoView() ?? null)
    : null
}

function movedBeside(state: EditorState, blocks: Blocks, step: 1 | -1): Transaction | null {
  const place = placeBeside(state.doc, blocks, step)
  return place === null ? null : moveBlocks(state, blocks, place)
}

/** Moves the statement or quote with an id one place up or down: in a list its item among the others, else its block. Null where it can't go. */
export function movedById(state: EditorState, id: string, step: 1 | -1): Transaction | null {
  const found = findNode(state.doc, id)
  if (!found) return null
  const inList = itemBeside(state.doc.resolve(found.pos + 1), step)
  if (inList) return moveBlocks(state, inList.item, inList.place)
  const blocks = blockOf(state.doc, id)
  return blocks && movedBeside(state, blocks, step)
}

/** The block of a section that a node is or stands in, by the node's id: of a table's or list's statement the table or list. */
export function blockOf(doc: Node, id: string): Blocks | null {
  const found = findNode(doc, id)
  if (!found || found.node.type.name === 'section') return null
  const $pos = doc.resolve(found.pos)
  const from = $pos.depth < 2 ? found.pos : $pos.before(2)
  return { from, to: from + doc.nodeAt(from)!.nodeSize }
}

/** The place before or behind the block that holds an id; for a section, under its title. */
export function placeAt(doc: Node, id: string, side: 'before' | 'behind'): number | null {
  const found = findNode(doc, id)
  if (found?.node.type.name === 'section') return underTitle(doc, found.pos)
  const block = blockOf(doc, id)
  return block && (side === 'before' ? block.from : block.to)
}
