import type { Figure } from '../figures/figures.ts'
import { datesOfReport } from '../items/dates.ts'
import { canBothBe } from '../numbers/amounts.ts'
import { measureOf } from '../numbers/units.ts'
import type { CaseReports } from '../reports/case-reports.ts'
import { isSameGiver } from '../reports/giver-kind.ts'
import type { Report, Sentence } from '../reports/report.ts'
import { stemOf, termsOf } from '../reports/terms.ts'

const CHANGING =
  'rais\\w+|rise[sn]?|rose|rising|revis\\w+|correct\\w+|increas\\w+|lower\\w*|cut|cuts|reduc\\w+|updat\\w+|adjust\\w+|climb\\w*|grew|grown|jump\\w*|drop\\w*|fell|fallen|doubl\\w+|trebl\\w+|tripl\\w+|instead of|up from|down from|no longer'
/** A sentence that says of a number that it changed. */
const CHANGED = new RegExp(`\\b(?:${CHANGING})\\b`, 'iu')
/** The same, or that it's the one that holds now. */
const CHANGE = new RegExp(
  `\\b(?:${CHANGING}|up to now|now|has reached|reached|stands? at|stood at|new (?:number|figure|count|estimate|offer|price|toll|total)|latest|final|by now|meanwhile|higher|more than before|gone up|gone down|dearer|cheaper)\\b`,
  'iu'
)
/** Nouns for what is one at a time: a later one takes the place of the earlier. */
const ONE_AT_A_TIME = new Set(
  'offer price cost estimate budget forecast fee fine bid debt loss profit turnover rate toll target deadline capacity salary wage rent tariff interest share stake'
    .split(' ')
    .map(stemOf)
)
/** So much of what a number's sentence is about stands beside the other number, too. */
const ALIKE = 0.5

const WHOLE =
  /(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty))\s+(?:of|in|out of)\s+(?:the\s+|its\s+|all\s+)?(?:\p{L}+\s+)?$/iu

interface Told {
  report: Report
  sentence: Sentence
  at: number
}

/** A figure of another source that takes a figure's place though nothing counts them as one series; null when there is none. */
export function revisionOf(reports: CaseReports, figure: Figure, all: readonly Figure[]): Figure | null {
  const own = toldAt(reports, figure)
  if (!own || figure.asOf === null) return null
  // `14 of the 36 cables`: how many there are of them all is another matter.
  if (WHOLE.test(own.report.text.slice(own.sentence.start, figure.start))) return null
  const about = wordsAbout(own)
  const counted = stemsOf(figure.counts)
  const beside = indexOf(all)
    .bySource.get(figure.sourceId)!
    .filter(({ start }) => start >= own.sentence.start && start < own.sentence.end)
  return (
    candidatesFor(figure, counted, all).find((other) => {
      if (other.sourceId === figure.sourceId || other.asOf === null || other.asOf <= figure.asOf!) return false
      if (measureOf(other.unit).dimension !== measureOf(figure.unit).dimension || canBothBe(figure, other)) return false
      // `14 of the 36 cables`: the other 36 is the same 36.
      if (beside.some((each) => each.unit === other.unit && canBothBe(each, other))) return false
      const told = toldAt(reports, other)
      if (!told || reports.copied.holders(told.report, told.sentence).has(own.report)) return false
      return takesPlace({ own, about, counted, figure }, { told, counted: stemsOf(other.counts) }, reports)
    }) ?? null
  )
}

/** The figures that count a thing of the same name, or are in the same unit; in the order in which they are told. */
function candidatesFor(figure: Figure, counted: ReadonlySet<string>, all: readonly Figure[]): readonly Figure[] {
  const { byName } = indexOf(all)
  if (figure.unit !== null) return byName.get(`${measureOf(figure.unit).dimension} `) ?? []
  return [...new Set([...counted].flatMap((stem) => byName.get(stem) ?? []))]
}

interface Index {
  /** By the stems of what is counted, or by what is measured. */
  byName: ReadonlyMap<string, readonly Figure[]>
  bySource: ReadonlyMap<string, readonly Figure[]>
}

const indices = new WeakMap<readonly Figure[], Index>()

function indexOf(all: readonly Figure[]): Index {
  const before = indices.get(all)
  if (before) return before
  const byName = new Map<string, Figure[]>()
  for (const each of all) {
    for (const name of each.unit === null ? [...stemsOf(each.counts)] : [`${measureOf(each.unit).dimension} `]) {
      const known = byName.get(name)
      if (known) known.push(each)
      else byName.set(name, [each])
    }
  }
  const index = { byName, bySource: Map.groupBy(all, ({ sourceId }) => sourceId) }
  indices.set(all, index)
  return index
}

function takesPlace(
  {
    own,
    about,
    counted,
    figure
  }: { own: Told; about: ReadonlySet<string>; counted: ReadonlySet<string>; figure: Figure },
  { told, counted: theirs }: { told: Told; counted: ReadonlySet<string> },
  reports: CaseReports
): boolean {
  const sentence = wordsAbout(told)
  const paragraph = told.report.sentences.slice(0, told.at + 1).filter(({ block }) => block === told.sentence.block)
  const shared = [...about].filter((stem) => paragraph.some(({ stems }) => stems.has(stem)))
  if (about.size === 0 || shared.length < ALIKE * about.size) return false
  const noun = [...about].find((stem) => ONE_AT_A_TIME.has(stem) && sentence.has(stem))
  // What is counted must be the same; money and shares are of something that's one at a time.
  const isSameThing =
    figure.unit === null
      ? [...counted].some((stem) => theirs.has(stem))
      : noun !== undefined || shared.length >= 0.75 * about.size
  if (!isSameThing) return false
  const givers = [own, told].map(({ report, at }) => reports.accounts(report)[at]!.givers[0]?.identity)
  const isSame = givers[0] !== undefined && givers[1] !== undefined && isSameGiver(givers[0], givers[1])
  // Two who are named and differ: the one's number is no new one of the other, unless the words say that it changed.
  const differ = givers.every((giver) => giver?.isNamed === true) && !isSame
  return (
    (differ ? CHANGED : CHANGE).test(told.sentence.text) || isSame || (!differ && noun !== undefined && isDated(told))
  )
}

/** The sentence gives a day for what it tells. */
function isDated({ report, sentence }: Told): boolean {
  return datesOfReport(report).some(({ start, end }) => end > start && start >= sentence.start && end <= sentence.end)
}

function toldAt(reports: CaseReports, figure: Figure): Told | null {
  const before = told.get(figure)
  if (before !== undefined) return before
  const found = findTold(reports, figure)
  told.set(figure, found)
  return found
}

const told = new WeakMap<Figure, Told | null>()

function findTold(reports: CaseReports, { sourceId, start, end }: Figure): Told | null {
  const report = reports.byId.get(sourceId)
  const at = report?.sentences.findIndex((each) => each.start <= start && each.end >= end) ?? -1
  const sentence = report?.sentences[at]
  return report && sentence && !sentence.isHeading ? { report, sentence, at } : null
}

/** What a sentence is about: its words without numbers and without what only says who gives it, by when. */
function wordsAbout({ sentence }: Told): ReadonlySet<string> {
  const before = about.get(sentence)
  if (before) return before
  const words = new Set(sentence.terms.flatMap(({ stem, isNumber }) => (isNumber || CALENDAR.has(stem) ? [] : [stem])))
  about.set(sentence, words)
  return words
}

const about = new WeakMap<Sentence, ReadonlySet<string>>()

const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'
    .split(' ')
    .map(stemOf)
)

function stemsOf(words: string): Set<string> {
  return new Set(termsOf(words).map(({ stem }) => stem))
}
