import { Fragment, memo, useMemo, type ReactNode } from 'react'
import type { Stored } from '../../shared/brief/check.ts'
import { STANDING_NAMES, standingOf, type Standing } from '../../shared/brief/standing.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import type { Block, SourceText } from '../../shared/source/source.ts'
import { segmentsOf, type Marked } from '../ui/segments.ts'

/**
 * The text of a source: its blocks as plain text, numbered, with the saved quotes marked. `children` says what is known of the
 * source and stands under the headline when the text has it, else above the text.
 */
export const Article = memo(function Article(props: {
  text: SourceText
  quotes: Quote[]
  selected: string | null
  headline: number
  /** Whether the source is still what was imported; the quotes' marks tell when it isn't. */
  stored: Stored
  children: ReactNode
}) {
  const { text, quotes, selected, headline, stored } = props
  const perBlock = useMemo(() => distribute(text, quotes, stored), [text, quotes, stored])
  const chunks = useMemo(() => {
    const starts = Array.from({ length: Math.ceil(text.blocks.length / CHUNK) }, (_, index) => index * CHUNK)
    return starts.map((from) => text.blocks.slice(from, from + CHUNK))
  }, [text])
  return (
    <>
      {headline < 0 && props.children}
      {chunks.map((blocks, chunk) => (
        <div className="chunk" key={chunk}>
          {blocks.map((block, place) => {
            const index = chunk * CHUNK + place
            const marked = perBlock.get(index) ?? NONE
            return (
              <Fragment key={block.start}>
                <BlockView
                  block={block}
                  number={index + 1}
                  text={text.text}
                  marked={marked}
                  selected={selected !== null && marked.some((quote) => quote.id === selected) ? selected : null}
                  headline={index === headline}
                />
                {index === headline && props.children}
              </Fragment>
            )
          })}
        </div>
      ))}
    </>
  )
})

/** Blocks that are skipped together while they are out of sight. Each chunk is watched, so there must not be thousands. */
const CHUNK = 40

/** How far down a text's own headline is looked for: a line with date and publisher may stand above it. */
const HEADLINE_WITHIN = 3

/** The index of the block that is the source's headline; -1 when the text doesn't hold it. */
export function headlineOf({ text, blocks }: SourceText, title: string): number {
  const same = title.replace(/\s+/g, ' ').trim()
  return blocks
    .slice(0, HEADLINE_WITHIN)
    .findIndex(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim() === same)
}

/** A saved quote's range with how it stands. */
interface MarkedQuote extends Marked {
  key: string
  standing: Standing
}

const NONE: readonly MarkedQuote[] = []

/** Which quotes reach into which block. */
function distribute(
  { blocks, text }: SourceText,
  quotes: readonly Quote[],
  stored: Stored
): Map<number, MarkedQuote[]> {
  const perBlock = new Map<number, MarkedQuote[]>()
  for (const { id, key, target } of quotes) {
    // In a text that was changed other words may stand there now.
    const words = text.slice(target.start, target.end) === target.exact ? 'verbatim' : 'altered'
    const standing = standingOf(words, stored)
    let low = 0
    let high = blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (blocks[middle]!.end <= target.start) low = middle + 1
      else high = middle
    }
    for (let index = low; index < blocks.length && blocks[index]!.start < target.end; index++) {
      const marked = perBlock.get(index) ?? []
      marked.push({ id, key, standing, start: target.start, end: target.end })
      perBlock.set(index, marked)
    }
  }
  return perBlock
}

/** What a mark says of a quote that doesn't simply stand there. */
const MARK_WORDS: Record<Standing, string> = {
  ...STANDING_NAMES,
  altered: 'the text was changed; these aren’t the quote’s words'
}

interface BlockProps {
  block: Block
  number: number
  text: string
  marked: readonly MarkedQuote[]
  selected: string | null
  headline: boolean
}

const BlockView = memo(
  function BlockView({ block, number, text, marked, selected, headline }: BlockProps) {
    const segments = segmentsOf(block.start, block.end, marked)
    const content = segments.map((segment) => {
      const words = text.slice(segment.start, segment.end)
      if (segment.quotes.length === 0) return words
      const chosen = selected !== null && segment.quotes.includes(selected)
      const doubtful = marked.filter(({ id, standing }) => segment.quotes.includes(id) && standing !== 'verbatim')
      const looks = [segment.quotes.length > 1 && 'several', chosen && 'chosen', doubtful.length > 0 && 'doubtful']
      return (
        <mark
          key={segment.start}
          data-quotes={segment.quotes.join(' ')}
          className={looks.filter(Boolean).join(' ')}
          title={doubtful.map(({ key, standing }) => `${key}: ${MARK_WORDS[standing]}`).join('\n') || undefined}
        >
          {words}
        </mark>
      )
    })
    const common = { 'data-start': block.start, 'data-n': number, className: `block ${block.type}` }
    if (headline) return <h1 {...{ ...common, className: 'block headline' }}>{content}</h1>
    if (block.type === 'heading') {
      const Level = `h${Math.min(6, (block.level ?? 2) + 1)}` as 'h2'
      return <Level {...common}>{content}</Level>
    }
    if (block.type === 'quote') return <blockquote {...common}>{content}</blockquote>
    return <p {...common}>{content}</p>
  },
  (before, after) =>
    before.block === after.block &&
    before.text === after.text &&
    before.selected === after.selected &&
    before.headline === after.headline &&
    before.marked.length === after.marked.length &&
    before.marked.every((quote, index) => {
      const other = after.marked[index]!
      return (
        quote.id === other.id &&
        quote.standing === other.standing &&
        quote.start === other.start &&
        quote.end === other.end
      )
    })
)
