import type { BriefDocument, Citation, Inline, List, QuoteBlock, Section, SectionBlock, Statement } from './brief.ts'

/** A statement or quote block with the section it stands in. */
export interface Placed<T> {
  node: T
  section: Section
  /** Number of the section in print, from 1; untitled sections have none (0). */
  sectionNumber: number
}

/** The statements and quote blocks of a document, in reading order, those in lists included. */
export function* walkBlocks(doc: BriefDocument): Generator<Placed<Statement | QuoteBlock>> {
  let number = 0
  for (const section of doc.content) {
    const titled = sectionTitle(section) !== ''
    if (titled) number++
    const [, ...blocks] = section.content
    for (const node of leaves(blocks)) yield { node, section, sectionNumber: titled ? number : 0 }
  }
}

function* leaves(blocks: readonly SectionBlock[]): Generator<Statement | QuoteBlock> {
  for (const block of blocks) {
    if (block.type === 'statement' || block.type === 'quoteBlock') yield block
    else if (block.type !== 'subheading') yield* listLeaves(block)
  }
}

function* listLeaves(list: List): Generator<Statement> {
  for (const item of list.content) {
    for (const child of item.content) {
      if (child.type === 'statement') yield child
      else yield* listLeaves(child)
    }
  }
}

/** The plain text of a section's title. */
export function sectionTitle(section: Section): string {
  return plainText(section.content[0].content)
}

/** The plain text of inline content: citations are left out, hard breaks are line feeds. */
export function plainText(content: readonly Inline[] | undefined): string {
  return (content ?? [])
    .map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : ''))
    .join('')
}

/** The citations of a statement, in order. */
export function citationsOf(statement: Statement): Citation[] {
  return (statement.content ?? []).filter((node) => node.type === 'citation')
}

/** The words of a quote block as they stand in the brief. */
export function quotedWords(block: QuoteBlock): string {
  return plainText(block.content)
}
