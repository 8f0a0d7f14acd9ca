import { plainText, walkBlocks } from '../brief/walk.ts'
import { withheldText } from '../brief/withheld.ts'
import type { ExportAnalysis, ExportMatrixRow, ExportOrigins, SourcePassage } from '../composition/analysis.ts'
import type { ExportInput } from '../composition/input.ts'
import { hideIn } from './line.ts'
import type { Plan } from './plan.ts'
import { findHidden, type Term } from './terms.ts'

/**
 * What analyses say without what the plan hides. Of a source that is withheld, in whole or for what its text holds, nothing is told that stands in
 * its text: no figure, no date, no chain, no words, and not which items of a statement it holds. How many reports and origins a statement has
 * stays, as its citations do; nothing stays of a statement that is withheld as a whole.
 */
export function redactAnalysis(input: ExportInput, plan: Plan): ExportAnalysis {
  const { analysis } = input
  const words = (text: string): string => hideIn(text, plan.terms)
  const isShown = ({ passage }: { passage: SourcePassage }): boolean => !plan.sources.has(passage.sourceId)
  const figures = analysis.figures.filter(isShown)
  const events = analysis.events.filter(isShown)
  return {
    origins: analysis.origins.flatMap((each) =>
      plan.blocks.get(each.statement)?.whole == null ? redactOrigins(each, plan) : []
    ),
    figures: figures.map((figure) => ({
      id: figure.id,
      value: figure.value,
      high: figure.high,
      bound: figure.bound,
      unit: figure.unit,
      counts: words(figure.counts),
      asOf: figure.asOf,
      asOfRule: figure.asOfRule,
      attribution: figure.attribution.map(words),
      series: figure.series,
      passage: redactPassage(figure.passage, plan.terms)
    })),
    figureRelations: relationsAmong(analysis.figureRelations, figures),
    events: events.map((event) => ({
      id: event.id,
      from: event.from,
      to: event.to,
      approximate: event.approximate,
      time: event.time,
      offset: event.offset,
      rule: event.rule,
      reference: event.reference,
      passage: redactPassage(event.passage, plan.terms),
      event: words(event.event)
    })),
    eventRelations: relationsAmong(analysis.eventRelations, events),
    // Their words may tell what is withheld in words of their own, as in a reduced bundle.
    ownEvents: [],
    matrix: {
      groups: analysis.matrix.groups,
      rows: analysis.matrix.rows.flatMap((row) =>
        plan.blocks.get(row.statement)?.whole == null ? redactRow(row, textsOf(input), plan) : []
      )
    },
    sourcing: {
      summary: withoutWithheld(analysis.sourcing.summary, input, plan),
      descriptors: analysis.sourcing.descriptors
        .filter(({ sourceId }) => !plan.sources.has(sourceId))
        .map(({ sourceId, text }) => ({ sourceId, text: withoutWithheld(text, input, plan) }))
    }
  }
}

/** A text on sources without what is withheld, and without its sentences on sources that are: what is said of one there would tell of it. */
function withoutWithheld(text: string, { sources }: ExportInput, plan: Plan): string {
  const keys = new Map(
    sources.flatMap(({ source }) => {
      const planned = plan.sources.get(source.id)
      return planned?.withheld === 'source' ? [[source.key, planned.reason] as const] : []
    })
  )
  const sentences = text.split(/((?<=[.!?])[ \t]+|\n+)/u).map((sentence) => {
    const named = sentence.match(/\bS[1-9]\d*\b/gu)?.find((key) => keys.has(key))
    return named === undefined ? sentence : withheldText(keys.get(named)!)
  })
  return hideIn(sentences.join(''), plan.terms)
}

function relationsAmong<T extends { a: string; b: string }>(
  relations: readonly T[],
  shown: readonly { id: string }[]
): T[] {
  const ids = new Set(shown.map(({ id }) => id))
  return relations.filter(({ a, b }) => ids.has(a) && ids.has(b))
}

function redactPassage(passage: SourcePassage, terms: readonly Term[]): SourcePassage {
  const { sourceId, start, end, words, locator } = passage
  return { sourceId, start, end, words: hideIn(words, terms), locator }
}

function redactOrigins(each: ExportOrigins, plan: Plan): ExportOrigins {
  const terms = [...plan.terms, ...(plan.blocks.get(each.statement)?.terms ?? [])]
  const planned = (id: string | null) => plan.sources.get(id ?? '')
  return {
    statement: each.statement,
    number: each.number,
    reports: each.reports,
    origins: each.origins.map(({ name, kind, reports }) => {
      // Its name is that which its first report has for it.
      const withheld = planned(reports[0] ?? null)
      return withheld
        ? { name: withheldText(withheld.reason), kind: null, reports }
        : { name: hideIn(name, terms), kind, reports }
    }),
    links: each.links.flatMap(({ report, on, why, passage }) => {
      if (planned(report)?.withheld === 'source') return []
      const told = passage === null || planned(report) ? null : redactPassage(passage, terms)
      return [{ report, on, why, passage: told }]
    }),
    chains: each.chains
      .filter(({ report }) => !planned(report))
      .map(({ report, chain }) => ({ report, chain: chain.map((name) => hideIn(name, terms)) })),
    overruled: each.overruled.map(({ report, with: other, because }) => {
      const withheld = [report, other].map(planned).find((source) => source?.withheld === 'source')
      return { report, with: other, because: withheld ? withheldText(withheld.reason) : hideIn(because, terms) }
    })
  }
}

/** The texts of the statements as the analyses read them, by their ids. */
function textsOf({ brief }: ExportInput): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { node } of walkBlocks(brief.doc))
    if (node.type === 'statement') texts.set(node.attrs.id, plainText(node.content))
  return texts
}

/** A row without the items in which something is hidden, or that are in what is. */
function redactRow(row: ExportMatrixRow, texts: ReadonlyMap<string, string>, plan: Plan): ExportMatrixRow {
  const terms = [...plan.terms, ...(plan.blocks.get(row.statement)?.terms ?? [])]
  const hidden = findHidden(texts.get(row.statement) ?? '', terms)
  const left = row.items.flatMap((item, index) =>
    hidden.some(({ start, end }) => start < item.end && end > item.start) ? [] : [index]
  )
  return {
    statement: row.statement,
    number: row.number,
    // Their places would tell how long is what is hidden before them.
    items: left.map((index) => {
      const { kind, words } = row.items[index]!
      return { kind, start: 0, end: 0, words: hideIn(words, terms) }
    }),
    cells: row.cells.map(({ sourceId, cited, holds }) => ({
      sourceId,
      cited,
      holds: plan.sources.has(sourceId)
        ? []
        : holds.filter((index) => left.includes(index)).map((index) => left.indexOf(index))
    }))
  }
}
