import { LETTER, letterOf } from '../../shared/search/letters.ts'
import { eachToken, LONGEST_TOKEN } from '../../shared/search/tokens.ts'

/** What follows each word. */
export const SPACE = 0x20
/** What stands between values that are no row of words together: no word that can be typed. */
export const APART = '\ue000'

/** ASCII letters and digits without case; 0 for what parts words. */
const FOLDED = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase()
  return /[a-z0-9]/.test(character) ? character.charCodeAt(0) : 0
})

/**
 * The words of texts as FTS5 is given them: folded, in UTF-8, each followed by a space. Its `ascii` tokenizer parts words at what is neither an ASCII letter or
 * digit nor beyond ASCII, so that our tokens are its tokens. No string is made of a word of ASCII alone.
 */
export class WordBytes {
  #bytes = Buffer.allocUnsafe(1 << 16)
  #end = 0
  #starts = new Int32Array(1 << 14)
  #count = 0

  /** What was written; good until something is written again. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#end)
  }

  /** Where in `bytes` each word begins; good as long. */
  get starts(): Int32Array {
    return this.#starts.subarray(0, this.#count)
  }

  clear(): this {
    this.#end = 0
    this.#count = 0
    return this
  }

  /** Writes the words of a text. */
  add(text: string): this {
    const { length } = text
    for (let at = 0; at < length;) {
      at = this.#addAscii(text, at)
      if (at >= length) break
      const end = endOfPiece(text, at)
      eachToken(text.slice(at, end), (token) => this.#write(token))
      at = end
    }
    return this
  }

  /** Parts what was written from what follows. */
  part(): void {
    this.#write(APART)
  }

  /** Writes the words from an offset on that are ASCII alone. Answers where the first begins that isn’t. */
  #addAscii(text: string, from: number): number {
    const { length } = text
    // No word is shorter than a letter and what parts it from the next.
    this.#reserve(length - from + 1, (length - from + 1) / 2 + 1)
    const bytes = this.#bytes
    const starts = this.#starts
    let count = this.#count
    let end = this.#end
    let wordStart = end
    let at = from
    for (; at < length; at++) {
      const code = text.charCodeAt(at)
      if (code > 127 && !parts(code)) break
      const byte = code > 127 ? 0 : FOLDED[code]!
      if (byte !== 0) bytes[end++] = byte
      else if (end > wordStart) {
        starts[count++] = wordStart
        wordStart = end = endWord(bytes, wordStart, end)
      }
    }
    this.#count = count
    if (at < length) {
      // What began as ASCII alone is a word of more.
      this.#end = wordStart
      return at - (end - wordStart)
    }
    if (end > wordStart) {
      starts[this.#count++] = wordStart
      end = endWord(bytes, wordStart, end)
    }
    this.#end = end
    return length
  }

  #write(token: string): void {
    this.#reserve(token.length * 3 + 1, 1)
    this.#starts[this.#count++] = this.#end
    this.#end += this.#bytes.write(token, this.#end, 'utf8')
    this.#bytes[this.#end++] = SPACE
  }

  #reserve(length: number, words: number): void {
    if (this.#end + length > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.#end + length, this.#bytes.length * 2))
      this.#bytes.copy(grown, 0, 0, this.#end)
      this.#bytes = grown
    }
    if (this.#count + words > this.#starts.length) {
      const grown = new Int32Array(Math.max(this.#count + words, this.#starts.length * 2))
      grown.set(this.#starts)
      this.#starts = grown
    }
  }
}

/** Ends a word at a byte. Answers where the next begins. */
function endWord(bytes: Uint8Array, start: number, end: number): number {
  const last = Math.min(end, start + LONGEST_TOKEN)
  bytes[last] = SPACE
  return last + 1
}

/** True for a code unit beyond ASCII that parts words whatever follows it. */
function parts(code: number): boolean {
  return (code < 0xd800 || code > 0xdfff) && letterOf(code) === LETTER.parting
}

/** Where ASCII begins anew after something else: at what parts words, so that the pieces have the words that the whole has. */
function endOfPiece(text: string, from: number): number {
  for (let at = from; at < text.length - 1; at++) {
    const code = text.charCodeAt(at)
    if (code <= 127 && FOLDED[code] === 0 && text.charCodeAt(at + 1) <= 127) return at
  }
  return text.length
}
