import type { BriefDocument } from '../../brief/brief.ts'
import type { Finding } from '../../brief/check.ts'
import { blockText, walkBlocks } from '../../brief/walk.ts'
import { toPlace } from '../place.ts'
import type { BriefStatement } from '../statements/statements.ts'
import type { LintAnswer } from './answer.ts'
import { SEVERITY_OF, type LintFinding } from './codes.ts'
import { mixedRows } from './likelihood.ts'

type Told = LintAnswer['findings'][number]

/** What was put aside: it stays so as long as the statement's text is what it was. */
export interface Dismissal {
  statementId: string
  code: string
  exact: string
  text: string
}

/** All that was found in a brief, by number, then by place; with what its check found of quotes and citations, under the codes it has there. */
export function lintBrief(
  all: readonly { statement: BriefStatement; findings: readonly LintFinding[] }[],
  { check, doc, dismissals }: { check: readonly Finding[]; doc: BriefDocument; dismissals: readonly Dismissal[] }
): LintAnswer {
  const mixed = mixedRows(all.map(({ statement }) => statement))
  const own = all.flatMap(({ statement, findings }) => {
    const more =
      mixed?.statement === statement &&
      !findings.some(({ code, start }) => code === mixed.finding.code && start === mixed.finding.start)
    return [...findings, ...(more ? [mixed.finding] : [])]
      .filter((finding) => !isDismissed(finding, statement, dismissals))
      .map(({ code, start, end, message, evidence }): Told => ({
        code,
        severity: SEVERITY_OF[code],
        statement: statement.id,
        number: statement.number,
        start,
        end,
        exact: statement.text.slice(start, end),
        message,
        evidence: evidence.map(toPlace)
      }))
  })
  const numbers = new Map(all.map(({ statement }) => [statement.id, statement.number]))
  const texts = new Map([...walkBlocks(doc)].map(({ node }) => [node.attrs.id, blockText(node)]))
  const known = check.flatMap(({ code, nodeId, message }): Told[] => {
    // What it says of statements without support is told above.
    if (nodeId === null || code === 'unsupported-statement') return []
    const text = texts.get(nodeId) ?? ''
    return [
      {
        code,
        severity: 'error',
        statement: nodeId,
        number: numbers.get(nodeId) ?? null,
        start: 0,
        end: text.length,
        exact: text,
        message,
        evidence: []
      }
    ]
  })
  return {
    findings: [...own, ...known].sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || a.start - b.start)
  }
}

function isDismissed(
  { code, start, end }: LintFinding,
  { id, text }: BriefStatement,
  dismissals: readonly Dismissal[]
): boolean {
  const exact = text.slice(start, end)
  return dismissals.some(
    (each) => each.statementId === id && each.code === code && each.text === text && each.exact === exact
  )
}
