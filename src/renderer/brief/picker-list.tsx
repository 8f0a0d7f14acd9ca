import { useEffect, useMemo } from 'react'
import { useCase } from '../state/case/case.ts'
import { Facts, type Fact } from '../ui/facts.tsx'
import { formatPublished, shorten } from '../ui/format.ts'
import { matches, score } from '../state/window/fuzzy.ts'
import { useEditor } from '../state/brief/editor.ts'
import { useOverlays } from './overlays.ts'
import { usePickerChoice } from './picker-state.ts'
import { takeCitation } from './picker-plugin.ts'
import { statementAt } from '../state/brief/document.ts'
import { overlap, significantWords, sourceTitleOf } from './words.ts'
import './picker.css'

interface Candidate {
  id: string
  kind: 'quote' | 'source'
  key: string
  title: string
  detail: readonly Fact[]
  rank: number
}

const SHOWN = 30

/** Quotes and sources that fit what is typed; without words, those that share most with the statement come first. */
function useCandidates(query: string, statement: string): Candidate[] {
  const quotes = useCase((state) => state.quotes)
  const sources = useCase((state) => state.sources)
  return useMemo(() => {
    const wanted = significantWords(statement)
    const rows = new Map(sources.map((row) => [row.id, row]))
    const found: Candidate[] = []
    for (const quote of quotes.values()) {
      const source = rows.get(quote.sourceId)
      const words = `${quote.key} ${quote.target.exact} ${quote.speaker ?? ''} ${source?.title ?? ''} ${source?.publisher ?? ''}`
      if (query !== '' && !matches(query, words)) continue
      found.push({
        id: quote.id,
        kind: 'quote',
        key: quote.key,
        title: shorten(quote.target.exact, 110),
        detail: [quote.speaker, source && sourceTitleOf(source)],
        rank: query === '' ? 1 + overlap(wanted, quote.target.exact) : 1 + score(query, words)
      })
    }
    for (const row of sources) {
      const words = `${row.key} ${row.title} ${row.publisher ?? ''}`
      if (query !== '' && !matches(query, words)) continue
      found.push({
        id: row.id,
        kind: 'source',
        key: row.key,
        title: row.title,
        detail: [row.publisher, formatPublished(row)],
        rank: query === '' ? overlap(wanted, row.title) : score(query, words)
      })
    }
    return found.sort((a, b) => b.rank - a.rank).slice(0, SHOWN)
  }, [query, statement, quotes, sources])
}

/** The list that opens at an `@`. The editor keeps the focus; its keys move the choice. */
export function PickerList() {
  const picker = useOverlays((state) => state.picker)
  const editor = useEditor((state) => state.editor)
  if (!picker || !editor || picker.at === null) return null
  const statement = statementAt(editor.state)?.node.textContent ?? ''
  return <OpenPicker query={picker.query.trim()} statement={statement.replace(/@.*$/, '')} place={picker} />
}

function OpenPicker(props: { query: string; statement: string; place: { left: number; top: number; bottom: number } }) {
  const editor = useEditor((state) => state.editor)
  const candidates = useCandidates(props.query, props.statement)
  const index = usePickerChoice((state) => state.index)
  const chosen = candidates[Math.min(index, candidates.length - 1)]

  useEffect(() => usePickerChoice.setState({ index: 0 }), [props.query])
  useEffect(() => {
    const take = (): void => {
      if (editor && chosen) takeCitation(editor.view, citationTo(chosen))
    }
    usePickerChoice.setState({ size: candidates.length, take })
    return () => usePickerChoice.setState({ size: 0, take: null })
  }, [candidates, chosen, editor])
  useEffect(() => {
    const text = editor?.view.dom
    text?.setAttribute('aria-controls', 'citation-picker')
    if (chosen) text?.setAttribute('aria-activedescendant', `pick-${chosen.id}`)
    document.getElementById(`pick-${chosen?.id}`)?.scrollIntoView({ block: 'nearest' })
    return () => {
      text?.removeAttribute('aria-controls')
      text?.removeAttribute('aria-activedescendant')
    }
  }, [chosen, editor])

  const below = window.innerHeight - props.place.bottom > 300
  const left = Math.min(props.place.left, window.innerWidth - 440)
  const style = below
    ? { left, top: props.place.bottom + 4 }
    : { left, bottom: window.innerHeight - props.place.top + 4 }
  return (
    <div className="picker" style={style} onMouseDown={(event) => event.preventDefault()}>
      <div className="picker-head">
        {props.query === '' ? 'Cite a quote or a source' : `Quotes and sources with “${props.query}”`}
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> <kbd>Enter</kbd> <kbd>Esc</kbd>
        </span>
      </div>
      {candidates.length === 0 && (
        <p className="picker-none">Nothing in this case fits. Quote a passage in the reader first.</p>
      )}
      <ul id="citation-picker" role="listbox" aria-label="Quotes and sources to cite">
        {candidates.map((candidate) => (
          <li
            key={candidate.id}
            id={`pick-${candidate.id}`}
            role="option"
            aria-selected={candidate === chosen}
            onClick={() => editor && takeCitation(editor.view, citationTo(candidate))}
          >
            <span className={`picker-key ${candidate.kind}`}>{candidate.key}</span>
            <span className="picker-title">{candidate.title}</span>
            <span className="picker-detail">
              <Facts of={candidate.detail} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function citationTo({ kind, id }: Candidate): { quoteId: string | null; sourceId: string | null } {
  return kind === 'quote' ? { quoteId: id, sourceId: null } : { quoteId: null, sourceId: id }
}
