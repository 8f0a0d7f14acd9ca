import { fromHex, latin1 } from './bytes.ts'
import { isNearWhole } from './numbers.ts'
import { MalformedPdf, Name, PdfString, Reference, type Dict, type Value } from './value.ts'
import { say } from '../wording/say.ts'

/** A word that is no value: an operator of a content stream, or a keyword of the file such as `obj`. */
export class Keyword {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** The end of what is read. */
export const END = Symbol('end')

/** Longer names are cut off by some readers (ISO 32000-1, annex C). */
const MOST_NAME = 127

/** Deeper nesting than this is an attack. */
const MOST_DEPTH = 100

const WHITE = 1
const DELIMITER = 2
const KINDS = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) KINDS[code] = WHITE
for (const character of '()<>[]{}/%') KINDS[character.charCodeAt(0)] = DELIMITER

/** Bytes in a literal string that don't stand for themselves. */
const SPECIAL_IN_STRING = new Uint8Array(256)
for (const character of '()\\\r') SPECIAL_IN_STRING[character.charCodeAt(0)] = 1

const LITERALS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Reads values and keywords one after the other (ISO 32000-1, 7.2 and 7.3). Throws `MalformedPdf`. */
export class Lexer {
  /** Where the next token is looked for. */
  at: number
  private readonly bytes: Uint8Array
  /** Whether it is content: that has neither references nor, as it is exported, comments. */
  private readonly content: boolean
  /** How many dictionaries are open. */
  private within = 0

  constructor(bytes: Uint8Array, at = 0, content = false) {
    this.bytes = bytes
    this.at = at
    this.content = content
  }

  /** The next value or keyword. */
  next(depth = 0): Value | Keyword | typeof END {
    this.skipWhite()
    const { bytes } = this
    if (this.at >= bytes.length) return END
    const code = bytes[this.at]!
    if (KINDS[code] !== DELIMITER) return this.word()
    if (depth > MOST_DEPTH) throw new MalformedPdf(say('values are nested too deeply'))
    this.at++
    switch (code) {
      case 0x2f:
        return this.name()
      case 0x28:
        return this.literalString()
      case 0x5b:
        return this.array(depth)
      case 0x3c:
        if (bytes[this.at] !== 0x3c) return this.hexString()
        this.at++
        return this.dict(depth)
      case 0x3e:
        if (bytes[this.at] !== 0x3e) return new Keyword('>')
        this.at++
        return new Keyword('>>')
      default:
        return new Keyword(String.fromCharCode(code))
    }
  }

  /** The next value. Throws where a keyword stands. */
  value(depth = 0): Value {
    const value = this.next(depth)
    if (value === END || value instanceof Keyword) throw new MalformedPdf(say('a value is missing'))
    return value
  }

  /** Goes past white space and comments. */
  skipWhite(): void {
    const { bytes } = this
    for (; this.at < bytes.length; this.at++) {
      const code = bytes[this.at]!
      if (code === 0x25) {
        if (this.content) throw new MalformedPdf(say('the content of a page has comments'))
        while (this.at + 1 < bytes.length && bytes[this.at + 1] !== 10 && bytes[this.at + 1] !== 13) this.at++
      } else if (KINDS[code] !== WHITE) return
    }
  }

  private word(): Value | Keyword {
    const start = this.at
    const { bytes } = this
    while (this.at < bytes.length && KINDS[bytes[this.at]!] === 0) this.at++
    const first = bytes[start]!
    if ((first < 0x30 || first > 0x39) && first !== 0x2b && first !== 0x2d && first !== 0x2e) {
      if (this.at - start <= 3) return shortKeyword(bytes, start, this.at)
      const text = latin1(bytes, start, this.at)
      return Object.hasOwn(LITERALS, text) ? LITERALS[text]! : new Keyword(text)
    }
    const number = numberIn(bytes, start, this.at)
    // Some readers take only what is written as one for a whole number.
    const isOdd =
      (!this.content || this.within > 0) && (isNearWhole(number) || isWholeWithPoint(bytes, start, this.at, number))
    if (isOdd) throw new MalformedPdf(say('a number is written so that readers take it differently'))
    const isInteger = !this.content && this.at - start <= 10 && first >= 0x30 && Number.isInteger(number)
    return (isInteger && isDigits(bytes, start, this.at) && this.reference(number)) || number
  }

  /**
   * The rest of `number generation R`; null, and nothing read, when something else stands there. Exports have no
   * generations, which readers treat differently.
   */
  private reference(number: number): Reference | null {
    const { bytes } = this
    let at = this.at
    while (KINDS[bytes[at]!] === WHITE) at++
    const start = at
    while (at - start < 6 && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++
    if (at === start || KINDS[bytes[at]!] !== WHITE) return null
    const generation = Number(latin1(bytes, start, at))
    while (KINDS[bytes[at]!] === WHITE) at++
    if (bytes[at] !== 0x52 || (at + 1 < bytes.length && KINDS[bytes[at + 1]!] === 0)) return null
    if (generation !== 0) throw new MalformedPdf(say('a reference names a generation of its object'))
    this.at = at + 1
    return new Reference(number)
  }

  private name(): Name {
    const start = this.at
    while (this.at < this.bytes.length && KINDS[this.bytes[this.at]!] === 0) this.at++
    if (this.at - start > MOST_NAME) throw new MalformedPdf(say('a name is too long'))
    return knownName(this.bytes, start, this.at) ?? this.readName(start)
  }

  private readName(start: number): Name {
    const text = latin1(this.bytes, start, this.at)
    if (!text.includes('#')) return remembered(new Name(text))
    // What readers make of a sign without two digits, or of a zero byte, differs.
    if (/#(?![0-9A-Fa-f]{2})|#00/.test(text)) throw new MalformedPdf(say('a name isn’t one'))
    return new Name(text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))))
  }

  private array(depth: number): Value[] {
    const values: Value[] = []
    for (;;) {
      const value = this.next(depth + 1)
      if (value instanceof Keyword && value.text === ']') return values
      if (value === END || value instanceof Keyword) throw new MalformedPdf(say('an array doesn’t end'))
      values.push(value)
    }
  }

  private dict(depth: number): Dict {
    const entries = new Map<string, Value>()
    this.within++
    for (;;) {
      const key = this.next(depth + 1)
      if (key instanceof Keyword && key.text === '>>') {
        this.within--
        return entries
      }
      if (!(key instanceof Name)) throw new MalformedPdf(say('a dictionary’s key isn’t a name'))
      if (entries.has(key.text)) throw new MalformedPdf(say('a dictionary has “{1*}” twice', key.text))
      const value = this.value(depth + 1)
      // Some readers take it for an entry that isn't there, some for one that hides what is inherited.
      if (value === null) throw new MalformedPdf(say('a dictionary has “{1*}” without a value', key.text))
      entries.set(key.text, value)
    }
  }

  private hexString(): PdfString {
    const end = this.bytes.indexOf(0x3e, this.at)
    if (end < 0) throw new MalformedPdf(say('a string doesn’t end'))
    const hex = latin1(this.bytes, this.at, end).replace(/[\0\t\n\f\r ]/g, '')
    if (!/^([0-9A-Fa-f]{2})*$/.test(hex)) throw new MalformedPdf(say('a string isn’t hexadecimal'))
    this.at = end + 1
    return new PdfString(fromHex(hex))
  }

  private literalString(): PdfString {
    const { bytes } = this
    const start = this.at
    let plain = start
    while (plain < bytes.length && !SPECIAL_IN_STRING[bytes[plain]!]) plain++
    if (bytes[plain] === 0x29) {
      this.at = plain + 1
      return new PdfString(bytes.subarray(start, plain))
    }
    const out: number[] = []
    for (let open = 1; ;) {
      if (this.at >= bytes.length) throw new MalformedPdf(say('a string doesn’t end'))
      const code = bytes[this.at++]!
      if (code === 0x5c) {
        const escaped = this.escaped()
        if (escaped !== null) out.push(escaped)
        continue
      }
      if (code === 0x28) open++
      if (code === 0x29 && --open === 0) return new PdfString(Uint8Array.from(out))
      // ISO 32000-1 counts it as a line feed, as many readers don't.
      if (code === 13) throw new MalformedPdf(say('a string holds a carriage return'))
      out.push(code)
    }
  }

  /** What a backslash stands for with what follows; null for a line that goes on. */
  private escaped(): number | null {
    const { bytes } = this
    const code = bytes[this.at++] ?? 0x5c
    if (code >= 0x30 && code <= 0x37) {
      let value = code - 0x30
      for (let i = 0; i < 2 && bytes[this.at]! >= 0x30 && bytes[this.at]! <= 0x37; i++)
        value = value * 8 + bytes[this.at++]! - 0x30
      if (value > 255) throw new MalformedPdf(say('a string holds a code that is no byte'))
      return value
    }
    if (code === 13 && bytes[this.at] === 10) this.at++
    if (code === 13 || code === 10) return null
    if (code >= 0x38 && code <= 0x39) throw new MalformedPdf(say('a string holds an escape that isn’t one'))
    return ESCAPES[String.fromCharCode(code)] ?? code
  }
}

/** Names by a number that follows from their bytes: they are few and come often. More of them than this are an attack. */
const names = new Map<number, Name>()
const MOST_NAMES = 4096

/** The name that stands as it is in these bytes, if it was met before. */
function knownName(bytes: Uint8Array, start: number, end: number): Name | null {
  let hash = end - start
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + bytes[i]!) | 0
  const known = names.get(hash)
  if (known?.text.length !== end - start) return null
  for (let i = start; i < end; i++) if (known.text.charCodeAt(i - start) !== bytes[i]) return null
  return known
}

function remembered(name: Name): Name {
  const { text } = name
  let hash = text.length
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  if (names.size < MOST_NAMES) names.set(hash, name)
  return name
}

const keywords = new Map<number, Keyword>()

/** The operators of a content stream are few and come often. */
function shortKeyword(bytes: Uint8Array, start: number, end: number): Keyword {
  let key = 0
  for (let i = start; i < end; i++) key = key * 256 + bytes[i]!
  let known = keywords.get(key)
  if (!known) keywords.set(key, (known = new Keyword(latin1(bytes, start, end))))
  return known
}

function isWholeWithPoint(bytes: Uint8Array, start: number, end: number, number: number): boolean {
  if (!Number.isInteger(number)) return false
  for (let i = start; i < end; i++) if (bytes[i] === 0x2e) return true
  return false
}

function isDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! < 0x30 || bytes[i]! > 0x39) return false
  return true
}

/** Digits that a sum in floating point holds exactly. */
const MOST_DIGITS = 15

/** A number as ISO 32000-1, 7.3.3 writes it. Throws `MalformedPdf`. */
function numberIn(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  const sign = bytes[at] === 0x2d ? -1 : 1
  if (bytes[at] === 0x2b || bytes[at] === 0x2d) at++
  const first = at
  let digits = 0
  let point = -1
  for (; at < end; at++) {
    const code = bytes[at]!
    if (code === 0x2e && point < 0) point = at
    else if (code >= 0x30 && code <= 0x39) digits = digits * 10 + code - 0x30
    else throw new MalformedPdf(say('a number isn’t one'))
  }
  const count = end - first - (point < 0 ? 0 : 1)
  if (count === 0) throw new MalformedPdf(say('a number isn’t one'))
  if (count > MOST_DIGITS) throw new MalformedPdf(say('a number has too many digits'))
  return (sign * digits) / (point < 0 ? 1 : 10 ** (end - point - 1))
}
