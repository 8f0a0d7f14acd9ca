import type { Block, Run, TextBlock } from './block.ts'

/** A text that is printed, and the heading under which it stands (empty before the first). */
export interface PrintedText {
  text: string
  heading: string
}

/** Every text of a composition in reading order: what is printed and comes from the brief or its sources. */
export function printedTexts(blocks: readonly Block[]): PrintedText[] {
  const found: PrintedText[] = []
  let heading = ''
  const runs = (each: readonly Run[]): void => {
    for (const { text, note } of each) {
      if (text !== '') found.push({ text, heading })
      if (note) runs(note)
    }
  }
  const text = (block: TextBlock): void => {
    if (block.level !== undefined && block.level > 1) heading = block.runs.map((run) => run.text).join('')
    if (block.lead !== undefined) found.push({ text: block.lead, heading })
    runs(block.runs)
  }
  const walk = (block: Block): void => {
    switch (block.type) {
      case 'text':
        return text(block)
      case 'quote':
        return [...block.before, block.words, ...block.after].forEach(text)
      case 'list':
        return block.items.forEach(({ label, children }) => {
          found.push({ text: label, heading })
          children.forEach(walk)
        })
      case 'section':
        return block.children.forEach(walk)
      case 'table':
        return [block.head, ...block.rows].flat().forEach(runs)
      case 'figure':
        return text(block.caption)
      case 'cover':
        return [...block.top, ...block.middle, ...block.foot].forEach(text)
      case 'contents':
      case 'rule':
      case 'frame':
        // The contents repeat the headings.
        return
    }
  }
  blocks.forEach(walk)
  return found
}
