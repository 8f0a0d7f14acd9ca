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
  /** The sentences of a report that say what some words say, the fittest first. */
  passages(words: string, report: Report): readonly Passage[]
  /** The reports of which a sentence has so much of what some words say, headlines included; in no particular order. */
  reportsWith(words: string, share: number): ReadonlySet<Report>
  /** The sentences that have so many of some stems, by their reports, in the order of the text. */
  sentencesWith(stems: ReadonlySet<string>, least: number): ReadonlyMap<Report, readonly Sentence[]>
}

/** So many words that were asked for are remembered. */
const MOST_ASKED = 500
/** Sums of the same weights in another order differ by less. */
const LITTLE = 1e-9

/** What some words ask for: the weight of each stem, in their order. */
interface Asked {
  wanted: readonly (readonly [stem: string, weight: number])[]
  total: number
  passages: Map<Report, readonly Passage[]>
}

/** Counts in how many sentences words stand. */
export function rarityOf(reports: readonly Report[]): Rarity {
  const holders = new Map<string, number[]>()
  const places: { report: Report; sentence: Sentence }[] = []
  for (const report of reports) {
    for (const sentence of report.sentences) {
      const place = places.push({ report, sentence }) - 1
      for (const stem of sentence.stems) {
        const known = holders.get(stem)
        if (known) known.push(place)
        else holders.set(stem, [place])
      }
    }
  }
  const weight = (stem: string): number => Math.log(1 + (places.length + 1) / (1 + (holders.get(stem)?.length ?? 0)))
  const asked = new Map<string, Asked>()
  const askedOf = (words: string): Asked => {
    const before = asked.get(words)
    if (before) return before
    const wanted = new Map<string, number>()
    for (const { stem, isNumber, isName } of termsOf(words))
      wanted.set(stem, weight(stem) * (isNumber ? 1.3 : isName ? 0.8 : 1))
    const total = [...wanted.values()].reduce((sum, each) => sum + each, 0)
    const found: Asked = { wanted: [...wanted], total, passages: new Map() }
    if (asked.size >= MOST_ASKED) asked.clear()
    asked.set(words, found)
    return found
  }
  const shareOf = ({ stems, isHeading }: Sentence, { wanted, total }: Asked): number => {
    let sum = 0
    for (const [stem, each] of wanted) if (stems.has(stem)) sum += each
    // Headlines stand back: they tell in short what the text tells with its source.
    return (sum / total) * (isHeading ? 0.5 : 1)
  }
  return {
    weight,
    passages(words, report) {
      const ask = askedOf(words)
      const before = ask.passages.get(report)
      if (before) return before
      const found: Passage[] = []
      for (const [at, sentence] of report.sentences.entries()) {
        const share = shareOf(sentence, ask)
        if (share > 0) found.push({ sentence, at, share })
      }
      found.sort((a, b) => b.share - a.share || a.at - b.at)
      ask.passages.set(report, found)
      return found
    },
    reportsWith(words, share) {
      const ask = askedOf(words)
      // Whoever has so much has one of the rare words: the common ones together are too little.
      const rareFirst = [...ask.wanted].sort((a, b) => b[1] - a[1])
      let rest = ask.total
      const found = new Set<Report>()
      for (const [stem, each] of rareFirst) {
        if (rest < (share - LITTLE) * ask.total) break
        rest -= each
        for (const place of holders.get(stem) ?? []) {
          const { report, sentence } = places[place]!
          if (!found.has(report) && shareOf(sentence, ask) >= share) found.add(report)
        }
      }
      return found
    },
    sentencesWith(stems, least) {
      const counts = new Map<number, number>()
      const lists = [...stems].map((stem) => holders.get(stem) ?? []).sort((a, b) => a.length - b.length)
      lists.forEach((list, at) => {
        // One that comes in as late as this can't have enough of them any more.
        const isLate = lists.length - at < least
        for (const place of list) {
          const count = counts.get(place) ?? 0
          if (count > 0 || !isLate) counts.set(place, count + 1)
        }
      })
      const enough = [...counts].filter(([, count]) => count >= least).sort((a, b) => a[0] - b[0])
      const found = new Map<Report, Sentence[]>()
      for (const [place] of enough) {
        const { report, sentence } = places[place]!
        const known = found.get(report)
        if (known) known.push(sentence)
        else found.set(report, [sentence])
      }
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
  const found = rarity.passages(words, report)
  if (ranges.length === 0) return found
  const isWithin = ({ start, end }: Sentence): boolean => ranges.some((range) => range.start < end && range.end > start)
  const within = found.filter(({ sentence }) => isWithin(sentence))
  if (within.length > 0) return within
  return report.sentences.flatMap((sentence, at) => (isWithin(sentence) ? [{ sentence, at, share: 0 }] : []))
}
