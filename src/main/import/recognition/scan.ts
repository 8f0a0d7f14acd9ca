import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { OcrLanguage } from '../../../shared/source/recognition.ts'
import { openPdf, pdfError } from '../formats/pdf/open-pdf.ts'
import { readPageLabels } from '../formats/pdf/page-labels.ts'
import { refuseBombs } from '../formats/pdf/bombs.ts'
import { OcrEngine } from './engine.ts'
import { despeckled, doubled, reduced, type GreyImage } from './grey.ts'
import { pagePicture, type PagePicture } from './page-picture.ts'
import { orientationOf } from './orientation.ts'
import { toParagraphs } from './page-text.ts'
import type { RecognisedPage } from './recognised-page.ts'

/** A photograph of a page has more pixels than help: letters are told at as many as this altogether. */
const ENOUGH_PIXELS = 10_000_000
/** The longer side of a picture that is too small for letters of usual size. */
const SMALL_SIDE = 1_300
/** Width of a usual page in inches, for pictures that don't say how large they are. */
const PAGE_INCHES = 8.3

/** An original whose pages are recognised one by one. */
export interface Scan {
  pages: number
  engine: string
  /** Recognises a page, from 1; null when it shows nothing that could be one. Rejects when it's damaged. */
  recognise(page: number): Promise<RecognisedPage | null>
  close(): Promise<void>
}

/**
 * Opens an original for recognition: a PDF, or a picture, which has one page.
 * @throws DossierError as the reader of PDFs does
 */
export async function openScan(
  bytes: Uint8Array,
  { name, mediaType, languages }: { name: string; mediaType: string; languages: readonly OcrLanguage[] }
): Promise<Scan> {
  const pictures = mediaType === 'application/pdf' ? await openPages(bytes, name) : null
  const labels = pictures ? await readPageLabels(pictures.document) : []
  const engine = await OcrEngine.load(languages)
  return {
    pages: pictures?.document.numPages ?? 1,
    engine: `tesseract ${engine.version}`,
    async recognise(number) {
      const picture = pictures ? await pictureOf(pictures.document, number) : pictureOfImage(engine, bytes)
      if (!picture) return null
      const words = engine.recognise(despeckled(picture.image), picture.dpi)
      return {
        label: labels[number - 1] ?? null,
        paragraphs: toParagraphs(words, languages),
        words: words.length,
        confidence: words.reduce((sum, { confidence }) => sum + confidence, 0)
      }
    },
    close: async () => pictures?.task.destroy()
  }
}

async function openPages(
  bytes: Uint8Array,
  name: string
): Promise<{ task: PDFDocumentLoadingTask; document: PDFDocumentProxy }> {
  refuseBombs(bytes, name)
  const task = openPdf(bytes, { pictures: true })
  try {
    return { task, document: await task.promise }
  } catch (error) {
    await task.destroy()
    throw pdfError(error, name)
  }
}

async function pictureOf(document: PDFDocumentProxy, number: number): Promise<PagePicture | null> {
  const page = await document.getPage(number)
  try {
    return await pagePicture(page)
  } finally {
    page.cleanup()
  }
}

function pictureOfImage(engine: OcrEngine, bytes: Uint8Array): PagePicture | null {
  const decoded = engine.decode(bytes, orientationOf(bytes))
  if (!decoded) return null
  const image = sized(decoded)
  return { image, dpi: Math.max(70, Math.min(image.width, image.height) / PAGE_INCHES) }
}

function sized(image: GreyImage): GreyImage {
  if (Math.max(image.width, image.height) < SMALL_SIDE) return doubled(image)
  return reduced(image, Math.max(1, Math.round(Math.sqrt((image.width * image.height) / ENOUGH_PIXELS))))
}
