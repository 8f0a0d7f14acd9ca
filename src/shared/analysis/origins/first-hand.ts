import { identityOfPublisher, type Giver } from '../reports/accounts.ts'
import type { CaseReports } from '../reports/case-reports.ts'
import { isSameGiver, type GiverIdentity, type GiverKind } from '../reports/giver-kind.ts'
import { passagesOf, type Passage } from '../reports/passage.ts'
import { idOf, isOutletsName } from '../reports/press.ts'
import type { Report } from '../reports/report.ts'
import type { BriefStatement } from '../statements/statements.ts'
import { mentionsIn } from '../reports/attribution.ts'
import { quotedRanges } from '../copies/quoted.ts'
import { termsOf } from '../reports/terms.ts'

/** A range of a report's text, in UTF-16 units. */
export interface PlaceIn {
  report: Report
  start: number
  end: number
}

/** Where a report has from what a statement says. */
export interface Provenance {
  report: Report
  passage: Passage | null
  /** From the outlet to the origin, as the text names them. */
  chain: string[]
  /** The words that tell who gives it; the passage where none do. */
  place: PlaceIn
  /** The agencies it's credited to, and where; none where the report's own people have it. */
  credits: readonly { id: string; place: PlaceIn }[]
  /** The outlets and agencies that are said to have reported it. */
  cites: readonly { id: string; place: PlaceIn }[]
  /** The last link, where that's no outlet. */
  giver: { name: string; identity: GiverIdentity } | null
  kind: GiverKind
  name: string
}

/** A second passage that has so much of what the best one has may be the one that names who the statement says gives it. */
const NEARLY = 0.45

/** Finds what a report says of where it has from what a statement says. */
export function provenanceOf(reports: CaseReports, report: Report, statement: BriefStatement): Provenance {
  const ranges = statement.citations.flatMap(({ source, range }) => (source === report.id && range ? [range] : []))
  const found = withoutHeadings(report, passagesOf(report, statement.text, reports.rarity, ranges))
  const passage = found.length === 0 ? null : fittest(reports, report, statement, found)
  const account = passage ? reports.accounts(report)[passage.at]! : { givers: [], outlets: [], isOwn: false }
  const whole = passage
    ? { report, start: passage.sentence.start, end: passage.sentence.end }
    : { report, start: 0, end: report.text.length }
  const placeOf = (mention: { start: number; end: number }): PlaceIn => ({
    report,
    start: whole.start + mention.start,
    end: whole.start + mention.end
  })
  const giver = passage ? giverOf(account.givers, passage, statement) : null
  const outlets = passage ? account.outlets.filter((each) => isGivenBy(each, passage, statement)) : []
  const cites = outlets.map(({ id, mention }) => ({ id, place: placeOf(mention) }))
  const isOwn = account.isOwn && cites.length === 0
  const isPublishersOwn = reports.isAgency(report)
  const credits =
    isOwn || isPublishersOwn
      ? []
      : reports.credits(report).map(({ agency, start, end }) => ({
          id: reports.press.find(agency)?.id ?? idOf(agency),
          name: agency,
          place: start === null || end === null ? whole : { report, start, end }
        }))
  const chain = [report.publisher ?? report.title]
  const ids = [reports.publisherId(report)]
  const link = (id: string, name: string): void => {
    if (ids.includes(id)) return
    ids.push(id)
    chain.push(name)
  }
  for (const { id, name } of credits) link(id, name)
  for (const { id, name } of outlets) link(id, name)
  // A publisher whose name doesn't say what it is may be who others have it from: `the zoo writes`, of Brightwater Zoo.
  const voice =
    report.publisher !== null && !isPublishersOwn && !isOutletsName(report.publisher)
      ? identityOfPublisher(report.publisher)
      : null
  const via = giver ? namedBy(account.givers, giver) : null
  const isPublisher = giver !== null && voice !== null && isVoiceOf(voice, giver.identity)
  if (via && !(voice && isVoiceOf(voice, via.identity))) chain.push(via.name)
  if (giver && !isPublisher) chain.push(giver.name)
  const place = giver ? placeOf(giver.mention) : (cites[0]?.place ?? credits[0]?.place ?? whole)
  const last = giver
    ? { name: giver.name, identity: via && !giver.identity.isNamed ? via.identity : giver.identity }
    : voice && chain.length === 1
      ? { name: report.publisher!, identity: voice }
      : null
  const lastPress = ids.length > 1 ? reports.press.find(chain.at(-1)!) : null
  return {
    report,
    passage,
    chain,
    place,
    credits,
    cites,
    giver: last,
    kind:
      (last && (giver || reports.isOwnVoice(report)) ? last.identity.kind : null) ??
      lastPress?.kind ??
      (isPublishersOwn ? 'agency' : 'outlet'),
    name: chain.at(-1)!
  }
}

/** The publisher under its own name, or a shorter one: `The ministry`, on the page of the Ministry of Health. */
function isVoiceOf(voice: GiverIdentity, giver: GiverIdentity): boolean {
  return giver.kind === 'institution' && giver.surname === null && isSameGiver(voice, giver)
}

/** The body that has it from the one who's cited: `the aid group said, citing women who had lived there`. */
function namedBy(givers: readonly Giver[], giver: Giver): Giver | null {
  if (giver.mention.verb !== 'citing') return null
  const [own, another] = givers.filter(({ mention }) => mention.verb !== 'citing')
  return own && !another && own.identity.kind === 'institution' && own.identity.isNamed ? own : null
}

/** A headline tells in short what the text tells with its source: the lead stands for it where no sentence has its words. */
function withoutHeadings(report: Report, found: readonly Passage[]): readonly Passage[] {
  const body = found.filter(({ sentence }) => !sentence.isHeading)
  const [best] = found
  if (!best || body[0] === best) return body.length > 0 ? body : found
  const at = report.sentences.findIndex(({ isHeading }) => !isHeading)
  const lead = report.sentences[at]
  if (!lead || (body[0] && body[0].share >= HEADLINE * best.share)) return body.length > 0 ? body : found
  return [{ sentence: lead, at, share: best.share }, ...body.filter((each) => each.at !== at)]
}

/** A sentence that has so much of what the headline has tells it. */
const HEADLINE = 0.8

/** The best passage; one that fits nearly as well where it names who the statement says gives it. */
function fittest(reports: CaseReports, report: Report, statement: BriefStatement, found: readonly Passage[]): Passage {
  const [best] = found
    .slice(0, FEW)
    .sort((a, b) => told(reports, report, b, statement) - told(reports, report, a, statement) || a.at - b.at) as [
    Passage
  ]
  const named = mentionsIn({ text: statement.text, quoted: quotedRanges(statement.text) })
  const wanted = new Set(
    named.flatMap(({ words, through }) => [words, ...through].flatMap((each) => termsOf(each).map(({ stem }) => stem)))
  )
  if (wanted.size === 0) return best
  const accounts = reports.accounts(report)
  const fit = (passage: Passage): number => {
    const { givers, outlets } = accounts[passage.at]!
    const stems = new Set([...givers, ...outlets].flatMap(({ name }) => termsOf(name).map(({ stem }) => stem)))
    return [...wanted].filter((stem) => stems.has(stem)).length
  }
  const near = found.filter(({ share }) => share >= NEARLY * best.share)
  const most = Math.max(...near.map(fit))
  if (most === 0 || fit(best) === most) return best
  return near.find((passage) => fit(passage) === most)!
}

/** So many passages are looked at more closely. */
const FEW = 6

/** How much of a statement a passage tells, without the words that only name who gives it; a statement that names somebody itself counts all. */
function told(reports: CaseReports, report: Report, passage: Passage, statement: BriefStatement): number {
  const { givers, outlets } = reports.accounts(report)[passage.at]!
  const names = [...givers, ...outlets].map(({ mention }) => mention)
  const wanted = new Set(termsOf(statement.text).map(({ stem }) => stem))
  const inNames = passage.sentence.terms.filter(
    ({ stem, start, end }) => wanted.has(stem) && names.some((name) => start >= name.start && end <= name.end)
  )
  const elsewhere = new Set(passage.sentence.terms.filter((term) => !inNames.includes(term)).map(({ stem }) => stem))
  const lost = [...new Set(inNames.map(({ stem }) => stem))].filter((stem) => !elsewhere.has(stem))
  const all = [...wanted].reduce((sum, stem) => sum + reports.rarity.weight(stem), 0)
  return passage.share - lost.reduce((sum, stem) => sum + reports.rarity.weight(stem), 0) / Math.max(1, all)
}

/** Of those whom a sentence names, the one who gives the part that the statement tells. */
function giverOf(givers: readonly Giver[], passage: Passage, statement: BriefStatement): Giver | null {
  if (givers.length === 0) return null
  // `Northline reported, citing an official`: who's cited stands nearer to what's told.
  const cited = givers.filter(({ mention }) => mention.verb === 'citing')
  const own = givers.filter(({ mention }) => mention.verb !== 'citing')
  if (own.length <= 1 && cited.length > 0)
    return own[0] && own[0].identity.kind === 'person' && own[0].identity.isNamed ? own[0] : cited[0]!
  if (own.length === 1) return isGivenBy(own[0]!, passage, statement) ? own[0]! : null
  const wanted = new Set(termsOf(statement.text).map(({ stem }) => stem))
  const fit = ({ mention }: Giver): number =>
    passage.sentence.terms.filter(
      ({ stem, start, end }) =>
        wanted.has(stem) &&
        start >= mention.scope.start &&
        end <= mention.scope.end &&
        !(start >= mention.start && end <= mention.end)
    ).length
  return own.reduce((best, each) => (fit(each) > fit(best) ? each : best))
}

/** False where all that the statement tells of a sentence lies outside of what its giver tells. */
function isGivenBy({ mention }: Pick<Giver, 'mention'>, { sentence }: Passage, statement: BriefStatement): boolean {
  const wanted = new Set(termsOf(statement.text).map(({ stem }) => stem))
  const named = mentionsIn(sentence)
  const matched = sentence.terms.filter(
    ({ stem, start, end }) => wanted.has(stem) && !named.some((each) => start >= each.start && end <= each.end)
  )
  const inside = matched.filter(({ start, end }) => start < mention.scope.end && end > mention.scope.start)
  return matched.length === 0 || inside.length * 3 >= matched.length
}
