import { isIntact } from '../../shared/brief/standing.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import { useBrief } from '../state/brief/brief.ts'
import { useOriginals } from '../state/case/originals.ts'
import { withheldSource } from '../state/brief/withheld.ts'
import { count, formatPublished } from '../ui/format.ts'
import { TlpChip } from '../ui/tlp.tsx'
import '../ui/withheld-chip.css'

/** A source in the library. */
export function SourceRowView({ row, quotes }: { row: SourceRow; quotes: number }) {
  const withheld = useBrief((state) => withheldSource(state.withheld, row.id) !== undefined)
  const stored = useOriginals((state) => state.of.get(row.id))
  return (
    <>
      <b className="row-title" dir="auto">
        {row.title}
      </b>
      <span className="row-facts">
        {[row.publisher ?? 'No publisher', formatPublished(row) ?? 'no date'].join(' · ')}
      </span>
      <span className="row-count">{quotes === 0 ? '' : count(quotes, 'quote')}</span>
      {row.tlp && (
        <span className="row-flag">
          <TlpChip tlp={row.tlp} />
        </span>
      )}
      {withheld && (
        <span className="row-flag">
          <span className="withheld-chip">Withheld when redacted</span>
        </span>
      )}
      {stored && !isIntact(stored) && (
        <span className="row-flag">
          <span className="state altered">
            {stored.original === 'altered'
              ? '≠ Original altered'
              : stored.original === 'missing'
                ? '? Original missing'
                : '≠ Text altered'}
          </span>
        </span>
      )}
      {row.attention && <span className="row-flag warn">{row.attention}</span>}
    </>
  )
}
