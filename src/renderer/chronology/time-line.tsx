import { formatDate } from '../ui/format.ts'
import type { TimeLine } from './entries.ts'

const LANE = 9
const BAR = 6

/** The spans of a chronology, drawn; a click on one chooses it. By keyboard the list below says the same. */
export function TimeLineView(props: { line: TimeLine; active: string | null; onChoose: (id: string) => void }) {
  const { line, active } = props
  return (
    <figure className="time-line">
      <svg
        role="img"
        aria-label={`Time line from ${formatDate(line.from, 'long')} to ${formatDate(line.to, 'long')}`}
        width="100%"
        height={line.lanes * LANE + 4}
      >
        {line.spans.map(({ id, left, width, lane, approximate, isConflict, beyond }) => (
          <rect
            key={id}
            className={[
              'span',
              approximate ? 'approximate' : '',
              isConflict ? 'conflict' : '',
              beyond === null ? '' : 'beyond',
              id === active ? 'active' : ''
            ].join(' ')}
            x={`${left * 100}%`}
            width={`${width * 100}%`}
            y={lane * LANE + 2}
            height={BAR}
            rx={2}
            onClick={() => props.onChoose(id)}
          />
        ))}
      </svg>
      <figcaption aria-hidden="true">
        <span>{formatDate(line.from)}</span>
        <span>{formatDate(line.to)}</span>
      </figcaption>
    </figure>
  )
}
