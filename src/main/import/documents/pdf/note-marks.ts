import type { Line } from './line.ts'

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
/** One superior number, or several: `¹`, `²,³`, `⁴⁻⁶`. */
const MARK = /(?<=\S)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁻][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*(?![⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻])/gu
const LABEL = /^[[(]?(\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})[\])]?[.)]?(?:\s|$)/u
/** A word, or what closes one, in front of a raised number that isn't a power. */
const PLAIN_WORD = /(?:\p{L}[\p{L}\p{M}'’-]{3,}|[.,;:!?…)\]"'”’»›」』。，、！？])$/u
const UNIT = /^(?:[kcmdµμ]?m|ft|in|yd|mi|sq|x|y|z|r|n|s|cm|foot|feet|inch|inches|yards?|miles?|met(?:re|er)s?)$/iu
/** Tells the comparison of quotes that what follows is a note's number: nothing breaks a word from it. */
const WORD_JOINER = '\u2060'

/** A raised number in raised digits; null for raised text that is no number (`1st`). */
export function raised(text: string): string | null {
  if (!WRITABLE.test(text)) return null
  return [...text].map((character) => RAISED[character] ?? character).join('')
}

/** The number with which a line begins as a note does, in plain digits. */
export function noteLabel(text: string): string | null {
  const written = LABEL.exec(text)?.[1]
  return written === undefined ? null : plain(written)
}

/**
 * Marks numbers of notes behind short words and figures (`him¹`, `2031²`), where only the page tells that they're no powers: a line of the page begins
 * with that number as a note does. Behind longer words and closing marks a raised number is always a note's.
 */
export function markNotes(lines: readonly Line[]): Line[] {
  if (!lines.some(({ text }) => /[⁰¹²³⁴⁵⁶⁷⁸⁹]/u.test(text))) return [...lines]
  const labels = new Set(lines.map(({ text }) => noteLabel(text)).filter((label) => label !== null))
  return lines.map((line) => {
    const text = line.text.replace(MARK, (mark: string, offset: number) => {
      const before = line.text.slice(Math.max(0, offset - 32), offset)
      const word = /[\p{L}\p{M}]*$/u.exec(before)![0]
      if (PLAIN_WORD.test(before) || UNIT.test(word)) return mark
      return plain(mark)
        .split(/[,-]/)
        .every((number) => labels.has(number))
        ? WORD_JOINER + mark
        : mark
    })
    return text === line.text ? line : { ...line, text }
  })
}

function plain(written: string): string {
  return written.normalize('NFKC').replaceAll('\u2212', '-')
}
