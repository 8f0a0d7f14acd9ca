import { useDeferredValue, useMemo, useState } from 'react'
import { quoteCounts, useCase } from '../state/case.ts'
import { focusPane } from '../state/layout.ts'
import { openSource, useReader } from '../state/reader.ts'
import { formatDate } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { MenuButton } from '../ui/menu.tsx'
import { TlpChip } from '../ui/tlp.tsx'
import { FilterField } from './filter-field.tsx'
import { arrangeRows, SORTS, type Sort } from './rows.ts'
import { VirtualList } from './virtual-list.tsx'

/** The sources of the case. */
export function SourceList() {
  const sources = useCase((state) => state.sources)
  const quotes = useCase((state) => state.quotes)
  const open = useReader((state) => state.sourceId)
  const [filter, setFilter] = useState('')
  const [sort, setSort] = useState<Sort>('newest')
  const [activeId, setActiveId] = useState<string | null>(null)
  const sought = useDeferredValue(filter)
  const counts = quoteCounts(quotes)
  // Only one of the orders depends on the quotes; with the others a new quote doesn't sort 10,000 rows again.
  const relevant = sort === 'quotes' ? counts : NO_COUNTS
  const rows = useMemo(() => arrangeRows(sources, sought, sort, relevant), [sources, sought, sort, relevant])
  const places = useMemo(() => new Map(rows.map((row, index) => [row.id, index])), [rows])
  const active = places.get(activeId ?? open ?? '') ?? 0
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
      {rows.length === 0 ? (
        <p className="list-empty" role="status">
          No source fits “{filter}”.
        </p>
      ) : (
        <VirtualList
          label="Sources"
          items={rows}
          keyOf={(row) => row.id}
          estimate={64}
          active={active}
          onActive={(index) => setActiveId(rows[index]!.id)}
          onChoose={(row) => {
            void openSource(row.id)
          }}
          onKey={(event) => {
            if (event.key === 'ArrowRight') focusPane('reader')
          }}
          selected={(row) => row.id === open}
        >
          {(row) => {
            const n = counts.get(row.id) ?? 0
            return (
              <>
                <b className="row-title">{row.title}</b>
                <span className="row-facts">
                  {[row.publisher ?? 'No publisher', row.published ? formatDate(row.published) : 'no date'].join(' · ')}
                </span>
                <span className="row-count">{n === 0 ? '' : n === 1 ? '1 quote' : `${n} quotes`}</span>
                {row.tlp && (
                  <span className="row-flag">
                    <TlpChip tlp={row.tlp} />
                  </span>
                )}
                {row.attention && <span className="row-flag warn">{row.attention}</span>}
              </>
            )
          }}
        </VirtualList>
      )}
    </>
  )
}

const NO_COUNTS: ReadonlyMap<string, number> = new Map()
