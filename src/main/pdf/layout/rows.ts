import { COLORS } from '../typeset/styles.ts'
import type { Face } from '../typeset/fonts.ts'
import type { Line, Note } from '../typeset/line.ts'
import { SIGNATURE_FRAME } from '../../../shared/composition/signature-frame.ts'
import type { Row } from './paginate.ts'
import type { Element } from '../writer/structure.ts'

const FRAME_GAP = 8
const RULE = { height: 0.6, color: COLORS.rule }

/** A line of text at its place in a row. */
export interface PlacedLine {
  line: Line
  /** From the left edge of the text. */
  x: number
  /** From the row's top. */
  y: number
  width: number
  align: 'left' | 'right' | 'center'
  /** The element that owns the text; null for what only repeats or adorns. */
  owner: Element | null
}

/** A filled rectangle behind or beside the text. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
  color: string
}

/** An image at its place in a row. */
export interface PlacedImage extends Omit<Box, 'color'> {
  /** Id of its source. */
  id: string
  owner: Element
}

/** A row with what is painted in it. */
export interface PaintRow extends Row<Note> {
  lines: PlacedLine[]
  boxes: Box[]
  images: PlacedImage[]
  destinations: string[]
  bookmark: { title: string; level: number; destination: string } | null
  /** Leaders from the end of the text to the page number of a contents entry. */
  leaders: boolean
  /** A face whose letters the page keeps ready for a signature that shows itself there; null where none may. */
  kept: Face | null
}

/** A row that holds lines of text and nothing else yet. */
export function newRow(height: number, lines: PlacedLine[]): PaintRow {
  const notes = lines.flatMap(({ line }) => line.notes)
  return {
    height,
    before: 0,
    keepNext: false,
    startPage: false,
    notes,
    repeat: null,
    lines,
    boxes: [],
    images: [],
    destinations: [],
    bookmark: null,
    leaders: false,
    kept: null
  }
}

/** Where a block is set. */
export interface Place {
  x: number
  width: number
  parent: Element
}

const OTHER_SIDE = { left: 'right', right: 'left', center: 'center' } as const

/** Swaps the sides of rows within a place: what stood at its left stands at its right, in the same order from its edge. */
export function mirror(rows: readonly PaintRow[], { x: start, width: room }: Pick<Place, 'x' | 'width'>): void {
  const swapped = <T extends { x: number; width: number }>(each: T): T => ({
    ...each,
    x: start * 2 + room - each.x - each.width
  })
  const repeated = rows.flatMap(({ repeat }) => (repeat ? [repeat as PaintRow] : []))
  for (const row of new Set([...rows, ...repeated])) {
    row.lines = row.lines.map((line) => ({ ...swapped(line), align: OTHER_SIDE[line.align] }))
    row.boxes = row.boxes.map(swapped)
    row.images = row.images.map(swapped)
  }
}

/** An empty frame, on whose page the letters of a face are kept ready. */
export function frameRow({ x }: Place, destination: string, kept: Face): PaintRow {
  const { width, height } = SIGNATURE_FRAME
  const row = newRow(height, [])
  const edge = (at: Omit<Box, 'color'>): void => void row.boxes.push({ ...at, color: COLORS.quiet })
  edge({ x, y: 0, width, height: RULE.height })
  edge({ x, y: 0, width: RULE.height, height })
  edge({ x: x + width - RULE.height, y: 0, width: RULE.height, height })
  edge({ x, y: height - RULE.height, width, height: RULE.height })
  return { ...row, before: FRAME_GAP, destinations: [destination], kept }
}

/** A thin line over all of a place's width. */
export function ruleRow({ x, width }: Place): PaintRow {
  const row = newRow(RULE.height, [])
  row.boxes.push({ x, y: 0, width, ...RULE })
  return row
}
