import type { Report, Sentence } from './report.ts'
import { termsOf } from './terms.ts'

/** A sentence that says what is asked for, with how much of it it has: 0 to 1. */
export interface Passage {
  sentence: Sentence
  /** Its place among the report's sentences. */
  at: number
  share: number
}

/** How rare the words of a case's reports are. */
export interface Rarity {
  weight(stem: string): number
}

/** Counts in how many sentences words stand. */
export function rarityOf(reports: readonly Report[]): Rarity {
  const holders = new Map<string, number>()
  let sentences = 0
  for (const report of reports) {
    for (const { terms } of report.sentences) {
      sentences++
      for (const stem of new Set(terms.map((term) => term.stem))) holders.set(stem, (holders.get(stem) ?? 0) + 1)
    }
  }
  return { weight: (stem) => Math.log(1 + (sentences + 1) / (1 + (holders.get(stem) ?? 0))) }
}

/**
 * The sentences of a report that say what some words say, the fittest first. Within a quote, only those of its range. Headlines stand back:
 * they tell in short what the text tells with its source.
 */
export function passagesOf(
  report: Report,
  words: string,
  rarity: Rarity,
  ranges: readonly { start: number; end: number }[] = []
): Passage[] {
  const wanted = new Map<string, number>()
  for (const { stem, isNumber, isName } of termsOf(words))
    wanted.set(stem, rarity.weight(stem) * (isNumber ? 1.3 : isName ? 0.8 : 1))
  const total = [...wanted.values()].reduce((sum, weight) => sum + weight, 0)
  const found: Passage[] = []
  report.sentences.forEach((sentence, at) => {
    if (ranges.length > 0 && !ranges.some((range) => range.start < sentence.end && range.end > sentence.start)) return
    let sum = 0
    for (const stem of new Set(sentence.terms.map((term) => term.stem))) sum += wanted.get(stem) ?? 0
    const share = total === 0 ? 0 : sum / total
    if (share > 0 || ranges.length > 0) found.push({ sentence, at, share: sentence.isHeading ? share * 0.5 : share })
  })
  return found.sort((a, b) => b.share - a.share || a.at - b.at)
}
