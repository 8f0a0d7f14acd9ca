import type {
  BriefDocument,
  Citation,
  Figure,
  Inline,
  List,
  Note,
  QuoteBlock,
  Section,
  SectionBlock,
  Statement,
  Table
} from './brief.ts'

/** A block that has an id and no blocks within. */
export type IdBlock = Statement | QuoteBlock | Table | Figure

/** A block with the section it stands in. */
export interface Placed<T> {
  node: T
  section: Section
  /** Number of the section in print, from 1; untitled sections have none (0). */
  sectionNumber: number
}

/** The statements, quote blocks, tables and figures of a document, in reading order, those in lists included. */
export function* walkBlocks(doc: BriefDocument): Generator<Placed<IdBlock>> {
  let number = 0
  for (const section of doc.content) {
    const titled = sectionTitle(section) !== ''
    if (titled) number++
    const [, ...blocks] = section.content
    for (const node of leaves(blocks)) yield { node, section, sectionNumber: titled ? number : 0 }
  }
}

function* leaves(blocks: readonly SectionBlock[]): Generator<IdBlock> {
  for (const block of blocks) {
    if (isList(block)) yield* listLeaves(block)
    else if (block.type !== 'subheading') yield block
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

/** True for a list of either kind. */
export function isList(node: { type: string }): node is List {
  return node.type === 'bulletList' || node.type === 'orderedList'
}

/** The plain text of a section's title. */
export function sectionTitle(section: Section): string {
  return plainText(section.content[0].content)
}

/** The plain text of inline content: citations and notes are left out, hard breaks are line feeds. */
export function plainText(content: readonly Inline[] | undefined): string {
  return (content ?? [])
    .map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : ''))
    .join('')
}

/** The inline content of a block, cell by cell in a table. */
export function inlinesOf(block: IdBlock): readonly Inline[][] {
  if (block.type !== 'table') return [block.content ?? []]
  return block.content.flatMap((row) => row.content.map((cell) => cell.content ?? []))
}

/** The words of a block, without those of its notes; the cells of a table are apart by bars. */
export function blockText(block: IdBlock): string {
  return inlinesOf(block).map(plainText).join(' | ')
}

/** The notes of a block, in order. */
export function notesOf(block: IdBlock): Note[] {
  return inlinesOf(block).flatMap((content) => content.filter((node) => node.type === 'note'))
}

/** The citations of a block, in order. A quote block has none: it is itself what is cited. */
export function citationsOf(block: IdBlock): Citation[] {
  return inlinesOf(block).flatMap((content) => content.filter((node) => node.type === 'citation'))
}

/** What a block refers to: a quote, a source, or a label that led to neither. */
export interface Reference {
  quoteId: string | null
  sourceId: string | null
  label: string | null
}

/** All that a block refers to, in reading order: a quote block's place, a figure's source, and citations. */
export function referencesOf(block: IdBlock): Reference[] {
  const citations = citationsOf(block).map(({ attrs }) => attrs)
  if (block.type === 'quoteBlock') return [block.attrs]
  if (block.type !== 'figure') return citations
  const { sourceId, label } = block.attrs
  return [{ quoteId: null, sourceId, label }, ...citations]
}

/** The ids of the sources to which a block refers, each once: of a quote that `sourceOfQuote` knows its source, else what is named as a source. */
export function sourcesOf(block: IdBlock, sourceOfQuote: (quoteId: string) => string | undefined): string[] {
  const ids = referencesOf(block).flatMap(
    ({ quoteId, sourceId }) => (quoteId === null ? undefined : sourceOfQuote(quoteId)) ?? sourceId ?? []
  )
  return [...new Set(ids)]
}

/** The words of a quote block as they stand in the brief. */
export function quotedWords(block: QuoteBlock): string {
  return plainText(block.content)
}
