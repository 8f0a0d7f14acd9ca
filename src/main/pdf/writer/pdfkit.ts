import type { Font } from 'fontkit'
import type { Sink } from './sink.ts'

/** An indirect object of the file. */
export interface Ref {
  readonly id: number
  data: Record<string, unknown>
  /** What was written, and whether pdfkit is to compress it. */
  buffer: Uint8Array[]
  compress: boolean
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
}

/** The parts of pdfkit that are used here, its inner ones included. pdfkit's version is therefore pinned. */
export interface PdfDocument {
  readonly page: PdfPage
  readonly outline: Outline
  readonly info: Record<string, unknown>
  readonly _font: EmbeddedFont
  readonly _root: Ref
  readonly _info: Ref
  /** Where each indirect object starts, by its number less one; null as long as it isn't written. */
  readonly _offsets: (number | null)[]
  _id: Uint8Array
  readonly sink: Sink
  addPage(): this
  font(font: Font, name: string): this
  ref(data: Record<string, unknown>): Ref
  addNamedEmbeddedFile(name: string, file: Ref): void
  appendXML(xml: string): void
  getStructTreeRoot(): Ref
  /** Bytes written so far. */
  _offset: number
  _write(data: Uint8Array | string): void
  _addInfo(): void
  /** What waits in its stream. */
  read(): Uint8Array
  end(): void
}
