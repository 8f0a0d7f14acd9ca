import { open, type FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'
import type { BagSink } from './bag-sink.ts'
import { LARGEST_COMPRESSED } from './limits.ts'
import { directoryHeader, endOfArchive, localHeader, type ZipEntry } from '../zip/zip-format.ts'

const deflate = promisify(deflateRaw)

/** Bytes that go to the disk at once. */
const PIECE = 1 << 20

/** A file ready to be appended. */
type Prepared = Omit<ZipEntry, 'name' | 'offset'> & { data: Uint8Array }

/**
 * Writes a bag as the one folder `root` of a new zip. Of what is written only the directory's values stay in memory. Files may be added some at a time; they stand in the archive in the order of calls.
 */
export class ZipSink implements BagSink {
  readonly #handle: FileHandle
  readonly #root: string
  /** Values, not buffers: a small buffer would keep the large one alive that it was cut from. */
  readonly #directory: ZipEntry[] = []
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  /** Length of the archive, with what waits. */
  #length = 0
  #queue: Promise<void> = Promise.resolve()
  #closed = false

  private constructor(handle: FileHandle, root: string) {
    this.#handle = handle
    this.#root = root
  }

  static async create(path: string, root: string): Promise<ZipSink> {
    return new ZipSink(await open(path, 'wx', 0o600), root)
  }

  add(path: string, chunks: AsyncIterable<Uint8Array>, size: number): Promise<void> {
    const name = `${this.#root}/${path}`
    const small = size > LARGEST_COMPRESSED ? null : prepare(chunks)
    const before = this.#queue
    const run = Promise.all([small, before]).then(([prepared]) =>
      prepared ? this.#append(name, prepared) : this.#stream(name, chunks, size)
    )
    // A failure is the adding caller's; nothing is appended after it, since the caller gives up.
    this.#queue = run
    run.catch(() => undefined)
    return run
  }

  async #append(name: string, { data, ...entry }: Prepared): Promise<void> {
    this.#directory.push({ ...entry, name, offset: this.#length })
    await this.#write(localHeader({ ...entry, name }))
    await this.#write(data)
  }

  /** A large file goes through as it is. Its checksum is known afterwards and written into its header then. */
  async #stream(name: string, chunks: AsyncIterable<Uint8Array>, size: number): Promise<void> {
    const offset = this.#length
    const entry = { name, method: 0 as const, crc32: 0, compressed: size, size }
    await this.#write(localHeader(entry))
    for await (const chunk of chunks) {
      entry.crc32 = crc32(chunk, entry.crc32)
      await this.#write(chunk)
    }
    await this.#flush()
    const header = localHeader(entry)
    for (let done = 0; done < header.length;) {
      done += (await this.#handle.write(header, done, header.length - done, offset + done)).bytesWritten
    }
    this.#directory.push({ ...entry, offset })
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    this.#length += bytes.length
    if (this.#waitingBytes >= PIECE) await this.#flush()
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingBytes = 0
    await this.#handle.writeFile(bytes)
  }

  async finish(): Promise<void> {
    await this.#queue
    const start = this.#length
    for (const entry of this.#directory) await this.#write(directoryHeader(entry))
    await this.#write(endOfArchive(this.#directory.length, this.#length - start, start))
    await this.#flush()
    await this.#handle.sync()
    await this.abandon()
  }

  async abandon(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#handle.close()
  }
}

/** Reads a small file and deflates it, unless that makes it longer. */
async function prepare(chunks: AsyncIterable<Uint8Array>): Promise<Prepared> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  const bytes = Buffer.concat(parts)
  const deflated = await deflate(bytes)
  const shorter = deflated.length < bytes.length
  const data = shorter ? deflated : bytes
  return { method: shorter ? 8 : 0, crc32: crc32(bytes), compressed: data.length, size: bytes.length, data }
}
