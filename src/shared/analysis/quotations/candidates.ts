import type { Token } from '../running-text/tokens.ts'
import { chainAfter, chainBefore, step, type Judged } from './cue-sources.ts'
import type { CueAt, Phrase } from './phrases.ts'
import { bucket, headSort, relationBefore, sideOf } from './relations.ts'
import { contextWord, type Shape } from './shape.ts'

/** Who may have spoken a quotation: a range of the text, and the signs for and against it. */
export interface Candidate {
  start: number
  end: number
  /** Where the verb stands that would bring the quotation; null when none does. */
  cue: { start: number; end: number } | null
  signs: string[]
}

/** Where the quotation of a sentence stands among its cues and the other quotations. */
interface Place {
  sentence: Judged
  at: number
  /** Sign of how the quotation ends. */
  end: string
  /** Indexes of the last cue before it and the first behind it; -1 for none. */
  pre: number
  post: number
  /** Tokens of the quotations before and behind it; -1 and the sentence's length for none. */
  lastQuote: number
  nextQuote: number
  /** The first phrase that no preposition stands before. */
  firstSubject: number
  chain: ReturnType<typeof chainBefore>
  tail: ReturnType<typeof chainAfter>
}

/** All who may have spoken the quotation at token `at` of a sentence. */
export function candidatesIn(sentence: Judged, at: number, shape: Shape, region: 'same' | 'previous'): Candidate[] {
  const { tokens, phrases } = sentence
  const place = placeOf(sentence, at, shape)
  const found: Candidate[] = []
  let rank = 0
  for (let index = 0; index < phrases.length; index++) {
    const phrase = phrases[index]!
    if (isBracketed(tokens, phrase.from, at)) continue
    const isBefore = phrase.to <= at
    const signs = isBefore ? signsBefore(place, phrase, index) : signsBehind(place, phrase, index, rank)
    const cue = sentence.cues[isBefore ? place.pre : place.post]
    signs.push(...signsOfPhrase(place, phrase, index, cue))
    if (!isBefore) rank = Math.min(rank + 1, 3)
    const verb = isAccordingTo(tokens, phrase)
      ? tokens[phrase.from - 2]
      : cue === undefined
        ? undefined
        : tokens[cue.at]
    found.push({
      start: tokens[phrase.from]!.start,
      end: tokens[phrase.to - 1]!.end,
      cue: verb === undefined ? null : { start: verb.start, end: verb.end },
      signs: region === 'same' ? signs : signs.map((sign) => `${region} ${sign}`)
    })
  }
  return found
}

function placeOf(sentence: Judged, at: number, shape: Shape): Place {
  const { tokens, cues, phrases } = sentence
  const lastQuote = tokens.findLastIndex(({ masked }, index) => masked >= 0 && index < at)
  const behind = tokens.findIndex(({ masked }, index) => masked >= 0 && index > at)
  const nextQuote = behind < 0 ? tokens.length : behind
  return {
    sentence,
    at,
    end: shape.signs[0]!,
    pre: cues.findLastIndex((cue) => cue.at < at),
    post: cues.findIndex((cue) => cue.at > at),
    lastQuote,
    nextQuote,
    firstSubject: phrases.findIndex(({ afterPreposition }) => !afterPreposition),
    chain: chainBefore(sentence, at),
    tail: chainAfter(sentence, at, nextQuote)
  }
}

/** How a phrase before the quotation stands to the cues before it. */
function signsBefore(place: Place, phrase: Phrase, index: number): string[] {
  const { sentence, at, end, lastQuote, nextQuote, firstSubject, chain } = place
  const { tokens, cues, odds } = sentence
  const { kind } = phrase
  const pre = cues[place.pre]
  const post = cues[place.post]
  const isRival = post !== undefined && post.at < nextQuote
  const rival = isRival ? ` but post ${bucket(post.at - at - 1)} ${post.class} ${end}` : ''
  if (pre === undefined)
    return [
      `pre nocue ${kind} ${index === firstSubject ? 'first' : 'later'}`,
      `pre nocue near ${bucket(at - phrase.to)} ${kind}`,
      ...(isRival ? [`pre nocue${rival}`] : [])
    ]
  const relation =
    phrase.to <= pre.at ? relationBefore(sentence, phrase, pre.at, index) : `object ${bucket(phrase.from - pre.at - 1)}`
  const gap = gapOf(tokens, pre.at, at)
  const mine = cues.find((cue) => cue.at >= phrase.to && cue.at < at)
  const own = mine === undefined ? 'none' : relationBefore(sentence, phrase, mine.at, index)
  const head = headSort(tokens, phrase)
  const { likely, cue: from } = chain[index]!
  const of = cues[from]
  const last = odds[place.pre]!
  const chained = `src chain ${step(likely)}`
  return [
    `pre ${relation} ${pre.class} ${pre.form}`,
    `pre ${relation} ${kind}`,
    `pre ${relation} gap ${gap}`,
    `pre ${relation} ${lastQuote > pre.at ? 'cueBeyond' : 'cueHere'} ${lastQuote >= phrase.to ? 'beyond' : 'here'}`,
    `pre own ${own} ${mine?.class ?? ''} ${mine?.form ?? ''} ${mine === pre ? 'last' : 'earlier'}`,
    `pre gap ${gap} ${end} ${pre.class}`,
    `pre ${relation} ${index === firstSubject ? 'first' : 'later'} ${pre.form}`,
    `pre ${relation} verb ${pre.verb}`,
    `pre gap ${gap} verb ${pre.verb}`,
    `pre verb ${pre.verb} then ${sideOf(tokens[pre.at + 1])} ${sideOf(tokens[at - 1])}`,
    `pre own ${own} verb ${mine?.verb ?? 'none'}`,
    `pre ${relation} head ${head}`,
    `pre own ${own} head ${head}`,
    `src last ${step(last[index]!)} ${step(last.at(-1)!)}`,
    `src last ${step(last[index]!)} gap ${gap}`,
    `${chained} ${kind}`,
    `${chained} gap ${of === undefined ? '-' : gapOf(tokens, of.at, at)}`,
    `${chained} back ${of === undefined ? '-' : Math.min(place.pre - from, 3)} ${pre.form}`,
    `${chained} verb ${of?.verb ?? '-'}`,
    `${chained} ${end}`,
    `${chained} quote ${lastQuote > phrase.to ? 'beyond' : 'here'} ${of?.form ?? '-'}`,
    ...(isRival ? [`${chained} post ${step(1 - odds[place.post]!.at(-1)!)} ${end}`, `pre ${relation}${rival}`] : [])
  ]
}

/** How a phrase behind the quotation stands to the first cue behind it. */
function signsBehind(place: Place, phrase: Phrase, index: number, rank: number): string[] {
  const { sentence, at, end, nextQuote, tail } = place
  const { tokens, cues, odds } = sentence
  const pre = cues[place.pre]
  const post = cues[place.post]
  if (post === undefined)
    return [`post nocue ${phrase.kind} ${bucket(phrase.from - at - 1)} ${end}`, `post nocue ${rank} ${end}`]
  const relation =
    phrase.to <= post.at
      ? `sv ${relationBefore(sentence, phrase, post.at, index)}`
      : `vs ${bucket(phrase.from - post.at - 1)} ${rank}`
  const { likely, cue: from } = tail[index]!
  const of = cues[from]
  const tailed = `src tail ${step(likely)}`
  const signs = [
    `post ${relation} ${post.class} ${post.form}`,
    `post ${relation} ${phrase.kind}`,
    `post ${relation} ${end}`,
    `post ${relation} verb ${post.verb}`,
    `post ${relation} head ${headSort(tokens, phrase)}`,
    `post ${relation} off ${bucket(Math.min(phrase.from, post.at) - at - 1)} ${end}`,
    `post ${post.at > nextQuote ? 'cueBeyond' : 'cueHere'} ${phrase.from > nextQuote ? 'beyond' : 'here'} ${end}`,
    `${tailed} ${end}`,
    `${tailed} ${phrase.kind}`,
    `${tailed} off ${of === undefined ? '-' : bucket(of.at - at - 1)} ${end}`,
    `${tailed} verb ${of?.verb ?? '-'}`
  ]
  if (pre !== undefined)
    signs.push(
      `${tailed} pre ${step(1 - odds[place.pre]!.at(-1)!)} ${end}`,
      `post ${relation} but pre ${pre.class} ${gapOf(tokens, pre.at, at)} ${end}`
    )
  return signs
}

/** What a phrase is, and what stands beside it. */
function signsOfPhrase(place: Place, phrase: Phrase, index: number, cue: CueAt | undefined): string[] {
  const { sentence, at, end, firstSubject } = place
  const { tokens } = sentence
  const { kind } = phrase
  const isBefore = phrase.to <= at
  const where = isBefore ? 'pre' : 'post'
  const before = tokens[phrase.from - 1]
  const following = tokens[phrase.to]
  const first = tokens[phrase.from]!
  const head = headSort(tokens, phrase)
  const lead = sideOf(before)
  const signs = [
    `kind ${where} ${kind} ${index === 0 ? 'first' : index === firstSubject ? 'subject' : 'later'}`,
    `head ${kind} ${head}`,
    `head ${where} ${head}`,
    `lead ${where} ${lead}`,
    `lead ${where} ${lead} ${kind}`
  ]
  if (isAccordingTo(tokens, phrase))
    signs.push(`according ${where} ${end}`, `according ${bucket(isBefore ? at - phrase.to : phrase.from - at - 3)}`)
  else if (phrase.afterPreposition) signs.push(`prep ${before!.lower} ${where}`, `prep ${where} ${cue?.form ?? 'none'}`)
  if (before?.lower === 'by' && cue !== undefined && cue.at === phrase.from - 2) signs.push(`by ${where} ${cue.class}`)
  if (following?.text === ':') signs.push(`colon ${kind} ${phrase.to + 1 === at ? 'here' : 'far'}`)
  if (following?.lower === 'put') signs.push(`put ${where}`)
  if (!first.isCapital && /(?:ing|ed)$/.test(first.lower)) signs.push('begins verbal')
  return signs
}

function isAccordingTo(tokens: readonly Token[], phrase: Phrase): boolean {
  return tokens[phrase.from - 1]?.lower === 'to' && tokens[phrase.from - 2]?.lower === 'according'
}

/** How far a bracket is looked for, in tokens. */
const BRACKET_REACH = 8

/** True within round brackets: “Gov. Orla Venn (R-Arden)”. */
function isBracketed(tokens: readonly Token[], from: number, quotation: number): boolean {
  for (let at = from - 1; at >= 0 && at >= from - BRACKET_REACH; at--) {
    if (tokens[at]!.text === ')') return false
    if (tokens[at]!.text === '(') return !isOpenAt(tokens, at, quotation)
  }
  return false
}

/** True where the bracket at `open` holds the quotation too. */
function isOpenAt(tokens: readonly Token[], open: number, quotation: number): boolean {
  if (quotation < open) return false
  for (let at = open + 1; at < quotation; at++) if (tokens[at]!.text === ')') return false
  return true
}

/** What stands between a cue and the quotation behind it. */
function gapOf(tokens: readonly Token[], cue: number, at: number): string {
  const gap = at - cue - 1
  const last = tokens[at - 1]!
  const edge = last.text === ':' ? ':' : last.text === ',' ? ',' : last.isWord ? contextWord(last) : 'mark'
  return `${gap <= 0 ? 'none' : gap <= 3 ? 'short' : gap <= 8 ? 'mid' : 'long'} ${gap <= 0 ? '' : edge}`
}
