import { useMemo } from 'react'
import type { RelatedSource } from '../../shared/analysis/copies/related.ts'
import type { SourceText } from '../../shared/source/source.ts'
import { segmentsOf } from '../ui/segments.ts'
import { useRequest } from '../state/window/use-request.ts'

/** The texts of two sources side by side, with the passages marked that both have. */
export function PassagesView(props: {
  ids: [string, string]
  passages: RelatedSource['passages']
  current: number | null
}) {
  return (
    <div className="passages">
      {props.ids.map((id, index) => (
        <TextSide
          key={id}
          id={id}
          label={index === 0 ? 'First text' : 'Second text'}
          ranges={props.passages.map((passage) => (index === 0 ? passage.a : passage.b))}
          current={props.current}
        />
      ))}
    </div>
  )
}

function TextSide(props: {
  id: string
  label: string
  ranges: { start: number; end: number }[]
  current: number | null
}) {
  const answer = useRequest('source.get', { id: props.id })
  return (
    <div className="passages-side" role="group" aria-label={props.label} tabIndex={0}>
      {answer.phase === 'asking' && <p role="status">Opening the source…</p>}
      {answer.phase === 'failed' && <p className="failure">{answer.failure.message}</p>}
      {answer.phase === 'answered' && (
        <MarkedText text={answer.value.text} ranges={props.ranges} current={props.current} />
      )}
    </div>
  )
}

function MarkedText(props: { text: SourceText; ranges: { start: number; end: number }[]; current: number | null }) {
  const { text, ranges, current } = props
  const marked = useMemo(() => ranges.map((range, index) => ({ ...range, id: String(index) })), [ranges])
  return text.blocks.map((block) => (
    <p key={block.start} className={block.type === 'heading' ? 'passage-heading' : undefined}>
      {segmentsOf(block.start, block.end, marked).map((segment) => {
        const words = text.text.slice(segment.start, segment.end)
        const [place] = segment.quotes
        if (place === undefined) return <span key={segment.start}>{words}</span>
        return (
          <span
            key={segment.start}
            data-place={place}
            className={`in-common${Number(place) === current ? ' is-current' : ''}`}
          >
            <span className="hidden-text"> in common: </span>
            {words}
            <span className="hidden-text"> (end) </span>
          </span>
        )
      })}
    </p>
  ))
}
