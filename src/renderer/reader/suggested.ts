import type { KeyboardEvent } from 'react'
import { useEffect, useMemo } from 'react'
import { useCase } from '../state/case/case.ts'
import { useReader } from '../state/sources/readers.ts'
import {
  acceptSuggestions,
  currentIn,
  declineSuggestions,
  goToSuggestion,
  leaveSuggestion,
  loadDates,
  loadNames,
  loadSuggestions,
  suggestionsOf,
  useSuggestions,
  type SuggestedDate,
  type SuggestedName,
  type SuggestedQuote
} from '../state/sources/suggestions.ts'
import { listen } from '../state/window/bridge.ts'
import { announce } from '../state/window/toasts.ts'
import type { TextView } from './text/text-view.ts'

/** Underlines what is suggested in the text of a source, and keeps it in step with what is quoted and declined. */
export function useSuggested(view: TextView, sourceId: string, readOnly: boolean): void {
  const quotes = useCase((state) => state.quotes)
  const known = useMemo(
    () =>
      [...quotes.values()]
        .filter((quote) => quote.sourceId === sourceId)
        .map(({ id }) => id)
        .join(' '),
    [quotes, sourceId]
  )
  useEffect(() => {
    if (!readOnly) void loadSuggestions(sourceId)
  }, [sourceId, known, readOnly])
  useEffect(
    () =>
      listen('marks.changed', ({ sourceIds }) => {
        if (!readOnly && sourceIds.includes(sourceId)) void loadSuggestions(sourceId)
      }),
    [sourceId, readOnly]
  )
  const shown = useSuggestions((state) => suggestionsOf(state, sourceId))
  const current = useSuggestions((state) => currentIn(state, sourceId))
  useEffect(() => {
    view.paint('suggested', shown)
    return () => view.paint('suggested', [])
  }, [view, shown])
  useEffect(() => {
    view.paint('suggested-now', current ? [current] : [])
    if (current) view.show(current, 'nearest')
    return () => view.paint('suggested-now', [])
  }, [view, current])
}

const NO_NAMES: readonly SuggestedName[] = []

/** Underlines the names in the text of a source while that is asked for. Answers those that are underlined. */
export function useNamesPaint(view: TextView, sourceId: string): readonly SuggestedName[] {
  const wanted = useSuggestions((state) => state.showsNames)
  const names = useSuggestions((state) => (state.showsNames ? (state.names.get(sourceId) ?? NO_NAMES) : NO_NAMES))
  useEffect(() => {
    if (wanted) void loadNames(sourceId)
  }, [wanted, sourceId])
  useEffect(() => {
    for (const kind of ['person', 'organisation', 'place'] as const)
      view.paint(
        kind,
        names.filter((name) => name.kind === kind)
      )
    return () => {
      for (const kind of ['person', 'organisation', 'place'] as const) view.paint(kind, [])
    }
  }, [view, names])
  return names
}

const NO_DATES: readonly SuggestedDate[] = []

/** Underlines the dates in the text of a source while that is asked for. Answers those that are underlined. `after`: what they follow from. */
export function useDatesPaint(view: TextView, sourceId: string, after: string): readonly SuggestedDate[] {
  const wanted = useSuggestions((state) => state.showsDates)
  const dates = useSuggestions((state) => (state.showsDates ? (state.dates.get(sourceId) ?? NO_DATES) : NO_DATES))
  useEffect(() => {
    if (wanted) void loadDates(sourceId)
  }, [wanted, sourceId, after])
  useEffect(() => {
    view.paint('date', dates)
    return () => view.paint('date', [])
  }, [view, dates])
  return dates
}

/** The suggestion of the open source behind or before the one given, in the order of its text. */
function neighbour(one: SuggestedQuote, sourceId: string): SuggestedQuote | null {
  const all = suggestionsOf(useSuggestions.getState(), sourceId)
  return all.find(({ start }) => start > one.start) ?? all.findLast(({ start }) => start < one.start) ?? null
}

/** Takes the suggestion that one is at, or declines it, and goes on to the next one. False when one is at none. */
export function answerSuggestion(answer: 'accept' | 'decline'): boolean {
  const { sourceId } = useReader.getState()
  const one = currentIn(useSuggestions.getState(), sourceId)
  if (one === null || sourceId === null) return false
  const next = neighbour(one, sourceId)
  const done = answer === 'accept' ? acceptSuggestions(sourceId, [one]) : declineSuggestions(sourceId, [one])
  void done.then((isDone) => {
    if (!isDone || useReader.getState().sourceId !== sourceId) return
    const still = suggestionsOf(useSuggestions.getState(), sourceId).find(({ start }) => start === next?.start)
    if (still) goToSuggestion(still)
    else {
      leaveSuggestion()
      announce('No suggestion is left.')
    }
  })
  return true
}

/** What keys do while one is at a suggestion, with the focus on the text. True when the stroke was for it. */
export function suggestionKey(event: KeyboardEvent): boolean {
  const { key, target, currentTarget } = event
  if (target !== currentTarget || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
  const { sourceId } = useReader.getState()
  if (currentIn(useSuggestions.getState(), sourceId) === null) return false
  if (key === 'Escape') leaveSuggestion()
  else if (key === 'Enter') answerSuggestion('accept')
  else if (key === 'Delete') answerSuggestion('decline')
  else {
    // Whoever moves on with the arrow keys is no longer at it.
    if (key.startsWith('Arrow') || key === 'Home' || key === 'End') leaveSuggestion()
    return false
  }
  event.preventDefault()
  event.stopPropagation()
  return true
}

/** The suggestion at a point of the window; null for none. */
export function suggestionAt(
  view: TextView,
  sourceId: string,
  event: { clientX: number; clientY: number }
): SuggestedQuote | null {
  const offset = offsetUnder(view, event)
  if (offset === null) return null
  return (
    suggestionsOf(useSuggestions.getState(), sourceId).find(({ start, end }) => start <= offset && offset < end) ?? null
  )
}

/** The offset of the text under the pointer; null where there is none. */
export function offsetUnder(view: TextView, { clientX, clientY }: { clientX: number; clientY: number }): number | null {
  const point = document.caretPositionFromPoint(clientX, clientY)
  return point ? view.offsetAt(point.offsetNode, point.offset) : null
}
