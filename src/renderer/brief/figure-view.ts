import type { Node } from '@tiptap/pm/model'
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import type { Figure } from '../../shared/brief/brief.ts'
import type { BriefContext } from './context.ts'

/**
 * Draws a figure: a frame with the title of the image and what it shows, and its caption, which can be edited. The image itself is
 * what someone else made; it's drawn in the export only, by a worker.
 */
export class FigureView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly #frame: HTMLElement
  readonly #title: HTMLElement
  readonly #alt: HTMLElement
  readonly #edit: HTMLButtonElement
  readonly #context: BriefContext
  readonly #leave: () => void
  #node: Node

  constructor(node: Node, context: BriefContext, edit: (id: string) => void) {
    this.#node = node
    this.#context = context
    this.dom = document.createElement('figure')
    this.#frame = this.dom.appendChild(document.createElement('div'))
    this.#frame.className = 'figure-frame'
    this.#frame.contentEditable = 'false'
    this.#title = this.#frame.appendChild(document.createElement('strong'))
    this.#alt = this.#frame.appendChild(document.createElement('span'))
    this.#edit = this.#frame.appendChild(document.createElement('button'))
    this.#edit.type = 'button'
    this.#edit.textContent = 'Edit figure…'
    this.#edit.addEventListener('mousedown', (event) => event.preventDefault())
    this.#edit.addEventListener('click', () => {
      const { id } = this.#attrs
      if (id) edit(id)
    })
    this.contentDOM = this.dom.appendChild(document.createElement('figcaption'))
    this.#leave = context.subscribe(() => this.#draw())
    this.#draw()
  }

  get #attrs(): Figure['attrs'] {
    return this.#node.attrs as Figure['attrs']
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#draw()
    return true
  }

  stopEvent(event: Event): boolean {
    return this.#edit.contains(event.target as HTMLElement)
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    this.#leave()
  }

  #draw(): void {
    const { id, sourceId, label, alt } = this.#attrs
    const source = this.#context.source(sourceId)
    const number = this.#context.number(sourceId)
    const coming = this.#context.isComing(id)
    this.dom.className = `figure${source?.image || coming ? '' : ' unresolved'}`
    if (id) this.dom.dataset['id'] = id
    const title = source ? `${source.key} · ${source.title}${number === undefined ? '' : ` [${number}]`}` : null
    const lacking = label ? `${label} is not in this case` : 'The image is no longer in this case'
    set(this.#title, title ?? (coming ? 'Importing the picture…' : lacking))
    set(this.#alt, source && !source.image ? 'Not an image' : alt || 'What it shows is not described yet')
  }
}

function set(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}
