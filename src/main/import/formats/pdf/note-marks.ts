import { WORD_JOINER } from '../../extracted/raised.ts'
import type { Line } from './line.ts'

/** One superior number, or several: `¹`, `²,³`, `⁴⁻⁶`. */
const MARK = /(?<=\S)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁻][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*(?![⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻])/gu
const LABEL = /^[[(]?(\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})[\])]?[.)]?(?:\s|$)/u
/** A word, or what closes one, in front of a raised number that isn't a power. */
const PLAIN_WORD = /(?:\p{L}[\p{L}\p{M}'’-]{3,}|[.,;:!?…)\]"'”’»›」』。，、！？])$/u
const UNIT = /^(?:[kcmdµμ]?m|ft|in|yd|mi|sq|x|y|z|r|n|s|cm|foot|feet|inch|inches|yards?|miles?|met(?:re|er)s?)$/iu
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
