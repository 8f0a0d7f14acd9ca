import type { ValueField } from '../../shared/search/entries.ts'
import type { SearchFacets } from '../../shared/search/answer.ts'
import type { Tlp } from '../../shared/source/source.ts'
import type { Bits } from './bits.ts'
import type { EntryTable } from './entry-table.ts'

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
  const counts = new Uint32Array(entries.values.length)
  const total = sources.count()
  // A source has one value at most of these, so that the others have none.
  const without: Partial<Record<ValueField, number>> = { publisher: total, month: total, language: total, tlp: total }
  sources.each((number) => {
    for (const ref of entries.refs(number)) counts[ref]!++
  })
  const byField = new Map<ValueField, Counted[]>()
  entries.values.forEach(({ field, text }, id) => {
    const count = counts[id]!
    if (count === 0) return
    const left = without[field]
    if (left !== undefined) without[field] = left - count
    const known = byField.get(field)
    if (known) known.push({ value: text, count })
    else byField.set(field, [{ value: text, count }])
  })
  const of = (field: ValueField): Counted[] =>
    (byField.get(field) ?? []).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST_VALUES)
  const orNone = (field: ValueField): { value: string | null; count: number }[] => {
    const none = without[field]!
    return none > 0 ? [...of(field), { value: null, count: none }] : of(field)
  }
  const quoted = sources.copy().keep(entries.quoted).count()
  return {
    publisher: orNone('publisher'),
    month: orNone('month').sort((a, b) => (b.value ?? '').localeCompare(a.value ?? '')),
    language: orNone('language'),
    tag: of('tag'),
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
