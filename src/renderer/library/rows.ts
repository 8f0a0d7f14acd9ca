import type { SourceRow } from '../../shared/case/row.ts'
import { matches } from '../state/window/fuzzy.ts'

export const SORTS = {
  newest: 'Newest',
  oldest: 'Oldest',
  published: 'Published',
  title: 'Title',
  publisher: 'Publisher',
  quotes: 'Most quotes'
} as const
export type Sort = keyof typeof SORTS

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const later = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0)
const number = (key: string): number => Number(key.slice(1))

/** The rows that fit a filter (in title, publisher or key), sorted. Ties, and what has no value to sort by, stay in the order of keys, last. */
export function arrangeRows(
  rows: readonly SourceRow[],
  filter: string,
  sort: Sort,
  quotes: ReadonlyMap<string, number>
): SourceRow[] {
  const shown =
    filter.trim() === ''
      ? [...rows]
      : rows.filter((row) => matches(filter, `${row.key} ${row.title} ${row.publisher ?? ''}`))
  const of = (row: SourceRow): number => quotes.get(row.id) ?? 0
  const missing = (a: string | null, b: string | null): number => Number(a === null) - Number(b === null)
  const compare: Record<Sort, (a: SourceRow, b: SourceRow) => number> = {
    newest: (a, b) => later(a.importedAt, b.importedAt) || number(b.key) - number(a.key),
    oldest: (a, b) => later(b.importedAt, a.importedAt),
    published: (a, b) => missing(a.published, b.published) || later(a.published ?? '', b.published ?? ''),
    title: (a, b) => words.compare(a.title, b.title),
    publisher: (a, b) => missing(a.publisher, b.publisher) || words.compare(a.publisher ?? '', b.publisher ?? ''),
    quotes: (a, b) => of(b) - of(a)
  }
  return shown.sort((a, b) => compare[sort](a, b) || number(a.key) - number(b.key))
}
