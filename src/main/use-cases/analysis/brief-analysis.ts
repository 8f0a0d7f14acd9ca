import { setImmediate as nextTurn } from 'node:timers/promises'
import { originsAnswer, type OriginsAnswer, type OriginsChange } from '../../../shared/analysis/origins/answer.ts'
import { originsOfStatement, type Overruling, type StatementOrigins } from '../../../shared/analysis/origins/group.ts'
import { chronologyOf } from '../../../shared/analysis/chronology/chronology.ts'
import { figuresOf } from '../../../shared/analysis/figures/figures.ts'
import type { CaseFacts } from '../../../shared/analysis/lint/changed.ts'
import { impactOf, type Impact } from '../../../shared/analysis/impact/impact.ts'
import type { LintAnswer } from '../../../shared/analysis/lint/answer.ts'
import { lintBrief } from '../../../shared/analysis/lint/lint-brief.ts'
import type { LintFinding } from '../../../shared/analysis/lint/codes.ts'
import { lintStatement } from '../../../shared/analysis/lint/lint-statement.ts'
import { matrixOf, type Matrix } from '../../../shared/analysis/matrix/matrix.ts'
import type { CaseReports } from '../../../shared/analysis/reports/case-reports.ts'
import {
  statementsOf,
  type BriefStatement,
  type CitationLookup
} from '../../../shared/analysis/statements/statements.ts'
import { checkBrief, type CheckLookup } from '../../../shared/brief/check-brief.ts'
import type { Brief, BriefDocument, Statement } from '../../../shared/brief/brief.ts'
import { LINT_DISMISSAL } from '../../../shared/case/records/lint-dismissal.ts'
import { ORIGIN_OVERRULING } from '../../../shared/case/records/origin-overruling.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import type { Quote } from '../../../shared/quote/quote.ts'
import { Turns } from '../../base/turns.ts'
import type { CaseStore } from '../../store/case-store.ts'
import type { ReportedCase, ReportsOfCase } from './case-reports.ts'
import { figureOverrulings } from './figures-of-case.ts'
import type { Readings } from './readings.ts'
import { SourceChanges } from './source-changes.ts'

/** What is analysed: the sources and briefs of an open case. */
export interface AnalysedCase extends ReportedCase {
  readonly store: Pick<CaseStore, 'settled' | 'documents' | 'records' | 'catalogue'>
  brief(id: string): Brief
  briefRows(): { id: string }[]
  lookupFor(brief: Brief): Promise<CheckLookup>
}

/** What was found of a statement, kept as long as neither it nor the case's reports change; where it stands makes no difference. */
interface Known {
  origins: StatementOrigins
  findings: readonly LintFinding[] | null
  /** What the findings were looked up in. */
  facts: CaseFacts | null
}

/** What the briefs of an open case rest on: origins, lint, impact, matrix. A statement is analysed anew when it or the case's reports change. */
export class BriefAnalysis {
  readonly #open: AnalysedCase
  readonly #reports: ReportsOfCase
  readonly #readings: Readings
  readonly #known = new WeakMap<CaseReports, Map<string, Known>>()
  /** What was told last of a brief: the groups of its statements, which are other ones when anything of these is. */
  readonly #told = new Map<string, { at: number; origins: ReadonlyMap<string, StatementOrigins['groups']> }>()
  #tellings = 0
  readonly #numbers = new WeakMap<BriefDocument, ReadonlyMap<string, number>>()
  readonly #quoteChanges = new SourceChanges()
  #quotes: ReadonlyMap<string, Quote> = new Map()
  readonly #facts = new WeakMap<CaseReports, { overruled: string; facts: CaseFacts }>()
  /** One question after the other: each lets the program's other work come in between its statements. */
  readonly #answers = new Turns()

  constructor(open: AnalysedCase, reports: ReportsOfCase, readings: Readings) {
    this.#open = open
    this.#reports = reports
    this.#readings = readings
  }

  /** Where what a brief's statements say comes from. @throws DossierError `not-found` */
  origins(briefId: string): Promise<OriginsAnswer> {
    return this.#answers.run(async () => {
      const reports = await this.#reports.get()
      const origins = await this.#originsOf(reports, this.#open.brief(briefId))
      return originsAnswer(origins, (id) => reports.byId.get(id)?.key ?? id)
    })
  }

  /** The same as far as it changed since it was told last under this name. @throws DossierError `not-found` */
  originsSince(briefId: string, since: number | null): Promise<OriginsChange> {
    return this.#answers.run(() => this.#originsSince(briefId, since))
  }

  async #originsSince(briefId: string, since: number | null): Promise<OriginsChange> {
    const reports = await this.#reports.get()
    const all = await this.#originsOf(reports, this.#open.brief(briefId))
    const told = this.#told.get(briefId)
    const isWhole = told === undefined || told.at !== since
    const before = isWhole ? new Map<string, StatementOrigins['groups']>() : told.origins
    const origins = new Map(all.map(({ statement, groups }) => [statement.id, groups]))
    const at = ++this.#tellings
    this.#told.set(briefId, { at, origins })
    const changed = all.filter(({ statement, groups }) => before.get(statement.id) !== groups)
    return {
      ...{ at, isWhole },
      ...originsAnswer(changed, (id) => reports.byId.get(id)?.key ?? id),
      gone: [...before.keys()].filter((id) => !origins.has(id))
    }
  }

  /** What lint finds in a brief, but what was dismissed. @throws DossierError `not-found` */
  lint(briefId: string): Promise<LintAnswer> {
    return this.#answers.run(() => this.#lint(briefId))
  }

  async #lint(briefId: string): Promise<LintAnswer> {
    const reports = await this.#reports.get()
    const brief = this.#open.brief(briefId)
    const statements = this.#statementsOf(reports, brief)
    const overrulings = this.#overrulingsOf(briefId)
    const facts = await this.#factsOf(reports)
    const findings: { statement: BriefStatement; findings: readonly LintFinding[] }[] = []
    for (const statement of statements) {
      const known = await this.#knownOf(reports, statement, overrulings)
      if (known.facts !== facts || !known.findings) {
        await nextTurn()
        known.findings = lintStatement(reports, statement, known.origins, { date: brief.date, facts })
        known.facts = facts
      }
      findings.push({ statement, findings: known.findings })
    }
    return lintBrief(findings, {
      check: checkBrief(brief.doc, await this.#open.lookupFor(brief)).findings,
      doc: brief.doc,
      dismissals: this.#open.store.records(LINT_DISMISSAL).list({ of: 'brief', id: briefId })
    })
  }

  /** What lint finds in a statement as it's being written, but what was dismissed. @throws DossierError `not-found` */
  async lintStatement(briefId: string, node: Statement): Promise<LintAnswer> {
    const reports = await this.#reports.get()
    const brief = this.#open.brief(briefId)
    const [section] = brief.doc.content
    const doc: BriefDocument = { ...brief.doc, content: [{ ...section!, content: [section!.content[0], node] }] }
    const [statement] = statementsOf(doc, this.#citations(reports))
    if (!statement) return { findings: [] }
    const facts = await this.#factsOf(reports)
    const origins = originsOfStatement(reports, statement, this.#overrulingsOf(briefId).get(statement.id) ?? [])
    // Not kept: the next key makes another statement of it.
    const findings = lintStatement(reports, statement, origins, { date: brief.date, facts })
    const number = this.#numbersOf(reports, brief).get(statement.id) ?? statement.number
    return lintBrief([{ statement: { ...statement, number }, findings }], {
      check: [],
      doc,
      dismissals: this.#open.store.records(LINT_DISMISSAL).list({ of: 'brief', id: briefId })
    })
  }

  /** What falls when a source falls. @throws DossierError `not-found` */
  impact(sourceId: string): Promise<Impact> {
    return this.#answers.run(() => this.#impact(sourceId))
  }

  async #impact(sourceId: string): Promise<Impact> {
    const reports = await this.#reports.get()
    const source = reports.byId.get(sourceId)
    if (!source) throw new DossierError('not-found', 'This source is no longer in the case, or its text can’t be read.')
    const briefs: { brief: string; statements: StatementOrigins[] }[] = []
    for (const brief of this.#open.briefRows().map(({ id }) => this.#open.brief(id)))
      briefs.push({ brief: brief.id, statements: await this.#originsOf(reports, brief, 'joined') })
    const quotes = this.#open.store.catalogue.quotes().filter((quote) => quote.sourceId === sourceId)
    return impactOf(
      reports,
      source,
      briefs,
      quotes.map(({ key }) => key)
    )
  }

  /** Which source says what of each statement. @throws DossierError `not-found` */
  matrix(briefId: string): Promise<Matrix> {
    return this.#answers.run(async () => {
      const reports = await this.#reports.get()
      const brief = this.#open.brief(briefId)
      return matrixOf(reports, await this.#originsOf(reports, brief), brief.date)
    })
  }

  /** What the sources count and date. */
  async #factsOf(reports: CaseReports): Promise<CaseFacts> {
    const overrulings = figureOverrulings(this.#open.store)
    const overruled = JSON.stringify(overrulings)
    const before = this.#facts.get(reports)
    if (before?.overruled === overruled) return before.facts
    const readings = await this.#readings.get()
    const facts = { figures: figuresOf(readings, overrulings), chronology: chronologyOf(readings) }
    this.#facts.set(reports, { overruled, facts })
    return facts
  }

  async #originsOf(reports: CaseReports, brief: Brief, which: 'all' | 'joined' = 'all'): Promise<StatementOrigins[]> {
    const overrulings = this.#overrulingsOf(brief.id, which)
    const origins: StatementOrigins[] = []
    for (const statement of this.#statementsOf(reports, brief))
      origins.push((await this.#knownOf(reports, statement, overrulings)).origins)
    return origins
  }

  /** Analyses a statement unless that's known. */
  async #knownOf(
    reports: CaseReports,
    statement: BriefStatement,
    overrulings: ReadonlyMap<string, readonly Overruling[]>
  ): Promise<Known> {
    const own = overrulings.get(statement.id) ?? []
    const all = this.#known.get(reports) ?? new Map<string, Known>()
    this.#known.set(reports, all)
    const name = JSON.stringify([{ ...statement, number: 0 }, own])
    const before = all.get(name)
    if (before) {
      if (before.origins.statement.number !== statement.number) before.origins = { ...before.origins, statement }
      return before
    }
    await nextTurn()
    const known: Known = { origins: originsOfStatement(reports, statement, own), findings: null, facts: null }
    all.set(name, known)
    return known
  }

  #overrulingsOf(briefId: string, which: 'all' | 'joined' = 'all'): Map<string, Overruling[]> {
    const found = new Map<string, Overruling[]>()
    const records = this.#open.store.records(ORIGIN_OVERRULING).list({ of: 'brief', id: briefId })
    for (const record of records
      .filter(({ join }) => which === 'all' || join !== null)
      .sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1)))
      found.set(record.statementId, [...(found.get(record.statementId) ?? []), record])
    return found
  }

  #statementsOf(reports: CaseReports, brief: Brief): BriefStatement[] {
    return statementsOf(brief.doc, this.#citations(reports))
  }

  /** The numbers of a brief's statements, as it is saved. */
  #numbersOf(reports: CaseReports, brief: Brief): ReadonlyMap<string, number> {
    const before = this.#numbers.get(brief.doc)
    if (before) return before
    const numbers = new Map(this.#statementsOf(reports, brief).map(({ id, number }) => [id, number]))
    this.#numbers.set(brief.doc, numbers)
    return numbers
  }

  /** Where what is cited stands. */
  #citations(reports: CaseReports): CitationLookup {
    const { store } = this.#open
    if (this.#quoteChanges.take(store)) {
      try {
        this.#quotes = new Map(store.catalogue.quotes().map((quote) => [quote.id, quote]))
      } catch (error) {
        this.#quoteChanges.giveBack()
        throw error
      }
    }
    const quotes = this.#quotes
    return {
      hasSource: (id) => reports.byId.has(id),
      quote: (id) => {
        const quote = quotes.get(id)
        return quote && quote.deletedAt === null && reports.byId.has(quote.sourceId)
          ? { source: quote.sourceId, start: quote.target.start, end: quote.target.end }
          : undefined
      }
    }
  }
}
