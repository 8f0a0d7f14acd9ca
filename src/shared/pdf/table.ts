import { latin1 } from './bytes.ts'
import { decode } from './decode.ts'
import { readIndirect, type Indirect } from './indirect.ts'
import { Lexer } from './lexer.ts'
import { readLinearization } from './linearization.ts'
import type { PdfPlatform } from './platform.ts'
import type { Place, Section, Stretch, Table } from './sections.ts'
import { checkTiling } from './tiling.ts'
import { isArray, isDict, MalformedPdf, Name, Reference, Stream, type Dict, type Value } from './value.ts'
import { say } from '../wording/say.ts'

/** Why an encrypted PDF isn’t read. */
export const ENCRYPTED = say('it is encrypted')

const MOST_SECTIONS = 100
const MOST_OBJECTS = 5_000_000
/** The end of a file within which `startxref` must stand. */
const TAIL = 1024
/** Other white space some readers don't take for any here. */
const WHITE = '[\\t\\n\\r ]'
const END_OF_FILE = new RegExp(`startxref${WHITE}+(\\d{1,10})${WHITE}+%%EOF${WHITE}*$`)

/**
 * Reads the table as readers of PDF do: from the end, newer sections first. Nothing is repaired, and nothing that readers would
 * repair is let through: every byte of a file that wasn't added to belongs to an object, a section or the space between. `before`: see
 * `checkTiling`. Throws `MalformedPdf`.
 */
export function readTable(bytes: Uint8Array, platform: PdfPlatform, before: ReadonlyMap<number, Indirect>): Table {
  const from = Math.max(0, bytes.length - TAIL)
  const start = END_OF_FILE.exec(latin1(bytes, from))
  if (!start) throw new MalformedPdf(say('the end of the file is missing'))
  const newest = Number(start[1])
  const sections: Section[] = []
  const seen = new Set<number>()
  for (let offset: number | null = newest; offset !== null; offset = previousOf(sections.at(-1)!)) {
    if (seen.has(offset) || seen.size >= MOST_SECTIONS)
      throw new MalformedPdf(say('the table of objects leads in a circle'))
    if (offset >= bytes.length) throw new MalformedPdf(say('the table of objects isn’t where the file says'))
    seen.add(offset)
    sections.push(readSection(bytes, offset, platform))
  }
  const linear = readLinearization(bytes, sections) && sections.length === 2
  const updates = sections.length - (linear ? 2 : 1)
  const known = join(sections, linear)
  const end: Stretch = { start: from + start.index, end: bytes.length }
  const parts = [...sections.map(({ stretch }) => stretch), end]
  const read = updates > 0 ? new Map() : checkTiling(bytes, known, parts, before)
  return { places: known, trailer: sections[0]!.trailer, updates, read }
}

/** The places of all objects. Throws `MalformedPdf` where sections tell different things of one, or of what isn't there. */
function join(sections: readonly Section[], linear: boolean): Map<number, Place> {
  const { trailer } = sections[0]!
  const places = new Map<number, Place | null>()
  for (const section of sections) {
    if (section.trailer.has('Encrypt')) throw new MalformedPdf(ENCRYPTED)
    if (!isTarget(section.trailer, trailer)) throw new MalformedPdf(say('the file has two beginnings'))
    for (const [number, place] of section.places) {
      const known = places.has(number)
      // Both sections of a linearized file are of one time: where they told of the same object, readers would differ.
      if (known && linear) throw new MalformedPdf(say('the table of objects has an object twice'))
      if (!known) places.set(number, place)
    }
  }
  const numbers = [...places.keys()].reduce((most, number) => Math.max(most, number), 0)
  if (trailer.get('Size') !== numbers + 1) throw new MalformedPdf(say('the table of objects isn’t as large as it says'))
  if (places.get(0) !== null) throw new MalformedPdf(say('the table of objects has no first entry'))
  const known = new Map<number, Place>()
  for (const [number, place] of places) if (place) known.set(number, place)
  for (const place of known.values()) {
    if (!('stream' in place)) continue
    const holder = known.get(place.stream)
    if (!holder || 'stream' in holder) throw new MalformedPdf(say('the table of objects leads nowhere'))
  }
  return known
}

/** Where the section before this one stands; null when it's the first. */
function previousOf({ trailer }: Section): number | null {
  if (trailer.has('XRefStm')) throw new MalformedPdf(say('it has two tables of objects for different readers'))
  const previous = trailer.get('Prev')
  if (previous === undefined) return null
  if (!isCount(previous) || previous === 0) throw new MalformedPdf(say('the table of objects is damaged'))
  return previous
}

/** Whether a trailer names no other root and properties than the newest one, which must name a root. */
function isTarget(trailer: Dict, newest: Dict): boolean {
  return ['Root', 'Info'].every((key) => {
    const [one, other] = [trailer.get(key), newest.get(key)]
    if (one === undefined) return key === 'Info' || trailer !== newest
    return one instanceof Reference && other instanceof Reference && one.number === other.number
  })
}

function readSection(bytes: Uint8Array, offset: number, platform: PdfPlatform): Section {
  if (latin1(bytes, offset, offset + 4) !== 'xref') return readStreamSection(bytes, offset, platform)
  const places = new Map<number, Place | null>()
  const damaged = new MalformedPdf(say('the table of objects is damaged'))
  const first = EOL.exec(latin1(bytes, offset + 4, offset + 8))
  if (!first) throw damaged
  let at = offset + 4 + first[0].length
  let entries = 0
  for (;;) {
    const head = SUBSECTION.exec(latin1(bytes, at, at + 32))
    if (!head) break
    const [start, count] = [Number(head[1]), Number(head[2])]
    if (start + count > MOST_OBJECTS) throw damaged
    at += head[0].length
    if (entries === 0) entries = at
    at = readEntries(bytes, at, start, count, places)
  }
  const before = /^[\n\r ]*trailer/.exec(latin1(bytes, at, at + 16))
  if (!before) throw damaged
  const lexer = new Lexer(bytes, at + before[0].length)
  const trailer = lexer.value()
  if (!isDict(trailer)) throw new MalformedPdf(say('the table of objects has no trailer'))
  return { places, trailer, stretch: { start: offset, end: endOf(bytes, lexer.at) }, entries }
}

/** A linearized file has an end of its own behind its first section. */
function endOf(bytes: Uint8Array, at: number): number {
  return at + (/^[\t\n\r ]*startxref[\n\r ]+0[\n\r ]+%%EOF/.exec(latin1(bytes, at, at + 64))?.[0].length ?? 0)
}

const EOL = /^ ?(?:\r\n|\n|\r)/
const SUBSECTION = /^(\d{1,10}) (\d{1,10}) ?(?:\r\n|\n|\r)/
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
  for (let number = start; number < start + count; number++, at += ENTRY_BYTES) {
    const entry = ENTRY.exec(latin1(bytes, at, at + ENTRY_BYTES))
    if (!entry) throw new MalformedPdf(say('the table of objects is damaged'))
    const used = entry[3] === 'n'
    if (used && entry[2] !== '00000') throw new MalformedPdf(say('the table of objects names generations'))
    // Some readers take the first entry that is free for good for that of object 0.
    if (!used && number !== 0 && Number(entry[2]) >= 65535)
      throw new MalformedPdf(say('the table of objects has free entries that readers take differently'))
    addPlace(places, number, used ? { offset: Number(entry[1]) } : null, bytes.length)
  }
  return at
}

function addPlace(places: Map<number, Place | null>, number: number, place: Place | null, length: number): void {
  if (places.has(number)) throw new MalformedPdf(say('the table of objects has an object twice'))
  if (place && (number === 0 || ('offset' in place && (place.offset === 0 || place.offset >= length))))
    throw new MalformedPdf(say('the table of objects leads nowhere'))
  places.set(number, place)
}

/** Widths of fields beyond these some readers don't take. */
const MOST_WIDTHS = [1, 4, 2]

function readStreamSection(bytes: Uint8Array, offset: number, platform: PdfPlatform): Section {
  const { value, end } = readIndirect(bytes, offset, (length) => (typeof length === 'number' ? length : null))
  const type = value instanceof Stream ? value.dict.get('Type') : null
  if (!(value instanceof Stream) || !(type instanceof Name) || type.text !== 'XRef')
    throw new MalformedPdf(say('the table of objects isn’t where the file says'))
  const { dict } = value
  const widths = counts(dict.get('W'))
  const data = decode(value, (each) => each ?? null, platform)
  const damaged = new MalformedPdf(say('the table of objects is damaged'))
  if (widths.length !== 3 || widths.some((width, i) => width > MOST_WIDTHS[i]!) || widths[1] === 0 || !data)
    throw damaged
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
  return { places, trailer: dict, stretch: { start: offset, end: endOf(bytes, end) }, entries: offset }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function counts(value: Value | undefined): number[] {
  if (!isArray(value) || !value.every(isCount)) throw new MalformedPdf(say('the table of objects is damaged'))
  return value as number[]
}
