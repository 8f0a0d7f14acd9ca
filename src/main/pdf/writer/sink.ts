/** Characters that wait to become bytes: more would be in memory twice for no gain. */
const MOST_TEXT = 65_536

/** Gathers what pdfkit writes, past its stream: that takes as long as the rest of the writing. */
export class Sink {
  private parts: Uint8Array[] = []
  private text = ''
  length = 0

  /** Adds a line of text in Latin-1, or bytes. */
  write(data: Uint8Array | string): void {
    if (typeof data === 'string') {
      this.text += `${data}\n`
      this.length += data.length + 1
      if (this.text.length > MOST_TEXT) this.flush()
    } else {
      this.flush()
      this.parts.push(data)
      this.length += data.length
    }
  }

  /** All that was written so far, in parts. */
  written(): readonly Uint8Array[] {
    this.flush()
    return this.parts
  }

  /** The same as one: what was written until now isn't kept twice. */
  whole(): Uint8Array<ArrayBuffer> {
    this.flush()
    const whole = new Uint8Array(this.length)
    let at = 0
    for (const part of this.parts) {
      whole.set(part, at)
      at += part.length
    }
    this.parts = [whole]
    return whole
  }

  private flush(): void {
    if (this.text !== '') this.parts.push(Buffer.from(this.text, 'latin1'))
    this.text = ''
  }
}
