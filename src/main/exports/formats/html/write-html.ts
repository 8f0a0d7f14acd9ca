import { createHash } from 'node:crypto'
import type { Block } from '../../../../shared/composition/block.ts'
import { UNTITLED } from '../../../../shared/composition/front.ts'
import type { ExportInput } from '../../../../shared/composition/input.ts'
import { withoutPages } from '../../../../shared/composition/unpaged.ts'
import { directionOfLanguage } from '../../../../shared/source/direction.ts'
import { inOneGo } from '../../format.ts'
import { escaped, printable } from '../../text.ts'
import { Blocks } from './blocks.ts'
import { styleSheet } from './style.ts'

/**
 * A brief as one HTML file that needs nothing else: no script, no address that is loaded, images inside. Its own content
 * security policy forbids all but its style sheet, by hash, and images in `data:` addresses.
 */
export const make = inOneGo(({ input, document }) => htmlDocument(withoutPages(document.blocks), input))

/** Blocks as such a file, with what the input says of the document as a whole. */
export function htmlDocument(blocks: readonly Block[], input: ExportInput): string {
  const { brief, options } = input
  const direction = directionOfLanguage(brief.language)
  const title = brief.title.trim() === '' ? UNTITLED : printable(brief.title)
  const writer = new Blocks(input.images, direction)
  const start = blocks.findIndex(({ type }) => type !== 'text')
  const head = start < 0 ? blocks : blocks.slice(0, start)
  const body = `<header>\n${writer.blocks(head)}</header>\n${writer.blocks(blocks.slice(head.length))}`
  const style = styleSheet(brief.tlp, title, options, direction)
  const banner = `<span lang="en">${brief.tlp}</span>`
  return `<!DOCTYPE html>
<html lang="${escaped(brief.language)}"${direction === 'rtl' ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
${brief.author.trim() === '' ? '' : `<meta name="author" content="${escaped(brief.author.trim())}">\n`}<meta name="date" content="${escaped(brief.date)}">
<meta name="generator" content="${escaped(input.generator)}">
<style>${style}</style>
</head>
<body>
<header class="banner" aria-label="Handling">${banner}</header>
<main>
${body}${writer.inline.notes()}</main>
<footer class="banner" aria-label="Handling">${banner}</footer>
</body>
</html>
`
}

function policy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`
}
