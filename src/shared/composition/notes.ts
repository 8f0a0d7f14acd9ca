import type { Block, Run } from './block.ts'
import type { CitationStyle } from './options.ts'

/** How notes are marked. */
export type NoteMarks = 'letters' | 'numbers'

/** As many notes as there are letters to mark them. */
const MOST_LETTERS = 26

/**
 * How the notes of a document are marked. Where bracketed numbers stand for sources, a few notes get letters, which can't
 * be taken for one; more of them, and citations that are notes themselves, are numbered through the document.
 */
export function noteMarks(blocks: readonly Block[], citations: CitationStyle): NoteMarks {
  return citations === 'numbered' && count(blocks, MOST_LETTERS) <= MOST_LETTERS ? 'letters' : 'numbers'
}

/** Counts notes, up to one more than asked for. */
function count(blocks: readonly Block[], most: number): number {
  let found = 0
  for (const runs of runsOf(blocks)) {
    for (const run of runs) if (run.note && ++found > most) return found
  }
  return found
}

/** The runs of blocks in their order: those of paragraphs, items, cells and captions. */
export function* runsOf(blocks: readonly Block[]): Generator<readonly Run[]> {
  for (const block of blocks) {
    switch (block.type) {
      case 'text':
        yield block.runs
        break
      case 'quote':
        yield* runsOf([...block.before, block.words, ...block.after])
        break
      case 'list':
        for (const { children } of block.items) yield* runsOf(children)
        break
      case 'section':
        yield* runsOf(block.children)
        break
      case 'cover':
        yield* runsOf([...block.top, ...block.middle, ...block.foot])
        break
      case 'table':
        for (const row of [block.head, ...block.rows]) yield* row
        break
      case 'figure':
        yield block.caption.runs
        break
      case 'contents':
      case 'rule':
      case 'frame':
    }
  }
}
