import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { patchPdfkit } from './pdfkit-patches.ts'
import { Sink } from './sink.ts'
import type { Direction } from '../../../shared/source/direction.ts'
import type { PdfDocument, Ref } from './pdfkit.ts'

export interface DocumentOptions {
  title: string
  author: string
  /** BCP 47. */
  language: string
  /** From which side its pages are read. */
  direction: Direction
  /** Stands for every date in the file. */
  date: Date
  generator: string
  width: number
  height: number
}

/**
 * Opens a tagged PDF 1.7 that declares PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). Nothing in it comes from the
 * clock or the machine.
 */
export function openDocument(options: DocumentOptions): PdfDocument {
  const pdf = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: options.language,
    displayTitle: true,
    autoFirstPage: false,
    // Null keeps Helvetica out of the file; the types don't know it.
    font: null as unknown as string,
    size: [options.width, options.height],
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    info: {
      Title: options.title,
      ...(options.author === '' ? {} : { Author: options.author }),
      Creator: options.generator,
      Producer: 'pdfkit',
      CreationDate: options.date,
      ModDate: options.date
    }
  }) as unknown as PdfDocument
  patchPdfkit(pdf)
  if (options.direction === 'rtl') {
    const preferences = pdf._root.data.ViewerPreferences as Ref
    preferences.data.Direction = 'R2L'
  }
  const sink = new Sink()
  sink.write(pdf.read())
  pdf._write = (data) => {
    sink.write(data)
    pdf._offset = sink.length
  }
  return Object.assign(pdf, { sink })
}

/** What is written of a document before its last objects. */
export interface Unfinished {
  bytes: Uint8Array
  /** Where each object stands, that of number 1 first; null for one that isn't written yet. */
  offsets: readonly (number | null)[]
  root: number
  info: number
}

/** Where the object of one of the properties stands in a finished file. */
export function propertyOffset(pdf: PdfDocument, key: string): number {
  return pdf._offsets[(pdf._info.data[key] as Ref).id - 1]!
}

/** Names the file by what it holds, of which `rest` isn't written yet: same content, same name, whatever it was made from. */
export function nameFile(pdf: PdfDocument, rest: Uint8Array): void {
  const hash = createHash('sha256')
  for (const part of pdf.sink.written()) hash.update(part)
  pdf._id = hash.update(rest).digest().subarray(0, 16)
}

/**
 * Ends the document and gives its bytes. `last` gets what is written when all but its own objects are, and writes those.
 */
export function finish(pdf: PdfDocument, last: (written: Unfinished) => void): Uint8Array<ArrayBuffer> {
  pdf.end()
  last({ bytes: pdf.sink.whole(), offsets: pdf._offsets, root: pdf._root.id, info: pdf._info.id })
  if (pdf._offsets.includes(null)) throw new Error('An object of the PDF was never written.')
  return pdf.sink.whole()
}
