import type { PdfDocument } from './pdfkit.ts'
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
