import type { SourceRow } from '../../../shared/case/row.ts'

/** What the list of sources can be narrowed by, beside the date. A source has any number of values of each. */
export const FACETS = ['look', 'dated', 'quoted', 'publisher', 'tag', 'brief', 'tlp', 'language'] as const
export type Facet = (typeof FACETS)[number]

/** The value that stands for having none: no publisher, no tag, in no brief, no handling or language of its own. */
export const NONE = ''

/** What the list is narrowed to: one of the values of each facet that has some, and a period. */
export interface Chosen {
  values: Readonly<Partial<Record<Facet, readonly string[]>>>
  /** ISO dates of any precision, both included; empty for no bound. */
  from: string
  to: string
}

export const NOTHING_CHOSEN: Chosen = { values: {}, from: '', to: '' }

/** What is known of sources beside their rows. */
export interface FacetContext {
  /** How many quotes each has. */
  quotes: ReadonlyMap<string, number>
  /** The briefs that cite each. */
  briefs: ReadonlyMap<string, readonly string[]>
}

const values: Record<Facet, (row: SourceRow, context: FacetContext) => readonly string[]> = {
  look: (row) => (row.attention === null ? [] : ['look']),
  dated: (row) => [row.published === null ? 'undated' : 'dated'],
  quoted: (row, { quotes }) => [(quotes.get(row.id) ?? 0) > 0 ? 'quoted' : 'unquoted'],
  publisher: (row) => [row.publisher ?? NONE],
  tag: (row) => (row.tags.length > 0 ? row.tags : [NONE]),
  brief: (row, { briefs }) => briefs.get(row.id) ?? [NONE],
  tlp: (row) => [row.tlp ?? NONE],
  // Varieties of a language are one: nobody looks for British texts without the American ones.
  language: (row) => [row.language?.split('-', 1)[0]?.toLowerCase() ?? NONE]
}

/** True when the list is narrowed. */
export function isNarrowed({ values: chosen, from, to }: Chosen): boolean {
  return from !== '' || to !== '' || Object.keys(chosen).length > 0
}

/** The choice with a value taken in, or out when it's in. */
export function toggleValue(chosen: Chosen, facet: Facet, value: string): Chosen {
  const before = chosen.values[facet] ?? []
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value]
  const values = { ...chosen.values, [facet]: after }
  if (after.length === 0) delete values[facet]
  return { ...chosen, values }
}

/** What narrows a list, one test for each facet that is chosen from, and one for the period. */
function testsOf(chosen: Chosen, context: FacetContext): [Facet | 'date', (row: SourceRow) => boolean][] {
  const tests = FACETS.flatMap((facet): [Facet, (row: SourceRow) => boolean][] => {
    const wanted = chosen.values[facet]
    return wanted ? [[facet, (row) => values[facet](row, context).some((value) => wanted.includes(value))]] : []
  })
  const { from, to } = chosen
  if (from === '' && to === '') return tests
  return [...tests, ['date', ({ published }) => published !== null && isWithin(published, from, to)]]
}

/** True for a date that may lie in a period: of one that has no day, every day counts. */
function isWithin(date: string, from: string, to: string): boolean {
  return (from === '' || lastDay(date) >= firstDay(from)) && (to === '' || firstDay(date) <= lastDay(to))
}

const firstDay = (date: string): string => date.slice(0, 10) + '-00-00'.slice(Math.max(0, date.length - 4))
const lastDay = (date: string): string => date.slice(0, 10) + '-99-99'.slice(Math.max(0, date.length - 4))

/** Says of rows whether they are among those that are chosen. */
export function facetFilter(chosen: Chosen, context: FacetContext): (row: SourceRow) => boolean {
  const tests = testsOf(chosen, context).map(([, test]) => test)
  return (row) => tests.every((test) => test(row))
}

/** How many rows have each value of a facet; of the date, by year (`2031`) and by month (`2031-04`). */
export type FacetCounts = Record<Facet | 'date', ReadonlyMap<string, number>>

/** Counts what would show if one more value were chosen: each facet among the rows that fit all the others. */
export function countFacets(rows: readonly SourceRow[], chosen: Chosen, context: FacetContext): FacetCounts {
  const counts = Object.fromEntries([...FACETS, 'date'].map((facet) => [facet, new Map()])) as Record<
    Facet | 'date',
    Map<string, number>
  >
  const add = (facet: Facet | 'date', found: readonly string[]): void => {
    for (const value of found) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1)
  }
  const tests = testsOf(chosen, context)
  for (const row of rows) {
    const failed = tests.filter(([, test]) => !test(row))
    if (failed.length > 1) continue
    const only = failed[0]?.[0]
    for (const facet of FACETS) if (only === undefined || only === facet) add(facet, values[facet](row, context))
    if (only === undefined || only === 'date') add('date', periodsOf(row.published))
  }
  return counts
}

function periodsOf(published: string | null): string[] {
  if (published === null) return []
  const year = published.slice(0, 4)
  return published.length >= 7 ? [year, published.slice(0, 7)] : [year]
}
