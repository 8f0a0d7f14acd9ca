import { assertBlocks } from './blocks.ts'
import { readMail } from './containers/mail/mail.ts'
import type { PressFileKind } from './containers/press/document.ts'
import { readPress, type PressSource } from './containers/press/press.ts'
import { declaredCharset, decode, showControls } from './decode.ts'
import { detect, emptyFile, unsupported, type Format, type TextFormat } from './detect.ts'
import { extractEpub } from './documents/epub/epub.ts'
import { MHTML, mhtmlDocument, readMhtml } from './documents/mhtml/mhtml.ts'
import { extractOdt } from './documents/odt/odt.ts'
import { readRtf } from './documents/rtf/rtf-text.ts'
import { RTF, rtfDocument } from './documents/rtf/rtf.ts'
import type { Extracted, FileHint, Reading } from './extracted.ts'
import { withGiven } from './findings.ts'
import { gunzip } from './gzip.ts'
import { extractHtml } from './html/html.ts'
import { extractImage } from './images/image.ts'
import { refuseTooLarge, refuseTooMany } from './limits.ts'
import { readReferences } from './references/references.ts'
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
  const reading = await readers[await detect(bytes, hint.name)](bytes, hint)
  const { document } = reading
  refuseTooMany(document?.blocks.length ?? 0, reading.references?.length ?? 0, hint.name)
  if (document === null) return reading
  if (document.blocks.length === 0 && document.notice === null) throw emptyFile(hint.name)
  assertBlocks(document.text, document.blocks)
  const metadata = withGiven(document.metadata, hint.given)
  const shown = { ...document, text: showControls(document.text), metadata: mapStrings(metadata, showControls) }
  return { ...reading, document: shown }
}

/** The same value with each of its strings changed. */
function mapStrings<T>(value: T, change: (text: string) => string): T
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((entry: unknown) => mapStrings(entry, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapStrings(entry as unknown, change)]))
}

const NOTHING: Reading = { document: null, parts: [], container: false, references: null }

type Reader = (bytes: Uint8Array, hint: FileHint) => Reading | Promise<Reading>

const texts: Record<TextFormat, Reader> = {
  text: textual(extractText, { kind: 'text', mediaType: 'text/plain', extension: 'txt' }),
  markdown: textual(extractMarkdown, null),
  html: textual(extractHtml, { kind: 'html', mediaType: 'text/html', extension: 'html' })
}

const readers: Record<Format, Reader> = {
  ...texts,
  // Their libraries take long to load, and most files need neither.
  pdf: documentary(async (bytes, hint) => (await import('./documents/pdf/pdf.ts')).extractPdf(bytes, hint)),
  docx: async (bytes, hint) => {
    const { docxDocument, docxKind, readDocx } = await import('./documents/docx/docx.ts')
    const page = await readDocx(bytes, hint.name)
    const press = readPress({ kind: 'html', source: page.html }, docxKind(hint.name))
    return press ?? { ...NOTHING, document: docxDocument(page, hint) }
  },
  odt: documentary(extractOdt),
  epub: documentary(extractEpub),
  rtf: (bytes, hint) => {
    const content = readRtf(bytes)
    return (
      readPress({ kind: 'html', source: content.html }, RTF) ?? { ...NOTHING, document: rtfDocument(content, hint) }
    )
  },
  mhtml: (bytes, hint) => {
    const page = readMhtml(bytes, hint.name)
    const press = readPress({ kind: 'html', source: page.html, given: [page.given] }, MHTML)
    return press ?? { ...NOTHING, document: mhtmlDocument(page, hint) }
  },
  gzip: readGzip,
  image: (bytes, hint) => ({ ...NOTHING, document: extractImage(bytes, hint) }),
  mail: readMail,
  mbox: contained,
  zip: contained,
  warc: contained,
  wacz: contained,
  ris: referential,
  bibtex: referential,
  'csl-json': referential
}

/** A reader of a format of its own. */
function documentary(extract: (bytes: Uint8Array, hint: FileHint) => Promise<Extracted>): Reader {
  return async (bytes, hint) => ({ ...NOTHING, document: await extract(bytes, hint) })
}

/** A container's items are taken out one by one elsewhere. */
function contained(): Reading {
  return { ...NOTHING, container: true }
}

/** A reference manager's export describes documents and is none. */
async function referential(bytes: Uint8Array, hint: FileHint): Promise<Reading> {
  return { ...NOTHING, references: await readReferences(bytes, hint.name) }
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

/** A reader of a format that is text in some encoding, in which exports of press databases come where `press` says as what. */
function textual(
  extract: (text: string, hint: FileHint) => Extracted,
  press: (Pick<PressSource, 'kind'> & PressFileKind) | null
): Reader {
  return (bytes, hint) => {
    const { text } = decode(bytes, press?.kind === 'html' ? declaredCharset : undefined)
    if (!/[^\s\u200B\uFEFF\uFFFD]/u.test(text)) throw emptyFile(hint.name)
    const { url } = hint
    const given = url === null ? [] : [{ from: 'url', detail: url, confidence: 0.8, url }]
    const read = press && readPress({ kind: press.kind, source: text, given }, press)
    return read ?? { ...NOTHING, document: extract(text, hint) }
  }
}
