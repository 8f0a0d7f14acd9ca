import { memo, type ReactNode } from 'react'
import { isIntact } from '../../shared/brief/standing.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import { useBrief } from '../state/brief/brief.ts'
import { useOriginals } from '../state/case/originals.ts'
import { withheldSource } from '../state/brief/withheld.ts'
import { count, formatPublished } from '../ui/format.ts'
import { TlpChip } from '../ui/tlp.tsx'
import '../ui/withheld-chip.css'

/** What is to be known of a source beside its metadata. */
export function useSourceStanding(row: SourceRow): { withheld: boolean; altered: string | null } {
  const withheld = useBrief((state) => withheldSource(state.withheld, row.id) !== undefined)
  const stored = useOriginals((state) => state.of.get(row.id))
  if (!stored || isIntact(stored)) return { withheld, altered: null }
  if (stored.original === 'intact') return { withheld, altered: '≠ Text altered' }
  return { withheld, altered: stored.original === 'altered' ? '≠ Original altered' : '? Original missing' }
}

/** A source in the library. What tells it apart stands before its title. */
export const SourceRowView = memo(function SourceRowView({ row, quotes }: { row: SourceRow; quotes: number }) {
  const { withheld, altered } = useSourceStanding(row)
  return (
    <>
      <span className="row-facts">
        <b>
          <bdi>{row.publisher ?? 'No publisher'}</bdi>
        </b>{' '}
        · {formatPublished(row) ?? 'no date'}
        {row.grade !== null && ` · ${row.grade}`}
      </span>
      <span className="row-count">{quotes === 0 ? row.key : `${count(quotes, 'quote')} · ${row.key}`}</span>
      <span className="row-title" dir="auto">
        {row.title}
      </span>
      {row.tlp && (
        <Flag>
          <TlpChip tlp={row.tlp} />
        </Flag>
      )}
      {withheld && (
        <Flag>
          <span className="withheld-chip">Withheld when redacted</span>
        </Flag>
      )}
      {altered && (
        <Flag>
          <span className="state altered">{altered}</span>
        </Flag>
      )}
      {row.attention && <span className="row-flag warn">{row.attention}</span>}
    </>
  )
})

function Flag({ children }: { children: ReactNode }) {
  return <span className="row-flag">{children}</span>
}
