/**
 * A text in the form in which withheld words are looked for: lower case, without accents, in compatibility forms, and
 * without white space, dashes, soft hyphens and whatever else has no shape. Punctuation stays.
 */
export interface Folded {
  readonly letters: string
  /** Offset in the text at which what became `letters[i]` begins, and at which it ends with its accents. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 1 where white space or a dash stands before `letters[i]`. */
  readonly gaps: Uint8Array
}

const GAPS = /[\s\p{Z}\p{Pd}_\u200b\u2212]/u
const SHAPELESS = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u
/** Accents and points that change no letter into another one; vowel signs of Indic scripts do, and stay. */
const ACCENT = /[\u0591-\u05c7\u0610-\u061a\u06d6-\u06ed]|(?=\p{M})\p{Script=Inherited}/u

/** Letters that Unicode doesn't decompose, though people write them without their strokes. */
const STROKES: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ŧ: 't', ı: 'i', æ: 'ae', œ: 'oe' }
const QUOTES: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‛': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"'
}

/** What a character folds to; none for white space and dashes, null for what has no shape. */
type Fold = readonly number[] | null

const known = new Map<number, Fold>()

function folded(code: number): Fold {
  let found = known.get(code)
  if (found === undefined) {
    const letters = foldCharacter(String.fromCodePoint(code))
    found = letters === null ? null : Array.from({ length: letters.length }, (_, k) => letters.charCodeAt(k))
    known.set(code, found)
  }
  return found
}

/** ASCII characters by their codes: most of what is folded. */
const ASCII = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const fold = folded(code)
  return fold?.length === 1 ? fold[0]! : 0
})

function foldCharacter(character: string): string | null {
  if (GAPS.test(character)) return ''
  if (SHAPELESS.test(character) || ACCENT.test(character)) return null
  const quote = QUOTES[character]
  if (quote !== undefined) return quote
  const parts = Array.from(character.normalize('NFKD')).filter((part) => !ACCENT.test(part) && !SHAPELESS.test(part))
  if (parts.length === 0) return null
  return parts
    .filter((part) => !GAPS.test(part))
    .flatMap((part) => Array.from(part.toUpperCase().toLowerCase().normalize('NFKD')))
    .filter((letter) => !ACCENT.test(letter))
    .map((letter) => STROKES[letter] ?? letter)
    .join('')
}

/** Characters to which one folds at most. */
const MOST = 24

/** Folds a text for the search for withheld words. */
export function fold(text: string): Folded {
  const room = new Rooms(text.length + MOST)
  let length = 0
  let gap = 0
  for (let i = 0; i < text.length;) {
    const unit = text.charCodeAt(i)
    const plain = unit < 0x80 ? ASCII[unit]! : 0
    if (plain !== 0) {
      if (length >= room.size) room.grow()
      room.codes[length] = plain
      room.starts[length] = i
      room.ends[length] = ++i
      room.gaps[length++] = gap
      gap = 0
      continue
    }
    const code = text.codePointAt(i)!
    const next = i + (code > 0xffff ? 2 : 1)
    const letters = folded(code)
    if (letters === null) {
      if (gap === 0 && length > 0) room.ends[length - 1] = next
    } else if (letters.length === 0) gap = 1
    else {
      while (length + letters.length > room.size) room.grow()
      for (const letter of letters) {
        room.codes[length] = letter
        room.starts[length] = i
        room.ends[length] = next
        room.gaps[length++] = gap
        gap = 0
      }
    }
    i = next
  }
  return {
    letters: written(room.codes.subarray(0, length)),
    starts: room.starts.subarray(0, length),
    ends: room.ends.subarray(0, length),
    gaps: room.gaps.subarray(0, length)
  }
}

/** Room for a folded text, which can be longer than the text. */
class Rooms {
  size: number
  codes: Uint16Array
  starts: Int32Array
  ends: Int32Array
  gaps: Uint8Array

  constructor(size: number) {
    this.size = size
    this.codes = new Uint16Array(size)
    this.starts = new Int32Array(size)
    this.ends = new Int32Array(size)
    this.gaps = new Uint8Array(size)
  }

  grow(): void {
    const { codes, starts, ends, gaps } = this
    const larger = new Rooms(this.size * 2)
    Object.assign(this, larger)
    this.codes.set(codes)
    this.starts.set(starts)
    this.ends.set(ends)
    this.gaps.set(gaps)
  }
}

/** Arguments that a call takes without overflowing the stack. */
const CHUNK = 8192

function written(codes: Uint16Array): string {
  const chunks: string[] = []
  for (let i = 0; i < codes.length; i += CHUNK) chunks.push(String.fromCharCode(...codes.subarray(i, i + CHUNK)))
  return chunks.join('')
}

const WORD = /[\p{L}\p{N}\p{M}]/u
/** Scripts that set no space between words, or whose words carry particles. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** True when the character at an offset, read forwards or backwards, belongs to a word that spaces set apart. */
function inWord(letters: string, at: number): boolean {
  const code = letters.codePointAt(at)
  if (code === undefined) return false
  const low = code >= 0xdc00 && code <= 0xdfff && at > 0
  const character = low ? letters.slice(at - 1, at + 1) : String.fromCodePoint(code)
  return WORD.test(character) && !UNSPACED.test(character)
}

/** True when no word goes on across this offset of a folded text. */
export function isBorder({ letters, gaps }: Pick<Folded, 'letters' | 'gaps'>, at: number): boolean {
  if (at <= 0 || at >= letters.length || gaps[at] === 1) return true
  return !(inWord(letters, at - 1) && inWord(letters, at))
}
