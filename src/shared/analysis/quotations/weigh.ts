import type { Candidate } from './candidates.ts'
import type { Reading } from './reading.ts'

/** What each sign counts: for whom a verb's subject is, for who spoke, and for whether anybody is quoted at all. */
export interface Weights {
  readonly source: Readonly<Record<string, number>>
  readonly speaker: Readonly<Record<string, number>>
  readonly quoted: Readonly<Record<string, number>>
}

/** Who most likely spoke a quotation, and how clear that is. */
export interface Verdict {
  best: Option | null
  /** True when somebody is quoted here: no title, scare quote or nickname. */
  isQuoted: boolean
  /** How far the best stands above “nobody”, and above the next best who is somebody else: natural logarithms of odds. */
  margin: number
  lead: number
  quotedSigns: string[]
}

/** A candidate, or the speaker of the quotation before. */
export interface Option extends Candidate {
  isCarried: boolean
}

/** The options of a quotation in order; `before` spoke the one before it. */
export function optionsOf(reading: Reading, before: Candidate | null): Option[] {
  const options: Option[] = reading.candidates.map((candidate) => ({ ...candidate, isCarried: false }))
  if (before !== null && reading.carry.length > 0)
    options.push({ ...before, signs: [...reading.carry, 'carry'], isCarried: true })
  return options
}

/** The signs that nobody spoke it. */
export function nobodySigns(reading: Reading): string[] {
  return [...reading.shape.signs.map((sign) => `nobody ${sign}`), 'nobody']
}

/** Sums up signs. */
export function sum(signs: readonly string[], weights: Readonly<Record<string, number>>): number {
  let total = 0
  for (const sign of signs) total += weights[sign] ?? 0
  return total
}

/** Weighs the signs of a quotation. `before` is who spoke the one before it. */
export function weigh(reading: Reading, before: Candidate | null, weights: Weights): Verdict {
  const nobody = sum(nobodySigns(reading), weights.speaker)
  let best: Option | null = null
  let top = -Infinity
  let second = -Infinity
  for (const option of optionsOf(reading, before)) {
    const score = sum(option.signs, weights.speaker)
    if (score > top) {
      second = top
      top = score
      best = option
    } else if (score > second) second = score
  }
  const margin = best === null ? NOTHING : top - nobody
  const quotedSigns = signsOfQuoted(reading, best, margin)
  const { isSpeech, isTitle, isAside } = reading.shape
  const least = isAside ? LEAST_OF_ASIDE : LEAST
  const isQuoted = !isTitle && (isSpeech || sum(quotedSigns, weights.quoted) > least)
  return { best, isQuoted, margin, lead: top - second, quotedSigns }
}

/** Below it nobody is quoted: natural logarithm of odds. What is missed counts as much as what is too much. */
const LEAST = -0.3
/** As `LEAST` for what is most often a word kept at a distance. */
const LEAST_OF_ASIDE = 0.45
const NOTHING = -9
const STEPS = [-4, -2, -1, 0, 1, 2, 4, 6]

function signsOfQuoted(reading: Reading, best: Option | null, margin: number): string[] {
  const step = String(STEPS.find((limit) => margin < limit) ?? 'above')
  const how = best === null ? 'none' : best.isCarried ? 'carried' : 'named'
  return [
    `margin ${step}`,
    `${how} ${step}`,
    ...reading.shape.signs,
    ...(best?.signs.filter((sign) => TELLING.test(sign)) ?? [])
  ]
}

const TELLING = /^(?:pre|post|carry|according|previous|src|next)/
