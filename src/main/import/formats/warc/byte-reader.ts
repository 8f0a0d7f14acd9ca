/** Reads a stream of bytes by counts, and takes back what was read too far. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>
  #buffer: Buffer = Buffer.alloc(0)
  /** Where in `#buffer` the next byte stands. */
  #next = 0
  #hasEnded = false
  #taken = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** Bytes taken so far. */
  get position(): number {
    return this.#taken
  }

  /** The next bytes, which stay to be taken; fewer than asked for only at the end. Rejects with the source's error. */
  async peek(count: number): Promise<Buffer> {
    const more: Uint8Array[] = []
    let length = this.#buffer.length - this.#next
    while (length < count && !this.#hasEnded) {
      const next = await this.#source.next()
      this.#hasEnded = next.done === true
      if (next.done === true) break
      more.push(next.value)
      length += next.value.length
    }
    if (more.length > 0) {
      this.#buffer = Buffer.concat([this.#buffer.subarray(this.#next), ...more])
      this.#next = 0
    }
    return this.#buffer.subarray(this.#next, this.#next + count)
  }

  /** As `peek`, and goes on behind them. */
  async take(count: number): Promise<Buffer> {
    const bytes = await this.peek(count)
    this.#next += bytes.length
    this.#taken += bytes.length
    return bytes
  }

  /** Puts bytes back that were taken last. */
  unread(bytes: Buffer): void {
    const start = this.#next - bytes.length
    const isHere = bytes.buffer === this.#buffer.buffer && bytes.byteOffset === this.#buffer.byteOffset + start
    if (!isHere) this.#buffer = Buffer.concat([bytes, this.#buffer.subarray(this.#next)])
    this.#next = isHere ? start : 0
    this.#taken -= bytes.length
  }

  /** Ends the source. */
  async close(): Promise<void> {
    await this.#source.return?.()
  }
}
