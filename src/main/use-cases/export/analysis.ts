import { columnsOf } from '../../../shared/analysis/matrix/columns.ts'
import type { Place } from '../../../shared/analysis/place.ts'
import { walkBlocks } from '../../../shared/brief/walk.ts'
import type { Brief } from '../../../shared/brief/brief.ts'
import {
  NO_ANALYSIS,
  type ExportAnalysis,
  type ExportEvent,
  type ExportFigure,
  type ExportMatrix,
  type ExportOrigins,
  type ExportOwnEvent,
  type ExportRelation,
  type SourcePassage
} from '../../../shared/composition/analysis.ts'
import type { ExportSource } from '../../../shared/composition/input.ts'
import type { ExportOptions } from '../../../shared/composition/options.ts'
import { OWN_EVENT } from '../../../shared/case/records/own-event.ts'
import { wellFormed } from '../../../shared/composition/printable.ts'
import type { Quote } from '../../../shared/quote/quote.ts'
import { locatorOf } from '../../../shared/source/locator.ts'
import { chronologyAnswer, figuresAnswer } from '../analysis/reading-handlers.ts'
import { sourcingOf } from '../analysis/sourcing.ts'
import type { OpenCase } from '../open-case.ts'

/**
 * What analyses say of a brief, as far as an export of it asks for that: of the sources that it cites alone. They are the answers that the window and
 * the command line give. @throws DossierError `not-found`, `damaged`, `io`
 */
export async function exportAnalysis(
  open: OpenCase,
  brief: Brief,
  sources: readonly ExportSource[],
  options: ExportOptions
): Promise<ExportAnalysis> {
  const cited = new Cited(sources)
  const wants = (appendix: ExportOptions['appendices'][number]): boolean => options.appendices.includes(appendix)
  const saysBasis = options.basis && hasJudgement(brief)
  return wellFormed<ExportAnalysis>({
    origins: wants('origins') || saysBasis ? await originsOf(open, brief, cited) : [],
    ...(wants('figures') ? await figuresOf(open, cited) : NO_FIGURES),
    ...(wants('events') ? await eventsOf(open, cited) : NO_EVENTS),
    ownEvents: wants('events') ? ownEventsOf(open, brief, cited) : NO_ANALYSIS.ownEvents,
    matrix: wants('matrix') ? await matrixOf(open, brief, cited) : NO_ANALYSIS.matrix,
    sourcing: await sourcingFor(open, brief, cited, wants)
  })
}

async function sourcingFor(
  open: OpenCase,
  brief: Brief,
  cited: Cited,
  wants: (appendix: ExportOptions['appendices'][number]) => boolean
): Promise<ExportAnalysis['sourcing']> {
  if (!wants('source-summary') && !wants('descriptors')) return NO_ANALYSIS.sourcing
  const { summary, descriptors } = await sourcingOf(open, brief.id)
  return {
    summary: wants('source-summary') ? summary.text : '',
    descriptors: wants('descriptors')
      ? descriptors.filter(({ sourceId }) => cited.ids.has(sourceId)).map(({ sourceId, text }) => ({ sourceId, text }))
      : []
  }
}

const { figures, figureRelations, events, eventRelations } = NO_ANALYSIS
const NO_FIGURES = { figures, figureRelations }
const NO_EVENTS = { events, eventRelations }

function hasJudgement({ doc }: Brief): boolean {
  for (const { node } of walkBlocks(doc)) if (node.type === 'statement' && node.attrs.kind === 'judgement') return true
  return false
}

/** The sources that a brief cites, by their keys. */
class Cited {
  readonly ids: ReadonlySet<string>
  readonly #byId: ReadonlyMap<string, ExportSource>
  readonly #byKey: ReadonlyMap<string, ExportSource>

  constructor(sources: readonly ExportSource[]) {
    this.#byId = new Map(sources.map((each) => [each.source.id, each]))
    this.ids = new Set(this.#byId.keys())
    this.#byKey = new Map(sources.map((each) => [each.source.key, each]))
  }

  /** The id of a source; none where the brief doesn't cite it. */
  id(key: string): string[] {
    const source = this.#byKey.get(key)
    return source ? [source.source.id] : []
  }

  /** A place in a source; none where the brief doesn't cite that. */
  passage({ source: key, start, end, exact }: Place): SourcePassage[] {
    const exported = this.#byKey.get(key)
    if (!exported) return []
    const locator = locatorOf(exported.text.blocks, { start, end })
    return [{ sourceId: exported.source.id, start, end, words: exact, locator }]
  }

  /** The passage of a quote; none where it is deleted, or the brief doesn't cite its source. */
  quoted(quote: Quote | undefined): SourcePassage[] {
    const exported = this.#byId.get(quote?.sourceId ?? '')
    if (!quote || quote.deletedAt !== null || !exported) return []
    const { start, end, exact } = quote.target
    const { text, blocks } = exported.text
    const stands = text.slice(start, end) === exact
    const locator = stands ? locatorOf(blocks, { start, end }) : null
    return [{ sourceId: exported.source.id, start, end, words: exact, locator }]
  }
}

async function originsOf(open: OpenCase, brief: Brief, cited: Cited): Promise<ExportOrigins[]> {
  const { statements } = await open.analysis.origins(brief.id)
  return statements.map((each) => ({
    statement: each.statement,
    number: each.number,
    reports: each.reports.flatMap((key) => cited.id(key)),
    origins: each.origins.map(({ name, kind, reports }) => ({
      name,
      kind,
      reports: reports.flatMap((key) => cited.id(key))
    })),
    links: each.links.flatMap(({ report, on, why, place }) =>
      cited.id(report).map((id) => ({
        report: id,
        on: on === null ? null : (cited.id(on)[0] ?? null),
        why,
        passage: cited.passage(place)[0] ?? null
      }))
    ),
    chains: each.chains.flatMap(({ report, chain }) => cited.id(report).map((id) => ({ report: id, chain }))),
    overruled: each.overruled.flatMap(({ report, with: other, because }) =>
      cited
        .id(report)
        .map((id) => ({ report: id, with: other === null ? null : (cited.id(other)[0] ?? null), because }))
    )
  }))
}

async function figuresOf(open: OpenCase, cited: Cited): Promise<Pick<ExportAnalysis, 'figures' | 'figureRelations'>> {
  const answer = await figuresAnswer(open, (place) => place, cited.ids)
  const series = new Map<string, number>()
  const figures = answer.figures.flatMap((figure): ExportFigure[] => {
    if (!series.has(figure.series)) series.set(figure.series, series.size + 1)
    const { id, value, high, bound, unit, counts, asOf, asOfRule, attribution } = figure
    return cited.passage(figure).map((passage) => ({
      ...{ id, value, high, bound, unit, counts, asOf, asOfRule, attribution },
      series: series.get(figure.series)!,
      passage
    }))
  })
  const relations = answer.relations.map(({ a, b, kind, newer }) => ({ a, b, kind, newer }))
  return { figures, figureRelations: among(relations, figures) }
}

async function eventsOf(open: OpenCase, cited: Cited): Promise<Pick<ExportAnalysis, 'events' | 'eventRelations'>> {
  const answer = await chronologyAnswer(open, (place) => place, cited.ids)
  const events = answer.entries.flatMap((entry): ExportEvent[] => {
    const { id, from, to, approximate, time, offset, rule, reference, event } = entry
    return cited.passage(entry).map((passage) => ({
      ...{ id, from, to, approximate, time, offset, rule, reference },
      passage,
      event: event.exact
    }))
  })
  const relations = answer.relations.map((relation) => ({ ...relation, newer: null }))
  return { events, eventRelations: among(relations, events) }
}

/**
 * The events that the analyst entered, of those that a statement of the brief tells of or a quote of a cited source bears out: what hangs on neither is a note of
 * one's own, and isn't handed out.
 */
function ownEventsOf(open: OpenCase, { id: briefId }: Brief, cited: Cited): ExportOwnEvent[] {
  const quotes = new Map(open.store.catalogue.quotes().map((quote) => [quote.id, quote]))
  return open.store
    .records(OWN_EVENT)
    .list()
    .map(({ id, from, to, approximate, words, ...linked }) => ({
      ...{ id, from, to, approximate, words },
      statements: linked.statements.flatMap((place) => (place.briefId === briefId ? [place.statementId] : [])),
      passages: linked.quotes.flatMap((quote) => cited.quoted(quotes.get(quote)))
    }))
    .filter(({ statements, passages }) => statements.length > 0 || passages.length > 0)
}

/** The relations between those that are printed. */
function among<Kind>(
  relations: readonly ExportRelation<Kind>[],
  printed: readonly { id: string }[]
): ExportRelation<Kind>[] {
  const ids = new Set(printed.map(({ id }) => id))
  return relations.filter(({ a, b }) => ids.has(a) && ids.has(b))
}

async function matrixOf(open: OpenCase, brief: Brief, cited: Cited): Promise<ExportMatrix> {
  const matrix = await open.analysis.matrix(brief.id)
  const groups: string[][] = []
  for (const { source, starts } of columnsOf(matrix)) {
    if (starts || groups.length === 0) groups.push([])
    groups.at(-1)!.push(...cited.id(source))
  }
  return {
    groups: groups.filter((group) => group.length > 0),
    rows: matrix.rows.map(({ statement, number, items, cells }) => ({
      statement,
      number,
      items: items.map(({ kind, start, end, exact }) => ({ kind, start, end, words: exact })),
      cells: cells.flatMap(({ source, cited: relation, holds }) =>
        cited.id(source).map((sourceId) => ({ sourceId, cited: relation, holds }))
      )
    }))
  }
}
