import type { ProofParagraph } from '../proof/proof.ts'
import type { Block, Run, TextBlock } from './block.ts'

/** Stands for the numbers of pages, one or several in a row, which aren't known before pages are made. */
export const PAGE_NUMBER = '\ufffc'

const SEVERAL_PAGES = new RegExp(`${PAGE_NUMBER}(?:, ${PAGE_NUMBER})+`, 'g')

/**
 * What a composition prints, paragraph by paragraph in reading order: headings, statements, quotes, cells, labels, captions, notes.
 * The contents, which repeat the headings, and the marks of notes are left out. `role` is the element of the document's structure
 * (ISO 32000-1, 14.8.4) that the layout makes for it.
 */
export function paragraphsOf(blocks: readonly Block[]): ProofParagraph[] {
  const found: ProofParagraph[] = []
  blocks.forEach((block) => addBlock(block, found))
  return found
}

function addBlock(block: Block, found: ProofParagraph[]): void {
  switch (block.type) {
    case 'text':
      return addText(block, roleOf(block), found)
    case 'quote':
      return [...block.before, block.words, ...block.after].forEach((each) => addText(each, 'P', found))
    case 'list':
      return block.items.forEach(({ label, children }) => {
        const first = found.length
        children.forEach((each) => addBlock(each, found))
        if (label !== '' && found.length > first) found.splice(first, 0, { role: 'Lbl', text: label })
      })
    case 'section':
      return block.children.forEach((each) => addBlock(each, found))
    case 'table':
      addRow(block.head, 'TH', found)
      return block.rows.forEach(([first = [], ...cells]) => {
        addRuns(first, block.rowHeads ? 'TH' : 'TD', found)
        addRow(cells, 'TD', found)
      })
    case 'figure':
      return addText(block.caption, 'Caption', found)
    case 'cover':
      return [...block.top, ...block.middle, ...block.foot].forEach((each) => addBlock(each, found))
    case 'contents':
    case 'rule':
    case 'frame':
  }
}

function roleOf({ level }: TextBlock): string {
  return level === undefined ? 'P' : `H${level}`
}

function addText({ lead, runs }: TextBlock, role: string, found: ProofParagraph[]): void {
  addRuns(lead === undefined ? runs : [{ text: `${lead} ` }, ...runs], role, found)
}

function addRow(cells: readonly (readonly Run[])[], role: string, found: ProofParagraph[]): void {
  for (const runs of cells) addRuns(runs, role, found)
}

/** Adds a paragraph that shows something, and the notes whose marks stand in it. */
function addRuns(runs: readonly Run[], role: string, found: ProofParagraph[]): void {
  const text = runs
    .map((run) => (run.pageOf === undefined ? run.text : PAGE_NUMBER))
    .join('')
    .replaceAll(SEVERAL_PAGES, PAGE_NUMBER)
  if (text.trim() !== '') found.push({ role, text })
  for (const { note } of runs) if (note) addRuns(note, 'Note', found)
}
