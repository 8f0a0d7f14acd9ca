import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { DossierError } from '../../../../shared/api/errors.ts'
import type { Piece } from '../../blocks.ts'
import type { Extracted, FileHint } from '../../extracted.ts'
import { noFindings, webAddress, type Findings } from '../../findings.ts'
import { toDocument } from '../article.ts'
import { addProperties } from '../properties.ts'
import { removeFurniture, type PageLines } from './furniture.ts'
import { joinLines, vocabularyOf } from './hyphens.ts'
import { toLines, type PlacedText } from './lines.ts'
import { readProperties } from './metadata.ts'
import { openPdf, pdfError } from './open-pdf.ts'
import { inReadingOrder } from './order.ts'
import { headingSizes, measure, toPagePieces } from './paragraphs.ts'

const MOST_PAGES = 5_000
/** More numbers than these say nothing to a reader. */
const MOST_NAMED = 12
/** Part of a page's characters that may be unknown before its readers are told. */
const GARBLED = 0.02
/** A document in which nearly all is set apart as furniture was tagged by mistake. */
const MOST_ARTIFACTS = 0.5

/**
 * Extracts the text of a PDF: lines joined to paragraphs, each with its page, in reading order as far as the page's geometry shows it; heads by the
 * size of their letters; running heads, feet and page numbers left out. Nothing is joined across pages, so that each block's page is its own. A
 * PDF without text, or with pages without, says so in its notice. Throws `unreadable`, `unsupported` (a password) or `too-large`.
 */
export async function extractPdf(bytes: Uint8Array, hint: FileHint): Promise<Extracted> {
  const findings = noFindings()
  const task = openPdf(bytes)
  let pages: PageLines[]
  try {
    const document = await task.promise
    if (document.numPages > MOST_PAGES) throw tooManyPages(hint.name, document.numPages)
    addProperties(findings, await readProperties(document))
    pages = await readPages(document)
  } catch (error) {
    throw pdfError(error, hint.name)
  } finally {
    await task.destroy()
  }
  return toDocument(
    {
      pieces: toPieces(pages, findings),
      findings,
      extractor: 'pdf/1',
      mediaType: 'application/pdf',
      extension: 'pdf',
      notice: noticeOf(pages)
    },
    hint
  )
}

async function readPages(document: PDFDocumentProxy): Promise<PageLines[]> {
  const pages: PageLines[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const view = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    pages.push({
      lines: inReadingOrder(toLines(withoutArtifacts(items), view.transform as number[])),
      height: view.height
    })
    page.cleanup()
  }
  return pages
}

type ContentItem = PlacedText | { type: string; tag?: unknown }

/** The page's text without what a tagged PDF sets apart as no part of its content (14.8.2.2). */
function withoutArtifacts(items: readonly ContentItem[]): PlacedText[] {
  const open: boolean[] = []
  const all: PlacedText[] = []
  const content: PlacedText[] = []
  for (const item of items) {
    if ('str' in item) {
      all.push(item)
      if (!open.includes(true)) content.push(item)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.tag === 'Artifact')
  }
  const length = (list: readonly PlacedText[]): number => list.reduce((sum, { str }) => sum + str.trim().length, 0)
  return length(content) < length(all) * (1 - MOST_ARTIFACTS) ? all : content
}

function toPieces(read: readonly PageLines[], findings: Findings): Piece[] {
  const { pages, removed } = removeFurniture(read, measure(read.map(({ lines }) => lines)).size)
  addAddress(removed, findings)
  const lines = pages.map((page) => page.lines)
  const measures = measure(lines)
  const sizes = headingSizes(lines, measures)
  const vocabulary = vocabularyOf(lines.flat().map(({ text }) => text))
  return lines.flatMap((page, index) =>
    toPagePieces(page, measures, sizes, index + 1).map(({ lines: own, ...piece }) => ({
      ...piece,
      text: joinLines(own, vocabulary)
    }))
  )
}

/** Browsers print a page's address at its foot; a shortened one is none. */
function addAddress(furniture: readonly string[], findings: Findings): void {
  for (const line of furniture) {
    const written = /https?:\/\/\S+/i.exec(line)?.[0] ?? ''
    const value = /…|\.{3}/.test(written) ? null : webAddress(written)
    if (value !== null) findings.url.push({ value, from: 'text', detail: line, confidence: 0.75 })
  }
}

function noticeOf(pages: readonly PageLines[]): string | null {
  const numbers = (isSo: (page: PageLines) => boolean): number[] =>
    pages.flatMap((page, index) => (isSo(page) ? [index + 1] : []))
  const empty = numbers(({ lines }) => lines.length === 0)
  const garbled = numbers(isGarbled)
  if (empty.length === pages.length) {
    const count = pages.length === 1 ? 'a picture of one page' : `pictures of ${pages.length} pages`
    return `This PDF holds ${count} and no text: a scan. It can be kept and cited, but not quoted from. Run text recognition (OCR) over it in another program and import the result to quote from it.`
  }
  const sentences = [
    empty.length === 0
      ? ''
      : `${named(empty)} no text: pictures, or nothing at all. What stands there can’t be quoted.`,
    garbled.length === 0
      ? ''
      : `${named(garbled)} letters that can’t be told, since this PDF doesn’t say which they are; they are shown as “\uFFFD”. Check what you quote from there.`
  ]
  return sentences.filter(Boolean).join(' ') || null
}

/** A PDF may draw letters without saying which they are. */
function isGarbled({ lines }: PageLines): boolean {
  const text = lines.map((line) => line.text).join('')
  return (text.match(/\uFFFD/g)?.length ?? 0) > text.length * GARBLED
}

function named(pages: readonly number[]): string {
  const listed = pages.slice(0, MOST_NAMED).join(', ')
  const more = pages.length > MOST_NAMED ? ` and ${pages.length - MOST_NAMED} more` : ''
  return pages.length === 1 ? `Page ${listed} of this PDF has` : `Pages ${listed}${more} of this PDF have`
}

function tooManyPages(name: string, pages: number): DossierError {
  return new DossierError(
    'too-large',
    `“${name}” has ${pages.toLocaleString('en')} pages; PDFs of more than ${MOST_PAGES.toLocaleString('en')} aren’t imported. Nothing was imported; the file is unchanged. Split it, or import the part you need.`
  )
}
