/** What a character is to the search, after folding. */
export const LETTER = {
  /** Neither letter nor digit: it parts words. */
  parting: 1,
  /** A letter or digit that is its own folded form. */
  plain: 2,
  /** A letter whose folded form is what `toLowerCase` makes of it, alone or within a word. */
  capital: 3,
  /** A mark, or the place where a word may be broken (soft hyphen): it folds to nothing and parts nothing. */
  mark: 4,
  /** A Han, Hiragana, Katakana or Hangul character that is its own folded form: a token of its own. */
  single: 5,
  /** Whatever folds to something else: `folded` tells to what. */
  other: 6
} as const
export type Letter = (typeof LETTER)[keyof typeof LETTER]

const WORD = /^[\p{L}\p{N}]$/u
const MARK = /^[\p{M}\u00AD]$/u
const MARKS = /[\p{M}\u00AD]+/gu
const SINGLE = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]$/u

const HANGUL = { first: 0xac00, last: 0xd7a3 }
const LEADING = { first: 0x1100, last: 0x1112 }
const VOWEL = { first: 0x1161, last: 0x1175, count: 21 }
/** The first of these stands for no trailing consonant. */
const TRAILING = { none: 0x11a7, last: 0x11c2, count: 28 }

/** Classes of the code units of the basic plane, as they're met; 0 where none is known yet. */
const classes = new Uint8Array(0x10000)
const beyond = new Map<number, Letter>()
const forms = new Map<number, string>()

/** The class of a code point; a lone surrogate parts words. */
export function letterOf(code: number): Letter {
  if (code > 0xffff) {
    let known = beyond.get(code)
    if (known === undefined) beyond.set(code, (known = classify(code)))
    return known
  }
  const known = classes[code]!
  return known === 0 ? ((classes[code] = classify(code)) as Letter) : (known as Letter)
}

/**
 * The folded form of a code point: NFKD without marks and soft hyphens, then without case (`ß` is `ss`, `ς` is `σ`). Syllables of Hangul stay whole.
 */
export function folded(code: number): string {
  let known = forms.get(code)
  if (known === undefined) forms.set(code, (known = fold(code)))
  return known
}

/** True for a folded character that is a token of its own. */
export function isSingle(character: string): boolean {
  return SINGLE.test(character) && WORD.test(character)
}

/**
 * The syllable that two parts of Hangul make: a leading consonant and a vowel, or those and a trailing consonant; null where they make none
 * (the Unicode Standard, 3.12).
 */
export function joinedSyllable(before: string, after: string): string | null {
  const a = before.codePointAt(0)!
  const b = after.codePointAt(0)!
  if (a >= LEADING.first && a <= LEADING.last && b >= VOWEL.first && b <= VOWEL.last) {
    const pair = (a - LEADING.first) * VOWEL.count + (b - VOWEL.first)
    return String.fromCodePoint(HANGUL.first + pair * TRAILING.count)
  }
  const isOpen = a >= HANGUL.first && a <= HANGUL.last && (a - HANGUL.first) % TRAILING.count === 0
  return isOpen && b > TRAILING.none && b <= TRAILING.last ? String.fromCodePoint(a + b - TRAILING.none) : null
}

function fold(code: number): string {
  if (code >= HANGUL.first && code <= HANGUL.last) return String.fromCodePoint(code)
  return String.fromCodePoint(code)
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ς/g, 'σ')
}

function classify(code: number): Letter {
  if (code >= 0xd800 && code <= 0xdfff) return LETTER.parting
  const character = String.fromCodePoint(code)
  if (MARK.test(character)) return LETTER.mark
  const form = folded(code)
  if (form === character) {
    if (!WORD.test(character)) return LETTER.parting
    return SINGLE.test(character) ? LETTER.single : LETTER.plain
  }
  // A capital sigma becomes another letter at a word's end.
  return WORD.test(character) &&
    WORD.test(form) &&
    form === character.toLowerCase() &&
    form !== 'σ' &&
    !SINGLE.test(form)
    ? LETTER.capital
    : LETTER.other
}
