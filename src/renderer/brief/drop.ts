import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Quote } from '../../shared/quote/quote.ts'
import { citationAt } from '../state/brief/citing.ts'
import { findNode, insertQuote, moveSection } from '../state/brief/document.ts'
import { blockOf, moveBlocks, type Blocks } from '../state/brief/moving.ts'
import { useCase } from '../state/case/case.ts'
import { createQuote } from '../state/sources/quotes.ts'
import {
  draggedKind,
  readPart,
  readPassage,
  writePart,
  type DraggedPart,
  type DraggedPassage
} from '../state/window/drag.ts'
import { announce } from '../state/window/toasts.ts'
import { placeBetween, placeOfPassage, placeOfSection, type DropPlace } from './drop-place.ts'

/** The blocks whose handle is being dragged, followed through changes of the text; null when none is. */
const draggedKey = new PluginKey<Blocks | null>('dragged')

const KEYS_HINT = 'Drag to move. Alt+↑ and Alt+↓ do the same.'
const HANDLE = 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01'

/**
 * Moves blocks and sections by a handle beside them, and takes quotes and selected passages that are dropped: over a statement as a citation,
 * between blocks as a quote block. A line or the statement's frame shows where it would go.
 */
export function dropPlugin(): Plugin<Blocks | null> {
  return new Plugin<Blocks | null>({
    key: draggedKey,
    state: {
      init: () => null,
      apply(transaction, before) {
        const meta = transaction.getMeta(draggedKey) as Blocks | 'none' | undefined
        if (meta) return meta === 'none' ? null : meta
        return before && { from: transaction.mapping.map(before.from), to: transaction.mapping.map(before.to, -1) }
      }
    },
    view: (view) => new DragView(view)
  })
}

class DragView {
  readonly #view: EditorView
  readonly #handle = document.createElement('div')
  readonly #line = document.createElement('div')
  /** Drawn over the statement: what the editor draws itself is none of ours to change. */
  readonly #frame = document.createElement('div')
  /** The block at which the handle stands. */
  #at: HTMLElement | null = null
  readonly #leave: () => void

  constructor(view: EditorView) {
    this.#view = view
    this.#handle.className = 'block-handle'
    this.#handle.draggable = true
    this.#handle.ariaHidden = 'true'
    this.#handle.title = KEYS_HINT
    this.#handle.append(sign())
    this.#handle.hidden = true
    this.#line.className = 'drop-line'
    this.#line.hidden = true
    this.#frame.className = 'drop-frame'
    this.#frame.hidden = true
    const host = view.dom.parentElement!
    host.classList.add('brief-host')
    host.append(this.#handle, this.#line, this.#frame)
    const stop = new AbortController()
    const on = <K extends keyof HTMLElementEventMap>(
      element: HTMLElement,
      type: K,
      hear: (event: HTMLElementEventMap[K]) => void
    ): void => element.addEventListener(type, hear, { signal: stop.signal })
    on(view.dom, 'mousemove', (event) => this.#follow(event.target))
    on(host, 'mouseleave', () => this.#hideHandle())
    on(this.#handle, 'dragstart', (event) => this.#begin(event))
    on(this.#handle, 'dragend', () => this.#end())
    on(view.dom, 'dragover', (event) => this.#over(event))
    on(view.dom, 'dragleave', (event) => {
      if (!view.dom.contains(event.relatedTarget as Node | null)) this.#unmark()
    })
    // Before the editor's own way with what is dropped.
    view.dom.addEventListener('drop', (event) => this.#drop(event), { signal: stop.signal, capture: true })
    this.#leave = () => stop.abort()
  }

  update(view: EditorView, before: { doc: unknown }): void {
    if (view.state.doc !== before.doc) this.#hideHandle()
  }

  destroy(): void {
    this.#leave()
    this.#handle.remove()
    this.#line.remove()
    this.#frame.remove()
  }

  #follow(target: EventTarget | null): void {
    const block = target instanceof Element ? target.closest<HTMLElement>('.brief-text > .section > *') : null
    if (block === this.#at || !this.#view.editable) return
    if (!block || block.classList.contains('note')) return
    this.#at = block
    const host = this.#view.dom.parentElement!.getBoundingClientRect()
    this.#handle.hidden = false
    this.#handle.style.top = `${block.getBoundingClientRect().top - host.top + paddingTop(block)}px`
  }

  #hideHandle(): void {
    this.#at = null
    this.#handle.hidden = true
  }

  #begin(event: DragEvent): void {
    const { dataTransfer } = event
    if (!dataTransfer || !this.#at) return event.preventDefault()
    const { doc, tr } = this.#view.state
    const $pos = doc.resolve(this.#view.posAtDOM(this.#at, 0))
    const isSection = $pos.depth < 2 || $pos.index(1) === 0
    const depth = isSection ? 1 : 2
    const id = $pos.node(depth).attrs['id'] as string | undefined
    writePart(dataTransfer, { kind: isSection ? 'section' : 'block', id: id ?? null })
    dataTransfer.setDragImage(this.#at, 0, 0)
    this.#view.dispatch(tr.setMeta(draggedKey, { from: $pos.before(depth), to: $pos.after(depth) }))
  }

  #end(): void {
    this.#unmark()
    this.#hideHandle()
    this.#view.dispatch(this.#view.state.tr.setMeta(draggedKey, 'none'))
  }

  #placeOf(event: DragEvent, kind: ReturnType<typeof draggedKind>): DropPlace | null {
    if (kind === 'passage') return placeOfPassage(this.#view, event)
    return kind === 'section' ? placeOfSection(this.#view, event) : placeBetween(this.#view, event)
  }

  #over(event: DragEvent): void {
    const kind = event.dataTransfer && draggedKind(event.dataTransfer)
    if (!kind || !this.#view.editable) return
    event.preventDefault()
    event.dataTransfer.dropEffect = kind === 'passage' ? 'copy' : 'move'
    this.#mark(this.#placeOf(event, kind))
  }

  #mark(place: DropPlace | null): void {
    this.#unmark()
    if (!place) return
    const host = this.#view.dom.parentElement!.getBoundingClientRect()
    if (place.kind === 'in') {
      const { top, left, width, height } = place.element.getBoundingClientRect()
      this.#frame.hidden = false
      Object.assign(this.#frame.style, {
        top: `${top - host.top}px`,
        left: `${left - host.left}px`,
        width: `${width}px`,
        height: `${height}px`
      })
    } else {
      this.#line.hidden = false
      this.#line.style.top = `${place.y - host.top}px`
    }
  }

  #unmark(): void {
    this.#line.hidden = true
    this.#frame.hidden = true
  }

  #drop(event: DragEvent): void {
    const { dataTransfer } = event
    const kind = dataTransfer && draggedKind(dataTransfer)
    if (!kind) return
    event.preventDefault()
    event.stopPropagation()
    this.#unmark()
    const place = this.#view.editable ? this.#placeOf(event, kind) : null
    const passage = readPassage(dataTransfer)
    const part = readPart(dataTransfer)
    if (!place) return
    if (passage) void takePassage(this.#view, passage, place)
    else if (part && place.kind === 'between') this.#move(part, place.place)
  }

  #move({ kind, id }: DraggedPart, place: number): void {
    const { state } = this.#view
    const tr = kind === 'section' ? sectionMoved(this.#view, id, place) : this.#blockMoved(id, place)
    if (!tr) return
    this.#view.dispatch(tr)
    if (tr.doc !== state.doc) announce(kind === 'section' ? 'The section was moved.' : 'The block was moved.')
    this.#view.focus()
  }

  #blockMoved(id: string | null, place: number) {
    const { state } = this.#view
    const blocks = draggedKey.getState(state) ?? (id === null ? null : blockOf(state.doc, id))
    return blocks && moveBlocks(state, blocks, place)
  }
}

function sectionMoved(view: EditorView, id: string | null, place: number) {
  const { state } = view
  const found = id === null ? null : findNode(state.doc, id)
  if (!found) return null
  const index = state.doc.resolve(found.pos).index(0)
  return moveSection(state, index, place > index ? place - 1 : place)
}

/** Puts a quote where it was dropped; a passage that isn't one yet becomes one first. */
async function takePassage(view: EditorView, passage: DraggedPassage, place: DropPlace): Promise<void> {
  const quote: Quote | null | undefined =
    passage.quoteId === null
      ? await createQuote(passage.sourceId, passage.start, passage.end)
      : useCase.getState().quotes.get(passage.quoteId)
  if (!quote || view.isDestroyed) return
  const { state } = view
  const end = state.doc.content.size
  if (place.kind === 'in') {
    const tr = citationAt(state, Math.min(place.pos, end), { quoteId: quote.id, sourceId: null })
    if (!tr) return
    view.dispatch(tr)
    announce(`${quote.key} is cited.`)
  } else {
    view.dispatch(insertQuote(state, quote, Math.min(place.place, end)))
    announce(`Quote ${quote.key} is in the brief.`)
  }
  view.focus()
}

function paddingTop(element: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(element).paddingTop) || 0
}

function sign(): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('class', 'sign')
  svg.setAttribute('viewBox', '0 0 16 16')
  const path = svg.appendChild(document.createElementNS(space, 'path'))
  path.setAttribute('d', HANDLE)
  return svg
}
