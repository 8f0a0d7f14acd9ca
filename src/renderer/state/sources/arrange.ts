import type { SourceRow } from '../../../shared/case/row.ts'
import type { SourceSort } from '../../../shared/case/source-sort.ts'
import { fold, soughtWords } from '../window/fuzzy.ts'

/** What a row is sorted and found by, made once for each row. */
interface Folded {
  number: number
  title: string
  publisher: string | null
  words: string
}

const folded = new WeakMap<SourceRow, Folded>()

function foldedRow(row: SourceRow): Folded {
  let known = folded.get(row)
  if (!known) {
    known = {
      number: Number(row.key.slice(1)),
      title: sortable(row.title),
      publisher: row.publisher === null ? null : sortable(row.publisher),
      words: fold([row.key, row.title, row.publisher ?? '', ...row.tags].join(' '))
    }
    folded.set(row, known)
  }
  return known
}

/** A text by which lists are sorted: opening marks don't count, numbers do by their value. Comparing such texts is quick, as a collator isn't. */
function sortable(text: string): string {
  return fold(text)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\d+/g, (digits) => digits.padStart(12, '0'))
}

/** Says of rows whether all words of a query stand in their key, title, publisher or tags, whatever the case, the accents and the order. */
export function wordFilter(query: string): (row: SourceRow) => boolean {
  const words = soughtWords(query)
  return (row) => {
    const where = foldedRow(row).words
    return words.every((word) => where.includes(word))
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
    title: (row) => foldedRow(row).title,
    publisher: (row) => foldedRow(row).publisher,
    quotes: (row) => quotes.get(row.id) ?? 0,
    key: (row) => foldedRow(row).number
  }
  const valueOf = values[by]
  // Sorting keeps the order of ties, so that they need no comparison of their own. Rows mostly come in the order of their keys.
  const base = inOrderOfKeys(rows)
  if (by === 'imported' && descending) base.reverse()
  const known: { row: SourceRow; value: string | number }[] = []
  const unknown: SourceRow[] = []
  for (const row of base) {
    const value = valueOf(row)
    if (value === null) unknown.push(row)
    else known.push({ row, value })
  }
  const way = descending ? -1 : 1
  known.sort((a, b) => (a.value === b.value ? 0 : a.value < b.value ? -way : way))
  return [...known.map(({ row }) => row), ...unknown]
}

function inOrderOfKeys(rows: readonly SourceRow[]): SourceRow[] {
  const base = [...rows]
  const isOrdered = base.every(
    (row, index) => index === 0 || foldedRow(base[index - 1]!).number < foldedRow(row).number
  )
  return isOrdered ? base : base.sort((a, b) => foldedRow(a).number - foldedRow(b).number)
}
