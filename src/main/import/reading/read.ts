import { assertBlocks } from '../extracted/blocks.ts'
import { readMail } from '../formats/mail/mail.ts'
import type { PressFileKind } from '../press/document.ts'
import { readPress, type PressSource } from '../press/press.ts'
import { decode, showControls } from '../encoding/decode.ts'
import { detect, emptyFile, unsupported, type Format, type TextFormat } from './detect.ts'
import { extractEpub } from '../formats/epub/epub.ts'
import { MHTML, mhtmlDocument, readMhtml } from '../formats/mhtml/mhtml.ts'
import { extractOdt } from '../formats/odt/odt.ts'
import { readRtf } from '../formats/rtf/rtf-text.ts'
import { RTF, rtfDocument } from '../formats/rtf/rtf.ts'
import { htmlCharset } from '../encoding/html-charset.ts'
import { withEncoding } from '../encoding/notice.ts'
import type { Extracted, FileHint, Reading } from '../extracted/extracted.ts'
import { withGiven } from '../metadata/findings.ts'
import { gunzip } from '../container/gzip.ts'
import { extractHtml } from '../formats/html/html.ts'
import { extractImage } from '../formats/image/image.ts'
import { refuseTooLarge, refuseTooMany } from '../extracted/limits.ts'
import { readReferences } from '../formats/references/references.ts'
import { UNSUPPORTED } from './signatures.ts'
import { extractMarkdown } from '../formats/markdown/markdown.ts'
import { extractText } from '../formats/text/text.ts'

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
  text: textual(extractText, { kind: 'text', file: { mediaType: 'text/plain', extension: 'txt' } }),
  markdown: textual(extractMarkdown, null),
  html: textual(extractHtml, { kind: 'html', file: { mediaType: 'text/html', extension: 'html' } })
}

const readers: Record<Format, Reader> = {
  ...texts,
  // Their libraries take long to load, and most files need neither.
  pdf: documentary(async (bytes, hint) => (await import('../formats/pdf/pdf.ts')).extractPdf(bytes, hint)),
  docx: async (bytes, hint) => {
    const { docxDocument, docxKind, readDocx } = await import('../formats/docx/docx.ts')
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
    const press = readPress({ kind: 'html', source: page.decoded.text, given: [page.given] }, MHTML)
    return withEncoding(press ?? { ...NOTHING, document: mhtmlDocument(page, hint) }, page.decoded)
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
  press: (Pick<PressSource, 'kind'> & { file: PressFileKind }) | null
): Reader {
  return (bytes, hint) => {
    const decoded = decode(bytes, press?.kind === 'html' ? htmlCharset : undefined)
    const { text } = decoded
    if (!/[^\s\u200B\uFEFF\uFFFD]/u.test(text)) throw emptyFile(hint.name)
    const { url } = hint
    const given = url === null ? [] : [{ from: 'url', detail: url, confidence: 0.8, url }]
    const found = press && readPress({ kind: press.kind, source: text, given }, press.file)
    return withEncoding(found ?? { ...NOTHING, document: extract(text, hint) }, decoded)
  }
}
