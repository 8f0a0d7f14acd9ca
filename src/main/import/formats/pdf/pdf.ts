import { DossierError } from '../../../../shared/errors/errors.ts'
import type { Extracted, FileHint } from '../../extracted/extracted.ts'
import { noFindings, webAddress, type Findings } from '../../metadata/findings.ts'
import { withPageLabels, type Piece } from '../../extracted/blocks.ts'
import { findDates } from '../../metadata/dates.ts'
import { readsDayFirst } from '../../metadata/language.ts'
import { toDocument } from '../../documents/article.ts'
import { addProperties } from '../../documents/properties.ts'
import { refuseBombs } from './bombs.ts'
import { readProperties } from './metadata.ts'
import { openPdf, pdfError } from './open-pdf.ts'
import { readPageLabels } from './page-labels.ts'
import { countPictures } from './pictures.ts'
import { readPages, type ReadPage } from './read-pages.ts'
import { toText, type PageText } from './text.ts'

const MOST_PAGES = 5_000
/** A date that is the document's own stands among its first blocks. */
const DATE_PIECES = 12
const LONGEST_DATE = 60
/** More numbers than these say nothing to a reader. */
const MOST_NAMED = 12
/** Part of a page's characters that may be unknown before its readers are told. */
const GARBLED = 0.02

/**
 * Extracts the text of a PDF: lines joined to paragraphs, each with its page, in reading order as far as the page's geometry shows it; heads by the
 * size of their letters; running heads, feet, stamps, line and page numbers and watermarks left out, notes behind the text of their page. Only a word
 * is joined across pages, so that each block's page is its own, with the label that the PDF gives it. A PDF without text, or with pages without, says so in its notice. Throws
 * `unreadable`, `unsupported` (a password) or `too-large`.
 */
export async function extractPdf(bytes: Uint8Array, hint: FileHint): Promise<Extracted> {
  refuseBombs(bytes, hint.name)
  const findings = noFindings()
  const task = openPdf(bytes)
  let pages: ReadPage[]
  let labels: readonly (string | null)[]
  try {
    const document = await task.promise
    if (document.numPages > MOST_PAGES) throw tooManyPages(hint.name, document.numPages)
    addProperties(findings, await readProperties(document))
    pages = await readPages(document, bytes)
    labels = await readPageLabels(document)
  } catch (error) {
    throw pdfError(error, hint.name)
  } finally {
    await task.destroy()
  }
  const text = toText(pages, { language: findings.language[0]?.value ?? null, pictures: countPictures(bytes) })
  addAddress(text.furniture, findings)
  addDateLine(text.pieces, findings, hint)
  if (text.title !== null) findings.title.push(text.title)
  const extracted = toDocument(
    {
      pieces: text.pieces,
      findings,
      extractor: 'pdf/3',
      mediaType: 'application/pdf',
      extension: 'pdf',
      notice: noticeOf(pages, text.empty)
    },
    hint
  )
  return { ...extracted, blocks: withPageLabels(extracted.blocks, (page) => labels[page - 1] ?? null) }
}

/** A date that stands by itself near the top, with the place or weekday at most: that of a report or letter, as far as it goes. */
function addDateLine(pieces: readonly Piece[], findings: Findings, hint: FileHint): void {
  const dayFirst = readsDayFirst(findings.language[0]?.value ?? null, hint.url)
  const alone = pieces.slice(0, DATE_PIECES).flatMap(({ text, page }) => {
    const dates = page === 1 && text.length <= LONGEST_DATE ? findDates(text, dayFirst) : []
    const [date] = dates
    if (!date || dates.length > 1) return []
    const rest = text.slice(0, date.start) + text.slice(date.end)
    return /^[\p{L}.'’ -]{0,30},?[\s.]*$/u.test(rest) ? [{ value: date.day, detail: text }] : []
  })
  const isOne = new Set(alone.map(({ value }) => value)).size === 1
  for (const found of alone.slice(0, 1))
    findings.published.push({ ...found, from: 'text', confidence: isOne ? 0.65 : 0.45 })
}

/** Browsers print a page's address at its foot; a shortened one is none. */
function addAddress(furniture: readonly string[], findings: Findings): void {
  for (const line of furniture) {
    const written = /https?:\/\/\S+/i.exec(line)?.[0] ?? ''
    const value = /…|\.{3}/.test(written) ? null : webAddress(written)
    if (value !== null) findings.url.push({ value, from: 'text', detail: line, confidence: 0.75 })
  }
}

/** `empty` are the pages, from 1, that have no text but furniture. */
function noticeOf(pages: readonly ReadPage[], without: readonly number[]): string | null {
  const numbers = (isSo: (page: ReadPage) => boolean): number[] =>
    pages.flatMap((page, index) => (isSo(page) ? [index + 1] : []))
  const empty = without.filter((page) => !pages[page - 1]!.failed)
  if (empty.length === pages.length) {
    const count = pages.length === 1 ? 'a picture of one page' : `pictures of ${pages.length} pages`
    return `This PDF holds ${count} and no text: a scan. It can be kept and cited. To quote from it, let its text be recognised.`
  }
  const told: (readonly [number[], string])[] = [
    [empty, 'no text: pictures, or nothing at all. What stands there can’t be quoted unless it is recognised.'],
    [numbers(({ failed }) => failed), 'faults, so that no text could be read. What stands there can’t be quoted.'],
    [
      numbers(isGarbled),
      'letters that can’t be told, since this PDF doesn’t say which they are; they are shown as “\uFFFD”. Check what you quote from there.'
    ]
  ]
  return told.flatMap(([which, what]) => (which.length === 0 ? [] : [`${named(which)} ${what}`])).join(' ') || null
}

/** A PDF may draw letters without saying which they are. */
function isGarbled({ lines }: PageText): boolean {
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
