import { pointAt, textBefore } from '../range.ts'

/** A boundary point of the page, as DOM ranges have them. */
export interface Point {
  node: Node
  offset: number
}

/** The elements of a slab that hold text, each with the offset at which it starts; a table's are its cells. */
export function leavesOf(slab: HTMLElement): HTMLElement[] {
  return [...slab.querySelectorAll<HTMLElement>('[data-start]')]
}

const startOf = (leaf: HTMLElement): number => Number(leaf.dataset['start'])

/** The offset of the text at a boundary point within a leaf. */
export function offsetInLeaf(leaf: HTMLElement, node: Node, offset: number): number {
  return startOf(leaf) + (textBefore(leaf, node, offset) ?? 0)
}

/** The boundary point of an offset in a slab. The end of a range stands at the end of a leaf rather than at the start of the next one. */
export function pointInLeaf(slab: HTMLElement, offset: number, isEnd: boolean): Point | null {
  const leaves = leavesOf(slab)
  let at = 0
  while (at + 1 < leaves.length && (isEnd ? startOf(leaves[at + 1]!) < offset : startOf(leaves[at + 1]!) <= offset))
    at++
  const leaf = leaves[at]
  if (!leaf) return null
  return pointAt<Node>(leaf, Math.max(0, offset - startOf(leaf))) ?? { node: leaf, offset: 0 }
}

/** The range on the page of what a slab holds of `[start, end)`; null when that is nothing. */
export function rangeInSlab(slab: HTMLElement, start: number, end: number): Range | null {
  const from = pointInLeaf(slab, start, false)
  const to = pointInLeaf(slab, end, true)
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range.collapsed ? null : range
}
