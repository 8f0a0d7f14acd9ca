import { constants, gunzipSync } from 'node:zlib'
import { ZIP_LIMITS, type ZipArchive } from '../../zip/zip-archive.ts'
import { firstBytes } from '../container/byte-source.ts'
import { openZip } from '../container/open-zip.ts'
import { latin1 } from '../encoding/decode.ts'
import { silentUtf16 } from '../encoding/utf16.ts'
import type { ContainerFile } from '../extracted/extracted.ts'

const HEAD = 8192
/** Bytes of a file on disk that are looked at. */
const LOOKED_AT = 65_536
/** Archives may hold more files than documents do; their own reader has the last word. */
const MOST_ENTRIES = 100_000

/** The names in a zip, and what its small files say, as far as its format is told by them. */
interface ZipContents {
  has: (path: string) => boolean
  some: (pattern: RegExp) => boolean
  /** A file as Latin-1, empty when there is none. */
  text: (path: string) => Promise<string>
}

/** What is known of a file before its format is: its name, its beginning, and what its wrapping holds. Each is found once. */
export class FileStart {
  readonly name: string
  /** Lower case, without the dot; empty when there is none. */
  readonly extension: string
  /** All bytes of a file in memory, the first of one on disk. */
  readonly bytes: Uint8Array
  /** True for a file on disk, which is too large to be read whole. */
  readonly isLarge: boolean
  /** The first bytes, a character each (Latin-1). */
  readonly head: string
  /** The same without mark and zeros of UTF-16, so that what is ASCII reads as such. */
  readonly ascii: string
  readonly #file: ContainerFile
  #archive: Promise<ZipArchive> | null = null
  readonly #texts = new Map<string, Promise<string>>()
  #isText: boolean | null = null
  #unpacked: Uint8Array | null | undefined

  private constructor(file: ContainerFile, bytes: Uint8Array, name: string) {
    this.#file = file
    this.name = name
    this.extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
    this.bytes = bytes
    this.isLarge = 'path' in file
    this.head = latin1(bytes.subarray(0, HEAD))
    this.ascii = this.head.replaceAll('\0', '').replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
  }

  /** Looks at a file in memory or on disk, which has to be closed. Throws a DossierError `io`. */
  static async of(file: ContainerFile, name: string): Promise<FileStart> {
    return new FileStart(file, 'bytes' in file ? file.bytes : await firstBytes(file, LOOKED_AT, name), name)
  }

  /** The beginning as `ascii` has it when the file is a text; null for bytes that are none. */
  get text(): string | null {
    this.#isText ??= !isBinary(this.bytes)
    return this.#isText ? this.ascii : null
  }

  /** What a zip holds; null for any other file. Throws a DossierError `unreadable`, `too-large` or `io`. */
  async zip(): Promise<ZipContents | null> {
    if (!this.head.startsWith('PK\x03\x04') && !this.head.startsWith('PK\x05\x06')) return null
    this.#archive ??= openZip(this.#file, this.name, { ...ZIP_LIMITS, entries: MOST_ENTRIES })
    const archive = await this.#archive
    return {
      has: (path) => archive.has(path),
      some: (pattern) => archive.items.some(({ path }) => pattern.test(path)),
      text: (path) => {
        const known = this.#texts.get(path)
        const text = known ?? (archive.has(path) ? archive.read(path).then(latin1) : Promise.resolve(''))
        this.#texts.set(path, text)
        return text
      }
    }
  }

  /** The beginning of what a gzip file (RFC 1952) holds; null for any other file, and for one that can't be unpacked. */
  get unpacked(): Uint8Array | null {
    if (this.#unpacked === undefined)
      this.#unpacked = this.head.startsWith('\x1F\x8B') ? unpackedStart(this.bytes) : null
    return this.#unpacked
  }

  async close(): Promise<void> {
    // An archive that couldn't be opened has told so.
    const archive = await this.#archive?.catch(() => null)
    await archive?.close()
  }
}

function unpackedStart(bytes: Uint8Array): Uint8Array | null {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 22 }
    return gunzipSync(bytes.subarray(0, 1024), options)
  } catch (error) {
    // No gzip after all, or one whose first bytes grow without end.
    if (error instanceof Error) return null
    throw error
  }
}

/** Control characters in plenty: no text in any encoding but UTF-16 and UTF-32, whose characters hold such bytes. */
export function isBinary(bytes: Uint8Array): boolean {
  if (silentUtf16(bytes) !== null) return false
  const isMarked = /^(?:\xFF\xFE|\xFE\xFF|\0\0\xFE\xFF)/.test(latin1(bytes.subarray(0, 4)))
  if (isMarked) return false
  const size = Math.min(bytes.length, LOOKED_AT)
  const shifts = latin1(bytes.subarray(0, HEAD)).includes('\u001B$)C')
  let controls = 0
  for (let i = 0; i < size; i++) {
    const byte = bytes[i]!
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && !(shifts && byte < 16))) controls++
  }
  return controls > size * 0.02
}
