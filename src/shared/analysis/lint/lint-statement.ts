import type { CaseReports } from '../reports/case-reports.ts'
import type { StatementOrigins } from '../origins/group.ts'
import type { BriefStatement } from '../statements/statements.ts'
import { denialsUncited, outOfAttribution, saysWhose } from './assertion.ts'
import { changedSince, type CaseFacts } from './changed.ts'
import type { LintFinding } from './codes.ts'
import { likelihoodMismatch, likelihoodWithConfidence } from './likelihood.ts'
import { unsupportedItems } from './unsupported-items.ts'
import { weaselWords } from './weasel.ts'

/** Sections that list what isn't known: their statements claim nothing that a source could support. */
const GAPS = /^(?:(?:intelligence|information|knowledge|evidence) )?gaps\b|^open questions\b|^unknowns\b/iu

/** What lint finds in a statement by itself; what only the whole brief tells (`mixedRows`) comes beside it. */
export function lintStatement(
  reports: CaseReports,
  statement: BriefStatement,
  origins: StatementOrigins,
  { date, facts }: { date: string; facts: CaseFacts }
): LintFinding[] {
  const isSpared = statement.kind === 'assumption' || GAPS.test(statement.section)
  const isSupported = statement.citations.some(({ relation }) => relation === 'supports')
  const found: LintFinding[] = [
    ...likelihoodWithConfidence(statement),
    ...likelihoodMismatch(statement),
    ...(isSpared ? [] : weaselWords(statement))
  ]
  if (!isSupported && !isSpared) found.push(unsupported(statement))
  if (isSupported && !isSpared) {
    const outside = outOfAttribution(reports, statement)
    found.push(...outside, ...singleOrigin(statement, origins), ...unsupportedItems(reports, statement, date))
    const changed = changedSince(reports, facts, statement, date)
    found.push(...changed.filter(({ code }) => code === 'stale-figure' || outside.length === 0))
    if (outside.length === 0 && !changed.some(({ code }) => code === 'contradiction-uncited'))
      found.push(...denialsUncited(reports, statement))
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

function unsupported(statement: BriefStatement): LintFinding {
  return {
    code: 'unsupported-statement',
    start: 0,
    end: statement.text.length,
    message: 'No quote or source supports this statement.',
    evidence: []
  }
}

/** A fact of several reports that all have it from one origin, told as if they bore each other out. */
function singleOrigin(statement: BriefStatement, { provenances, groups, links }: StatementOrigins): LintFinding[] {
  if (statement.kind !== 'fact' || provenances.length < 2 || groups.length !== 1 || saysWhose(statement.text)) return []
  const name = groups[0]![0]!.name
  return [
    {
      code: 'single-origin-fact',
      start: 0,
      end: statement.text.length,
      message: `${provenances.length} reports are cited, and all have it from one origin: ${name}. Say whose account it is, or cite another origin.`,
      evidence: links.map(({ place }) => place)
    }
  ]
}
