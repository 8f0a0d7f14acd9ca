import { useEffect, useState } from 'react'
import { Dialog } from 'react-aria-components'
import { isIntact, standingOf } from '../../shared/brief/standing.ts'
import type { Stored } from '../../shared/brief/check.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import { flushBrief, openBrief, useBrief } from '../state/brief/brief.ts'
import { insertQuoteAt, revealNode } from '../state/brief/editor.ts'
import { useCase } from '../state/case/case.ts'
import { deleteQuote } from '../state/sources/quotes.ts'
import { ask } from '../state/window/bridge.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { showMessage } from '../state/window/toasts.ts'
import { Button } from '../ui/button.tsx'
import { count } from '../ui/format.ts'
import { Popover } from '../ui/popover.tsx'
import { StateChip } from '../ui/state-chip.tsx'
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
  const quotes = ids.flatMap((id) => all.get(id) ?? [])
  useEffect(() => {
    if (quotes.length === 0) onClose()
  }, [quotes.length, onClose])
  if (quotes.length === 0) return null
  const name = quotes.length === 1 ? `Quote ${quotes[0]!.key}` : count(quotes.length, 'quote')
  return (
    <Popover triggerRef={{ current: mark }} isOpen onOpenChange={onClose} placement="bottom start" offset={6}>
      <Dialog className="quote-card" aria-label={name}>
        {quotes.map((quote) => (
          <OneQuote key={quote.id} quote={quote} stored={stored} text={text} onClose={onClose} />
        ))}
      </Dialog>
    </Popover>
  )
}

function OneQuote({ quote, stored, text, onClose }: Pick<CardProps, 'stored' | 'text' | 'onClose'> & { quote: Quote }) {
  const readOnly = useCase((state) => state.readOnly)
  const { key, speaker, note, tags, target } = quote
  const words = text.slice(target.start, target.end) === target.exact ? 'verbatim' : 'altered'
  const then = (work: () => void) => () => {
    onClose()
    work()
  }
  return (
    <section aria-label={`Quote ${key}`}>
      <header>
        <b>{key}</b> <StateChip state={isIntact(stored) ? words : standingOf(words, stored)} />
      </header>
      <dl>
        <dt>Speaker</dt>
        <dd dir="auto">{speaker ?? <span className="unset">Not named</span>}</dd>
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
        <Button className="small" isDisabled={readOnly} onPress={then(() => void deleteQuote(quote.id))}>
          Delete
        </Button>
      </div>
    </section>
  )
}

/** A brief that uses a quote, and the blocks of it that do. */
interface Use {
  briefId: string
  title: string
  blocks: string[]
}

function Uses({ quoteId, onClose }: { quoteId: string; onClose: () => void }) {
  const uses = useUses(quoteId)
  if (uses === null) return <span className="unset">Looking…</span>
  if (uses.length === 0) return <span className="unset">No brief yet</span>
  return (
    <ul>
      {uses.map(({ briefId, title, blocks }) => (
        <li key={briefId} dir="auto">
          <Button
            className="small link"
            onPress={() => {
              onClose()
              void openBrief(briefId).then((isOpen) => {
                if (isOpen && blocks[0] !== undefined) revealNode(blocks[0])
              })
            }}
          >
            {title}
            {blocks.length > 1 && `, ${blocks.length} times`}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Where a quote is used, by the briefs as they are on the disk; null while they are being read. */
function useUses(quoteId: string): Use[] | null {
  const briefs = useCase((state) => state.briefs)
  const [uses, setUses] = useState<Use[] | null>(null)
  useEffect(() => {
    let wanted = true
    const find = async (): Promise<void> => {
      if (useBrief.getState().phase === 'shown') await flushBrief()
      const found: Use[] = []
      const places = await ask('brief.places', { sources: [], quotes: [quoteId] })
      if (!wanted || !places) return
      for (const { briefId, brief: title, nodeId } of places) {
        const use = found.find((each) => each.briefId === briefId)
        if (use) use.blocks.push(nodeId)
        else found.push({ briefId, title, blocks: [nodeId] })
      }
      setUses(found)
    }
    void find()
    return () => {
      wanted = false
    }
  }, [briefs, quoteId])
  return uses
}
