import type { SourceRow } from '../../../shared/case/row.ts'

/** What the list of sources can be narrowed by, beside the date. A source has any number of values of each. */
export const FACETS = [
  'look',
  'dated',
  'quoted',
  'texted',
  'publisher',
  'tag',
  'brief',
  'tlp',
  'reliability',
  'language'
] as const
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

/** What a row has of a facet, told one value after the other: nothing is made for that, as ten thousand rows are counted at a time. */
function eachValue(
  facet: Facet | 'date',
  row: SourceRow,
  { quotes, briefs }: FacetContext,
  tell: (value: string) => void
): void {
  switch (facet) {
    case 'look':
      if (row.attention !== null) tell('look')
      return
    case 'dated':
      return tell(row.published === null ? 'undated' : 'dated')
    case 'quoted':
      return tell((quotes.get(row.id) ?? 0) > 0 ? 'quoted' : 'unquoted')
    case 'texted':
      if (row.textless) tell('textless')
      if (row.recognised) tell('recognised')
      return
    case 'publisher':
      return tell(row.publisher ?? NONE)
    case 'tag':
      if (row.tags.length === 0) tell(NONE)
      for (const tag of row.tags) tell(tag)
      return
    case 'brief': {
      const citing = briefs.get(row.id)
      if (!citing) tell(NONE)
      else for (const brief of citing) tell(brief)
      return
    }
    case 'tlp':
      return tell(row.tlp ?? NONE)
    case 'reliability':
      return tell(row.grade?.match(/^[A-F]/)?.[0] ?? NONE)
    case 'language':
      return tell(languageOf(row.language))
    case 'date':
      if (row.published === null) return
      tell(row.published.slice(0, 4))
      if (row.published.length >= 7) tell(row.published.slice(0, 7))
  }
}

/** Varieties of a language are one: nobody looks for British texts without the American ones. */
function languageOf(tag: string | null): string {
  if (tag === null) return NONE
  return /^[a-z]{2,3}$/.test(tag) ? tag : tag.split('-', 1)[0]!.toLowerCase()
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
    if (!wanted) return []
    const test = (row: SourceRow): boolean => {
      let has = false
      eachValue(facet, row, context, (value) => {
        has ||= wanted.includes(value)
      })
      return has
    }
    return [[facet, test]]
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

const COUNTED = [...FACETS, 'date'] as const

/** Counts what would show if one more value were chosen: each facet among the rows that fit all the others. */
export function countFacets(rows: readonly SourceRow[], chosen: Chosen, context: FacetContext): FacetCounts {
  const tests = testsOf(chosen, context)
  const counters = COUNTED.map((facet) => ({ facet, found: new Map<string, { count: number }>() }))
  const tells = counters.map(({ found }) => (value: string): void => {
    const known = found.get(value)
    if (known) known.count += 1
    else found.set(value, { count: 1 })
  })
  for (const row of rows) {
    const failed = failedTest(tests, row)
    if (failed === 'several') continue
    counters.forEach(({ facet }, index) => {
      if (failed === null || failed === facet) eachValue(facet, row, context, tells[index]!)
    })
  }
  const counts = {} as Record<Facet | 'date', ReadonlyMap<string, number>>
  for (const { facet, found } of counters)
    counts[facet] = new Map(Array.from(found, ([value, { count }]) => [value, count] as const))
  return counts
}

/** The only test that a row fails; null when it fails none. */
function failedTest(tests: ReturnType<typeof testsOf>, row: SourceRow): Facet | 'date' | 'several' | null {
  let failed: Facet | 'date' | null = null
  for (const [facet, test] of tests) {
    if (test(row)) continue
    if (failed !== null) return 'several'
    failed = facet
  }
  return failed
}
