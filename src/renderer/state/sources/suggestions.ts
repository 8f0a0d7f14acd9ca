import { create } from 'zustand'
import type { Output } from '../../../shared/api/contract.ts'
import { recheck } from '../brief/brief.ts'
import { receiveQuote } from '../case/case.ts'
import { rememberLocators } from '../case/locators.ts'
import { ask, request } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'
import { announce, showMessage } from '../window/toasts.ts'
import { useReader } from './readers.ts'

export type SuggestedQuote = Output<'suggestion.quotes'>[number]
export type SuggestedName = Output<'suggestion.names'>[number]
export type SuggestedDate = Output<'suggestion.dates'>[number]

interface SuggestionState {
  /** By the ids of the sources that were looked at. */
  quotes: ReadonlyMap<string, readonly SuggestedQuote[]>
  names: ReadonlyMap<string, readonly SuggestedName[]>
  dates: ReadonlyMap<string, readonly SuggestedDate[]>
  /** The suggestion that one is at. */
  current: { sourceId: string; start: number } | null
  /** Whether suggested quotes, names, and dates are underlined. */
  showsQuotes: boolean
  showsNames: boolean
  showsDates: boolean
}

const EMPTY = { quotes: new Map(), names: new Map(), dates: new Map(), current: null }

export const useSuggestions = create<SuggestionState>(() => ({
  ...EMPTY,
  showsQuotes: true,
  showsNames: false,
  showsDates: false
}))

forgetWithCase(() => useSuggestions.setState(EMPTY))

/** Asks what a source holds to quote: what was quoted or declined since is no longer among it. */
export async function loadSuggestions(sourceId: string): Promise<void> {
  const found = await request('suggestion.quotes', { sourceId })
  // What can't be read is told where the source itself is shown.
  if (!found.ok) return
  useSuggestions.setState(({ quotes }) => ({ quotes: new Map(quotes).set(sourceId, found.value) }))
}

/** Asks for the names in a source, once. */
export async function loadNames(sourceId: string): Promise<void> {
  if (useSuggestions.getState().names.has(sourceId)) return
  const found = await request('suggestion.names', { sourceId })
  if (found.ok) useSuggestions.setState(({ names }) => ({ names: new Map(names).set(sourceId, found.value) }))
}

/** Asks for the dates in a source: they follow from when it was published, too. */
export async function loadDates(sourceId: string): Promise<void> {
  const found = await request('suggestion.dates', { sourceId })
  if (found.ok) useSuggestions.setState(({ dates }) => ({ dates: new Map(dates).set(sourceId, found.value) }))
}

const NONE: readonly SuggestedQuote[] = []

/** The suggestions of a source that show, in the order of its text. */
export function suggestionsOf(state: SuggestionState, sourceId: string | null): readonly SuggestedQuote[] {
  return sourceId !== null && state.showsQuotes ? (state.quotes.get(sourceId) ?? NONE) : NONE
}

/** The suggestion that one is at, if it is one of this source. */
export function currentIn(state: SuggestionState, sourceId: string | null): SuggestedQuote | null {
  if (state.current === null || state.current.sourceId !== sourceId) return null
  const { start } = state.current
  return suggestionsOf(state, sourceId).find((one) => one.start === start) ?? null
}

/** Goes to a suggestion of the open source, and says what it is. */
export function goToSuggestion(one: SuggestedQuote): void {
  const { sourceId, text } = useReader.getState()
  if (sourceId === null || text === null) return
  useSuggestions.setState({ current: { sourceId, start: one.start } })
  useReader.setState({ cursor: null, selectedQuote: null })
  const all = suggestionsOf(useSuggestions.getState(), sourceId)
  const words = text.text.slice(one.start, one.end)
  const speaker = one.speaker === null ? 'Speaker not sure.' : `Speaker: ${one.speaker}.`
  announce(
    `Suggested quote ${all.indexOf(one) + 1} of ${all.length}: ${words} ${speaker} Enter quotes it, Delete declines it.`
  )
}

export function leaveSuggestion(): void {
  if (useSuggestions.getState().current !== null) useSuggestions.setState({ current: null })
}

/** Quotes suggestions with speaker and attribution, as one edit. Answers whether that was done. */
export async function acceptSuggestions(sourceId: string, chosen: readonly SuggestedQuote[]): Promise<boolean> {
  const made = await ask('suggestion.accept', { sourceId, ranges: chosen.map(({ start, end }) => ({ start, end })) })
  if (!made) return false
  const { text, sourceId: shown } = useReader.getState()
  if (text && shown === sourceId) rememberLocators(text.blocks, made)
  for (const quote of made) receiveQuote(quote)
  recheck()
  const [first] = made
  if (made.length > 1) showMessage(`Saved as ${first!.key} to ${made.at(-1)!.key}. Undo takes them back together.`)
  else showMessage(`Saved as ${first!.key}${first!.speaker === null ? '' : `, said by ${first!.speaker}`}.`)
  await loadSuggestions(sourceId)
  return true
}

/** Takes suggestions away for good, as one edit. Answers whether that was done. */
export async function declineSuggestions(sourceId: string, chosen: readonly SuggestedQuote[]): Promise<boolean> {
  const done = await ask('suggestion.decline', { sourceId, ranges: chosen.map(({ start, end }) => ({ start, end })) })
  if (!done) return false
  showMessage(
    chosen.length === 1
      ? 'It won’t be suggested again. Undo brings it back.'
      : 'They won’t be suggested again. Undo brings them back.'
  )
  await loadSuggestions(sourceId)
  return true
}
