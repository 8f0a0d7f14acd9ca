import { useEffect, type KeyboardEvent } from 'react'
import type { NameRow } from '../../shared/analysis/entities/answer.ts'
import { useCase } from '../state/case/case.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { closePanel } from '../state/window/layout.ts'
import { Button } from '../ui/button.tsx'
import { DockedPanel } from '../ui/docked-panel.tsx'
import { FilterField } from '../ui/filter-field.tsx'
import { count } from '../ui/format.ts'
import { VirtualList } from '../ui/virtual-list.tsx'
import { NameDetail } from './name-detail.tsx'
import { dismissNames, followNames, KIND_WORDS, mergeNames, useNames, want } from './names.ts'
import './people.css'

const idOf = ({ id }: NameRow): string => id
const NONE: readonly NameRow[] = []

/** The people, organisations and places that the sources name: each with its passages, to be merged, divided, renamed and dismissed. */
export function PeoplePanel() {
  const { wanted, list, failure, chosen, selected } = useNames()
  const readOnly = useCase((state) => state.readOnly)
  useEffect(followNames, [])
  const entries = list?.entries ?? NONE
  const active = entries.findIndex(({ id }) => id === chosen)
  const row = entries[active]
  const picked = entries.filter(({ id }) => selected.has(id))

  const onKey = (event: KeyboardEvent, entry: NameRow): void => {
    const { key } = event
    const of = picked.length > 0 ? picked : [entry]
    if (key === 'Escape' && picked.length > 0) useNames.setState({ selected: new Set() })
    else if (readOnly || event.ctrlKey || event.metaKey || event.altKey) return
    else if (key === 'F2') showDialog({ kind: 'name-edit', id: entry.id })
    else if (key === 'Delete' || key === 'Backspace') void dismissNames(of, !wanted.dismissed)
    else if (key.toLowerCase() === 'm') merge(entry, picked)
    else if (key.toLowerCase() === 'd') showDialog({ kind: 'name-divide', id: entry.id })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const select = (how: 'toggle' | 'extend', index: number): void => {
    const { id } = entries[index]!
    const next = new Set(selected.size === 0 && chosen !== null ? [chosen] : selected)
    if (how === 'toggle' && next.has(id)) next.delete(id)
    else if (how === 'toggle') next.add(id)
    else
      for (const each of entries.slice(Math.min(index, Math.max(active, 0)), Math.max(index, active) + 1))
        next.add(each.id)
    useNames.setState({ selected: next, chosen: id })
  }
  return (
    <DockedPanel
      title="People, organisations, places"
      className="people"
      closing="Close the list of names"
      onClose={closePanel}
    >
      <div className="people-head">
        <FilterField
          label="Filter the names"
          placeholder="Part of a name or of another form"
          value={wanted.find}
          onChange={(find) => want({ find })}
          onEscape={() => wanted.find === '' && (closePanel(), true)}
        />
        <div className="people-kinds" role="group" aria-label="What is listed">
          <Facet kind={null} label="All" />
          <Facet kind="person" label={KIND_WORDS.person.many} />
          <Facet kind="organisation" label={KIND_WORDS.organisation.many} />
          <Facet kind="place" label={KIND_WORDS.place.many} />
          {list !== null && (list.counts.dismissed > 0 || wanted.dismissed) && (
            <button
              type="button"
              className="people-kind"
              aria-pressed={wanted.dismissed}
              onClick={() => want({ dismissed: !wanted.dismissed })}
            >
              Dismissed <span className="people-number">{list.counts.dismissed.toLocaleString('en-GB')}</span>
            </button>
          )}
        </div>
        <div className="people-sort">
          <span className="hint" role="status">
            {list === null
              ? 'Reading the sources’ names…'
              : list.read < list.total
                ? `Reading: ${list.read.toLocaleString('en-GB')} of ${count(list.total, 'text')}`
                : count(entries.length, 'name')}
          </span>
          <Button
            className="small"
            onPress={() => want({ sort: wanted.sort === 'count' ? 'name' : 'count' })}
            aria-label={wanted.sort === 'count' ? 'Most passages first: sort by name' : 'By name: sort by passages'}
          >
            {wanted.sort === 'count' ? 'Most passages first' : 'By name'}
          </Button>
        </div>
      </div>
      {failure !== null && (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
      {list !== null && list.read === list.total && entries.length === 0 && (
        <p className="list-empty" role="status">
          {nothing(list.counts, wanted)}
        </p>
      )}
      {entries.length > 0 && (
        <VirtualList
          label="Names"
          items={entries}
          keyOf={idOf}
          estimate={50}
          rowClass="people-row"
          active={active}
          arrangement={JSON.stringify(wanted)}
          onActive={(index) => useNames.setState({ chosen: entries[index]?.id ?? null })}
          onChoose={(entry, _index, by) => {
            useNames.setState({ chosen: entry.id, ...(by === 'pointer' && { selected: new Set() }) })
            if (by === 'key') focusPassages()
          }}
          onSelect={select}
          onKey={onKey}
          selected={({ id }) => (selected.size > 0 ? selected.has(id) : id === chosen)}
        >
          {(entry) => <NameLine entry={entry} />}
        </VirtualList>
      )}
      {picked.length > 1 && !readOnly && (
        <div className="quote-actions" role="toolbar" aria-label="Selected names">
          <span className="hint" role="status">
            {picked.length.toLocaleString('en-GB')} selected
          </span>
          <Button className="small" onPress={() => merge(row ?? picked[0]!, picked)}>
            Merge…
          </Button>
          <Button className="small" onPress={() => void dismissNames(picked, !wanted.dismissed)}>
            {wanted.dismissed ? 'Take back' : 'Dismiss'}
          </Button>
        </div>
      )}
      {row && picked.length < 2 && <NameDetail key={row.id} id={row.id} readOnly={readOnly} />}
    </DockedPanel>
  )
}

/** Merges what is selected, or asks with what. */
function merge(entry: NameRow, picked: readonly NameRow[]): void {
  const others = picked.filter(({ id }) => id !== entry.id)
  if (others.length === 0) showDialog({ kind: 'name-merge', id: entry.id, name: entry.name })
  else void mergeNames(entry, others)
}

function focusPassages(): void {
  document.querySelector<HTMLElement>('.name-detail [role="listbox"]')?.focus()
}

function nothing(counts: { person: number; organisation: number; place: number }, { find }: { find: string }): string {
  if (find.trim() !== '') return 'No name has all these words in one of its forms.'
  return counts.person + counts.organisation + counts.place === 0
    ? 'No source names anybody that can be told.'
    : 'There are none of this kind.'
}

function Facet({ kind, label }: { kind: NameRow['kind'] | null; label: string }) {
  const { wanted, list } = useNames()
  const { person = 0, organisation = 0, place = 0 } = list?.counts ?? {}
  const number = kind === null ? person + organisation + place : { person, organisation, place }[kind]
  return (
    <button
      type="button"
      className="people-kind"
      aria-pressed={!wanted.dismissed && wanted.kind === kind}
      onClick={() => want({ kind, dismissed: false })}
    >
      {label} <span className="people-number">{number.toLocaleString('en-GB')}</span>
    </button>
  )
}

function NameLine({ entry }: { entry: NameRow }) {
  const { name, kind, also, count: passages, sources, isBare } = entry
  const facts = [
    KIND_WORDS[kind].one,
    `${count(passages, 'passage')} in ${count(sources, 'source')}`,
    ...(isBare && kind === 'person' ? ['may be several'] : []),
    ...(also.length > 0 ? [`also ${also.join(', ')}`] : [])
  ]
  return (
    <>
      <span className="people-name" dir="auto">
        {name}
      </span>
      <span className="people-number" aria-hidden="true">
        {passages.toLocaleString('en-GB')}
      </span>
      <span className="people-facts" dir="auto">
        {facts.join(' · ')}
      </span>
    </>
  )
}
