import type { Block, SourceText } from '../../../shared/source/source.ts'

/** A block as it is drawn, or one of the pieces of a block that is too long to be drawn at once: `[start, end)` in UTF-16 units. */
export interface Piece {
  block: Block
  /** The paragraph's number, from 1. */
  number: number
  start: number
  end: number
}

/** Pieces that are drawn, and left out, together. Slabs follow each other without a gap but for the line feeds between blocks. */
export interface Slab {
  index: number
  start: number
  end: number
  pieces: Piece[]
}

/** Characters after which a slab ends: about a screen. */
const SLAB_CHARACTERS = 1_500
/** Blocks after which a slab ends, however short they are. */
const SLAB_BLOCKS = 24
/** The longest piece of a block that is drawn as one. */
const LONGEST_PIECE = 3_000

/** Cuts a text into slabs. */
export function slabsOf({ text, blocks }: SourceText): Slab[] {
  const slabs: Slab[] = []
  let pieces: Piece[] = []
  let characters = 0
  const close = (): void => {
    if (pieces.length === 0) return
    slabs.push({ index: slabs.length, start: pieces[0]!.start, end: pieces.at(-1)!.end, pieces })
    pieces = []
    characters = 0
  }
  blocks.forEach((block, index) => {
    for (let start = block.start; ;) {
      const end = block.end - start > LONGEST_PIECE ? cutBefore(text, start, start + LONGEST_PIECE) : block.end
      pieces.push({ block, number: index + 1, start, end })
      characters += end - start
      if (characters >= SLAB_CHARACTERS || pieces.length >= SLAB_BLOCKS) close()
      if (end >= block.end) break
      start = end
    }
  })
  close()
  return slabs
}

const SENTENCE_END = /[.!?…]["'”’»)\]]*\s+|[。！？][」』”’）]*/gu
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** How far before the limit the end of a sentence is looked for first, in UTF-16 units. */
const NEAR_LIMIT = 400
/** Units of the longest character that is kept whole. */
const LONGEST_CHARACTER = 100

/** The last good place to cut a text in `(start, limit]`: behind a sentence, else behind white space, else between two characters. */
function cutBefore(text: string, start: number, limit: number): number {
  const tail = text.slice(start, limit)
  // Mostly one ends shortly before the limit, and a text of millions of characters is cut a thousand times.
  for (const from of [tail.length - NEAR_LIMIT, Math.floor(tail.length / 2)]) {
    let sentence = -1
    for (const match of tail.slice(from).matchAll(SENTENCE_END)) sentence = from + match.index + match[0].length
    if (sentence > tail.length / 2) return start + sentence
  }
  const space = tail.search(/\s\S*$/u)
  if (space > tail.length / 2) return start + space + 1
  const from = limit - LONGEST_CHARACTER
  const characters = graphemes.segment(text.slice(from, limit + LONGEST_CHARACTER))
  return from + (characters.containing(LONGEST_CHARACTER)?.index ?? LONGEST_CHARACTER)
}

/** The index of the slab in which an offset of the text lies; an offset between two slabs belongs to the later one. -1 without slabs. */
export function slabAt(slabs: readonly Slab[], offset: number): number {
  let low = 0
  let high = slabs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (slabs[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return Math.min(low, slabs.length - 1)
}

/** How text is set: the characters that go into a line, and the heights of a line and of the gap under a block, in pixels. */
export interface Setting {
  perLine: number
  line: number
  gap: number
}

/** How high a slab will be, in pixels, before it is drawn. */
export function estimateHeight({ pieces }: Slab, { perLine, line, gap }: Setting): number {
  return pieces.reduce(
    (height, { block, start, end }) =>
      height + Math.max(1, Math.ceil((end - start) / perLine)) * line + (end === block.end ? gap : 0),
    0
  )
}
