import { finish, WORD_WEIGHT, wordsOf, type Words } from './words.ts'

/**
 * What a text is recognised by: some of the hashes of its runs of six words, chosen by winnowing (Schleimer, Wilkerson, Aiken 2003), so
 * that two texts with nine words in a row in common share at least one.
 */
export interface Fingerprint {
  /** Number of words in the text. */
  readonly words: number
  /** The hashes in order of place, each once, and the number of the word at which the run of each begins. */
  readonly hashes: Int32Array
  readonly positions: Int32Array
}

/** Words in a run. */
export const RUN = 6
/** Of so many neighbouring runs the one with the least hash is taken. */
const WINDOW = 4
const VERSION = 1

/** Makes the fingerprint of a text. A text of fewer than six words has none that could be shared. */
export function fingerprint(text: string): Fingerprint {
  return fingerprintOf(wordsOf(text))
}

/** Makes the fingerprint of a text whose words were found already. */
export function fingerprintOf(words: Words): Fingerprint {
  const runs = hashRuns(words, RUN)
  const hashes: number[] = []
  const positions: number[] = []
  const known = new Set<number>()
  let taken = -1
  const windows = runs.length - Math.min(WINDOW, runs.length) + 1
  for (let first = 0; runs.length > 0 && first < windows; first++) {
    const end = Math.min(first + WINDOW, runs.length)
    let least = first
    for (let at = first + 1; at < end; at++) if (runs[at]! <= runs[least]!) least = at
    if (least === taken) continue
    taken = least
    if (known.has(runs[least]!)) continue
    known.add(runs[least]!)
    hashes.push(runs[least]!)
    positions.push(least)
  }
  return { words: words.hashes.length, hashes: Int32Array.from(hashes), positions: Int32Array.from(positions) }
}

/** The hash of the run of `length` words that begins at each word; those that the text's end cuts off are left out. */
export function hashRuns(words: Words, length: number): Int32Array {
  const { hashes, weights } = words
  const runs = new Int32Array(hashes.length)
  const full = length * WORD_WEIGHT
  for (let first = 0; first < hashes.length; first++) {
    let hash = 17
    let weight = 0
    let at = first
    for (; weight < full && at < hashes.length; at++) {
      hash = Math.imul(hash ^ hashes[at]!, 0x01000193)
      hash ^= hash >>> 15
      weight += weights[at]!
    }
    if (weight < full) return runs.subarray(0, first)
    runs[first] = finish(hash)
  }
  return runs
}

/**
 * Writes a fingerprint as bytes: a version, the number of words and of hashes, the distances between positions (numbers of 7 bits
 * a byte, lowest first), then the hashes, little-endian.
 */
export function encodeFingerprint({ words, hashes, positions }: Fingerprint): Uint8Array {
  const head: number[] = [VERSION]
  const put = (value: number): void => {
    let rest = value
    for (; rest > 0x7f; rest >>>= 7) head.push((rest & 0x7f) | 0x80)
    head.push(rest)
  }
  put(words)
  put(hashes.length)
  let previous = 0
  for (const position of positions) {
    put(position - previous)
    previous = position
  }
  const bytes = new Uint8Array(head.length + hashes.length * 4)
  bytes.set(head)
  const view = new DataView(bytes.buffer)
  hashes.forEach((hash, index) => view.setInt32(head.length + index * 4, hash, true))
  return bytes
}

/** Reads what `encodeFingerprint` wrote; null when it's damaged or of another version: it is made again from the text then. */
export function decodeFingerprint(bytes: Uint8Array): Fingerprint | null {
  let at = 1
  const take = (): number => {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined) return NaN
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    return NaN
  }
  if (bytes[0] !== VERSION) return null
  const words = take()
  const count = take()
  if (!(words <= 0x7fffffff) || !(count <= words) || count * 5 > bytes.length) return null
  const positions = new Int32Array(count)
  let position = 0
  for (let index = 0; index < count; index++) {
    const step = take()
    if (!(step > 0 || index === 0) || !(position + step < words)) return null
    positions[index] = position += step
  }
  if (bytes.length !== at + count * 4) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const hashes = Int32Array.from({ length: count }, (_, index) => view.getInt32(at + index * 4, true))
  return { words, hashes, positions }
}
