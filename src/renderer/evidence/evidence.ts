import { create } from 'zustand'
import type { Mark } from '../../shared/case/records/mark.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import { citeQuoteAtCaret, insertQuoteAt } from '../state/brief/editor.ts'
import { useBrief } from '../state/brief/brief.ts'
import { loadUses } from '../state/brief/uses.ts'
import { useCase } from '../state/case/case.ts'
import { loadTags, useMarks } from '../state/sources/marks.ts'
import { createQuote, showQuote } from '../state/sources/quotes.ts'
import { showPassage } from '../state/sources/reader.ts'
import { ask, listen } from '../state/window/bridge.ts'
import { forgetWithCase } from '../state/window/forget.ts'
import { useLayout } from '../state/window/layout.ts'
import { showMessage } from '../state/window/toasts.ts'
import { NO_FILTER, type Card, type EvidenceFilter } from './cards.ts'

interface EvidenceState {
  filter: EvidenceFilter
  marks: readonly Mark[]
}

const NOTHING: EvidenceState = { filter: NO_FILTER, marks: [] }

/** What the evidence beside the brief is narrowed to, and the marks of the case, which are asked for while it shows. */
export const useEvidence = create<EvidenceState>(() => NOTHING)

forgetWithCase(() => useEvidence.setState(NOTHING))

/** Narrows the cards further. */
export function narrowEvidence(change: Partial<EvidenceFilter>): void {
  useEvidence.setState(({ filter }) => ({ filter: { ...filter, ...change } }))
}

async function loadMarks(): Promise<void> {
  const marks = await ask('mark.list', { sourceId: null })
  if (marks) useEvidence.setState({ marks })
}

const shows = (): boolean => !useLayout.getState().hidden.evidence && useCase.getState().phase === 'open'

/** Keeps marks and uses up to date while the evidence shows, until the returned function is called. */
export function followEvidence(): () => void {
  const all = (): void => {
    if (!shows()) return
    void loadMarks()
    if (useMarks.getState().tags === null) void loadTags()
    void loadUses()
  }
  const uses = (): void => {
    if (shows()) void loadUses()
  }
  const leave = [
    useLayout.subscribe(({ hidden }, before) => {
      if (hidden.evidence !== before.hidden.evidence) all()
    }),
    useCase.subscribe(({ phase, briefs, quotes, sources }, before) => {
      if (phase !== before.phase) all()
      else if (briefs !== before.briefs || quotes.size !== before.quotes.size) uses()
      if (sources.length < before.sources.length) all()
    }),
    // Of the open brief its text tells; of those that were open what is on the disk.
    useBrief.subscribe(({ id }, before) => {
      if (id !== before.id) uses()
    }),
    listen('marks.changed', all)
  ]
  return () => {
    for (const stop of leave) stop()
  }
}

/** The quote of a card; of a mark one is made. */
async function quoteOf({ quote, sourceId, start, end }: Card): Promise<Quote | null> {
  return quote ?? (await createQuote(sourceId, start, end))
}

/** Cites a card in the statement with the caret. */
export async function citeCard(card: Card): Promise<void> {
  const quote = await quoteOf(card)
  if (quote && !citeQuoteAtCaret(quote)) {
    showMessage('A citation stands in a statement, a table or a caption of a brief. Put the caret there first.')
  }
}

/** Puts a card into the brief as a quote block, after the block with the caret. */
export async function insertCard(card: Card): Promise<void> {
  const quote = await quoteOf(card)
  if (quote && !insertQuoteAt(quote)) showMessage('There is no brief to put the quote into. Make a new brief first.')
}

/** Shows a card's passage in its source. */
export function showCard({ quote, sourceId, start, end }: Card): Promise<void> {
  return quote ? showQuote(quote.id, 'evidence') : showPassage({ sourceId, start, end }, 'evidence')
}
