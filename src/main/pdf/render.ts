import type { ExportProgress } from '../../shared/api/contract.ts'
import type { Drawn } from '../../shared/proof/drawn.ts'
import { buildEvidence } from '../../shared/proof/build.ts'
import {
  FINGERPRINT_KEY,
  FINGERPRINT_PLACE,
  PROOF_VERSION,
  proofText,
  VERSION_KEY,
  type Proof
} from '../../shared/proof/proof.ts'
import { withCitations } from '../citations/format.ts'
import { attach } from './writer/attachment.ts'
import type { Block } from '../../shared/composition/block.ts'
import { compose, type Composition } from '../../shared/composition/compose.ts'
import { UNTITLED } from '../../shared/composition/front.ts'
import { finish, nameFile, openDocument, propertyOffset, type Unfinished } from './writer/document.ts'
import type { Outline } from './writer/pdfkit.ts'
import { Fonts } from './typeset/fonts.ts'
import { Furniture } from './paint/furniture.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { cut, printable } from '../../shared/composition/printable.ts'
import { noteMarks } from '../../shared/composition/notes.ts'
import type { ExportOptions } from '../../shared/composition/options.ts'
import { prepareImages, type PreparedImages } from './images/images.ts'
import { Layouter } from './layout/layout.ts'
import type { Box, PaintRow } from './layout/rows.ts'
import type { PageNumbers } from './layout/set-text.ts'
import type { Note } from './typeset/line.ts'
import { NOTE_GAP, paginate, type NotePart, type Page } from './layout/paginate.ts'
import { Painter } from './paint/paint.ts'
import { PdfObjects } from '../../shared/pdf/file.ts'
import { Reference, Stream, type Resolved } from '../../shared/pdf/value.ts'
import { readDrawn } from '../../shared/verifier/drawn.ts'
import { nodePlatform } from './reader/node-platform.ts'
import { evidenceInput, printedParts } from './proof/evidence.ts'
import { COLORS, geometry, STYLE_SHEETS, type Geometry } from './typeset/styles.ts'
import { PROOF_NAME } from '../../shared/composition/summary.ts'
import { pdfText, writeStructure, type Element } from './writer/structure.ts'

/** Passes after which page numbers are taken as they are: each pass can only move what the last one changed. */
const MOST_PASSES = 5

/** Characters of a bookmark. A string of PDF/A has 32,767 bytes at most (ISO 19005-3, 6.1.13). */
const MOST_TITLE = 1000

interface Paginated {
  root: Element
  pages: Page<PaintRow, Note>[]
}

/**
 * Makes the PDF of a brief: A4 or Letter, tagged, with the proof attached. The bytes depend on the input alone: same
 * input, same bytes, whatever the time, time zone, user or folder.
 */
export async function renderPdf(
  given: ExportInput,
  onProgress: (progress: ExportProgress) => void = () => undefined
): Promise<{ bytes: Uint8Array<ArrayBuffer>; pages: number }> {
  const input = await withCitations(printable(given))
  const composition = compose(input, 'pdf', FINGERPRINT_PLACE)
  return renderComposition(input, composition, onProgress)
}

/** Makes the PDF of a brief from its blocks; see `renderPdf`. */
export function renderComposition(
  input: ExportInput,
  composition: Composition,
  onProgress: (progress: ExportProgress) => void = () => undefined
): { bytes: Uint8Array<ArrayBuffer>; pages: number } {
  const { brief } = input
  const area = geometry(input.options.paper)
  const fonts = new Fonts(brief.language)
  const images = prepareImages(input)
  onProgress({ stage: 'layout', fraction: 0 })
  const { root, pages } = layOutPages(fonts, composition.blocks, images, input.options, area)
  onProgress({ stage: 'layout', fraction: 1 })

  const date = new Date(`${brief.date}T00:00:00Z`)
  const pdf = openDocument({
    title: brief.title.trim() === '' ? UNTITLED : brief.title,
    author: brief.author.trim(),
    language: brief.language,
    date,
    generator: input.generator,
    width: area.width,
    height: area.height
  })
  pdf.info[FINGERPRINT_KEY] = FINGERPRINT_PLACE
  pdf.info[VERSION_KEY] = String(PROOF_VERSION)
  const painter = new Painter(pdf, images)
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
  const complete = attach(pdf, {
    name: PROOF_NAME,
    mediaType: 'application/ld+json',
    description: 'The quotes of this brief as W3C Web Annotations, with the hashes of their sources',
    date
  })
  let fingerprint = ''
  const bytes = finish(pdf, (written) => {
    const waiting = new Map<number, Resolved>([
      [complete.file, EMPTY],
      ...painter.waiting.map(({ object, bytes }) => [object, new Stream(new Map(), bytes)] as const)
    ])
    const proof: Proof = {
      ...buildEvidence(evidenceInput(input, composition)),
      printed: printedParts(input, composition),
      ...drawn(written, waiting)
    }
    fingerprint = nodePlatform.sha256(proofText(proof))
    for (const content of painter.waiting) content.complete(fingerprint)
    const file = Buffer.from(`${JSON.stringify(proof)}\n`)
    nameFile(pdf, file)
    complete(file)
  })
  bytes.set(
    Buffer.from(fingerprint),
    Buffer.from(bytes.buffer).indexOf(FINGERPRINT_PLACE, propertyOffset(pdf, FINGERPRINT_KEY))
  )
  return { bytes, pages: pages.length }
}

/** Stands for the stream of the proof while it isn't written. */
const EMPTY = new Stream(new Map(), new Uint8Array())

/** The digests of a document that is whole but for the objects that wait. */
function drawn({ bytes, offsets, root, info }: Unfinished, waiting: ReadonlyMap<number, Resolved>): Drawn {
  const places = new Map(offsets.flatMap((offset, i) => (offset === null ? [] : [[i + 1, { offset }] as const])))
  const trailer = new Map([
    ['Root', new Reference(root)],
    ['Info', new Reference(info)]
  ])
  const objects = new PdfObjects(bytes, { places, trailer, updates: 0 }, nodePlatform, waiting)
  return readDrawn(objects, { version: PROOF_VERSION, proof: EMPTY.dict, fingerprint: FINGERPRINT_PLACE }).digests
}

/** Lays out and paginates until the printed page numbers are true. */
function layOutPages(
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
  const from = left + title.x + title.line.width + 7
  const to = left + number.x + number.width - number.line.width - 7
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
  painter.boxes([{ x: area.left, y: y - 6, width, height: 0.5, color: COLORS.quiet }])
  notes.forEach(({ note, from }, i) => {
    if (from === 0) painter.destination(note.id, area.left, y)
    for (const line of lines[i]!) {
      painter.line({ line, x: 0, y: 0, width: measure, align: 'start', owner: note.owner }, area.left, y)
      y += line.height
    }
    y += NOTE_GAP
  })
}

/** Adds a page's bookmarks, a level for each level of headings. `open` are those that the next may stand in. */
function writeOutline(open: { item: Outline; level: number }[], page: Page<PaintRow, Note>): void {
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
