import { latin1, utf16 } from './bytes.ts'
import type { Said } from '../wording/say.ts'

/** A name object such as `/Type`, without its slash, its bytes as Latin-1. */
export class Name {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** A string object. */
export class PdfString {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  /** As text: UTF-16 with a byte order mark, else Latin-1, in which PDFDocEncoding's letters are the same. */
  get text(): string {
    const { bytes } = this
    return bytes[0] === 0xfe && bytes[1] === 0xff ? utf16(bytes, 2) : latin1(bytes)
  }
}

/** A reference to an indirect object, always of generation 0. */
export class Reference {
  readonly number: number

  constructor(number: number) {
    this.number = number
  }
}

export type Dict = ReadonlyMap<string, Value>

/** A stream as it stands in the file: its data are not decoded. */
export class Stream {
  readonly dict: Dict
  readonly data: Uint8Array

  constructor(dict: Dict, data: Uint8Array) {
    this.dict = dict
    this.data = data
  }
}

/** An object of a PDF (ISO 32000-1, 7.3). */
export type Value = null | boolean | number | Name | PdfString | Reference | readonly Value[] | Dict | Stream

/** A value that isn't a reference, though what it holds may be. */
export type Resolved = Exclude<Value, Reference>

/** What is read isn't as ISO 32000-1 wants it, or beyond the limits set here. */
export class MalformedPdf extends Error {
  override readonly name: string = 'MalformedPdf'
  /** What isn’t as it should be: a clause. */
  readonly reason: Said

  constructor(reason: Said, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
  }
}

/** What is read would exhaust whoever reads it. */
export class TooLargePdf extends MalformedPdf {}

export function isDict(value: Value | undefined): value is Dict {
  return value instanceof Map
}

export function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value)
}
