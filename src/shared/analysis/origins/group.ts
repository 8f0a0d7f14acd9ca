import type { CaseReports } from '../reports/case-reports.ts'
import { isPublishedBy, isSameGiver } from '../reports/giver-kind.ts'
import { passagesOf } from '../reports/passage.ts'
import type { Report } from '../reports/report.ts'
import type { BriefStatement } from '../statements/statements.ts'
import { provenanceOf, type PlaceIn, type Provenance } from './first-hand.ts'

/** Why a report doesn't have it first hand. */
export const LINK_REASONS = ['copy', 'credit', 'cites', 'speaker'] as const
export type LinkReason = (typeof LINK_REASONS)[number]

/** What a report hangs on; `on` is null where the case doesn't have it. */
export interface OriginLink {
  report: Report
  on: Report | null
  why: LinkReason
  place: PlaceIn
}

/** Where what a statement says comes from. */
export interface StatementOrigins {
  statement: BriefStatement
  /** In the order of the sources' numbers. */
  provenances: readonly Provenance[]
  /** The reports of each origin, in the order of the first report of each. */
  groups: readonly (readonly Provenance[])[]
  links: readonly OriginLink[]
  overruled: readonly Overruling[]
}

/** What the analyst says against the rules: a report is an origin of its own, or two are one. */
export interface Overruling {
  id: string
  split: string | null
  join: readonly [string, string] | null
  because: string
}

/** Groups the reports that a statement cites in support by where what it says comes from. */
export function originsOfStatement(
  reports: CaseReports,
  statement: BriefStatement,
  overrulings: readonly Overruling[] = []
): StatementOrigins {
  const cited = new Set(
    statement.citations.flatMap(({ source, relation }) => (relation === 'supports' ? [source] : []))
  )
  const provenances = reports.reports
    .filter(({ id }) => cited.has(id))
    .map((report) => provenanceOf(reports, report, statement))
  const links = provenances.flatMap((each) => linkOf(reports, each, provenances) ?? [])
  const sets = new Sets(provenances.map(({ report }) => report.id))
  for (let a = 0; a < provenances.length; a++) {
    for (let b = a + 1; b < provenances.length; b++) {
      if (isOneOrigin(reports, provenances[a]!, provenances[b]!))
        sets.join(provenances[a]!.report.id, provenances[b]!.report.id)
    }
  }
  for (const { report, on, why } of links) if (on && cited.has(on.id) && why !== 'speaker') sets.join(report.id, on.id)
  const holding = overrulings.filter(
    ({ split, join }) => (split === null || cited.has(split)) && (join === null || join.every((id) => cited.has(id)))
  )
  for (const { split, join } of holding) {
    if (split !== null) sets.part(split)
    if (join !== null) sets.join(join[0], join[1])
  }
  const groups = sets.all().map((ids) => provenances.filter(({ report }) => ids.includes(report.id)))
  return { statement, provenances, groups, links, overruled: holding }
}

function isOneOrigin(reports: CaseReports, a: Provenance, b: Provenance): boolean {
  if (isCopy(reports, a, b.report) || isCopy(reports, b, a.report)) return true
  // Who is named and differs gives an account of its own, whatever agency passed it on.
  const differ =
    a.giver !== null &&
    b.giver !== null &&
    a.giver.identity.isNamed &&
    b.giver.identity.isNamed &&
    !isSameGiver(a.giver.identity, b.giver.identity)
  if (sharesPress(reports, a, b)) return !differ
  return sharesGiver(a, b)
}

/** Both have it from the same, or one is what the other's giver published itself: `a survey by Demos`, and the page of Demos. */
function sharesGiver(a: Provenance, b: Provenance): boolean {
  if (a.giver === null || b.giver === null || (isOwnReporting(a) && isOwnReporting(b))) return false
  if (isSameGiver(a.giver.identity, b.giver.identity)) return true
  return (
    (isVoice(a) && isPublishedBy(b.giver.identity, a.giver.identity)) ||
    (isVoice(b) && isPublishedBy(a.giver.identity, b.giver.identity))
  )
}

/** An outlet has it itself and names nobody. */
function isOwnReporting({ chain, kind }: Provenance): boolean {
  return chain.length === 1 && kind === 'outlet'
}

/** Both are credited to one agency, one of them is that agency's own, or one says that it has it from the other or from the same outlet. */
function sharesPress(reports: CaseReports, a: Provenance, b: Provenance): boolean {
  const of = (each: Provenance): Set<string> => new Set([...each.credits, ...each.cites].map(({ id }) => id))
  const [inA, inB] = [of(a), of(b)]
  const [ownA, ownB] = [reports.publisherId(a.report), reports.publisherId(b.report)]
  if ((ownB !== null && inA.has(ownB)) || (ownA !== null && inB.has(ownA))) return true
  return [...inA].some((id) => inB.has(id))
}

function isCopy(reports: CaseReports, { report, passage }: Provenance, other: Report): boolean {
  return passage !== null && !passage.sentence.isHeading && reports.copied.holders(report, passage.sentence).has(other)
}

/** Why a report doesn't have it first hand, by the first reason that holds. Null when it does. */
function linkOf(reports: CaseReports, provenance: Provenance, all: readonly Provenance[]): OriginLink | null {
  const { report, passage, credits, cites, giver, place } = provenance
  const named = new Set([...credits, ...cites].map(({ id }) => id))
  const whole = passage ? { report, start: passage.sentence.start, end: passage.sentence.end } : place
  if (passage && !passage.sentence.isHeading) {
    const upstream = [...reports.copied.holders(report, passage.sentence)].filter((other) =>
      reports.isUpstream(other, report, named)
    )
    const [on] = upstream.sort((a, b) => reports.rank(a, named) - reports.rank(b, named) || reports.order(a, b))
    if (on) return { report, on, why: 'copy', place: whole }
  }
  const [credit] = credits
  if (credit) return { report, on: ownReport(reports, credit.id, provenance), why: 'credit', place: credit.place }
  const [citation] = cites
  if (citation) return { report, on: ownReport(reports, citation.id, provenance), why: 'cites', place: citation.place }
  if (giver) {
    const before = all.filter(
      (other) =>
        other.report !== report &&
        other.giver !== null &&
        sharesGiver(provenance, other) &&
        !hangsOn(reports, other, report) &&
        isHeardBefore(reports, other, provenance)
    )
    const [first] = before.sort((a, b) => Number(isVoice(b)) - Number(isVoice(a)) || reports.order(a.report, b.report))
    if (first) return { report, on: first.report, why: 'speaker', place }
  }
  return null
}

/** A report that copies another, or has it from its publisher, hasn't heard it before. */
function hangsOn(
  reports: CaseReports,
  { report: other, passage, credits, cites }: Provenance,
  report: Report
): boolean {
  const own = reports.publisherId(report)
  if ([...credits, ...cites].some(({ id }) => id === own)) return true
  return (
    passage !== null && reports.copied.holders(other, passage.sentence).has(report) && reports.isUpstream(report, other)
  )
}

/** The publisher itself gives the account. */
function isVoice({ giver, chain }: Provenance): boolean {
  return giver !== null && chain.length === 1
}

function isHeardBefore(reports: CaseReports, other: Provenance, provenance: Provenance): boolean {
  const [theirs, ours] = [isVoice(other), isVoice(provenance)]
  return theirs === ours ? reports.order(other.report, provenance.report) < 0 : theirs
}

/** So much of a sentence an outlet's own report must have to be the one that's meant. */
const MEANT = 0.3

/** The report of an outlet or agency on which another hangs: of several the one that has the passage. Null when the case has none. */
function ownReport(reports: CaseReports, id: string, { report, passage }: Provenance): Report | null {
  if (!passage) return null
  const near = reports.rarity.reportsWith(passage.sentence.text, MEANT)
  const own = [...near].filter((other) => other !== report && reports.publisherId(other) === id)
  const fit = own.map((other) => ({
    other,
    share: passagesOf(other, passage.sentence.text, reports.rarity)[0]?.share ?? 0
  }))
  const [best] = fit.sort((a, b) => b.share - a.share || reports.order(a.other, b.other))
  return best?.other ?? null
}

/** Disjoint sets of ids, in the order of their first. */
class Sets {
  #of: Map<string, number>
  readonly #ids: readonly string[]

  constructor(ids: readonly string[]) {
    this.#ids = ids
    this.#of = new Map(ids.map((id, at) => [id, at]))
  }

  join(a: string, b: string): void {
    const [from, to] = [this.#of.get(b)!, this.#of.get(a)!]
    for (const [id, set] of this.#of) if (set === from) this.#of.set(id, to)
  }

  part(id: string): void {
    this.#of.set(id, Math.max(...this.#of.values()) + 1)
  }

  all(): string[][] {
    const sets = new Map<number, string[]>()
    for (const id of this.#ids) {
      const set = this.#of.get(id)!
      sets.set(set, [...(sets.get(set) ?? []), id])
    }
    return [...sets.values()]
  }
}
