import type { NameTable } from '../../shared/search/answer.ts'

type Row = NameTable['names'][number]

/** A source in which names were found, and how often all of them together. */
export interface NameSource {
  sourceId: string
  key: string
  title: string
  count: number
}

/** The sources of a table, those with the most first. */
export function sourcesOf(names: readonly Row[]): NameSource[] {
  const sources = new Map<string, NameSource>()
  for (const { sources: found } of names) {
    for (const { sourceId, key, title, count } of found) {
      const known = sources.get(sourceId)
      if (known) known.count += count
      else sources.set(sourceId, { sourceId, key, title, count })
    }
  }
  return [...sources.values()].sort((a, b) => b.count - a.count || a.key.localeCompare(b.key, 'en', { numeric: true }))
}

/** What a table is sorted by: as the names were given, by name, by hits, by sources, or by a source’s id. */
export type NameSort = 'given' | 'name' | 'hits' | 'sources' | { sourceId: string }

/** How often a name stands in a source. */
export function countIn({ sources }: Row, sourceId: string): number {
  return sources.find((source) => source.sourceId === sourceId)?.count ?? 0
}

/** The rows in an order; numbers from the greatest, and equal ones as they were given. */
export function sortNames(names: readonly Row[], by: NameSort): Row[] {
  if (by === 'given') return [...names]
  if (by === 'name') return [...names].sort((a, b) => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' }))
  const number = (row: Row): number =>
    by === 'hits' ? row.count : by === 'sources' ? row.sources.length : countIn(row, by.sourceId)
  return [...names].sort((a, b) => number(b) - number(a))
}

/** The query that finds a name, in all sources or in one. */
export function queryOfName(name: string, key: string | null): string {
  // A quote within a name parts words anyway.
  const words = `"${name.replace(/["“”„]/g, ' ').trim()}"`
  return key === null ? `${words} in:sources` : `${words} key:${key} in:sources`
}

function cells(names: readonly Row[]): string[][] {
  const sources = sourcesOf(names)
  const head = ['Name', 'Hits', 'Sources', ...sources.map(({ key, title }) => `${key} ${title}`)]
  const rows = names.map((row) => [
    row.name,
    String(row.count),
    String(row.sources.length),
    ...sources.map(({ sourceId }) => String(countIn(row, sourceId)))
  ])
  return [head, ...rows]
}

/** The whole table as CSV (RFC 4180). What a spreadsheet would take for a formula stands behind an apostrophe. */
export function namesAsCsv(names: readonly Row[]): string {
  const cell = (text: string): string => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return cells(names)
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('')
}

/** The whole table as Markdown. */
export function namesAsMarkdown(names: readonly Row[]): string {
  const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\|`*_[\]<>]/g, '\\$&')
  const [head, ...rows] = cells(names).map((row) => `| ${row.map(cell).join(' | ')} |`)
  const rule = `| ${cells(names)[0]!
    .map((_, column) => (column === 0 ? '---' : '---:'))
    .join(' | ')} |`
  return [head, rule, ...rows, ''].join('\n')
}
