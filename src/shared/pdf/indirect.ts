import { latin1 } from './bytes.ts'
import { Keyword, Lexer } from './lexer.ts'
import { isDict, MalformedPdf, Stream, type Value } from './value.ts'

/** What stands before an object’s value is no longer. */
const HEAD = 24

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
  const head = /^([1-9]\d{0,9}) (\d{1,5}) obj(?=[\0\t\n\f\r /<[(%])/.exec(latin1(bytes, offset, offset + HEAD))
  if (!head) throw new MalformedPdf('an object isn’t where the table says')
  if (head[2] !== '0') throw new MalformedPdf('an object has a generation')
  const number = Number(head[1])
  const lexer = new Lexer(bytes, offset + head[0].length)
  const value = lexer.value()
  const after = lexer.next()
  if (isKeyword(after, 'endobj')) return { number, value, end: lexer.at }
  if (!isKeyword(after, 'stream') || !isDict(value)) throw new MalformedPdf('an object doesn’t end')
  for (const key of ELSEWHERE) if (value.has(key)) throw new MalformedPdf(`a stream has “${key}”`)
  let start = lexer.at
  if (bytes[start] === 13) start++
  if (bytes[start++] !== 10) throw new MalformedPdf('a stream doesn’t begin on a line of its own')
  const length = lengthOf(value.get('Length') ?? null)
  if (length === null || !Number.isInteger(length) || length < 0 || start + length > bytes.length)
    throw new MalformedPdf('a stream has no length')
  let end = start + length
  if (bytes[end] === 13) end++
  if (bytes[end] === 10) end++
  if (!isWord(bytes, end, 'endstream')) throw new MalformedPdf('a stream doesn’t end where it says')
  lexer.at = end + 'endstream'.length
  if (!isKeyword(lexer.next(), 'endobj')) throw new MalformedPdf('an object doesn’t end')
  return { number, value: new Stream(value, bytes.subarray(start, start + length)), end: lexer.at }
}

function isKeyword(token: unknown, text: string): boolean {
  return token instanceof Keyword && token.text === text
}

function isWord(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false
  return true
}
