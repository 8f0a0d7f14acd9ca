import { useState } from 'react'
import { SCOPES, type Scope } from '../../shared/search/query.ts'
import { subjectCommands } from '../registry/feature.ts'
import { isEnabled, type Subject } from '../registry/command.ts'
import { SubjectMenu, type AskedMenu } from '../registry/subject-menu.tsx'
import { useCase } from '../state/case/case.ts'
import { openRow } from '../state/search/going.ts'
import type { HitRow } from '../state/search/rows.ts'
import { askFor, goToRow, useSearch } from '../state/search/search.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { count } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { VirtualList } from '../ui/virtual-list.tsx'
import { closeSearch, focusField } from './closing.ts'
import { FacetBar } from './facet-bar.tsx'
import { HitView } from './hit-view.tsx'
import { NothingAsked } from './nothing-asked.tsx'
import { NothingFound } from './nothing-found.tsx'
import './find.css'

const SCOPE_NAMES: Record<Scope, string> = {
  sources: 'Sources',
  quotes: 'Quotes',
  notes: 'Notes',
  briefs: 'Briefs',
  marks: 'Marks'
}

const keyOf = (row: HitRow): string => row.key

/** What the search finds, in the library’s place. */
export function SearchPanel() {
  const isAsked = useSearch((state) => state.query.trim() !== '')
  return (
    <div
      className="search-panel"
      role="region"
      aria-label="Search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        closeSearch()
      }}
    >
      <header className="search-head">
        <ScopeChoice />
        <Save />
        <IconButton label="Close the search" onPress={closeSearch}>
          <Icon name="close" />
        </IconButton>
      </header>
      <Building />
      {isAsked ? <Answer /> : <NothingAsked />}
    </div>
  )
}

function Save() {
  const isAsked = useSearch((state) => state.query.trim() !== '')
  const readOnly = useCase((state) => state.readOnly)
  if (!isAsked || readOnly) return null
  return (
    <Button className="small" onPress={() => showDialog({ kind: 'save-search', renamed: null })}>
      Save…
    </Button>
  )
}

/** Everything, or only what is of a kind. */
function ScopeChoice() {
  const scope = useSearch((state) => state.scope)
  return (
    <div className="search-scopes" role="group" aria-label="Where to search">
      {([null, ...SCOPES] as const).map((each) => (
        <button
          key={each ?? 'all'}
          type="button"
          className="tab"
          aria-pressed={scope === each}
          onClick={() => askFor({ scope: each })}
        >
          {each === null ? 'All' : SCOPE_NAMES[each]}
        </button>
      ))}
    </div>
  )
}

/** Says that something may be missing while the index is being made. */
function Building() {
  const progress = useSearch((state) => state.progress)
  const lacks = useSearch((state) => state.found?.complete === false)
  if (!progress && !lacks) return null
  return (
    <div className="search-building" role="status">
      <span>
        The texts are still being looked through
        {progress && `, ${progress.done.toLocaleString('en-GB')} of ${count(progress.total, 'document')}`}. What was
        found so far shows.
      </span>
      {progress && (
        <span className="progress" aria-hidden="true">
          <span style={{ width: `${(100 * progress.done) / Math.max(1, progress.total)}%` }} />
        </span>
      )}
    </div>
  )
}

function Answer() {
  const found = useSearch((state) => state.found)
  const failure = useSearch((state) => state.failure)
  const supporting = useSearch((state) => state.supporting)
  if (failure) {
    return (
      <p className="failure" role="alert">
        {failure.message}
      </p>
    )
  }
  if (!found) return null
  const { total, sources, read } = found
  return (
    <>
      <div className="search-info">
        <span className="search-total">
          {total === 0
            ? 'Nothing found'
            : `${count(total, 'result')}${sources > 0 ? ` in ${count(sources, 'source')}` : ''}`}
        </span>
        {read !== '' && (
          <span className="search-read" title="How the search was read">
            {' '}
            <span className="hidden-text">Read as </span>
            <bdi className="mono">{read}</bdi>
          </span>
        )}
        {supporting && <span className="search-aim">Enter on a quote cites it in the brief.</span>}
      </div>
      <FacetBar />
      {found.rows.length === 0 ? <NothingFound found={found} /> : <Results rows={found.rows} />}
    </>
  )
}

/** Cites the quote of a row in the brief, if that's what was asked for and can be done. */
function cites({ hit }: HitRow): boolean {
  if (!useSearch.getState().supporting || hit.kind !== 'quote') return false
  const cite = subjectCommands('quote').find(({ id }) => id === 'cite-quote')
  if (!cite || !isEnabled(cite)) return false
  void cite.run(hit.id)
  return true
}

function subjectOf({ hit }: HitRow): { subject: Subject; id: string } | null {
  if (useCase.getState().quotes.has(hit.id)) return { subject: 'quote', id: hit.id }
  return hit.sourceId === null ? null : { subject: 'source', id: hit.sourceId }
}

function Results({ rows }: { rows: readonly HitRow[] }) {
  const at = useSearch((state) => state.at)
  const asked = useSearch((state) => state.found?.question)
  const [menu, setMenu] = useState<(AskedMenu & { subject: Subject }) | null>(null)
  const active = at === null ? -1 : rows.findIndex(({ key }) => key === at)
  return (
    <>
      <VirtualList
        label="Results"
        className="search-results"
        rowClass="hit"
        items={rows}
        keyOf={keyOf}
        estimate={104}
        active={active}
        onActive={(index) => goToRow(rows[index]!.key)}
        onChoose={(row) => {
          if (!cites(row)) void openRow(row)
        }}
        onKey={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          focusField()
        }}
        onMenu={(place, row) => {
          const subject = subjectOf(row)
          goToRow(row.key)
          if (subject) setMenu({ at: place, ...subject })
        }}
        arrangement={JSON.stringify(asked)}
        selected={(row) => row.key === at}
      >
        {(row, index) => <HitView row={row} isLast={index === rows.length - 1} />}
      </VirtualList>
      {menu && (
        <SubjectMenu
          subject={menu.subject}
          label={menu.subject === 'quote' ? 'Quote' : 'Source'}
          menu={menu}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  )
}
