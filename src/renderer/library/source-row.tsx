import type { SourceRow } from '../../shared/case/row.ts'
import { count, formatDate } from '../ui/format.ts'
import { TlpChip } from '../ui/tlp.tsx'

/** A source in the library. */
export function SourceRowView({ row, quotes }: { row: SourceRow; quotes: number }) {
  return (
    <>
      <b className="row-title">{row.title}</b>
      <span className="row-facts">
        {[row.publisher ?? 'No publisher', row.published ? formatDate(row.published) : 'no date'].join(' · ')}
      </span>
      <span className="row-count">{quotes === 0 ? '' : count(quotes, 'quote')}</span>
      {row.tlp && (
        <span className="row-flag">
          <TlpChip tlp={row.tlp} />
        </span>
      )}
      {row.attention && <span className="row-flag warn">{row.attention}</span>}
    </>
  )
}
