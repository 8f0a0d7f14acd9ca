import type { Node } from '@tiptap/pm/model'
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import type { QuoteCheck } from '../../shared/brief/check.ts'
import type { QuoteBlock } from '../../shared/brief/brief.ts'
import { isIntact, STANDING_NAMES, standingOf } from '../../shared/brief/standing.ts'
import { STATE_SIGNS } from '../ui/state-chip.tsx'
import { attribution, type BriefContext } from './context.ts'

/** Draws a quote: its words, which can be edited, and under them its state, why, and where it comes from. */
export class QuoteBlockView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly #foot: HTMLElement
  readonly #state: HTMLElement
  readonly #reason: HTMLElement
  readonly #place: HTMLButtonElement
  readonly #context: BriefContext
  readonly #leave: () => void
  #node: Node

  constructor(node: Node, context: BriefContext) {
    this.#node = node
    this.#context = context
    this.dom = document.createElement('blockquote')
    this.contentDOM = this.dom.appendChild(document.createElement('div'))
    this.contentDOM.className = 'quote-words'
    this.#foot = this.dom.appendChild(document.createElement('div'))
    this.#foot.className = 'quote-foot'
    this.#foot.contentEditable = 'false'
    this.#state = this.#foot.appendChild(document.createElement('span'))
    this.#reason = this.#foot.appendChild(document.createElement('span'))
    this.#reason.className = 'quote-reason'
    this.#place = this.#foot.appendChild(document.createElement('button'))
    this.#place.type = 'button'
    this.#place.className = 'quote-place'
    this.#place.title = 'Show in the source'
    this.#place.addEventListener('mousedown', (event) => event.preventDefault())
    this.#place.addEventListener('click', () => {
      const { id, quoteId, sourceId } = this.#attrs
      context.show({ quoteId, sourceId, blockId: id })
    })
    this.#leave = context.subscribe(() => this.#draw())
    this.#draw()
  }

  get #attrs(): QuoteBlock['attrs'] {
    return this.#node.attrs as QuoteBlock['attrs']
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#draw()
    return true
  }

  stopEvent(event: Event): boolean {
    return this.#place.contains(event.target as HTMLElement)
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    this.#leave()
  }

  #draw(): void {
    const { id, quoteId, sourceId, label } = this.#attrs
    const context = this.#context
    const quote = context.quote(quoteId)
    const source = context.source(sourceId ?? quote?.sourceId ?? null)
    const check = context.check(id)
    const words = this.#node.textBetween(0, this.#node.content.size, '\n', '\n')
    const fresh = check !== undefined && check.exact.trim() === words.trim()
    const state = fresh ? standingOf(check.verification.state, check.stored) : null
    this.dom.className = `quote-block ${state ?? 'unknown'}`
    if (id) this.dom.dataset['id'] = id
    this.#state.className = `state ${state ?? 'unknown'}`
    set(this.#state, state === null ? 'Checking…' : `${STATE_SIGNS[state]} ${STANDING_NAMES[state]}`)
    set(this.#reason, fresh ? reasonOf(check) : '')
    const locator = check?.locator ?? context.locator(quoteId)
    const place = attribution(quote, source, locator)
    set(this.#place, place || (label ? `Source given as ${label}` : 'No source'))
    this.#place.disabled = !source
  }
}

/** Why it isn't verbatim, and what a changed source means for words that are. */
function reasonOf({ verification, stored, sourceId }: QuoteCheck): string {
  if (sourceId === null || isIntact(stored)) return verification.reason
  const { original, text } = stored
  const what = original === 'intact' ? `The stored text is ${text}` : `The stored original is ${original}`
  return [verification.reason, `${what}: that it says so can’t be proven.`].filter(Boolean).join(' ')
}

function set(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
  element.hidden = text === ''
}
