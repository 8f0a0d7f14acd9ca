import { crc32, createInflateRaw, inflateRawSync, constants } from 'node:zlib'
import { ByteReader } from './byte-reader.ts'

/** Compressed bytes that are unpacked at once: at most a thousand times as many come of them. */
const PIECE = 1 << 14
/** Longest header of a gzip member. */
const LONGEST_HEADER = 1 << 16
const TRAILER = 8
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08])
const WINDOW = 1 << 18
/** Enough of a member to see what it holds. */
const SAMPLE = 2048

/** A place in a compressed file that can't be unpacked. */
export class DamagedMember extends Error {
  override readonly name = 'DamagedMember'
}

/** A stretch of a web archive that ends where its compression says, whatever the records in it claim. */
export interface Member {
  /** Where it begins in the file. */
  at: number
  /** Its bytes, unpacked. Rejects with a DamagedMember where they are damaged or cut off. */
  reader: ByteReader
  /** Whether the end of `reader` is a sure one: that of a gzip member rather than that of a file. */
  isBounded: boolean
}

/**
 * Goes through a web archive stretch by stretch: the members of a gzip file (RFC 1952), of which each holds one record as a rule, or the whole of a file that
 * isn't compressed. After a damaged member it goes on with the next one that holds a record.
 */
export async function* membersOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Member, undefined> {
  const file = new ByteReader(source)
  try {
    if (!(await file.peek(2)).equals(MAGIC.subarray(0, 2))) {
      yield { at: 0, reader: file, isBounded: false }
      return
    }
    for (;;) {
      const start = file.position
      const { found, hasLost } = await findMember(file)
      if (hasLost) yield { at: start, reader: new ByteReader(unreadable()), isBounded: true }
      if (!found) return
      const at = file.position
      const pieces = inflate(file)
      yield { at, reader: new ByteReader(pieces), isBounded: true }
      await drain(pieces)
    }
  } finally {
    await file.close()
  }
}

/** Goes to the next gzip member that holds a record, mostly the one right here. Tells whether anything but filling was passed over. */
async function findMember(file: ByteReader): Promise<{ found: boolean; hasLost: boolean }> {
  let hasLost = false
  for (;;) {
    const window = await file.peek(WINDOW)
    const at = window.indexOf(MAGIC)
    const isLast = window.length < WINDOW
    const passed = await file.take(at !== -1 ? at : isLast ? window.length : window.length - MAGIC.length + 1)
    hasLost ||= passed.some((byte) => byte !== 0)
    if (at !== -1) {
      if (holdsRecord(await file.peek(LONGEST_HEADER + SAMPLE))) return { found: true, hasLost }
      await file.take(1)
      hasLost = true
    } else if (isLast) return { found: false, hasLost }
  }
}

async function* unreadable(): AsyncGenerator<Uint8Array, undefined> {
  yield* [] as Uint8Array[]
  await Promise.reject(new DamagedMember('nothing in it can be unpacked'))
}

function holdsRecord(bytes: Buffer): boolean {
  const header = headerLength(bytes)
  if (header === null) return false
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 8 * 1024 * 1024 }
    const start = inflateRawSync(bytes.subarray(header, header + SAMPLE), options)
    return start.length === 0 || /^\s*WARC\//.test(start.toString('latin1', 0, 64))
  } catch (error) {
    // What can't be unpacked only looks like the beginning of a member.
    if (error instanceof Error) return false
    throw error
  }
}

/** Length of a member's header; null when there is none. */
function headerLength(bytes: Buffer): number | null {
  const flags = bytes[3]
  if (bytes.length < 10 || flags === undefined || (flags & 0xe0) !== 0) return null
  let at = 10
  if ((flags & 4) !== 0) at += 2 + (bytes.length > 11 ? bytes.readUInt16LE(10) : 0)
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue
    const end = bytes.indexOf(0, at)
    if (end === -1) return null
    at = end + 1
  }
  if ((flags & 2) !== 0) at += 2
  return at <= Math.min(bytes.length, LONGEST_HEADER) ? at : null
}

/** Goes to a member's end, or somewhere behind its beginning when it's damaged. */
async function drain(pieces: AsyncGenerator<Uint8Array, undefined>): Promise<void> {
  try {
    while ((await pieces.next()).done !== true);
  } catch (error) {
    // Who reads on behind a damaged member has been told, or didn't need the rest.
    if (!(error instanceof DamagedMember)) throw error
  }
}

/** Unpacks one member as it's read, and leaves the file right behind it. */
async function* inflate(file: ByteReader): AsyncGenerator<Uint8Array, undefined> {
  await file.take(headerLength(await file.peek(LONGEST_HEADER)) ?? 0)
  const unpacker = new Unpacker()
  let checksum = 0
  let length = 0
  try {
    while (!unpacker.hasEnded) {
      const piece = await file.take(PIECE)
      if (piece.length === 0) throw new DamagedMember('it is cut off')
      const { out, left, failure } = await unpacker.push(piece)
      if (failure !== null) {
        file.unread(piece)
        throw new DamagedMember(failure.message)
      }
      file.unread(piece.subarray(piece.length - left))
      for (const chunk of out) {
        checksum = crc32(chunk, checksum)
        length += chunk.length
        yield chunk
      }
    }
  } finally {
    unpacker.close()
  }
  const trailer = await file.take(TRAILER)
  if (trailer.length < TRAILER) throw new DamagedMember('it is cut off')
  if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== length % 2 ** 32)
    throw new DamagedMember('its checksum is another one')
}

/** Deflated data (RFC 1951) unpacked piece by piece; tells where it ends. */
class Unpacker {
  readonly #inflate = createInflateRaw()
  #out: Uint8Array[] = []
  #given = 0
  #failure: Error | null = null
  #hasEnded = false

  constructor() {
    this.#inflate.on('data', (chunk: Buffer) => this.#out.push(chunk))
    this.#inflate.on('error', (error: Error) => (this.#failure = error))
    this.#inflate.on('end', () => (this.#hasEnded = true))
  }

  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Gives what comes of a piece, and how many of its bytes stand behind the data's end. */
  async push(piece: Buffer): Promise<{ out: Uint8Array[]; left: number; failure: Error | null }> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#inflate.off('end', done).off('error', done)
        resolve()
      }
      // Behind the data's end nothing more is written, and only the stream's end tells.
      this.#inflate.once('end', done).once('error', done).write(piece, done)
    })
    this.#given += piece.length
    const out = this.#out
    this.#out = []
    return { out, left: this.#given - this.#inflate.bytesWritten, failure: this.#failure }
  }

  close(): void {
    this.#inflate.destroy()
  }
}
