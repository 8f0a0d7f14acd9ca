import { memo, useCallback, useLayoutEffect, useSyncExternalStore, type ReactNode } from 'react'
import { STANDING_NAMES, type Standing } from '../../../shared/brief/standing.ts'
import { segmentsOf } from '../../ui/segments.ts'
import { sameMarks, type MarkedQuote } from './marks.ts'
import type { Piece } from './slabs.ts'
import type { TextView } from './text-view.ts'

interface SlabProps {
  view: TextView
  index: number
  /** The quotes that reach into it, in the order of the text. */
  marked: readonly MarkedQuote[]
  /** The quote that is chosen, where it is one of these. */
  selected: string | null
  /** Number of the paragraph that is the source's headline; 0 for none. */
  headline: number
  /** What stands under the headline. */
  head: ReactNode
}

/** A slab of the text: what stands in it while it is near, else a gap of its height. */
export const SlabView = memo(
  function SlabView({ view, index, marked, selected, headline, head }: SlabProps) {
    const isDrawn = useSyncExternalStore(
      useCallback((listener) => view.subscribe(index, listener), [view, index]),
      // The height too, so that a gap follows what is learnt of how the text is set.
      () => (view.isDrawn(index) ? -1 : view.heightOf(index))
    )
    useLayoutEffect(() => view.drawn())
    return (
      <div
        className="slab"
        data-slab={index}
        ref={(element) => view.place(index, element)}
        style={isDrawn < 0 ? undefined : { height: isDrawn }}
      >
        {isDrawn < 0 &&
          view.slabs[index]!.pieces.map((piece) => (
            <PieceView
              key={piece.start}
              piece={piece}
              text={view.text.text}
              marked={marked}
              selected={selected}
              headline={piece.number === headline}
              head={piece.number === headline ? head : null}
            />
          ))}
      </div>
    )
  },
  (before, after) =>
    before.view === after.view &&
    before.index === after.index &&
    before.selected === after.selected &&
    before.headline === after.headline &&
    before.head === after.head &&
    sameMarks(before.marked, after.marked)
)

interface PieceProps {
  piece: Piece
  text: string
  marked: readonly MarkedQuote[]
  selected: string | null
  headline: boolean
  head: ReactNode
}

function PieceView({ piece, text, marked, selected, headline, head }: PieceProps) {
  const { block, number, start, end } = piece
  const content = <Words text={text} start={start} end={end} marked={marked} selected={selected} />
  const goesOn = `${start > block.start ? ' goes-on' : ''}${end < block.end ? ' unfinished' : ''}`
  const common = {
    'data-start': start,
    'data-n': start > block.start ? undefined : number,
    className: `block ${block.type}${goesOn}`
  }
  if (headline) {
    return (
      <>
        <h1 {...{ ...common, className: 'block headline' }}>{content}</h1>
        {head}
      </>
    )
  }
  if (block.type === 'heading') {
    const Level = `h${Math.min(6, (block.level ?? 2) + 1)}` as 'h2'
    return <Level {...common}>{content}</Level>
  }
  if (block.type === 'quote') return <blockquote {...common}>{content}</blockquote>
  return <p {...common}>{content}</p>
}

/** Makes the beginning of a quote a stop of the keyboard; what goes on from another one is none. */
function stopOf(begun: readonly MarkedQuote[]): object {
  const [first] = begun
  if (!first) return {}
  return {
    tabIndex: 0,
    role: 'button',
    'data-quote': first.id,
    'aria-haspopup': 'dialog',
    'aria-description': `Quote ${begun.map(({ key }) => key).join(', ')}`
  }
}

/** What a mark says of a quote that doesn't simply stand there. */
const MARK_WORDS: Record<Standing, string> = {
  ...STANDING_NAMES,
  altered: 'the text was changed; these aren’t the quote’s words'
}

interface WordsProps {
  text: string
  start: number
  end: number
  marked: readonly MarkedQuote[]
  selected: string | null
}

/** Words of the text with the quotes in them marked. */
function Words({ text, start, end, marked, selected }: WordsProps) {
  return segmentsOf(start, end, marked).map((segment) => {
    const words = text.slice(segment.start, segment.end)
    if (segment.quotes.length === 0) return words
    const chosen = selected !== null && segment.quotes.includes(selected)
    const doubtful = marked.filter(({ id, standing }) => segment.quotes.includes(id) && standing !== 'verbatim')
    const begun = marked.filter((quote) => quote.start === segment.start)
    const looks = [segment.quotes.length > 1 && 'several', chosen && 'chosen', doubtful.length > 0 && 'doubtful']
    return (
      <mark
        key={segment.start}
        data-quotes={segment.quotes.join(' ')}
        {...stopOf(begun)}
        className={looks.filter(Boolean).join(' ')}
        title={doubtful.map(({ key, standing }) => `${key}: ${MARK_WORDS[standing]}`).join('\n') || undefined}
      >
        {words}
      </mark>
    )
  })
}
