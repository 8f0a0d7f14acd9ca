import type { Block } from '../../../shared/composition/block.ts'
import { noteMarks } from '../../../shared/composition/notes.ts'
import type { ExportOptions } from '../../../shared/composition/options.ts'
import type { PreparedImages } from '../images/images.ts'
import type { Fonts } from '../typeset/fonts.ts'
import type { Note } from '../typeset/line.ts'
import { STYLE_SHEETS, type Geometry } from '../typeset/styles.ts'
import type { Element } from '../writer/structure.ts'
import { Layouter } from './layout.ts'
import { paginate, type Page } from './paginate.ts'
import type { PaintRow } from './rows.ts'
import type { PageNumbers } from './set-text.ts'

/** Passes after which page numbers are taken as they are: each pass can only move what the last one changed. */
const MOST_PASSES = 5

/** A document's pages and its structure. */
export interface Paginated {
  root: Element
  pages: Page<PaintRow, Note>[]
}

/** Lays out and paginates until the printed page numbers are true. */
export function layOutPages(
  fonts: Fonts,
  blocks: readonly Block[],
  images: PreparedImages,
  { theme, citations }: ExportOptions,
  area: Geometry
): Paginated {
  const width = area.width - area.left - area.right
  const height = area.height - area.top - area.bottom
  const layouter = new Layouter(fonts, STYLE_SHEETS[theme], noteMarks(blocks, citations), images, { width, height })
  let numbers: PageNumbers = new Map()
  for (let pass = 1; ; pass++) {
    const layout = layouter.lay(blocks, numbers)
    const pages = paginate<Note, PaintRow>(layout.rows, height)
    const found = pageNumbers(pages)
    if (pass === MOST_PASSES || same(found, numbers)) return { root: layout.root, pages }
    numbers = found
  }
}

function pageNumbers(pages: readonly Page<PaintRow, Note>[]): PageNumbers {
  const numbers = new Map<string, number>()
  const note = (name: string, page: number): void => {
    if (!numbers.has(name)) numbers.set(name, page)
  }
  pages.forEach((page, i) => {
    for (const { row, repeated } of page.rows) {
      if (repeated) continue
      for (const name of row.destinations) note(name, i + 1)
      for (const { line } of row.lines) for (const name of line.anchors) note(name, i + 1)
    }
  })
  return numbers
}

function same(a: PageNumbers, b: PageNumbers): boolean {
  return a.size === b.size && [...a].every(([name, page]) => b.get(name) === page)
}
