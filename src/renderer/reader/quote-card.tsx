import { useEffect } from 'react'
import { Dialog } from 'react-aria-components'
import { standingOf } from '../../shared/brief/standing.ts'
import type { Stored } from '../../shared/brief/check.ts'
import { gradingWords } from '../../shared/source/grading.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import { insertQuoteAt } from '../state/brief/editor.ts'
import { goToUse, useUsesOf } from '../state/brief/uses.ts'
import { useCase } from '../state/case/case.ts'
import { useMarks } from '../state/sources/marks.ts'
import { deleteQuote } from '../state/sources/quotes.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { showMessage } from '../state/window/toasts.ts'
import { Button } from '../ui/button.tsx'
import { count, shorten } from '../ui/format.ts'
import { Popover } from '../ui/popover.tsx'
import { StateChip } from '../ui/state-chip.tsx'
import { OneMark } from './mark-card.tsx'
import './quote-card.css'

interface CardProps {
  /** The quotes that the mark stands for. */
  ids: readonly string[]
  /** The mark. */
  mark: HTMLElement
  stored: Stored
  text: string
  onClose: () => void
}

/** What is known of the quotes at a mark of the text, and what can be done with them. */
export function QuoteCard({ ids, mark, stored, text, onClose }: CardProps) {
  const all = useCase((state) => state.quotes)
  const allMarks = useMarks((state) => state.marks)
  const quotes = ids.flatMap((id) => all.get(id) ?? [])
  const marks = allMarks.filter(({ id }) => ids.includes(id))
  const total = quotes.length + marks.length
  useEffect(() => {
    if (total === 0) onClose()
  }, [total, onClose])
  if (total === 0) return null
  const name = [
    ...(quotes.length === 1 ? [`Quote ${quotes[0]!.key}`] : quotes.length > 0 ? [count(quotes.length, 'quote')] : []),
    ...(marks.length === 1 ? ['Mark'] : marks.length > 0 ? [count(marks.length, 'mark')] : [])
  ].join(', ')
  return (
    <Popover triggerRef={{ current: mark }} isOpen onOpenChange={onClose} placement="bottom start" offset={6}>
      <Dialog className="quote-card" aria-label={name}>
        {quotes.map((quote) => (
          <OneQuote key={quote.id} quote={quote} stored={stored} text={text} onClose={onClose} />
        ))}
        {marks.map((mark) => (
          <OneMark key={mark.id} mark={mark} onClose={onClose} />
        ))}
      </Dialog>
    </Popover>
  )
}

function OneQuote({ quote, stored, text, onClose }: Pick<CardProps, 'stored' | 'text' | 'onClose'> & { quote: Quote }) {
  const readOnly = useCase((state) => state.readOnly)
  const { key, speaker, note, tags, target, grading } = quote
  const words = text.slice(target.start, target.end) === target.exact ? 'verbatim' : 'altered'
  const then = (work: () => void) => () => {
    onClose()
    work()
  }
  return (
    <section aria-label={`Quote ${key}`}>
      <header>
        <b>{key}</b> <StateChip state={standingOf(words, stored)} />
      </header>
      <dl>
        <dt>Speaker</dt>
        <dd dir="auto">{speaker ?? <span className="unset">Not named</span>}</dd>
        {grading != null && (
          <>
            <dt>Grade</dt>
            <dd>{gradingWords(grading)}</dd>
          </>
        )}
        {note !== '' && (
          <>
            <dt>Note</dt>
            <dd dir="auto">{note}</dd>
          </>
        )}
        {tags.length > 0 && (
          <>
            <dt>Tags</dt>
            <dd dir="auto">{tags.join(', ')}</dd>
          </>
        )}
        <dt>Used in</dt>
        <dd>
          <Uses quoteId={quote.id} onClose={onClose} />
        </dd>
      </dl>
      <div className="row">
        <Button
          className="small"
          look="outline"
          isDisabled={readOnly}
          onPress={then(() => {
            if (!insertQuoteAt(quote)) showMessage('There is no brief to put the quote into. Make a new brief first.')
          })}
        >
          Insert into brief
        </Button>
        <Button
          className="small"
          look="outline"
          isDisabled={readOnly}
          onPress={then(() => showDialog({ kind: 'quote', id: quote.id }))}
        >
          Edit…
        </Button>
        <Button
          className="small"
          look="outline"
          isDisabled={readOnly}
          onPress={then(() => showDialog({ kind: 'tags', subject: { of: 'quote', id: quote.id } }))}
        >
          Tags…
        </Button>
        <Button
          className="small"
          look="outline"
          isDisabled={readOnly}
          onPress={then(() => showDialog({ kind: 'grade', subject: { of: 'quote', id: quote.id } }))}
        >
          Grade…
        </Button>
        <Button className="small" isDisabled={readOnly} onPress={then(() => void deleteQuote(quote.id))}>
          Delete
        </Button>
      </div>
    </section>
  )
}

/** Each statement, block or figure of a brief that uses the quote; a click leads there. */
function Uses({ quoteId, onClose }: { quoteId: string; onClose: () => void }) {
  const uses = useUsesOf(quoteId)
  if (uses === null) return <span className="unset">Looking…</span>
  if (uses.length === 0) return <span className="unset">No brief yet</span>
  return (
    <ul>
      {uses.map((place) => (
        <li key={`${place.briefId} ${place.nodeId}`} dir="auto">
          <Button
            className="small link"
            onPress={() => {
              onClose()
              void goToUse(place)
            }}
          >
            {[place.brief || 'Untitled brief', place.section].filter(Boolean).join(', ')}
            <span className="use-words">{shorten(place.excerpt, 70)}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
