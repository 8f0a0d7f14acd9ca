import type { Brief, Citation, Figure, QuoteBlock } from '../brief/brief.ts'
import { mapReferences } from '../brief/map.ts'
import type { Withheld } from '../brief/withheld.ts'
import type { BriefRecord, CaseRecord, SourceRecord } from '../case/case.ts'
import type { Holdings } from '../case/records/kind.ts'
import { bareGrading } from '../source/grading.ts'
import { TLP_LABELS, type Tlp } from '../source/source.ts'

/** What stands in a reduced bundle where something was left out. */
export const WITHHELD_LABEL = 'withheld'
export const WITHHELD_WORDS = '[Withheld: restricted source]'
export const WITHHELD_TITLE = '[Withheld: restricted case]'

/** True when a label is more restricted than the most restricted one that may be handed over. */
export function isAbove(tlp: Tlp, max: Tlp): boolean {
  return TLP_LABELS.indexOf(tlp) > TLP_LABELS.indexOf(max)
}

/**
 * The case's record for a reduced bundle: without the title of a case that is above `max` itself, without its place in the
 * log, which stays behind, and with the given briefs only.
 */
export function reduceCase(record: CaseRecord, max: Tlp, briefs: string[]): CaseRecord {
  const title = isAbove(record.tlp, max) ? WITHHELD_TITLE : record.title
  return { ...record, title, briefs, custody: undefined, anchored: undefined }
}

/** A source's record for a reduced bundle: without deleted quotes, the reasons of grades, which may tell of other sources, and its place in the log. */
export function reduceSource(record: SourceRecord): SourceRecord {
  const { grading } = record.source
  const source = grading === null ? record.source : { ...record.source, grading: bareGrading(grading) }
  const quotes = record.quotes
    .filter((quote) => quote.deletedAt === null)
    .map((quote) => (quote.grading == null ? quote : { ...quote, grading: bareGrading(quote.grading) }))
  return { ...record, source, quotes, custody: undefined }
}

/**
 * A brief's record for a reduced bundle. Citations that don't lead to something in it become unresolved ones with the label
 * `withheld`; quote blocks keep neither words nor where they came from. Prose stays as its author wrote it.
 */
export function reduceBrief(record: BriefRecord, holdings: Holdings): BriefRecord {
  const { brief } = record
  const doc = reduceDocument(brief.doc, holdings)
  const withheld = brief.withheld.flatMap((entry) => reduceWithheld(entry, { ...brief, doc }, holdings))
  return { ...record, brief: { ...brief, doc, withheld }, custody: undefined }
}

/** An entry of what redacted exports leave out, without names and words that the reduced brief doesn't hold itself. */
function reduceWithheld(entry: Withheld, { title, author, doc }: Brief, holdings: Holdings): Withheld[] {
  const text = JSON.stringify([title, author, doc]).toLowerCase()
  const stands = (words: string): boolean => text.includes(JSON.stringify(words).slice(1, -1).toLowerCase())
  switch (entry.kind) {
    case 'source':
      return holdings.sources.has(entry.sourceId) ? [entry] : []
    case 'words': {
      const terms = entry.terms.filter(stands)
      return terms.length === 0 ? [] : [{ ...entry, terms }]
    }
    case 'passage':
      return entry.exact === null || stands(entry.exact) ? [entry] : []
  }
}

function reduceDocument(doc: Brief['doc'], holdings: Holdings): Brief['doc'] {
  const content = mapReferences(doc.content, {
    citation: (node) => (leadsAway(node.attrs, holdings) ? withheldCitation(node) : node),
    quoteBlock: (node) => (leadsAway(node.attrs, holdings) ? withheldBlock(node) : node),
    figure: (node) => (leadsAway({ ...node.attrs, quoteId: null }, holdings) ? withheldFigure(node) : node)
  })
  return { ...doc, content }
}

function withheldCitation({ attrs }: Citation): Citation {
  return {
    type: 'citation',
    attrs: {
      quoteId: null,
      sourceId: null,
      label: WITHHELD_LABEL,
      relation: attrs.relation,
      // A locator is free text about the source.
      locator: null
    }
  }
}

/** What a figure shows is told by its caption and its description. */
function withheldFigure({ attrs }: Figure): Figure {
  return {
    type: 'figure',
    attrs: { id: attrs.id, sourceId: null, label: WITHHELD_LABEL, alt: '' },
    content: [{ type: 'text', text: WITHHELD_WORDS }]
  }
}

function withheldBlock({ attrs }: QuoteBlock): QuoteBlock {
  return {
    type: 'quoteBlock',
    attrs: { id: attrs.id, quoteId: null, sourceId: null, label: WITHHELD_LABEL },
    content: [{ type: 'text', text: WITHHELD_WORDS }]
  }
}

/**
 * True unless every id leads to something that is handed over: one that leads nowhere may be what is left of something
 * restricted.
 */
function leadsAway(
  { quoteId, sourceId, label }: { quoteId: string | null; sourceId: string | null; label: string | null },
  { sources, quotes, withheldKeys }: Holdings
): boolean {
  if (quoteId !== null && !quotes.has(quoteId)) return true
  if (sourceId !== null && !sources.has(sourceId)) return true
  return label !== null && withheldKeys.has(label.toUpperCase())
}
