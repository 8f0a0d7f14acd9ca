import { createHash } from 'node:crypto'
import type { ExportProgress } from '../../shared/api/contract.ts'
import { buildProof } from '../../shared/proof/proof.ts'
import { attach } from './attachment.ts'
import type { Block } from '../../shared/composition/block.ts'
import { compose, UNTITLED } from '../../shared/composition/compose.ts'
import { finish, openDocument, type Outline } from './document.ts'
import { Fonts } from './fonts.ts'
import { Furniture } from './furniture.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { Layouter, type PageNumbers } from './layout.ts'
import type { Box, PaintRow } from './rows.ts'
import type { Note } from './inline.ts'
import { NOTE_GAP, paginate, type Page } from './paginate.ts'
import { Painter } from './paint.ts'
import { proofInput } from './proof-input.ts'
import { COLORS, geometry, type Geometry } from './styles.ts'
import { PROOF_NAME } from '../../shared/composition/summary.ts'
import { pdfText, writeStructure, type Element } from './structure.ts'

/** Passes after which page numbers are taken as they are: each pass can only move what the last one changed. */
const MOST_PASSES = 5

interface Paginated {
  root: Element
  pages: Page<PaintRow, Note>[]
}

/**
 * Makes the PDF of a brief: A4 or Letter, tagged, with the proof attached. The bytes depend on the input alone: same
 * input, same bytes, whatever the time, time zone, user or folder.
 */
export async function renderPdf(
  input: ExportInput,
  onProgress: (progress: ExportProgress) => void = () => undefined
): Promise<{ bytes: Uint8Array<ArrayBuffer>; pages: number }> {
  const { brief } = input
  const area = geometry(input.options.paper)
  const fonts = new Fonts(brief.language)
  const composition = compose(input)
  onProgress({ stage: 'layout', fraction: 0 })
  const { root, pages } = layOutPages(fonts, composition.blocks, area)
  onProgress({ stage: 'layout', fraction: 1 })

  const date = new Date(`${brief.date}T00:00:00Z`)
  const proof = Buffer.from(`${JSON.stringify(buildProof(proofInput(input, composition.quotes)))}\n`)
  const pdf = openDocument({
    title: brief.title.trim() === '' ? UNTITLED : brief.title,
    author: brief.author.trim(),
    language: brief.language,
    date,
    generator: input.generator,
    id: createHash('sha256').update(JSON.stringify(input)).digest().subarray(0, 16),
    width: area.width,
    height: area.height
  })
  const painter = new Painter(pdf)
  const furniture = new Furniture(fonts, input, area, pages.length)
  const outline = [{ item: pdf.outline, level: 0 }]
  pages.forEach((page, i) => {
    paintPage(painter, furniture, page, area, i + 1)
    writeOutline(outline, page)
    // A page's lines are as large as all that is written of it.
    page.rows = []
    onProgress({ stage: 'paint', fraction: (i + 1) / pages.length })
  })
  painter.end()
  writeStructure(pdf, painter.parents, root)
  attach(pdf, {
    name: PROOF_NAME,
    mediaType: 'application/ld+json',
    description: 'The quotes of this brief as W3C Web Annotations, with the hashes of their sources',
    bytes: proof,
    date
  })
  return { bytes: finish(pdf), pages: pages.length }
}

/** Lays out and paginates until the printed page numbers are true. */
function layOutPages(fonts: Fonts, blocks: readonly Block[], area: Geometry): Paginated {
  const layouter = new Layouter(fonts, area.width - area.left - area.right)
  const height = area.height - area.top - area.bottom
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
      for (const { line } of row.lines) {
        for (const { span } of line.pieces) if (span.anchor !== null) note(span.anchor, i + 1)
      }
    }
  })
  return numbers
}

function same(a: PageNumbers, b: PageNumbers): boolean {
  return a.size === b.size && [...a].every(([name, page]) => b.get(name) === page)
}

function paintPage(
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
  const from = left + title.x + title.line.width + 7
  const to = left + number.x + number.width - number.line.width - 7
  if (to > from) painter.leaders(from, to, top + number.line.ascent, COLORS.rule)
}

function paintNotes(painter: Painter, notes: readonly Note[], area: Geometry): void {
  if (notes.length === 0) return
  const height = notes.reduce((sum, note) => sum + note.height, NOTE_GAP * (notes.length - 1))
  let y = area.height - area.bottom - height
  painter.boxes([{ x: area.left, y: y - 6, width: 96, height: 0.5, color: COLORS.quiet }])
  for (const note of notes) {
    painter.destination(note.id, area.left, y)
    for (const line of note.lines) {
      const width = area.width - area.left - area.right
      painter.line({ line, x: 0, y: 0, width, align: 'start', owner: note.owner }, area.left, y)
      y += line.height
    }
    y += NOTE_GAP
  }
}

/** Adds a page's bookmarks, a level for each level of headings. `open` are those that the next may stand in. */
function writeOutline(open: { item: Outline; level: number }[], page: Page<PaintRow, Note>): void {
  for (const { row, repeated } of page.rows) {
    if (repeated || !row.bookmark) continue
    const { title, level, destination } = row.bookmark
    while (open.at(-1)!.level >= level) open.pop()
    const parent = open.at(-1)!
    const item = parent.item.addItem(title)
    // pdfkit's own destination has the page's width for its left edge.
    item.outlineData.Dest = pdfText(destination)
    if (parent.level > 0) parent.item.outlineData.Count = -parent.item.children.length
    open.push({ item, level })
  }
}
