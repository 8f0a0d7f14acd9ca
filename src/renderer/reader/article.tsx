import { memo, useMemo, type ReactNode } from 'react'
import type { Stored } from '../../shared/brief/check.ts'
import type { Mark } from '../../shared/case/records/mark.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import type { SourceText } from '../../shared/source/source.ts'
import { marksOf, type MarkedQuote } from './text/marks.ts'
import { SlabView } from './text/slab-view.tsx'
import type { TextView } from './text/text-view.ts'

/**
 * The text of a source: its blocks as plain text, numbered, with the saved quotes marked. `children` says what is known of the
 * source and stands under the headline when the text has it, else above the text.
 */
export const Article = memo(function Article({ children, quotes, marks, stored, ...props }: ArticleProps) {
  const { view, headline } = props
  const perSlab = useMemo(
    () => marksOf(view.slabs, view.text.text, quotes, marks, stored),
    [view, quotes, marks, stored]
  )
  const groups = Array.from({ length: Math.ceil(view.slabs.length / GROUP) }, (_, group) => group * GROUP)
  return (
    <>
      {headline === 0 && children}
      {groups.map((from) => (
        <SlabGroup key={from} {...props} from={from} perSlab={perSlab} head={from === 0 ? children : null} />
      ))}
    </>
  )
})

interface ArticleProps {
  view: TextView
  quotes: Quote[]
  marks: readonly Mark[]
  selected: string | null
  /** Number of the paragraph that is the source's headline; 0 when the text doesn't hold it. */
  headline: number
  /** Whether the source is still what was imported; the quotes' marks tell when it isn't. */
  stored: Stored
  children: ReactNode
}

/** Slabs that stand in one component: React goes through all that stand in one when one of them comes or goes. */
const GROUP = 32

interface GroupProps extends Pick<ArticleProps, 'view' | 'selected' | 'headline'> {
  from: number
  perSlab: ReadonlyMap<number, MarkedQuote[]>
  head: ReactNode
}

const SlabGroup = memo(function SlabGroup({ view, selected, headline, from, perSlab, head }: GroupProps) {
  return view.slabs.slice(from, from + GROUP).map(({ index, pieces }) => {
    const marked = perSlab.get(index) ?? NONE
    const holdsHeadline = headline > 0 && pieces.some(({ number }) => number === headline)
    return (
      <SlabView
        key={index}
        view={view}
        index={index}
        marked={marked}
        selected={selected !== null && marked.some((quote) => quote.id === selected) ? selected : null}
        headline={holdsHeadline ? headline : 0}
        head={holdsHeadline ? head : null}
      />
    )
  })
})

const NONE: readonly MarkedQuote[] = []

/** How far down a text's own headline is looked for: a line with date and publisher may stand above it. */
const HEADLINE_WITHIN = 3

/** The number of the paragraph that is the source's headline; 0 when the text doesn't hold it. */
export function headlineOf({ text, blocks }: SourceText, title: string): number {
  const same = title.replace(/\s+/g, ' ').trim()
  // No longer than the title can be: the first block may be the whole text.
  const isTitle = ({ start, end }: { start: number; end: number }): boolean =>
    end - start <= 2 * title.length + 20 && text.slice(start, end).replace(/\s+/g, ' ').trim() === same
  return blocks.slice(0, HEADLINE_WITHIN).findIndex(isTitle) + 1
}
