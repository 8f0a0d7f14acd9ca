import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { SourceRow } from '../../shared/case/row.ts'
import { runCommand } from '../registry/command.ts'
import { useEnabled } from '../registry/menu-entries.ts'
import { SubjectMenu, type AskedMenu } from '../registry/subject-menu.tsx'
import { quoteCounts, useCase } from '../state/case/case.ts'
import { focusPane, useLayout } from '../state/window/layout.ts'
import { isNarrowed, type Chosen } from '../state/sources/facets.ts'
import { clearFilter, listTop, useDense, useLibrary } from '../state/sources/library.ts'
import { openBeside } from '../state/sources/tabs.ts'
import { openSource } from '../state/sources/reader.ts'
import { useReader } from '../state/sources/readers.ts'
import { deleteSources } from '../state/sources/trash.ts'
import { clearSelection, selectedIds, useSelection } from '../state/case/selection.ts'
import { Button } from '../ui/button.tsx'
import { confirmSources, editSources } from './commands.ts'
import { DENSE_HEAD, DENSE_ROW, DenseHead, DenseRow } from './dense-row.tsx'
import { ListBar } from './list-bar.tsx'
import { between, toggled } from './selecting.ts'
import { ShownContext, useShownSources } from './shown-sources.ts'
import { SourceRowView } from './source-row.tsx'
import { VirtualList } from '../ui/virtual-list.tsx'

const idOf = (row: SourceRow): string => row.id

/** The sources of the case: one is open, several can be selected. */
export function SourceList() {
  const some = useCase((state) => state.sources.length > 0)
  return some ? <ShownSources /> : <p className="list-empty">No sources yet. Import files or drop them here.</p>
}

function ShownSources() {
  const shown = useShownSources()
  const { rows, sought, chosen, sort } = shown
  const serial = useLibrary((state) => state.serial)
  const dense = useDense()
  // The rows come in a task of their own as a case opens, behind what stands around them.
  const isDrawn = useLayout((state) => state.isDrawn)
  const isEmpty = rows.length === 0
  useEffect(() => {
    // What shows next is another list.
    if (isEmpty) listTop.current = null
  }, [isEmpty])
  return (
    <ShownContext value={shown}>
      <ListBar />
      {isEmpty ? (
        <NothingFits sought={sought} chosen={chosen} />
      ) : !isDrawn ? (
        <div className="scroll" />
      ) : (
        <Rows
          key={`${serial} ${dense}`}
          dense={dense}
          rows={rows}
          arrangement={`${JSON.stringify(sort)} ${JSON.stringify(chosen)} ${sought}`}
        />
      )}
      <SelectionBar rows={rows} />
    </ShownContext>
  )
}

function fitWords(sought: string, narrowed: boolean): string {
  if (sought === '') return 'what the list is narrowed to'
  return narrowed ? `“${sought}” and what the list is narrowed to` : `“${sought}”`
}

function NothingFits({ sought, chosen }: { sought: string; chosen: Chosen }) {
  const { look, ...others } = chosen.values
  const onlyLook = look !== undefined && sought === '' && !isNarrowed({ ...chosen, values: others })
  const words = onlyLook ? 'Nothing needs a look any more.' : `No source fits ${fitWords(sought, isNarrowed(chosen))}.`
  return (
    <div className="list-empty">
      <p role="status">{words}</p>
      <Button look="outline" className="small" onPress={() => void clearFilter()}>
        Show all sources
      </Button>
    </div>
  )
}

const Rows = memo(function Rows(props: { rows: readonly SourceRow[]; dense: boolean; arrangement: string }) {
  const { rows, dense } = props
  const quotes = useCase((state) => state.quotes)
  const counts = quoteCounts(quotes)
  const open = useReader((state) => state.sourceId)
  const selection = useSelection()
  const [activeId, setActiveId] = useState<string | null>(null)
  const [menu, setMenu] = useState<AskedMenu | null>(null)
  // None before one was opened: the first row would be another one with each source that comes in.
  const at = activeId ?? open
  const active = useMemo(() => (at === null ? -1 : rows.findIndex(({ id }) => id === at)), [rows, at])
  const several = selection.ids.size > 0
  // What a menu was opened on is selected for what stands in it, until one goes on to another row.
  const byMenu = useRef<ReadonlySet<string> | null>(null)

  const select = (how: 'toggle' | 'extend', index: number): void => {
    const { id } = rows[index]!
    if (how === 'extend') {
      const anchor = selection.anchor ?? rows[active]?.id ?? null
      useSelection.setState({ ids: between(rows.map(idOf), anchor, index), anchor })
    } else {
      // The open source looks selected, so it is where a selection begins.
      const isShown = open !== null && rows.some((row) => row.id === open)
      const before = several || !isShown ? selection.ids : new Set([open])
      useSelection.setState({ ids: toggled(before, id), anchor: id })
    }
    setActiveId(id)
  }
  const inSight = (): string[] => {
    const shown = rows.filter(({ id }) => selection.ids.has(id))
    return (shown.length > 0 ? shown : rows.slice(active, active + 1)).map(idOf)
  }
  const onKey = (event: React.KeyboardEvent): void => {
    const { key } = event
    if (key === 'ArrowRight') focusPane('reader')
    else if (key === 'Enter' && (event.ctrlKey || event.metaKey) && rows[active]) void openBeside(rows[active].id)
    else if (key === 'Escape' && several) clearSelection()
    else if ((key === 'Delete' || key === 'Backspace') && !event.repeat)
      // The key means what is in sight: sources that are selected, but don't show, are deleted by the bar alone.
      void deleteSources(inSight())
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
        {...(dense
          ? {
              as: 'grid' as const,
              estimate: DENSE_ROW,
              exact: true,
              head: { height: DENSE_HEAD, content: <DenseHead /> },
              className: 'dense',
              rowClass: 'dense-row'
            }
          : { estimate: 62 })}
        top={listTop}
        active={active}
        arrangement={props.arrangement}
        onActive={(index) => {
          const { id } = rows[index]!
          setActiveId(id)
          if (byMenu.current === selection.ids && !selection.ids.has(id)) clearSelection()
          else useSelection.setState({ anchor: null })
        }}
        onChoose={(row, _index, by) => {
          if (by === 'pointer') clearSelection()
          void openSource(row.id)
        }}
        onSelect={select}
        onKey={onKey}
        onMenu={(at, row) => {
          setActiveId(row.id)
          if (!selection.ids.has(row.id)) {
            byMenu.current = new Set([row.id])
            useSelection.setState({ ids: byMenu.current, anchor: row.id })
          }
          setMenu({ at, id: row.id })
        }}
        selected={(row) => (several ? selection.ids.has(row.id) : row.id === open)}
        current={(row) => row.id === open}
      >
        {(row) => {
          const View = dense ? DenseRow : SourceRowView
          return <View row={row} quotes={counts.get(row.id) ?? 0} />
        }}
      </VirtualList>
      {menu && <SubjectMenu subject="source" label="Sources" menu={menu} onClose={() => setMenu(null)} />}
    </>
  )
})

/** What can be done with several selected sources. */
function SelectionBar({ rows }: { rows: readonly SourceRow[] }) {
  const { ids } = useSelection()
  const enabled = useEnabled(editSources)
  const shown = useMemo(() => (ids.size === 0 ? 0 : rows.filter((row) => ids.has(row.id)).length), [rows, ids])
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
      <Button className="small" isDisabled={!enabled} onPress={() => void deleteSources(selectedIds())}>
        Delete
      </Button>
      <Button className="small" onPress={clearSelection}>
        Clear
      </Button>
    </div>
  )
}
