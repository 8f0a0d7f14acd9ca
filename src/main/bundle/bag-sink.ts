import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { syncFolder } from '../store/durable.ts'
import { LARGEST_COMPRESSED } from './limits.ts'

/** Where a bag's files are written to, one after the other. */
export interface BagSink {
  /** Writes a file. Its name is relative to the bag; `size` is in bytes. */
  add(path: string, chunks: AsyncIterable<Uint8Array>, size: number): Promise<void>
  /** Flushes everything to the disk. */
  finish(): Promise<void>
  /** Gives up. What was written is for the caller to remove. */
  abandon(): Promise<void>
}

/** Writes a bag into a new folder. */
export class FolderSink implements BagSink {
  readonly #root: string
  readonly #folders = new Set<string>()

  constructor(root: string) {
    this.#root = root
  }

  async add(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const place = join(this.#root, path)
    await this.#make(dirname(place))
    const handle = await open(place, 'wx', 0o600)
    try {
      await handle.writeFile(chunks)
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  async #make(folder: string): Promise<void> {
    if (this.#folders.has(folder)) return
    if (folder !== this.#root) await this.#make(dirname(folder))
    await mkdir(folder, { recursive: true, mode: 0o700 })
    this.#folders.add(folder)
  }

  async finish(): Promise<void> {
    for (const folder of this.#folders) await syncFolder(folder)
  }

  async abandon(): Promise<void> {
    // Nothing stays open between two files.
  }
}

/** Times in the archive are those of no clock, so that the same files give the same bytes. */
const ENTRY = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 }

/** Writes a bag as the one folder `root` of a new zip. */
export class ZipSink implements BagSink {
  readonly #handle: FileHandle
  readonly #root: string
  readonly #zip = new ZipFile()
  /** Settles when the archive is written or can't be. */
  readonly #written: Promise<void>

  private constructor(handle: FileHandle, root: string) {
    this.#handle = handle
    this.#root = root
    this.#written = new Promise((resolve, reject) => {
      this.#zip.once('error', reject)
      this.#zip.outputStream.once('error', reject)
      handle.writeFile(this.#zip.outputStream).then(resolve, reject)
    })
    // Whoever adds the next file, or finishes, hears of it.
    this.#written.catch(() => undefined)
  }

  static async create(path: string, root: string): Promise<ZipSink> {
    return new ZipSink(await open(path, 'wx', 0o600), root)
  }

  async add(path: string, chunks: AsyncIterable<Uint8Array>, size: number): Promise<void> {
    const stream = Readable.from(chunks)
    const consumed = new Promise<void>((resolve, reject) => stream.once('end', resolve).once('error', reject))
    this.#zip.addReadStream(stream, `${this.#root}/${path}`, { ...ENTRY, compress: size <= LARGEST_COMPRESSED })
    try {
      await Promise.race([consumed, this.#written])
    } finally {
      stream.destroy()
    }
  }

  async finish(): Promise<void> {
    this.#zip.end()
    await this.#written
    await this.#handle.sync()
    await this.#handle.close()
  }

  async abandon(): Promise<void> {
    if (this.#zip.outputStream instanceof Readable) this.#zip.outputStream.destroy()
    await this.#handle.close()
  }
}
