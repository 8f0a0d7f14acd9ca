import type { RelatedSource } from '../../shared/analysis/copies/related.ts'
import { RELATION_NAMES } from '../../shared/analysis/copies/related.ts'
import type { Source } from '../../shared/source/source.ts'
import { useRequest } from '../state/window/use-request.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { showPassage } from '../state/sources/reader.ts'
import { Facts } from '../ui/facts.tsx'
import { Button } from '../ui/button.tsx'
import { formatDate } from '../ui/format.ts'

/** The other sources of the case that have text in common with one. */
export function Related({ source }: { source: Source }) {
  const answer = useRequest('source.related', { id: source.id })
  return (
    <section className="details-part" aria-label="Also in this case">
      <h3>Also in this case</h3>
      {answer.phase === 'asking' && <p className="hint">Looking for sources that say the same…</p>}
      {answer.phase === 'failed' && <p className="failure">{answer.failure.message}</p>}
      {answer.phase === 'answered' && answer.value.length === 0 && (
        <p className="hint">No other source has text in common with this one.</p>
      )}
      {answer.phase === 'answered' && answer.value.length > 0 && (
        <ul className="related">
          {answer.value.map((other) => (
            <li key={other.id}>
              <OneRelated source={source} other={other} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function OneRelated({ source, other }: { source: Source; other: RelatedSource }) {
  const when = [other.published ? formatDate(other.published) : 'no date', order(source, other)]
  return (
    <>
      <span className="related-kind">
        {other.key}: {RELATION_NAMES[other.kind]}
      </span>
      <b dir="auto">{other.title}</b>
      <span>
        <Facts of={[other.publisher ?? 'No publisher', when.filter(Boolean).join(', ')]} />
      </span>
      <span>
        {percent(other.share)} of this text, {percent(other.otherShare)} of {other.key}
      </span>
      {other.agency && <span>Both credit {other.agency}</span>}
      <span className="row">
        <Button
          look="outline"
          className="small"
          aria-label={`Show ${other.key}`}
          onPress={() => void showPassage({ sourceId: other.id }, 'reader')}
        >
          Show
        </Button>
        <Button
          look="outline"
          className="small"
          aria-label={`Compare with ${other.key}`}
          onPress={() => showDialog({ kind: 'compare', a: source.id, b: other.id, relation: other.kind })}
        >
          Compare
        </Button>
      </span>
    </>
  )
}

function order({ metadata }: Source, { earlier, published }: RelatedSource): string | null {
  if (earlier !== null) return earlier ? 'earlier' : 'later'
  const day = published?.slice(0, 10)
  return day?.length === 10 && day === metadata.published.value?.slice(0, 10) ? 'the same day' : null
}

/** A share in whole per cent; what isn't nothing isn't said to be. */
function percent(share: number): string {
  const whole = Math.round(share * 100)
  return share > 0 && whole === 0 ? 'less than 1 %' : `${whole} %`
}
