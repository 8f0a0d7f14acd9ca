import { Keyword, Lexer } from './lexer.ts'
import { readIndirect } from './indirect.ts'
import type { PdfObjects } from './file.ts'
import type { PageObject } from './page-tree.ts'
import { isArray, isDict, MalformedPdf, Stream, type Dict } from './value.ts'

/** How far into a file its linearization may stand (ISO 32000-1, annex F). */
const HEAD = 1024

/** The linearization of a file that was left as it was; null when there is none. `table` is where its newest table stands. */
export function readLinearization(bytes: Uint8Array, table: number): Dict | null {
  const at = firstObject(bytes)
  if (at === null) return null
  const { value, end } = readIndirect(bytes, at, (length) => (typeof length === 'number' ? length : null))
  if (!isDict(value) || !value.has('Linearized')) return null
  // With more behind it the file was updated, and no longer counts as linearized.
  if (value.get('L') !== bytes.length) return null
  // Some readers look for the table behind it and not at the end of the file.
  const next = new Lexer(bytes, end)
  next.skipWhite()
  if (next.at !== table) throw new MalformedPdf('the file has two beginnings')
  return value
}

/** Where the first object of a file stands; null when something else comes first. */
function firstObject(bytes: Uint8Array): number | null {
  const lexer = new Lexer(bytes)
  lexer.skipWhite()
  const at = lexer.at
  if (at > HEAD || bytes[at] === undefined || bytes[at] < 0x30 || bytes[at] > 0x39) return null
  lexer.next()
  lexer.next()
  const keyword = lexer.next()
  return keyword instanceof Keyword && keyword.text === 'obj' ? at : null
}

/**
 * Checks that the shortcuts of a linearized file, by which some readers find its pages, lead to the pages of its tree. Throws
 * `MalformedPdf`.
 */
export function checkShortcuts(bytes: Uint8Array, objects: PdfObjects, pages: readonly PageObject[]): void {
  const at = firstObject(bytes)
  if (at === null) return
  const { value } = readIndirect(bytes, at, (length) => (typeof length === 'number' ? length : null))
  if (!isDict(value) || !value.has('Linearized')) return
  const wrong = new MalformedPdf('its shortcuts lead to other pages than its table')
  const first = value.has('P') ? value.get('P') : 0
  const [page] = pages
  if (!page || first !== 0 || value.get('N') !== pages.length || value.get('O') !== page.object) throw wrong
  const hints = value.get('H')
  if (!isArray(hints) || hints.length !== 2 || typeof hints[0] !== 'number') throw wrong
  const { value: stream } = readIndirect(bytes, hints[0], (length) => {
    const resolved = objects.resolve(length)
    return typeof resolved === 'number' ? resolved : null
  })
  const data = stream instanceof Stream ? objects.data(stream) : null
  if (!data || !sameNumbers(hinted(data, pages.length, page.object), pages)) throw wrong
}

/** The numbers of the page objects as the page offset hint table gives them (ISO 32000-1, F.4.1). */
function hinted(data: Uint8Array, count: number, first: number): number[] {
  let bit = 0
  const read = (bits: number): number => {
    let value = 0
    for (let i = 0; i < bits; i++, bit++) value = value * 2 + ((data[bit >> 3]! >> (7 - (bit & 7))) & 1)
    return value
  }
  const least = read(32)
  read(32)
  const width = read(16)
  bit = HEADER_BITS
  const found = [first]
  // The objects of the first page stand apart, behind those of all others.
  let next = 1
  for (let page = 0; page < count; page++) {
    const objects = least + read(width)
    if (page > 0) {
      found.push(next)
      next += objects
    }
  }
  return found
}

/** Bits of the table before what it says of each page. */
const HEADER_BITS = 36 * 8

function sameNumbers(numbers: readonly number[], pages: readonly PageObject[]): boolean {
  return numbers.every((number, i) => number === pages[i]?.object)
}
