import { assertBlocks } from './blocks.ts'
import { decode } from './decode.ts'
import { detect, emptyFile, unsupported, type Format, type TextFormat } from './detect.ts'
import { extractDocx } from './documents/docx/docx.ts'
import { extractEpub } from './documents/epub/epub.ts'
import { extractMhtml } from './documents/mhtml/mhtml.ts'
import { extractOdt } from './documents/odt/odt.ts'
import { extractPdf } from './documents/pdf/pdf.ts'
import { extractRtf } from './documents/rtf/rtf.ts'
import type { Extracted, FileHint, Reading } from './extracted.ts'
import { withGiven } from './findings.ts'
import { gunzip } from './gzip.ts'
import { extractHtml } from './html/html.ts'
import { refuseTooLarge } from './limits.ts'
import { UNSUPPORTED } from './signatures.ts'
import { extractMarkdown } from './text/markdown.ts'
import { extractText } from './text/text.ts'

/**
 * Reads one file: text, blocks and metadata of a document. The text keeps the source's characters; only line structure is normalised.
 * Throws a DossierError: `too-large`, `unsupported`, `unreadable` or `empty`. Input may be hostile: run it through an
 * import worker, which bounds time and memory.
 */
export async function read(bytes: Uint8Array, hint: FileHint): Promise<Reading> {
  refuseTooLarge(bytes.length, hint.name)
  const { document, parts, container } = await readers[await detect(bytes, hint.name)](bytes, hint)
  if (document === null) return { document, parts, container }
  if (document.blocks.length === 0 && document.notice === null) throw emptyFile(hint.name)
  assertBlocks(document.text, document.blocks)
  return { document: { ...document, metadata: withGiven(document.metadata, hint.given) }, parts, container }
}

type Reader = (bytes: Uint8Array, hint: FileHint) => Reading | Promise<Reading>

const texts: Record<TextFormat, Reader> = {
  text: textual(extractText),
  markdown: textual(extractMarkdown),
  html: textual(extractHtml, declaredCharset)
}

const readers: Record<Format, Reader> = {
  ...texts,
  pdf: documentary(extractPdf),
  docx: documentary(extractDocx),
  odt: documentary(extractOdt),
  epub: documentary(extractEpub),
  rtf: documentary(extractRtf),
  mhtml: documentary(extractMhtml),
  gzip: readGzip,
  mail: contained,
  mbox: contained,
  zip: contained,
  warc: contained,
  wacz: contained,
  ris: contained,
  bibtex: contained,
  'csl-json': contained
}

/** A reader of a format of its own. */
function documentary(extract: (bytes: Uint8Array, hint: FileHint) => Promise<Extracted>): Reader {
  return async (bytes, hint) => ({ document: await extract(bytes, hint), parts: [], container: false })
}

/** A container's items are taken out one by one elsewhere. */
function contained(): Reading {
  return { document: null, parts: [], container: true }
}

/** One compressed text; the original stays compressed. */
async function readGzip(bytes: Uint8Array, hint: FileHint): Promise<Reading> {
  const inner = gunzip(bytes, hint.name)
  const name = hint.name.replace(/\.gz$/i, '')
  const format = await detect(inner, name)
  if (!(format in texts)) throw unsupported(hint.name, UNSUPPORTED.gzip)
  const { document, ...rest } = await texts[format as TextFormat](inner, { ...hint, name })
  return { ...rest, document: document && { ...document, mediaType: 'application/gzip', extension: 'gz' } }
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
