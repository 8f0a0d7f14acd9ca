import { decode } from './decode.ts'
import { END, Keyword, latin1, Lexer } from './lexer.ts'
import { readIndirect } from './indirect.ts'
import { isArray, isDict, MalformedPdf, Stream, type Dict, type Value } from './value.ts'

/** Where an object stands: at an offset of the file, or in an object stream. */
export type Place = { offset: number } | { stream: number }

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
const TAIL = 2048

/** Reads the table as readers of PDF do: from the end, newer sections first. Nothing is repaired. Throws `MalformedPdf`. */
export function readTable(bytes: Uint8Array): Table {
  const tail = latin1(bytes, Math.max(0, bytes.length - TAIL), bytes.length)
  const start = /startxref\s+(\d{1,15})\s+%%EOF\s*$/.exec(tail)
  if (!start) throw new MalformedPdf('the end of the file is missing')
  const places = new Map<number, Place | null>()
  const waiting = [Number(start[1])]
  const seen = new Set<number>()
  let trailer: Dict | null = null
  let sections = 0
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset) || seen.size >= MOST_SECTIONS) throw new MalformedPdf('the table of objects leads in a circle')
    seen.add(offset)
    const section = readSection(bytes, offset, places)
    trailer ??= section
    sections++
    const mixed = section.get('XRefStm')
    const previous = section.get('Prev')
    if (typeof mixed === 'number') waiting.push(mixed)
    if (typeof previous === 'number') waiting.push(previous)
    if (mixed !== undefined) sections--
  }
  if (!trailer) throw new MalformedPdf('the table of objects is missing')
  if (trailer.has('Encrypt')) throw new MalformedPdf('it is encrypted')
  const known = new Map<number, Place>()
  for (const [number, place] of places) if (place) known.set(number, place)
  return { places: known, trailer, updates: sections - 1 - (isLinear(bytes) ? 1 : 0) }
}

/** Reads a section into `places`, where what is there already is newer. Returns its trailer. */
function readSection(bytes: Uint8Array, offset: number, places: Map<number, Place | null>): Dict {
  const lexer = new Lexer(bytes, offset)
  const first = lexer.next()
  if (typeof first === 'number') return readStreamSection(bytes, offset, places)
  if (!(first instanceof Keyword) || first.text !== 'xref')
    throw new MalformedPdf('the table of objects isn’t where the file says')
  for (;;) {
    const start = lexer.next()
    if (start instanceof Keyword && start.text === 'trailer') break
    const count = lexer.next()
    if (typeof start !== 'number' || typeof count !== 'number' || count > MOST_OBJECTS)
      throw new MalformedPdf('the table of objects is damaged')
    for (let i = 0; i < count; i++) {
      const position = lexer.next()
      lexer.next()
      const kind = lexer.next()
      if (typeof position !== 'number' || !(kind instanceof Keyword))
        throw new MalformedPdf('the table of objects is damaged')
      if (!places.has(start + i)) places.set(start + i, kind.text === 'n' ? { offset: position } : null)
    }
  }
  const trailer = lexer.value()
  if (!isDict(trailer)) throw new MalformedPdf('the table of objects has no trailer')
  return trailer
}

function readStreamSection(bytes: Uint8Array, offset: number, places: Map<number, Place | null>): Dict {
  const { value } = readIndirect(bytes, offset, (length) => (typeof length === 'number' ? length : null))
  if (!(value instanceof Stream)) throw new MalformedPdf('the table of objects isn’t where the file says')
  const { dict } = value
  const widths = numbers(dict.get('W'))
  const data = decode(value, (each) => each ?? null)
  if (widths.length !== 3 || widths.some((width) => width > 7) || !data)
    throw new MalformedPdf('the table of objects is damaged')
  const [kindWidth, secondWidth, thirdWidth] = widths as [number, number, number]
  const size = dict.get('Size')
  const ranges = dict.has('Index') ? numbers(dict.get('Index')) : [0, typeof size === 'number' ? size : 0]
  let at = 0
  const field = (width: number): number => {
    let number = 0
    for (let i = 0; i < width; i++) number = number * 256 + data[at++]!
    return number
  }
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    for (let number = ranges[i]!; number < ranges[i]! + ranges[i + 1]!; number++) {
      if (at + kindWidth + secondWidth + thirdWidth > data.length)
        throw new MalformedPdf('the table of objects is cut off')
      const kind = kindWidth === 0 ? 1 : field(kindWidth)
      const second = field(secondWidth)
      at += thirdWidth
      const place = kind === 1 ? { offset: second } : kind === 2 ? { stream: second } : null
      if (!places.has(number)) places.set(number, place)
    }
  }
  return dict
}

function numbers(value: Value | undefined): number[] {
  return isArray(value)
    ? (value.filter((each) => typeof each === 'number' && each >= 0 && Number.isInteger(each)) as number[])
    : []
}

/** Whether the file is linearized and was left as it was: its table then has two sections (ISO 32000-1, annex F). */
function isLinear(bytes: Uint8Array): boolean {
  const lexer = new Lexer(bytes)
  lexer.next()
  lexer.next()
  const keyword = lexer.next()
  if (!(keyword instanceof Keyword) || keyword.text !== 'obj') return false
  const about = lexer.next()
  return (
    about !== END &&
    !(about instanceof Keyword) &&
    isDict(about) &&
    about.has('Linearized') &&
    about.get('L') === bytes.length
  )
}
