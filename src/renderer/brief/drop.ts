import { Plugin } from '@tiptap/pm/state'
import type { Quote } from '../../shared/quote/quote.ts'
import { useCase } from '../state/case/case.ts'
import { createQuote } from '../state/sources/quotes.ts'
import { readPassage } from '../state/window/drag.ts'

/** Takes a quote or a selected passage that is dropped from the reader or the quote list. */
export function dropPlugin(insert: (quote: Quote, pos: number) => void): Plugin {
  return new Plugin({
    props: {
      handleDrop(view, event) {
        const passage = event.dataTransfer && readPassage(event.dataTransfer)
        if (!passage) return false
        event.preventDefault()
        const pos = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.from
        if (passage.quoteId !== null) {
          const quote = useCase.getState().quotes.get(passage.quoteId)
          if (quote) insert(quote, pos)
          return true
        }
        void createQuote(passage.sourceId, passage.start, passage.end).then((quote) => {
          if (quote) insert(quote, Math.min(pos, view.state.doc.content.size))
        })
        return true
      }
    }
  })
}
