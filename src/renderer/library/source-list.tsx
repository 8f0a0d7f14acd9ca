import { useDeferredValue, useMemo, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import type { SourceRow } from '../../shared/case/row.ts'
import { runCommand } from '../registry/command.ts'
import { menuEntry, subjectEntries, useEnabled } from '../registry/menu-entries.ts'
import { quoteCounts, useCase } from '../state/case/case.ts'
import { focusPane } from '../state/window/layout.ts'
import { openSource, useReader } from '../state/sources/reader.ts'
import { checkDoubtful, clearSelection, useSelection } from '../state/case/selection.ts'
import { Button } from '../ui/button.tsx'
import { count } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { ContextMenu, MenuButton } from '../ui/menu.tsx'
import { FilterField } from '../ui/filter-field.tsx'
import { confirmSources, editSources } from './commands.ts'
import { arrangeRows, SORTS, type Sort } from './rows.ts'
import { between, toggled } from './selecting.ts'
import { SourceRowView } from './source-row.tsx'
import { VirtualList } from '../ui/virtual-list.tsx'

const NO_COUNTS: ReadonlyMap<string, number> = new Map()
const idOf = (row: SourceRow): string => row.id

/** The sources of the case: one is open, several can be selected. */
export function SourceList() {
  const sources = useCase((state) => state.sources)
  const quotes = useCase((state) => state.quotes)
  const [filter, setFilter] = useState('')
  const [sort, setSort] = useState<Sort>('newest')
  const [doubtfulOnly, setDoubtfulOnly] = useState(false)
  const sought = useDeferredValue(filter)
  const counts = quoteCounts(quotes)
  // Only one of the orders depends on the quotes; with the others a new quote doesn't sort 10,000 rows again.
  const relevant = sort === 'quotes' ? counts : NO_COUNTS
  const doubtful = useMemo(() => sources.filter((row) => row.attention !== null), [sources])
  const asked = doubtfulOnly ? doubtful : sources
  const rows = useMemo(() => arrangeRows(asked, sought, sort, relevant), [asked, sought, sort, relevant])
  if (sources.length === 0) return <p className="list-empty">No sources yet. Import files or drop them here.</p>
  return (
    <>
      <div className="filter">
        <FilterField label="Filter sources" value={filter} onChange={setFilter} />
        <MenuButton
          look="outline"
          className="small"
          label={`Sort: ${SORTS[sort]}`}
          groups={[
            {
              title: 'Sort by',
              entries: (Object.keys(SORTS) as Sort[]).map((key) => ({
                id: key,
                label: SORTS[key],
                checked: key === sort,
                onAction: () => setSort(key)
              }))
            }
          ]}
        >
          {SORTS[sort]} <Icon name="down" />
        </MenuButton>
      </div>
      {(doubtful.length > 0 || doubtfulOnly) && (
        <Doubtful count={doubtful.length} isSelected={doubtfulOnly} onChange={setDoubtfulOnly} rows={rows} />
      )}
      {rows.length === 0 ? (
        <p className="list-empty" role="status">
          {sought.trim() === '' ? 'Nothing needs a look any more.' : `No source fits “${sought}”.`}
        </p>
      ) : (
        <Rows rows={rows} counts={counts} arrangement={`${sort} ${doubtfulOnly} ${sought}`} />
      )}
      <SelectionBar rows={rows} />
    </>
  )
}

/** Narrows the list to what needs a look, and goes through it. */
function Doubtful(props: {
  count: number
  isSelected: boolean
  onChange: (on: boolean) => void
  rows: readonly SourceRow[]
}) {
  const readOnly = useCase((state) => state.readOnly)
  return (
    <div className="filter more">
      <ToggleButton className="button choice" isSelected={props.isSelected} onChange={props.onChange}>
        Needs a look <span>{props.count.toLocaleString('en-GB')}</span>
      </ToggleButton>
      {props.isSelected && props.count > 0 && !readOnly && (
        <Button look="outline" className="small" onPress={() => checkDoubtful(props.rows.map(idOf))}>
          Check…
        </Button>
      )}
    </div>
  )
}

function Rows(props: { rows: readonly SourceRow[]; counts: ReadonlyMap<string, number>; arrangement: string }) {
  const { rows, counts } = props
  const open = useReader((state) => state.sourceId)
  const selection = useSelection()
  const [activeId, setActiveId] = useState<string | null>(null)
  const [menu, setMenu] = useState<{ x: number; y: number; row: SourceRow } | null>(null)
  const places = useMemo(() => new Map(rows.map((row, index) => [row.id, index])), [rows])
  // None before one was opened: the first row would be another one with each source that comes in.
  const active = places.get(activeId ?? open ?? '') ?? -1
  const several = selection.ids.size > 0

  const select = (how: 'toggle' | 'extend', index: number): void => {
    const { id } = rows[index]!
    if (how === 'extend') {
      const anchor = selection.anchor ?? rows[active]?.id ?? null
      useSelection.setState({ ids: between(rows.map(idOf), anchor, index), anchor })
    } else {
      // The open source looks selected, so it is where a selection begins.
      const before = several || open === null || !places.has(open) ? selection.ids : new Set([open])
      useSelection.setState({ ids: toggled(before, id), anchor: id })
    }
    setActiveId(id)
  }
  const onKey = (event: React.KeyboardEvent): void => {
    const { key } = event
    if (key === 'ArrowRight') focusPane('reader')
    else if (key === 'Escape' && several) clearSelection()
    else if (key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault()
      useSelection.setState({ ids: new Set(rows.map(idOf)), anchor: null })
    }
  }
  return (
    <>
      <VirtualList
        label="Sources"
        items={rows}
        keyOf={idOf}
        estimate={64}
        active={active}
        arrangement={props.arrangement}
        onActive={(index) => {
          setActiveId(rows[index]!.id)
          useSelection.setState({ anchor: null })
        }}
        onChoose={(row, _index, by) => {
          if (by === 'pointer') clearSelection()
          void openSource(row.id)
        }}
        onSelect={select}
        onKey={onKey}
        onMenu={(at, row) => {
          setActiveId(row.id)
          if (!selection.ids.has(row.id)) useSelection.setState({ ids: new Set([row.id]), anchor: row.id })
          setMenu({ ...at, row })
        }}
        selected={(row) => (several ? selection.ids.has(row.id) : row.id === open)}
        current={(row) => row.id === open}
      >
        {(row) => <SourceRowView row={row} quotes={counts.get(row.id) ?? 0} />}
      </VirtualList>
      {menu && <RowMenu {...menu} onClose={() => setMenu(null)} />}
    </>
  )
}

function RowMenu({ x, y, row, onClose }: { x: number; y: number; row: SourceRow; onClose: () => void }) {
  const { size } = useSelection((state) => state.ids)
  return (
    <ContextMenu
      at={{ x, y }}
      label="Sources"
      onClose={onClose}
      groups={[
        { entries: [{ id: 'open', label: `Open ${row.key}`, onAction: () => void openSource(row.id) }] },
        {
          entries: [
            menuEntry(editSources, `Edit ${count(size, 'source')}…`),
            ...subjectEntries('source', row.id),
            menuEntry(confirmSources, `Confirm ${count(size, 'source')}…`)
          ]
        }
      ]}
    />
  )
}

/** What can be done with several selected sources. */
function SelectionBar({ rows }: { rows: readonly SourceRow[] }) {
  const { ids } = useSelection()
  const enabled = useEnabled(editSources)
  const shown = useMemo(() => rows.filter((row) => ids.has(row.id)).length, [rows, ids])
  if (ids.size === 0) return null
  const hidden = ids.size - shown
  return (
    <div className="quote-actions" role="toolbar" aria-label="Selected sources">
      <span className="hint" role="status">
        {ids.size.toLocaleString('en-GB')} selected{hidden > 0 && `, ${hidden.toLocaleString('en-GB')} not shown`}
      </span>
      <Button className="small" isDisabled={!enabled} onPress={() => runCommand(editSources)}>
        Edit…
      </Button>
      <Button className="small" isDisabled={!enabled} onPress={() => runCommand(confirmSources)}>
        Confirm…
      </Button>
      <Button className="small" onPress={clearSelection}>
        Clear
      </Button>
    </div>
  )
}
