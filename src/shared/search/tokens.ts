import { folded, isSingle, joinedSyllable, LETTER, letterOf } from './letters.ts'

/** A word of a text, folded, and where it stands there: `[start, end)` in UTF-16 units, and its number among the words, from 0. */
export interface Token {
  text: string
  at: number
  start: number
  end: number
}

/** A longer word is known by this many UTF-16 units at its beginning: FTS5 keeps 32,768 bytes of one. */
export const LONGEST_TOKEN = 8_000

/**
 * Tells each token of a text in order: runs of letters and digits, folded (case, diacritics, width), and each Han, Hiragana, Katakana and Hangul
 * character by itself. Everything else parts words; marks part nothing.
 */
export function eachToken(text: string, tell: (token: string, start: number, end: number) => void): void {
  walk(text, tell, null)
}

/** Passes over words of ASCII letters that can't be wanted, for most words of a text aren't those that are looked for. */
interface Skipping {
  /** By the code of its first letter or digit, without case: 1 for a word that may be wanted. */
  first: Uint8Array
  skip: () => void
}

function walk(
  text: string,
  tell: (token: string, start: number, end: number) => void,
  skipping: Skipping | null
): void {
  let word = ''
  let wordStart = -1
  let wordEnd = 0
  // A character that is a token of its own waits for what may belong to it: a mark, or the rest of its syllable.
  let single = ''
  let singleStart = 0
  let singleEnd = 0

  const endWord = (): void => {
    if (wordStart < 0) return
    tell(word.length > LONGEST_TOKEN ? word.slice(0, LONGEST_TOKEN) : word, wordStart, wordEnd)
    word = ''
    wordStart = -1
  }
  const endSingle = (): void => {
    if (single === '') return
    tell(single, singleStart, singleEnd)
    single = ''
  }
  const addSingle = (character: string, start: number, end: number): void => {
    endWord()
    const joined = single === '' ? null : joinedSyllable(single, character)
    if (joined === null) {
      endSingle()
      singleStart = start
    }
    single = joined ?? character
    singleEnd = end
  }
  const addLetters = (letters: string, start: number, end: number): void => {
    if (wordStart < 0) {
      endSingle()
      wordStart = start
    }
    word = word === '' ? letters : word + letters
    wordEnd = end
  }
  const part = (): void => {
    endWord()
    endSingle()
  }

  const { length } = text
  for (let at = 0; at < length;) {
    let code = text.charCodeAt(at)
    let letter = letterOf(code)
    if (letter === LETTER.parting && code >= 0xd800 && code <= 0xdbff) {
      code = text.codePointAt(at)!
      letter = letterOf(code)
    }
    const next = code > 0xffff ? at + 2 : at + 1
    if (letter === LETTER.parting) part()
    else if (letter === LETTER.mark) {
      if (wordStart >= 0) wordEnd = next
      else if (single !== '') singleEnd = next
    } else if (letter === LETTER.single) addSingle(text.slice(at, next), at, next)
    else if (letter === LETTER.other) {
      for (const character of folded(code)) {
        if (isSingle(character)) addSingle(character, at, next)
        else if (letterOf(character.codePointAt(0)!) === LETTER.plain) addLetters(character, at, next)
        else part()
      }
    } else {
      let end = next
      let hasCapital = letter === LETTER.capital
      // The rest of the run at once: most of every text.
      while (end < length) {
        const following = letterOf(text.charCodeAt(end))
        if (following === LETTER.capital) hasCapital = true
        else if (following !== LETTER.plain) break
        end++
      }
      // A whole word: ASCII that ends the run parts words, as all of it does that is no letter.
      const isWhole = wordStart < 0 && (end === length || text.charCodeAt(end) < 128)
      if (skipping && isWhole && code < 128 && skipping.first[code | 0x20] === 0) {
        endSingle()
        skipping.skip()
        at = end
        continue
      }
      const run = text.slice(at, end)
      addLetters(hasCapital ? run.toLowerCase() : run, at, end)
      at = end
      continue
    }
    at = next
  }
  part()
}

/** The tokens of a text with their places. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  eachToken(text, (token, start, end) => tokens.push({ text: token, at: tokens.length, start, end }))
  return tokens
}

/** Words, and beginnings of words, that are looked for. */
export interface Wanted {
  words: ReadonlySet<string>
  beginnings: readonly string[]
}

/** The tokens of a text that are wanted, with their places. */
export function wantedTokens(text: string, { words, beginnings }: Wanted): Token[] {
  const first = new Uint8Array(128)
  for (const word of [...words, ...beginnings]) if (word.charCodeAt(0) < 128) first[word.charCodeAt(0)] = 1
  const tokens: Token[] = []
  let at = 0
  const tell = (token: string, start: number, end: number): void => {
    if (words.has(token) || beginnings.some((beginning) => token.startsWith(beginning)))
      tokens.push({ text: token, at, start, end })
    at++
  }
  walk(text, tell, { first, skip: () => at++ })
  return tokens
}

/** The tokens of a text without their places. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  eachToken(text, (token) => words.push(token))
  return words
}
