import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader, type Entry, type ZipFile } from 'yauzl'
import { DossierError } from '../../shared/errors/errors.ts'

/** What an archive may cost; sizes in bytes, unpacked. */
export interface ZipLimits {
  entries: number
  /** Of one entry. */
  entryBytes: number
  /** Of all entries that are read. */
  totalBytes: number
}

export const ZIP_LIMITS: Readonly<ZipLimits> = {
  entries: 10_000,
  entryBytes: 64 * 1024 ** 2,
  totalBytes: 256 * 1024 ** 2
}

/** How many times its packed size an entry above `UNWEIGHED` may have: text packs to a tenth, only bombs to a thousandth. */
const HIGHEST_RATIO = 200
const UNWEIGHED = 8 * 1024 ** 2
const LONGEST_PATH = 500
/** General purpose flags of APPNOTE.TXT 4.4.4: encrypted, masked headers. */
const ENCRYPTED = 0x1 | 0x2000
const UTF8 = 0x800
const DEFLATED = 8
/** Bytes of an entry's own header, without its name. */
const LOCAL_HEADER = 30

/** A file in an archive. */
export interface ZipItem {
  /** Its path, made safe: relative, `/` between folders, no `.` or `..`, no control characters, none twice. */
  readonly path: string
  /** Bytes as the archive declares them. */
  readonly size: number
  /** Why it can't be read, when its description says so already. */
  readonly problem: DossierError | null
}

interface Placed extends ZipItem {
  readonly entry: Entry
}

/**
 * The files of a zip (PKWARE's APPNOTE.TXT), which may be hostile. The directory is read at once, a file when it's asked for; what its
 * description claims of sizes is checked while it's unpacked, its checksum afterwards. Nothing is written anywhere.
 */
export class ZipArchive {
  /** In the archive's order, folders left out. */
  readonly items: readonly ZipItem[]
  readonly #zip: ZipFile
  readonly #name: string
  readonly #limits: ZipLimits
  readonly #byPath: ReadonlyMap<string, Placed>
  #unpacked = 0

  private constructor(zip: ZipFile, name: string, limits: ZipLimits, placed: readonly Placed[]) {
    this.#zip = zip
    this.#name = name
    this.#limits = limits
    this.items = placed
    this.#byPath = new Map(placed.map((item) => [item.path, item]))
  }

  /** Opens an archive in memory; `name` is for messages. @throws DossierError `unreadable`, `too-large` */
  static ofBytes(bytes: Uint8Array, name: string, limits: ZipLimits = ZIP_LIMITS): Promise<ZipArchive> {
    return ZipArchive.open(new BytesReader(bytes), bytes.length, name, limits)
  }

  /** Opens an archive of `size` bytes behind a reader that refuses places outside of it, and closes the reader with itself. */
  static async open(
    reader: RandomAccessReader,
    size: number,
    name: string,
    limits: ZipLimits = ZIP_LIMITS
  ): Promise<ZipArchive> {
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false }
    const zip = await fromRandomAccessReaderPromise(reader, size, options).catch(async (error: unknown) => {
      await new Promise<void>((resolve) => reader.close(() => resolve()))
      throw notWhole(name, error)
    })
    try {
      return new ZipArchive(zip, name, limits, await readDirectory(zip, name, limits))
    } catch (error) {
      await closeZip(zip)
      throw error
    }
  }

  has(path: string): boolean {
    return this.#byPath.has(path)
  }

  /** A file's bytes. @throws DossierError `not-found`, `unreadable`, `unsupported` or `too-large`; other files can be read afterwards */
  async read(path: string): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    for await (const piece of this.pieces(path)) chunks.push(piece)
    return Buffer.concat(chunks)
  }

  /** A file's bytes as they are unpacked. Throws as `read` does, at the latest behind the last piece. */
  async *pieces(path: string): AsyncGenerator<Uint8Array, undefined> {
    const item = this.#byPath.get(path)
    if (!item) throw new DossierError('not-found', `“${path}” is missing in “${this.#name}”.`)
    if (item.problem) throw item.problem
    const { entry } = item
    let length = 0
    let checksum = 0
    try {
      const stream = await this.#zip.openReadStreamPromise(entry)
      try {
        for await (const chunk of stream) {
          const piece = chunk as Buffer
          length += piece.length
          this.#weigh(item, length, piece.length)
          checksum = crc32(piece, checksum)
          yield piece
        }
      } finally {
        stream.destroy()
      }
    } catch (error) {
      throw error instanceof DossierError ? error : damaged(path, this.#name, reasonOf(error))
    }
    if (length !== entry.uncompressedSize) throw damaged(path, this.#name, 'it is shorter than the archive says')
    if (checksum !== entry.crc32) throw damaged(path, this.#name, 'its checksum is another one')
  }

  #weigh({ path, entry }: Placed, length: number, more: number): void {
    this.#unpacked += more
    if (length > entry.uncompressedSize) throw damaged(path, this.#name, 'it is longer than the archive says')
    const refusal = sizeProblem(length, entry.compressedSize, this.#limits)
    if (refusal !== null) throw tooLarge(`“${path}” in “${this.#name}”`, refusal)
    if (this.#unpacked > this.#limits.totalBytes)
      throw tooLarge(`“${this.#name}”`, `holds more than ${megabytes(this.#limits.totalBytes)} when unpacked`)
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

async function readDirectory(zip: ZipFile, name: string, limits: ZipLimits): Promise<Placed[]> {
  if (zip.entryCount > limits.entries)
    throw tooLarge(`“${name}”`, `holds more than ${limits.entries.toLocaleString('en')} files`)
  const end = Number(zip.readEntryCursor)
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch (error) {
    throw notWhole(name, error)
  }
  const shared = sharingBytes(entries, end)
  const taken = new Map<string, number>()
  return entries.flatMap((entry): Placed[] => {
    const raw = nameOf(entry)
    if (/[/\\]$/.test(raw)) return []
    const path = unlike(safePath(raw), taken)
    const problem = shared.has(entry)
      ? damaged(path, name, 'it shares its bytes with another file, as only made-up archives do')
      : problemOf(path, entry, name, limits)
    return [{ path, size: entry.uncompressedSize, problem, entry }]
  })
}

/** Entries that reach into the next one or into the directory: small archives grow to any size by that. */
function sharingBytes(entries: readonly Entry[], directory: number): ReadonlySet<Entry> {
  const ordered = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  const reaching = ordered.filter((entry, index) => {
    const limit = ordered[index + 1]?.relativeOffsetOfLocalHeader ?? directory
    return entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.compressedSize > limit
  })
  return new Set(reaching)
}

function problemOf(path: string, entry: Entry, name: string, limits: ZipLimits): DossierError | null {
  const where = `“${path}” in “${name}”`
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) {
    return new DossierError(
      'unsupported',
      `${where} is protected by a password. It was not imported; the archive is unchanged. Unpack it with its password and import the file.`
    )
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== DEFLATED) {
    return new DossierError(
      'unsupported',
      `${where} is packed in a way that Dossier doesn’t know. It was not imported; the archive is unchanged. Unpack it with another program and import the file.`
    )
  }
  const refusal = sizeProblem(entry.uncompressedSize, entry.compressedSize, limits)
  return refusal === null ? null : tooLarge(where, refusal)
}

function sizeProblem(unpacked: number, packed: number, limits: ZipLimits): string | null {
  if (unpacked > limits.entryBytes) return `has more than ${megabytes(limits.entryBytes)} when unpacked`
  const outOfProportion = unpacked > UNWEIGHED && unpacked > HIGHEST_RATIO * Math.max(1, packed)
  return outOfProportion ? 'grows out of all proportion when unpacked' : null
}

/** A name as its writer meant it: UTF-8 where declared or evident, else the PC's old code page 437. */
function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag: flags, fileNameRaw: raw } = entry
  const utf8 = raw.toString('utf8')
  const isUtf8 = (flags & UTF8) === 0 && !utf8.includes('\uFFFD')
  return getFileNameLowLevel(isUtf8 ? flags | UTF8 : flags, raw, entry.extraFields, true)
}

/** The path without what leads out of a folder or harms a screen. */
function safePath(raw: string): string {
  const parts = raw
    .replace(/[\p{C}\u2028\u2029]/gu, '\uFFFD')
    .split(/[/\\]/)
    .map((part) => part.replace(/^[a-z]:/i, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.join('/').slice(-LONGEST_PATH).toWellFormed() || 'unnamed'
}

/** `a/b.txt` becomes `a/b (2).txt` when it's taken. `taken` counts how often each path was asked for. */
function unlike(path: string, taken: Map<string, number>): string {
  const times = (taken.get(path) ?? 0) + 1
  taken.set(path, times)
  if (times === 1) return path
  const [, stem = path, extension = ''] = /^(.*[^/])(\.[^./]*)$/s.exec(path) ?? []
  return unlike(`${stem} (${times})${extension}`, taken)
}

/** What people call a zip of this name. */
function kindOf(name: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (/^do[ct][xm]$/.test(ending)) return 'Word document'
  if (/^o[dt]t$/.test(ending)) return 'OpenDocument text'
  if (ending === 'epub') return 'e-book'
  return ending === 'wacz' ? 'web archive' : 'zip file'
}

function notWhole(name: string, cause: unknown): DossierError {
  if (cause instanceof DossierError) return cause
  // What our own reader found is a clause; the library's words say nothing to people.
  const found = reasonOf(cause)
  const reason = found.startsWith('it ') ? found : 'it is cut off, damaged or something else'
  return new DossierError(
    'unreadable',
    `“${name}” isn’t a whole ${kindOf(name)}: ${reason}. Nothing was imported from it; the file is unchanged. Copy or download it again.`,
    { cause }
  )
}

function damaged(path: string, name: string, reason: string): DossierError {
  return new DossierError(
    'unreadable',
    `“${path}” in “${name}” is damaged: ${reason}. It was not imported; the file is unchanged. Copy or download it again.`
  )
}

function tooLarge(what: string, why: string): DossierError {
  return new DossierError(
    'too-large',
    `${what} ${why}. It was not imported; the file is unchanged. Unpack it with another program and import the part you need.`
  )
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MB`
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/[\p{C}]/gu, '\uFFFD').slice(0, 120)
}

const PIECE = 1 << 16

/** Bytes in memory for yauzl. Places outside of them are an error of the read; yauzl's own reader throws it where nobody can catch it. */
class BytesReader extends RandomAccessReader {
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    super()
    this.#bytes = bytes
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void
  ): void {
    const isInside = position >= 0 && position + length <= this.#bytes.length
    if (isInside) buffer.set(this.#bytes.subarray(position, position + length), offset)
    setImmediate(callback, isInside ? null : outside())
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end))
  }

  *#pieces(start: number, end: number): Generator<Uint8Array> {
    if (!(start >= 0 && end <= this.#bytes.length)) throw outside()
    for (let at = start; at < end; at += PIECE) yield this.#bytes.subarray(at, Math.min(end, at + PIECE))
  }

  override close(callback: (error: Error | null) => void): void {
    setImmediate(callback, null)
  }
}

function outside(): Error {
  return new Error('it points to a place outside itself')
}
