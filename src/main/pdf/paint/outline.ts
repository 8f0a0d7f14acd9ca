import { cut } from '../../../shared/composition/printable.ts'
import type { PaintRow } from '../layout/rows.ts'
import type { Page } from '../layout/paginate.ts'
import type { Note } from '../typeset/line.ts'
import type { Outline } from '../writer/pdfkit.ts'
import { pdfText } from '../writer/structure.ts'

/** Characters of a bookmark. A string of PDF/A has 32,767 bytes at most (ISO 19005-3, 6.1.13). */
const MOST_TITLE = 1000

/** Adds a page's bookmarks, a level for each level of headings. `open` are those that the next may stand in. */
export function writeOutline(open: { item: Outline; level: number }[], page: Page<PaintRow, Note>): void {
  for (const { row, repeated } of page.rows) {
    if (repeated || !row.bookmark) continue
    const { title, level, destination } = row.bookmark
    while (open.at(-1)!.level >= level) open.pop()
    const parent = open.at(-1)!
    const item = parent.item.addItem(cut(title, MOST_TITLE))
    // pdfkit's own destination has the page's width for its left edge.
    item.outlineData.Dest = pdfText(destination)
    if (parent.level > 0) parent.item.outlineData.Count = -parent.item.children.length
    open.push({ item, level })
  }
}
