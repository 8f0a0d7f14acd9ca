import { useMemo, useState } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { search } from '../find/commands.ts'
import { runSearch } from '../find/opening.ts'
import { openBrief } from '../state/brief/brief.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import { useCase } from '../state/case/case.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { focusedPane, focusPaneSoon, revealPane, type Pane } from '../state/window/layout.ts'
import { showQuote } from '../state/sources/quotes.ts'
import { showPassage } from '../state/sources/reader.ts'
import { openBeside } from '../state/sources/tabs.ts'
import { recentSources } from '../state/sources/recent-sources.ts'
import { Facts, type Fact } from '../ui/facts.tsx'
import { useLayer } from '../ui/focus-keeper.ts'
import { formatDate, formatPublished, shorten } from '../ui/format.ts'
import { matches, score } from '../state/window/fuzzy.ts'
import { AREAS, isEnabled, runCommand, type Command } from '../registry/command.ts'
import { allCommands, commandsOf } from '../registry/feature.ts'
import { palette } from './commands.ts'
import { shownKeys } from '../ui/keys.ts'
import './palette.css'

interface Entry {
  id: string
  kind: 'Command' | 'Source' | 'Quote' | 'Brief'
  title: string
  detail: readonly Fact[]
  words: string
  keys?: string
  run: () => void
  /** Opens it beside what one reads. */
  runBeside?: () => void
}

const SHOWN = 60
const RECENT = 5

function commandEntry(command: Command): Entry {
  return {
    id: command.id,
    kind: 'Command',
    title: command.title,
    detail: [],
    words: command.title,
    ...(command.keys ? { keys: shownKeys(command.keys) } : {}),
    run: () => runCommand(command)
  }
}

/** The commands that make sense now. */
export function commandEntries(): Entry[] {
  return allCommands()
    .filter((command) => command !== palette && isEnabled(command))
    .map(commandEntry)
}

function sourceEntry(row: SourceRow): Entry {
  return {
    id: row.id,
    kind: 'Source',
    title: row.title,
    detail: [row.key, row.publisher, formatPublished(row)],
    words: `${row.title} ${row.publisher ?? ''} ${row.key}`,
    // Whoever goes to a source by its name wants to read it.
    run: () => void showPassage({ sourceId: row.id }, 'library').then(() => focusPaneSoon('reader')),
    runBeside: () => void openBeside(row.id)
  }
}

/** What looks for the words in everything, the texts too. */
function searchEntry(query: string): Entry {
  return {
    id: 'search-everything',
    kind: 'Command',
    title: `Search everything for “${query}”`,
    detail: [],
    words: '',
    keys: shownKeys(search.keys),
    run: () => runSearch(query)
  }
}

interface Group {
  title: string
  entries: Entry[]
}

/** What stands there before anything is written: where one was, what fits the pane that has the focus, then all else. */
function firstGroups(pane: Pane | null): Group[] {
  const here = new Set(pane === null ? [] : commandsOf(pane).map(({ id }) => id))
  // Whoever is at work in a case seldom leaves it.
  const ofCases = new Set(allCommands().flatMap(({ id, menu }) => (menu?.place === 'file/case' ? [id] : [])))
  const commands = commandEntries().sort((a, b) => Number(ofCases.has(a.id)) - Number(ofCases.has(b.id)))
  return [
    { title: 'Recent sources', entries: recentSources(RECENT).map(sourceEntry) },
    { title: pane === null ? '' : AREAS[pane], entries: commands.filter(({ id }) => here.has(id)) },
    { title: 'Everywhere', entries: commands.filter(({ id }) => !here.has(id)) }
  ].filter(({ entries }) => entries.length > 0)
}

function useEntries(): Entry[] {
  const { sources, quotes, briefs } = useCase()
  return useMemo(() => {
    const titles = new Map(sources.map((row) => [row.id, row.publisher ?? row.title]))
    const entries: Entry[] = commandEntries()
    entries.push(...sources.map(sourceEntry))
    for (const quote of quotes.values()) {
      entries.push({
        id: quote.id,
        kind: 'Quote',
        title: shorten(quote.target.exact, 120),
        detail: [quote.key, quote.speaker, titles.get(quote.sourceId)],
        words: `${quote.target.exact} ${quote.speaker ?? ''} ${quote.key}`,
        run: () => void showQuote(quote.id, 'library')
      })
    }
    for (const row of briefs) {
      entries.push({
        id: row.id,
        kind: 'Brief',
        title: row.title || 'Untitled brief',
        detail: [formatDate(row.date)],
        words: `${row.title} ${row.author}`,
        run: () => {
          revealPane('brief')
          void openBrief(row.id)
        }
      })
    }
    return entries
  }, [sources, quotes, briefs])
}

/** Finds and does: everything in the case and every command, by a few letters. */
export function Palette() {
  const entries = useEntries()
  const layer = useLayer({ onClose: closeDialog, takeFocus: true })
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  // As it was when the palette opened: now it has the focus itself.
  const [first] = useState(() => firstGroups(focusedPane()))
  const groups = useMemo(() => {
    if (query.trim() === '') return first
    const found = entries
      .filter((entry) => matches(query, entry.words))
      .map((entry) => ({ entry, rank: score(query, entry.words) }))
      .sort((a, b) => b.rank - a.rank)
      .slice(0, SHOWN)
      .map(({ entry }) => entry)
    return [
      { title: '', entries: found },
      { title: 'In the texts', entries: [searchEntry(query.trim())] }
    ].filter((group) => group.entries.length > 0)
  }, [entries, first, query])
  const shown = useMemo(() => groups.flatMap((group) => group.entries), [groups])
  const chosen = shown[Math.min(active, shown.length - 1)]
  const run = (entry: Entry | undefined, beside = false): void => {
    if (!entry) return
    closeDialog()
    // The dialog gives the focus back as it goes; what runs may want to put it elsewhere.
    setTimeout((beside && entry.runBeside) || entry.run)
  }
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={(open) => !open && closeDialog()}>
      <Modal className="modal palette">
        <AriaDialog className="dialog" aria-label="Search" ref={layer}>
          <input
            className="palette-field"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant={chosen && `palette-${chosen.id}`}
            aria-label="Search sources, quotes, briefs and commands"
            placeholder="Search sources, quotes, briefs and commands"
            value={query}
            autoFocus
            onChange={(event) => {
              setQuery(event.target.value)
              setActive(0)
            }}
            onKeyDown={(event) => {
              const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
              const step = steps[event.key]
              if (step !== undefined) {
                event.preventDefault()
                const next = Math.max(0, Math.min(shown.length - 1, active + step))
                setActive(next)
                document.getElementById(`palette-${shown[next]?.id}`)?.scrollIntoView({ block: 'nearest' })
              } else if (event.key === 'Enter') {
                event.preventDefault()
                run(chosen, event.ctrlKey || event.metaKey)
              }
            }}
          />
          <div id="palette-list" className="palette-list" role="listbox" aria-label="Results">
            {groups.map((group) => (
              <div key={group.title} role="group" aria-label={group.title || 'Found'}>
                {group.title && (
                  <div className="palette-group" aria-hidden="true">
                    {group.title}
                  </div>
                )}
                {group.entries.map((entry) => (
                  <div
                    key={entry.id}
                    id={`palette-${entry.id}`}
                    className="palette-entry"
                    role="option"
                    aria-selected={entry === chosen}
                    onClick={(event) => run(entry, event.ctrlKey || event.metaKey)}
                  >
                    <span className="palette-kind">{entry.kind}</span>
                    <span className="palette-title">{entry.title}</span>
                    {entry.keys ? (
                      <kbd>{entry.keys}</kbd>
                    ) : (
                      <span className="palette-detail">
                        <Facts of={entry.detail} />
                      </span>
                    )}
                  </div>
                ))}
              </div>
            ))}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
