import type { SearchFacets } from '../../shared/search/answer.ts'
import { narrowedFacets, type Facet, type Narrowing } from '../../shared/search/narrowing.ts'
import { Bits } from './bits.ts'
import type { EntryTable } from './entry-table.ts'
import { facetsOf, type CitingBrief } from './facets.ts'

/** Narrows what was found, in place, to what belongs to sources that have the chosen values. */
export function narrowHits(
  hits: Bits,
  narrowing: Narrowing,
  entries: EntryTable,
  briefs: ReadonlyMap<string, CitingBrief>
): Bits {
  const facets = narrowedFacets(narrowing)
  if (facets.length === 0) return hits
  const kept = entries.ofScope('sources').copy()
  for (const facet of facets) kept.keep(havingOne(facet, narrowing, entries, briefs))
  return hits.keep(entries.belongingTo(kept))
}

/**
 * Counts the values of sources for each facet as if nothing were chosen in it, so that another of its values can be chosen, too. `hits` is what was found
 * before it was narrowed.
 */
export function narrowedFacetsOf(
  hits: Bits,
  narrowing: Narrowing,
  entries: EntryTable,
  briefs: ReadonlyMap<string, CitingBrief>
): SearchFacets {
  const without = (facet: Facet | null): SearchFacets => {
    const others = facet === null ? narrowing : { ...narrowing, [facet]: [] }
    const sources = entries.sourcesOf(narrowHits(hits.copy(), others, entries, briefs))
    return facetsOf(entries, sources, briefs.values())
  }
  const facets = without(null)
  for (const facet of narrowedFacets(narrowing)) Object.assign(facets, { [facet]: without(facet)[facet] })
  return facets
}

function havingOne(
  facet: Facet,
  narrowing: Narrowing,
  entries: EntryTable,
  briefs: ReadonlyMap<string, CitingBrief>
): Bits {
  const all = entries.ofScope('sources')
  if (facet === 'quoted') {
    const { quoted = [] } = narrowing
    const found = new Bits()
    if (quoted.includes(true)) found.join(entries.quoted)
    return quoted.includes(false) ? found.join(all.copy().without(entries.quoted)) : found
  }
  if (facet === 'brief') {
    const chosen = new Set(narrowing.brief)
    const cited = [...briefs.values()].filter(({ id }) => chosen.has(id)).flatMap(({ cites }) => cites)
    return Bits.of(cited.flatMap((id) => entries.sourceEntry(id) ?? []))
  }
  const chosen = new Set<string | null>(narrowing[facet])
  const found = entries.withValue(facet, ({ text }) => chosen.has(text))
  if (chosen.has(null)) found.join(all.copy().without(entries.withValue(facet, () => true)))
  return found
}
