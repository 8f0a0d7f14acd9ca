import type {
  Citation,
  Figure,
  Inline,
  ListItem,
  QuoteBlock,
  Section,
  SectionBlock,
  Statement,
  Table,
  TableCell
} from './brief.ts'

/** What becomes of the parts of a brief that refer to sources and quotes. */
export interface ReferenceMap {
  /** `holder` is the block in which the citation stands. */
  citation: (citation: Citation, holder: Statement | Table | Figure) => Citation
  quoteBlock: (block: QuoteBlock) => QuoteBlock
  /** Gets the figure with its caption's citations mapped. */
  figure: (figure: Figure) => Figure
}

/** Sections with all that refers to sources and quotes mapped, wherever it stands; the rest is as it was. */
export function mapReferences(sections: readonly Section[], map: ReferenceMap): Section[] {
  const inline = <T extends Inline>(node: T, holder: Statement | Table | Figure): T | Citation =>
    node.type === 'citation' ? map.citation(node, holder) : node
  const statement = (node: Statement): Statement =>
    node.content ? { ...node, content: node.content.map((child) => inline(child, node)) } : node
  const item = (node: ListItem): ListItem => ({
    ...node,
    content: node.content.map((child) =>
      child.type === 'statement' ? statement(child) : { ...child, content: child.content.map(item) }
    )
  })
  const cell = (node: TableCell, table: Table): TableCell =>
    node.content ? { ...node, content: node.content.map((child) => inline(child, table)) } : node
  const block = (node: SectionBlock): SectionBlock => {
    switch (node.type) {
      case 'statement':
        return statement(node)
      case 'quoteBlock':
        return map.quoteBlock(node)
      case 'subheading':
        return node
      case 'table':
        return {
          ...node,
          content: node.content.map((row) => ({ ...row, content: row.content.map((each) => cell(each, node)) }))
        }
      case 'figure':
        return map.figure(node.content ? { ...node, content: node.content.map((child) => inline(child, node)) } : node)
      default:
        return { ...node, content: node.content.map(item) }
    }
  }
  return sections.map((section): Section => {
    const [title, ...blocks] = section.content
    return { ...section, content: [title, ...blocks.map(block)] }
  })
}
