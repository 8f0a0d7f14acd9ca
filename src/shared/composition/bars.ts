import { WITHHOLD_REASONS, withheldBar, type WithholdReason } from '../brief/withheld.ts'
import type { Block, Run, TextBlock } from './block.ts'
import { runsOf } from './notes.ts'

/** What `withheldText` and `withheldBar` make, also after a space was made a fixed one. */
const WITHHELD = /\[withheld:\s[SPLICO]\]|withheld\s\([SPLICO]\)/gu

/** The reasons on the bars of blocks. */
export function reasonsOf(blocks: readonly Block[]): Set<WithholdReason> {
  const found = new Set<WithholdReason>()
  const look = (runs: readonly Run[]): void => {
    for (const { text, voice, note } of runs) {
      const reason = voice === 'withheld' ? WITHHOLD_REASONS.find((code) => text === withheldBar(code)) : undefined
      if (reason) found.add(reason)
      if (note) look(note)
    }
  }
  for (const runs of runsOf(blocks)) look(runs)
  return found
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
    case 'frame':
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
  const parts: Run[] = []
  let at = 0
  for (const { 0: text, index } of run.text.matchAll(WITHHELD)) {
    if (index > at) parts.push({ ...shared, text: run.text.slice(at, index) })
    parts.push(bar(shared, reasonIn(text)))
    at = index + text.length
  }
  if (at < run.text.length || parts.length === 0) parts.push({ ...shared, text: run.text.slice(at) })
  const first = parts[0]!
  const last = parts.at(-1)!
  if (anchor !== undefined) first.anchor = anchor
  if (pageOf !== undefined) last.pageOf = pageOf
  if (note !== undefined) last.note = runsWithBars(note)
  return parts
}

function reasonIn(text: string): WithholdReason {
  return WITHHOLD_REASONS.find((reason) => text.at(-2) === reason) ?? 'O'
}

function bar({ target, about }: Run, reason: WithholdReason): Run {
  const run: Run = { text: withheldBar(reason), voice: 'withheld', language: 'en' }
  if (target) run.target = target
  if (about !== undefined) run.about = about
  return run
}
