import { createContext, useDeferredValue, useMemo } from 'react'
import type { SourceRow } from '../../shared/case/row.ts'
import { USUAL_SORT, type SourceSort } from '../../shared/case/source-sort.ts'
import { useBrief } from '../state/brief/brief.ts'
import { briefsBySource, useCited } from '../state/brief/cited.ts'
import { quoteCounts, useCase } from '../state/case/case.ts'
import { sortRows, wordFilter } from '../state/sources/arrange.ts'
import { facetFilter, isNarrowed, NOTHING_CHOSEN, type Chosen, type FacetContext } from '../state/sources/facets.ts'
import { useLibrary } from '../state/sources/library.ts'

const NO_COUNTS: ReadonlyMap<string, number> = new Map()
const NO_BRIEFS: ReadonlyMap<string, readonly string[]> = new Map()

/** What is known of the sources beside their rows. What isn't asked for is left out: then nothing follows it. */
export function useFacetContext(asked: { quotes: boolean; briefs: boolean }): FacetContext {
  const quotes = useCase((state) => (asked.quotes ? quoteCounts(state.quotes) : NO_COUNTS))
  const of = useCited((state) => state.of)
  const id = useBrief((state) => (asked.briefs ? state.id : null))
  const check = useBrief((state) => (asked.briefs ? state.check : null))
  const briefs = useMemo(
    () => (asked.briefs ? briefsBySource(of, { id, check }) : NO_BRIEFS),
    [asked.briefs, of, id, check]
  )
  return useMemo(() => ({ quotes, briefs }), [quotes, briefs])
}

/** The sources that the list shows. */
export interface Shown {
  /** In the list's order. */
  rows: readonly SourceRow[]
  /** Those that fit the words alone. */
  fitting: readonly SourceRow[]
  /** What they were found, narrowed and sorted by. */
  sought: string
  chosen: Chosen
  sort: SourceSort
}

/** The shown sources, for what stands around the list. */
export const ShownContext = createContext<Shown>({
  rows: [],
  fitting: [],
  sought: '',
  chosen: NOTHING_CHOSEN,
  sort: USUAL_SORT
})

/** The sources to be shown. They follow what was typed and chosen a moment later, so that this itself never waits for them. */
export function useShownSources(): Shown {
  const sources = useCase((state) => state.sources)
  const library = useLibrary()
  const sought = useDeferredValue(library.words).trim()
  const chosen = useDeferredValue(library.chosen)
  const sort = useDeferredValue(library.sort)
  const byQuotes = sort.by === 'quotes'
  // Only one of the orders depends on the quotes; with the others a new quote doesn't sort 10,000 rows again.
  const counts = useCase((state) => (byQuotes ? quoteCounts(state.quotes) : NO_COUNTS))
  const context = useFacetContext({ quotes: 'quoted' in chosen.values, briefs: 'brief' in chosen.values })
  const sorted = useMemo(() => sortRows(sources, sort, counts), [sources, sort, counts])
  const fitting = useMemo(() => (sought === '' ? sorted : sorted.filter(wordFilter(sought))), [sorted, sought])
  const rows = useMemo(
    () => (isNarrowed(chosen) ? fitting.filter(facetFilter(chosen, context)) : fitting),
    [fitting, chosen, context]
  )
  return useMemo(() => ({ rows, fitting, sought, chosen, sort }), [rows, fitting, sought, chosen, sort])
}
