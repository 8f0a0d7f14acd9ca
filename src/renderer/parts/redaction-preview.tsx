import { REASON_MEANINGS, WITHHOLD_REASONS } from '../../shared/brief/withheld.ts'
import type { Output } from '../../shared/api/contract.ts'
import { useBrief } from '../state/brief/brief.ts'
import { useRequest } from '../state/window/use-request.ts'
import { count } from '../ui/format.ts'
import './redaction-preview.css'

/** What a redacted export of the open brief would hide, by reason, and what to look at before it goes out. */
export function RedactionPreview() {
  const id = useBrief((state) => state.id)
  const withheld = useBrief((state) => state.withheld)
  // Asked again whenever the list changes.
  return <Preview key={JSON.stringify(withheld)} briefId={id ?? ''} />
}

function Preview({ briefId }: { briefId: string }) {
  const answer = useRequest('export.redactionPreview', { briefId })
  if (answer.phase === 'asking') return <p role="status">Looking at what would be withheld…</p>
  if (answer.phase === 'failed') {
    return (
      <p className="failure" role="alert">
        {answer.failure.message}
      </p>
    )
  }
  return <Told {...answer.value} />
}

function Told({ counts, warnings }: Output<'export.redactionPreview'>) {
  const reasons = WITHHOLD_REASONS.filter((reason) => counts[reason] !== undefined)
  return (
    <div className="redaction">
      {reasons.length === 0 ? (
        <p className="notice">Nothing that is printed would be withheld.</p>
      ) : (
        <ul className="redaction-counts" aria-label="Withheld by reason">
          {reasons.map((reason) => (
            <li key={reason}>
              <span className="bar-chip">{reason}</span> {count(counts[reason]!, 'place')}, {REASON_MEANINGS[reason]}
            </li>
          ))}
        </ul>
      )}
      {warnings.length > 0 && (
        <ul className="notice warnings" aria-label="Before it goes out">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
