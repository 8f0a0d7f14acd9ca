import { correspond, type Correspondence } from '../../../shared/quote/correspond.ts'
import type { Block, SourceText } from '../../../shared/source/source.ts'
import type { PlacedText } from './drawing/messages.ts'

/** The text of a page as its file orders it, and where in it each placed stretch begins. */
export interface PageText {
  text: string
  starts: number[]
}

/** Joins what is placed on a page: a line feed where a line ends. */
export function pageTextOf(items: readonly PlacedText[]): PageText {
  let text = ''
  const starts: number[] = []
  for (const { text: words, endsLine } of items) {
    starts.push(text.length)
    text += words + (endsLine ? '\n' : '')
  }
  return { text, starts }
}

/** Characters of the source's text on either side of a page's blocks in which its words are looked for too: a paragraph goes on from page to page. */
const BEYOND = 4_000

/** The range of a source's text in which the words of a page may stand; null for a page without any block. */
export function rangeOfPage({ text, blocks }: SourceText, page: number): { start: number; end: number } | null {
  const own = blocks.filter((block) => block.page === page)
  const before = blocks.findLast((block) => block.page !== undefined && block.page < page)
  const first = own[0] ?? before
  const last = own.at(-1) ?? before
  if (!first || !last) return null
  // The paragraph before may go on here, and notes and tables stand where reading puts them.
  return {
    start: Math.max(0, Math.min(before?.start ?? first.start, first.start) - BEYOND),
    end: Math.min(text.length, last.end + BEYOND)
  }
}

/** Finds what is selected on a page in the source's text. Ranges of the text are in its own offsets. */
export function toSource(
  page: PageText,
  selected: { start: number; end: number },
  source: SourceText,
  number: number
): Correspondence {
  const within = rangeOfPage(source, number)
  if (!within) return { found: 'nowhere' }
  const found = correspond(
    { text: page.text, ...selected },
    { text: source.text.slice(within.start, within.end), start: 0, end: within.end - within.start }
  )
  return found.found === 'once'
    ? { found: 'once', start: found.start + within.start, end: found.end + within.start }
    : found
}

/** Finds a range of the source's text on a page. */
export function toPage(range: { start: number; end: number }, source: SourceText, page: PageText): Correspondence {
  const from = Math.max(0, range.start - BEYOND)
  const text = source.text.slice(from, range.end + BEYOND)
  return correspond(
    { text, start: range.start - from, end: range.end - from },
    { text: page.text, start: 0, end: page.text.length }
  )
}

/** The pages on which a range of a text may stand, the likeliest first: that of its block, the next where the block may go on there. */
export function pagesOf(blocks: readonly Block[], { start, end }: { start: number; end: number }): number[] {
  const touched = blocks.filter((block) => block.start < end && block.end > start)
  const pages = touched.flatMap(({ page }) => (page === undefined ? [] : [page]))
  const [first] = pages
  if (first === undefined) return []
  const next = blocks.find((block) => block.start >= end && block.page !== undefined && block.page > first)?.page
  return [
    ...new Set([
      ...pages,
      ...(next === undefined ? [first + 1] : Array.from({ length: next - first }, (_, i) => first + 1 + i))
    ])
  ]
}
