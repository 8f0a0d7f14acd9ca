import type { Token } from '../running-text/tokens.ts'
import { wordClass } from '../running-text/word-class.ts'
import { step, type Judged } from './cue-sources.ts'
import type { Quoted } from './marks.ts'

/** What a quotation looks like by itself, in short words that signs are made of. */
export interface Shape {
  signs: string[]
  speechEnd: boolean
  /** True for the title of a work that is named before it: “in the film …”. */
  isTitle: boolean
  /** True for a whole sentence or more in marks, as nobody writes who quotes nobody, and for one that its paragraph leaves open. */
  isSpeech: boolean
  /** True for a word or two amid a sentence in which nobody says anything: “a ‘vintage’ boat”. */
  isAside: boolean
}

/** What the marks, length and ending of a quotation tell. */
export function shapeOf(text: string, quote: Quoted, sentence: Judged, at: number): Shape {
  const inner = text.slice(quote.innerStart, quote.innerEnd).trim()
  const words = inner.split(/\s+/)
  const last = inner.at(-1) ?? ''
  const after = sentence.tokens[at + 1]
  const before = sentence.tokens[at - 1]
  const end =
    last === ',' ? ',' : /[.?!…]/.test(last) ? '.' : /[—–-]/.test(last) ? '-' : after?.text === ',' ? ',out' : 'none'
  const size =
    words.length === 1 ? '1' : words.length === 2 ? '2' : words.length <= 4 ? '3' : words.length <= 8 ? '5' : '9'
  const isUpper = /^\P{L}*\p{Lu}/u.test(inner)
  const isTitle =
    words.length > 1 &&
    words.every(
      (word) => /^\P{L}*(?:\p{Lu}|\p{N})/u.test(word) || /^(?:of|the|a|an|and|in|on|for|to|with|at|is)$/.test(word)
    )
  const first = words[0]!.toLowerCase().replace(/[^\p{L}’']/gu, '')
  const previous =
    before === undefined ? '^' : before.masked >= 0 ? 'Q' : before.isWord ? `w:${contextWord(before)}` : before.text
  const next =
    after === undefined ? '$' : after.masked >= 0 ? 'Q' : after.isWord ? `w:${contextWord(after)}` : after.text
  const alone = sentence.tokens.every((token, index) => index === at || !token.isWord)
  const style = isTitle ? 'title' : isUpper ? (words.length === 1 ? 'Word' : 'Upper') : 'lower'
  const signs = [
    `end ${end}`,
    `size ${size}`,
    `size ${size} end ${end} ${isUpper ? 'Upper' : 'lower'}`,
    `before ${previous}`,
    `before ${previous} ${isUpper ? 'Upper' : 'lower'}`,
    `after ${next}`,
    `${isTitle ? 'title' : 'plain'} ${end} ${size}`,
    `first ${/^(?:i|i’m|i'm|we|you|he|she|it|they|it’s|it's|we’re|we're|my|our|this|that|there|if|the|a|but|and|so|no|yes|not|to)$/.test(first) ? first.replace('’', "'") : 'other'}`,
    `${alone ? 'alone' : 'amid'} ${quote.isClosed ? 'closed' : 'open'} ${quote.isContinued ? 'continued' : 'new'}`,
    `amid ${at === 0 ? 'head' : 'tail'} ${end}`,
    `word before ${before?.lower ?? '^'}`,
    `word before ${sentence.tokens[at - 2]?.lower ?? '^'} ${before?.lower ?? '^'}`,
    `word after ${after?.lower ?? '$'}`,
    `word after ${after?.lower ?? '$'} ${isTitle ? 'title' : 'plain'}`,
    `sides ${previous} ${next}`,
    `sides ${previous} ${next} ${size}`,
    `possessive ${before !== undefined && /['’]s?$/.test(before.text) ? (before.isCapital ? 'Cap' : 'other') : '-'} ${isUpper ? 'Upper' : 'lower'}`,
    `style ${style} ${previous}`,
    `style ${style} ${before?.lower ?? '^'}`,
    `style ${style} ${next}`,
    `style ${style} ${end} ${size}`,
    `style ${style} ${previous} ${end}`,
    `heard ${heard(sentence)} ${size} ${end}`,
    `heard ${heard(sentence)} ${previous}`,
    `heard ${heard(sentence)} ${style}`,
    `again ${elsewhere(text, inner, quote)} ${size} ${isUpper ? 'Upper' : 'lower'}`
  ]
  const isWhole = end === ',' || end === '.' || end === '-' || (alone && !quote.isClosed)
  return {
    signs,
    speechEnd: end !== 'none',
    isTitle:
      ((isTitle || (isUpper && words.length === 1)) && namesWork(sentence.tokens, at)) ||
      (isTitle && before?.lower === 'on'),
    isAside: words.length <= 2 && !isUpper && end === 'none' && sentence.cues.length === 0,
    isSpeech: (size === '9' || (alone && !quote.isClosed && words.length > 2)) && isUpper && !isTitle && isWhole
  }
}

/** What bears a title of its own in marks. */
const WORKS = new Set(
  'film movie book novel memoir song album show series episode podcast documentary drama play musical magazine sitcom comedy poem painting exhibition program programme autobiography biography sequel opera musical'.split(
    ' '
  )
)

/** “The film ‘…’”, “her memoir, ‘…’”. */
function namesWork(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text === ',' ? tokens[at - 2] : tokens[at - 1]
  return before !== undefined && WORKS.has(before.lower)
}

/** How likely it is that anybody speaks in a sentence, and whether by a verb of saying. */
function heard({ cues, odds }: Judged): string {
  let most = 0
  let by = 'none'
  odds.forEach((row, index) => {
    const likely = 1 - row.at(-1)!
    if (likely <= most) return
    most = likely
    by = cues[index]!.class
  })
  return `${step(most)} ${by}`
}

/** How often the same words stand elsewhere in the text. */
function elsewhere(text: string, inner: string, { start, end }: Quoted): string {
  if (inner.length > LONG) return 'long'
  const words = inner.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  if (words === '') return 'none'
  let count = 0
  for (let at = text.indexOf(words); at >= 0 && count < 3; at = text.indexOf(words, at + words.length))
    if (at < start || at >= end) count++
  return String(count)
}

const LONG = 40

const CONTEXT = new Set(
  'as that a an the to is was be of in on for with by his her their its it and or but because if so-called from about at not into like no than have are were'.split(
    ' '
  )
)

/** A word beside a quotation: itself where it is of a closed class, else its class. */
export function contextWord(token: Token): string {
  if (CONTEXT.has(token.lower)) return token.lower
  if (token.isCapital) return 'Cap'
  if (/^\d/.test(token.lower)) return 'num'
  return wordClass(token.lower)
}
