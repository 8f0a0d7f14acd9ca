import { latin1 } from './bytes.ts'
import { decode } from './decode.ts'
import { readIndirect, type Indirect } from './indirect.ts'
import { END, Lexer } from './lexer.ts'
import type { PdfPlatform } from './platform.ts'
import type { Place, Table } from './sections.ts'
import { readTable } from './table.ts'
import { isDict, MalformedPdf, Name, Reference, Stream, type Dict, type Resolved, type Value } from './value.ts'
import { say } from '../wording/say.ts'

const NONE: ReadonlyMap<number, Indirect> = new Map()

/**
 * The objects of a PDF, read one by one where the file's table says that they stand. Strict on purpose: what readers
 * repair in different ways is refused here, so that all see the same. Throws `MalformedPdf`.
 */
export class PdfObjects {
  readonly trailer: Dict
  /** How many times something was added to the file after it was first written. */
  readonly updates: number
  readonly platform: PdfPlatform
  readonly places: Table['places']
  /** The objects that were read one by one, by their offsets. */
  readonly indirect = new Map<number, Indirect>()
  private readonly bytes: Uint8Array
  private readonly read: Table['read']
  private readonly known = new Map<number, Resolved>()
  private readonly opened = new Map<number, readonly { number: number; value: Value }[]>()
  private readonly opening = new Set<number>()

  constructor(bytes: Uint8Array, { places, trailer, updates, read }: Table, platform: PdfPlatform) {
    this.bytes = bytes
    this.places = places
    this.trailer = trailer
    this.updates = updates
    this.platform = platform
    this.read = read
  }

  /** Opens a whole file. `before` has objects, by their offsets, that were read from the same bytes before. */
  static open(bytes: Uint8Array, platform: PdfPlatform, before: ReadonlyMap<number, Indirect> = NONE): PdfObjects {
    if (!/^%PDF-[12]\.\d[\r\n]/.test(latin1(bytes, 0, 9))) throw new MalformedPdf(say('it doesn’t begin as a PDF'))
    return new PdfObjects(bytes, readTable(bytes, platform, before), platform)
  }

  /** The value, or what it refers to. A reference that leads nowhere is refused, as exports have none. */
  readonly resolve = (value: Value | undefined): Resolved => {
    return value instanceof Reference ? this.object(value.number) : (value ?? null)
  }

  /** The dictionary of a value, that of a stream included; null when it has none. */
  dict(value: Value | undefined): Dict | null {
    const found = this.resolve(value)
    return found instanceof Stream ? found.dict : isDict(found) ? found : null
  }

  /** What stands under a key of a dictionary, resolved. */
  get(dict: Dict | null, key: string): Resolved {
    return this.resolve(dict?.get(key))
  }

  /** The text of a name under a key; empty where none stands. */
  name(dict: Dict | null, key: string): string {
    const value = this.get(dict, key)
    return value instanceof Name ? value.text : ''
  }

  /** The decoded data of a stream; null when its filter isn't known. */
  data(stream: Stream): Uint8Array | null {
    return decode(stream, this.resolve, this.platform)
  }

  private object(number: number): Resolved {
    const known = this.known.get(number)
    if (known !== undefined) return known
    const value = this.read.get(number) ?? this.placed(number)
    if (value === null || value instanceof Reference) throw new MalformedPdf(say('an object holds nothing of its own'))
    this.known.set(number, value)
    return value
  }

  /** An object where the table says that it stands. */
  private placed(number: number): Value {
    const place = this.places.get(number)
    if (!place) throw new MalformedPdf(say('a reference leads to an object that isn’t there'))
    if (this.opening.has(number)) throw new MalformedPdf(say('an object needs itself'))
    this.opening.add(number)
    const value = 'offset' in place ? this.at(number, place.offset) : this.packed(number, place)
    this.opening.delete(number)
    return value
  }

  private at(number: number, offset: number): Value {
    const read = readIndirect(this.bytes, offset, (length) => {
      const resolved = this.resolve(length)
      return typeof resolved === 'number' ? resolved : null
    })
    if (read.number !== number) throw new MalformedPdf(say('an object isn’t where the table says'))
    this.indirect.set(offset, read)
    return read.value
  }

  /** An object of an object stream, at the place that the table gives. */
  private packed(number: number, { stream, index }: Extract<Place, { stream: number }>): Value {
    const found = this.inStream(stream)[index]
    if (found?.number !== number) throw new MalformedPdf(say('a stream of objects doesn’t hold what the table says'))
    return found.value
  }

  /** The objects of an object stream in their order (ISO 32000-1, 7.5.7). */
  private inStream(number: number): readonly { number: number; value: Value }[] {
    const known = this.opened.get(number)
    if (known) return known
    const place = this.places.get(number)
    const stream = place && 'offset' in place ? this.object(number) : null
    const data = stream instanceof Stream ? this.data(stream) : null
    const dict = this.dict(stream)
    const first = this.get(dict, 'First')
    const count = this.get(dict, 'N')
    const damaged = new MalformedPdf(say('a stream of objects is damaged'))
    if (!data || typeof first !== 'number' || typeof count !== 'number' || count > data.length) throw damaged
    if (this.name(dict, 'Type') !== 'ObjStm' || dict?.has('Extends')) throw damaged
    const head = new Lexer(data)
    const found: { number: number; offset: number }[] = []
    for (let i = 0; i < count; i++) {
      const own = head.next()
      const offset = head.next()
      if (typeof own !== 'number' || typeof offset !== 'number' || offset <= (found.at(-1)?.offset ?? -1)) throw damaged
      found.push({ number: own, offset })
    }
    if (head.at > first || new Set(found.map((each) => each.number)).size !== found.length) throw damaged
    const values = found.map((each, i) => {
      // Some readers end an object where the next begins.
      const end = i + 1 < found.length ? first + found[i + 1]!.offset : data.length
      const lexer = new Lexer(data.subarray(0, end), first + each.offset)
      const value = lexer.value()
      if (lexer.next() !== END) throw damaged
      return { number: each.number, value }
    })
    this.opened.set(number, values)
    return values
  }
}
