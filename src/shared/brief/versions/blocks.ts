import type { BriefDocument, Inline, List, SectionBlock, Statement } from '../brief.ts'
import { blockText, citationsOf, inlinesOf, isList, sectionTitle, type IdBlock, type Reference } from '../walk.ts'

/** The kinds of what is compared. */
export const COMPARED = ['section', 'subheading', 'statement', 'quoteBlock', 'table', 'figure'] as const
export type Compared = (typeof COMPARED)[number]

/** Something of a brief's text that is compared by itself. */
export interface ComparedBlock {
  id: string
  type: Compared
  /** Id of the section in which it stands; its own of a section. */
  sectionId: string
  /** The title of that. */
  section: string
  /** Of a statement: its number from 1 in reading order; null for others. */
  number: number | null
  words: string
  /** What it cites, by what that is called, with how. */
  cited: Map<string, string>
  /** What is said of it, by name; an empty string is nothing. */
  said: Record<string, string>
  /** All else that can be seen of it, such as bold words and the list in which it stands. */
  look: string
}

/** What is compared of a brief's text, in reading order: sections and blocks. A statement without words or citations is nothing. */
export function comparedBlocks(doc: BriefDocument, nameOf: (reference: Reference) => string): ComparedBlock[] {
  const made: ComparedBlock[] = []
  let number = 0
  for (const node of doc.content) {
    const section = { sectionId: node.attrs.id, section: sectionTitle(node) }
    made.push({ ...NOTHING, id: node.attrs.id, type: 'section', ...section, words: section.section })
    const [, ...blocks] = node.content
    const headings = new Map<string, number>()
    for (const { block, within } of flat(blocks, '')) {
      if (block.type === 'subheading') {
        // It has no id: it's known by its words, and of two that are alike by their order.
        const words = wordsOf(block.content)
        const before = headings.get(words) ?? 0
        headings.set(words, before + 1)
        const id = `${node.attrs.id} ${words} ${before}`
        made.push({ ...NOTHING, id, type: 'subheading', ...section, words, look: String(block.attrs.level) })
        continue
      }
      const found = ofBlock(block, within, nameOf)
      if (block.type === 'statement' && found.words.trim() === '' && found.cited.size === 0) continue
      made.push({ ...found, ...section, number: isNumbered(block) ? ++number : null })
    }
  }
  return made
}

/** What sections and subheadings lack. */
const NOTHING = { number: null, cited: new Map<string, string>(), said: {}, look: '' }

/** As in analyses: a statement of citations alone has no number. */
function isNumbered(block: IdBlock): boolean {
  return block.type === 'statement' && blockText(block).trim() !== ''
}

function* flat(
  blocks: readonly SectionBlock[],
  within: string
): Generator<{ block: Exclude<SectionBlock, List>; within: string }> {
  for (const block of blocks) {
    if (!isList(block)) yield { block, within }
    else for (const item of block.content) yield* flat(item.content, `${within} ${block.type}`)
  }
}

function ofBlock(
  block: IdBlock,
  within: string,
  nameOf: (reference: Reference) => string
): Pick<ComparedBlock, 'id' | 'type' | 'words' | 'cited' | 'said' | 'look'> {
  const cited = new Map<string, string>()
  const cite = (name: string, how: string): void =>
    void cited.set(name, cited.has(name) ? `${cited.get(name)}; ${how}` : how)
  if (block.type === 'quoteBlock') cite(nameOf(block.attrs), 'quoted')
  if (block.type === 'figure') {
    const { sourceId, label } = block.attrs
    cite(nameOf({ quoteId: null, sourceId, label }), 'shown')
  }
  for (const { attrs } of citationsOf(block))
    cite(nameOf(attrs), attrs.locator === null ? attrs.relation : `${attrs.relation}, ${attrs.locator}`)
  return {
    id: block.attrs.id,
    type: block.type,
    words: inlinesOf(block).map(wordsOf).join(' | ').trim(),
    cited,
    said: block.type === 'statement' ? saidOf(block) : block.type === 'figure' ? { description: block.attrs.alt } : {},
    look: JSON.stringify([within, lookOf(block)])
  }
}

function saidOf({ attrs: { kind, likelihood, confidence } }: Statement): Record<string, string> {
  return { kind: kind ?? '', likelihood: likelihood ?? '', confidence: confidence ?? '' }
}

/** The words of inline content, those of its notes among them. */
function wordsOf(content: readonly Inline[] | undefined): string {
  return (content ?? [])
    .map((node) => {
      if (node.type === 'text') return node.text
      if (node.type === 'note') return ` [Note: ${wordsOf(node.content)}]`
      return node.type === 'hardBreak' ? '\n' : ''
    })
    .join('')
}

/** Where citations and marked words stand, and of a table how it's arranged. */
function lookOf(block: IdBlock): unknown {
  const rows = block.type === 'table' ? [block.attrs.align, block.content.map((row) => row.content.length)] : []
  const inlines = inlinesOf(block).map((content) =>
    content.map((node) => (node.type === 'text' && node.marks?.length ? [node.text, node.marks] : node.type))
  )
  return [rows, inlines]
}
