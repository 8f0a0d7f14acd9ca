import type { Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Block } from '../../../../shared/composition/block.ts'
import { withoutPages } from '../../../../shared/composition/unpaged.ts'
import { inOneGo } from '../../format.ts'
import { Blocks } from './blocks.ts'

/**
 * A brief to be read as Markdown: CommonMark 0.31 with GitHub's tables and footnotes, places that links lead to as empty
 * `a` elements. It's the printed brief, not the one to be edited and imported again (`writeBriefMarkdown`).
 */
export const make = inOneGo(({ document }) => markdownDocument(withoutPages(document.blocks)))

/** Blocks as such a file. */
export function markdownDocument(blocks: readonly Block[]): string {
  const writer = new Blocks()
  const children = writer.blocks(blocks)
  const root: Root = { type: 'root', children: [...children, ...writer.notes()] }
  return toMarkdown(root, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    emphasis: '*',
    strong: '*',
    rule: '-',
    resourceLink: true
  })
}
