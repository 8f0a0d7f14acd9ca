import { isInvisible } from './fold.ts'
import { noteMarkAt } from './note-mark.ts'
import { atCharacter } from './position.ts'
import { QUOTE_RULES, type QuoteRules } from './rules.ts'

const WORD = /[\p{L}\p{N}\p{M}]/u
/** Scripts written without spaces between words: a quote may begin and end anywhere in them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** What is left of "can't" after "can". */
const CONTRACTED_NOT = /^['’ʼ＇´`]t(?!\p{L})/iu
/** Breaks a word where it may be broken between two. */
const ZERO_WIDTH_SPACE = '\u200b'
const RAISED = /[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]/
/** Joins the last letters of a Hebrew abbreviation. */
const GERSHAYIM = '\u05f4'
const TURNING_PREFIX = /(?:^|[^\p{L}])(?:non|un|in|dis|mis|anti|counter|ex|pseudo|quasi|semi|de)[-‐‑]$/iu

function characterBefore(text: string, offset: number): string {
  const code = text.codePointAt(offset - 2)
  return code !== undefined && code > 0xffff ? String.fromCodePoint(code) : text.slice(Math.max(0, offset - 1), offset)
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset)
  return code === undefined ? '' : String.fromCodePoint(code)
}

/** True when the offset lies between two characters of one word, whatever invisible ones stand between them. */
export function insideWord(text: string, offset: number, rules: QuoteRules = QUOTE_RULES): boolean {
  if (rules === 1) return joined(characterBefore(text, offset), characterAt(text, offset))
  if (noteMarkAt(text, offset) > 0 || followsNoteMark(text, offset)) return false
  let from = offset
  let to = offset
  while (from > 0 && joins(text[from - 1]!)) from--
  while (to < text.length && joins(text[to]!)) to++
  // The joiner that a reader puts before the mark of a note.
  if (noteMarkAt(text, to) > 0) return false
  return joined(characterBefore(text, from), characterAt(text, to))
}

function followsNoteMark(text: string, offset: number): boolean {
  let from = offset
  while (from > 0 && RAISED.test(text[from - 1]!)) from--
  return from < offset && noteMarkAt(text, from) === offset - from
}

/** True for what stands within a word without being a letter of it. */
function joins(character: string): boolean {
  return character === GERSHAYIM || (character !== ZERO_WIDTH_SPACE && isInvisible(character))
}

function joined(before: string, after: string): boolean {
  return WORD.test(before) && WORD.test(after) && !(UNSPACED.test(before) || UNSPACED.test(after))
}

/**
 * Why a quote may not begin or end there: because it would cut a word or a number in two and so say something that the
 * source doesn't ("lawful" out of "unlawful", "can" out of "can't", "015 people" out of "2,015 people"). Null when it may.
 */
export function cutReason(text: string, start: number, end: number, rules: QuoteRules = QUOTE_RULES): string | null {
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end, end + 4)
  const first = text.slice(start, start + 1)
  const last = text.slice(Math.max(start, end - 1), end)
  if (insideWord(text, start, rules) || TURNING_PREFIX.test(before))
    return `It begins inside the word “${wordAround(text, start)}”.`
  if (insideWord(text, end, rules) || CONTRACTED_NOT.test(after))
    return `It ends inside the word “${wordAround(text, end)}”.`
  if (/\d/.test(first) && /(?:\d[.,]|(?:^|\s)[-−])$/.test(before))
    return `It begins inside the number “${wordAround(text, start)}”.`
  if (/\d/.test(last) && /^[.,]\d/.test(after)) return `It ends inside the number “${wordAround(text, end)}”.`
  return null
}

function wordAround(text: string, offset: number): string {
  const left = /[^\s]*$/.exec(text.slice(Math.max(0, offset - 40), offset))?.[0] ?? ''
  const right = /^[^\s]*/.exec(text.slice(offset, offset + 40))?.[0] ?? ''
  return (left + right).replace(/^[^\p{L}\p{N}−-]+|[^\p{L}\p{N}]+$/gu, '')
}

/**
 * The range without white space at its ends and widened to whole words, as a selection becomes a quote.
 * An empty or blank range comes back empty (`start` = `end`).
 */
export function wholeWords(text: string, start: number, end: number): { start: number; end: number } {
  const within = (offset: number): number => Math.max(0, Math.min(text.length, offset))
  let from = within(Math.min(start, end))
  let to = within(Math.max(start, end))
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  if (from === to) return { start: from, end: from }
  while (from > 0 && (insideWord(text, from) || atCharacter(text, from) !== from)) from--
  while (to < text.length && (insideWord(text, to) || atCharacter(text, to) !== to)) to++
  if (CONTRACTED_NOT.test(text.slice(to, to + 4))) to += 2
  return { start: from, end: to }
}
