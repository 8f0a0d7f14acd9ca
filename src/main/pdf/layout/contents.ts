import type { ContentsGroup } from '../../../shared/composition/block.ts'
import { newRow, type PaintRow, type Place } from './rows.ts'
import type { PageNumbers, TextSetter } from './set-text.ts'
import { element } from '../writer/structure.ts'
import { HANG, type StyleSheet } from '../typeset/styles.ts'

const INDENT = 19
const PAGE_COLUMN = 30
const SPACE_ABOVE = 10

/** Lays out a table of contents: the rows of each entry, the page's number at the end of its last. */
export function layContents(
  group: ContentsGroup,
  place: Place,
  sheet: StyleSheet,
  setter: TextSetter,
  pages: PageNumbers
): PaintRow[][] {
  const list = element('TOC', place.parent)
  const entries: PaintRow[][] = []
  for (const entry of group.entries) {
    const style = entry.sub ? sheet.kinds.contentsSub : sheet.kinds.contents
    const item = element('TOCI', list)
    const owner = element('Reference', item)
    const indent = entry.sub ? INDENT + 14 : INDENT
    const target = { destination: entry.destination }
    const about = `Go to ${entry.title}`
    const width = place.width - indent - PAGE_COLUMN
    const lines = setter.set([{ text: entry.title, target, about, voice: 'bare' }], style, width)
    const rows = lines.map((line) =>
      newRow(line.height, [{ line, x: place.x + indent, y: 0, width, align: 'left', owner }])
    )
    const first = rows[0]
    const last = rows.at(-1)
    if (!first || !last) continue
    first.before = entry === group.entries[0] ? SPACE_ABOVE : style.before
    if (entry.lead !== '') {
      const [line] = setter.set([{ text: `${entry.lead} ` }], style, HANG)
      const x = entry.sub ? place.x + INDENT - 8 : place.x
      if (line) first.lines.unshift({ line, x, y: 0, width: indent, align: 'left', owner })
    }
    const page = setter.set([{ text: String(pages.get(entry.destination) ?? 0) }], style, PAGE_COLUMN)[0]
    if (page) {
      last.lines.push({ line: page, x: place.x, y: 0, width: place.width, align: 'right', owner })
      last.leaders = true
    }
    entries.push(rows)
  }
  return entries
}
