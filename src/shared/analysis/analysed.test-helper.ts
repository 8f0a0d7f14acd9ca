import { mapReferences } from '../brief/map.ts'
import { readBriefMarkdown } from '../brief/markdown/read.ts'
import { chronologyOf } from './chronology/chronology.ts'
import { readChronology } from './chronology/read-chronology.ts'
import { figuresOf } from './figures/figures.ts'
import { readFigures } from './figures/read-figures.ts'
import { impactOf, type Impact } from './impact/impact.ts'
import { mixedRows } from './lint/likelihood.ts'
import { lintStatement } from './lint/lint-statement.ts'
import { matrixOf, type Matrix } from './matrix/matrix.ts'
import { originsAnswer, type OriginsAnswer } from './origins/answer.ts'
import { originsOfStatement, type Overruling, type StatementOrigins } from './origins/group.ts'
import { caseReports } from './reports/case-reports.ts'
import { readReport, type Report } from './reports/report.ts'
import { statementsOf } from './statements/statements.ts'

/** A made report: who published it when, and its lines, the headline first. */
export interface Made {
  publisher: string
  published: string
  lines: readonly string[]
  /** Lines that import took out, such as a byline. */
  credits?: readonly string[]
}

function reportOf({ publisher, published, lines, credits = [] }: Made, at: number): Report {
  let offset = 0
  const blocks = lines.map((line, index) => {
    const block = { type: index === 0 ? 'heading' : 'paragraph', start: offset, end: offset + line.length } as const
    offset = block.end + 1
    return index === 0 ? { ...block, level: 1 } : block
  })
  const text = lines.join('\n')
  return readReport({
    id: `id${at + 1}`,
    key: `S${at + 1}`,
    title: lines[0]!,
    publisher,
    published,
    agencies: [],
    lines: credits,
    language: 'en',
    text,
    blocks
  })
}

/** Made reports and statements, analysed: a statement is a line of a brief's Markdown. */
export function analysed(
  made: readonly Made[],
  statements: readonly string[],
  { date = '2035-05-20', overrulings = [] }: { date?: string; overrulings?: readonly Overruling[] } = {}
): {
  origins: OriginsAnswer['statements']
  /** Codes with the words concerned, by the statements' numbers; a whole statement's words are left out. */
  findings: Record<number, string[]>
  impact: (key: string) => Impact
  matrix: Matrix
} {
  const reports = caseReports(made.map(reportOf))
  let nodes = 0
  const read = readBriefMarkdown(`## Facts\n\n${statements.join('\n\n')}\n`, () => `n${++nodes}`)
  const idOf = (label: string | null): string | null => reports.reports.find(({ key }) => key === label)?.id ?? null
  const sections = mapReferences(read.sections, {
    citation: (node) => ({ ...node, attrs: { ...node.attrs, label: null, sourceId: idOf(node.attrs.label) } }),
    quoteBlock: (node) => node,
    figure: (node) => node
  })
  const all = statementsOf(
    { type: 'doc', content: sections },
    { quote: () => undefined, hasSource: (id) => reports.byId.has(id) }
  )
  const origins: StatementOrigins[] = all.map((statement) => originsOfStatement(reports, statement, overrulings))
  const readings = reports.reports.map((report) => {
    const events = readChronology(report.text, report.blocks, report.language)
    const figures = readFigures(
      report,
      events.map((event) => event.date)
    )
    return { ...report, events, figures }
  })
  const facts = { figures: figuresOf(readings), chronology: chronologyOf(readings) }
  const mixed = mixedRows(all)
  const findings: Record<number, string[]> = {}
  for (const [at, statement] of all.entries()) {
    const found = lintStatement(reports, statement, origins[at]!, { date, facts })
    if (mixed?.statement === statement) found.push(mixed.finding)
    if (found.length > 0)
      findings[statement.number] = found.map(({ code, start, end }) =>
        end - start === statement.text.length ? code : `${code} ${statement.text.slice(start, end)}`
      )
  }
  return {
    origins: originsAnswer(origins, (id) => reports.byId.get(id)!.key).statements,
    findings,
    impact: (key) =>
      impactOf(
        reports,
        reports.reports.find((report) => report.key === key)!,
        [{ brief: 'b', statements: origins }],
        []
      ),
    matrix: matrixOf(reports, origins, date)
  }
}
