import { useMemo, useState } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { openBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { revealPane } from '../state/window/layout.ts'
import { showQuote } from '../state/sources/quotes.ts'
import { showPassage } from '../state/sources/reader.ts'
import { useLayer } from '../ui/focus-keeper.ts'
import { formatDate, formatPublished, shorten } from '../ui/format.ts'
import { matches, score } from '../state/window/fuzzy.ts'
import { isEnabled, runCommand } from '../registry/command.ts'
import { allCommands } from '../registry/feature.ts'
import { palette } from './commands.ts'
import { shownKeys } from '../ui/keys.ts'
import './palette.css'

interface Entry {
  id: string
  kind: 'Command' | 'Source' | 'Quote' | 'Brief'
  title: string
  detail: string
  words: string
  keys?: string
  run: () => void
}

const SHOWN = 60

/** The commands that make sense now. */
export function commandEntries(): Entry[] {
  return allCommands()
    .filter((command) => command !== palette && isEnabled(command))
    .map((command) => ({
      id: command.id,
      kind: 'Command',
      title: command.title,
      detail: '',
      words: command.title,
      ...(command.keys ? { keys: shownKeys(command.keys) } : {}),
      run: () => runCommand(command)
    }))
}

function useEntries(): Entry[] {
  const { sources, quotes, briefs } = useCase()
  return useMemo(() => {
    const titles = new Map(sources.map((row) => [row.id, row.publisher ?? row.title]))
    const entries: Entry[] = commandEntries()
    for (const row of sources) {
      const detail = [row.publisher, formatPublished(row)].filter(Boolean).join(' · ')
      entries.push({
        id: row.id,
        kind: 'Source',
        title: row.title,
        detail: `${row.key} · ${detail}`,
        words: `${row.title} ${row.publisher ?? ''} ${row.key}`,
        run: () => void showPassage({ sourceId: row.id }, 'library')
      })
    }
    for (const quote of quotes.values()) {
      entries.push({
        id: quote.id,
        kind: 'Quote',
        title: shorten(quote.target.exact, 120),
        detail: [quote.key, quote.speaker, titles.get(quote.sourceId)].filter(Boolean).join(' · '),
        words: `${quote.target.exact} ${quote.speaker ?? ''} ${quote.key}`,
        run: () => void showQuote(quote.id, 'library')
      })
    }
    for (const row of briefs) {
      entries.push({
        id: row.id,
        kind: 'Brief',
        title: row.title || 'Untitled brief',
        detail: formatDate(row.date),
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
  const shown = useMemo(() => {
    if (query.trim() === '') return entries.slice(0, SHOWN)
    return entries
      .filter((entry) => matches(query, entry.words))
      .map((entry) => ({ entry, rank: score(query, entry.words) }))
      .sort((a, b) => b.rank - a.rank)
      .slice(0, SHOWN)
      .map(({ entry }) => entry)
  }, [entries, query])
  const chosen = shown[Math.min(active, shown.length - 1)]
  const run = (entry: Entry | undefined): void => {
    if (!entry) return
    closeDialog()
    // The dialog gives the focus back as it goes; what runs may want to put it elsewhere.
    setTimeout(entry.run)
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
                run(chosen)
              }
            }}
          />
          <ul id="palette-list" className="palette-list" role="listbox" aria-label="Results">
            {shown.map((entry) => (
              <li
                key={entry.id}
                id={`palette-${entry.id}`}
                role="option"
                aria-selected={entry === chosen}
                onClick={() => run(entry)}
              >
                <span className="palette-kind">{entry.kind}</span>
                <span className="palette-title">{entry.title}</span>
                {entry.keys ? <kbd>{entry.keys}</kbd> : <span className="palette-detail">{entry.detail}</span>}
              </li>
            ))}
          </ul>
          {shown.length === 0 && (
            <p className="palette-none" role="status">
              Nothing in this case fits “{query}”.
            </p>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
