import { nameText, PACKING } from './canonical.ts'
import { isNearWhole, numberText } from './numbers.ts'
import { toHex } from './bytes.ts'
import type { PdfObjects } from './file.ts'
import { isArray, isDict, MalformedPdf, Name, PdfString, Reference, Stream, type Dict, type Value } from './value.ts'
import { say } from '../wording/say.ts'

const MOST_DEPTH = 80
/** More values than this are an attack. */
const MOST_VALUES = 20_000_000
/** Keys up to which each is put in its place one by one. */
const MOST_INSERTED = 16
const NOTHING: ReadonlySet<string> = new Set()
/** A dictionary, array or string whose text is longer is given by the SHA-256 of that text. */
const LONGEST = 256

/**
 * Writes the values of a PDF as texts that are alike for all files that hold the same, whichever way their objects are numbered,
 * shared, packed or put in order. What others refer to by its place is written as that place: `places` gives the name of each such
 * dictionary, such as `@page 3`. All else is written as what it holds. `docs/proof-format.md` defines it for other programs.
 */
export class Graph {
  private readonly objects: PdfObjects
  private readonly places: ReadonlyMap<Dict, string>
  private readonly known = new Map<object, string>()
  private readonly open = new Set<object>()
  private values = 0

  constructor(objects: PdfObjects, places: ReadonlyMap<Dict, string>) {
    this.objects = objects
    this.places = places
  }

  /** A value as text. Throws `MalformedPdf` where values lead in a circle that isn't one of places. */
  text(value: Value | undefined, depth = 0): string {
    const found = this.objects.resolve(value)
    if (typeof found !== 'object' || found === null || found instanceof Name || found instanceof PdfString)
      return this.short(scalarText(found))
    const place = this.places.get(found instanceof Stream ? found.dict : (found as Dict))
    return place ?? this.container(found, depth)
  }

  /** What a dictionary holds whose place has a name, less the entries left out. */
  own(dict: Dict, without = NOTHING): string {
    return this.dict(dict, 0, without)
  }

  /** The SHA-256 of texts, each on a line. */
  digest(texts: readonly string[]): string {
    let whole = ''
    for (const text of texts) whole += `${text}\n`
    return this.objects.platform.sha256(whole)
  }

  private container(found: Stream | readonly Value[] | Dict, depth: number): string {
    const known = this.known.get(found)
    if (known !== undefined) return known
    if (this.open.has(found)) throw new MalformedPdf(say('values lead in a circle'))
    if (depth > MOST_DEPTH || ++this.values > MOST_VALUES) throw new MalformedPdf(say('values are nested too deeply'))
    this.open.add(found)
    const text = this.short(
      found instanceof Stream
        ? this.stream(found, depth)
        : isArray(found)
          ? this.array(found, depth)
          : this.dict(found, depth, NOTHING)
    )
    this.open.delete(found)
    this.known.set(found, text)
    return text
  }

  private short(text: string): string {
    return text.length > LONGEST ? `#${this.objects.platform.sha256(text)}` : text
  }

  private stream(stream: Stream, depth: number): string {
    const data = this.objects.data(stream)
    const without = data === null ? new Set(['Length']) : PACKING
    return `${this.dict(stream.dict, depth, without)}stream ${this.objects.platform.sha256(data ?? stream.data)}`
  }

  private array(values: readonly Value[], depth: number): string {
    let text = '['
    for (let i = 0; i < values.length; i++) text += (i > 0 ? ' ' : '') + this.text(values[i], depth + 1)
    return `${text}]`
  }

  private dict(dict: Dict, depth: number, without: ReadonlySet<string>): string {
    let text = '<<'
    for (const key of sortedKeys(dict)) {
      const value = dict.get(key)
      if (without.has(key) || this.objects.resolve(value) === null) continue
      text += `${text.length > 2 ? ' ' : ''}${nameText(key)} ${this.text(value, depth + 1)}`
    }
    return `${text}>>`
  }
}

/** The keys of a dictionary in order. Most have few, for which a general sort takes longer than all else. */
function sortedKeys(dict: Dict): readonly string[] {
  const keys: string[] = []
  for (const key of dict.keys()) {
    if (keys.length > MOST_INSERTED) return [...dict.keys()].sort()
    let at = keys.push(key) - 1
    for (; at > 0 && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!
    keys[at] = key
  }
  return keys
}

/** The text of a value that holds no others. */
export function scalarText(value: null | boolean | number | Name | PdfString): string {
  // Readers take what is no whole number differently where one belongs.
  if (typeof value === 'number') return isNearWhole(value) ? String(value) : numberText(value)
  if (value instanceof Name) return nameText(value.text)
  if (value instanceof PdfString) return `<${toHex(value.bytes)}>`
  return String(value)
}

/** An operand of content as text: it refers to no object. */
export function operandText(value: Value): string {
  if (isArray(value)) return `[${value.map(operandText).join(' ')}]`
  if (isDict(value)) {
    const entries = [...value].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `<<${entries.map(([key, each]) => `${nameText(key)} ${operandText(each)}`).join(' ')}>>`
  }
  if (value instanceof Reference || value instanceof Stream) throw new MalformedPdf(say('content refers to an object'))
  return scalarText(value)
}
