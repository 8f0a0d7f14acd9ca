import { passagesOf, type Passage, type Rarity } from '../reports/passage.ts'
import type { CaseReports } from '../reports/case-reports.ts'
import type { Report, Sentence } from '../reports/report.ts'
import { bare } from '../reports/noun-words.ts'
import { termsOf } from '../reports/terms.ts'
import { mentionsIn } from '../reports/attribution.ts'
import { quotedRanges } from '../copies/quoted.ts'
import type { BriefStatement } from '../statements/statements.ts'
import type { LintFinding } from './codes.ts'
import { keepsDistance, negationsIn, negationsOf, stanceOf, type Stance } from './polarity.ts'

/** A sentence must have so much of what a statement says to be about the same. */
const ABOUT = 0.4
/** Of several passages those count that fit nearly as well as the best one. */
const NEARLY = 0.75
const VERBS: Readonly<Record<Stance['attitude'], string>> = {
  says: 'says',
  alleges: 'only alleges',
  fears: 'only fears',
  supposes: 'only supposes',
  doubts: 'doubts',
  denies: 'denies'
}

/** The cited passages deny, doubt, allege, fear or suppose what the statement asserts. */
export function outOfAttribution(reports: CaseReports, statement: BriefStatement): LintFinding[] {
  if (statement.kind === 'judgement' || statement.kind === 'assumption') return []
  const cited = citedReports(reports, statement, 'supports')
  const distances: { report: Report; sentence: Sentence; stance: Stance }[] = []
  for (const report of cited) {
    const ranges = statement.citations.flatMap(({ source, range }) => (source === report.id && range ? [range] : []))
    const passages = passagesOf(report, statement.text, reports.rarity, ranges).filter(
      ({ sentence }) => !sentence.isHeading
    )
    const best = passages[0]
    if (!best || best.share < ABOUT) continue
    const near = passages.filter(({ share }) => share >= NEARLY * best.share)
    const stances = near.map((passage) => ({ passage, stance: distanceOf(passage, statement) }))
    // One passage that asserts it is enough.
    if (stances.some(({ stance }) => stance === null)) return []
    distances.push({ report, sentence: best.sentence, stance: stances[0]!.stance! })
  }
  const [first] = distances
  if (!first || keepsDistance(statement.text, first.stance.attitude)) return []
  const { report, sentence, stance } = first
  return [
    {
      code: 'out-of-attribution',
      start: 0,
      end: statement.text.length,
      message: `${report.key} ${VERBS[stance.attitude]} this (“${sentence.text.slice(stance.start, stance.end)}”), and the statement tells it as so. Say whose claim it is, or cite what bears it out.`,
      evidence: [{ report, start: sentence.start, end: sentence.end }]
    }
  ]
}

function distanceOf({ sentence }: Passage, statement: BriefStatement): Stance | null {
  const stems = new Set(termsOf(statement.text).map(({ stem }) => stem))
  const stance = stanceOf(sentence, stems)
  if (stance) return stance
  return oppositeOf(sentence, statement.text, stems)
}

/** The words of one that the other negates: `contained no poison` against `contained poison`. */
function oppositeOf(sentence: Sentence, text: string, stems: ReadonlySet<string>): Stance | null {
  const matched = sentence.terms.filter(({ stem }) => stems.has(stem))
  const none = NONE_OF.exec(sentence.text)
  // `There was no check in March`: all that there was none of stands in the statement.
  if (none && negationsIn(text).length === 0) {
    const told = sentence.terms.filter(({ start }) => start >= none[0].length)
    if (told.length >= 2 && told.every(({ stem }) => stems.has(stem)))
      return { attitude: 'denies', start: 0, end: none[0].length }
  }
  // Whom a pronoun stands for counts as named.
  const names = PRONOUN.test(sentence.text) ? termsOf(text).filter(({ isName }) => isName) : []
  const unnamed = names.filter(({ stem }) => !sentence.stems.has(stem)).length
  if (matched.length < 2 || matched.length < 0.7 * (stems.size - unnamed)) return null
  if (negationsIn(text).length > 0) return null
  const no = negationsOf(sentence).find(({ end }) =>
    matched.some((term) => term.start >= end && term.start - end <= 12)
  )
  return no ? { attitude: 'denies', ...no } : null
}

const NONE_OF = /^(?:But\s|And\s)?[Tt]here\s+(?:is|are|was|were|has been|have been|had been)\s+no\s/u
const PRONOUN = /^(?:It|He|She|They|We)\s/u

/** A source that the statement doesn't cite denies what it says, or tells the opposite of what its source says. */
export function denialsUncited(reports: CaseReports, statement: BriefStatement): LintFinding[] {
  const all = new Set(statement.citations.map(({ source }) => source))
  const stems = new Set(termsOf(statement.text).map(({ stem }) => stem))
  // On which day it was is another matter: `contract on 14 September` is denied by `no contract in September`.
  const undated = statement.text.replace(DAYS, ' ')
  const own = citedReports(reports, statement, 'supports').flatMap((report) => {
    const [best] = passagesOf(report, statement.text, reports.rarity).filter(({ sentence }) => !sentence.isHeading)
    return best && best.share >= ABOUT ? [{ report, best }] : []
  })
  const near = reports.rarity.reportsWith(undated, DENIED_BY_WORD)
  const opposing = own.map(({ report, best }) => ({ report, of: opposed(reports, report, best, statement) }))
  for (const other of reports.reports) {
    if (all.has(other.id)) continue
    const [direct] = near.has(other)
      ? passagesOf(other, undated, reports.rarity).filter(({ sentence }) => !sentence.isHeading)
      : []
    if (direct && direct.share >= (isDenied(direct.sentence) ? DENIED_BY_WORD : DENIED)) {
      const stance = denial(direct.sentence, statement, stems)
      if (stance && !isTold(reports, other, direct.sentence, statement))
        return [contradiction(statement, other, direct.sentence, 'denies')]
    }
    for (const { of } of opposing) {
      const sentence = of.map((by) => by.get(other)).find((each) => each !== undefined)
      if (sentence && !isTold(reports, other, sentence, statement))
        return [contradiction(statement, other, sentence, 'tells otherwise than')]
    }
  }
  return []
}

/** The statement names itself whose word the other sentence is: it tells both sides. */
function isTold(reports: CaseReports, report: Report, sentence: Sentence, { text }: BriefStatement): boolean {
  if (negationsIn(text).length === 0) return false
  const account = reports.accounts(report)[report.sentences.indexOf(sentence)]
  const names = [report.publisher ?? '', ...(account?.outlets ?? []).map(({ name }) => name)].map(bare)
  return names.some((name) => name !== '' && text.includes(name))
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const DAYS = new RegExp(`\\b\\d{1,2}(?=\\s+${MONTH})|(?<=${MONTH}\\s+(?:\\d{1,2},?\\s+)?)\\d{4}\\b`, 'gu')

/** A denial of so much of what a statement says is one of it. */
const DENIED = 0.6
/** Who denies says so, and needs to repeat less of it. */
const DENIED_BY_WORD = 0.45

function isDenied(sentence: Sentence): boolean {
  return NONE_OF.test(sentence.text) || mentionsIn(sentence).some(({ attitude }) => attitude === 'denies')
}

function denial(sentence: Sentence, statement: BriefStatement, stems: ReadonlySet<string>): Stance | null {
  const stance = stanceOf(sentence, stems)
  const saysNo = /\b(?:den(?:y|ies|ied)|reject\w*|dismiss\w*|disput\w*|refut\w*)\b/iu.test(statement.text)
  if (
    stance &&
    (stance.attitude === 'denies' ||
      (stance.attitude === 'doubts' && mentionsIn(sentence).some(({ attitude }) => attitude === 'doubts')))
  ) {
    return saysNo || negationsIn(statement.text).length > 0 ? null : stance
  }
  if (stance) return null
  const opposite = oppositeOf(sentence, statement.text, stems)
  if (opposite) return opposite
  // The other way round: the statement says no to what the source tells.
  const no = negationsIn(statement.text)
  if (no.length === 0 || negationsOf(sentence).length > 0 || saysNo) return null
  const matched = sentence.terms.filter(({ stem }) => stems.has(stem)).length
  const isClose = termsOf(statement.text).some((term) =>
    no.some(
      ({ end }) => term.start >= end && term.start - end <= 12 && sentence.terms.some(({ stem }) => stem === term.stem)
    )
  )
  return isClose && matched >= 2 && matched >= 0.7 * stems.size
    ? { attitude: 'denies', start: 0, end: sentence.text.length }
    : null
}

/** Of each sentence beside the cited passage that says no: the first of every report that has most of its words and doesn't say no. */
function opposed(
  reports: CaseReports,
  report: Report,
  best: Passage,
  { text }: BriefStatement
): ReadonlyMap<Report, Sentence>[] {
  // What else stands in the paragraph bears out a denial; else it's another matter.
  const saysNo = negationsIn(text).length > 0
  return report.sentences
    .filter((each) => each.block === best.sentence.block && !each.isHeading && (saysNo || each === best.sentence))
    .flatMap((sentence) => opposers(reports, sentence) ?? [])
}

const found = new WeakMap<Sentence, { rarity: Rarity; of: ReadonlyMap<Report, Sentence> | null }>()

function opposers({ rarity }: CaseReports, sentence: Sentence): ReadonlyMap<Report, Sentence> | null {
  const before = found.get(sentence)
  if (before?.rarity === rarity) return before.of
  const of = findOpposers(rarity, sentence)
  found.set(sentence, { rarity, of })
  return of
}

function findOpposers(rarity: Rarity, sentence: Sentence): ReadonlyMap<Report, Sentence> | null {
  const no = negationsOf(sentence)
  if (no.length === 0) return null
  const wanted = new Set(
    sentence.terms
      .filter(
        ({ start, end, stem }) =>
          !no.some((each) => each.start < end && each.end > start) && !isGiver(sentence, start) && stem.length > 0
      )
      .map(({ stem }) => stem)
  )
  if (wanted.size < 3) return null
  const first = new Map<Report, Sentence>()
  for (const [other, sentences] of rarity.sentencesWith(wanted, Math.max(3, 0.7 * wanted.size))) {
    const own = sentences.find((each) => !each.isHeading && negationsOf(each).length === 0 && !stanceOf(each, wanted))
    if (own) first.set(other, own)
  }
  return first
}

/** True for a word that only tells who says it. */
function isGiver(sentence: Sentence, at: number): boolean {
  return mentionsIn(sentence).some(({ start, end }) => at >= start && at < end)
}

function contradiction(statement: BriefStatement, other: Report, sentence: Sentence, verb: string): LintFinding {
  return {
    code: 'contradiction-uncited',
    start: 0,
    end: statement.text.length,
    message: `${other.key} ${verb} this, and the statement doesn’t cite it: “${sentence.text}”`,
    evidence: [{ report: other, start: sentence.start, end: sentence.end }]
  }
}

function citedReports(reports: CaseReports, { citations }: BriefStatement, relation: string): Report[] {
  const ids = new Set(citations.flatMap((citation) => (citation.relation === relation ? [citation.source] : [])))
  return reports.reports.filter(({ id }) => ids.has(id))
}

/** `…, as the blog Patch Notes reports` */
const AS_SAID =
  /(?<!\p{L})as\s(?:the\s)?(?:[\p{L}’'-]+\s){1,5}(?:reports?|reported|says|said|writes|wrote|puts|tells|told|notes|noted|states|stated|claims|claimed|recounts)(?!\p{L})/u

/** True for a statement that says whose account it is. */
export function saysWhose(text: string): boolean {
  return AS_SAID.test(text) || mentionsIn({ text, quoted: quotedRanges(text) }).length > 0
}
