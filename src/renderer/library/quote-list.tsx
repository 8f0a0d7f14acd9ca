import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { isIntact, standingOf } from '../../shared/brief/standing.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import { SubjectMenu, type AskedMenu } from '../registry/subject-menu.tsx'
import { insertQuoteAt } from '../state/brief/editor.ts'
import { writePassage } from '../state/window/drag.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { learnOriginal, useOriginals } from '../state/case/originals.ts'
import { learnLocators, useLocators } from '../state/case/locators.ts'
import { deleteQuote, showQuote } from '../state/sources/quotes.ts'
import { clearQuoteFilter, useQuoteFilter } from '../state/sources/quote-filter.ts'
import { useReader } from '../state/sources/readers.ts'
import { showMessage } from '../state/window/toasts.ts'
import { matches } from '../state/window/fuzzy.ts'
import { Button } from '../ui/button.tsx'
import { StateChip } from '../ui/state-chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { FilterField } from '../ui/filter-field.tsx'
import { VirtualList } from '../ui/virtual-list.tsx'

const idOf = (quote: Quote): string => quote.id

/** The saved quotes of the case, newest first. */
export function QuoteList() {
  const quotes = useCase((state) => state.quotes)
  const sources = useCase((state) => state.sources)
  const selected = useReader((state) => state.selectedQuote)
  const { words: filter, sourceId } = useQuoteFilter()
  const [activeId, setActiveId] = useState<string | null>(null)
  const [menu, setMenu] = useState<AskedMenu | null>(null)
  const sought = useDeferredValue(filter)
  const rows = useMemo(() => {
    const every = [...quotes.values()].reverse()
    const all = sourceId === null ? every : every.filter((quote) => quote.sourceId === sourceId)
    if (sought.trim() === '') return all
    return all.filter((quote) => {
      const source = sourceRow(sources, quote.sourceId)
      const words = [quote.key, quote.target.exact, quote.speaker, quote.note, source?.title, source?.publisher]
      return matches(sought, words.filter(Boolean).join(' '))
    })
  }, [quotes, sources, sought, sourceId])
  const active = Math.max(
    0,
    rows.findIndex((quote) => quote.id === (activeId ?? selected))
  )
  if (quotes.size === 0) return <p className="list-empty">No quotes yet. Select words in the reader and press Q.</p>
  return (
    <>
      <div className="filter">
        <FilterField
          label="Filter quotes"
          value={filter}
          onChange={(words) => useQuoteFilter.setState({ words })}
          onEscape={clearQuoteFilter}
        />
      </div>
      <Narrowed shown={rows.length} total={quotes.size} />
      {rows.length === 0 ? (
        <p className="list-empty" role="status">
          {sought.trim() === '' ? 'This source has no quotes any more.' : `No quote fits “${sought}”.`}
        </p>
      ) : (
        <VirtualList
          label="Quotes"
          items={rows}
          keyOf={idOf}
          estimate={96}
          active={active}
          onActive={(index) => setActiveId(rows[index]!.id)}
          onChoose={(quote) => void showQuote(quote.id, 'library')}
          onKey={(event, quote) => {
            if (event.key === 'Delete' || event.key === 'Backspace') void deleteQuote(quote.id)
            if (event.key === 'F2' || event.key === 'e') {
              event.preventDefault()
              showDialog({ kind: 'quote', id: quote.id })
            }
          }}
          onMenu={(at, { id }) => {
            setActiveId(id)
            setMenu({ at, id })
          }}
          arrangement={`${sourceId} ${sought}`}
          selected={(quote) => quote.id === selected}
          draggable={(quote, data) => {
            const { start, end } = quote.target
            writePassage(data, { quoteId: quote.id, sourceId: quote.sourceId, start, end })
          }}
        >
          {(quote) => <QuoteRow quote={quote} />}
        </VirtualList>
      )}
      {rows[active] && <QuoteActions quote={rows[active]} />}
      {menu && <SubjectMenu subject="quote" label="Quote" menu={menu} onClose={() => setMenu(null)} />}
    </>
  )
}

/** How many of all quotes show, while not all do, and the source that they are of. */
function Narrowed({ shown, total }: { shown: number; total: number }) {
  const { words, sourceId } = useQuoteFilter()
  const source = useCase((state) => sourceRow(state.sources, sourceId))
  if (words.trim() === '' && sourceId === null) return null
  return (
    <div className="chips">
      <span role="status" className="list-count">
        {shown.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')}
      </span>
      {source && (
        <Button
          className="facet-chip"
          aria-label={`Of ${source.key}: don’t narrow to it`}
          onPress={() => useQuoteFilter.setState({ sourceId: null })}
        >
          <span>
            Of {source.key}, {source.title}
          </span>{' '}
          <Icon name="close" />
        </Button>
      )}
    </div>
  )
}

/** What can be done with the quote that the list is at. It stands under the list, as an item of a list may hold no buttons. */
function QuoteActions({ quote }: { quote: Quote }) {
  const readOnly = useCase((state) => state.readOnly)
  return (
    <div className="quote-actions" role="toolbar" aria-label={`Quote ${quote.key}`}>
      <span className="hint">{quote.key}</span>
      <Button
        className="small"
        isDisabled={readOnly}
        onPress={() => {
          if (!insertQuoteAt(quote)) showMessage('There is no brief to put the quote into. Make a new brief first.')
        }}
      >
        Insert into brief
      </Button>
      <Button className="small" isDisabled={readOnly} onPress={() => showDialog({ kind: 'quote', id: quote.id })}>
        Edit…
      </Button>
      <Button className="small" isDisabled={readOnly} onPress={() => void deleteQuote(quote.id)}>
        Delete
      </Button>
    </div>
  )
}

function QuoteRow({ quote }: { quote: Quote }) {
  const source = useCase((state) => sourceRow(state.sources, quote.sourceId))
  const locator = useLocators((state) => state.of.get(quote.id))
  const stored = useOriginals((state) => state.of.get(quote.sourceId))
  if (locator === undefined) void learnLocators(quote.sourceId)
  useEffect(() => learnOriginal(quote.sourceId), [quote.sourceId])
  return (
    <>
      <span className="row-quote" dir="auto">
        {quote.target.exact}
      </span>
      <span className="row-facts">
        {quote.speaker && (
          <b>
            <bdi>{quote.speaker}</bdi>,{' '}
          </b>
        )}
        <bdi>{source?.publisher ?? source?.title ?? 'Source not found'}</bdi>
        {locator !== undefined && `, ${locator}`} · {quote.key}
      </span>
      {stored && !isIntact(stored) && (
        <span className="row-flag">
          <StateChip state={standingOf('verbatim', stored)} />
        </span>
      )}
      {quote.note && <span className="row-flag">{quote.note}</span>}
    </>
  )
}
