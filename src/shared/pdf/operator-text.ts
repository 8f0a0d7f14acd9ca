import { operandText } from './graph.ts'
import type { Value } from './value.ts'

/** A text that a page shows and that has another word for it: what it is becomes known only when all else is written. */
export interface PlaceOfText {
  shown: string
  word: string
}

const SPACE = 32
const LINE_FEED = 10

/**
 * The operators of a content with their operands, each on a line, in UTF-8: alike for all contents that hold the same, however they are
 * written. `docs/proof-format.md` defines it for other programs.
 */
export class OperatorText {
  private bytes = new Uint8Array(1 << 16)
  private length = 0
  /** Where the line begins that isn't ended yet. */
  private line = 0
  private readonly place: PlaceOfText | null

  constructor(place: PlaceOfText | null = null) {
    this.place = place
  }

  /** All lines. They are overwritten when the text is begun anew. */
  whole(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  /** The first line without its end; empty where there is none. Its bytes as Latin-1. */
  first(): string {
    let text = ''
    for (let i = 0; i < this.length && this.bytes[i] !== LINE_FEED; i++) text += String.fromCharCode(this.bytes[i]!)
    return text
  }

  /** Begins with no line. */
  restart(): void {
    this.length = 0
    this.line = 0
  }

  /** Drops what was added to the line. */
  restartLine(): void {
    this.length = this.line
  }

  operand(value: Value): void {
    this.add(operandText(value))
    this.byte(SPACE)
  }

  /** Adds an operand, or a part of one, that stands in `bytes` as it stands here. */
  copy(bytes: Uint8Array, start: number, end: number): void {
    this.room(end - start)
    for (let i = start; i < end; i++) this.bytes[this.length++] = bytes[i]!
  }

  byte(code: number): void {
    if (this.length === this.bytes.length) this.room(1)
    this.bytes[this.length++] = code
  }

  /** A byte as two hexadecimal digits. */
  hex(code: number): void {
    if (this.length + 2 > this.bytes.length) this.room(2)
    this.bytes[this.length++] = DIGITS[code >> 4]!
    this.bytes[this.length++] = DIGITS[code & 15]!
  }

  /** Ends the line of an operator. `shown` is the text that it shows; `alone` says that its operand is one string. */
  end(operator: string, shown: string, alone: boolean): void {
    if (alone && this.place !== null && shown === this.place.shown && shown !== '') {
      this.restartLine()
      this.add(this.place.word)
      this.byte(SPACE)
    }
    this.add(operator)
    this.byte(LINE_FEED)
    this.line = this.length
  }

  /** Adds a text whose characters stand for bytes. */
  private add(text: string): void {
    this.room(text.length * 2)
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code < 0x80) this.bytes[this.length++] = code
      else {
        this.bytes[this.length++] = 0xc0 | (code >> 6)
        this.bytes[this.length++] = 0x80 | (code & 0x3f)
      }
    }
  }

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }
}

const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))

/** Digits of a number that is copied as it stands. */
const MOST_DIGITS = 10
const MOST_DECIMALS = 4

/** Whether a number stands as its text has it: without a sign, zeros or a point that it could do without. */
export function isPlainNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start
  const negative = bytes[at] === 0x2d
  if (negative) at++
  if (end - at > MOST_DIGITS || at >= end) return false
  const first = at
  while (at < end && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++
  if (at === first || (bytes[first] === 0x30 && at - first > 1)) return false
  if (at === end) return !negative || bytes[first] !== 0x30
  if (bytes[at] !== 0x2e) return false
  const point = at++
  while (at < end && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++
  const decimals = at - point - 1
  return at === end && decimals > 0 && decimals <= MOST_DECIMALS && bytes[at - 1] !== 0x30
}
