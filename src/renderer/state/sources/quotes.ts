import type { Quote } from '../../../shared/quote/quote.ts'
import { ask } from '../window/bridge.ts'
import { recheck } from '../brief/brief.ts'
import { receiveQuote, useCase } from '../case/case.ts'
import type { Pane } from '../window/layout.ts'
import { rememberLocators } from '../case/locators.ts'
import { showPassage } from './reader.ts'
import { useReader } from './readers.ts'
import { announce } from '../window/toasts.ts'
import { offerUndo } from '../window/undo.ts'

/** Goes to a saved quote's place. */
export async function showQuote(quoteId: string, from: Pane): Promise<void> {
  const quote = useCase.getState().quotes.get(quoteId)
  if (!quote) return
  const { start, end } = quote.target
  await showPassage({ sourceId: quote.sourceId, start, end, quoteId }, from)
}

/** Saves a span of a source's text as a quote; null when that failed (and was shown). */
export async function createQuote(sourceId: string, start: number, end: number): Promise<Quote | null> {
  const quote = await ask('quote.create', { sourceId, start, end })
  if (!quote) return null
  const { text, sourceId: shown } = useReader.getState()
  if (text && shown === sourceId) rememberLocators(text.blocks, [quote])
  receiveQuote(quote)
  useReader.setState({ selectedQuote: quote.id })
  announce(`Quote ${quote.key} is saved.`)
  return quote
}

export async function updateQuote(
  quote: Quote,
  change: Partial<Pick<Quote, 'speaker' | 'note' | 'tags'>>
): Promise<boolean> {
  const { id, speaker, note, tags } = { ...quote, ...change }
  const updated = await ask('quote.update', { id, speaker, note, tags })
  if (!updated) return false
  receiveQuote(updated)
  recheck()
  return true
}

/** Deletes a quote and offers to take that back. */
export async function deleteQuote(id: string): Promise<void> {
  const deleted = await ask('quote.delete', { id })
  if (!deleted) return
  receiveQuote(deleted)
  recheck()
  offerUndo(`Quote ${deleted.key} was deleted.`, async () => {
    const restored = await ask('quote.restore', { id })
    if (!restored) return
    receiveQuote(restored)
    recheck()
    announce(`Quote ${restored.key} is back.`)
  })
}
