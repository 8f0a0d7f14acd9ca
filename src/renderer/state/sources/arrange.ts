import type { SourceRow } from '../../../shared/case/row.ts'
import type { SourceSort } from '../../../shared/case/source-sort.ts'
import { fold, soughtWords } from '../window/fuzzy.ts'

const numberOf = (row: SourceRow): number => Number(row.key.slice(1))

/** What a row is found by, and what its title is sorted by: made once, as every key in the filter looks at all rows. */
const known = new WeakMap<SourceRow, { words?: string; title?: string }>()

function knownOf(row: SourceRow): { words?: string; title?: string } {
  let found = known.get(row)
  if (!found) known.set(row, (found = {}))
  return found
}

function wordsOf(row: SourceRow): string {
  return (knownOf(row).words ??= fold(`${row.key} ${row.title} ${row.publisher ?? ''} ${row.tags.join(' ')}`))
}

function titleOf(row: SourceRow): string {
  return (knownOf(row).title ??= sortable(row.title))
}

/** A text by which lists are sorted: opening marks don't count, numbers do by their value. Comparing such texts is quick, as a collator isn't. */
function sortable(text: string): string {
  const words = fold(text)
  const plain = /^[a-z]/.test(words) ? words : words.replace(/^[^\p{L}\p{N}]+/u, '')
  return /\d/.test(plain) ? plain.replace(/\d+/g, (digits) => digits.padStart(12, '0')) : plain
}

/** Says of rows whether all words of a query stand in their key, title, publisher or tags, whatever the case, the accents and the order. */
export function wordFilter(query: string): (row: SourceRow) => boolean {
  const sought = soughtWords(query)
  return (row) => {
    const where = wordsOf(row)
    return sought.every((word) => where.includes(word))
  }
}

/** Sorted rows. What has no value to sort by stands last, ties in the order of the keys (in that of the import, its own way round). */
export function sortRows(
  rows: readonly SourceRow[],
  { by, descending }: SourceSort,
  quotes: ReadonlyMap<string, number>
): SourceRow[] {
  const values: Record<SourceSort['by'], (row: SourceRow) => string | number | null> = {
    imported: (row) => row.importedAt,
    published: (row) => row.published,
    title: titleOf,
    publisher: (row) => (row.publisher === null ? null : sortable(row.publisher)),
    quotes: (row) => quotes.get(row.id) ?? 0,
    grade: ({ grade }) => grade && (/^\d/.test(grade) ? `Z${grade}` : grade),
    key: numberOf
  }
  const valueOf = values[by]
  // Sorting keeps the order of ties, so that they need no comparison of their own. Rows mostly come in the order of their keys.
  const base = inOrderOfKeys(rows)
  if (by === 'imported' && descending) base.reverse()
  const valued: { row: SourceRow; value: string | number }[] = []
  const unknown: SourceRow[] = []
  for (const row of base) {
    const value = valueOf(row)
    if (value === null) unknown.push(row)
    else valued.push({ row, value })
  }
  const way = descending ? -1 : 1
  valued.sort((a, b) => (a.value === b.value ? 0 : a.value < b.value ? -way : way))
  return [...valued.map(({ row }) => row), ...unknown]
}

function inOrderOfKeys(rows: readonly SourceRow[]): SourceRow[] {
  const base = [...rows]
  const isOrdered = base.every((row, index) => index === 0 || numberOf(base[index - 1]!) < numberOf(row))
  return isOrdered ? base : base.sort((a, b) => numberOf(a) - numberOf(b))
}
