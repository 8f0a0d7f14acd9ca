import type { AlignType, Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Alignment } from '../brief.ts'

/** Parses CommonMark with GitHub's tables and footnotes. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()]
  })
}

/** Writes what `parseMarkdown` reads. */
export function formatMarkdown(tree: Nodes): string {
  return toMarkdown(tree, {
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmFootnoteToMarkdown()],
    bullet: '-',
    emphasis: '*',
    strong: '*',
    rule: '-',
    resourceLink: true
  })
}

const WRITTEN = { start: 'left', end: 'right', center: 'center' } as const
const READ = { left: 'start', right: 'end', center: 'center' } as const

/** How a column's alignment is written: Markdown knows left and right only. */
export function writtenAlign(align: Alignment | null): AlignType {
  return align && WRITTEN[align]
}

export function restoreAlign(align: AlignType): Alignment | null {
  return align && READ[align]
}
