import { crc32 } from 'node:zlib'
import {
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  type Entry,
  type LocalFileHeader,
  type ZipFile
} from 'yauzl'
import { ZipBytes, type ZipSource } from './zip-bytes.ts'

/** What is wrong with an entry, or, for `entries`, with the archive. Each user of the reader has sentences of its own for them. */
export type Flaw =
  /** There are more entries than the limit. */
  | 'entries'
  | 'encrypted'
  /** Neither stored nor deflated. */
  | 'method'
  /** A link, a device, or a folder by its type that is none by its name. */
  | 'irregular'
  /** A folder with bytes. */
  | 'folder'
  /** It reaches into the next entry or the directory: small archives grow to any size by that. */
  | 'shared'
  /** Its own header, or the description behind its bytes, differs from the directory: other programs may go by either. */
  | 'two-ways'
  | 'large'
  | 'ratio'
  /** What was unpacked is longer or shorter than the directory says, or has another checksum. */
  | 'longer'
  | 'shorter'
  | 'checksum'

/** A flaw that was met, with the entry's name; none for a flaw of the archive. */
export class ZipFlaw extends Error {
  readonly flaw: Flaw
  readonly entry: string | null

  constructor(flaw: Flaw, entry: string | null) {
    super(`The archive has a flaw: ${flaw}`)
    this.flaw = flaw
    this.entry = entry
  }
}

/** What an archive may hold; sizes in bytes, unpacked. */
export interface ReaderLimits {
  entries: number
  /** Of one entry. */
  entryBytes: number
  /** How many times its packed size an entry may have, unless it is no larger than `unweighedBytes`. */
  highestRatio: number
  unweighedBytes: number
}

/** An entry as the directory describes it. */
export interface ZipEntry {
  /** As it stands in the archive: it may lead anywhere and hold any character. */
  name: string
  isFolder: boolean
  /** Bytes, unpacked and in the archive. */
  size: number
  packed: number
  /** What its description shows to be wrong; it can't be read then. */
  flaw: Flaw | null
}

interface Placed extends ZipEntry {
  raw: Entry
  /** End of the room that it may take in the archive. */
  limit: number
}

/** General purpose flags of APPNOTE.TXT 4.4.4: encrypted, masked headers. An archive with strong encryption is refused by the library. */
const ENCRYPTED = 0x1 | 0x2000
const UTF8 = 0x800
/** Checksum and sizes follow the bytes, after this mark. */
const DESCRIBED_AFTER = 0x8
const DESCRIPTOR = 0x08074b50
/** A size that stands in an extra field (zip64). */
const IN_EXTRA_FIELD = 0xffffffff
const ZIP64_FIELD = 1
const STORED = 0
const DEFLATED = 8
/** Bytes of an entry's own header, without its name. */
const LOCAL_HEADER = 30
/** File types in the upper half of the external attributes, as Unix programs write them. */
const TYPE = 0o170000
const REGULAR = 0o100000
const FOLDER = 0o040000

/**
 * Reads a zip (PKWARE's APPNOTE.TXT 6.3.10), which may be hostile, in memory or in a file. The directory is read at once and judged; an entry is read
 * when it's asked for, and what its description claims is checked meanwhile. Nothing is written anywhere. What isn't a zip at all, or points outside itself, is an
 * Error of the library's or with a clause that begins with “it”; failures of the system are its own errors.
 */
export class ZipReader {
  /** In the directory's order, folders too. */
  readonly entries: readonly ZipEntry[]
  /** Bytes of the archive. */
  readonly size: number
  readonly #zip: ZipFile
  readonly #bytes: ZipBytes
  readonly #limits: ReaderLimits

  private constructor(zip: ZipFile, bytes: ZipBytes, limits: ReaderLimits, entries: readonly Placed[]) {
    this.#zip = zip
    this.#bytes = bytes
    this.#limits = limits
    this.size = bytes.size
    this.entries = entries
  }

  /**
   * `names` says which encoding names are read in that aren't declared as UTF-8: code page 437 as the standard has it (`declared`), or UTF-8 where they are that
   * (`evident`). Throws a ZipFlaw `entries`, and what the class says.
   */
  static async open(source: ZipSource, limits: ReaderLimits, names: 'declared' | 'evident'): Promise<ZipReader> {
    const bytes = await ZipBytes.open(source)
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false }
    const zip = await fromRandomAccessReaderPromise(bytes, bytes.size, options).catch(async (error: unknown) => {
      await new Promise<void>((resolve) => bytes.close(() => resolve()))
      throw error
    })
    try {
      return new ZipReader(zip, bytes, limits, await readDirectory(zip, limits, names))
    } catch (error) {
      await closeZip(zip)
      throw error
    }
  }

  /** An entry's bytes as they are unpacked. Throws a ZipFlaw, at the latest behind the last piece, and what the class says. */
  async *pieces(entry: ZipEntry): AsyncGenerator<Buffer, undefined> {
    const { raw, limit, flaw, name } = entry as Placed
    if (flaw !== null) throw new ZipFlaw(flaw, name)
    const header = await this.#zip.readLocalFileHeaderPromise(raw)
    if (!agreesInForm(header, raw)) throw new ZipFlaw('two-ways', name)
    const end = header.fileDataStart + raw.compressedSize
    if (end > limit) throw new ZipFlaw('shared', name)
    let length = 0
    let checksum = 0
    const stream = await this.#zip.openReadStreamPromise(raw)
    try {
      for await (const chunk of stream) {
        const piece = chunk as Buffer
        length += piece.length
        if (length > raw.uncompressedSize) throw new ZipFlaw('longer', name)
        const excess = sizeFlaw(length, raw.compressedSize, this.#limits)
        if (excess !== null) throw new ZipFlaw(excess, name)
        checksum = crc32(piece, checksum)
        yield piece
      }
    } finally {
      stream.destroy()
    }
    if (length !== raw.uncompressedSize) throw new ZipFlaw('shorter', name)
    if (checksum !== raw.crc32) throw new ZipFlaw('checksum', name)
    const isDescribed =
      (header.generalPurposeBitFlag & DESCRIBED_AFTER) === 0 || (await this.#isDescribedAfter(raw, end, limit))
    if (!agreesInSize(header, raw) || !isDescribed) throw new ZipFlaw('two-ways', name)
  }

  /** True when the description after an entry's bytes (APPNOTE.TXT 4.3.9) is the directory's, in one of the forms that it has. */
  async #isDescribedAfter(entry: Entry, end: number, limit: number): Promise<boolean> {
    const bytes = Buffer.alloc(Math.max(0, Math.min(24, limit - end)))
    await this.#bytes.fill(bytes, end)
    const start = bytes.length >= 4 && bytes.readUInt32LE(0) === DESCRIPTOR ? 4 : 0
    if (bytes.length < start + 12 || bytes.readUInt32LE(start) !== entry.crc32) return false
    const { compressedSize, uncompressedSize } = entry
    const small = [bytes.readUInt32LE(start + 4), bytes.readUInt32LE(start + 8)]
    if (small[0] === compressedSize && small[1] === uncompressedSize) return true
    if (bytes.length < start + 20) return false
    const large = [bytes.readBigUInt64LE(start + 4), bytes.readBigUInt64LE(start + 12)]
    return large[0] === BigInt(compressedSize) && large[1] === BigInt(uncompressedSize)
  }

  close(): Promise<void> {
    return closeZip(this.#zip)
  }
}

async function closeZip(zip: ZipFile): Promise<void> {
  if (!zip.isOpen) return
  const closed = new Promise((resolve, reject) => zip.once('close', resolve).once('error', reject))
  zip.close()
  await closed
}

/** Reads the archive's directory: each entry judged by itself and by where it lies. */
async function readDirectory(zip: ZipFile, limits: ReaderLimits, names: 'declared' | 'evident'): Promise<Placed[]> {
  if (zip.entryCount > limits.entries) throw new ZipFlaw('entries', null)
  const end = Number(zip.readEntryCursor)
  const raws: Entry[] = []
  for await (const raw of zip.eachEntry()) raws.push(raw)
  const ordered = [...raws].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  const room = new Map(ordered.map((raw, index) => [raw, ordered[index + 1]?.relativeOffsetOfLocalHeader ?? end]))
  return raws.map((raw): Placed => {
    const name = nameOf(raw, names)
    const isFolder = /[/\\]$/.test(name)
    const limit = room.get(raw)!
    const { uncompressedSize: size, compressedSize: packed } = raw
    return { name, isFolder, size, packed, flaw: flawOf(raw, isFolder, limit, limits), raw, limit }
  })
}

/** A name as it is declared, or as its writer meant it. */
function nameOf(
  { generalPurposeBitFlag: flags, fileNameRaw: raw, extraFields }: Entry,
  names: 'declared' | 'evident'
): string {
  const isUtf8 = names === 'evident' && (flags & UTF8) === 0 && !raw.toString('utf8').includes('\uFFFD')
  return getFileNameLowLevel(isUtf8 ? flags | UTF8 : flags, raw, extraFields, true)
}

function flawOf(entry: Entry, isFolder: boolean, limit: number, limits: ReaderLimits): Flaw | null {
  const { compressedSize: packed, uncompressedSize: size, compressionMethod: method } = entry
  if (entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + packed > limit) return 'shared'
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return 'encrypted'
  if (method !== STORED && method !== DEFLATED) return 'method'
  const type = (entry.externalFileAttributes >>> 16) & TYPE
  if (type !== 0 && type !== (isFolder ? FOLDER : REGULAR)) return 'irregular'
  if (isFolder && size > 0) return 'folder'
  if (method === STORED && size !== packed) return size < packed ? 'longer' : 'shorter'
  return sizeFlaw(size, packed, limits)
}

function sizeFlaw(size: number, packed: number, limits: ReaderLimits): 'large' | 'ratio' | null {
  if (size > limits.entryBytes) return 'large'
  return size > limits.unweighedBytes && size > limits.highestRatio * Math.max(1, packed) ? 'ratio' : null
}

function agreesInForm(header: LocalFileHeader, entry: Entry): boolean {
  return (
    header.fileName.equals(entry.fileNameRaw) &&
    header.compressionMethod === entry.compressionMethod &&
    (header.generalPurposeBitFlag & ENCRYPTED) === 0
  )
}

/** Checksum and sizes are the directory's, or none where a description follows the bytes, or stand elsewhere where they are large (zip64). */
function agreesInSize(header: LocalFileHeader, entry: Entry): boolean {
  const isLater = (header.generalPurposeBitFlag & DESCRIBED_AFTER) !== 0
  const large = zip64Sizes(header)
  const isSame = (own: number, known: number): boolean =>
    own === known || (isLater && own === 0) || (own === IN_EXTRA_FIELD && large.includes(BigInt(known)))
  return (
    (header.crc32 === entry.crc32 || (isLater && header.crc32 === 0)) &&
    isSame(header.compressedSize, entry.compressedSize) &&
    isSame(header.uncompressedSize, entry.uncompressedSize)
  )
}

/** The sizes in a header's zip64 field. */
function zip64Sizes({ extraField }: LocalFileHeader): bigint[] {
  for (let at = 0; at + 4 <= extraField.length; at += 4 + extraField.readUInt16LE(at + 2)) {
    const end = Math.min(extraField.length, at + 4 + extraField.readUInt16LE(at + 2))
    if (extraField.readUInt16LE(at) !== ZIP64_FIELD) continue
    const sizes: bigint[] = []
    for (let size = at + 4; size + 8 <= end; size += 8) sizes.push(extraField.readBigUInt64LE(size))
    return sizes
  }
  return []
}
