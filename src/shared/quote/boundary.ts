import { isInvisible } from './fold-characters.ts'
import { noteMarkAt } from './note-mark.ts'
import { atCharacter } from './position.ts'
import { QUOTE_RULES, type QuoteRules } from './rules.ts'
import { say, type Said } from '../wording/say.ts'

const WORD = /[\p{L}\p{N}\p{M}]/u
const LETTERS = /[\p{L}\p{M}]/u
const HYPHEN = /[-‐‑]/u
/** Scripts written without spaces between words: a quote may begin and end anywhere in them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** What stands for an apostrophe within words. Some of them count as letters. */
const APOSTROPHE = /['’ʼ＇´`‘′ʹʻ׳՚ꞌ]/u
/**
 * Words that lose a vowel before another vowel: French, Italian, Catalan, Portuguese, Greek. What follows is a word of its
 * own (`l'accord`), as it isn't in `quelqu'un`, `aujourd'hui`, `o'clock` or `п'ять`.
 */
const ELIDED = [
  `[cdjlmnstçvb]|qu|jusqu|lorsqu|puisqu|quoiqu`,
  `un|dell|all|dall|nell|sull|coll|quell|quest|bell|gl|degl|agl|dagl|negl|sugl|ch|anch|senz|tutt|null|nessun|ciascun|alcun`,
  `cos|dov|com|sant|mezz|cent|vent|trent|quarant|cinquant|sessant|settant|ottant|novant|buon|pover|contr|sott|sopr|tant|quant`,
  `[μτσνθ]`
].join('|')
const ELISION = new RegExp(
  `(?<![\\p{L}\\p{N}\\p{M}])(?<![\\p{L}\\p{N}\\p{M}]['’ʼ＇´\`])(?:(?:${ELIDED})['’ʼ＇´\`])+$`,
  'iu'
)
const VOWEL = /^[aeiouyhœæαεηιουω]/iu
/** The clitics that leave the word before them whole: `Britain's`, `geht's`. */
const POSSESSIVE = /^['’ʼ＇´`]s(?![\p{L}\p{N}\p{M}'’])/iu
const COMPOUND_HYPHEN = /^[-‐‑](?:[ \t]*\r?\n\s*)?(?=[\p{L}\p{N}])/u
/** Characters looked at on either side. */
const REACH = 32
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

/** Where a quote begins or ends. */
type Side = 'start' | 'end'

/**
 * True when a word is cut at an apostrophe between its letters. A quote may begin behind an elision's, and end with it or
 * before a possessive `'s`.
 */
function cutsAtApostrophe(text: string, offset: number, side: Side): boolean {
  const [before, after] = [text[offset - 1] ?? '', text[offset] ?? '']
  if (APOSTROPHE.test(after) && isBetweenLetters(text, offset))
    return side === 'start' || !POSSESSIVE.test(text.slice(offset, offset + 3))
  return APOSTROPHE.test(before) && isBetweenLetters(text, offset - 1) && !followsElision(text, offset)
}

function followsElision(text: string, offset: number): boolean {
  return (
    VOWEL.test(characterAt(text, offset).normalize('NFD')) &&
    ELISION.test(text.slice(Math.max(0, offset - REACH), offset))
  )
}

/** True when a sign stands right between two letters of one script that spaces its words. */
function isBetweenLetters(text: string, sign: number): boolean {
  const [before, after] = [characterBefore(text, sign), characterAt(text, sign + 1)]
  return LETTERS.test(before) && LETTERS.test(after) && joined(before, after)
}

/** True before and behind a hyphen that joins two words, when the quote has only the first of them. */
function cutsCompound(text: string, offset: number, side: Side): boolean {
  const hyphen = HYPHEN.test(text[offset] ?? '') ? offset : offset - 1
  if (!HYPHEN.test(text[hyphen] ?? '') || (side === 'start' && hyphen !== offset)) return false
  const match = COMPOUND_HYPHEN.exec(text.slice(hyphen, hyphen + REACH))
  if (!match) return false
  const [before, after] = [characterBefore(text, hyphen), characterAt(text, hyphen + match[0].length)]
  return joined(before, after) && !(/\d/.test(before) && /\d/.test(after))
}

/** True when a quote that begins or ends there has only a part of a word. */
function cutsWord(text: string, offset: number, side: Side, rules: QuoteRules): boolean {
  if (rules === 1) return insideWord(text, offset, rules)
  if (cutsAtApostrophe(text, offset, side) || cutsCompound(text, offset, side)) return true
  return insideWord(text, offset, rules) && !isAtLetterApostrophe(text, offset)
}

/** True at an apostrophe that counts as a letter, of which `cutsAtApostrophe` has said that nothing is cut there. */
function isAtLetterApostrophe(text: string, offset: number): boolean {
  return (
    (APOSTROPHE.test(text[offset] ?? '') && isBetweenLetters(text, offset)) ||
    (APOSTROPHE.test(text[offset - 1] ?? '') && isBetweenLetters(text, offset - 1))
  )
}

/**
 * Why a quote may not begin or end there: because it would cut a word or a number in two and so say something that the
 * source doesn't ("lawful" out of "unlawful", "can" out of "can't", "they are non" out of "they are non-lethal", "015 people" out of "2,015 people"). Null when it may.
 */
export function cutReason(text: string, start: number, end: number, rules: QuoteRules = QUOTE_RULES): Said | null {
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end, end + 4)
  const first = text.slice(start, start + 1)
  const last = text.slice(Math.max(start, end - 1), end)
  if (cutsWord(text, start, 'start', rules) || TURNING_PREFIX.test(before))
    return say('It begins inside the word “{1*}”.', wordAround(text, start))
  if (cutsWord(text, end, 'end', rules) || CONTRACTED_NOT.test(after))
    return say('It ends inside the word “{1*}”.', wordAround(text, end))
  if (/\d/.test(first) && /(?:\d[.,]|(?:^|\s)[-−])$/.test(before))
    return say('It begins inside the number “{1*}”.', wordAround(text, start))
  if (/\d/.test(last) && /^[.,]\d/.test(after)) return say('It ends inside the number “{1*}”.', wordAround(text, end))
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
  const cuts = (offset: number, side: Side): boolean =>
    cutsWord(text, offset, side, QUOTE_RULES) || atCharacter(text, offset) !== offset
  while (from > 0 && cuts(from, 'start')) from--
  while (to < text.length && cuts(to, 'end')) to++
  if (CONTRACTED_NOT.test(text.slice(to, to + 4))) to += 2
  return { start: from, end: to }
}
