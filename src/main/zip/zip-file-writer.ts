import { open, type FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'
import { packed, ZipWriter, type Packed } from './zip-writer.ts'

const deflate = promisify(deflateRaw)

/** Files above this size, in bytes, are stored as they are: such originals are compressed already, or pictures. */
export const LARGEST_COMPRESSED = 16 * 1024 ** 2
/** Bytes that go to the disk at once. */
const PIECE = 1 << 20

/** Writes a zip to a new file, all of it in one folder `root`. Files may be added some at a time; they stand in the archive in the order of calls. */
export class ZipFileWriter {
  readonly #handle: FileHandle
  readonly #root: string
  readonly #writer = new ZipWriter()
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  #queue: Promise<void> = Promise.resolve()
  #closed = false

  private constructor(handle: FileHandle, root: string) {
    this.#handle = handle
    this.#root = root
  }

  /** Rejects with the system's error, also for a file that is there. */
  static async create(path: string, root: string): Promise<ZipFileWriter> {
    return new ZipFileWriter(await open(path, 'wx', 0o600), root)
  }

  /** Writes a file of `size` bytes: a small one deflated, unless that makes it longer. */
  add(path: string, chunks: AsyncIterable<Uint8Array>, size: number): Promise<void> {
    const name = `${this.#root}/${path}`
    const small = size > LARGEST_COMPRESSED ? null : prepare(chunks)
    const before = this.#queue
    const run = Promise.all([small, before]).then(([prepared]) =>
      prepared ? this.#write(...this.#writer.add(name, prepared)) : this.#stream(name, chunks, size)
    )
    // A failure is the adding caller's; nothing is appended after it, since the caller gives up.
    this.#queue = run
    run.catch(() => undefined)
    return run
  }

  /** A large file goes through as it is. Its checksum is known afterwards and written into its header then. */
  async #stream(name: string, chunks: AsyncIterable<Uint8Array>, size: number): Promise<void> {
    const { header, offset, settled } = this.#writer.addStreamed(name, size)
    await this.#write(header)
    let crc = 0
    for await (const chunk of chunks) {
      crc = crc32(chunk, crc)
      await this.#write(chunk)
    }
    await this.#flush()
    const last = settled(crc)
    for (let done = 0; done < last.length;)
      done += (await this.#handle.write(last, done, last.length - done, offset + done)).bytesWritten
  }

  async #write(...parts: Uint8Array[]): Promise<void> {
    for (const part of parts) {
      this.#waiting.push(part)
      this.#waitingBytes += part.length
    }
    if (this.#waitingBytes >= PIECE) await this.#flush()
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingBytes = 0
    await this.#handle.writeFile(bytes)
  }

  /** Writes the directory and flushes everything to the disk. */
  async finish(): Promise<void> {
    await this.#queue
    for (const part of this.#writer.end()) await this.#write(part)
    await this.#flush()
    await this.#handle.sync()
    await this.abandon()
  }

  /** Gives up. What was written is for the caller to remove. */
  async abandon(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#handle.close()
  }
}

async function prepare(chunks: AsyncIterable<Uint8Array>): Promise<Packed> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  const bytes = Buffer.concat(parts)
  const deflated = await deflate(bytes)
  return packed(bytes, deflated.length < bytes.length ? deflated : null)
}
