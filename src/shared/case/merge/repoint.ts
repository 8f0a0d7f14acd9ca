import type { Brief, Inline, List, Section, SectionBlock, Statement } from '../../brief/brief.ts'
import type { CaseContents } from '../case.ts'

/** New ids by old ones. */
export interface Names {
  sources: ReadonlyMap<string, string>
  quotes: ReadonlyMap<string, string>
}

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
    briefs: contents.briefs.map((record) => ({ ...record, brief: repointBrief(record.brief, names) }))
  }
}

/** Gives the sources and quotes that a brief refers to other ids. */
export function repointBrief(brief: Brief, names: Names): Brief {
  return {
    ...brief,
    doc: { ...brief.doc, content: brief.doc.content.map((section) => repointSection(section, names)) }
  }
}

function repointSection(section: Section, names: Names): Section {
  const [title, ...blocks] = section.content
  return { ...section, content: [title, ...blocks.map((block) => repointBlock(block, names))] }
}

function repointBlock(block: SectionBlock, names: Names): SectionBlock {
  switch (block.type) {
    case 'statement':
      return repointStatement(block, names)
    case 'quoteBlock':
      return { ...block, attrs: repointTarget(block.attrs, names) }
    case 'subheading':
      return block
    default:
      return repointList(block, names)
  }
}

function repointList(list: List, names: Names): List {
  return {
    ...list,
    content: list.content.map((item) => ({
      ...item,
      content: item.content.map((child) =>
        child.type === 'statement' ? repointStatement(child, names) : repointList(child, names)
      )
    }))
  }
}

function repointStatement(statement: Statement, names: Names): Statement {
  if (!statement.content) return statement
  const content = statement.content.map((node): Inline =>
    node.type === 'citation' ? { ...node, attrs: repointTarget(node.attrs, names) } : node
  )
  return { ...statement, content }
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
