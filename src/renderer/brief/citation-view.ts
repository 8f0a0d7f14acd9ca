import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import type { Citation, Relation } from '../../shared/brief/brief.ts'
import { sourceTitleOf } from './words.ts'
import type { BriefContext } from './context.ts'

const SIGNS: Record<Relation, string> = { supports: '', contradicts: '≠ ', context: 'cf. ' }
const WORDS: Record<Relation, string> = {
  supports: 'Supported by',
  contradicts: 'Contradicted by',
  context: 'For context'
}

/** Draws a citation as a chip with its source's number: `1`, `1, ¶ 3`, `≠ 2`, `cf. 4`. A click leads to the place. */
export class CitationView implements NodeView {
  readonly dom: HTMLElement
  #node: Node
  readonly #context: BriefContext
  readonly #leave: () => void

  constructor(node: Node, context: BriefContext) {
    this.#node = node
    this.#context = context
    this.dom = document.createElement('span')
    this.dom.contentEditable = 'false'
    this.dom.addEventListener('click', () => {
      const { quoteId, sourceId } = this.#attrs
      context.show({ quoteId, sourceId, blockId: null })
    })
    this.#leave = context.subscribe(() => this.#draw())
    this.#draw()
  }

  get #attrs(): Citation['attrs'] {
    return this.#node.attrs as Citation['attrs']
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#draw()
    return true
  }

  selectNode(): void {
    this.dom.classList.add('is-selected')
  }

  deselectNode(): void {
    this.dom.classList.remove('is-selected')
  }

  ignoreMutation(): boolean {
    return true
  }

  destroy(): void {
    this.#leave()
  }

  #draw(): void {
    const { quoteId, sourceId, label, relation, locator } = this.#attrs
    const context = this.#context
    const quote = context.quote(quoteId)
    const cited = sourceId ?? (quoteId === null ? null : context.sourceOf(quoteId))
    const source = context.source(cited)
    const number = context.number(cited)
    const place = locator ?? (quoteId === null ? null : (context.locator(quoteId) ?? null))
    const resolved = source !== undefined && (quoteId === null || quote !== undefined)
    const core = resolved
      ? [number ?? '·', place].filter((part) => part !== null && part !== '').join(', ')
      : `${label ?? '?'} not found`
    const text = SIGNS[relation] + core
    if (this.dom.textContent !== text) this.dom.textContent = text
    this.dom.className = `citation ${relation}${resolved ? '' : ' unresolved'}${
      this.dom.classList.contains('is-selected') ? ' is-selected' : ''
    }`
    const words = quote ? `: “${quote.target.exact}”` : ''
    this.dom.title = resolved
      ? `${WORDS[relation]} ${sourceTitleOf(source)}${words}`
      : 'What is cited here is not in this case.'
  }
}
