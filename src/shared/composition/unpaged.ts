import type { Block, Run, TableGroup, TextBlock } from './block.ts'

/** Section numbers by destination; empty where a destination stands in no numbered section. */
type Places = ReadonlyMap<string, string>

/**
 * The same blocks for a medium without pages: where a page number would be printed stands the number of the section, as
 * `§ 2.1`, or an arrow where there is none. Links stay.
 */
export function withoutPages(blocks: readonly Block[]): Block[] {
  const places = new Map<string, string>()
  findPlaces(blocks, places, { section: '' })
  return blocks.map((block) => unpaged(block, places))
}

function findPlaces(blocks: readonly Block[], places: Map<string, string>, at: { section: string }): void {
  const note = (destination: string | undefined): void => {
    if (destination !== undefined && !places.has(destination)) places.set(destination, at.section)
  }
  const text = (block: TextBlock): void => {
    if (block.level !== undefined) at.section = block.lead ?? ''
    note(block.destination)
    runs(block.runs)
  }
  const runs = (all: readonly Run[]): void => {
    for (const run of all) {
      note(run.anchor)
      if (run.note) runs(run.note)
    }
  }
  for (const block of blocks) {
    switch (block.type) {
      case 'text':
        text(block)
        break
      case 'quote':
        note(block.destination)
        for (const each of [...block.before, block.words, ...block.after]) text(each)
        break
      case 'list':
        for (const item of block.items) {
          note(item.destination)
          findPlaces(item.children, places, at)
        }
        break
      case 'section':
        findPlaces(block.children, places, at)
        break
      case 'table':
        for (const cell of [block.head, ...block.rows].flat()) runs(cell)
        break
      case 'cover':
        for (const each of [...block.top, ...block.middle, ...block.foot]) text(each)
        break
      case 'figure':
        note(block.destination)
        text(block.caption)
        break
      case 'contents':
      case 'rule':
      case 'frame':
    }
  }
}

function unpaged(block: Block, places: Places): Block {
  const text = (each: TextBlock): TextBlock => ({ ...each, runs: unpagedRuns(each.runs, places) })
  switch (block.type) {
    case 'text':
      return text(block)
    case 'quote':
      return { ...block, before: block.before.map(text), words: text(block.words), after: block.after.map(text) }
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, children: item.children.map((child) => unpaged(child, places)) }))
      }
    case 'section':
      return { ...block, children: block.children.map((child) => unpaged(child, places)) }
    case 'table':
      return {
        ...block,
        head: block.head.map((head, i) => (hasPages(block, i) ? [{ text: 'Section' }] : unpagedRuns(head, places))),
        rows: block.rows.map((row) => row.map((cell) => unpagedRuns(cell, places)))
      }
    case 'figure':
      return { ...block, caption: text(block.caption) }
    case 'cover':
      return { ...block, top: block.top.map(text), middle: block.middle.map(text), foot: block.foot.map(text) }
    case 'contents':
    case 'rule':
    case 'frame':
      return block
  }
}

function hasPages({ rows }: TableGroup, column: number): boolean {
  return rows.some((row) => row[column]?.some(({ pageOf }) => pageOf !== undefined))
}

function unpagedRuns(runs: readonly Run[], places: Places): Run[] {
  return runs.map(({ pageOf, ...run }) => {
    const note = run.note ? { note: unpagedRuns(run.note, places) } : {}
    if (pageOf === undefined) return { ...run, ...note }
    const place = places.get(pageOf) ?? ''
    return { ...run, ...note, text: place === '' ? '↑' : `§\u00a0${place}` }
  })
}
