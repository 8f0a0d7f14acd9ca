import type { PdfDocument } from './document.ts'
import { literal } from './operators.ts'

/**
 * Text that pdfkit takes for a value and writes as it is: pdfkit makes an object of its own of every value, which is
 * most of its work for the thousands of elements, links and destinations of a tagged document.
 */
export class Raw {
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** What pdfkit knows no kind of, it writes as text. */
  get [Symbol.toStringTag](): string {
    return 'Raw'
  }

  toString(): string {
    return this.text
  }
}

/** A reference to an indirect object by its number. */
export function reference(id: number): string {
  return `${id} 0 R`
}

/** Takes the number of an indirect object that `writeObject` is to write. */
export function reserveObject(pdf: PdfDocument): number {
  return pdf._offsets.push(null)
}

/** Writes an indirect object without a stream. */
export function writeObject(pdf: PdfDocument, id: number, value: string): void {
  pdf._offsets[id - 1] = pdf._offset
  pdf._write(`${id} 0 obj\n${value}\nendobj`)
}

/**
 * The table of names that a dictionary of the catalogue holds (ISO 32000-1, 7.9.6), in the order of its bytes: pdfkit sorts by
 * language, so that readers, which search by bytes, don't find what differs in case or punctuation. Names are ASCII.
 */
export function nameTable(values: ReadonlyMap<string, string>): string {
  const names = [...values.keys()].sort()
  return `<</Names[${names.map((name) => `${literal(name)}${values.get(name)!}`).join('\n')}]>>`
}

/** Gathers what pdfkit writes, past its stream: that takes as long as the rest of the writing. */
export class Sink {
  private parts: Uint8Array[] = []
  private text = ''
  length = 0

  /** Adds a line of text in Latin-1, or bytes. */
  write(data: Uint8Array | string): void {
    if (typeof data === 'string') {
      this.text += `${data}\n`
      this.length += data.length + 1
      if (this.text.length > MOST_TEXT) this.flush()
    } else {
      this.flush()
      this.parts.push(data)
      this.length += data.length
    }
  }

  /** All that was written so far. */
  whole(): Uint8Array<ArrayBuffer> {
    this.flush()
    const whole = new Uint8Array(this.length)
    let at = 0
    for (const part of this.parts) {
      whole.set(part, at)
      at += part.length
    }
    this.parts = [whole]
    return whole
  }

  private flush(): void {
    if (this.text !== '') this.parts.push(Buffer.from(this.text, 'latin1'))
    this.text = ''
  }
}

/** Characters that wait to become bytes: more would be in memory twice for no gain. */
const MOST_TEXT = 65_536
