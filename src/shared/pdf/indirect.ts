import { Keyword, Lexer } from './lexer.ts'
import { isDict, MalformedPdf, Stream, type Value } from './value.ts'
import { say } from '../wording/say.ts'

/** Digits of the number of an object, and of its generation, at most. */
const MOST_DIGITS = 10
const MOST_OF_GENERATION = 5
/** What may stand behind the word `obj`. */
const BEHIND_HEAD = new Set(Array.from('\0\t\n\f\r /<[(%', (each) => each.charCodeAt(0)))

/** Entries by which a stream's data stand in another file, or are packed in ways that some readers know (ISO 32000-1, 7.3.8.2). */
const ELSEWHERE = ['F', 'FFilter', 'FDecodeParms', 'DP', 'DL', 'Fl']

/** An object as it stands in a file, and where it ends. */
export interface Indirect {
  number: number
  value: Value
  end: number
}

/**
 * Reads the indirect object at an offset. `lengthOf` resolves a stream's length, null when it isn't known. Throws
 * `MalformedPdf` when none stands there, when it has a generation, or a stream doesn't end where it says.
 */
export function readIndirect(bytes: Uint8Array, offset: number, lengthOf: (length: Value) => number | null): Indirect {
  const numberEnd = digitsEnd(bytes, offset, MOST_DIGITS)
  const generationEnd = digitsEnd(bytes, numberEnd + 1, MOST_OF_GENERATION)
  const headEnd = generationEnd + ' obj'.length
  const isHead =
    numberEnd > offset &&
    bytes[offset] !== ZERO &&
    bytes[numberEnd] === SPACE &&
    generationEnd > numberEnd + 1 &&
    isWord(bytes, generationEnd, ' obj') &&
    BEHIND_HEAD.has(bytes[headEnd]!)
  if (!isHead) throw new MalformedPdf(say('an object isn’t where the table says'))
  if (generationEnd > numberEnd + 2 || bytes[numberEnd + 1] !== ZERO)
    throw new MalformedPdf(say('an object has a generation'))
  let number = 0
  for (let i = offset; i < numberEnd; i++) number = number * 10 + bytes[i]! - ZERO
  const lexer = new Lexer(bytes, headEnd)
  const value = lexer.value()
  const after = lexer.next()
  if (isKeyword(after, 'endobj')) return { number, value, end: lexer.at }
  if (!isKeyword(after, 'stream') || !isDict(value)) throw new MalformedPdf(say('an object doesn’t end'))
  for (const key of ELSEWHERE) if (value.has(key)) throw new MalformedPdf(say('a stream has “{1*}”', key))
  let start = lexer.at
  if (bytes[start] === 13) start++
  if (bytes[start++] !== 10) throw new MalformedPdf(say('a stream doesn’t begin on a line of its own'))
  const length = lengthOf(value.get('Length') ?? null)
  if (length === null || !Number.isInteger(length) || length < 0 || start + length > bytes.length)
    throw new MalformedPdf(say('a stream has no length'))
  let end = start + length
  if (bytes[end] === 13) end++
  if (bytes[end] === 10) end++
  if (!isWord(bytes, end, 'endstream')) throw new MalformedPdf(say('a stream doesn’t end where it says'))
  lexer.at = end + 'endstream'.length
  if (!isKeyword(lexer.next(), 'endobj')) throw new MalformedPdf(say('an object doesn’t end'))
  return { number, value: new Stream(value, bytes.subarray(start, start + length)), end: lexer.at }
}

const ZERO = 0x30
const SPACE = 0x20

/** Where the digits end that begin at `from`, `most` of them at most. */
function digitsEnd(bytes: Uint8Array, from: number, most: number): number {
  let at = from
  while (at - from < most && bytes[at]! >= ZERO && bytes[at]! <= ZERO + 9) at++
  return at
}

function isKeyword(token: unknown, text: string): boolean {
  return token instanceof Keyword && token.text === text
}

function isWord(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false
  return true
}
