import type { Token } from '../running-text/tokens.ts'
import { PRONOUNS, RELATIVES, wordClass } from '../running-text/word-class.ts'
import { cueOf, type Cue } from '../running-text/cue-verbs.ts'

export type PhraseKind = 'pronoun' | 'relative' | 'name' | 'definite' | 'indefinite' | 'bare'

/** A noun phrase of a sentence: tokens `from` to `to` (half-open). */
export interface Phrase {
  from: number
  to: number
  kind: PhraseKind
  afterPreposition: boolean
}

/** A verb of a sentence that may bring a quotation. */
export interface CueAt extends Cue {
  at: number
}

const INDEFINITE = new Set(
  'a an some many several two three four five six another most few one other others various each every no any all both'.split(
    ' '
  )
)
/** Words that begin sentences with a capital and are no names. */
const LOWERCASED = /^\p{Lu}/u

/** “According to” is a cue whose source stands behind it. */
export const ACCORDING = 'according'

/** The verbs of a sentence that may be cues; a word that is a noun here (“the report”) is none. */
export function cuesOf(tokens: readonly Token[]): CueAt[] {
  const cues: CueAt[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (!token.isWord || (token.isCapital && at > 0)) continue
    if (token.lower === ACCORDING && tokens[at + 1]?.lower === 'to') {
      cues.push({ class: 'say', form: 'finite', verb: ACCORDING, mayBeNoun: false, at })
      continue
    }
    const cue = cueOf(token.lower) ?? twoWordCue(token, tokens[at + 1])
    if (cue !== undefined && !isNoun(tokens, at, cue)) cues.push({ ...cue, at })
  }
  return cues
}

const PARTICLES: Readonly<Record<string, string>> = {
  went: 'on',
  goes: 'on',
  going: 'on',
  shot: 'back',
  shoots: 'back',
  fired: 'back',
  hit: 'back',
  pushed: 'back',
  chimed: 'in',
  weighed: 'in',
  put: 'it',
  puts: 'it',
  putting: 'it'
}

/** Verbs that are cues with their particle alone: went on, shot back, put it. */
function twoWordCue(token: Token, next: Token | undefined): Cue | undefined {
  if (next === undefined || !Object.hasOwn(PARTICLES, token.lower) || PARTICLES[token.lower] !== next.lower)
    return undefined
  return {
    class: 'say',
    form: token.lower.endsWith('ing') ? 'ing' : 'finite',
    verb: `${token.lower} ${next.lower}`,
    mayBeNoun: false
  }
}

function isNoun(tokens: readonly Token[], at: number, cue: Cue): boolean {
  const before = tokens[at - 1]
  if (before === undefined || !before.isWord) return false
  const kind = wordClass(before.lower)
  const isRelative = RELATIVES.has(before.lower)
  if (cue.mayBeNoun || cue.form === 'ing') {
    if (kind === 'determiner' && !isRelative) return true
    if (/['’]s?$/.test(before.text)) return true
  }
  if (cue.mayBeNoun && kind === 'preposition' && before.lower !== 'to') return true
  if (cue.mayBeNoun && kind === 'other' && !before.isCapital && closesNounPhrase(tokens, at)) return true
  return (
    cue.form === 'base' &&
    !(kind === 'auxiliary' || kind === 'pronoun' || kind === 'adverb' || kind === 'other' || kind === 'conjunction') &&
    kind !== 'determiner' &&
    before.lower !== 'to' &&
    !isRelative
  )
}

/** “His unkind remarks on …” against “the senator claims that …”: told by what stands behind the word. */
function closesNounPhrase(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (next === undefined) return true
  if (next.masked >= 0 || next.lower === 'that' || next.text === ',' || next.text === ':') return false
  if (!next.isWord) return true
  const kind = wordClass(next.lower)
  return kind === 'preposition' || kind === 'auxiliary' || kind === 'verb' || cueOf(next.lower)?.form === 'finite'
}

/** The noun phrases of a sentence, in order. `cues` ends them where they stand. */
export function phrasesOf(tokens: readonly Token[], cues: readonly CueAt[]): Phrase[] {
  const phrases: Phrase[] = []
  const isCue = new Set(cues.map(({ at }) => at))
  for (let at = 0; at < tokens.length;) {
    const phrase = phraseAt(tokens, at, isCue)
    if (phrase === null) {
      at++
      continue
    }
    phrases.push(phrase)
    at = phrase.to
  }
  return phrases
}

function phraseAt(tokens: readonly Token[], at: number, isCue: ReadonlySet<number>): Phrase | null {
  const token = tokens[at]!
  if (!token.isWord || isCue.has(at)) return null
  const { lower } = token
  const before = tokens[at - 1]
  const afterPreposition = before !== undefined && before.isWord && wordClass(before.lower) === 'preposition'
  const next = tokens[at + 1]
  if (
    lower === 'who' ||
    ((lower === 'which' || lower === 'that') && next !== undefined && isVerbLike(tokens, at + 1, isCue))
  )
    return { from: at, to: at + 1, kind: 'relative', afterPreposition }
  if (PRONOUNS.has(lower)) return { from: at, to: at + 1, kind: 'pronoun', afterPreposition }
  const kind = wordClass(lower)
  if (kind === 'determiner') {
    const to = phraseEnd(tokens, at + 1, isCue)
    if (to === at + 1 && !['some', 'many', 'several', 'others', 'both', 'one', 'few', 'most', 'all'].includes(lower))
      return null
    return { from: at, to, kind: INDEFINITE.has(lower) ? 'indefinite' : 'definite', afterPreposition }
  }
  if (kind !== 'other' || RELATIVES.has(lower)) return null
  if (token.isCapital) {
    const to = phraseEnd(tokens, at, isCue)
    return { from: at, to, kind: isName(tokens, at, to) ? 'name' : 'bare', afterPreposition }
  }
  if (/^\p{L}/u.test(lower) && (before === undefined || !before.isWord || wordClass(before.lower) !== 'other')) {
    const to = phraseEnd(tokens, at, isCue)
    return to > at ? { from: at, to, kind: isName(tokens, at, to) ? 'name' : 'bare', afterPreposition } : null
  }
  return null
}

function isName(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = Math.max(from, 1); at < to; at++)
    if (tokens[at]!.isCapital && LOWERCASED.test(tokens[at]!.text)) return true
  return from === 0 && to === 1 && tokens[0]!.isCapital
}

function isVerbLike(tokens: readonly Token[], at: number, isCue: ReadonlySet<number>): boolean {
  const token = tokens[at]!
  if (isCue.has(at)) return true
  if (!token.isWord || token.isCapital) return false
  const kind = wordClass(token.lower)
  return kind === 'auxiliary' || kind === 'verb' || kind === 'adverb' || /(?:ed|es)$/.test(token.lower)
}

const LONGEST = 9

/** “Ahlen-Voss” against “TOO LATE - Orla Venn”. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]!.end === tokens[at]!.start && tokens[at]!.end === tokens[at + 1]!.start
}

function phraseEnd(tokens: readonly Token[], from: number, isCue: ReadonlySet<number>): number {
  let at = from
  while (at < tokens.length && at - from < LONGEST) {
    const token = tokens[at]!
    if (isCue.has(at)) break
    if (!token.isWord) {
      if (
        at > from &&
        tokens[at + 1]?.isWord === true &&
        (token.text === '&' || ((token.text === '-' || token.text === '/') && isJoined(tokens, at)))
      ) {
        at++
        continue
      }
      break
    }
    const kind = wordClass(token.lower)
    if (token.isCapital && at > 0 && kind !== 'pronoun') {
      at++
      continue
    }
    if (token.lower === 'of' && at > from) {
      const next = tokens[at + 1]
      const nextKind = next !== undefined && next.isWord ? wordClass(next.lower) : null
      if (nextKind === 'determiner' || nextKind === 'other') {
        at += 2
        continue
      }
      break
    }
    if (kind !== 'other') break
    if (at > from && /(?:ed|ing)$/.test(token.lower) && token.lower.length > 4 && tokens[at + 1]?.isCapital !== true)
      break
    at++
  }
  return at
}
