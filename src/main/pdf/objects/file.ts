import { decode } from './decode.ts'
import { readIndirect } from './indirect.ts'
import { Lexer } from './lexer.ts'
import { readTable, type Table } from './table.ts'
import { isDict, MalformedPdf, Reference, Stream, type Dict, type Value } from './value.ts'

/**
 * The objects of a PDF, read one by one where the file's table says that they stand. Strict on purpose: what readers
 * repair in different ways is refused here, so that all see the same. Throws `MalformedPdf`.
 */
export class PdfObjects {
  readonly trailer: Dict
  /** How many times something was added to the file after it was first written. */
  readonly updates: number
  private readonly bytes: Uint8Array
  private readonly places: Table['places']
  private readonly known = new Map<number, Value>()
  private readonly opened = new Map<number, ReadonlyMap<number, Value>>()
  private readonly opening = new Set<number>()

  constructor(bytes: Uint8Array, { places, trailer, updates }: Table) {
    this.bytes = bytes
    this.places = places
    this.trailer = trailer
    this.updates = updates
  }

  /** Opens a whole file. */
  static open(bytes: Uint8Array): PdfObjects {
    if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-')
      throw new MalformedPdf('it doesn’t begin as a PDF')
    return new PdfObjects(bytes, readTable(bytes))
  }

  /** The value, or what it refers to. What isn't there is null (ISO 32000-1, 7.3.10). */
  readonly resolve = (value: Value | undefined): Value => {
    let found = value ?? null
    for (let steps = 0; found instanceof Reference; steps++) {
      if (steps > 20) throw new MalformedPdf('references lead in a circle')
      found = this.object(found.number)
    }
    return found
  }

  /** The dictionary of a value, that of a stream included; null when it has none. */
  dict(value: Value | undefined): Dict | null {
    const found = this.resolve(value)
    return found instanceof Stream ? found.dict : isDict(found) ? found : null
  }

  /** What stands under a key of a dictionary, resolved. */
  get(dict: Dict | null, key: string): Value {
    return this.resolve(dict?.get(key))
  }

  /** The decoded data of a stream; null when its filter isn't known. */
  data(stream: Stream): Uint8Array | null {
    return decode(stream, this.resolve)
  }

  private object(number: number): Value {
    const known = this.known.get(number)
    if (known !== undefined) return known
    const place = this.places.get(number)
    if (!place) return null
    if (this.opening.has(number)) throw new MalformedPdf('an object needs itself')
    this.opening.add(number)
    const value = 'offset' in place ? this.at(number, place.offset) : (this.inStream(place.stream).get(number) ?? null)
    this.opening.delete(number)
    this.known.set(number, value)
    return value
  }

  private at(number: number, offset: number): Value {
    const read = readIndirect(this.bytes, offset, (length) => {
      const resolved = this.resolve(length)
      return typeof resolved === 'number' ? resolved : null
    })
    if (read.number !== number) throw new MalformedPdf('an object isn’t where the table says')
    return read.value
  }

  /** The values of an object stream by their numbers (ISO 32000-1, 7.5.7). */
  private inStream(number: number): ReadonlyMap<number, Value> {
    const known = this.opened.get(number)
    if (known) return known
    const stream = this.object(number)
    const data = stream instanceof Stream ? this.data(stream) : null
    const first = this.get(this.dict(stream), 'First')
    const count = this.get(this.dict(stream), 'N')
    if (!data || typeof first !== 'number' || typeof count !== 'number' || count > data.length) {
      throw new MalformedPdf('a stream of objects is damaged')
    }
    const head = new Lexer(data, 0, false)
    const values = new Map<number, Value>()
    for (let i = 0; i < count; i++) {
      const own = head.next()
      const offset = head.next()
      if (typeof own !== 'number' || typeof offset !== 'number' || values.has(own)) {
        throw new MalformedPdf('a stream of objects is damaged')
      }
      values.set(own, new Lexer(data, first + offset).value())
    }
    this.opened.set(number, values)
    return values
  }
}
