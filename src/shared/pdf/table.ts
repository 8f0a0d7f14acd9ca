import { latin1 } from './bytes.ts'
import { decode } from './decode.ts'
import { readIndirect } from './indirect.ts'
import { Keyword, Lexer } from './lexer.ts'
import { readLinearization } from './linearization.ts'
import type { PdfPlatform } from './platform.ts'
import { isArray, isDict, MalformedPdf, Name, Reference, Stream, type Dict, type Value } from './value.ts'

/** Where an object stands: at an offset of the file, or in an object stream. */
export type Place = { offset: number } | { stream: number; index: number }

/** The cross-reference table of a file with all its sections (ISO 32000-1, 7.5.4 and 7.5.8). */
export interface Table {
  places: ReadonlyMap<number, Place>
  trailer: Dict
  /** How many times something was added to the file after it was first written. */
  updates: number
}

const MOST_SECTIONS = 100
const MOST_OBJECTS = 5_000_000
/** The end of a file within which `startxref` must stand. */
const TAIL = 1024
/** What PDF counts as white space, for expressions. */
const WHITE = '[\\0\\t\\n\\f\\r ]'
const END_OF_FILE = new RegExp(`startxref${WHITE}+(\\d{1,15})${WHITE}+%%EOF${WHITE}*$`)

/** Reads the table as readers of PDF do: from the end, newer sections first. Nothing is repaired. Throws `MalformedPdf`. */
export function readTable(bytes: Uint8Array, platform: PdfPlatform): Table {
  const start = END_OF_FILE.exec(latin1(bytes, Math.max(0, bytes.length - TAIL)))
  if (!start) throw new MalformedPdf('the end of the file is missing')
  const sections: Section[] = []
  const seen = new Set<number>()
  for (let offset: number | null = Number(start[1]); offset !== null; offset = previousOf(sections.at(-1)!)) {
    if (seen.has(offset) || seen.size >= MOST_SECTIONS) throw new MalformedPdf('the table of objects leads in a circle')
    if (offset >= bytes.length) throw new MalformedPdf('the table of objects isn’t where the file says')
    seen.add(offset)
    sections.push(readSection(bytes, offset, platform))
  }
  const trailer = sections[0]!.trailer
  const size = trailer.get('Size')
  const places = new Map<number, Place | null>()
  const linearization = readLinearization(bytes, Number(start[1]))
  const linear = linearization !== null && sections.length === 2
  for (const section of sections) {
    if (section.trailer.has('Encrypt')) throw new MalformedPdf('it is encrypted')
    for (const [number, place] of section.places) {
      const known = places.has(number)
      // Both sections of a linearized file are of one time: where they told of the same object, readers would differ.
      if (known && linear) throw new MalformedPdf('the table of objects has an object twice')
      if (!known) places.set(number, place)
    }
    if (linear && !sameTarget(section.trailer, trailer)) throw new MalformedPdf('the file has two beginnings')
  }
  const known = new Map<number, Place>()
  for (const [number, place] of places) {
    if (!place) continue
    if (typeof size !== 'number' || number >= size)
      throw new MalformedPdf('the table of objects is larger than it says')
    known.set(number, place)
  }
  return { places: known, trailer, updates: sections.length - (linear ? 2 : 1) }
}

interface Section {
  places: Map<number, Place | null>
  trailer: Dict
}

/** Where the section before this one stands; null when it's the first. */
function previousOf({ trailer }: Section): number | null {
  if (trailer.has('XRefStm')) throw new MalformedPdf('it has two tables of objects for different readers')
  const previous = trailer.get('Prev')
  if (previous === undefined) return null
  if (typeof previous !== 'number' || !Number.isInteger(previous) || previous <= 0)
    throw new MalformedPdf('the table of objects is damaged')
  return previous
}

function sameTarget(a: Dict, b: Dict): boolean {
  return ['Root', 'Info'].every((key) => {
    const [one, other] = [a.get(key), b.get(key)]
    return one === undefined || (one instanceof Reference && other instanceof Reference && one.number === other.number)
  })
}

function readSection(bytes: Uint8Array, offset: number, platform: PdfPlatform): Section {
  if (latin1(bytes, offset, offset + 4) !== 'xref') return readStreamSection(bytes, offset, platform)
  const places = new Map<number, Place | null>()
  const lexer = new Lexer(bytes, offset + 4)
  for (;;) {
    const start = lexer.next()
    if (start instanceof Keyword && start.text === 'trailer') break
    const count = lexer.next()
    if (!isCount(start) || !isCount(count) || start + count > MOST_OBJECTS)
      throw new MalformedPdf('the table of objects is damaged')
    lexer.at = readEntries(bytes, lexer.at, start, count, places)
  }
  const trailer = lexer.value()
  if (!isDict(trailer)) throw new MalformedPdf('the table of objects has no trailer')
  return { places, trailer }
}

const ENTRY = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/
const ENTRY_BYTES = 20

/** Reads entries of 20 bytes each, as ISO 32000-1 has them to the byte. Gives where they end. */
function readEntries(
  bytes: Uint8Array,
  from: number,
  start: number,
  count: number,
  places: Map<number, Place | null>
): number {
  let at = from
  while (bytes[at] === 32) at++
  if (bytes[at] === 13) at++
  if (bytes[at] === 10) at++
  for (let number = start; number < start + count; number++, at += ENTRY_BYTES) {
    const entry = ENTRY.exec(latin1(bytes, at, at + ENTRY_BYTES))
    if (!entry) throw new MalformedPdf('the table of objects is damaged')
    const used = entry[3] === 'n'
    if (used && Number(entry[2]) !== 0) throw new MalformedPdf('the table of objects names generations')
    addPlace(places, number, used ? { offset: Number(entry[1]) } : null, bytes.length)
  }
  return at
}

function addPlace(places: Map<number, Place | null>, number: number, place: Place | null, length: number): void {
  if (places.has(number)) throw new MalformedPdf('the table of objects has an object twice')
  if (place && (number === 0 || ('offset' in place && (place.offset === 0 || place.offset >= length))))
    throw new MalformedPdf('the table of objects leads nowhere')
  places.set(number, place)
}

function readStreamSection(bytes: Uint8Array, offset: number, platform: PdfPlatform): Section {
  const { value } = readIndirect(bytes, offset, (length) => (typeof length === 'number' ? length : null))
  const type = value instanceof Stream ? value.dict.get('Type') : null
  if (!(value instanceof Stream) || !(type instanceof Name) || type.text !== 'XRef')
    throw new MalformedPdf('the table of objects isn’t where the file says')
  const { dict } = value
  const widths = counts(dict.get('W'))
  const data = decode(value, (each) => each ?? null, platform)
  const damaged = new MalformedPdf('the table of objects is damaged')
  if (widths.length !== 3 || widths.some((width) => width > 6) || widths[1] === 0 || !data) throw damaged
  const [kindWidth, secondWidth, thirdWidth] = widths as [number, number, number]
  const size = dict.get('Size')
  if (!isCount(size)) throw damaged
  const ranges = dict.has('Index') ? counts(dict.get('Index')) : [0, size]
  const entries = ranges.reduce((sum, each, i) => sum + (i % 2 === 1 ? each : 0), 0)
  if (ranges.length % 2 !== 0 || entries > MOST_OBJECTS) throw damaged
  if (data.length !== entries * (kindWidth + secondWidth + thirdWidth)) throw damaged
  const places = new Map<number, Place | null>()
  let at = 0
  const field = (width: number): number => {
    let number = 0
    for (let i = 0; i < width; i++) number = number * 256 + data[at++]!
    return number
  }
  for (let i = 0; i < ranges.length; i += 2) {
    for (let number = ranges[i]!; number < ranges[i]! + ranges[i + 1]!; number++) {
      const kind = kindWidth === 0 ? 1 : field(kindWidth)
      const second = field(secondWidth)
      const third = field(thirdWidth)
      if (kind > 2 || (kind === 1 && third !== 0)) throw damaged
      const place = kind === 1 ? { offset: second } : kind === 2 ? { stream: second, index: third } : null
      addPlace(places, number, place, bytes.length)
    }
  }
  return { places, trailer: dict }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function counts(value: Value | undefined): number[] {
  if (!isArray(value) || !value.every(isCount)) throw new MalformedPdf('the table of objects is damaged')
  return value as number[]
}
