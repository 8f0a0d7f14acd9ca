import { paragraphAt, type Block } from './source.ts'

/**
 * The locator of a range `[start, end)` of a text, as it is shown and printed: `¶ 3`, over several paragraphs `¶ 3–5`. Where the text has pages,
 * `p. 200, ¶ 3`, `p. 200, ¶ 3–5` or `p. 200, ¶ 9 – p. 201, ¶ 2`: paragraphs are then counted from the top of their page, headings too, and one
 * that goes on from the page before belongs to that one. Pages are physical ones, from 1. Null when there is no block at the range.
 */
export function locatorOf(blocks: readonly Block[], { start, end }: { start: number; end: number }): string | null {
  const first = paragraphAt(blocks, start)
  if (first === 0) return null
  const last = Math.max(first, paragraphAt(blocks, Math.max(start, end - 1)))
  const [from, to] = [onPage(blocks, first), onPage(blocks, last)]
  if (!from || !to) return `¶ ${numbers(first, last)}`
  if (from.page === to.page) return `p. ${from.page}, ¶ ${numbers(from.paragraph, to.paragraph)}`
  return `p. ${from.page}, ¶ ${from.paragraph} – p. ${to.page}, ¶ ${to.paragraph}`
}

function numbers(first: number, last: number): string {
  return first === last ? String(first) : `${first}–${last}`
}

/** Where each paragraph of a text stands, in the order of its blocks: its page, and its number there; without pages the number is that in the text. */
export function paragraphPlaces(blocks: readonly Block[]): { page: number | null; paragraph: number }[] {
  let last: { page: number | null; paragraph: number } = { page: null, paragraph: 0 }
  return blocks.map(({ page = null }, index) => {
    const paragraph = page === null ? index + 1 : page === last.page ? last.paragraph + 1 : 1
    last = { page, paragraph }
    return last
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
