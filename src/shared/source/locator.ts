import { paragraphAt, type Block } from './source.ts'

/**
 * The locator of a range `[start, end)` of a text, as it is shown and printed: `¶ 3`, over several paragraphs `¶ 3–5`. Where the text has pages,
 * `p. 200, ¶ 3`, `p. 200, ¶ 3–5` or `p. 200, ¶ 9 – p. 201, ¶ 2`: paragraphs are then counted from the top of their page, headings too, and one
 * that goes on from the page before belongs to that one. Pages are told as the original labels them (`p. xii, ¶ 3`), else by their number, from 1. Null when there
 * is no block at the range.
 */
export function locatorOf(blocks: readonly Block[], { start, end }: { start: number; end: number }): string | null {
  const first = paragraphAt(blocks, start)
  if (first === 0) return null
  const last = Math.max(first, paragraphAt(blocks, Math.max(start, end - 1)))
  const [from, to] = [onPage(blocks, first), onPage(blocks, last)]
  if (!from || !to) return `¶ ${numbers(first, last)}`
  const name = pageNameOf(blocks[first - 1]!)
  if (from.page === to.page) return `p. ${name}, ¶ ${numbers(from.paragraph, to.paragraph)}`
  return `p. ${name}, ¶ ${from.paragraph} – p. ${pageNameOf(blocks[last - 1]!)}, ¶ ${to.paragraph}`
}

/** What the page of a block is called: as the original labels it, else its number; null where the text has no pages. */
export function pageNameOf({ page, pageLabel }: Pick<Block, 'page' | 'pageLabel'>): string | null {
  return page === undefined ? null : (pageLabel ?? String(page))
}

function numbers(first: number, last: number): string {
  return first === last ? String(first) : `${first}–${last}`
}

/**
 * Where each paragraph of a text stands, in the order of its blocks: what its page is called, and its number there; without pages the number is that in the
 * text.
 */
export function paragraphPlaces(blocks: readonly Block[]): { page: string | null; paragraph: number }[] {
  let last: { number: number | null; paragraph: number } = { number: null, paragraph: 0 }
  return blocks.map((block, index) => {
    const { page: number = null } = block
    const paragraph = number === null ? index + 1 : number === last.number ? last.paragraph + 1 : 1
    last = { number, paragraph }
    return { page: pageNameOf(block), paragraph }
  })
}

/** A paragraph by its page and its number there; null where the text has no pages. */
function onPage(blocks: readonly Block[], number: number): { page: number; paragraph: number } | null {
  const page = blocks[number - 1]!.page
  if (page === undefined) return null
  let paragraph = 1
  while (blocks[number - 1 - paragraph]?.page === page) paragraph += 1
  return { page, paragraph }
}
