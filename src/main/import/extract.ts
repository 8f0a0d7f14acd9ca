import { assertBlocks } from './blocks.ts'
import { decode } from './decode.ts'
import { detect, emptyFile } from './detect.ts'
import type { Extracted, FileHint } from './extracted.ts'
import { extractHtml } from './html.ts'
import { refuseTooLarge } from './limits.ts'
import { extractMarkdown } from './markdown.ts'
import { extractText } from './text.ts'

/**
 * Extracts text, blocks and metadata of one file. The text keeps the source's characters; only line structure is normalised.
 * Throws a DossierError: `too-large`, `unsupported`, `unreadable` or `empty`. Input may be hostile: run it through an
 * import worker, which bounds time and memory.
 */
export async function extract(bytes: Uint8Array, hint: FileHint): Promise<Extracted> {
  refuseTooLarge(bytes.length, hint.name)
  const format = detect(bytes, hint.name)
  const { text } = decode(bytes, format === 'html' ? declaredCharset : undefined)
  if (!/[^\s\u200B\uFEFF\uFFFD]/u.test(text)) throw emptyFile(hint.name)
  const extracted = importers[format](text, hint)
  if (extracted.blocks.length === 0) throw emptyFile(hint.name)
  assertBlocks(extracted.text, extracted.blocks)
  return extracted
}

const importers: Record<ReturnType<typeof detect>, (text: string, hint: FileHint) => Extracted> = {
  text: extractText,
  markdown: extractMarkdown,
  html: extractHtml
}

/** The charset of an XML declaration or of a meta element. */
function declaredCharset(head: string): string | null {
  const match =
    /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head) ?? /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)
  return match?.[1] ?? null
}
