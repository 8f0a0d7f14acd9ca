import { Keyword, Lexer } from './lexer.ts'
import { isDict, MalformedPdf, Stream, type Value } from './value.ts'

/**
 * Reads the indirect object at an offset. `lengthOf` resolves a stream's length, null when it isn't known. Throws
 * `MalformedPdf` when none stands there or a stream doesn't end where it says.
 */
export function readIndirect(
  bytes: Uint8Array,
  offset: number,
  lengthOf: (length: Value) => number | null
): { number: number; value: Value } {
  const lexer = new Lexer(bytes, offset)
  const number = lexer.next()
  const generation = lexer.next()
  const keyword = lexer.next()
  if (typeof number !== 'number' || typeof generation !== 'number' || !isKeyword(keyword, 'obj')) {
    throw new MalformedPdf('an object isn’t where the table says')
  }
  const value = lexer.value()
  const after = lexer.next()
  if (isKeyword(after, 'endobj')) return { number, value }
  if (!isKeyword(after, 'stream') || !isDict(value)) throw new MalformedPdf('an object doesn’t end')
  let start = lexer.at
  if (bytes[start] === 13) start++
  if (bytes[start] === 10) start++
  const length = lengthOf(value.get('Length') ?? null)
  if (length === null || length < 0 || start + length > bytes.length) throw new MalformedPdf('a stream has no length')
  lexer.at = start + length
  if (!isKeyword(lexer.next(), 'endstream')) throw new MalformedPdf('a stream doesn’t end where it says')
  return { number, value: new Stream(value, bytes.subarray(start, start + length)) }
}

function isKeyword(token: unknown, text: string): boolean {
  return token instanceof Keyword && token.text === text
}
