import { assertBlocks } from './blocks.ts'
import { decode, showControls } from './decode.ts'
import { detect, emptyFile, type Format } from './detect.ts'
import type { Extracted, FileHint, Reading } from './extracted.ts'
import { withGiven } from './findings.ts'
import { extractHtml } from './html/html.ts'
import { refuseTooLarge } from './limits.ts'
import { extractMarkdown } from './text/markdown.ts'
import { extractText } from './text/text.ts'

/**
 * Reads one file: text, blocks and metadata of a document. The text keeps the source's characters; only line structure is normalised.
 * Throws a DossierError: `too-large`, `unsupported`, `unreadable` or `empty`. Input may be hostile: run it through an
 * import worker, which bounds time and memory.
 */
export async function read(bytes: Uint8Array, hint: FileHint): Promise<Reading> {
  refuseTooLarge(bytes.length, hint.name)
  const { document, parts, container } = await readers[detect(bytes, hint.name)](bytes, hint)
  if (document === null) return { document, parts, container }
  if (document.blocks.length === 0 && document.notice === null) throw emptyFile(hint.name)
  assertBlocks(document.text, document.blocks)
  const metadata = withGiven(document.metadata, hint.given)
  const shown = { ...document, text: showControls(document.text), metadata: mapStrings(metadata, showControls) }
  return { document: shown, parts, container }
}

/** The same value with each of its strings changed. */
function mapStrings<T>(value: T, change: (text: string) => string): T
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((entry: unknown) => mapStrings(entry, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapStrings(entry as unknown, change)]))
}

type Reader = (bytes: Uint8Array, hint: FileHint) => Reading | Promise<Reading>

const readers: Record<Format, Reader> = {
  text: textual(extractText),
  markdown: textual(extractMarkdown),
  html: textual(extractHtml, declaredCharset)
}

/** A reader of a format that is text in some encoding. */
function textual(
  extract: (text: string, hint: FileHint) => Extracted,
  charset?: (head: string) => string | null
): Reader {
  return (bytes, hint) => {
    const { text } = decode(bytes, charset)
    if (!/[^\s\u200B\uFEFF\uFFFD]/u.test(text)) throw emptyFile(hint.name)
    return { document: extract(text, hint), parts: [], container: false }
  }
}

/** The charset of an XML declaration or of a meta element. */
function declaredCharset(head: string): string | null {
  const match =
    /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head) ?? /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)
  return match?.[1] ?? null
}
