import PDFDocument from 'pdfkit'
import type { Font } from 'fontkit'
import { mend } from './mends.ts'

/** An indirect object of the file. */
export interface Ref {
  readonly id: number
  data: Record<string, unknown>
  write(chunk: Uint8Array | string): void
  end(chunk?: Uint8Array): void
}

/** A font as pdfkit embeds it. `unicode` and `widths` are indexed by the glyph's number in the subset. */
export interface EmbeddedFont {
  readonly id: string
  readonly subset: { glyphs: number[]; mapping: Record<number, number> }
  readonly unicode: number[][]
  readonly widths: number[]
  ref(): Ref
}

export interface Outline {
  options: { expanded?: boolean }
  outlineData: Record<string, unknown>
  children: Outline[]
  addItem(title: string): Outline
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly content: Ref
  readonly dictionary: Ref
  readonly fonts: Record<string, Ref>
  readonly xobjects: Record<string, Ref>
  readonly annotations: Ref[]
  /** Key of the page in the tree from marked content to structure elements. */
  readonly structParentTreeKey: number
}

/** A name or number tree that pdfkit writes. */
export interface PdfTree {
  limits: boolean
  get(key: string | number): unknown
  add(key: string | number, value: unknown): void
  _compareKeys(a: string, b: string): number
}

/** The parts of pdfkit that are used here, its inner ones included. pdfkit's version is therefore pinned. */
export interface PdfDocument {
  readonly page: PdfPage
  readonly outline: Outline
  readonly info: Record<string, unknown>
  readonly _font: EmbeddedFont
  readonly _root: Ref
  _id: Uint8Array
  addPage(): this
  font(font: Font, name: string): this
  ref(data: Record<string, unknown>): Ref
  addNamedDestination(name: string, kind: 'XYZ', left: number, top: number, zoom: null): void
  addNamedEmbeddedFile(name: string, file: Ref): void
  appendXML(xml: string): void
  getStructTreeRoot(): Ref
  getStructParentTree(): PdfTree
  createStructParentTreeNextKey(): number
  _offset: number
  _write(data: Uint8Array | string): void
  _addInfo(): void
  on(event: 'data', listener: (chunk: Uint8Array) => void): this
  on(event: 'end', listener: () => void): this
  on(event: 'error', listener: (error: Error) => void): this
  end(): void
}

export interface DocumentOptions {
  title: string
  author: string
  /** BCP 47. */
  language: string
  /** Stands for every date in the file. */
  date: Date
  generator: string
  /** 16 bytes that name the file's content. */
  id: Uint8Array
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
  pdf._id = options.id
  mend(pdf)
  return pdf
}

/**
 * Ends the document and gives its bytes. What pdfkit writes is gathered past its stream, which takes a tenth of the time
 * for the thousands of small objects of a tagged document.
 */
export function finish(pdf: PdfDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const before: Uint8Array[] = []
    const written: Uint8Array[] = []
    let text: string[] = []
    const flush = (): void => {
      if (text.length > 0) written.push(Buffer.from(text.join(''), 'latin1'))
      text = []
    }
    pdf._write = (data) => {
      if (typeof data === 'string') {
        text.push(data, '\n')
        pdf._offset += data.length + 1
      } else {
        flush()
        written.push(data)
        pdf._offset += data.length
      }
    }
    pdf.on('data', (chunk) => before.push(chunk))
    pdf.on('error', reject)
    pdf.on('end', () => {
      flush()
      resolve(new Uint8Array(Buffer.concat([...before, ...written])))
    })
    pdf.end()
  })
}
