import { pointAt, textBefore, tidyRange, type TextRange } from './range.ts'

const blockOf = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]') ?? null

const startOf = (block: HTMLElement): number => Number(block.dataset['start'])

/** The offset in the source's text at a boundary point of the page; outside all blocks the nearest one that follows. */
function offsetAt(article: HTMLElement, node: Node, offset: number, textLength: number): number {
  const block = blockOf(node)
  if (block && article.contains(block)) return startOf(block) + (textBefore(block, node, offset) ?? 0)
  const point = document.createRange()
  point.setStart(node, offset)
  for (const candidate of article.querySelectorAll<HTMLElement>('[data-start]')) {
    if (point.comparePoint(candidate, 0) >= 0) return startOf(candidate)
  }
  return textLength
}

/** The quotable range of the source's text that is selected in the article; null when nothing is. */
export function selectedRange(article: HTMLElement, text: string): TextRange | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(article)) return null
  const within = article.contains(range.commonAncestorContainer) || range.commonAncestorContainer.contains(article)
  if (!within || !(article.contains(range.startContainer) || article.contains(range.endContainer))) return null
  const start = offsetAt(article, range.startContainer, range.startOffset, text.length)
  const end = offsetAt(article, range.endContainer, range.endOffset, text.length)
  return tidyRange(text, { start, end })
}

/** A function that gives the range on the page of a range of the source's text; null when it isn't drawn. */
export function rangeFinder(article: HTMLElement): (range: TextRange) => Range | null {
  const elements = [...article.querySelectorAll<HTMLElement>('[data-start]')]
  /** The last block that starts at an offset or before it; for an end, before it. */
  const blockAt = (offset: number, isEnd: boolean): HTMLElement | undefined => {
    let low = 0
    let high = elements.length
    while (low < high) {
      const middle = (low + high) >> 1
      const start = startOf(elements[middle]!)
      if (isEnd ? start < offset : start <= offset) low = middle + 1
      else high = middle
    }
    return elements[Math.max(0, low - 1)]
  }
  const pointOf = (offset: number, isEnd: boolean): { node: Node; offset: number } | null => {
    const element = blockAt(offset, isEnd)
    return element ? pointAt<Node>(element, Math.max(0, offset - startOf(element))) : null
  }
  return ({ start, end }) => {
    const from = pointOf(start, false)
    const to = pointOf(end, true)
    if (!from || !to) return null
    const range = document.createRange()
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }
}

/** Brings a range into the middle of the scrolling pane. Twice, as blocks above it get their true height only when they show. */
export function scrollToRange(range: Range): void {
  const element = range.startContainer.parentElement
  element?.scrollIntoView({ block: 'center' })
  requestAnimationFrame(() => element?.scrollIntoView({ block: 'center' }))
}

/** Paints ranges without changing the page's elements. An empty list takes the paint away. */
export function highlight(name: 'passage' | 'found' | 'found-now', ranges: Range[]): void {
  if (ranges.length === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, new Highlight(...ranges))
}
