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

const GAP = 0
const NOTHING = 1

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

const known = new Map<number, string | typeof GAP | typeof NOTHING>()

function folded(code: number): string | typeof GAP | typeof NOTHING {
  let found = known.get(code)
  if (found === undefined) {
    found = foldCharacter(String.fromCodePoint(code))
    known.set(code, found)
  }
  return found
}

function foldCharacter(character: string): string | typeof GAP | typeof NOTHING {
  if (GAPS.test(character)) return GAP
  if (SHAPELESS.test(character) || ACCENT.test(character)) return NOTHING
  const quote = QUOTES[character]
  if (quote !== undefined) return quote
  const parts = Array.from(character.normalize('NFKD')).filter((part) => !ACCENT.test(part) && !SHAPELESS.test(part))
  const letters = parts
    .filter((part) => !GAPS.test(part))
    .map((part) => Array.from(part.toUpperCase().toLowerCase().normalize('NFKD')).filter((each) => !ACCENT.test(each)))
    .flat()
    .map((letter) => STROKES[letter] ?? letter)
    .join('')
  if (letters !== '') return letters
  return parts.length > 0 ? GAP : NOTHING
}

/** Folds a text for the search for withheld words. */
export function fold(text: string): Folded {
  const pieces: string[] = []
  let starts = new Int32Array(text.length + 16)
  let ends = new Int32Array(text.length + 16)
  let gaps = new Uint8Array(text.length + 16)
  let length = 0
  let gap = 0
  for (let i = 0; i < text.length;) {
    const code = text.codePointAt(i)!
    const next = i + (code > 0xffff ? 2 : 1)
    const letters = folded(code)
    if (letters === GAP) gap = 1
    else if (letters === NOTHING) {
      if (gap === 0 && length > 0) ends[length - 1] = next
    } else {
      if (length + letters.length > starts.length) {
        starts = grown(starts)
        ends = grown(ends)
        gaps = grownBytes(gaps)
      }
      for (let k = 0; k < letters.length; k++) {
        starts[length] = i
        ends[length] = next
        gaps[length] = k === 0 ? gap : 0
        length++
      }
      pieces.push(letters)
      gap = 0
    }
    i = next
  }
  return {
    letters: pieces.join(''),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
    gaps: gaps.subarray(0, length)
  }
}

function grown(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2)
  larger.set(values)
  return larger
}

function grownBytes(values: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(values.length * 2)
  larger.set(values)
  return larger
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
