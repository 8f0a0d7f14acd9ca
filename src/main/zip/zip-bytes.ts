import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { RandomAccessReader } from 'yauzl'

const PIECE = 1 << 18

/**
 * The bytes of an archive for yauzl, in memory or in a file. Places outside of them, which a hostile archive can name, are an error of the read; yauzl's
 * own readers throw them where nobody can catch them, which ends the program.
 */
export abstract class ZipBytes extends RandomAccessReader {
  readonly size: number

  protected constructor(size: number) {
    super()
    this.size = size
  }

  /** Opens bytes in memory, or a file. Rejects with the system's error. */
  static async open(source: ZipSource): Promise<ZipBytes> {
    if ('bytes' in source) return new MemoryBytes(source.bytes)
    const handle = await open(source.path, 'r')
    try {
      return new FileBytes(handle, (await handle.stat()).size)
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  /** Fills a buffer from a place inside. Rejects with the system's error, and when there are fewer bytes than there were. */
  protected abstract fillInside(buffer: Uint8Array, position: number): Promise<void>
  protected abstract end(): Promise<void>

  /** Fills a buffer from a place. Rejects when that lies outside, or with the system's error. */
  async fill(buffer: Uint8Array, position: number): Promise<void> {
    if (!(position >= 0 && position + buffer.length <= this.size))
      throw new Error('it points to a place outside itself')
    await this.fillInside(buffer, position)
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void
  ): void {
    // What the callback throws is thrown where the library expects it, not into the promise.
    this.fill(buffer.subarray(offset, offset + length), position).then(
      () => setImmediate(callback, null),
      (error: unknown) => setImmediate(callback, error as Error)
    )
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end))
  }

  async *#pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; at += PIECE) {
      const piece = Buffer.allocUnsafe(Math.min(PIECE, end - at))
      await this.fill(piece, at)
      yield piece
    }
  }

  override close(callback: (error: Error | null) => void): void {
    this.end().then(() => callback(null), callback)
  }
}

/** Where an archive is: in memory, or a file, its path in bytes where it isn't UTF-8. */
export type ZipSource = { bytes: Uint8Array } | { path: string | Buffer }

class FileBytes extends ZipBytes {
  readonly #handle: FileHandle

  constructor(handle: FileHandle, size: number) {
    super(size)
    this.#handle = handle
  }

  protected override async fillInside(buffer: Uint8Array, position: number): Promise<void> {
    for (let done = 0; done < buffer.length;) {
      const { bytesRead } = await this.#handle.read(buffer, done, buffer.length - done, position + done)
      if (bytesRead === 0) throw new Error('it became shorter while it was read')
      done += bytesRead
    }
  }

  protected override end(): Promise<void> {
    return this.#handle.close()
  }
}

class MemoryBytes extends ZipBytes {
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    super(bytes.length)
    this.#bytes = bytes
  }

  protected override fillInside(buffer: Uint8Array, position: number): Promise<void> {
    buffer.set(this.#bytes.subarray(position, position + buffer.length))
    return Promise.resolve()
  }

  protected override end(): Promise<void> {
    return Promise.resolve()
  }
}
