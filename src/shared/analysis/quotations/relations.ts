import { isGivenName, placeOf } from '../names/gazetteer.ts'
import { TITLES } from '../names/words.ts'
import type { Token } from '../running-text/tokens.ts'
import { wordClass } from '../running-text/word-class.ts'
import { nounSort } from './head-noun.ts'
import type { Parsed } from './parsed.ts'
import type { Phrase } from './phrases.ts'

/** A distance in tokens, as signs tell it. */
export const bucket = (count: number): string =>
  count <= 3 ? String(count) : count <= 6 ? '4' : count <= 10 ? '7' : '11'

/** What a token beside another is: its mark, its word where that is one of a closed class, or its class. */
export function sideOf(token: Token | undefined): string {
  if (token === undefined) return 'edge'
  if (token.masked >= 0) return 'Q'
  if (!token.isWord) return token.text
  const kind = wordClass(token.lower)
  if (kind === 'other') return token.isCapital ? 'Cap' : 'other'
  return CLOSED.has(kind) || token.lower === 'to' ? token.lower : kind
}

const CLOSED: ReadonlySet<string> = new Set(['preposition', 'subordinator', 'conjunction'])

const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/

/** How a noun phrase stands to a verb behind it. */
export function relationBefore(sentence: Parsed, phrase: Phrase, verb: number, index: number): string {
  const key = phrase.from * FAR + verb
  let relation = sentence.relations.get(key)
  if (relation === undefined) {
    relation = relate(sentence, phrase, verb, index)
    sentence.relations.set(key, relation)
  }
  return relation
}

/** More tokens than a sentence has. */
const FAR = 2 ** 26

function relate(sentence: Parsed, phrase: Phrase, verb: number, index: number): string {
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

/** What the head of a phrase is: a pronoun as it is, what a name begins with or names, the sort of a noun. */
export function headSort(tokens: readonly Token[], phrase: Phrase): string {
  const last = tokens[phrase.to - 1]!
  if (phrase.kind === 'name' && last.isCapital)
    return placeOf(last.lower) !== undefined
      ? 'Place'
      : isGivenName(tokens[phrase.from]!.lower)
        ? 'Given'
        : TITLES.has(tokens[phrase.from]!.lower)
          ? 'Title'
          : 'Name'
  if (phrase.kind === 'pronoun' || phrase.kind === 'relative') return last.lower
  return nounSort(last.lower)
}
