import { besideIn } from '../layout/pieces.ts'
import type { Box, PaintRow } from '../layout/rows.ts'
import { NOTE_GAP, type NotePart, type Page } from '../layout/paginate.ts'
import type { Note } from '../typeset/line.ts'
import { COLORS, type Geometry } from '../typeset/styles.ts'
import type { Furniture } from './furniture.ts'
import type { Painter } from './paint.ts'

/** Paints a page with all that stands on it. `number` counts from 1. */
export function paintPage(
  painter: Painter,
  furniture: Furniture,
  page: Page<PaintRow, Note>,
  area: Geometry,
  number: number
): void {
  painter.startPage()
  furniture.header(painter, number)
  painter.boxes(pageBoxes(page, area))
  for (const { row, y, repeated } of page.rows) {
    const top = area.top + y
    if (repeated) {
      painter.furniture('Repeated', () => {
        for (const line of row.lines) painter.line(line, area.left, top)
      })
      continue
    }
    for (const name of row.destinations) painter.destination(name, area.left, top)
    if (row.kept) painter.keep(row.kept)
    for (const image of row.images) painter.image(image, area.left, top)
    for (const line of row.lines) painter.line(line, area.left, top)
    if (row.leaders) paintLeaders(painter, row, area.left, top)
  }
  paintNotes(painter, page.notes, area)
  furniture.footer(painter, number)
  painter.endPage()
}

/**
 * The boxes of a page's rows in the page's measure, those that touch made one. None reaches above the text area, where
 * the space before a row is dropped.
 */
function pageBoxes(page: Page<PaintRow, Note>, area: Geometry): Box[] {
  const boxes: Box[] = []
  for (const { row, y } of page.rows) {
    for (const box of row.boxes) {
      const bottom = area.top + y + box.y + box.height
      const top = Math.max(area.top, area.top + y + box.y)
      const x = area.left + box.x
      const last = boxes.at(-1)
      const touches = last && last.x === x && last.color === box.color && Math.abs(last.y + last.height - top) < 0.01
      if (touches) last.height = bottom - last.y
      else boxes.push({ ...box, x, y: top, height: bottom - top })
    }
  }
  return boxes
}

function paintLeaders(painter: Painter, row: PaintRow, left: number, top: number): void {
  const number = row.lines.at(-1)
  const title = row.lines.at(-2)
  if (!number || !title) return
  const [before, after] = title.align === 'left' ? [title, number] : [number, title]
  const from = left + before.x + besideIn(before) + before.line.width + 7
  const to = left + after.x + besideIn(after) - 7
  if (to > from) painter.leaders(from, to, top + number.line.ascent, COLORS.rule)
}

/** Notes at the page's foot, below a short line; a long line stands above one that goes on from the page before. */
function paintNotes(painter: Painter, notes: readonly NotePart<Note>[], area: Geometry): void {
  const [first] = notes
  if (!first) return
  const lines = notes.map(({ note, from, to }) => note.lines.slice(from, to))
  const height = lines.flat().reduce((sum, line) => sum + line.height, NOTE_GAP * (notes.length - 1))
  const measure = area.width - area.left - area.right
  let y = area.height - area.bottom - height
  const width = first.from > 0 ? measure : Math.min(96, measure)
  const x = area.direction === 'ltr' ? area.left : area.left + measure - width
  painter.boxes([{ x, y: y - 6, width, height: 0.5, color: COLORS.quiet }])
  notes.forEach(({ note, from }, i) => {
    if (from === 0) painter.destination(note.id, area.left, y)
    for (const line of lines[i]!) {
      const align = line.rightToLeft ? 'right' : 'left'
      painter.line({ line, x: 0, y: 0, width: measure, align, owner: note.owner }, area.left, y)
      y += line.height
    }
    y += NOTE_GAP
  })
}
