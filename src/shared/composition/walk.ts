import type { Block, FigureGroup } from './block.ts'

/** Visits blocks and the blocks inside them, in reading order. */
export function walkComposed(blocks: readonly Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block)
    if (block.type === 'section') walkComposed(block.children, visit)
    if (block.type === 'list') for (const item of block.items) walkComposed(item.children, visit)
    if (block.type === 'quote') walkComposed([...block.before, block.words, ...block.after], visit)
  }
}

/** The figures among blocks, in their order. */
export function figuresOf(blocks: readonly Block[]): FigureGroup[] {
  const figures: FigureGroup[] = []
  walkComposed(blocks, (block) => {
    if (block.type === 'figure') figures.push(block)
  })
  return figures
}
