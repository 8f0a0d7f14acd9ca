/**
 * Folding: the comparison form of a text in which white space, quote marks, dashes, invisible characters, superior numbers
 * of notes and Unicode composition no longer differ, together with the place of every folded character in the text it came from.
 *
 * Letters, digits, case and other punctuation are never folded: they are what the words say.
 */
export interface Folded {
  readonly folded: string
  /** Offset in the original text at which what became `folded[i]` begins, and at which it ends. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

const SINGLE = "'‘’‚‛`´′‹›"
const DOUBLE = '"“”„‟«»″「」『』＂'
const DASH = '-‐‑‒–—―−'
/** Soft hyphen, zero-width characters, byte order mark and bidi controls: they print nothing. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
const LIGATURES: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }
const SPACE = /\s/
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3001-\u301f\uff01-\uff0f\uff1a-\uff20]/u
/** Superior numbers of notes, several with commas or a dash between them. */
const NOTE_MARK =
  /[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁻][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*(?![⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]|(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}])/uy
/** What the number of a note stands behind: a word that is no unit, what closes one, or the joiner that a reader puts where it's sure. */
const BEFORE_NOTE_MARK =
  /(?:(?:^|[^\p{L}\p{M}\p{N}])(?!(?:foot|feet|inch|inches|yards?|miles?|met(?:re|er)s?|mètres?|metros?|metri)$)\p{L}[\p{L}\p{M}'’-]{3,}|[.,;:!?…)\]"'”’»›」』。，、！？\u2060])$/iu
const REACH = 32
const MARK = /\p{M}/u

const SPECIAL = new Map<string, string>()
for (const mark of SINGLE) SPECIAL.set(mark, "'")
for (const mark of DOUBLE) SPECIAL.set(mark, '"')
for (const mark of DASH) SPECIAL.set(mark, '-')
for (const [ligature, letters] of Object.entries(LIGATURES)) SPECIAL.set(ligature, letters)
SPECIAL.set('…', '...')

/** Code units that fold to themselves. */
const PLAIN = Array.from({ length: 0x7f }, (_, code) => code > 0x20 && !SPECIAL.has(String.fromCharCode(code)))

/** True for any quote mark that folding treats as one. */
export function isQuoteMark(character: string): boolean {
  return SINGLE.includes(character) || DOUBLE.includes(character)
}

/** Folds a text. Runs of white space become one space; leading and trailing ones stay (as one space). */
export function fold(text: string): Folded {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const push = (characters: string, start: number, end: number): void => {
    for (let k = 0; k < characters.length; k++) {
      starts.push(start)
      ends.push(end)
    }
    pieces.push(characters)
  }
  let i = 0
  while (i < text.length) {
    const plain = plainRun(text, i)
    if (plain > i) {
      pieces.push(text.slice(i, plain))
      for (; i < plain; i++) {
        starts.push(i)
        ends.push(i + 1)
      }
      continue
    }
    const character = text[i]!
    const code = text.charCodeAt(i)
    const mark = noteMarkLength(text, i)
    if (mark > 0) {
      i += mark
      continue
    }
    if (SPACE.test(character)) {
      const start = i
      while (i < text.length && (SPACE.test(text[i]!) || INVISIBLE.test(text[i]!))) i++
      if (isLineEndInUnspaced(text, start, i)) continue
      if (pieces.at(-1) === ' ') ends[ends.length - 1] = i
      else push(' ', start, i)
      continue
    }
    if (code >= 0xad && INVISIBLE.test(character)) {
      i++
      continue
    }
    const special = SPECIAL.get(character)
    if (special !== undefined) {
      // '' and `` are typewriter double quotes, -- a typewriter dash.
      const twin = (special === "'" || character === '-') && text[i + 1] === character
      push(twin && special === "'" ? '"' : special, i, i + (twin ? 2 : 1))
      i += twin ? 2 : 1
      continue
    }
    if (code < 0x300 && !(text.charCodeAt(i + 1) >= 0x300)) {
      push(character, i, i + 1)
      i++
      continue
    }
    const start = i
    i += text.codePointAt(i)! > 0xffff ? 2 : 1
    while (i < text.length && MARK.test(String.fromCodePoint(text.codePointAt(i)!))) {
      i += text.codePointAt(i)! > 0xffff ? 2 : 1
    }
    push(text.slice(start, i).normalize('NFC'), start, i)
  }
  return { folded: pieces.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

/** The length of a note's number that stands at an offset behind a word, in raised digits: it says nothing of what the word says. A power keeps it. */
export function noteMarkLength(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  if (code !== 0xb9 && code !== 0xb2 && code !== 0xb3 && !(code >= 0x2070 && code <= 0x2079)) return 0
  NOTE_MARK.lastIndex = offset
  const mark = NOTE_MARK.exec(text)?.[0] ?? ''
  const before = text.slice(Math.max(0, offset - REACH), offset)
  return mark !== '' && (BEFORE_NOTE_MARK.test(before) || UNSPACED.test(before.slice(-1))) ? mark.length : 0
}

/** Whether a line or page ends there within words of a script that puts no spaces between them. */
function isLineEndInUnspaced(text: string, start: number, end: number): boolean {
  return text.slice(start, end).includes('\n') && UNSPACED.test(text[start - 1] ?? '') && UNSPACED.test(text[end] ?? '')
}

/** The end of the ASCII letters, digits and unfolded punctuation from here on that no combining mark follows. */
function plainRun(text: string, from: number): number {
  let end = from
  while (end < text.length && PLAIN[text.charCodeAt(end)]) end++
  return end > from && text.charCodeAt(end) >= 0x300 ? end - 1 : end
}

/** Folds away the last difference between quote marks, single or double. Lengths stay. */
export function foldQuoteMarks(folded: string): string {
  return folded.replaceAll('"', "'")
}
