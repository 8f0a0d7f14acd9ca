import type { EditorView } from '@tiptap/pm/view'
import { CITING } from '../state/brief/citing.ts'
import { sectionAt } from '../state/brief/document.ts'

/** Where something that is dragged would go. `y` is where the line between blocks belongs, in CSS pixels of the window. */
export type DropPlace =
  { kind: 'between'; place: number; y: number } | { kind: 'in'; pos: number; element: HTMLElement }

/** The part of a statement's height, above and below, in which what is dropped goes beside it. */
const EDGE = 0.28
/** Half of the usual gap between blocks, in CSS pixels. */
const GAP = 6

interface Point {
  clientX: number
  clientY: number
}

/** The position of the document under a point; beside the text that of the line beside it. */
function under(view: EditorView, { clientX, clientY }: Point): number | null {
  const { left, right, top, bottom, width } = view.dom.getBoundingClientRect()
  const inset = Math.min(48, width / 4)
  const x = Math.min(right - inset, Math.max(left + inset, clientX))
  const y = Math.min(bottom - 1, Math.max(top + 1, clientY))
  return view.posAtCoords({ left: x, top: y })?.pos ?? null
}

function rectOf(view: EditorView, pos: number): DOMRect | null {
  const element = view.nodeDOM(pos)
  return element instanceof HTMLElement ? element.getBoundingClientRect() : null
}

/** The place between blocks that is nearest to a point. */
export function placeBetween(view: EditorView, point: Point): DropPlace | null {
  const pos = under(view, point)
  if (pos === null) return null
  const { doc } = view.state
  const $pos = doc.resolve(pos)
  const section = sectionAt($pos)
  const start = section.pos + 1
  const index = $pos.depth >= 1 ? Math.min($pos.index(1), section.node.childCount - 1) : section.node.childCount - 1
  let from = start
  for (let at = 0; at < index; at++) from += section.node.child(at).nodeSize
  const rect = rectOf(view, from)
  if (!rect) return null
  const before = index > 0 && point.clientY < rect.top + rect.height / 2
  const size = section.node.child(index).nodeSize
  return before
    ? { kind: 'between', place: from, y: rect.top - GAP }
    : { kind: 'between', place: from + size, y: rect.bottom + (index === 0 ? GAP / 2 : GAP) }
}

/** The place between sections that is nearest to a point; its `place` is the index that a section would have among those there are. */
export function placeOfSection(view: EditorView, point: Point): DropPlace | null {
  const pos = under(view, point)
  if (pos === null) return null
  const { index, pos: at } = sectionAt(view.state.doc.resolve(pos))
  const rect = rectOf(view, at)
  if (!rect) return null
  const before = point.clientY < rect.top + rect.height / 2
  return { kind: 'between', place: before ? index : index + 1, y: before ? rect.top : rect.bottom }
}

/** Where a quote would go: into the statement under the point, as a citation, or between blocks when it's over an edge or an empty one. */
export function placeOfPassage(view: EditorView, point: Point): DropPlace | null {
  const pos = under(view, point)
  if (pos === null) return null
  const $pos = view.state.doc.resolve(pos)
  const { parent } = $pos
  if (!CITING.has(parent.type.name) || parent.content.size === 0) return placeBetween(view, point)
  const from = $pos.before()
  const element = view.nodeDOM(from)
  if (!(element instanceof HTMLElement)) return placeBetween(view, point)
  const { top, bottom, height } = element.getBoundingClientRect()
  const edge = Math.min(height * EDGE, 16)
  const inside = point.clientY >= top + edge && point.clientY <= bottom - edge
  return inside ? { kind: 'in', pos: from + parent.nodeSize - 1, element } : placeBetween(view, point)
}
