import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { ZStream, zlibInflate, zlibInflateInit2, Z_NO_FLUSH, Z_OK, Z_STREAM_END } from 'pako'
import {
  isSystemFile,
  printable,
  refused,
  refuseUnsafe,
  tooLarge,
  type AskedBag,
  type BagFiles,
  type Hasher,
  type Oddity
} from '../../shared/bag/bag-files.ts'
import { HIGHEST_RATIO, LARGEST_UNWEIGHED, MOST_FILES } from '../../shared/bag/limits.ts'
import { CASE_FILE } from '../../shared/case/records/places.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { DECLARATION_FILE, INFO_FILE, MANIFEST_FILE, type Algorithm } from '../../shared/exchange/bagit.ts'
import { toHex } from '../../shared/pdf/bytes.ts'
import { say, type Said } from '../../shared/wording/say.ts'

const HASHES = { md5, sha1, sha224, sha256, sha384, sha512 } satisfies Record<Algorithm, { create(): unknown }>

const END = 0x06054b50
const END_BYTES = 22
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const DESCRIPTOR = 0x08074b50
const DESCRIBED_AFTER = 0x8
const UTF8 = 0x800
/** Encrypted, masked headers. */
const ENCRYPTED = 0x1 | 0x2000
const STORED = 0
const DEFLATED = 8
const PIECE = 1 << 20
const IN_EXTRA_FIELD = 0xffffffff
/** A file of no more bytes isn't weighed against its packed size. */
const UNWEIGHED = 1 << 24
const TYPE = 0o170000
const REGULAR = 0o100000
const FOLDER = 0o040000

interface Entry {
  name: string
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  offset: number
  /** Where it must have ended by: the next entry, or the directory. */
  limit: number
  rawName: Uint8Array
}

/**
 * A bag, or the folder of a case, in a zip that was dropped (PKWARE's APPNOTE.TXT 6.3.10). It takes no more than the program writes and other packers usually do: what is encrypted, in several
 * parts, larger than 4 GB, or described in two ways is refused, and the program asked for.
 */
export class ZipBag implements BagFiles {
  readonly name: string
  readonly strictness = 'bag'
  readonly sizes: ReadonlyMap<string, number>
  readonly hasPayload = true
  readonly oddities: readonly Oddity[]
  private readonly bytes: Uint8Array
  private readonly entries: ReadonlyMap<string, Entry>

  constructor(bytes: Uint8Array, name: string) {
    this.bytes = bytes
    this.name = name
    const files = readDirectory(bytes, this)
    const sizes = new Map(files.map((entry) => [entry.name, entry.size]))
    this.oddities = refuseUnsafe(this, sizes)
    if (sizes.size < files.length) throw refused(this, say('it holds two files of the same name.'))
    this.entries = inBag(files, this)
    this.sizes = new Map([...this.entries].map(([path, { size }]) => [path, size]))
  }

  hasher(algorithm: Algorithm): Hasher {
    const hash = HASHES[algorithm].create()
    return { update: (bytes) => hash.update(bytes), digest: () => toHex(hash.digest()) }
  }

  async *read(path: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(path)
    if (!entry) throw refused(this, say('“{1*}” is missing in it.', printable(path)))
    let size = 0
    let crc = -1
    for (const piece of this.pieces(entry)) {
      size += piece.length
      if (size > entry.size) throw this.flawed(entry, say('is longer than the zip says'))
      crc = crcOf(piece, crc)
      yield piece
    }
    if (size !== entry.size) throw this.flawed(entry, say('is shorter than the zip says'))
    if ((crc ^ -1) >>> 0 !== entry.crc) throw this.flawed(entry, say('has another checksum than the zip gives for it'))
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  private flawed({ name }: Entry, why: Said): Error {
    return refused(this, say('“{1*}” in it {2>}.', printable(name), why))
  }

  /** What an entry holds, its own header held against the directory. */
  private *pieces(entry: Entry): Generator<Uint8Array> {
    const { bytes } = this
    const view = viewOf(bytes)
    const { offset, packed, method, flags, crc, size, limit } = entry
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
    const rawName = bytes.subarray(offset + 30, offset + 30 + view.getUint16(offset + 26, true))
    const isLater = (flags & DESCRIBED_AFTER) !== 0
    const agrees = (at: number, known: number): boolean =>
      view.getUint32(at, true) === known || (isLater && view.getUint32(at, true) === 0)
    const isSame =
      view.getUint32(offset, true) === LOCAL &&
      view.getUint16(offset + 6, true) === flags &&
      view.getUint16(offset + 8, true) === method &&
      toHex(rawName) === toHex(entry.rawName) &&
      agrees(offset + 14, crc) &&
      agrees(offset + 18, packed) &&
      agrees(offset + 22, size)
    if (!isSame || start + packed > limit) throw this.flawed(entry, say('is described in two ways'))
    if (isLater && !isDescribed(view, start + packed, limit, entry))
      throw this.flawed(entry, say('is described in two ways'))
    const data = bytes.subarray(start, start + packed)
    if (method === STORED) for (let at = 0; at < data.length; at += PIECE) yield data.subarray(at, at + PIECE)
    else yield* this.inflated(entry, data)
  }

  private *inflated(entry: Entry, data: Uint8Array): Generator<Uint8Array> {
    const stream = new ZStream()
    // Without the header and the checksum of zlib.
    if (zlibInflateInit2(stream, -15) !== Z_OK) throw new Error('zlib can’t begin')
    stream.input = data
    stream.avail_in = data.length
    let status: number = Z_OK
    while (status !== Z_STREAM_END) {
      stream.output = new Uint8Array(PIECE)
      stream.next_out = 0
      stream.avail_out = PIECE
      status = zlibInflate(stream, Z_NO_FLUSH)
      if (status !== Z_OK && status !== Z_STREAM_END) throw this.flawed(entry, say('is damaged'))
      yield stream.output.subarray(0, stream.next_out)
    }
    if (stream.avail_in > 0) throw this.flawed(entry, say('is shorter than the zip says'))
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The description behind an entry's bytes (4.3.9), with its mark or without. */
function isDescribed(view: DataView, at: number, limit: number, { crc, packed, size }: Entry): boolean {
  const start = at + 4 <= limit && view.getUint32(at, true) === DESCRIPTOR ? at + 4 : at
  return (
    start + 12 <= limit &&
    view.getUint32(start, true) === crc &&
    view.getUint32(start + 4, true) === packed &&
    view.getUint32(start + 8, true) === size
  )
}

/** The files of the directory at the archive's end, folders left out. */
function readDirectory(bytes: Uint8Array, bag: AskedBag): Entry[] {
  const broken = refused(
    bag,
    say('it isn’t a whole zip, or of a kind that this page doesn’t read; “dossier check-bundle” may.')
  )
  const view = viewOf(bytes)
  const end = bytes.length - END_BYTES
  // No comment: one could hold another end.
  if (end < 0 || view.getUint32(end, true) !== END || view.getUint16(end + 20, true) !== 0) throw broken
  const count = view.getUint16(end + 10, true)
  const from = view.getUint32(end + 16, true)
  const isWhole = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count
  if (!isWhole || from + view.getUint32(end + 12, true) !== end || count > MOST_FILES) throw broken
  const found: Entry[] = []
  let at = from
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) throw broken
    const [nameLength, extra, comment] = [28, 30, 32].map((each) => view.getUint16(at + each, true)) as [
      number,
      number,
      number
    ]
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength)
    const entry: Entry = {
      name: nameOf(rawName, view.getUint16(at + 8, true), broken),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      limit: from,
      rawName
    }
    const isFolder = entry.name.endsWith('/')
    const type = (view.getUint32(at + 38, true) >>> 16) & TYPE
    const isUsual = type === 0 || type === (isFolder ? FOLDER : REGULAR)
    const isLarge = [entry.packed, entry.size, entry.offset].includes(IN_EXTRA_FIELD)
    if ((entry.flags & ENCRYPTED) !== 0)
      throw refused(bag, say('“{1*}” in it is protected by a password.', printable(entry.name)))
    if (isLarge || (entry.flags & ~(DESCRIBED_AFTER | UTF8 | 0x6)) !== 0) throw broken
    if (entry.method !== STORED && entry.method !== DEFLATED) throw broken
    if (entry.method === STORED && entry.size !== entry.packed) throw broken
    if (!isUsual || (isFolder && entry.size > 0) || entry.offset + 30 + nameLength > from) throw broken
    if (entry.size > UNWEIGHED && entry.size > HIGHEST_RATIO * Math.max(1, entry.packed))
      throw tooLarge(
        bag,
        say(
          '“{1*}” in it grows out of all proportion when unpacked, as in zips that are made to do harm. Don’t unpack it.',
          printable(entry.name)
        )
      )
    found.push(entry)
    at += 46 + nameLength + extra + comment
  }
  if (at !== end) throw broken
  const total = found.reduce((sum, { size }) => sum + size, 0)
  if (total > LARGEST_UNWEIGHED && total > HIGHEST_RATIO * bytes.length)
    throw tooLarge(
      bag,
      say('it grows out of all proportion when unpacked, as zips do that are made to do harm. Don’t unpack it.')
    )
  const ordered = [...found].sort((a, b) => a.offset - b.offset)
  ordered.forEach((entry, i) => (entry.limit = ordered[i + 1]?.offset ?? from))
  return found.filter((entry) => !entry.name.endsWith('/'))
}

/** A name in UTF-8, or in ASCII, which all encodings have. */
function nameOf(raw: Uint8Array, flags: number, broken: Error): string {
  if ((flags & UTF8) === 0 && raw.some((byte) => byte > 126)) throw broken
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    throw broken
  }
}

/** The entries by their paths in the bag, which is the archive itself or its one folder. */
function inBag(entries: readonly Entry[], bag: AskedBag): Map<string, Entry> {
  const wanted = entries.filter((entry) => !isSystemFile(entry.name))
  const isRoot = entries.some(({ name: each }) => each === DECLARATION_FILE || each === CASE_FILE)
  const root = isRoot ? '' : `${wanted[0]?.name.split('/')[0] ?? ''}/`
  if (!wanted.some(({ name: each }) => MARKS.some((mark) => each === mark || each.split('/')[1] === mark)))
    throw notChecked(wanted, bag)
  if (wanted.some((entry) => !entry.name.startsWith(root)))
    throw refused(bag, say('it isn’t a bundle or a case: it doesn’t hold one folder with all the rest.'))
  const files = entries.filter((entry) => entry.name.startsWith(root))
  return new Map(
    files
      .map((entry): [string, Entry] => [entry.name.slice(root.length), entry])
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  )
}

/** Files of which a bundle or a case has one, were it not whole. */
const MARKS: readonly string[] = [DECLARATION_FILE, CASE_FILE, MANIFEST_FILE, INFO_FILE]

/** Error for a zip of other things: often a PDF that was packed to be sent. */
function notChecked(entries: readonly Entry[], { name }: AskedBag): DossierError {
  const pdfs = entries.filter((entry) => /\.pdf$/i.test(entry.name))
  const [first] = pdfs
  if (!first)
    return new DossierError(
      'unsupported',
      say(
        '“{1*}” is neither a PDF nor a hand-over bundle nor the folder of a case, so there is nothing in it that this page can check.',
        name
      )
    )
  return new DossierError(
    'unsupported',
    pdfs.length === 1
      ? say(
          '“{1*}” is a zip, and the PDF “{2*}” is in it. Take the PDF out of the zip and drop it here, with its signature if it has one.',
          name,
          printable(first.name.split('/').at(-1)!)
        )
      : say(
          '“{1*}” is a zip, and {2#} PDFs are in it. Take them out of the zip and drop them here, with their signatures if they have any.',
          name,
          pdfs.length
        )
  )
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crcOf(bytes: Uint8Array, before: number): number {
  let value = before
  for (const byte of bytes) value = (value >>> 8) ^ CRC[(value ^ byte) & 255]!
  return value
}
