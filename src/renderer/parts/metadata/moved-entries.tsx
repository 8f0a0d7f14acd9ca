import type { MovedEntry } from '../../../shared/api/contract.ts'
import { count, formatDate, shorten } from '../../ui/format.ts'

/** What of the chronology another date of its reports would move: the words, their days before and after. */
export function MovedEntries({ moved }: { moved: readonly MovedEntry[] }) {
  return (
    <>
      <p role="status">{count(moved.length, 'entry', 'entries')} of the chronology would move:</p>
      <ul className="plain-list moved-entries" aria-label="What would move">
        {moved.map(({ source, exact, event, before, after }, index) => (
          <li key={index}>
            <b>{source}</b> <q dir="auto">{exact}</q>: <span>{daysOf(before)}</span>
            <span aria-hidden="true"> → </span>
            <span className="hidden-text"> becomes </span>
            <b>{daysOf(after)}</b>
            <span className="hint" dir="auto">
              {shorten(event, 120)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function daysOf(days: MovedEntry['before']): string {
  if (!days) return 'no day'
  return days.from === days.to ? formatDate(days.from) : `${formatDate(days.from)} – ${formatDate(days.to)}`
}
