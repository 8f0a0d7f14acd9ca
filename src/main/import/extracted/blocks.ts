import type { Block } from '../../../shared/source/source.ts'
import { normaliseForMatch } from './wording.ts'
import type { Extracted } from './extracted.ts'

/** A block with its own characters, before it has a place in a text. */
export interface Piece {
  type: Block['type']
  text: string
  level?: number | undefined
  /** Page on which it begins, from 1. */
  page?: number | undefined
}

/** Puts pieces into one text, one line feed between them. Pieces that hold only white space are left out. */
export function layOut(pieces: readonly Piece[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  const parts: string[] = []
  let offset = 0
  for (const piece of pieces) {
    if (!/[^\s\u200B\u00AD]/u.test(piece.text)) continue
    const block: Block = { type: piece.type, start: offset, end: offset + piece.text.length }
    if (piece.type === 'heading') block.level = piece.level ?? 2
    if (piece.page !== undefined) block.page = piece.page
    blocks.push(block)
    parts.push(piece.text)
    offset = block.end + 1
  }
  return { text: parts.join('\n'), blocks }
}

/** Notes what the original calls the pages of blocks, where that isn't their number. */
export function withPageLabels(blocks: readonly Block[], labelOf: (page: number) => string | null): Block[] {
  return blocks.map((block) => {
    const label = block.page === undefined ? null : labelOf(block.page)
    return label === null || label === String(block.page) ? block : { ...block, pageLabel: label }
  })
}

/**
 * Checks what every reader of a source's text relies on: blocks cover the text in order, each holds something, one line
 * feed and nothing else stands between two, and `level` is set on headings only. Throws a RangeError that names the block.
 */
export function assertBlocks(text: string, blocks: readonly Block[]): void {
  let expected = 0
  blocks.forEach((block, index) => {
    const fault = blockFault(text, block, expected, index === 0)
    if (fault !== null) throw new RangeError(`Block ${index} ${fault}`)
    expected = block.end + 1
  })
  const end = blocks.at(-1)?.end ?? 0
  if (end !== text.length) throw new RangeError(`The blocks end at ${end}, the text at ${text.length}`)
}

function blockFault(text: string, block: Block, expected: number, first: boolean): string | null {
  if (block.start !== expected) return `starts at ${block.start}, not at ${expected}`
  if (block.end <= block.start) return 'is empty'
  if (block.end > text.length) return 'ends beyond the text'
  if (!first && text[block.start - 1] !== '\n') return 'is not preceded by a line feed'
  if (text.slice(block.start, block.end).includes('\n')) return 'holds a line feed'
  if ((block.type === 'heading') !== (block.level !== undefined))
    return 'has a level without being a heading, or the reverse'
  return null
}

/** True when the first block is the headline that the metadata name. */
export function startsWithHeadline(extracted: Pick<Extracted, 'text' | 'blocks' | 'metadata'>): boolean {
  const first = extracted.blocks[0]
  const title = extracted.metadata.title.value
  if (first?.type !== 'heading' || first.level !== 1 || title === null) return false
  return normaliseForMatch(extracted.text.slice(first.start, first.end)) === normaliseForMatch(title)
}

/** The article's running text: the blocks after the headline, without captions, a line feed between them. */
export function bodyText(extracted: Pick<Extracted, 'text' | 'blocks' | 'metadata'>): string {
  return extracted.blocks
    .slice(startsWithHeadline(extracted) ? 1 : 0)
    .filter((block) => block.type !== 'caption')
    .map((block) => extracted.text.slice(block.start, block.end))
    .join('\n')
}
