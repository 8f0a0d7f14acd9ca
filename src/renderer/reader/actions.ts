import type { Quote } from '../../shared/quote/quote.ts'
import { insertQuoteAt } from '../state/brief/editor.ts'
import { useCase } from '../state/case/case.ts'
import { createQuote } from '../state/sources/quotes.ts'
import { useReader } from '../state/sources/readers.ts'
import { showMessage } from '../state/window/toasts.ts'

/** What is to be quoted: what is selected in the reader, else the sentence or word at its cursor. */
function toQuote(): { start: number; end: number } | null {
  const { selection, cursor } = useReader.getState()
  return selection ?? cursor
}

/** Saves what is selected in the reader, or stands at its cursor, as a quote. A passage that is saved already isn't saved twice. */
export async function quoteSelection(): Promise<Quote | null> {
  const { sourceId } = useReader.getState()
  const selection = toQuote()
  if (!selection || sourceId === null) {
    showMessage('Select the words to quote in the reader first, or go to a sentence with the arrow keys.')
    return null
  }
  const saved = [...useCase.getState().quotes.values()].find(
    ({ sourceId: from, target }) =>
      from === sourceId && target.start === selection.start && target.end === selection.end
  )
  if (saved) {
    useReader.setState({ selectedQuote: saved.id })
    showMessage(`This passage is saved already, as ${saved.key}.`)
    return saved
  }
  const quote = await createQuote(sourceId, selection.start, selection.end)
  if (quote) {
    document.getSelection()?.removeAllRanges()
    showMessage(`Saved as ${quote.key}.`)
  }
  return quote
}

/** Puts what is selected in the reader or stands at its cursor, else the quote that is chosen there, into the brief at the caret. */
export async function quoteSelectionIntoBrief(): Promise<void> {
  const { selectedQuote } = useReader.getState()
  const selection = toQuote()
  const chosen = selection ? await quoteSelection() : (useCase.getState().quotes.get(selectedQuote ?? '') ?? null)
  if (!chosen) {
    if (!selection)
      showMessage('Select the words to quote in the reader first, or go to a sentence with the arrow keys.')
    return
  }
  if (!insertQuoteAt(chosen)) showMessage('There is no brief to put the quote into. Make a new brief first.')
}
