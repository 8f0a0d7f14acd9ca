import { memo, useLayoutEffect, type ReactNode } from 'react'
import { directionOf, type Direction } from '../../../shared/source/direction.ts'
import { cellsOf } from '../../../shared/source/cells.ts'
import { STANDING_NAMES, type Standing } from '../../../shared/brief/standing.ts'
import { segmentsOf } from '../../ui/segments.ts'
import { groupsOf, hasOwnMark, type PieceGroup } from './groups.ts'
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

/** A slab of the text that is drawn. */
export const SlabView = memo(
  function SlabView({ view, index, marked, selected, headline, head }: SlabProps) {
    useLayoutEffect(() => view.drawn())
    return (
      <div className="slab" data-slab={index} ref={(element) => view.place({ from: index, isDrawn: true }, element)}>
        {groupsOf(view.text.text, view.slabs[index]!.pieces).map((group) => (
          <GroupView
            key={group.pieces[0]!.start}
            group={group}
            view={view}
            marked={marked}
            selected={selected}
            headline={headline}
            head={head}
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

interface GroupProps extends Omit<SlabProps, 'index'> {
  group: PieceGroup
}

function GroupView({ group: { kind, pieces }, ...props }: GroupProps) {
  if (kind === 'table') return <TableView pieces={pieces} {...props} />
  const views = pieces.map((piece) => <PieceView key={piece.start} piece={piece} {...props} />)
  if (kind === 'list') return <ul>{views}</ul>
  if (kind === 'numbered') return <ol>{views}</ol>
  return views
}

/** The attributes of an element that holds words of the text; how they run is said where it isn't as all of the text. */
function leaf(view: TextView, start: number, end: number): { 'data-start': number; dir: Direction | undefined } {
  const direction = directionOf(view.text.text.slice(start, end), view.direction)
  return { 'data-start': start, dir: direction === view.direction ? undefined : direction }
}

/** The number that stands beside a paragraph, as locators count it; beside the first of a page that page's, too. */
function numbered(view: TextView, number: number): { 'data-n': number; 'data-page'?: string } {
  const { page, paragraph } = view.places[number - 1]!
  return { 'data-n': paragraph, ...(page !== null && paragraph === 1 ? { 'data-page': page } : {}) }
}

function PieceView({ piece, view, marked, selected, headline, head }: Omit<GroupProps, 'group'> & { piece: Piece }) {
  const { block, number, start, end } = piece
  const content = <Words text={view.text.text} start={start} end={end} marked={marked} selected={selected} />
  const goesOn = start > block.start
  const looks = ['block', block.type, end < block.end && 'unfinished']
  if (block.type === 'listItem' && (goesOn || hasOwnMark(view.text.text, piece))) looks.push('own-mark')
  const common = {
    ...leaf(view, start, end),
    ...(goesOn ? {} : numbered(view, number)),
    className: looks.filter(Boolean).join(' ')
  }
  if (number === headline && !goesOn) {
    return (
      <>
        <h1 {...{ ...common, className: 'block headline' }}>{content}</h1>
        {head}
      </>
    )
  }
  if (block.type === 'heading' && !goesOn) {
    const Level = `h${Math.min(6, (block.level ?? 2) + 1)}` as 'h2'
    return <Level {...common}>{content}</Level>
  }
  if (block.type === 'quote') return <blockquote {...common}>{content}</blockquote>
  if (block.type === 'listItem') return <li {...common}>{content}</li>
  return <p {...common}>{content}</p>
}

/** Rows of a table; its cells are ranges of the text, and what parts them there isn't drawn. */
function TableView({ pieces, view, marked, selected }: Omit<GroupProps, 'group'> & { pieces: Piece[] }) {
  const { text } = view.text
  const rows = pieces.map((piece) => ({ piece, cells: cellsOf(text, piece.start, piece.end) }))
  const columns = Math.max(...rows.map(({ cells }) => cells.length))
  return (
    <table className="block-table">
      <tbody>
        {rows.map(({ piece, cells }) => (
          <tr key={piece.start}>
            {cells.map(({ start, end }, column) => (
              <td
                key={start}
                {...leaf(view, start, end)}
                className={column === 0 ? 'block' : undefined}
                {...(column === 0 && piece.start === piece.block.start ? numbered(view, piece.number) : {})}
                colSpan={column === cells.length - 1 ? columns - column : undefined}
              >
                <Words text={text} start={start} end={end} marked={marked} selected={selected} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
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
    'aria-description': begun.map(({ name }) => name).join(', ')
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
    const coloured = marked.find(({ id, colour }) => colour !== null && segment.quotes.includes(id))
    const isQuoted = marked.some(({ id, colour }) => colour === null && segment.quotes.includes(id))
    const looks = [
      segment.quotes.length > 1 && 'several',
      chosen && 'chosen',
      doubtful.length > 0 && 'doubtful',
      coloured && `coloured ${coloured.colour}`,
      isQuoted && 'quoted'
    ]
    return (
      <mark
        key={segment.start}
        data-quotes={segment.quotes.join(' ')}
        {...stopOf(begun)}
        className={looks.filter(Boolean).join(' ')}
        title={doubtful.map(({ name, standing }) => `${name}: ${MARK_WORDS[standing]}`).join('\n') || undefined}
      >
        {words}
      </mark>
    )
  })
}
