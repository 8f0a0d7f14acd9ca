import { isPlainNumber, type OperatorText } from './operator-text.ts'

/** Bytes by which numbers go on. */
const IN_NUMBER = new Uint8Array(256)
for (const character of '+-.0123456789') IN_NUMBER[character.charCodeAt(0)] = 1
const WHITE = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) WHITE[code] = 1
const DELIMITER = new Uint8Array(256)
for (const character of '()<>[]{}/%') DELIMITER[character.charCodeAt(0)] = 1

/** What stands for a byte behind a backslash; 0 for what is read by the rules of all strings. */
const ESCAPED = new Uint8Array(256)
for (let code = 0x20; code < 0x7f; code++) if (code < 0x30 || code > 0x39) ESCAPED[code] = code
for (const [letter, code] of Object.entries({ n: 10, r: 13, t: 9, b: 8, f: 12 })) ESCAPED[letter.charCodeAt(0)] = code

/**
 * Reads what most of a content consists of, `[(…) -20 (…)] TJ` in the plainest form, without making values of it. All else, and all that is
 * refused, is left to the lexer.
 */
export class GlyphArray {
  /** The bytes of its strings one after the other; `length` says how many. */
  codes = new Uint8Array(1024)
  length = 0
  /** Whether each string has an even number of bytes. */
  even = true
  /** Whether it is one string and nothing else. */
  alone = false

  /** Reads the operator whose array begins at `from`, and adds it to `text` without its end. Gives where it ends; -1 where it isn't one. */
  read(bytes: Uint8Array, from: number, text: OperatorText): number {
    const end = this.array(bytes, from, text)
    if (end < 0) text.restartLine()
    return end
  }

  private array(bytes: Uint8Array, from: number, text: OperatorText): number {
    this.length = 0
    this.even = true
    let values = 0
    let strings = 0
    let at = from + 1
    text.byte(0x5b)
    for (;;) {
      while (WHITE[bytes[at]!] === 1) at++
      const code = bytes[at]
      if (code === 0x5d) break
      if (values++ > 0) text.byte(0x20)
      if (code === 0x28) {
        strings++
        at = this.string(bytes, at + 1, text)
        if (at < 0) return -1
      } else {
        const start = at
        while (IN_NUMBER[bytes[at]!] === 1) at++
        if (!isPlainNumber(bytes, start, at) || !endsWord(bytes, at)) return -1
        text.copy(bytes, start, at)
      }
    }
    text.byte(0x5d)
    text.byte(0x20)
    this.alone = values === 1 && strings === 1
    at++
    while (WHITE[bytes[at]!] === 1) at++
    return bytes[at] === 0x54 && bytes[at + 1] === 0x4a && endsWord(bytes, at + 2) ? at + 2 : -1
  }

  /** Reads a string from behind its bracket on. Gives where it ends; -1 where it isn't plain. */
  private string(bytes: Uint8Array, from: number, text: OperatorText): number {
    const start = this.length
    text.byte(0x3c)
    for (let at = from; at < bytes.length;) {
      let code = bytes[at++]!
      if (code === 0x29) {
        text.byte(0x3e)
        if (((this.length - start) & 1) === 1) this.even = false
        return at
      }
      if (code === 0x28 || code === 13) return -1
      if (code === 0x5c) {
        code = ESCAPED[bytes[at++] ?? 0]!
        if (code === 0) return -1
      }
      if (this.length === this.codes.length) this.grow()
      this.codes[this.length++] = code
      text.hex(code)
    }
    return -1
  }

  private grow(): void {
    const larger = new Uint8Array(this.codes.length * 2)
    larger.set(this.codes)
    this.codes = larger
  }
}

function endsWord(bytes: Uint8Array, at: number): boolean {
  return at >= bytes.length || WHITE[bytes[at]!] === 1 || DELIMITER[bytes[at]!] === 1
}
