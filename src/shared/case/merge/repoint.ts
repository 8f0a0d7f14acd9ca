import type { Brief, BriefDocument } from '../../brief/brief.ts'
import { mapReferences } from '../../brief/map.ts'
import type { CaseContents } from '../case.ts'
import type { Names } from '../records/kind.ts'

/** Gives sources and quotes other ids, everywhere in a case. */
export function repoint(contents: CaseContents, names: Names): CaseContents {
  if (names.sources.size === 0 && names.quotes.size === 0) return contents
  return {
    ...contents,
    sources: contents.sources.map((record) => ({
      ...record,
      source: { ...record.source, id: renamed(names.sources, record.source.id) },
      quotes: record.quotes.map((quote) => ({
        ...quote,
        id: renamed(names.quotes, quote.id),
        sourceId: renamed(names.sources, quote.sourceId)
      }))
    })),
    briefs: contents.briefs.map((record) => ({ ...record, brief: repointBrief(record.brief, names) })),
    records: contents.records.map(({ kind, record }) => ({ kind, record: kind.repoint(record, names) }))
  }
}

/** Gives the sources and quotes that a brief refers to other ids. */
export function repointBrief(brief: Brief, names: Names): Brief {
  const withheld = brief.withheld.map((entry) =>
    entry.kind === 'source' ? { ...entry, sourceId: renamed(names.sources, entry.sourceId) } : entry
  )
  return { ...brief, doc: repointDocument(brief.doc, names), withheld }
}

/** Gives the sources and quotes that a brief's text refers to other ids. */
export function repointDocument(doc: BriefDocument, names: Names): BriefDocument {
  const content = mapReferences(doc.content, {
    citation: (node) => ({ ...node, attrs: repointTarget(node.attrs, names) }),
    quoteBlock: (node) => ({ ...node, attrs: repointTarget(node.attrs, names) }),
    figure: (node) => {
      const { sourceId } = node.attrs
      return {
        ...node,
        attrs: { ...node.attrs, sourceId: sourceId === null ? null : renamed(names.sources, sourceId) }
      }
    }
  })
  return { ...doc, content: content as BriefDocument['content'] }
}

function repointTarget<T extends { quoteId: string | null; sourceId: string | null }>(attrs: T, names: Names): T {
  const { quoteId, sourceId } = attrs
  return {
    ...attrs,
    quoteId: quoteId === null ? null : renamed(names.quotes, quoteId),
    sourceId: sourceId === null ? null : renamed(names.sources, sourceId)
  }
}

function renamed(names: ReadonlyMap<string, string>, id: string): string {
  return names.get(id) ?? id
}
