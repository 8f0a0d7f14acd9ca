import { create } from 'zustand'
import type { BriefRow, ListedCase } from '../../../shared/api/contract.ts'
import type { Place } from '../../../shared/api/place.ts'
import type { SourceRow } from '../../../shared/case/row.ts'
import type { CaseRecord } from '../../../shared/case/case.ts'
import type { LockHolder } from '../../../shared/case/holder.ts'
import type { Quote } from '../../../shared/quote/quote.ts'
import { forgetWithCase } from '../window/forget.ts'

interface CaseState {
  phase: 'starting' | 'none' | 'opening' | 'open'
  /** The folder of the open case, to be shown. */
  path: string
  /** By which it is opened again; null when none is open. */
  place: Place | null
  record: CaseRecord | null
  sources: SourceRow[]
  /** Saved quotes that are not deleted, by id, in the order in which they were made. */
  quotes: ReadonlyMap<string, Quote>
  briefs: BriefRow[]
  readOnly: boolean
  /** Who writes the case, when that's why it is read-only. */
  holder: LockHolder | null
  /** Who else writes the case, from another profile or machine. */
  others: LockHolder[]
  /** True when nobody writes the case any more, but opening it for writing needs its passphrase. */
  free: boolean
  sealed: boolean
  /** True while the case's documents are still being looked at. */
  following: boolean
  /** How many files look like copies that a synchronising program made. */
  conflictCopies: number
  notices: string[]
  recent: ListedCase[]
}

const NO_CASE = {
  path: '',
  place: null,
  record: null,
  sources: [],
  quotes: new Map<string, Quote>(),
  briefs: [],
  readOnly: false,
  holder: null,
  others: [],
  free: false,
  sealed: false,
  following: false,
  conflictCopies: 0,
  notices: []
}

export const useCase = create<CaseState>(() => ({ phase: 'starting', recent: [], ...NO_CASE }))

// Rows arrive one by one while hundreds of files are imported: they are taken over once a frame.
const arrived = new Map<string, SourceRow>()

forgetWithCase(() => {
  arrived.clear()
  useCase.setState(NO_CASE)
})

/** Takes over a notice that comes while the case is open. */
export function receiveNotice(notice: string): void {
  useCase.setState(({ notices }) => (notices.includes(notice) ? {} : { notices: [...notices, notice] }))
}

/** Puts a new or changed row into the library. */
export function receiveRow(row: SourceRow): void {
  if (arrived.size === 0) requestAnimationFrame(takeRows)
  arrived.set(row.id, row)
}

/** Takes over at once what rows have arrived. */
export function takeRows(): void {
  if (arrived.size === 0) return
  useCase.setState((state) => {
    const sources = state.sources.map((row) => {
      const fresh = arrived.get(row.id)
      arrived.delete(row.id)
      return fresh ?? row
    })
    return { sources: [...sources, ...arrived.values()] }
  })
  arrived.clear()
}

/** Takes over a page of the saved quotes; deleted ones go. Answers come in the order of main's work, so a page is never older than what is known. */
export function receiveQuotes(page: readonly Quote[]): void {
  useCase.setState((state) => {
    const quotes = new Map(state.quotes)
    for (const quote of page) {
      if (quote.deletedAt === null) quotes.set(quote.id, quote)
      else quotes.delete(quote.id)
    }
    return { quotes }
  })
}

/** Takes over sources that were found new, changed or gone after the case was opened. */
export function receiveRows(rows: readonly SourceRow[], removed: readonly string[]): void {
  for (const row of rows) receiveRow(row)
  if (removed.length > 0) {
    const gone = new Set(removed)
    // A row that is still to be taken over must not bring it back.
    for (const id of removed) arrived.delete(id)
    useCase.setState((state) => ({
      sources: state.sources.filter(({ id }) => !gone.has(id)),
      quotes: new Map([...state.quotes].filter(([, { sourceId }]) => !gone.has(sourceId)))
    }))
  }
}

/** Takes over a quote that was made, changed, deleted or restored. */
export function receiveQuote(quote: Quote): void {
  useCase.setState((state) => {
    const quotes = new Map(state.quotes)
    if (quote.deletedAt === null) quotes.set(quote.id, quote)
    else quotes.delete(quote.id)
    return { quotes }
  })
}

const counted = new WeakMap<ReadonlyMap<string, Quote>, Map<string, number>>()

/** How many quotes each source has. Computed once for each state of the quotes. */
export function quoteCounts(quotes: ReadonlyMap<string, Quote>): ReadonlyMap<string, number> {
  let counts = counted.get(quotes)
  if (!counts) {
    counts = new Map()
    for (const quote of quotes.values()) counts.set(quote.sourceId, (counts.get(quote.sourceId) ?? 0) + 1)
    counted.set(quotes, counts)
  }
  return counts
}

const indexed = new WeakMap<SourceRow[], Map<string, SourceRow>>()

/** The row of a source. The index is made once for each state of the list. */
export function sourceRow(sources: SourceRow[], id: string | null): SourceRow | undefined {
  if (id === null) return undefined
  let rows = indexed.get(sources)
  if (!rows) {
    rows = new Map(sources.map((row) => [row.id, row]))
    indexed.set(sources, rows)
  }
  return rows.get(id)
}
