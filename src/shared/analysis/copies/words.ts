/**
 * The words of a text, in the form in which two texts are compared: letters and digits only, lower case, without accents,
 * ligatures and invisible characters. A script that writes no spaces gives one word for each character.
 */
export interface Words {
  readonly text: string
  /** A hash of each word's folded form. */
  readonly hashes: Int32Array
  /** Where each word stands in the text, half-open, in UTF-16 units. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** What each counts: `WORD_WEIGHT` for a word between spaces, less for a character of a script without them. */
  readonly weights: Uint8Array
}

export const WORD_WEIGHT = 4
/** Two characters of Chinese or Japanese, and four of Thai, Lao, Khmer or Burmese, say about as much as one word. */
const HAN_WEIGHT = 2
const THAI_WEIGHT = 1

const SEPARATOR = 0
const SKIPPED = 1
const SEVERAL = 2
/** What a code unit folds to: nothing that belongs to a word, nothing at all, several units, or one. */
const FOLDED = new Uint16Array(0x10000)
const EXPANSIONS = new Map<number, string>()
/** Soft hyphen, zero-width characters, byte order mark. */
const INVISIBLE = '\u00ad\u200b\u200c\u200d\u2060\ufeff'

/** A combining mark of Latin, Greek or Cyrillic, which folds away; a vowel sign of an Indian script says what the word is. */
function isAccent(code: number): boolean {
  return code >= 0x300 && code <= 0x36f
}

/** Which pages of 256 code units the table has: a text needs few, and all take longer than most commands. */
const FILLED = new Uint8Array(0x100)
const IN_WORD = /[\p{L}\p{N}\p{M}]/u
const ACCENT = /[\u0300-\u036f]/g

function foldOf(code: number): number {
  if (FILLED[code >> 8] === 0) fillPage(code >> 8)
  return FOLDED[code]!
}

function fillPage(page: number): void {
  FILLED[page] = 1
  for (let code = page << 8; code < (page + 1) << 8; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const character = String.fromCharCode(code)
    if (isAccent(code) || INVISIBLE.includes(character)) {
      FOLDED[code] = SKIPPED
      continue
    }
    if (!IN_WORD.test(character)) continue
    const isHangul = code >= 0xac00 && code <= 0xd7a3
    const plain = isHangul ? character : character.normalize('NFKD').replace(ACCENT, '').toLowerCase()
    const letters = plain.replace(/[^\p{L}\p{N}\p{M}]/gu, '')
    if (letters.length === 1) FOLDED[code] = letters.charCodeAt(0)
    else if (letters.length > 1) {
      FOLDED[code] = SEVERAL
      EXPANSIONS.set(code, letters)
    }
  }
}

/** Finds the words of a text. Takes time in proportion to its length. */
export function wordsOf(text: string): Words {
  let room = (text.length >> 2) + 16
  let hashes = new Int32Array(room)
  let starts = new Int32Array(room)
  let ends = new Int32Array(room)
  let weights = new Uint8Array(room)
  let count = 0
  const add = (hash: number, start: number, end: number, weight: number): void => {
    if (count === room) {
      room *= 2
      hashes = grown(hashes, room)
      starts = grown(starts, room)
      ends = grown(ends, room)
      const wider = new Uint8Array(room)
      wider.set(weights)
      weights = wider
    }
    hashes[count] = hash
    starts[count] = start
    ends[count] = end
    weights[count++] = weight
  }

  let start = -1
  let hash = SEED
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const weight = code < 0xe00 ? WORD_WEIGHT : weightOf(text, at)
    if (weight === WORD_WEIGHT && foldOf(code) !== SEPARATOR) {
      if (foldOf(code) === SKIPPED) continue
      if (start < 0) start = at
      hash = mixUnit(hash, code)
      continue
    }
    if (start >= 0) {
      add(finish(hash), start, at, WORD_WEIGHT)
      start = -1
      hash = SEED
    }
    if (weight === 0 || weight === WORD_WEIGHT) continue
    const end = isPair(code) ? at + 2 : at + 1
    add(finish(isPair(code) ? mix(mix(SEED, code), text.charCodeAt(at + 1)) : mixUnit(SEED, code)), at, end, weight)
    at = end - 1
  }
  if (start >= 0) add(finish(hash), start, text.length, WORD_WEIGHT)
  return {
    text,
    hashes: hashes.subarray(0, count),
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    weights: weights.subarray(0, count)
  }
}

/** True when two words are the same once folded: by their characters, not by their hashes alone. */
export function sameWord(a: Words, i: number, b: Words, j: number): boolean {
  if (a.hashes[i] !== b.hashes[j]) return false
  const one = a.text.slice(a.starts[i], a.ends[i])
  const other = b.text.slice(b.starts[j], b.ends[j])
  return one === other || folded(one) === folded(other)
}

function folded(word: string): string {
  let letters = ''
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    const to = foldOf(code)
    if (to === SEVERAL) letters += EXPANSIONS.get(code)!
    else if (to === SEPARATOR) letters += word[at]!
    else if (to !== SKIPPED) letters += String.fromCharCode(to)
  }
  return letters
}

/** What a unit above the spaced alphabets counts; 0 for an astral character that isn't a letter. */
function weightOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (isPair(code)) return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2)) ? HAN_WEIGHT : 0
  if (foldOf(code) === SEPARATOR || foldOf(code) === SKIPPED) return WORD_WEIGHT
  if (code <= 0xeff || (code >= 0x1000 && code <= 0x109f) || (code >= 0x1780 && code <= 0x17ff)) return THAI_WEIGHT
  if ((code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff))
    return HAN_WEIGHT
  return WORD_WEIGHT
}

function isPair(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

const SEED = 0x811c9dc5 | 0

function mixUnit(hash: number, code: number): number {
  const to = foldOf(code)
  if (to !== SEVERAL) return mix(hash, to)
  let mixed = hash
  for (const letter of EXPANSIONS.get(code)!) mixed = mix(mixed, letter.charCodeAt(0))
  return mixed
}

/** FNV-1a over UTF-16 units. */
function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** Spreads the bits of a hash (the end of MurmurHash3). */
export function finish(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

function grown(array: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(room)
  wider.set(array)
  return wider
}
