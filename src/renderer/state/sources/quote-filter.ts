import { create } from 'zustand'
import { forgetWithCase } from '../window/forget.ts'
import { showTab } from '../window/layout.ts'

interface QuoteFilter {
  /** The words in the filter. */
  words: string
  /** The source to which the list is narrowed. */
  sourceId: string | null
}

const NOTHING: QuoteFilter = { words: '', sourceId: null }

/** What the list of quotes is narrowed to. */
export const useQuoteFilter = create<QuoteFilter>(() => NOTHING)

forgetWithCase(() => useQuoteFilter.setState(NOTHING))

/** Shows the quotes of one source. */
export function showQuotesOf(sourceId: string): void {
  useQuoteFilter.setState({ ...NOTHING, sourceId })
  showTab('quotes')
}

/** Shows all quotes again. False when all were shown. */
export function clearQuoteFilter(): boolean {
  const { words, sourceId } = useQuoteFilter.getState()
  if (words === '' && sourceId === null) return false
  useQuoteFilter.setState(NOTHING)
  return true
}
