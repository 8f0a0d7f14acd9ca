import { memo, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import type { Stored } from '../../shared/brief/check.ts'
import type { Mark } from '../../shared/case/records/mark.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import type { SourceText } from '../../shared/source/source.ts'
import { marksOf, type MarkedQuote } from './text/marks.ts'
import type { Part } from './text/parts.ts'
import { SlabView } from './text/slab-view.tsx'
import type { TextView } from './text/text-view.ts'

/**
 * The text of a source: its blocks as plain text, numbered, with the saved quotes marked. `children` says what is known of the
 * source and stands under the headline when the text has it, else above the text.
 */
export const Article = memo(function Article({ children, quotes, marks, stored, ...props }: ArticleProps) {
  const { view, headline, selected } = props
  const perSlab = useMemo(
    () => marksOf(view.slabs, view.text.text, quotes, marks, stored),
    [view, quotes, marks, stored]
  )
  const parts = useSyncExternalStore(view.subscribe, view.parts)
  return (
    <>
      {headline === 0 && children}
      {parts.map((part) => {
        const { from, isDrawn } = part
        if (!isDrawn) return <Gap key={`gap ${from}`} view={view} part={part} height={view.heightOf(part)} />
        const marked = perSlab.get(from) ?? NONE
        const holdsHeadline = headline > 0 && view.slabs[from]!.pieces.some(({ number }) => number === headline)
        return (
          <SlabView
            key={from}
            view={view}
            index={from}
            marked={marked}
            selected={selected !== null && marked.some((quote) => quote.id === selected) ? selected : null}
            headline={holdsHeadline ? headline : 0}
            head={holdsHeadline ? children : null}
          />
        )
      })}
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

/** Holds the place of slabs that are far out of sight. */
function Gap({ view, part, height }: { view: TextView; part: Part; height: number }) {
  return <div className="slab" style={{ height }} ref={(element) => view.place(part, element)} />
}

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
