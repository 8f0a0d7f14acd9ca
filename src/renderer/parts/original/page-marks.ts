/** What is painted over the text of pages. */
export type MarkLayer = 'page-quote' | 'page-passage'

const marks = new Map<MarkLayer, Map<number, Range[]>>()

/** Paints ranges of a page's text in the place of those that were painted there; none takes the paint away. */
export function markPage(layer: MarkLayer, page: number, ranges: readonly Range[]): void {
  const pages = marks.get(layer) ?? new Map<number, Range[]>()
  marks.set(layer, pages)
  if (ranges.length > 0) pages.set(page, [...ranges])
  else pages.delete(page)
  const all = [...pages.values()].flat()
  if (all.length > 0) CSS.highlights.set(layer, new Highlight(...all))
  else CSS.highlights.delete(layer)
}

/** The ranges on the page of a range of its text: one for each of its stretches, `layer` holding an element for each. */
export function rangesIn(
  layer: Element,
  starts: readonly number[],
  { start, end }: { start: number; end: number }
): Range[] {
  return starts.flatMap((from, index) => {
    const node = layer.children[index]?.firstChild
    const length = node?.nodeValue?.length ?? 0
    if (!node || from >= end || from + length <= start) return []
    const range = document.createRange()
    range.setStart(node, Math.max(0, start - from))
    range.setEnd(node, Math.min(length, end - from))
    return range.collapsed ? [] : [range]
  })
}

/** The offset in a page's text of a boundary point in its layer; null outside of it. */
export function offsetIn(layer: Element, starts: readonly number[], node: Node, offset: number): number | null {
  if (node === layer) return starts[offset] ?? null
  const stretch = (node instanceof Element ? node : node.parentElement)?.closest('[data-stretch]')
  if (!stretch || stretch.parentElement !== layer) return null
  const from = starts[Number((stretch as HTMLElement).dataset['stretch'])]
  if (from === undefined) return null
  return node === stretch ? from + (offset > 0 ? (stretch.textContent?.length ?? 0) : 0) : from + offset
}
