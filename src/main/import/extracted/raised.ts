/** Raised digits as characters of their own, so that a note's number isn't taken for part of a word or a figure. */
const RAISED: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '–': '⁻'
}
/** What may be written in raised digits: `12`, `−6`; lists of notes such as `1,2` keep their comma. */
const WRITABLE = /^[+\-−–]?\d{1,3}(?:[,–-]\d{1,3})*$/

/** Tells the comparison of quotes that what follows is a note's number: nothing breaks a word from it. */
export const WORD_JOINER = '\u2060'

/** A raised number in raised digits; null for raised text that is no number (`1st`). */
export function raised(text: string): string | null {
  if (!WRITABLE.test(text)) return null
  return [...text].map((character) => RAISED[character] ?? character).join('')
}
