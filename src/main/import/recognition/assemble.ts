import type { Doubt } from '../../../shared/source/recognition.ts'
import type { SourceText } from '../../../shared/source/source.ts'
import { layOut, withPageLabels, type Piece } from '../extracted/blocks.ts'
import type { RecognisedPage } from './recognised-page.ts'

/**
 * The text of a source with what was recognised on its pages put between what its other pages have as text. `pages` is by number, from 1. A picture has one page, whose
 * paragraphs have none.
 */
export function withRecognised(
  kept: Pick<SourceText, 'text' | 'blocks'>,
  pages: ReadonlyMap<number, RecognisedPage>,
  { hasPages }: { hasPages: boolean }
): Required<Pick<SourceText, 'text' | 'blocks' | 'doubts'>> {
  const own = kept.blocks.map((block) => ({
    page: block.page ?? 1,
    piece: { ...block, text: kept.text.slice(block.start, block.end) } satisfies Piece,
    doubts: [] as readonly Doubt[]
  }))
  const recognised = [...pages].flatMap(([page, { paragraphs }]) =>
    paragraphs.map(({ type, text, doubts }) => ({
      page,
      piece: { type, text, ...(hasPages ? { page } : {}) } satisfies Piece,
      doubts
    }))
  )
  const all = [...own, ...recognised].sort((a, b) => a.page - b.page)
  const laid = layOut(all.map(({ piece }) => piece))
  const labels = new Map(kept.blocks.map(({ page, pageLabel }) => [page, pageLabel ?? null]))
  for (const [page, { label }] of pages) labels.set(page, label)
  const blocks = withPageLabels(laid.blocks, (page) => labels.get(page) ?? null)
  const shown = all.filter(({ piece }) => /[^\s\u200B\u00AD]/u.test(piece.text))
  return {
    text: laid.text,
    blocks,
    doubts: blocks.flatMap(({ start }, i) =>
      shown[i]!.doubts.map((doubt) => ({ start: doubt.start + start, end: doubt.end + start }))
    )
  }
}
