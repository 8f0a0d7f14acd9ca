import { utf16 } from './bytes.ts'
import type { PdfObjects } from './file.ts'
import { END, Keyword, Lexer } from './lexer.ts'
import { isArray, MalformedPdf, Name, PdfString, Stream, type Dict } from './value.ts'
import { say } from '../wording/say.ts'

/** Reads the text of the strings that a font shows. */
export interface FontReader {
  /** Bytes of a glyph's code. */
  width: 1 | 2
  /** One text for each glyph, in the order of the glyphs. Throws `MalformedPdf` where a code is cut off. */
  texts(codes: Uint8Array): string[]
  /** The same in one, of the first `length` bytes. */
  text(codes: Uint8Array, length: number): string
}

const MOST_RANGE = 65536

/** What stands for a code of which the font doesn't say what it means. */
const UNKNOWN = '\ufffd'

/** What the codes of a font stand for by its ToUnicode map (ISO 32000-1, 9.10.3); null where it has none. */
export function toUnicode(objects: PdfObjects, font: Dict | null): Map<number, string> | null {
  const stream = objects.get(font, 'ToUnicode')
  const data = stream instanceof Stream ? objects.data(stream) : null
  return data ? readMap(data) : null
}

/** The reader of a font: its ToUnicode map (ISO 32000-1, 9.10.3), without one the codes of simple fonts as Latin-1. */
export function fontReader(objects: PdfObjects, font: Dict | null): FontReader {
  const subtype = objects.get(font, 'Subtype')
  const width = subtype instanceof Name && subtype.text === 'Type0' ? 2 : 1
  const map = toUnicode(objects, font)
  const textOf = (code: number): string => map?.get(code) ?? (map || width === 2 ? UNKNOWN : String.fromCharCode(code))
  // Codes are few and come often.
  const known: string[] = []
  const at = (codes: Uint8Array, i: number): string => {
    const code = width === 2 ? codes[i]! * 256 + codes[i + 1]! : codes[i]!
    return (known[code] ??= textOf(code))
  }
  // A byte that is left over is a glyph for some readers.
  const checkLength = (length: number): void => {
    if (length % width !== 0) throw new MalformedPdf(say('a string of glyphs is cut off'))
  }
  return {
    width,
    texts(codes) {
      checkLength(codes.length)
      const texts: string[] = []
      for (let i = 0; i < codes.length; i += width) texts.push(at(codes, i))
      return texts
    },
    text(codes, length) {
      checkLength(length)
      let whole = ''
      let count = 0
      // As units of one text: a text made of many parts takes ten times their memory.
      for (let i = 0; i < length; i += width) {
        const text = at(codes, i)
        if (count + text.length > UNITS.length || text.length > 1) {
          whole += unitsAsText(count) + text
          count = 0
        } else if (text.length === 1) UNITS[count++] = text.charCodeAt(0)
      }
      return whole + unitsAsText(count)
    }
  }
}

const UNITS = new Uint16Array(1024)

function unitsAsText(count: number): string {
  return count === 0 ? '' : String.fromCharCode.apply(null, UNITS.subarray(0, count) as unknown as number[])
}

function readMap(data: Uint8Array): Map<number, string> {
  const map = new Map<number, string>()
  const lexer = new Lexer(data)
  let operands: unknown[] = []
  for (let token = lexer.next(); token !== END; token = lexer.next()) {
    if (!(token instanceof Keyword)) operands.push(token)
    else {
      if (token.text === 'endbfchar') addCharacters(map, operands)
      if (token.text === 'endbfrange') addRanges(map, operands)
      operands = []
    }
  }
  return map
}

function addCharacters(map: Map<number, string>, operands: readonly unknown[]): void {
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const [from, to] = [operands[i], operands[i + 1]]
    if (from instanceof PdfString && to instanceof PdfString) map.set(numberOf(from), utf16(to.bytes))
  }
}

function addRanges(map: Map<number, string>, operands: readonly unknown[]): void {
  for (let i = 0; i + 2 < operands.length; i += 3) {
    const [first, last, to] = [operands[i], operands[i + 1], operands[i + 2]]
    if (!(first instanceof PdfString) || !(last instanceof PdfString)) continue
    const start = numberOf(first)
    const count = Math.min(numberOf(last) - start + 1, MOST_RANGE)
    for (let n = 0; n < count; n++) {
      if (to instanceof PdfString) map.set(start + n, raised(utf16(to.bytes), n))
      else if (Array.isArray(to) && isArray(to) && to[n] instanceof PdfString) map.set(start + n, utf16(to[n].bytes))
    }
  }
}

/** The text with its last character moved on by `n`. */
function raised(text: string, n: number): string {
  const characters = Array.from(text)
  const last = characters.pop()?.codePointAt(0) ?? 0
  return characters.join('') + String.fromCodePoint(Math.min(last + n, 0x10ffff))
}

function numberOf({ bytes }: PdfString): number {
  return bytes.slice(0, 4).reduce((number, byte) => number * 256 + byte, 0)
}
