import { useMemo, useState } from 'react'
import type { OwnEventRow } from '../../shared/api/contract.ts'
import { ruleSentence } from '../../shared/analysis/chronology/rule-sentence.ts'
import type { ChronologyRow } from '../../shared/analysis/chronology/answer.ts'
import { useCase } from '../state/case/case.ts'
import { showPassage } from '../state/sources/reader.ts'
import { closePanel } from '../state/window/layout.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { useEdits } from '../state/window/edits.ts'
import { useRequest } from '../state/window/use-request.ts'
import { Facts } from '../ui/facts.tsx'
import { Button } from '../ui/button.tsx'
import { DockedPanel } from '../ui/docked-panel.tsx'
import { FilterField } from '../ui/filter-field.tsx'
import { count, formatDate } from '../ui/format.ts'
import { VirtualList } from '../ui/virtual-list.tsx'
import { Asked } from '../parts/asked.tsx'
import { shownEntries, timeLineOf, withOwnEvents, type ShownEntry } from './entries.ts'
import { TimeLineView } from './time-line.tsx'
import './chronology.css'

const keyOf = ({ entry }: ShownEntry): string => entry.id

/** The days that an entry covers, with its time. */
function daysOf({ from, to, approximate, time, offset }: ChronologyRow): string {
  const days = from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`
  return `${approximate ? 'about ' : ''}${days}${time === null ? '' : `, ${time}`}${offset === null ? '' : ` (UTC${offset})`}`
}

/** Every date that the sources name, in the order of the days: the words as written, then the day; a drawn time line above. */
export function ChronologyPanel() {
  const sources = useCase((state) => state.sources)
  const after = useMemo(() => sources.map(({ id, published }) => `${id} ${published ?? ''}`).join(), [sources])
  const readOnly = useCase((state) => state.readOnly)
  const edits = useEdits((state) => state.count)
  const answer = useRequest('chronology.get', {}, after)
  const events = useRequest('ownEvent.list', {}, String(edits))
  const [filter, setFilter] = useState('')
  const [activeId, setActiveId] = useState<string | null>(null)
  const found = answer.phase === 'answered' ? answer.value : null
  const own = events.phase === 'answered' ? events.value : null
  const shown = useMemo(
    () => (found ? withOwnEvents(shownEntries(found, sources, filter), own ?? [], filter) : []),
    [found, own, sources, filter]
  )
  const line = useMemo(() => timeLineOf(shown), [shown])
  const active = shown.findIndex(({ entry }) => entry.id === activeId)
  const open = ({ entry, source, own: event }: ShownEntry): void => {
    if (event) showDialog({ kind: 'own-event', event })
    else if (source) void showPassage({ sourceId: source.id, start: entry.start, end: entry.end }, 'library')
  }
  const chosen = shown[active]
  return (
    <DockedPanel
      title="Chronology"
      className="chronology"
      closing="Close the chronology"
      onClose={closePanel}
      actions={
        <Button className="small" isDisabled={readOnly} onPress={() => showDialog({ kind: 'own-event', event: null })}>
          Add event…
        </Button>
      }
    >
      <div className="chronology-filter">
        <FilterField
          label="Filter the chronology"
          placeholder="Source, tag, person, word or day"
          value={filter}
          onChange={setFilter}
          onEscape={() => filter === '' && (closePanel(), true)}
        />
      </div>
      <Asked answer={answer} asking="Reading the sources’ dates…" className="chronology-note" />
      {found && shown.length === 0 && (
        <p className="chronology-note hint">
          {found.entries.length + (own?.length ?? 0) === 0
            ? 'No source names a date that can be read.'
            : 'No entry has all these words.'}
        </p>
      )}
      {line && <TimeLineView line={line} active={activeId} onChoose={setActiveId} />}
      {shown.length > 0 && (
        <VirtualList
          label="Entries"
          items={shown}
          keyOf={keyOf}
          estimate={84}
          active={active}
          onActive={(index) => setActiveId(shown[index]?.entry.id ?? null)}
          onChoose={open}
          selected={({ entry }) => entry.id === activeId}
          arrangement={filter}
          rowClass="chronology-row"
        >
          {({ entry, source, conflicts, own: event }) =>
            event ? (
              <OwnEntry event={event} days={daysOf(entry)} />
            ) : (
              <div className="chronology-entry" title={ruleSentence(entry, entry.exact)}>
                <span className="chronology-words">
                  <b dir="auto">{entry.exact}</b> <span className="chronology-day">{daysOf(entry)}</span>
                </span>
                <span className="chronology-event" dir="auto">
                  {entry.event.exact}
                </span>
                <span className="hint">
                  <Facts of={[entry.source, source?.publisher ?? 'No publisher']} />
                </span>
                {conflicts.map((other) => (
                  <span key={other.id} className="chronology-conflict">
                    ≠ {other.source}: “{other.exact}”, {daysOf(other)}
                  </span>
                ))}
              </div>
            )
          }
        </VirtualList>
      )}
      {found && (
        <p className="chronology-rule hint" aria-live="polite">
          {chosen
            ? chosen.own
              ? 'An event of your own. Enter opens it.'
              : ruleSentence(chosen.entry, chosen.entry.exact)
            : `${count(shown.length, 'entry', 'entries')}. Enter opens the passage, Esc in it comes back.`}
        </p>
      )}
    </DockedPanel>
  )
}

/** An event of the analyst's own, with what bears it out. */
function OwnEntry({ event, days }: { event: OwnEventRow; days: string }) {
  const linked = [
    ...event.quoteKeys.map(({ key }) => key),
    ...event.places.map(
      ({ brief, number }) => `${brief}, ${number === null ? 'a statement that is gone' : `statement ${number}`}`
    )
  ]
  return (
    <div className="chronology-entry">
      <span className="chronology-words">
        <b>{days}</b> <span className="chronology-own">Your own</span>
      </span>
      <span className="chronology-event" dir="auto">
        {event.words}
      </span>
      <span className="hint">{linked.length === 0 ? 'Linked to nothing' : linked.join(' · ')}</span>
    </div>
  )
}
