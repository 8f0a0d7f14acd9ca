import { ripemd160, sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { latin1, sameBytes, toHex } from '../pdf/bytes.ts'

/** What vouches for a time in a proof of OpenTimestamps: a block of Bitcoin that commits to `root`, or a server that promises one. */
export type Attestation =
  { kind: 'bitcoin'; height: number; root: string } | { kind: 'pending'; address: string } | { kind: 'unknown' }

const HEAD = concatBytes(
  Uint8Array.of(0),
  utf8ToBytes('OpenTimestamps'),
  Uint8Array.of(0, 0),
  utf8ToBytes('Proof'),
  Uint8Array.of(0, 0xbf, 0x89, 0xe2, 0xe8, 0x84, 0xe8, 0x92, 0x94)
)
const VERSION = 1
const BITCOIN = '0588960d73d71901'
const PENDING = '83dfe30d2ef90c8e'
/** Limits of the format’s own reader. */
const LONGEST_MESSAGE = 4096
const LONGEST_PAYLOAD = 8192
const MOST_STEPS = 10_000
const MOST_DEPTH = 256

const HASHES: Readonly<Record<number, (data: Uint8Array) => Uint8Array>> = {
  0x02: sha1,
  0x03: ripemd160,
  0x08: sha256,
  0x67: keccak_256
}
/** Hashes by which a file is named. */
const OF_FILES: Readonly<Record<number, number>> = { 0x02: 20, 0x03: 20, 0x08: 32, 0x67: 32 }

/** Not a proof that can be read. */
class Unreadable extends Error {}

/**
 * Reads a proof of OpenTimestamps (`.ots`, version 1, https://github.com/opentimestamps/python-opentimestamps): whether it is about these bytes, and what vouches for
 * it. Null when it can’t be read. That a block of Bitcoin has the root that is computed takes the block’s header, which isn’t in the proof.
 */
export function readOpenTimestamps(
  proof: Uint8Array,
  data: Uint8Array
): { fits: boolean; attestations: Attestation[] } | null {
  try {
    const reader = new Reader(proof)
    if (!sameBytes(reader.take(HEAD.length), HEAD) || reader.number() !== VERSION) return null
    const operation = reader.byte()
    const length = OF_FILES[operation]
    if (length === undefined) return null
    const digest = reader.take(length)
    const attestations: Attestation[] = []
    walk(reader, digest, attestations, 0)
    if (!reader.isAtEnd) return null
    return { fits: sameBytes(digest, HASHES[operation]!(data)), attestations }
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

function walk(reader: Reader, message: Uint8Array, found: Attestation[], depth: number): void {
  if (depth > MOST_DEPTH) throw new Unreadable()
  let tag = reader.byte()
  for (; tag === 0xff; tag = reader.byte()) step(reader, reader.byte(), message, found, depth)
  step(reader, tag, message, found, depth)
}

function step(reader: Reader, tag: number, message: Uint8Array, found: Attestation[], depth: number): void {
  if (tag === 0) {
    found.push(attestation(reader, message))
    return
  }
  const next = applied(reader, tag, message)
  if (next.length > LONGEST_MESSAGE) throw new Unreadable()
  walk(reader, next, found, depth + 1)
}

function applied(reader: Reader, tag: number, message: Uint8Array): Uint8Array {
  if (tag === 0xf0) return concatBytes(message, reader.bytes(LONGEST_MESSAGE))
  if (tag === 0xf1) return concatBytes(reader.bytes(LONGEST_MESSAGE), message)
  if (tag === 0xf2) return message.slice().reverse()
  if (tag === 0xf3) return utf8ToBytes(toHex(message))
  const hash = HASHES[tag]
  if (!hash) throw new Unreadable()
  return hash(message)
}

function attestation(reader: Reader, message: Uint8Array): Attestation {
  const tag = toHex(reader.take(8))
  const payload = new Reader(reader.bytes(LONGEST_PAYLOAD))
  if (tag === BITCOIN) {
    const height = payload.number()
    // Blocks are told with their bytes from the last to the first.
    return { kind: 'bitcoin', height, root: toHex(message.slice().reverse()) }
  }
  if (tag !== PENDING) return { kind: 'unknown' }
  const address = latin1(payload.bytes(1000))
  return { kind: 'pending', address: address.replace(/[^!-~]/g, '\ufffd') }
}

class Reader {
  private readonly data: Uint8Array
  private at = 0
  private steps = 0

  constructor(data: Uint8Array) {
    this.data = data
  }

  get isAtEnd(): boolean {
    return this.at === this.data.length
  }

  byte(): number {
    return this.take(1)[0]!
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.data.length || ++this.steps > MOST_STEPS) throw new Unreadable()
    this.at += length
    return this.data.subarray(this.at - length, this.at)
  }

  /** A number in groups of seven bits, the lowest first. */
  number(): number {
    let value = 0
    for (let shift = 1; shift < 2 ** 49; shift *= 128) {
      const byte = this.byte()
      value += (byte & 127) * shift
      if (byte < 128) return value
    }
    throw new Unreadable()
  }

  /** Bytes with their number before them. */
  bytes(most: number): Uint8Array {
    const length = this.number()
    if (length > most) throw new Unreadable()
    return this.take(length)
  }
}
