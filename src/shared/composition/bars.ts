import type { Block, Run, TextBlock } from './block.ts'

/** What `withheldText` in the brief's layer makes, also after its space was made a fixed one. */
const WITHHELD = /\[withheld:\s([A-Z])\]/gu

/** What a bar says: read by screen readers and programs, and the same whatever is hidden. */
function said(reason: string): string {
  return `withheld\u00a0(${reason})`
}

/** A text with what is withheld as its bars say it. */
export function asPrinted(text: string): string {
  return text.replace(WITHHELD, (_all, reason: string) => said(reason))
}

/** Blocks in whose runs what is withheld stands as bars. */
export function withBars(blocks: readonly Block[]): Block[] {
  return blocks.map(blockWithBars)
}

function blockWithBars(block: Block): Block {
  switch (block.type) {
    case 'text':
      return textWithBars(block)
    case 'quote':
      return {
        ...block,
        before: block.before.map(textWithBars),
        words: textWithBars(block.words),
        after: block.after.map(textWithBars)
      }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, children: withBars(item.children) })) }
    case 'section':
      return { ...block, children: withBars(block.children) }
    case 'table':
      return { ...block, head: block.head.map(runsWithBars), rows: block.rows.map((row) => row.map(runsWithBars)) }
    case 'figure':
      return { ...block, caption: textWithBars(block.caption) }
    case 'cover':
      return {
        ...block,
        top: block.top.map(textWithBars),
        middle: block.middle.map(textWithBars),
        foot: block.foot.map(textWithBars)
      }
    case 'contents':
    case 'rule':
      return block
  }
}

function textWithBars(block: TextBlock): TextBlock {
  return { ...block, runs: runsWithBars(block.runs) }
}

/** Runs in which what is withheld stands as bars. */
export function runsWithBars(runs: readonly Run[]): Run[] {
  return runs.flatMap(runWithBars)
}

/** A run taken apart at its bars. What stands at its place goes with the first part, what comes after it with the last. */
function runWithBars(run: Run): Run[] {
  const { anchor, pageOf, note, ...shared } = run
  const pieces = run.text.split(WITHHELD)
  const parts = pieces.flatMap((text, i): Run[] => {
    if (i % 2 === 0) return text === '' ? [] : [{ ...shared, text }]
    return [bar(shared, text)]
  })
  const first = parts[0] ?? { ...shared, text: '' }
  if (parts.length === 0) parts.push(first)
  if (anchor !== undefined) first.anchor = anchor
  const last = parts.at(-1)!
  if (pageOf !== undefined) last.pageOf = pageOf
  if (note !== undefined) last.note = runsWithBars(note)
  return parts
}

function bar({ target, about }: Run, reason: string): Run {
  const run: Run = { text: said(reason), voice: 'withheld', language: 'en' }
  if (target) run.target = target
  if (about !== undefined) run.about = about
  return run
}
