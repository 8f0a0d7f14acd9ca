import { z } from 'zod'
import type { CaseReports } from '../reports/case-reports.ts'
import { passagesOf } from '../reports/passage.ts'
import type { Report } from '../reports/report.ts'
import { LINK_REASONS, type LinkReason, type StatementOrigins } from '../origins/group.ts'

/** What becomes of a statement when sources are withdrawn: the first that holds. */
export const EFFECTS = ['falls', 'single-origin', 'weaker', 'loses-contradiction', 'unchanged'] as const
export type Effect = (typeof EFFECTS)[number]

const Support = z.object({ reports: z.int().nonnegative(), origins: z.int().nonnegative() })
const Weakened = Support.extend({ effect: z.enum(EFFECTS) })

/** What hangs on a source: other sources, statements, quotes. Sources and quotes are named by their keys. */
export const Impact = z.object({
  source: z.string(),
  dependents: z.array(z.object({ source: z.string(), why: z.enum(LINK_REASONS) })),
  statements: z.array(
    z.object({
      /** Id of the brief. */
      brief: z.string(),
      number: z.int().positive(),
      /** Id of the statement's node. */
      statement: z.string(),
      before: Support,
      /** When the source is withdrawn. */
      alone: Weakened,
      /** When all that hang on it are, too. */
      withDependents: Weakened
    })
  ),
  quotes: z.array(z.string())
})
export type Impact = z.infer<typeof Impact>

/** The origins of a brief's statements. */
export interface BriefOrigins {
  brief: string
  statements: readonly StatementOrigins[]
}

/** The sources that hang on one, each by the first reason: as texts, or in some statement. A speaker in common makes none. */
export function dependentsOf(
  reports: CaseReports,
  source: Report,
  briefs: readonly BriefOrigins[]
): { report: Report; why: LinkReason }[] {
  const found = new Map<Report, LinkReason>()
  const note = (report: Report, why: LinkReason): void => {
    const before = found.get(report)
    if (before === undefined || LINK_REASONS.indexOf(why) < LINK_REASONS.indexOf(before)) found.set(report, why)
  }
  for (const { statements } of briefs)
    for (const { links } of statements)
      for (const { report, on, why } of links) if (on === source && why !== 'speaker') note(report, why)
  for (const report of reports.reports) {
    if (report === source) continue
    const why = hangsOn(reports, report, source)
    if (why) note(report, why)
  }
  return reports.reports.flatMap((report) => {
    const why = found.get(report)
    return why === undefined ? [] : [{ report, why }]
  })
}

/** So much of a citing sentence stands in the report that's meant. */
const MEANT = 0.3

/** Why a report as a text hangs on another; null when it doesn't. */
function hangsOn(reports: CaseReports, report: Report, source: Report): LinkReason | null {
  const own = reports.publisherId(source)
  if (isCopiedFrom(reports, report, source)) return 'copy'
  if (own === null || reports.publisherId(report) === own) return null
  // Of several reports of one outlet the one is meant that has most of the sentence.
  const isMeant = (text: string): boolean => {
    const near = reports.rarity.reportsWith(text, MEANT)
    if (!near.has(source)) return false
    const shareOf = (other: Report): number => passagesOf(other, text, reports.rarity)[0]?.share ?? 0
    const share = shareOf(source)
    return [...near].every((other) => other === source || reports.publisherId(other) !== own || shareOf(other) <= share)
  }
  const isOwn = (agency: string): boolean => reports.press.find(agency)?.id === own
  if (
    reports.credits(report).some(({ agency }) => isOwn(agency)) &&
    report.sentences.some(({ isHeading, text }) => !isHeading && isMeant(text))
  )
    return 'credit'
  const accounts = reports.accounts(report)
  return report.sentences.some(({ text }, at) => accounts[at]!.outlets.some(({ id }) => id === own) && isMeant(text))
    ? 'cites'
    : null
}

/** Sentences of the report stand in the source, and the source had them first: it's what the report credits, or it's earlier. */
function isCopiedFrom(reports: CaseReports, report: Report, source: Report): boolean {
  if (!reports.copied.beside(source).has(report)) return false
  if (!report.sentences.some((sentence) => !sentence.isHeading && reports.copied.holders(report, sentence).has(source)))
    return false
  return reports.isUpstream(source, report)
}

/**
 * What falls when a source falls. Listed are the statements that cite it or what hangs on it. It errs on the side of care: reports that an analyst
 * joined count as one origin, those that an analyst parted still fall together, so `briefs` come without partings.
 */
export function impactOf(
  reports: CaseReports,
  source: Report,
  briefs: readonly BriefOrigins[],
  quotes: readonly string[]
): Impact {
  const dependents = dependentsOf(reports, source, briefs)
  const gone = new Set([source.id])
  const all = new Set([source.id, ...dependents.map(({ report }) => report.id)])
  return {
    source: source.key,
    dependents: dependents.map(({ report, why }) => ({ source: report.key, why })),
    statements: briefs.flatMap(({ brief, statements }) =>
      statements
        .filter(({ statement }) => statement.citations.some((citation) => all.has(citation.source)))
        .map((origins) => ({
          brief,
          number: origins.statement.number,
          statement: origins.statement.id,
          before: supportOf(origins, new Set()),
          alone: weakened(origins, gone),
          withDependents: weakened(origins, all)
        }))
    ),
    quotes: [...quotes]
  }
}

function supportOf({ groups }: StatementOrigins, gone: ReadonlySet<string>): z.infer<typeof Support> {
  const left = groups.map((group) => group.filter(({ report }) => !gone.has(report.id)).length)
  return { reports: left.reduce((sum, count) => sum + count, 0), origins: left.filter((count) => count > 0).length }
}

function weakened(origins: StatementOrigins, gone: ReadonlySet<string>): z.infer<typeof Weakened> {
  const before = supportOf(origins, new Set())
  const after = supportOf(origins, gone)
  const contradicts = origins.statement.citations.some(
    ({ source, relation }) => relation === 'contradicts' && gone.has(source)
  )
  const effect: Effect =
    before.reports > 0 && after.reports === 0
      ? 'falls'
      : before.origins > 1 && after.origins === 1
        ? 'single-origin'
        : after.reports < before.reports
          ? 'weaker'
          : contradicts
            ? 'loses-contradiction'
            : 'unchanged'
  return { ...after, effect }
}
