import type { Quote } from '../../../shared/quote/quote.ts'
import { ask } from '../window/bridge.ts'
import { flushBrief, recheck } from '../brief/brief.ts'
import { usedInWords } from '../brief/used-in.ts'
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

/** Deletes a quote, says where briefs use it, and offers to take that back. */
export async function deleteQuote(id: string): Promise<void> {
  await flushBrief()
  const uses = await ask('brief.places', { sources: [], quotes: [id] })
  const deleted = uses && (await ask('quote.delete', { id }))
  if (!deleted) return
  receiveQuote(deleted)
  recheck()
  const used = uses.length === 0 ? '' : ` It’s used in ${usedInWords(uses)} and isn’t found there any more.`
  offerUndo(`Quote ${deleted.key} was deleted.${used}`, async () => {
    const restored = await ask('quote.restore', { id })
    if (!restored) return
    receiveQuote(restored)
    recheck()
    announce(`Quote ${restored.key} is back.`)
  })
}
