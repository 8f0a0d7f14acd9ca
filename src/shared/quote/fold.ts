import { noteMarkAt } from './note-mark.ts'
import { CHILLU, SPECIAL, TWICE_ENCODED, isInvisible, isPresentation } from './fold-characters.ts'

/**
 * Folding: the comparison form of a text in which white space, quote marks, dashes, invisible characters, the encoding and
 * the width of letters and the marks of notes no longer differ, together with the place of every folded character in the
 * text it came from.
 *
 * What the words say is never folded: letters, digits, case, accents, vowel points (Arabic harakat tell "killed" from "was
 * killed") and other punctuation. `docs/quotes.md` lists what is.
 */
export interface Folded {
  readonly folded: string
  /** Offset in the original text at which what became `folded[i]` begins, and at which it ends. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** The marks of notes that were folded away, in order. */
  readonly notes: readonly FoldedNote[]
}

/** The mark of a note: where it stood between the folded characters, where it ends in the original text, and its text. */
export interface FoldedNote {
  at: number
  end: number
  mark: string
}

/**
 * How a hyphen at a line's end is read: as it stands, as part of the word (`non-⏎lethal`), or as put there by the break
 * (`exam-⏎ple`). Nothing tells which is meant.
 */
export type LineHyphens = 'spaced' | 'kept' | 'joined'

const SPACE = /[^\S\ufeff]/

const MARK = /\p{M}/u

const LETTER = /\p{L}/u

/** Scripts without spaces, with their punctuation. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3001-\u301f\uff01-\uff0f\uff1a-\uff20]/u

const JAMO = /[\uac00-\ud7a3\u1100-\u115f\ua960-\ua97c]+[\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*/y

const HALF_WIDTH_KANA = /[\uff66-\uff9d][\uff9e\uff9f]?/y

/** An ellipsis, as one character or as dots, spaced or not. */
const DOT_RUN = /[.…⋯](?:\s*[.…⋯])*/y

const SPACED_LINE_END = /[-‐][ \t]*\r?\n\s*(?=[\p{L}\p{N}])/uy

const HYPHEN_AT_LINE_END = /[\p{L}\p{N}][-‐][ \t]*\r?\n\s*[\p{L}\p{N}]/u

const WORD = /[\p{L}\p{N}]/u

const SMALL = /\p{Ll}/u

/** Code units that fold to themselves. */
const PLAIN = Array.from({ length: 0x7f }, (_, code) => code > 0x20 && !/['"`\-.[]/.test(String.fromCharCode(code)))

/** True when a line ends with a hyphen that can be read in more than one way. */
export function hasLineHyphens(text: string): boolean {
  return HYPHEN_AT_LINE_END.test(text)
}

/** Folds a text. Runs of white space become one space; leading and trailing ones stay (as one space). */
export function fold(text: string, lineHyphens: LineHyphens = 'spaced'): Folded {
  const folding = new Folding(text, lineHyphens)
  return folding.run()
}

/** Folds away the last difference between quote marks, single or double. Lengths stay. */
export function foldQuoteMarks(folded: string): string {
  return folded.replaceAll('"', "'")
}

/** Characters to which the longest ligature folds. */
const MOST_OF_ONE = 18

class Folding {
  readonly #text: string
  readonly #lineHyphens: LineHyphens
  readonly #pieces: string[] = []
  #starts: Int32Array
  #ends: Int32Array
  #length = 0
  #at = 0
  readonly #notes: FoldedNote[] = []

  constructor(text: string, lineHyphens: LineHyphens) {
    this.#text = text
    this.#lineHyphens = lineHyphens
    this.#starts = new Int32Array(text.length + MOST_OF_ONE)
    this.#ends = new Int32Array(text.length + MOST_OF_ONE)
  }

  run(): Folded {
    const text = this.#text
    while (this.#at < text.length) this.#step(text.charCodeAt(this.#at))
    return {
      folded: this.#pieces.join(''),
      starts: this.#starts.slice(0, this.#length),
      ends: this.#ends.slice(0, this.#length),
      notes: this.#notes
    }
  }

  #step(code: number): void {
    const text = this.#text
    const plain = plainRun(text, this.#at)
    if (plain > this.#at) {
      this.#pieces.push(text.slice(this.#at, plain))
      this.#reserve(plain - this.#at)
      for (; this.#at < plain; this.#at++) {
        this.#starts[this.#length] = this.#at
        this.#ends[this.#length++] = this.#at + 1
      }
      return
    }
    const character = text[this.#at]!
    if (SPACE.test(character)) return this.#space()
    if (isInvisible(character)) return this.#invisible(code)
    const note = noteMarkAt(text, this.#at)
    if (note > 0) {
      const end = this.#at + note
      this.#notes.push({ at: this.#length, end, mark: text.slice(this.#at, end) })
      this.#at = end
      return
    }
    if (character === '.' || character === '…' || character === '⋯') return this.#dots()
    if (this.#lineHyphens !== 'spaced' && (character === '-' || character === '‐')) {
      const before = text[this.#at - 1] ?? ''
      const broken = WORD.test(before) ? this.#match(SPACED_LINE_END) : 0
      // A break puts no hyphen before a capital or a figure: there it is the compound's own (`West-⏎Coast`, `Covid-⏎19`).
      const isOfBreak = LETTER.test(before) && SMALL.test(text[this.#at + broken] ?? '')
      if (broken > 0) return this.#put(this.#lineHyphens === 'joined' && isOfBreak ? '' : '-', broken)
    }
    const special = SPECIAL.get(character)
    if (special !== undefined && !MARK.test(text[this.#at + 1] ?? '')) return this.#special(character, special)
    this.#cluster(code)
  }

  /** Runs of white space become one space, none where only typography puts it: inside guillemets, before `;:?!`. */
  #space(): void {
    const text = this.#text
    const start = this.#at
    while (this.#at < text.length && (SPACE.test(text[this.#at]!) || isInvisible(text[this.#at]!))) this.#at++
    if (isTypographic(text, start, this.#at) || isLineEndInUnspaced(text, start, this.#at)) return
    if (this.#pieces.at(-1) === ' ') this.#ends[this.#length - 1] = this.#at
    else this.#emit(' ', start, this.#at)
  }

  #invisible(code: number): void {
    const text = this.#text
    this.#at++
    // A stretched letter and a selected variant end behind what stretches or selects them.
    if ((code === 0x640 || MARK.test(text[this.#at - 1]!)) && this.#ends[this.#length - 1] === this.#at - 1)
      this.#ends[this.#length - 1] = this.#at
    if (code !== 0xad) return
    const broken = /^[ \t]*\r?\n\s*(?=\p{L})/u.exec(text.slice(this.#at, this.#at + 80))
    if (broken) this.#at += broken[0].length
  }

  #special(character: string, special: string): void {
    const text = this.#text
    let length = 1
    let folded = special
    if (special === "'" && text[this.#at + 1] === character) {
      // '' and `` are typewriter double quotes.
      length = 2
      folded = '"'
    } else if (character === '-') {
      // So are -- and --- dashes.
      while (length < 3 && text[this.#at + length] === '-') length++
    }
    this.#put(folded, length)
  }

  /** Three dots or more, and characters of them, are one ellipsis. */
  #dots(): void {
    const length = this.#match(DOT_RUN)
    const run = this.#text.slice(this.#at, this.#at + length)
    if (/[…⋯]/.test(run) || run.replace(/\s/g, '').length > 2) this.#put('...', length)
    else this.#put('.', 1)
  }

  /** A character with its marks, composed. */
  #cluster(code: number): void {
    const text = this.#text
    const start = this.#at
    if (code < 0x300 && !(text.charCodeAt(start + 1) >= 0x300) && !isPresentation(code))
      return this.#put(text[start]!, 1)
    if ((code >= 0x1100 && code <= 0x11ff) || (code >= 0xa960 && code <= 0xd7fb)) {
      const syllable = this.#match(code >= 0xac00 && code <= 0xd7a3 ? SYLLABLE : JAMO)
      if (syllable > 0) return this.#put(text.slice(start, start + syllable).normalize('NFC'), syllable)
    }
    if ((code === 0xe40 || code === 0xec0) && text.charCodeAt(start + 1) === code)
      return this.#put(String.fromCharCode(code + 1), 2)
    const kana = code >= 0xff66 && code <= 0xff9d ? this.#match(HALF_WIDTH_KANA) : 0
    if (kana > 0) return this.#put(text.slice(start, start + kana).normalize('NFKC'), kana)

    const base = String.fromCodePoint(text.codePointAt(start)!)
    let end = start + base.length
    for (let i = end; i < text.length;) {
      const next = String.fromCodePoint(text.codePointAt(i)!)
      const isMark = MARK.test(next)
      if (!isMark && !isInvisible(next)) break
      i += next.length
      if (isMark) end = i
    }
    let marks = Array.from(text.slice(start + base.length, end))
      .filter((mark) => !isInvisible(mark) && !SELECTOR.test(mark))
      .join('')
    const nikhahit = marks.search(/[\u0e4d\u0ecd]/)
    const aa = text.charCodeAt(end)
    if (nikhahit >= 0 && aa === marks.charCodeAt(nikhahit) - 0x1b) {
      marks = marks.slice(0, nikhahit) + marks.slice(nikhahit + 1) + String.fromCharCode(aa + 1)
      end++
    }
    const chillu = text[end] === '\u200d' ? CHILLU[base + marks] : undefined
    if (chillu !== undefined) return this.#put(chillu, end + 1 - start)
    const letter = isPresentation(base.codePointAt(0)!) ? base.normalize('NFKC').trim() : (TWICE_ENCODED[base] ?? base)
    const composed = (letter + marks).normalize('NFC')
    const folded = TWICE_ENCODED[composed] ?? SPECIAL.get(composed) ?? composed
    this.#put(Array.from(folded, (each) => TWICE_ENCODED[each] ?? each).join(''), end - start)
  }

  /** The length of what a sticky pattern finds here. */
  #match(pattern: RegExp): number {
    pattern.lastIndex = this.#at
    return pattern.exec(this.#text)?.[0].length ?? 0
  }

  #put(folded: string, length: number): void {
    this.#emit(folded, this.#at, this.#at + length)
    this.#at += length
  }

  #emit(folded: string, start: number, end: number): void {
    if (folded === '') return
    this.#reserve(folded.length)
    for (let k = 0; k < folded.length; k++) {
      this.#starts[this.#length] = start
      this.#ends[this.#length++] = end
    }
    this.#pieces.push(folded)
  }

  #reserve(length: number): void {
    if (this.#length + length <= this.#starts.length) return
    const grown = (old: Int32Array): Int32Array => {
      const buffer = new Int32Array(2 * old.length + length)
      buffer.set(old)
      return buffer
    }
    this.#starts = grown(this.#starts)
    this.#ends = grown(this.#ends)
  }
}

/** A syllable that a final consonant may follow. */
const SYLLABLE = /[\uac00-\ud7a3][\u11a8-\u11c2]?/y

/** Selectors of variants of Han characters. */
const SELECTOR = /[\u{e0100}-\u{e01ef}]/u

/**
 * The end of the ASCII letters, digits and unfolded punctuation from here on that no combining mark follows, with the full
 * stops and single spaces that words follow.
 */
function plainRun(text: string, from: number): number {
  let end = from
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (PLAIN[code]) continue
    const isBetween = end > from && (code === 0x20 || (code === 0x2e && text.charCodeAt(end - 1) !== 0x20))
    if (!isBetween || !isWordCode(text.charCodeAt(end + 1))) break
  }
  return end > from && text.charCodeAt(end) >= 0x300 ? end - 1 : end
}

function isWordCode(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

/** True where a line or page ends within words of a script that puts no spaces between them. */
function isLineEndInUnspaced(text: string, start: number, end: number): boolean {
  return text.slice(start, end).includes('\n') && UNSPACED.test(text[start - 1] ?? '') && UNSPACED.test(text[end] ?? '')
}

/** True for white space that only some languages' typography puts: `« mot »`, `mot ?`. */
function isTypographic(text: string, start: number, end: number): boolean {
  if (start === 0 || end === text.length) return false
  const next = text[end]!
  const behind = text[end + 1] ?? ' '
  if (';:?!'.includes(next)) return /[\s;:?!"'”’»)\]]/.test(behind)
  if ('»›'.includes(next)) return /[\s,.;:!?)\]…]/.test(behind)
  return '«‹'.includes(text[start - 1]!) && /[\s([{“‘'’—–-]/.test(text[start - 2] ?? ' ')
}
