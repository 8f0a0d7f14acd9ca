import { memo, useDeferredValue, useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { useBrief } from '../state/brief/brief.ts'
import { usesHere, useUses } from '../state/brief/uses.ts'
import { revealNode, useEditor } from '../state/brief/editor.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { useOriginals } from '../state/case/originals.ts'
import { useMarks } from '../state/sources/marks.ts'
import { writePassage } from '../state/window/drag.ts'
import { matches } from '../state/window/fuzzy.ts'
import { focusPane } from '../state/window/layout.ts'
import { announce } from '../state/window/toasts.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { VirtualList } from '../ui/virtual-list.tsx'
import { shownKeys } from '../ui/keys.ts'
import { CardActions } from './card-actions.tsx'
import { CardView } from './card-view.tsx'
import { cardsOf, filtered, type Card, type EvidenceFilter, type Surroundings } from './cards.ts'
import { hideEvidence, toggleEvidence } from './commands.ts'
import { citeCard, insertCard, showCard, useEvidence } from './evidence.ts'
import { FilterBar } from './filter-bar.tsx'
import './evidence.css'

const idOf = (card: Card): string => card.id
/** The height of a card in CSS pixels. */
const CARD = 118
/** How long after the last key what is used follows. */
const FOLLOW_MS = 200
const NO_USES: ReadonlyMap<string, readonly string[]> = new Map()

/** Where the open brief uses each quote, as it was a moment ago. */
function useHere(): ReadonlyMap<string, readonly string[]> {
  const editor = useEditor((state) => state.editor)
  const [here, setHere] = useState(NO_USES)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => setHere(editor && !editor.isDestroyed ? usesHere(editor.state.doc) : NO_USES)
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(look, FOLLOW_MS)
    }
    timer = setTimeout(look)
    editor?.on('update', soon)
    return () => {
      clearTimeout(timer)
      editor?.off('update', soon)
    }
  }, [editor])
  return here
}

/** What is known around the cards. What their sources have stored counts only while they are narrowed to a state: it's learned source by source. */
function useSurroundings(used: ReadonlyMap<string, unknown>, byState: boolean): Surroundings {
  const sources = useCase((state) => state.sources)
  const stored = useOriginals((state) => (byState ? state.of : null))
  return useMemo(
    () => ({
      source: (id: string) => sourceRow(sources, id),
      stored: (id: string) => (stored ?? useOriginals.getState().of).get(id),
      used,
      matches
    }),
    [sources, stored, used]
  )
}

/** What a brief is written from, beside it: a card for each quote and mark of the case. */
export function EvidencePane() {
  const quotes = useCase((state) => state.quotes)
  const marks = useEvidence((state) => state.marks)
  const tags = useMarks((state) => state.tags)
  const filter = useEvidence((state) => state.filter)
  const here = useHere()
  const around = useSurroundings(here, filter.state !== null)
  const cards = useMemo(() => {
    const names = new Map((tags ?? []).map(({ id, name }) => [id, name]))
    return cardsOf(quotes.values(), marks, (id) => names.get(id) ?? null)
  }, [quotes, marks, tags])
  const sought = useDeferredValue<EvidenceFilter>(filter)
  const shown = useMemo(() => filtered(cards, sought, around), [cards, sought, around])
  return (
    <section className="pane evidence-pane" aria-label="Evidence" data-pane="evidence" tabIndex={-1}>
      <div className="bar evidence-bar">
        <h2>Evidence</h2>
        <span className="bar-fact" role="status">
          {shown.length === cards.length
            ? cards.length.toLocaleString('en-GB')
            : `${shown.length.toLocaleString('en-GB')} of ${cards.length.toLocaleString('en-GB')}`}
        </span>
        <span className="bar-space" />
        <IconButton label="Hide the evidence" keys={shownKeys(toggleEvidence.keys ?? '')} onPress={hideEvidence}>
          <Icon name="close" />
        </IconButton>
      </div>
      <FilterBar cards={cards} around={around} />
      {cards.length === 0 && (
        <p className="list-empty">No quotes yet. Select words in the reader and press Q: they come here.</p>
      )}
      {cards.length > 0 && shown.length === 0 && (
        <p className="list-empty">Nothing fits. Esc in the field takes all filters away.</p>
      )}
      {shown.length > 0 && <Cards shown={shown} sought={sought} here={here} />}
    </section>
  )
}

/** The cards that are left, and what can be done with one. Drawn anew only when they change, not for each key in the filter. */
const Cards = memo(function Cards(props: {
  shown: readonly Card[]
  sought: EvidenceFilter
  here: ReadonlyMap<string, readonly string[]>
}) {
  const { shown, sought, here } = props
  const elsewhere = useUses((state) => state.of)
  const briefId = useBrief((state) => state.id)
  const [activeId, setActiveId] = useState<string | null>(null)
  const active = Math.max(
    0,
    shown.findIndex(({ id }) => id === activeId)
  )
  const card = shown[active]
  useEffect(() => {
    // Whoever entered the evidence before there were cards goes on in them.
    if (document.activeElement?.matches('.evidence-pane')) focusPane('evidence')
  }, [])
  const onKey = (event: KeyboardEvent, at: Card): void => {
    const isEnter = event.key === 'Enter'
    if (isEnter && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void showCard(at)
    } else if (event.key === 'u' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const block = at.quote && here.get(at.quote.id)?.[0]
      if (block) revealNode(block)
      else announce('This brief doesn’t use it.')
    }
  }
  return (
    <>
      <VirtualList
        label="Evidence"
        items={shown}
        keyOf={idOf}
        estimate={CARD}
        exact
        rowClass="evidence-row"
        active={active}
        onActive={(index) => setActiveId(shown[index]!.id)}
        onChoose={(chosen, _index, by, shift) => {
          if (by === 'pointer') void showCard(chosen)
          else void (shift ? insertCard(chosen) : citeCard(chosen))
        }}
        onKey={onKey}
        arrangement={JSON.stringify(sought)}
        selected={({ id }) => id === card?.id}
        draggable={({ quote, sourceId, start, end }, data) =>
          writePassage(data, { quoteId: quote?.id ?? null, sourceId, start, end })
        }
      >
        {(one) => <CardView card={one} here={countOf(here, one)} elsewhere={elsewhereOf(elsewhere, one, briefId)} />}
      </VirtualList>
      {card && <CardActions card={card} here={countOf(here, card)} />}
    </>
  )
})

function countOf(here: ReadonlyMap<string, readonly string[]>, { quote }: Card): number {
  return (quote && here.get(quote.id)?.length) ?? 0
}

/** How many briefs besides the open one use a card. */
function elsewhereOf(uses: ReturnType<typeof useUses.getState>['of'], { quote }: Card, open: string | null): number {
  const places = quote && uses.get(quote.id)
  if (!places) return 0
  return new Set(places.flatMap(({ briefId }) => (briefId === open ? [] : [briefId]))).size
}
