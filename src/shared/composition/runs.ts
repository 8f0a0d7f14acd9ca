import type { Citation, HardBreak, Inline, Note, Table, TableCell, TextNode } from '../brief/brief.ts'
import { tableGrid } from '../brief/table.ts'
import { plainText } from '../brief/walk.ts'
import type { Run, TableGroup } from './block.ts'
import { groupCitations } from './citations.ts'
import { placeCitations } from './placing.ts'
import type { References } from './references.ts'

/** Inline content as runs: citations are taken down as uses, notes hang on what they follow. */
export function inlineRuns(content: readonly Inline[], references: References): Run[] {
  const parts: (Run | Run[])[] = []
  for (const group of references.style === 'numbered' ? content.map(alone) : groupCitations(content)) {
    if (Array.isArray(group)) parts.push(references.citations(group))
    else if (group.type === 'note') addNote(parts, group)
    else parts.push(...textRuns([group]))
  }
  return placeCitations(parts, references.style)
}

function alone(node: Inline): Exclude<Inline, Citation> | Citation[] {
  return node.type === 'citation' ? [node] : node
}

/** A note without words has no mark. What already has a note, as a link has for its address, keeps it. */
function addNote(parts: (Run | Run[])[], { content = [] }: Note): void {
  if (plainText(content).trim() === '') return
  const note = textRuns(content).flatMap(({ note: address, ...run }): Run[] =>
    address ? [run, { text: ' (' }, ...address, { text: ')' }] : [run]
  )
  const last = [parts.at(-1) ?? []].flat().at(-1)
  if (last && !last.note) last.note = note
  else parts.push({ text: '', note })
}

/** Text with its marks as runs. The address of a link is put into a note unless it's what the link says. */
export function textRuns(content: readonly (TextNode | HardBreak)[]): Run[] {
  return content.map((node): Run => {
    if (node.type === 'hardBreak') return { text: '\n' }
    const marks = new Map(node.marks?.map((mark) => [mark.type, mark]) ?? [])
    const link = marks.get('link')
    const run: Run = { text: node.text, bold: marks.has('bold'), italic: marks.has('italic') }
    if (marks.has('code')) run.voice = 'code'
    if (link?.type === 'link' && /^(https?|mailto):/i.test(link.attrs.href)) {
      const { href } = link.attrs
      run.target = { uri: href }
      run.about = `Link: ${href}`
      if (node.text.trim() !== href)
        run.note = [{ text: href, voice: 'address', target: { uri: href }, about: `Link: ${href}` }]
    }
    return run
  })
}

/** A table of the brief: its columns share the width by their content. */
export function tableGroup(table: Table, references: References): TableGroup {
  const { align, head, rows } = tableGrid(table)
  const cells = (row: readonly TableCell[]): Run[][] => row.map(({ content }) => inlineRuns(content ?? [], references))
  return {
    type: 'table',
    columns: align.map((each) => ({ width: null, align: each ?? 'start' })),
    head: cells(head),
    rows: rows.map(cells)
  }
}
