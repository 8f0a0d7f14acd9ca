import type { SearchFacets } from '../../shared/search/answer.ts'
import type { Tlp } from '../../shared/source/source.ts'
import type { Bits } from './bits.ts'
import type { CountedField, EntryTable } from './entry-table.ts'

/** Values told of a facet, at most: a list of more is nothing to choose from. */
const MOST_VALUES = 200

/** A brief and the sources that it cites, by their ids. */
export interface CitingBrief {
  id: string
  title: string
  cites: readonly string[]
}

interface Counted {
  value: string
  count: number
}

/** Counts the values of sources. */
export function facetsOf(entries: EntryTable, sources: Bits, briefs: Iterable<CitingBrief>): SearchFacets {
  const counts = entries.counts(sources)
  const total = sources.count()
  const all = (field: CountedField): Counted[] =>
    entries.counted[field]
      .filter((id) => counts[id]! > 0)
      .map((id) => ({ value: entries.values[id]!.text, count: counts[id]! }))
  const top = (counted: Counted[]): Counted[] =>
    counted.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST_VALUES)
  // A source has one value at most of these, so that the others have none.
  const orNone = (field: CountedField): { value: string | null; count: number }[] => {
    const counted = all(field)
    const none = counted.reduce((left, { count }) => left - count, total)
    return none > 0 ? [...top(counted), { value: null, count: none }] : top(counted)
  }
  const quoted = sources.copy().keep(entries.quoted).count()
  return {
    publisher: orNone('publisher'),
    month: orNone('month').sort((a, b) => (b.value ?? '').localeCompare(a.value ?? '')),
    language: orNone('language'),
    tag: top(all('tag')),
    tlp: orNone('tlp') as { value: Tlp | null; count: number }[],
    quoted: [
      { value: true, count: quoted },
      { value: false, count: total - quoted }
    ].filter(({ count }) => count > 0),
    brief: [...briefs]
      .map(({ id, title, cites }) => ({
        value: id,
        title,
        count: cites.filter((source) => isIn(entries, sources, source)).length
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
  }
}

function isIn(entries: EntryTable, sources: Bits, id: string): boolean {
  const number = entries.sourceEntry(id)
  return number !== undefined && sources.has(number)
}
