import { Bits } from './bits.ts'

/** Entries to a row: as many bits. */
export const CHUNK = 4096
const BYTES = CHUNK / 8
const WORDS = CHUNK / 32

/** Rows of bits by small numbers, all in one array: it grows in leaps, and is used again when it's emptied. */
export class PrefixRows {
  /** Where in the array a row is, counted in rows from 1; 0 for one that isn't there. */
  #places: Int32Array
  #bits = new Uint32Array(WORDS * 1024)
  #count = 0

  /** `ids`: how many numbers there are from the start. */
  constructor(ids: number) {
    this.#places = new Int32Array(ids)
  }

  has(id: number): boolean {
    return (this.#places[id] ?? 0) !== 0
  }

  /** The words of a row, as long as no row is added; undefined for one that isn't there. */
  get(id: number): Uint32Array | undefined {
    const place = this.#places[id] ?? 0
    return place === 0 ? undefined : this.#bits.subarray((place - 1) * WORDS, place * WORDS)
  }

  /** Adds an empty row, or one as it was stored. */
  add(id: number, stored: Uint8Array | null): void {
    if (id >= this.#places.length) this.#places = grown(this.#places, Math.max(id + 1, this.#places.length * 2))
    const from = this.#count * WORDS
    if (from + WORDS > this.#bits.length) this.#bits = grown(this.#bits, this.#bits.length * 2)
    if (stored) this.#bits.set(decodeRow(stored), from)
    else this.#bits.fill(0, from, from + WORDS)
    this.#places[id] = ++this.#count
  }

  /** Sets the bit of an entry in a row that is there. */
  set(id: number, entry: number): void {
    const bit = entry % CHUNK
    this.#bits[(this.#places[id]! - 1) * WORDS + (bit >>> 5)]! |= 1 << (bit & 31)
  }

  /** Sets in a row what another has; both are there. */
  join(id: number, other: number): void {
    const bits = this.#bits
    const to = (this.#places[id]! - 1) * WORDS
    const from = (this.#places[other]! - 1) * WORDS
    for (let i = 0; i < WORDS; i++) bits[to + i]! |= bits[from + i]!
  }

  clear(): void {
    this.#places.fill(0)
    this.#count = 0
  }
}

/** Few numbers are a list of them, two bytes each; more are a bit each. */
export function encodeRow(row: Uint32Array): Uint8Array {
  const bits = new Bits(row)
  const count = bits.count()
  if (count * 2 >= BYTES) return new Uint8Array(row.slice().buffer)
  const list = new Uint8Array(count * 2)
  let at = 0
  bits.each((number) => {
    list[at++] = number >>> 8
    list[at++] = number & 0xff
  })
  return list
}

/** A row as it was stored; what can't be a number of it is passed over. */
export function decodeRow(stored: Uint8Array): Uint32Array {
  if (stored.length === BYTES) return new Uint32Array(stored.slice().buffer)
  const row = new Uint32Array(WORDS)
  for (let i = 0; i + 1 < stored.length; i += 2) {
    const number = (stored[i]! << 8) | stored[i + 1]!
    if (number < CHUNK) row[number >>> 5]! |= 1 << (number & 31)
  }
  return row
}

function grown<T extends Int32Array | Uint32Array>(array: T, length: number): T {
  const more = new (array.constructor as new (length: number) => T)(length)
  more.set(array)
  return more
}
