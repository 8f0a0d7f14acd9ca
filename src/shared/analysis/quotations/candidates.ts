import type { Token } from '../running-text/tokens.ts'
import { wordClass } from '../running-text/word-class.ts'
import type { Quoted } from './marks.ts'
import { cuesOf, phrasesOf, type CueAt, type Phrase } from './phrases.ts'
import type { Sentence } from './sentences.ts'

/** A sentence with its noun phrases and the verbs that may bring a quotation. */
export interface Parsed extends Sentence {
  phrases: Phrase[]
  cues: CueAt[]
}

/** Who may have spoken a quotation: a range of the text, and the signs for and against it. */
export interface Candidate {
  start: number
  end: number
  /** Where the verb stands that would bring the quotation; null when none does. */
  cue: { start: number; end: number } | null
  signs: string[]
}

/** What a quotation looks like by itself, in short words that signs are made of. */
export interface Shape {
  signs: string[]
  speechEnd: boolean
  /** True for the title of a work that is named before it: “in the film …”. */
  isTitle: boolean
  /** True for a whole sentence or more in marks, as nobody writes who quotes nobody. */
  isSpeech: boolean
}

export function parse(sentence: Sentence, text: string, quoted: readonly Quoted[]): Parsed {
  const cues = cuesOf(sentence.tokens)
  addUnknownCues(sentence.tokens, cues, text, quoted)
  return { ...sentence, cues, phrases: phrasesOf(sentence.tokens, cues) }
}

/** “Splendid!” beamed Ms. Orla; “No,” Orla thundered: a verb beside speech is a cue, whichever it is. */
function addUnknownCues(tokens: readonly Token[], cues: CueAt[], text: string, quoted: readonly Quoted[]): void {
  for (let at = 0; at < tokens.length - 1; at++) {
    const token = tokens[at]!
    if (token.masked < 0 || !/[,?!.…—-]/.test(text[quoted[token.masked]!.innerEnd - 1] ?? '')) continue
    for (let next = at + 1; next < tokens.length && next < at + 7; next++) {
      const one = tokens[next]!
      if (!one.isWord) {
        if (one.text === ',' && next === at + 1) continue
        break
      }
      if (one.isCapital || cues.some((cue) => cue.at === next)) {
        if (one.isCapital) continue
        break
      }
      const kind = wordClass(one.lower)
      if (
        kind === 'other' &&
        /^[^'’]+(?:ed|s)$/u.test(one.lower) &&
        (next > at + 1 || tokens[next + 1]?.isCapital === true)
      ) {
        cues.push({ at: next, class: 'say', form: 'finite', mayBeNoun: true })
        break
      }
      if (kind === 'preposition' || kind === 'subordinator' || kind === 'conjunction') break
    }
  }
  cues.sort((a, b) => a.at - b.at)
}

const bucket = (count: number): string => (count <= 3 ? String(count) : count <= 6 ? '4' : count <= 10 ? '7' : '11')

/** What the marks, length and ending of a quotation tell. */
export function shapeOf(text: string, quote: Quoted, sentence: Parsed, at: number): Shape {
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
    `amid ${at === 0 ? 'head' : 'tail'} ${end}`
  ]
  const isWhole = end === ',' || end === '.' || end === '-' || (alone && !quote.isClosed)
  return {
    signs,
    speechEnd: end !== 'none',
    isTitle: (isTitle || (isUpper && words.length === 1)) && namesWork(sentence.tokens[at - 1]),
    isSpeech: size === '9' && isUpper && !isTitle && isWhole
  }
}

const CONTEXT = new Set(
  'as that a an the to is was be of in on for with by his her their its it and or but because if so-called from about at not into like no than have are were'.split(
    ' '
  )
)

function contextWord(token: Token): string {
  if (CONTEXT.has(token.lower)) return token.lower
  if (token.isCapital) return 'Cap'
  if (/^\d/.test(token.lower)) return 'num'
  return wordClass(token.lower)
}

const ACCORDING = 'according'

/** All who may have spoken the quotation at token `at` of a sentence. */
export function candidatesIn(
  sentence: Parsed,
  at: number,
  shape: Shape,
  region: 'same' | 'previous' | 'next'
): Candidate[] {
  const { tokens, phrases, cues } = sentence
  const end = shape.signs[0]!
  const found: Candidate[] = []
  let pre: CueAt | undefined
  let post: CueAt | undefined
  for (const cue of cues) {
    if (cue.at < at) pre = cue
    else if (cue.at > at && post === undefined) post = cue
  }
  let lastQuote = -1
  let nextQuote = tokens.length
  for (let index = 0; index < tokens.length; index++) {
    if (tokens[index]!.masked < 0 || index === at) continue
    if (index < at) lastQuote = index
    else {
      nextQuote = index
      break
    }
  }
  let rank = 0
  const firstSubject = phrases.findIndex(({ afterPreposition }) => !afterPreposition)
  for (let index = 0; index < phrases.length; index++) {
    const phrase = phrases[index]!
    if (isBracketed(tokens, phrase.from)) continue
    const isBefore = phrase.to <= at
    const cue = isBefore ? pre : post
    const signs: string[] = []
    const kind = phrase.kind
    const where = isBefore ? 'pre' : 'post'
    let named: CueAt | null = null
    if (isBefore && pre !== undefined) {
      named = pre
      const relation =
        phrase.to <= pre.at
          ? relationBefore(sentence, phrase, pre.at, index)
          : `object ${bucket(phrase.from - pre.at - 1)}`
      const gap = gapOf(tokens, pre.at, at)
      const mine = nearestCueAfter(cues, phrase, at)
      const own = mine === undefined ? 'none' : relationBefore(sentence, phrase, mine.at, index)
      signs.push(
        `pre ${relation} ${pre.class} ${pre.form}`,
        `pre ${relation} ${kind}`,
        `pre ${relation} gap ${gap}`,
        `pre ${relation} ${lastQuote > pre.at ? 'cueBeyond' : 'cueHere'} ${lastQuote >= phrase.to ? 'beyond' : 'here'}`,
        `pre own ${own} ${mine?.class ?? ''} ${mine?.form ?? ''} ${mine === pre ? 'last' : 'earlier'}`,
        `pre gap ${gap} ${end} ${pre.class}`,
        `pre ${relation} ${index === firstSubject ? 'first' : 'later'} ${pre.form}`
      )
      if (post !== undefined && post.at < nextQuote)
        signs.push(`pre ${relation} but post ${bucket(post.at - at - 1)} ${post.class} ${end}`)
    } else if (isBefore) {
      signs.push(
        `pre nocue ${kind} ${index === firstSubject ? 'first' : 'later'}`,
        `pre nocue near ${bucket(at - phrase.to)} ${kind}`
      )
      if (post !== undefined && post.at < nextQuote)
        signs.push(`pre nocue but post ${bucket(post.at - at - 1)} ${post.class} ${end}`)
    } else if (post !== undefined) {
      named = post
      const relation =
        phrase.to <= post.at
          ? `sv ${relationBefore(sentence, phrase, post.at, index)}`
          : `vs ${bucket(phrase.from - post.at - 1)} ${rank}`
      signs.push(
        `post ${relation} ${post.class} ${post.form}`,
        `post ${relation} ${kind}`,
        `post ${relation} ${end}`,
        `post ${relation} off ${bucket(Math.min(phrase.from, post.at) - at - 1)} ${end}`,
        `post ${post.at > nextQuote ? 'cueBeyond' : 'cueHere'} ${phrase.from > nextQuote ? 'beyond' : 'here'} ${end}`
      )
      if (pre !== undefined) signs.push(`post ${relation} but pre ${pre.class} ${gapOf(tokens, pre.at, at)} ${end}`)
      rank = Math.min(rank + 1, 3)
    } else {
      signs.push(`post nocue ${kind} ${bucket(phrase.from - at - 1)} ${end}`, `post nocue ${rank} ${end}`)
      rank = Math.min(rank + 1, 3)
    }
    const before = tokens[phrase.from - 1]
    const beforeThat = tokens[phrase.from - 2]
    if (before?.lower === 'to' && beforeThat?.lower === ACCORDING) {
      signs.push(`according ${where} ${end}`, `according ${bucket(isBefore ? at - phrase.to : phrase.from - at - 3)}`)
      named = { at: phrase.from - 2, class: 'say', form: 'finite', mayBeNoun: false }
    } else if (phrase.afterPreposition)
      signs.push(`prep ${before!.lower} ${where}`, `prep ${where} ${cue?.form ?? 'none'}`)
    if (before?.lower === 'by' && cue !== undefined && cue.at === phrase.from - 2)
      signs.push(`by ${where} ${cue.class}`)
    const following = tokens[phrase.to]
    if (following?.text === ':') signs.push(`colon ${kind} ${phrase.to + 1 === at ? 'here' : 'far'}`)
    if (following?.lower === 'put') signs.push(`put ${where}`)
    signs.push(`kind ${where} ${kind} ${index === 0 ? 'first' : index === firstSubject ? 'subject' : 'later'}`)
    signs.push(`last word ${wordSort(tokens[phrase.to - 1]!.lower)}`)
    found.push(made(sentence, phrase, named, region === 'same' ? signs : signs.map((sign) => `${region} ${sign}`)))
  }
  return found
}

const TIMES =
  /^(?:years?|weeks?|months?|days?|nights?|mornings?|afternoons?|evenings?|time|times|hours?|minutes?|today|yesterday|january|february|march|april|may|june|july|august|september|october|november|december|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.|\d+)$/
const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
/** What bears a title of its own in marks. */
const WORKS = new Set(
  'film movie book novel memoir song album show series episode podcast documentary drama play musical magazine sitcom comedy poem painting exhibition'.split(
    ' '
  )
)

function namesWork(before: Token | undefined): boolean {
  return before !== undefined && WORKS.has(before.lower)
}

/** How far a bracket is looked for, in tokens. */
const BRACKET_REACH = 8

/** True within round brackets: “Gov. Orla Venn (R-Arden)”. */
function isBracketed(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && at >= from - BRACKET_REACH; at--) {
    if (tokens[at]!.text === ')') return false
    if (tokens[at]!.text === '(') return true
  }
  return false
}

function wordSort(lower: string): string {
  if (TIMES.test(lower)) return 'time'
  if (/(?:sman|swoman|sperson|ist|ian|ent|or|er|ers|ors|ists|ials|ial|ics|ents)$/.test(lower)) return 'person'
  if (/(?:tion|ment|ness|ity|ance|ence|ism|ship|hood|age|ure|ions|ments|ities)$/.test(lower)) return 'thing'
  return /^(?:it|they|he|she|i|we|you|who|that|which)$/.test(lower) ? lower : 'other'
}

function made(sentence: Parsed, phrase: Phrase, cue: CueAt | null, signs: string[]): Candidate {
  const { tokens } = sentence
  const verb = cue === null ? undefined : tokens[cue.at]
  return {
    start: tokens[phrase.from]!.start,
    end: tokens[phrase.to - 1]!.end,
    cue: verb === undefined ? null : { start: verb.start, end: verb.end },
    signs
  }
}

function nearestCueAfter(cues: readonly CueAt[], phrase: Phrase, limit: number): CueAt | undefined {
  return cues.find((cue) => cue.at >= phrase.to && cue.at < limit)
}

/** How a noun phrase stands to a verb behind it. */
export function relationBefore(sentence: Parsed, phrase: Phrase, verb: number, index: number): string {
  const { tokens, phrases } = sentence
  let plain = true
  let commas = 0
  let coordinated = false
  let subordinated = false
  let relative = false
  for (let at = phrase.to; at < verb; at++) {
    const token = tokens[at]!
    if (!token.isWord) {
      plain = false
      if (token.text === ',' || token.text === '—' || token.text === '–' || token.text === '(' || token.text === ')')
        commas++
      continue
    }
    const kind = wordClass(token.lower)
    if (kind === 'auxiliary' || kind === 'adverb' || token.lower === 'to') continue
    // “Maron on Thursday told …”
    if (token.lower === 'on' && DAYS.test(tokens[at + 1]?.lower ?? '')) continue
    plain = false
    if (kind === 'conjunction') coordinated = true
    else if (kind === 'subordinator') subordinated = true
    else if (token.lower === 'who' || token.lower === 'which') relative = true
  }
  if (plain) return 'adjacent'
  let between = 0
  for (let other = index + 1; other < phrases.length && phrases[other]!.to <= verb; other++)
    if (!phrases[other]!.afterPreposition) between++
  const last = tokens[verb - 1]!
  const edge =
    last.text === ',' || last.text === '—' || last.text === ')'
      ? 'bracket'
      : last.lower === 'and' || last.lower === 'but'
        ? 'joined'
        : 'loose'
  const opening = tokens[phrase.to]!
  const side =
    opening.text === ',' || opening.text === '(' || opening.text === '—' ? 'comma' : opening.isWord ? 'word' : 'mark'
  return `${edge} ${side} ${Math.min(between, 2)}${coordinated ? ' and' : ''}${subordinated ? ' sub' : ''}${relative ? ' who' : ''}${commas > 2 ? ' far' : ''}`
}

/** What stands between a cue and the quotation behind it. */
function gapOf(tokens: readonly Token[], cue: number, at: number): string {
  const gap = at - cue - 1
  const last = tokens[at - 1]!
  const edge = last.text === ':' ? ':' : last.text === ',' ? ',' : last.isWord ? contextWord(last) : 'mark'
  return `${gap <= 0 ? 'none' : gap <= 3 ? 'short' : gap <= 8 ? 'mid' : 'long'} ${gap <= 0 ? '' : edge}`
}
