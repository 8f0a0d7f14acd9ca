import { PEOPLE } from './concepts.ts'
import { termsOf } from '../reports/terms.ts'

/** Words that end the phrase which names what is counted. */
const STOP =
  /^(?:is|are|was|were|has|have|had|will|would|be|been|being|can|could|may|might|must|should|do|does|did|in|on|at|by|to|from|for|with|without|within|after|before|during|since|until|near|under|over|and|or|but|who|which|that|whom|whose|when|where|while|as|than|if|because|so|into|onto|across|along|per|a|an|the|this|these|those|its|their|his|her|said|says|told|died|killed|found|lost|fell|rose|stood|stands|came|went|took|left|lived|live|remain|remained|spent|including|among|up|down|out|off|still|not|all|both|each|every|only|also|now|then|yesterday|today|last|next|speaks?|spoke|puts?|gives?|gave|counts?|counted|reports?|reported|names?|named|it|he|she|they|we|i)$/iu
const SKIP = /^(?:more|other|further|additional|extra|new|such|of|the|these|those|its|their|our|his|her)$/iu

const BREAK =
  /[;:!?–—]\s|\s-\s|[“”"]|,\s(?:and|but|while|whereas|of\s+whom|of\s+them|including|up|down|said|says)\s|\s(?:and|but|while|whereas)\s(?=(?:\p{L}+\s+){0,4}?(?:\d|at least|about|some|more than|is|are|was|were|has|have|had|will|the|we|it|he|she|they)\b)|\.\s/giu

/** The clause of a sentence that a number stands in, half-open. */
export function clauseAround(sentence: string, start: number, end: number): [number, number] {
  let [from, to] = [0, sentence.length]
  for (const { index, 0: mark } of sentence.matchAll(BREAK)) {
    if (index + mark.length <= start) from = index + mark.length
    else if (index >= end) {
      to = index
      break
    }
  }
  return [from, to]
}

/** What of a clause belongs to one of its numbers: up to the numbers around it, and up to a comma where there are several. */
export interface Stretch {
  before: string
  behind: string
}

/** The stretch of a number at `start` to `end`; `behind` begins where what is counted is named. */
export function stretchAround(
  sentence: string,
  { start, end }: { start: number; end: number },
  [from, to]: readonly [number, number],
  others: readonly { start: number; end: number }[]
): Stretch {
  const last = others.findLast((other) => other.end <= start && other.end > from)
  const next = others.find((other) => other.start >= end && other.start < to)
  let before = sentence.slice(last?.end ?? from, start)
  let behind = sentence.slice(end, next?.start ?? to)
  if (last) {
    const comma = before.lastIndexOf(', ')
    if (comma >= 0 && /\p{L}/u.test(before.slice(comma))) before = before.slice(comma + 2)
  }
  if (next) {
    behind = behind.split(/,\s|\s(?:and|but)\s/u)[0]!
  }
  return { before, behind }
}

/** The nouns right behind a number, with what stands before them: up to a verb, a preposition or a mark. */
export function phraseBehind(behind: string): string {
  const words: string[] = []
  for (const word of behind.replace(/^-/u, ' ').trimStart().split(/\s+/u)) {
    const bare = word.replace(/[^\p{L}’'-]+$/u, '').replace(/^[^\p{L}]+/u, '')
    if (bare === '' || (STOP.test(bare) && !(words.length === 0 && SKIP.test(bare)))) break
    words.push(bare)
    if (/[^\p{L}’'-]$/u.test(word) || words.length >= 5) break
  }
  while (words.length > 0 && SKIP.test(words[0]!)) words.shift()
  if (words.length === 1 && STOP.test(words[0]!)) return ''
  return words.join(' ').replace(/(?:\s+(?:of|and|or))+$/iu, '')
}

/** What stands before the verb of a clause whose number ends it: `The number of people killed by the landslide`. */
export function subjectOf(before: string): string {
  const counted =
    /(?:number|toll|count|tally|total|figure|estimate|amount|share|proportion|rate|list)\s+(?:of|for)\s+(?:the\s+)?(?<what>[\p{L}’' -]+?)(?=\s+(?:at|to|is|are|was|were|has|had|have|now|rose|fell|stands|stood|by|in|on|from|killed|who|that|will|would|climbed|reached)\s|\s*$)/iu.exec(
      before
    )
  const killed = /(?:number|toll)\s+of\s+[\p{L}’' -]{3,60}/iu.exec(before)
  if (counted)
    return killed && killed[0].length > counted[0].length
      ? killed[0]
          .replace(/^(?:number|toll)\s+of\s+/iu, '')
          .split(/\s+(?:rose|fell|now|stands|stood|to|at|was|is|has)\s/u)[0]!
      : counted.groups!.what!
  return before
    .replace(/^(?:and|but|that|which|who)\s+/iu, '')
    .split(/\s+(?:rose|fell|climbed|stands|stood|was|were|is|are|has|had|have|will|to)\s/u)[0]!
}

/** The word that a phrase is about: its last noun. */
export function nounOf(phrase: string): string | null {
  const words = phrase
    .split(/\s+/u)
    .filter(
      (word) =>
        /\p{L}{2}/u.test(word) &&
        !STOP.test(word) &&
        !/^(?:number|toll|count|tally|total|figure|of|about|some)$/iu.test(word)
    )
  const people = words.find((word) => PEOPLE.test(word))
  return people ?? words.findLast((word) => !/(?:ed|ing|ly)$/iu.test(word)) ?? words.at(-1) ?? null
}

const LEAD =
  /^[\s,]*(?:(?:who|that|which|were|was|are|is|be|been|being|have|has|had|also|still|already|now|later|then|not|to|will|would|may|could|might|since|so|far|reportedly|either|all|both|now|thus)\s+)*/iu
const NO_VERB = /^(?:of|and|or|as|but|nor|than|per|the|a|an|more|less|fewer|other|others)$/iu

/** The words right behind what is counted that say what happened to it: up to a mark, `and`, or `of`. */
export function saidBehind(behind: string, phrase: string): string {
  const rest = behind.slice(phrase === '' ? 0 : behind.indexOf(phrase) + phrase.length)
  const lead = LEAD.exec(rest)![0].length
  const words: string[] = []
  for (const word of rest.slice(lead).split(/\s+/u)) {
    const bare = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    if (bare === '' || NO_VERB.test(bare)) break
    words.push(bare)
    if (/[^\p{L}’'-]$/u.test(word) || words.length >= 6) break
  }
  return words.join(' ')
}

/** Words with which a report brings a number: they say nothing of what is counted. */
const BRINGING = new Set(
  termsOf(
    'put puts give gives given count counts counted estimate estimated number total figure amount share toll tally level rate revise revised correct corrected change changed update updated rise rose fall fell climb climbed increase increased decrease decreased grow grew drop dropped stand stood stands reach reached now people person persons speak spoke name named show showed shows record recorded state stated confirm confirmed know known believe believed think thought expect expected have hold make makes made come came go went get got take took least most half double first earlier new latest previous one two who'
  ).map(({ stem }) => stem)
)

/** The stems of a stretch by which it's told what is counted. */
export function coreOf({ before, behind }: Stretch): string[] {
  const near = behind.split(/[;:.–—(]\s|,\s/u)[0]!
  return [
    ...new Set(
      [...termsOf(before), ...termsOf(near.split(/\s+/u).slice(0, 9).join(' '))]
        .filter(({ isNumber, stem }) => !isNumber && !BRINGING.has(stem))
        .map(({ stem }) => stem.replace(/(?<=\p{L}{4})est$/u, ''))
    )
  ]
}

/** What is measured: `of earth` behind the amount, else the words before it, else those behind it. */
export function measuredWords({ before, behind }: Stretch): string {
  const of = /^\s+(?:of|in)\s+(?:the\s+)?([\p{L}’'-]+(?:\s+[\p{L}’'-]+){0,3})/u.exec(behind)?.[1]
  if (of !== undefined) return of
  const own = before
    .split(/,\s/u)
    .at(-1)!
    .replace(/^(?:[\s,]|(?:and|but|that|which)\s)+|[\s,]+$/gu, '')
    .replace(/\s+(?:to|from|at|of|by|with|is|was|be|for)$/iu, '')
  return own.split(/\s+/u).length < 2
    ? `${own} ${behind
        .split(/[,.;:]\s|[,.;:]?$/u)[0]!
        .trim()
        .split(/\s+/u)
        .slice(0, 5)
        .join(' ')}`.trim()
    : own.split(/\s+/u).slice(-8).join(' ')
}
