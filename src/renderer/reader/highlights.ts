import type { KeyboardEvent } from 'react'
import type { Quote } from '../../shared/quote/quote.ts'
import { useCase } from '../state/case/case.ts'
import { marksIn, useMarks } from '../state/sources/marks.ts'
import { goToQuote } from '../state/sources/reader.ts'
import { useReader } from '../state/sources/readers.ts'
import {
  currentIn,
  goToSuggestion,
  leaveSuggestion,
  suggestionsOf,
  useSuggestions,
  type SuggestedQuote
} from '../state/sources/suggestions.ts'
import { chooseAt } from './marks-here.ts'

/** The quotes of the open source, in the order of the text. */
export function quotesHere(): Quote[] {
  const { sourceId, text } = useReader.getState()
  return [...useCase.getState().quotes.values()]
    .filter((quote) => quote.sourceId === sourceId && quote.target.textSha256 === text?.sha256)
    .sort(inOrder)
}

function inOrder(a: Pick<Quote, 'id' | 'target'>, b: Pick<Quote, 'id' | 'target'>): number {
  return a.target.start - b.target.start || b.target.end - a.target.end || (a.id < b.id ? -1 : 1)
}

/** Ids of the quotes that a mark of the text stands for; none for what is no mark. */
export function quotesAt(element: EventTarget | null): string[] {
  if (!(element instanceof Element)) return []
  return element.closest<HTMLElement>('mark')?.dataset['quotes']?.split(' ') ?? []
}

/**
 * Lets the mouse select words from a mark's first letter on. A mark takes the focus when it's pressed, and Chromium then selects nothing, as
 * the selection would begin before what has the focus: so for the press it can't take it, and the text around it does.
 */
export function withoutFocusOfMark({ target }: { target: EventTarget | null }): void {
  const mark = target instanceof Element ? target.closest<HTMLElement>('mark[tabindex]') : null
  const tabIndex = mark?.getAttribute('tabindex')
  if (!mark || tabIndex == null) return
  mark.removeAttribute('tabindex')
  setTimeout(() => mark.setAttribute('tabindex', tabIndex))
}

/** A quote or mark of the text. */
type Highlight = Pick<Quote, 'id' | 'target'>

/** The quotes and marks of the open source, in the order of the text. */
function highlightsHere(): Highlight[] {
  const { text, sourceId } = useReader.getState()
  const marks = text && sourceId !== null ? marksIn(useMarks.getState().marks, sourceId, text) : []
  return [...quotesHere(), ...marks].sort(inOrder)
}

/** The quote or mark at which the focus is in the text. */
function focusedAt(quotes: readonly Highlight[]): Highlight | undefined {
  const id = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['quote'] : undefined
  return quotes.find((quote) => quote.id === id)
}

/**
 * Goes to the next quote of the open source, or the one before: from the quote that has the focus, else from the cursor, the chosen quote or what
 * shows. False when there is none that way.
 */
export function stepQuote(forward: boolean): boolean {
  const quotes: readonly Highlight[] = quotesHere()
  const focused = focusedAt(quotes)
  const { cursor, paragraph, text } = useReader.getState()
  const from = focused
    ? quotes.indexOf(focused)
    : forward
      ? quotes.findIndex(({ target }) => target.start >= (cursor?.start ?? topOf(text, paragraph))) - 1
      : quotes.findLastIndex(({ target }) => target.start < (cursor?.start ?? topOf(text, paragraph))) + 1
  // None stands behind the place.
  if (!focused && forward && from === -2) return false
  const next = quotes[from + (forward ? 1 : -1)]
  if (next) {
    goToQuote(next)
    chooseAt(next.id)
  }
  return next !== undefined
}

function topOf(text: { blocks: readonly { start: number }[] } | null, paragraph: number | null): number {
  return text?.blocks[(paragraph ?? 1) - 1]?.start ?? 0
}

/**
 * Tab goes through the quotes and marks of the text and what is suggested in it, those too that aren't drawn; behind the last one and before the first one it
 * leaves them.
 */
export function tabThroughQuotes(event: KeyboardEvent): void {
  if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return
  const { sourceId } = useReader.getState()
  const current = currentIn(useSuggestions.getState(), sourceId)
  const inMark = (event.target as Element).closest('mark') !== null
  if (!inMark && (event.target !== event.currentTarget || (event.shiftKey && current === null))) return
  if (stepStop(!event.shiftKey, current)) event.preventDefault()
  else leaveSuggestion()
}

/** What Tab stops at. */
type Stop = { start: number; highlight: Highlight } | { start: number; suggestion: SuggestedQuote }

function stepStop(forward: boolean, current: SuggestedQuote | null): boolean {
  const { sourceId, cursor, paragraph, text } = useReader.getState()
  const highlights = highlightsHere()
  const suggestions = suggestionsOf(useSuggestions.getState(), sourceId)
  const stops: Stop[] = [
    ...highlights.map((highlight) => ({ start: highlight.target.start, highlight })),
    ...suggestions.map((suggestion) => ({ start: suggestion.start, suggestion }))
  ].sort((a, b) => a.start - b.start)
  const focused = focusedAt(highlights)
  const from = stops.findIndex((stop) =>
    'highlight' in stop ? stop.highlight === focused : stop.suggestion === current
  )
  const top = cursor?.start ?? topOf(text, paragraph)
  const next =
    from >= 0 ? stops[from + (forward ? 1 : -1)] : forward ? stops.find(({ start }) => start >= top) : undefined
  if (next === undefined) return false
  if ('highlight' in next) {
    leaveSuggestion()
    goToQuote(next.highlight)
    chooseAt(next.highlight.id)
  } else {
    focusText()
    goToSuggestion(next.suggestion)
  }
  return true
}

/** A suggestion has no element of its own: while one is at it, the text has the focus. */
function focusText(): void {
  document.querySelector<HTMLElement>('[data-pane="reader"] article')?.focus({ preventScroll: true })
}
