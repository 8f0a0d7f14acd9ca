import { flushSync } from 'react-dom'
import { directionOf, type Direction } from '../../../shared/source/direction.ts'
import { paragraphPlaces } from '../../../shared/source/locator.ts'
import { paragraphAt, type SourceText } from '../../../shared/source/source.ts'
import type { TextRange } from '../range.ts'
import { leavesOf, offsetInLeaf, pointInLeaf, rangeInSlab, type Point } from './leaves.ts'
import { SlabHeights } from './heights.ts'
import { partsOf, type Part } from './parts.ts'
import { slabAt, slabsOf, type Slab } from './slabs.ts'

/** A text up to this many characters is drawn whole: most articles are. Then all of it is there for a screen reader at once. */
const WHOLE_UP_TO = 24_000
/** How far out of sight text is drawn with what is in sight, how far a little later, and how far it is kept, in pixels. */
const AT_ONCE = 60
const AHEAD = 1_200
const KEPT = 2_400
/** How often a place is aimed at before what stands above it has its true height. */
const AIMS = 4

/** What can be painted over the text. */
export type Layer =
  | 'passage'
  | 'hits'
  | 'hit-now'
  | 'found'
  | 'found-now'
  | 'cursor'
  | 'suggested'
  | 'suggested-now'
  | 'person'
  | 'organisation'
  | 'place'
  | 'date'
  | 'doubts'

/** What each text that is on the page has painted, since the page has one highlight of a name for all of them. */
const paints = new Map<Layer, Map<object, readonly Range[]>>()

function paintOver(layer: Layer, view: object, ranges: readonly Range[]): void {
  const painted = paints.get(layer) ?? new Map<object, readonly Range[]>()
  paints.set(layer, painted)
  if (ranges.length > 0) painted.set(view, ranges)
  else if (!painted.delete(view)) return
  const all = [...painted.values()].flat()
  if (all.length === 0) CSS.highlights.delete(layer)
  else CSS.highlights.set(layer, new Highlight(...all))
}

/**
 * A text as it stands on the page: which of its slabs are drawn, and where its offsets are there. What is far out of sight is left out and
 * holds its place by its height; what holds an end of the selection or the focus stays.
 */
export class TextView {
  readonly slabs: readonly Slab[]
  readonly text: SourceText
  /** Where each paragraph stands, as locators count: in the text, or on its page. */
  readonly places: ReturnType<typeof paragraphPlaces>
  /** How the text as a whole runs. */
  readonly direction: Direction
  #article: HTMLElement | null = null
  #scroller: HTMLElement | null = null
  /** What stands on the page: the slabs that are drawn, and the gaps, each by its first slab. */
  readonly #elements = new Map<number, HTMLElement>()
  readonly #gaps = new Map<number, HTMLElement>()
  #near = new Set<number>()
  #pins = new Map<string, readonly number[]>()
  readonly #heights: SlabHeights
  #parts: readonly Part[]
  readonly #listeners = new Set<() => void>()
  #layers = new Map<Layer, readonly TextRange[]>()
  #paintDue = false
  #width = 0
  #later: ReturnType<typeof setTimeout> | undefined

  constructor(text: SourceText) {
    this.text = text
    this.slabs = slabsOf(text)
    this.places = paragraphPlaces(text.blocks)
    this.direction = directionOf(text.text)
    const first = text.text.length <= WHOLE_UP_TO ? this.slabs.length : Math.min(2, this.slabs.length)
    for (let index = 0; index < first; index++) this.#near.add(index)
    this.#heights = new SlabHeights(this.slabs, { perLine: 66, line: 28, gap: 13 })
    this.#parts = partsOf(this.slabs.length, this.#near)
  }

  /** Follows the pane in which the text stands, until the returned function is called. */
  attach(article: HTMLElement, scroller: HTMLElement): () => void {
    this.#article = article
    this.#scroller = scroller
    const onScroll = (): void => this.update()
    const sizes = new ResizeObserver(() => this.#measure())
    const onFocus = ({ target }: FocusEvent): void => this.pin('focus', [this.#slabOf(target as Node)])
    scroller.addEventListener('scroll', onScroll, { passive: true })
    article.addEventListener('focusin', onFocus)
    sizes.observe(article)
    this.#measure()
    return () => {
      scroller.removeEventListener('scroll', onScroll)
      article.removeEventListener('focusin', onFocus)
      sizes.disconnect()
      clearTimeout(this.#later)
      this.#layers.forEach((_, layer) => paintOver(layer, this, []))
    }
  }

  /** What is to stand on the page, from above. Another list whenever that changes, heights of gaps included. */
  readonly parts = (): readonly Part[] => this.#parts

  /** How high a gap is. */
  heightOf({ from, to }: Part): number {
    return this.#heights.between(from, to)
  }

  /** Tells when the parts change. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Says which element a part is, once it's on the page. */
  place({ from, isDrawn }: Pick<Part, 'from' | 'isDrawn'>, element: HTMLElement | null): void {
    const elements = isDrawn ? this.#elements : this.#gaps
    if (element) elements.set(from, element)
    else elements.delete(from)
  }

  /** Says that what a slab shows is on the page now, or has changed. */
  drawn(): void {
    if (this.#paintDue) return
    this.#paintDue = true
    queueMicrotask(() => {
      this.#paintDue = false
      for (const layer of this.#layers.keys()) this.#paint(layer)
    })
  }

  /** Draws what is in sight and about it, and leaves out what is far away. */
  update(): void {
    if (this.slabs.length === 0 || !this.#scroller || this.text.text.length <= WHOLE_UP_TO) return
    const { top, bottom } = this.#scroller.getBoundingClientRect()
    const near = this.#within(top - AT_ONCE, bottom + AT_ONCE)
    const kept = this.#within(top - KEPT, bottom + KEPT)
    this.#change(() => {
      for (const index of this.#near) {
        if (index >= kept.from && index < kept.to) continue
        const height = this.#elements.get(index)?.offsetHeight
        if (height) this.#heights.measure(index, height)
        this.#near.delete(index)
      }
      for (let index = near.from; index < near.to; index++) this.#near.add(index)
    })
    clearTimeout(this.#later)
    this.#later = setTimeout(() => this.#drawAhead())
  }

  /** Draws what will come into sight when one scrolls on, a slab at a time, so that no frame waits for it. */
  #drawAhead(): void {
    if (!this.#scroller) return
    const { top, bottom } = this.#scroller.getBoundingClientRect()
    const { from, to } = this.#within(top - AHEAD, bottom + AHEAD)
    const middle = (from + to) / 2
    const wanted = Array.from({ length: to - from }, (_, place) => from + place)
      .filter((index) => !this.#near.has(index))
      .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
    const [next] = wanted
    if (next === undefined) return
    this.#change(() => this.#near.add(next))
    if (wanted.length > 1) this.#later = setTimeout(() => this.#drawAhead(), 16)
  }

  /** Keeps slabs drawn for a reason, in the place of those that were kept for it before. */
  pin(reason: string, indexes: readonly number[]): void {
    const kept = indexes.filter((index) => index >= 0)
    this.#change(() => {
      if (kept.length > 0) this.#pins.set(reason, kept)
      else this.#pins.delete(reason)
    })
  }

  /** Does something by which slabs come or go, and has the page follow at once. */
  #change(work: () => void): void {
    const before = this.#all()
    work()
    const after = this.#all()
    if (before.size === after.size && [...after].every((index) => before.has(index))) return
    this.#redraw(after)
  }

  #redraw(drawn: ReadonlySet<number>): void {
    this.#parts = partsOf(this.slabs.length, drawn)
    flushSync(() => this.#listeners.forEach((listener) => listener()))
  }

  #all(): Set<number> {
    return new Set([...this.#near, ...[...this.#pins.values()].flat()])
  }

  #elementOf({ from, isDrawn }: Part): HTMLElement | undefined {
    return (isDrawn ? this.#elements : this.#gaps).get(from)
  }

  /** The slabs that reach into a band of the window, in pixels. */
  #within(top: number, bottom: number): { from: number; to: number } {
    let first: number | null = null
    for (const part of this.#parts) {
      const rect = this.#elementOf(part)?.getBoundingClientRect()
      // What is to be drawn next isn't on the page yet.
      if (!rect || rect.top >= bottom) return { from: first ?? part.from, to: part.from }
      if (rect.bottom <= top) continue
      const { from, to, isDrawn } = part
      first ??= isDrawn ? from : this.#heights.reaching(from, to, top - rect.top)
      if (!isDrawn && rect.bottom > bottom) {
        const last = this.#heights.reaching(from, to, bottom - rect.top)
        return { from: first, to: Math.max(first, Math.min(to, last + 1)) }
      }
    }
    return { from: first ?? this.slabs.length, to: this.slabs.length }
  }

  /** Learns how the text is set; heights that were measured in another width hold no more. */
  #measure(): void {
    const sample = [...this.#elements.values()].find((element) => element.firstElementChild)
    const line = sample && parseFloat(getComputedStyle(sample).lineHeight)
    if (!sample || !line || sample.clientWidth === 0) return
    const { fontSize } = getComputedStyle(sample)
    const width = sample.clientWidth * 100 + parseFloat(fontSize)
    if (width !== this.#width) {
      this.#width = width
      const { setting } = this.#heights
      this.#heights.reset(setting)
      const characters = [...this.#near].reduce((sum, index) => sum + this.#heights.between(index, index + 1), 0)
      const drawn = [...this.#near].reduce((sum, index) => sum + (this.#elements.get(index)?.offsetHeight ?? 0), 0)
      // What is drawn already tells how much goes into a line of this script, face and width.
      const perLine = Math.max(8, (setting.perLine * characters) / Math.max(1, drawn))
      this.#heights.reset({ perLine, line, gap: 13 })
      this.#redraw(this.#all())
    }
    this.update()
  }

  #slabOf(node: Node): number {
    const element = node instanceof Element ? node : node.parentElement
    const slab = element?.closest<HTMLElement>('[data-slab]')
    return slab && this.#article?.contains(slab) ? Number(slab.dataset['slab']) : -1
  }

  /** The offset of the text at a boundary point of the page; outside all text the nearest one that follows. */
  offsetAt(node: Node, offset: number): number {
    const leaf = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]')
    if (leaf && this.#article?.contains(leaf)) return offsetInLeaf(leaf, node, offset)
    const point = document.createRange()
    point.setStart(node, offset)
    const follows = (element: HTMLElement): boolean => point.comparePoint(element, 0) >= 0
    const within = this.#slabOf(node)
    if (within >= 0) {
      const next = leavesOf(this.#elements.get(within)!).find(follows)
      return next ? Number(next.dataset['start']) : this.slabs[within]!.end
    }
    const next = this.#parts.find((part) => {
      const element = this.#elementOf(part)
      return element && follows(element)
    })
    return next ? this.slabs[next.from]!.start : this.text.text.length
  }

  /** The range of the text that is selected, as it was selected; null when nothing of it is. */
  selected(): TextRange | null {
    const selection = document.getSelection()
    const article = this.#article
    if (!article || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
    const range = selection.getRangeAt(0)
    if (!article.contains(range.startContainer) && !article.contains(range.endContainer)) return null
    const start = this.offsetAt(range.startContainer, range.startOffset)
    const end = this.offsetAt(range.endContainer, range.endOffset)
    return start < end ? { start, end } : null
  }

  /** From where to where one has selected: the second may stand before the first. Null when nothing is. */
  ends(): { anchor: number; focus: number } | null {
    const selection = document.getSelection()
    const { anchorNode, focusNode } = selection ?? {}
    if (!selection || !anchorNode || !focusNode || !this.selected()) return null
    return {
      anchor: this.offsetAt(anchorNode, selection.anchorOffset),
      focus: this.offsetAt(focusNode, selection.focusOffset)
    }
  }

  /** How the paragraph runs in which an offset lies. */
  isRightToLeft(offset: number): boolean {
    const block = this.text.blocks[Math.max(0, paragraphAt(this.text.blocks, offset) - 1)]
    return block !== undefined && directionOf(this.text.text.slice(block.start, block.end), this.direction) === 'rtl'
  }

  /** True when a range shows, at least with its first line. */
  isInSight(range: TextRange): boolean {
    const rect = this.rectOf(range)
    const pane = this.#scroller?.getBoundingClientRect()
    return rect !== null && pane !== undefined && rect.bottom > pane.top && rect.top < pane.bottom
  }

  /** Keeps the ends of the selection on the page, wherever one scrolls. */
  holdSelection(): void {
    const selection = document.getSelection()
    const ends = selection && !selection.isCollapsed ? [selection.anchorNode, selection.focusNode] : []
    this.pin(
      'selection',
      ends.map((node) => (node ? this.#slabOf(node) : -1))
    )
  }

  /** Selects from an offset of the text to another, which may stand before it. */
  select(anchor: number, focus: number): void {
    const reversed = focus < anchor
    this.pin('selection', [this.#slabFor(anchor, !reversed), this.#slabFor(focus, reversed)])
    const from = this.#pointAt(anchor, reversed)
    const to = this.#pointAt(focus, !reversed)
    if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }

  #slabFor(offset: number, isStart: boolean): number {
    return slabAt(this.slabs, isStart ? offset : Math.max(0, offset - 1))
  }

  #pointAt(offset: number, isEnd: boolean): Point | null {
    const element = this.#elements.get(this.#slabFor(offset, !isEnd))
    return element ? pointInLeaf(element, offset, isEnd) : null
  }

  /** The ranges on the page of what is drawn of a range of the text: one for each slab. */
  rangesOf({ start, end }: TextRange): Range[] {
    const ranges: Range[] = []
    for (let index = slabAt(this.slabs, start); index >= 0 && index < this.slabs.length; index++) {
      if (this.slabs[index]!.start >= end) break
      const element = this.#elements.get(index)
      const range = element ? rangeInSlab(element, start, end) : null
      if (range) ranges.push(range)
    }
    return ranges
  }

  /** Paints ranges, in their order in the text, without changing the page's elements. An empty list takes the paint away. */
  paint(layer: Layer, ranges: readonly TextRange[]): void {
    if (ranges.length > 0) this.#layers.set(layer, ranges)
    else this.#layers.delete(layer)
    this.#paint(layer)
  }

  #paint(layer: Layer): void {
    const shown = [...this.#all()].map((index) => this.slabs[index]!)
    const ranges = (this.#layers.get(layer) ?? []).filter((range) =>
      shown.some((slab) => slab.start < range.end && slab.end > range.start)
    )
    paintOver(
      layer,
      this,
      ranges.flatMap((range) => this.rangesOf(range))
    )
  }

  /** Brings the beginning of a range into sight: into the middle, or, with `nearest`, only as far as it takes. */
  show(range: TextRange, how: 'middle' | 'nearest' = 'middle'): void {
    const scroller = this.#scroller
    if (!scroller || this.slabs.length === 0) return
    this.pin('target', [slabAt(this.slabs, range.start), this.#slabFor(range.end, false)])
    for (let aim = 0; aim < AIMS; aim++) {
      const before = scroller.scrollTop
      const rect = this.rectOf(range)
      if (!rect) return
      const pane = scroller.getBoundingClientRect()
      const top = rect.top - pane.top
      const bottom = rect.bottom - pane.top
      const margin = Math.min(60, pane.height / 6)
      if (how === 'middle') scroller.scrollTop += top - Math.max(margin, (pane.height - rect.height) / 2)
      else if (top < margin || rect.height > pane.height - 2 * margin) scroller.scrollTop += top - margin
      else if (bottom > pane.height - margin) scroller.scrollTop += bottom - pane.height + margin
      this.update()
      if (Math.abs(scroller.scrollTop - before) < 1) return
    }
  }

  /** The mark that begins a quote; null when it isn't drawn. A quote that begins with another has that one's. */
  markOf({ start }: TextRange, quoteId: string): HTMLElement | null {
    const slab = this.#elements.get(slabAt(this.slabs, start))
    const marks = [...(slab?.querySelectorAll<HTMLElement>('mark[data-quote]') ?? [])]
    return (
      marks.find((mark) => mark.dataset['quote'] === quoteId) ??
      marks.find((mark) => mark.dataset['quotes']?.split(' ').includes(quoteId)) ??
      null
    )
  }

  /** Where what is drawn of a range stands in the window; null when nothing of it is. */
  rectOf(range: TextRange): DOMRect | null {
    const [first, ...more] = this.rangesOf(range).map((each) => each.getBoundingClientRect())
    if (!first) return null
    const bottom = Math.max(first.bottom, ...more.map((rect) => rect.bottom))
    return new DOMRect(first.left, first.top, first.width, bottom - first.top)
  }

  /** The offset of the first piece of text that shows below so many pixels from the pane's top; 0 at the top of all. */
  topOffset(below: number): number {
    if (!this.#scroller || this.#scroller.scrollTop <= 0) return 0
    const y = this.#scroller.getBoundingClientRect().top + below
    const { from } = this.#within(y, y)
    const element = this.#elements.get(from)
    if (!element) return this.slabs[from]?.start ?? 0
    const leaf = leavesOf(element).find((each) => each.getBoundingClientRect().bottom > y)
    if (!leaf) return this.slabs[from]!.start
    const rect = leaf.getBoundingClientRect()
    // A paragraph may be many screens long: then the line counts.
    const point = rect.top < y ? document.caretPositionFromPoint(rect.left + rect.width / 2, y) : null
    return point && leaf.contains(point.offsetNode)
      ? offsetInLeaf(leaf, point.offsetNode, point.offset)
      : Number(leaf.dataset['start'])
  }

  /** Brings a piece of text, by an offset in it, to so many pixels from the pane's top. */
  scrollTo(offset: number, below: number): void {
    const scroller = this.#scroller
    if (!scroller) return
    this.pin('target', [slabAt(this.slabs, offset)])
    for (let aim = 0; aim < AIMS; aim++) {
      const rect = this.rectOf({ start: offset, end: offset + 1 })
      if (!rect) return
      const before = scroller.scrollTop
      scroller.scrollTop += rect.top - scroller.getBoundingClientRect().top - below
      this.update()
      if (Math.abs(scroller.scrollTop - before) < 1) return
    }
  }
}
