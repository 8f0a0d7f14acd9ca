import { tokenise, type Token } from '../running-text/tokens.ts'
import { wordClass } from '../running-text/word-class.ts'
import { isDemonym, isGivenName, placeOf } from './gazetteer.ts'
import { CALENDAR, NAME_LINKS, ORGANISATION_WORDS, OTHER_ACRONYMS, TITLE_PARTS, TITLES } from './words.ts'

/** A line of the text as tokens. */
export interface Line {
  tokens: Token[]
  /** Where sentences begin. */
  starts: ReadonlySet<number>
  /** True for a headline in capitals, where a capital says nothing. */
  isShouted: boolean
}

/** Capitalised words that may name somebody or something: tokens `from` to `to` of a line, half-open. */
export interface Mention {
  line: Line
  from: number
  to: number
  start: number
  end: number
  text: string
  /** What the name is compared by: lower case, single spaces, no possessive. */
  key: string
  words: string[]
  /** The title that stood before it and was taken off, lower case. */
  title: string | null
  /** True for the first word of a sentence, alone. */
  opensSentence: boolean
}

const SUFFIXED =
  /^(.+)-(?:based|born|led|backed|style|controlled|owned|made|held|bound|trained|run|area|wide|educated|registered|listed|dominated|ruled|occupied|sponsored|funded)$/u
const POSSESSIVE = /['’]s?$/

export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let from = 0; from < text.length;) {
    const found = text.indexOf('\n', from)
    const to = found < 0 ? text.length : found
    if (to > from) {
      const tokens = tokenise(text, from, to)
      if (tokens.length > 0) lines.push({ tokens, starts: sentenceStarts(tokens), isShouted: isShouted(tokens) })
    }
    from = to + 1
  }
  return lines
}

function sentenceStarts(tokens: readonly Token[]): Set<number> {
  const starts = new Set<number>()
  let isStart = true
  for (let at = 0; at < tokens.length; at++) {
    const { isWord, text } = tokens[at]!
    if (isWord) {
      if (isStart) starts.add(at)
      isStart = false
    } else if (/[.?!:“”"‘«„;•*-]/.test(text)) isStart = true
  }
  return starts
}

const SHARE = 0.7

function isShouted(tokens: readonly Token[]): boolean {
  let shouted = 0
  let words = 0
  for (const { text, isWord } of tokens) {
    if (!isWord || text.length < 3 || !/\p{L}/u.test(text)) continue
    words++
    if (text === text.toUpperCase() && text !== text.toLowerCase()) shouted++
  }
  return words >= 3 && shouted / words >= SHARE
}

export function mentionsOf(line: Line): Mention[] {
  const { tokens } = line
  const mentions: Mention[] = []
  for (let at = 0; at < tokens.length;) {
    if (!isNameToken(line, at)) {
      at++
      continue
    }
    const to = runEnd(line, at)
    split(line, at, to, mentions)
    at = to
  }
  return mentions
}

function isNameToken({ tokens, starts }: Line, at: number): boolean {
  const token = tokens[at]!
  if (!token.isWord) return false
  if (!token.isCapital) return /^(?:al|el|bin|d|o)[-’']\p{Lu}/u.test(token.text)
  if (CALENDAR.has(token.lower)) return MONTH_NAMES.has(token.lower) && namesPersonBefore(tokens[at - 1])
  if (token.text.length === 1 && !(tokens[at + 1]?.isCapital ?? false)) return false
  if (wordClass(token.lower) === 'other') return true
  return (
    !starts.has(at) &&
    token.text.length > 1 &&
    token.text === token.text.toUpperCase() &&
    token.lower.length > 1 &&
    placeOf(token.lower) !== undefined
  )
}

const MONTH_NAMES = new Set(['april', 'may', 'june', 'august'])

/** “Theresa May”, “Mrs. May” against “in May”. */
function namesPersonBefore(before: Token | undefined): boolean {
  return before !== undefined && before.isCapital && (isGivenName(before.lower) || TITLES.has(before.lower))
}

function runEnd(line: Line, from: number): number {
  const { tokens } = line
  let at = from + 1
  while (at < tokens.length) {
    const before = tokens[at - 1]!
    if (POSSESSIVE.test(before.text)) break
    const token = tokens[at]!
    if (isNameToken(line, at)) {
      at++
      continue
    }
    const next = tokens[at + 1]
    const joins = next !== undefined && next.isCapital && isNameToken(line, at + 1)
    if ((token.text === '&' || token.text === '-') && joins && token.start - before.end <= 1) {
      at += 2
      continue
    }
    if (token.isWord && NAME_LINKS.has(token.lower) && token.lower !== 'of' && joins && !line.isShouted) {
      at += 2
      continue
    }
    if ((token.lower === 'of' || token.lower === 'for') && isHead(tokens, from, at)) {
      const skip = next?.lower === 'the' ? 2 : 1
      if (at + skip < tokens.length && isNameToken(line, at + skip)) {
        at += skip + 1
        continue
      }
    }
    if (
      token.lower === 'and' &&
      joins &&
      isHead(tokens, from, at) &&
      tokens.slice(from, at).some(({ lower }) => lower === 'of' || lower === 'for')
    ) {
      at += 2
      continue
    }
    break
  }
  return at
}

/** True when “of” goes on with the name of an office or body: Ministry of, Bank of, University of. */
function isHead(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { lower } = tokens[at]!
    if (
      ORGANISATION_WORDS.has(lower) ||
      lower === 'republic' ||
      lower === 'kingdom' ||
      lower === 'gulf' ||
      lower === 'bay' ||
      lower === 'isle'
    )
      return true
  }
  return false
}

function split(line: Line, from: number, to: number, mentions: Mention[]): void {
  const { tokens } = line
  let start = from
  let title: string | null = null
  const last = tokens[to - 1]!.lower.replace(POSSESSIVE, '')
  const isBody = ORGANISATION_WORDS.has(last) || isHead(tokens, from, to)
  let begun = from
  for (let at = from; at < to; at++) {
    const lower = tokens[at]!.lower.replace(POSSESSIVE, '')
    const isLast = at === to - 1
    if (isBody && to - from > 1 && !(isPersonTitle(lower) && !hasBodyWord(tokens, at + 1, to))) continue
    if (isPersonTitle(lower) || (TITLE_PARTS.has(lower) && !isBody && titleFollows(tokens, at, to))) {
      if (at > begun) add(line, begun, at, title, mentions)
      title = title === null || at > begun ? lower : `${title} ${lower}`
      begun = at + 1
      start = begun
    } else if (at === start && isDemonym(lower) && !isLast && !isGivenName(lower)) {
      begun = at + 1
      start = begun
    }
  }
  if (begun < to) add(line, begun, to, title, mentions)
}

function isPersonTitle(lower: string): boolean {
  return TITLES.has(lower)
}

function hasBodyWord(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (ORGANISATION_WORDS.has(tokens[at]!.lower.replace(POSSESSIVE, ''))) return true
  return false
}

function titleFollows(tokens: readonly Token[], at: number, to: number): boolean {
  for (let next = at + 1; next < to; next++) {
    const { lower } = tokens[next]!
    if (TITLES.has(lower.replace(POSSESSIVE, ''))) return true
    if (!TITLE_PARTS.has(lower)) return false
  }
  return false
}

function add(line: Line, from: number, to: number, title: string | null, mentions: Mention[]): void {
  const { tokens, starts } = line
  let begin = from
  let end = to
  while (begin < end && wordClass(tokens[begin]!.lower) !== 'other' && !isNameToken(line, begin)) begin++
  while (end > begin && (NAME_LINKS.has(tokens[end - 1]!.lower) || !tokens[end - 1]!.isWord)) end--
  if (begin >= end) return
  const first = tokens[begin]!
  const final = tokens[end - 1]!
  const possessive = POSSESSIVE.exec(final.text)
  let stop =
    possessive !== null && final.text.length > 2 && !/^['’]$/.test(possessive[0])
      ? final.end - possessive[0].length
      : final.end
  let words = tokens.slice(begin, end).map((token) => token.lower.replace(POSSESSIVE, ''))
  if (begin + 1 === end) {
    const based = SUFFIXED.exec(final.text)
    if (based !== null) {
      stop = final.start + based[1]!.length
      words = [based[1]!.toLowerCase()]
    }
    if (isDemonym(words[0]!) || (OTHER_ACRONYMS.has(words[0]!) && placeOf(words[0]!) === undefined)) return
    if (words[0]!.includes('-') && words[0]!.split('-').every((part) => isDemonym(part) || part.length < 3)) return
  }
  const key = words.join(' ')
  const text = tokens
    .slice(begin, end)
    .map((token) => token.text)
    .join(' ')
  mentions.push({
    line,
    from: begin,
    to: end,
    start: first.start,
    end: stop,
    text,
    key,
    words,
    title,
    opensSentence: begin + 1 === end && starts.has(begin)
  })
}
