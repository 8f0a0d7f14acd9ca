import { DossierError } from '../../../../shared/errors/errors.ts'
import { ZipArchive } from '../../../zip/zip-archive.ts'
import { layOut, type Piece } from '../../extracted/blocks.ts'
import { decode } from '../../encoding/decode.ts'
import { htmlCharset } from '../../encoding/html-charset.ts'
import type { Extracted, FileHint } from '../../extracted/extracted.ts'
import { noFindings, toMetadata, type Findings } from '../../metadata/findings.ts'
import { parsePage } from '../../markup/dom.ts'
import { toHtmlPieces } from '../../markup/pieces.ts'
import { addDetectedLanguage } from '../../metadata/language.ts'
import { addHints } from '../../metadata/hints.ts'
import { oneLine } from '../../extracted/wording.ts'
import { propertyDate } from '../../documents/properties.ts'
import { flattenCells } from '../../markup/tables.ts'
import { attribute, named, parseXml } from '../../markup/xml.ts'

const MOST_CHAPTERS = 5_000
const CHAPTER = /^(?:application\/xhtml\+xml|text\/html)$/i

/**
 * Extracts an e-book (EPUB 2 and 3): its chapters in the order of the spine, navigation and cover left out. What the package says of the book is
 * metadata, surer than a document's properties, since publishers write it. Throws `unreadable`, `unsupported` (protected) or `too-large`.
 */
export async function extractEpub(bytes: Uint8Array, hint: FileHint): Promise<Extracted> {
  const zip = await ZipArchive.ofBytes(bytes, hint.name)
  const { book, folder } = await readPackage(zip, hint.name)
  const findings = noFindings()
  addBook(book, findings)
  addHints(findings, hint)
  const pieces: Piece[] = []
  const missing: string[] = []
  const sealed = await sealedPaths(zip)
  for (const path of chapterPaths(book, folder)) {
    if (sealed.has(path)) throw protectedBook(hint.name)
    if (zip.has(path)) pieces.push(...chapterPieces(await zip.read(path)))
    else missing.push(path)
  }
  const laid = layOut(pieces)
  addDetectedLanguage(findings, laid.text)
  return {
    extractor: 'epub/1',
    mediaType: 'application/epub+zip',
    extension: 'epub',
    ...laid,
    metadata: toMetadata(findings),
    notice: noticeOf(missing)
  }
}

async function readPackage(
  zip: ZipArchive,
  name: string
): Promise<{ book: ReturnType<typeof parseXml>; folder: string }> {
  const container = 'META-INF/container.xml'
  const rootFile = zip.has(container) ? named(parseXml(await zip.read(container)), 'rootfile')[0] : undefined
  const listed = rootFile ? (attribute(rootFile, 'full-path') ?? '').replace(/^\//, '') : ''
  const path = zip.has(listed) ? listed : zip.items.find((item) => /\.opf$/i.test(item.path))?.path
  if (path === undefined) {
    throw new DossierError(
      'unreadable',
      `“${name}” can’t be read as an e-book: it doesn’t say what its chapters are. Nothing was imported; the file is unchanged. Download it again, or import its text as .txt or .html.`
    )
  }
  return { book: parseXml(await zip.read(path)), folder: path.slice(0, path.lastIndexOf('/') + 1) }
}

function addBook(book: ReturnType<typeof parseXml>, findings: Findings): void {
  const metadata = named(book, 'metadata')[0]
  if (!metadata) return
  const values = (name: string): string[] =>
    named(metadata, name)
      .map((element) => oneLine(element.textContent ?? ''))
      .filter((value) => value !== '')
  const from = 'properties'
  for (const value of values('title').slice(0, 3))
    findings.title.push({ value, from, detail: `title: ${value}`, confidence: 0.9 })
  const authors = named(metadata, 'creator')
    .filter((element) => /^(?:aut)?$/.test(attribute(element, 'role') ?? ''))
    .map((element) => oneLine(element.textContent ?? ''))
    .filter((value) => value !== '')
  if (authors.length > 0)
    findings.authors.push({ value: authors, from, detail: `creator: ${authors.join('; ')}`, confidence: 0.9 })
  for (const value of values('publisher').slice(0, 1))
    findings.publisher.push({ value, from, detail: `publisher: ${value}`, confidence: 0.85 })
  for (const element of named(metadata, 'date')) {
    const value = propertyDate(element.textContent)
    const event = attribute(element, 'event') ?? 'publication'
    if (value === null) continue
    if (event === 'publication') findings.published.push({ value, from, detail: `date: ${value}`, confidence: 0.7 })
    else if (event === 'modification')
      findings.modified.push({ value, from, detail: `date: ${value}`, confidence: 0.6 })
  }
  for (const element of named(metadata, 'meta')) {
    const value = attribute(element, 'property') === 'dcterms:modified' ? propertyDate(element.textContent) : null
    if (value !== null) findings.modified.push({ value, from, detail: `dcterms:modified: ${value}`, confidence: 0.6 })
  }
  for (const value of values('language').slice(0, 1))
    if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(value))
      findings.language.push({ value, from, detail: `language: ${value}`, confidence: 0.85 })
}

/** The spine's documents but navigation and cover, each once. */
function chapterPaths(book: ReturnType<typeof parseXml>, folder: string): Set<string> {
  const items = new Map(named(book, 'item').map((item) => [attribute(item, 'id') ?? '', item]))
  const guide = named(book, 'reference').filter((item) => /^(?:cover|toc)$/i.test(attribute(item, 'type') ?? ''))
  const skipped = new Set(guide.map((item) => resolved(attribute(item, 'href') ?? '', folder)))
  const paths = new Set<string>()
  for (const reference of named(book, 'itemref').slice(0, MOST_CHAPTERS)) {
    const item = items.get(attribute(reference, 'idref') ?? '')
    if (!item || !CHAPTER.test(attribute(item, 'media-type') ?? '')) continue
    if (/\bnav\b/.test(attribute(item, 'properties') ?? '')) continue
    const path = resolved(attribute(item, 'href') ?? '', folder)
    const isCover = /^(?:cover|titlepage-cover)$/i.test(attribute(item, 'id') ?? '')
    if (!skipped.has(path) && !isCover) paths.add(path)
  }
  return paths
}

/** A reference as a path in the archive. */
function resolved(href: string, folder: string): string {
  const base = `https://book.invalid/${folder}`
  if (!URL.canParse(href, base)) return href
  const { pathname } = new URL(href, base)
  try {
    return decodeURIComponent(pathname.slice(1))
  } catch (error) {
    if (error instanceof URIError) return pathname.slice(1)
    throw error
  }
}

function chapterPieces(bytes: Uint8Array): Piece[] {
  const { text } = decode(bytes, htmlCharset)
  const { body } = parsePage(opened(text))
  for (const element of [...body.querySelectorAll('nav, [hidden]')]) element.remove()
  flattenCells(body)
  return toHtmlPieces(body)
}

/** XHTML closes empty elements with a slash, which a parser of HTML doesn't see: `<title/>` would swallow the page. */
function opened(xhtml: string): string {
  return xhtml
    .replace(/<!DOCTYPE(?:[^>[]|\[[\s\S]*?\]\s*(?=>))*>/gi, '')
    .replace(
      /<(title|script|style|a|p|div|span|i|b|em|td|th|h[1-6]|textarea|iframe)((?:\s[^<>]*)?)\/>/gi,
      '<$1$2></$1>'
    )
}

/** Files that the book says are encrypted; obscured fonts are no text. */
async function sealedPaths(zip: ZipArchive): Promise<Set<string>> {
  const path = 'META-INF/encryption.xml'
  if (!zip.has(path)) return new Set()
  const references = named(parseXml(await zip.read(path)), 'CipherReference')
  return new Set(references.map((reference) => resolved(attribute(reference, 'URI') ?? '', '')))
}

function protectedBook(name: string): DossierError {
  return new DossierError(
    'unsupported',
    `“${name}” is protected against copying (DRM), so its text can’t be read. Nothing was imported; the file is unchanged. Copy the passages that you need into a text file and import that.`
  )
}

function noticeOf(missing: readonly string[]): string | null {
  if (missing.length === 0) return null
  return missing.length === 1
    ? `One part of this e-book is missing in the file: “${missing[0]}”. Its text isn’t here.`
    : `${missing.length} parts of this e-book are missing in the file, “${missing[0]}” the first. Their text isn’t here.`
}
