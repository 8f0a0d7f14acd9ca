import type { SortColumn, SourceSort } from '../../shared/case/source-sort.ts'

/** What the columns are called, and what each order is, in words. */
const WORDS: Record<SortColumn, { column: string; ascending: string; descending: string }> = {
  imported: { column: 'Imported', ascending: 'Oldest import first', descending: 'Newest import first' },
  published: { column: 'Published', ascending: 'Published, oldest first', descending: 'Published, newest first' },
  title: { column: 'Title', ascending: 'Title, A to Z', descending: 'Title, Z to A' },
  publisher: { column: 'Publisher', ascending: 'Publisher, A to Z', descending: 'Publisher, Z to A' },
  quotes: { column: 'Quotes', ascending: 'Fewest quotes first', descending: 'Most quotes first' },
  grade: { column: 'Grade', ascending: 'Best grade first', descending: 'Worst grade first' },
  key: { column: 'Key', ascending: 'Key, lowest first', descending: 'Key, highest first' }
}

/** The heading of a column. */
export function columnName(column: SortColumn): string {
  return WORDS[column].column
}

/** An order as people say it: `Newest import first`. */
export function sortWords({ by, descending }: SourceSort): string {
  return WORDS[by][descending ? 'descending' : 'ascending']
}
