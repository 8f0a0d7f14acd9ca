import { hashRuns } from '../copies/fingerprint.ts'
import type { Report, Sentence } from './report.ts'

/** Words in a row by which a copied sentence is known. */
const RUN = 5
/** So much of a sentence's own words stand in the other report. */
const MOST = 0.6
const SHORTEST_COPY = 8

/** Which sentences of the reports of a case stand in others of them. */
export interface Copied {
  /** The reports that have some words in a row with one, itself among them: no other holds a sentence of it, nor it one of theirs. */
  beside(report: Report): ReadonlySet<Report>
  /** The reports that hold a sentence's words, outside of what it quotes. */
  holders(report: Report, sentence: Sentence): ReadonlySet<Report>
}

/** Finds copied sentences. Takes time in proportion to the texts' lengths. */
export function findCopied(reports: readonly Report[]): Copied {
  const index = new Map<number, Report | Set<Report>>()
  const runs = new Map<Report, Int32Array>()
  for (const report of reports) {
    const hashes = hashRuns(report.words, RUN)
    runs.set(report, hashes)
    for (const hash of hashes) {
      const known = index.get(hash)
      if (known instanceof Set) known.add(report)
      // Most runs stand in one report alone.
      else if (known === undefined) index.set(hash, report)
      else if (known !== report) index.set(hash, new Set([known, report]))
    }
  }
  const direct = new Map<Sentence, Map<Report, boolean>>()
  /** The reports that hold the sentence; true where it's long enough to say so by itself. */
  const held = (report: Report, sentence: Sentence): Map<Report, boolean> => {
    const before = direct.get(sentence)
    if (before) return before
    const found = heldBy(report, sentence, runs.get(report)!, index)
    direct.set(sentence, found)
    return found
  }
  const answers = new Map<Sentence, Set<Report>>()
  const near = new Map<Report, Set<Report>>()
  return {
    beside(report) {
      let found = near.get(report)
      if (!found) {
        found = new Set()
        for (const hash of runs.get(report)!) for (const other of holdersIn(index, hash)) found.add(other)
        near.set(report, found)
      }
      return found
    },
    holders(report, sentence) {
      const before = answers.get(sentence)
      if (before) return before
      const found = new Set<Report>()
      for (const [other, isLong] of held(report, sentence)) {
        // A short sentence may be a turn of phrase: another one must have been copied along with it.
        if (isLong || report.sentences.some((each) => each !== sentence && held(report, each).get(other) === true))
          found.add(other)
      }
      if (isQuotation(sentence)) {
        const at = report.sentences.indexOf(sentence)
        for (const beside of [report.sentences[at - 1], report.sentences[at + 1]])
          if (beside && !beside.isHeading && !isQuotation(beside))
            for (const [other, isLong] of held(report, beside))
              if (isLong && other.text.includes(quotedWords(sentence))) found.add(other)
      }
      answers.set(sentence, found)
      return found
    }
  }
}

/** True when most of a sentence stands in quotation marks: who quotes the same speaker has the same words. */
function isQuotation({ quoted, start, end }: Sentence): boolean {
  return quoted.reduce((sum, range) => sum + range.end - range.start, 0) > 0.5 * (end - start)
}

function quotedWords({ text, quoted }: Sentence): string {
  const [range] = quoted
  return range ? text.slice(range.start + 1, range.end - 1).replace(/[,.]$/u, '') : text
}

/** The reports that hold a run of words, by its hash. */
type Index = ReadonlyMap<number, Report | ReadonlySet<Report>>

function holdersIn(index: Index, hash: number): Iterable<Report> {
  const known = index.get(hash)
  return known === undefined ? [] : known instanceof Set ? known : [known as Report]
}

function heldBy(report: Report, sentence: Sentence, hashes: Int32Array, index: Index): Map<Report, boolean> {
  const { starts, ends } = report.words
  let first = lowerBound(starts, sentence.start)
  const words: number[] = []
  for (; first < starts.length && ends[first]! <= sentence.end; first++) words.push(first)
  const own = words.filter(
    (word) =>
      !sentence.quoted.some(
        (range) => starts[word]! >= sentence.start + range.start && ends[word]! <= sentence.start + range.end
      )
  )
  const covered = new Map<Report, Set<number>>()
  for (let at = 0; at + RUN <= own.length; at++) {
    // A run that a quotation interrupts is none.
    if (own[at + RUN - 1]! - own[at]! !== RUN - 1) continue
    for (const other of holdersIn(index, hashes[own[at]!]!)) {
      if (other === report) continue
      const set = covered.get(other) ?? new Set<number>()
      for (let word = own[at]!; word < own[at]! + RUN; word++) set.add(word)
      covered.set(other, set)
    }
  }
  return new Map(
    [...covered].flatMap(([other, { size }]) => {
      if (size < MOST * own.length) return []
      return [[other, size >= SHORTEST_COPY] as const]
    })
  )
}

function lowerBound(values: Int32Array, wanted: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
