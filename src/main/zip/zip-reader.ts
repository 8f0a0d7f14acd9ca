import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { RandomAccessReader } from 'yauzl'

const PIECE = 1 << 18

/**
 * Reads a zip file for yauzl. Places outside the file, which a hostile archive can name, are an error of the read; yauzl's
 * own reader throws them where nobody can catch them, which ends the program.
 */
export class ZipReader extends RandomAccessReader {
  readonly size: number
  readonly #handle: FileHandle

  private constructor(handle: FileHandle, size: number) {
    super()
    this.#handle = handle
    this.size = size
  }

  /** Rejects with the system's error. */
  static async open(path: string | Buffer): Promise<ZipReader> {
    const handle = await open(path, 'r')
    try {
      return new ZipReader(handle, (await handle.stat()).size)
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  /** Fills a buffer from a place in the file. Rejects when that lies outside, or with the system's error. */
  fill(buffer: Buffer, position: number): Promise<void> {
    return this.#fill(buffer, 0, buffer.length, position)
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void
  ): void {
    this.#fill(buffer, offset, length, position).then(() => callback(null), callback)
  }

  async #fill(buffer: Buffer, offset: number, length: number, position: number): Promise<void> {
    if (!(position >= 0 && position + length <= this.size)) throw new Error('it points to a place outside itself')
    for (let done = 0; done < length;) {
      const { bytesRead } = await this.#handle.read(buffer, offset + done, length - done, position + done)
      if (bytesRead === 0) throw new Error('it became shorter while it was read')
      done += bytesRead
    }
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end))
  }

  async *#pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; at += PIECE) {
      const piece = Buffer.allocUnsafe(Math.min(PIECE, end - at))
      await this.#fill(piece, 0, piece.length, at)
      yield piece
    }
  }

  override close(callback: (error: Error | null) => void): void {
    this.#handle.close().then(() => callback(null), callback)
  }

  /** Closes the file when no archive was made of it. */
  release(): Promise<void> {
    return this.#handle.close()
  }
}
