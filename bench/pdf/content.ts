import type { Block, Run, TableGroup, TextBlock, TextKind } from '../../src/shared/composition/block.ts'
import { compose } from '../../src/shared/composition/compose.ts'
import type { ExportInput } from '../../src/shared/composition/input.ts'
import { STYLE_SHEETS } from '../../src/main/pdf/typeset/styles.ts'

/** A part of a brief as other engines write it: the words that Dossier prints, in the same sizes, without links. */
export type Part =
  | { type: 'text'; text: string; look: Look; level: number | null }
  | { type: 'quote'; words: string; attribution: string[]; look: Look; small: Look }
  | { type: 'contents'; titles: string[] }
  | { type: 'table'; widths: (number | null)[]; head: string[]; rows: string[][]; look: Look }

export interface Look {
  family: 'serif' | 'sans'
  bold: boolean
  size: number
  /** Distance of base lines in points. */
  leading: number
  before: number
}

/** Stands for the number of a page, which the other engines would take a second pass to know. */
const PAGE = '12'

/** What an export prints, as a list. */
export function contentOf(input: ExportInput): Part[] {
  return compose(input).blocks.flatMap(parts)
}

function parts(block: Block): Part[] {
  switch (block.type) {
    case 'text':
      return [text(block)]
    case 'section':
      return block.children.flatMap(parts)
    case 'list':
      return block.items.flatMap(({ label, children }) => labelled(label, children.flatMap(parts)))
    case 'quote':
      return [
        ...block.before.map(text),
        {
          type: 'quote',
          words: words(block.words.runs),
          attribution: block.after.map(({ runs }) => words(runs)),
          look: look(block.words.kind),
          small: look('attribution')
        }
      ]
    case 'contents':
      return [{ type: 'contents', titles: block.entries.map(({ lead, title }) => `${lead} ${title}`.trim()) }]
    case 'table':
      return [table(block)]
    default:
      return []
  }
}

function text(block: TextBlock): Part {
  const lead = block.lead === undefined ? '' : `${block.lead} `
  return { type: 'text', text: lead + words(block.runs), look: look(block.kind), level: block.level ?? null }
}

function labelled(label: string, [first, ...rest]: Part[]): Part[] {
  if (first?.type !== 'text') return [...(first ? [first] : []), ...rest]
  return [{ ...first, text: `${label} ${first.text}` }, ...rest]
}

function table({ columns, head, rows }: TableGroup): Part {
  return {
    type: 'table',
    widths: columns.map(({ width }) => width),
    head: head.map(words),
    rows: rows.map((cells) => cells.map(words)),
    look: look('cell')
  }
}

function words(runs: readonly Run[]): string {
  return runs.map((run) => run.text + (run.pageOf === undefined ? '' : PAGE)).join('')
}

function look(kind: TextKind): Look {
  const { family, bold, size, leading, before } = STYLE_SHEETS.serif.kinds[kind]
  return { family, bold, size, leading, before }
}
