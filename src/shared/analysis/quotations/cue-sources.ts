import { bucket, headSort, relationBefore, sideOf } from './relations.ts'
import type { Parsed } from './parsed.ts'
import type { CueAt } from './phrases.ts'

/** A sentence with how likely, for each cue, each phrase is its subject; the last is nobody. */
export interface Judged extends Parsed {
  odds: number[][]
}

/** Says for each cue of a sentence who its subject may be, by what the signs count. */
export function judge(sentence: Parsed, weights: Readonly<Record<string, number>>): Judged {
  return { ...sentence, odds: sentence.cues.map((cue) => likelihoods(sentence, cue, weights)) }
}

/** The signs that each phrase of a sentence is the subject of a cue, and at the end those that nobody is. */
export function sourceSigns(sentence: Parsed, cue: CueAt): string[][] {
  const { tokens, phrases, cues } = sentence
  const side = (at: number): string => sideOf(tokens[at])
  const before = side(cue.at - 1)
  const after = side(cue.at + 1)
  const firstSubject = phrases.findIndex(({ afterPreposition }) => !afterPreposition)
  let rank = 0
  const rows = phrases.map((phrase, index) => {
    const head = headSort(tokens, phrase)
    const signs: string[] = []
    const link = tokens[phrase.from - 1]
    const lead = sideOf(link)
    if (phrase.to <= cue.at) {
      const relation = relationBefore(sentence, phrase, cue.at, index)
      const other = cues.find((one) => one.at >= phrase.to && one.at < cue.at)
      const taken =
        other === undefined
          ? 'free'
          : relationBefore(sentence, phrase, other.at, index) === 'adjacent'
            ? 'taken'
            : 'past'
      const place = index === firstSubject ? 'first' : 'later'
      signs.push(
        `b ${relation} ${cue.class} ${cue.form}`,
        `b ${relation} ${phrase.kind}`,
        `b ${relation} ${head}`,
        `b ${relation} verb ${cue.verb}`,
        `b ${relation} ${place} ${cue.form}`,
        `b ${relation} ${taken} ${cue.form} ${before}`,
        `b ${relation} before ${before}`,
        `b ${relation} lead ${lead}`,
        `b lead ${lead} ${taken} ${cue.form}`,
        `b ${relation} prep ${phrase.afterPreposition ? link!.lower : '-'}`,
        `b ${place} ${taken} ${phrase.afterPreposition ? 'prep' : '-'} ${cue.form} ${before}`,
        `b near ${bucket(cue.at - phrase.to)} ${phrase.kind} ${cue.form}`,
        `b other ${other?.verb ?? '-'} ${other?.form ?? '-'} ${taken} ${cue.form}`
      )
    } else {
      const gap = bucket(phrase.from - cue.at - 1)
      signs.push(
        `a ${gap} ${rank} ${before}`,
        `a ${gap} ${phrase.kind} ${before}`,
        `a ${gap} ${rank} ${cue.class} ${cue.form}`,
        `a ${gap} verb ${cue.verb}`,
        `a ${gap} ${head} ${before}`,
        `a ${gap} ${after} ${before}`,
        `a ${gap} lead ${lead} ${before}`,
        `a prep ${phrase.afterPreposition ? link!.lower : '-'} ${cue.form}`
      )
      rank = Math.min(rank + 1, 3)
    }
    signs.push(`head ${head}`, `kind ${phrase.kind} ${index === firstSubject ? 'first' : 'later'}`)
    return signs
  })
  rows.push([
    'none',
    `none ${cue.class} ${cue.form}`,
    `none verb ${cue.verb} ${cue.form}`,
    `none verb ${cue.verb} after ${after}`,
    `none before ${before} ${cue.form}`,
    `none after ${after} ${cue.form}`,
    `none ${before} ${after}`,
    `none noun ${cue.mayBeNoun} ${before}`
  ])
  return rows
}

function likelihoods(sentence: Parsed, cue: CueAt, weights: Readonly<Record<string, number>>): number[] {
  const scores = sourceSigns(sentence, cue).map((signs) => {
    let total = 0
    for (const sign of signs) total += weights[sign] ?? 0
    return total
  })
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const all = powers.reduce((total, one) => total + one, 0)
  return powers.map((power) => power / all)
}

/** How likely a phrase is the subject that counts, and the cue of which it is most likely. */
interface Subject {
  likely: number
  cue: number
}

/** How likely each phrase is the subject of the last cue before a token that has one. */
export function chainBefore({ cues, phrases, odds }: Judged, at: number): Subject[] {
  const order = cues.flatMap((cue, index) => (cue.at < at ? [index] : [])).reverse()
  return chained(order, phrases.length, odds)
}

/** How likely each phrase is the subject of the first cue behind a token, up to `limit`, that has one. */
export function chainAfter({ cues, phrases, odds }: Judged, at: number, limit: number): Subject[] {
  const order = cues.flatMap((cue, index) => (cue.at > at && cue.at < limit ? [index] : []))
  return chained(order, phrases.length, odds)
}

function chained(order: readonly number[], phrases: number, odds: readonly number[][]): Subject[] {
  const found: Subject[] = Array.from({ length: phrases }, () => ({ likely: 0, cue: -1 }))
  const most = new Array<number>(phrases).fill(-1)
  let free = 1
  for (const cue of order) {
    for (let phrase = 0; phrase < phrases; phrase++) {
      const likely = free * odds[cue]![phrase]!
      found[phrase]!.likely += likely
      if (likely <= most[phrase]!) continue
      most[phrase] = likely
      found[phrase]!.cue = cue
    }
    free *= odds[cue]![phrases]!
  }
  return found
}

/** A likelihood, as signs tell it. */
export const step = (value: number): string =>
  value > 0.9 ? '9' : value > 0.7 ? '7' : value > 0.45 ? '5' : value > 0.2 ? '2' : value > 0.05 ? '1' : '0'
