import type { Report, Sentence } from './report.ts'
import { termsOf } from './terms.ts'

/** A sentence that says what is asked for, with how much of it it has: 0 to 1. */
export interface Passage {
  sentence: Sentence
  /** Its place among the report's sentences. */
  at: number
  share: number
}

/** The words of a case's reports: how rare each is, and where it stands. */
export interface Rarity {
  weight(stem: string): number
  /** The sentences that say what some words say, by their reports, the fittest first. */
  passages(words: string): ReadonlyMap<Report, readonly Passage[]>
}

/** So many words that were asked for are remembered. */
const MOST_ASKED = 500

/** Counts in how many sentences words stand. */
export function rarityOf(reports: readonly Report[]): Rarity {
  const holders = new Map<string, number[]>()
  const places: { report: Report; at: number; sentence: Sentence }[] = []
  for (const report of reports) {
    report.sentences.forEach((sentence, at) => {
      const place = places.push({ report, at, sentence }) - 1
      for (const stem of sentence.stems) {
        const known = holders.get(stem)
        if (known) known.push(place)
        else holders.set(stem, [place])
      }
    })
  }
  const weight = (stem: string): number => Math.log(1 + (places.length + 1) / (1 + (holders.get(stem)?.length ?? 0)))
  const asked = new Map<string, ReadonlyMap<Report, readonly Passage[]>>()
  const find = (words: string): ReadonlyMap<Report, readonly Passage[]> => {
    const wanted = new Map<string, number>()
    for (const { stem, isNumber, isName } of termsOf(words))
      wanted.set(stem, weight(stem) * (isNumber ? 1.3 : isName ? 0.8 : 1))
    const total = [...wanted.values()].reduce((sum, each) => sum + each, 0)
    const sums = new Map<number, number>()
    for (const [stem, each] of wanted)
      for (const place of holders.get(stem) ?? []) sums.set(place, (sums.get(place) ?? 0) + each)
    const found = new Map<Report, Passage[]>()
    for (const [place, sum] of sums) {
      const { report, at, sentence } = places[place]!
      // Headlines stand back: they tell in short what the text tells with its source.
      const passage = { sentence, at, share: (sum / total) * (sentence.isHeading ? 0.5 : 1) }
      const known = found.get(report)
      if (known) known.push(passage)
      else found.set(report, [passage])
    }
    for (const passages of found.values()) passages.sort((a, b) => b.share - a.share || a.at - b.at)
    return found
  }
  return {
    weight,
    passages(words) {
      const before = asked.get(words)
      if (before) return before
      const found = find(words)
      if (asked.size >= MOST_ASKED) asked.clear()
      asked.set(words, found)
      return found
    }
  }
}

/** The sentences of a report that say what some words say, the fittest first. Within quotes, only those of their ranges, be they fit or not. */
export function passagesOf(
  report: Report,
  words: string,
  rarity: Rarity,
  ranges: readonly { start: number; end: number }[] = []
): readonly Passage[] {
  const found = rarity.passages(words).get(report) ?? []
  if (ranges.length === 0) return found
  const isWithin = ({ start, end }: Sentence): boolean => ranges.some((range) => range.start < end && range.end > start)
  const within = found.filter(({ sentence }) => isWithin(sentence))
  if (within.length > 0) return within
  return report.sentences.flatMap((sentence, at) => (isWithin(sentence) ? [{ sentence, at, share: 0 }] : []))
}
