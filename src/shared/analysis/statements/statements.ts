import type { BriefDocument, Relation, Statement } from '../../brief/brief.ts'
import { citationsOf, plainText, sectionTitle, walkBlocks } from '../../brief/walk.ts'

/** A citation of a statement that leads to a source. */
export interface StatementCitation {
  /** The source's id. */
  source: string
  relation: Relation
  /** The quote's range in the source's text, UTF-16 units; null when the source is cited as a whole. */
  range: { start: number; end: number } | null
}

/** A statement of a brief as analyses see it. */
export interface BriefStatement {
  /** Id of its node. */
  id: string
  /** From 1, in reading order; empty statements have none. */
  number: number
  text: string
  section: string
  kind: Statement['attrs']['kind']
  likelihood: Statement['attrs']['likelihood']
  confidence: Statement['attrs']['confidence']
  citations: readonly StatementCitation[]
}

/** Where quotes stand. Undefined for what isn't in the case, or is in its trash. */
export interface CitationLookup {
  quote(id: string): { source: string; start: number; end: number } | undefined
  hasSource(id: string): boolean
}

/** The statements of a brief, those of lists included; empty ones and quote blocks have no number. */
export function statementsOf(doc: BriefDocument, lookup: CitationLookup): BriefStatement[] {
  const statements: BriefStatement[] = []
  for (const { node, section } of walkBlocks(doc)) {
    if (node.type !== 'statement') continue
    const text = plainText(node.content)
    if (text.trim() === '') continue
    const citations = citationsOf(node).flatMap(({ attrs }): StatementCitation[] => {
      if (attrs.quoteId !== null) {
        const quote = lookup.quote(attrs.quoteId)
        return quote
          ? [{ source: quote.source, relation: attrs.relation, range: { start: quote.start, end: quote.end } }]
          : []
      }
      if (attrs.sourceId === null || !lookup.hasSource(attrs.sourceId)) return []
      return [{ source: attrs.sourceId, relation: attrs.relation, range: null }]
    })
    const { id, kind, likelihood, confidence } = node.attrs
    statements.push({
      id,
      number: statements.length + 1,
      text,
      section: sectionTitle(section).trim(),
      kind,
      likelihood,
      confidence,
      citations
    })
  }
  return statements
}
