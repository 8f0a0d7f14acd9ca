import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import {
  BAG_DECLARATION,
  DECLARATION_FILE,
  formatBagInfo,
  formatManifestLine,
  INFO_FILE,
  MANIFEST_FILE,
  TAG_MANIFEST_FILE
} from '../../shared/exchange/bagit.ts'
import type { BagSink } from './bag-sink.ts'

/** Bytes that go to the disk at once. */
const PIECE = 1 << 20

/** Puts a bag together in a sink: payload first, then the tag files that follow from it. */
export class BagBuilder {
  readonly #sink: BagSink
  /** Lines by path. */
  readonly #manifest = new Map<string, string>()
  #bytes = 0

  constructor(sink: BagSink) {
    this.#sink = sink
  }

  /** Files of the payload so far, and their bytes. */
  get files(): number {
    return this.#manifest.size
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Adds a file of the payload. Strings are written in UTF-8. */
  async add(path: string, content: Uint8Array | string): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    await this.#payload(path, pieces(bytes), bytes.length)
  }

  /** Adds what was spooled, as a file of the payload. */
  async addSpool(path: string, spool: Spool): Promise<void> {
    await spool.close()
    await this.#payload(path, createReadStream(spool.path, { highWaterMark: PIECE }), (await stat(spool.path)).size)
  }

  /**
   * Writes the tag files and flushes the bag. `Payload-Oxum` is added to the fields of `bag-info.txt`.
   * @returns the tag manifest as written, by which all the rest can be checked
   */
  async finish(info: readonly (readonly [string, string])[]): Promise<string> {
    const tags: [string, string][] = [
      [DECLARATION_FILE, BAG_DECLARATION],
      [INFO_FILE, formatBagInfo([...info, ['Payload-Oxum', `${this.#bytes}.${this.files}`]])],
      [MANIFEST_FILE, this.#manifestText()]
    ]
    let tagManifest = ''
    for (const [path, content] of tags) tagManifest += formatManifestLine(await this.#write(path, content), path)
    await this.#write(TAG_MANIFEST_FILE, tagManifest)
    await this.#sink.finish()
    return tagManifest
  }

  /** Files may be added some at a time, so their lines are put in order at the end. */
  #manifestText(): string {
    return [...this.#manifest]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, line]) => line)
      .join('')
  }

  async #write(path: string, content: string): Promise<string> {
    const bytes = Buffer.from(content)
    return this.#hashed(path, pieces(bytes), bytes.length)
  }

  async #payload(path: string, chunks: AsyncIterable<Uint8Array>, size: number): Promise<void> {
    this.#manifest.set(path, formatManifestLine(await this.#hashed(path, chunks, size), path))
    this.#bytes += size
  }

  async #hashed(path: string, chunks: AsyncIterable<Uint8Array>, size: number): Promise<string> {
    const hash = createHash('sha256')
    const passing = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        hash.update(chunk)
        yield chunk
      }
    }
    await this.#sink.add(path, passing(), size)
    return hash.digest('hex')
  }
}

/** Large files in pieces, so that none of it is copied whole. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

/** A text that grows while other files are written, kept in a temporary file of its own. */
export class Spool {
  readonly path: string
  readonly #handle: FileHandle
  #waiting: string[] = []
  #length = 0
  #closed = false

  private constructor(path: string, handle: FileHandle) {
    this.path = path
    this.#handle = handle
  }

  static async create(path: string): Promise<Spool> {
    return new Spool(path, await open(path, 'wx', 0o600))
  }

  async add(text: string): Promise<void> {
    this.#waiting.push(text)
    this.#length += text.length
    if (this.#length >= PIECE) await this.#flush()
  }

  async #flush(): Promise<void> {
    const text = this.#waiting.join('')
    this.#waiting = []
    this.#length = 0
    await this.#handle.writeFile(text)
  }

  /** Writes what waits and closes the file; a second time does nothing. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    try {
      await this.#flush()
    } finally {
      await this.#handle.close()
    }
  }
}
