import type { PdfObjects } from './file.ts'
import { readIndirect } from './indirect.ts'
import { linearizationOf } from './linearization.ts'
import type { PageObject } from './page-tree.ts'
import { isArray, MalformedPdf, Stream } from './value.ts'
import { say } from '../wording/say.ts'

/**
 * Checks that the shortcuts of a linearized file, by which some readers find its pages, lead to the pages of its tree. Throws
 * `MalformedPdf`.
 */
export function checkShortcuts(bytes: Uint8Array, objects: PdfObjects, pages: readonly PageObject[]): void {
  const value = linearizationOf(bytes)?.dict
  if (!value) return
  const wrong = new MalformedPdf(say('its shortcuts lead to other pages than its table'))
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
