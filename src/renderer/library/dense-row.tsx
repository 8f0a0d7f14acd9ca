import { memo } from 'react'
import type { SortColumn } from '../../shared/case/source-sort.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import { sortBy, useLibrary } from '../state/sources/library.ts'
import { Button } from '../ui/button.tsx'
import { formatDate } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { columnName } from './sort-words.ts'
import { useSourceStanding } from './source-row.tsx'
import './dense-row.css'

/** Heights of a row and of the headings, in CSS pixels. */
export const DENSE_ROW = 24
export const DENSE_HEAD = 26

/** The columns from left to right. Those for which the pane is too narrow don't show. */
const COLUMNS: readonly SortColumn[] = ['key', 'publisher', 'title', 'quotes', 'grade', 'published', 'imported']

/** The headings, each of which sorts by its column. */
export function DenseHead() {
  const sort = useLibrary((state) => state.sort)
  return (
    <div role="rowgroup" className="dense-head">
      <div role="row" aria-rowindex={1} className="dense-cells">
        {COLUMNS.map((column) => {
          const isSorted = column === sort.by
          const way = sort.descending ? 'descending' : 'ascending'
          return (
            <div key={column} role="columnheader" className={`cell ${column}`} aria-sort={isSorted ? way : 'none'}>
              <Button className={`heading${isSorted ? ' is-sorted' : ''}`} onPress={() => sortBy(column)}>
                {columnName(column)}
                {isSorted && <Icon name={sort.descending ? 'down' : 'up'} />}
              </Button>
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** A source on one line. */
export const DenseRow = memo(function DenseRow({ row, quotes }: { row: SourceRow; quotes: number }) {
  const { withheld, altered } = useSourceStanding(row)
  const doubtful = row.doubtful.includes('published')
  const undated = row.published === null
  const flags = [
    row.tlp,
    withheld && 'Withheld when redacted',
    altered,
    // Where the date is missing or doubtful its own cell says so.
    row.attention && !undated && !doubtful && row.attention
  ].filter((flag) => typeof flag === 'string')
  return (
    <span className="dense-cells" role="presentation" title={hintOf(row)}>
      <span role="gridcell" className="cell key">
        {row.key}
      </span>
      <span role="gridcell" className={`cell publisher${row.publisher === null ? ' none' : ''}`}>
        {row.publisher ?? 'No publisher'}
      </span>
      <span role="gridcell" className="cell title">
        {flags.length > 0 && (
          <span className={`dense-flag${altered ? ' bad' : ''}`}>
            <Icon name={altered || row.attention ? 'warn' : 'lock'} />
            <span className="hidden-text">{flags.join(', ')}. </span>
          </span>
        )}
        <bdi>{row.title}</bdi>
      </span>
      <span role="gridcell" className="cell quotes">
        {quotes === 0 ? '' : quotes.toLocaleString('en-GB')}
      </span>
      <span role="gridcell" className="cell grade">
        {row.grade ?? ''}
      </span>
      <span role="gridcell" className={`cell published${undated || doubtful ? ' warn' : ''}`}>
        {row.published === null ? 'No date' : `${formatDate(row.published)}${doubtful ? ' ?' : ''}`}
      </span>
      <span role="gridcell" className="cell imported">
        {formatDate(row.importedAt)}
      </span>
    </span>
  )
})

/** All that a row has no room for. */
function hintOf(row: SourceRow): string {
  const facts = [
    row.publisher ?? 'No publisher',
    row.published === null ? 'no date' : formatDate(row.published),
    row.grade !== null && `Grade ${row.grade}`,
    row.tlp
  ]
  return [row.title, facts.filter(Boolean).join(' · '), row.attention].filter(Boolean).join('\n')
}
