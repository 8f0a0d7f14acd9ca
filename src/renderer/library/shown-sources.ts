import { useDeferredValue, useMemo } from 'react'
import type { SourceRow } from '../../shared/case/row.ts'
import { useBrief } from '../state/brief/brief.ts'
import { briefsBySource, useCited } from '../state/brief/cited.ts'
import { quoteCounts, useCase } from '../state/case/case.ts'
import { sortRows, wordFilter } from '../state/sources/arrange.ts'
import { facetFilter, isNarrowed, type FacetContext } from '../state/sources/facets.ts'
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

/** The sources that the list shows, in its order; those that fit the words alone; and the words that they were found by. */
export function useShownSources(): { rows: readonly SourceRow[]; fitting: readonly SourceRow[]; sought: string } {
  const sources = useCase((state) => state.sources)
  const { words, chosen, sort } = useLibrary()
  const sought = useDeferredValue(words).trim()
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
  return { rows, fitting, sought }
}
