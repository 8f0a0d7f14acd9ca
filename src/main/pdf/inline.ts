import type { Target } from '../../shared/composition/block.ts'
import { hangSpace, levelsOf, visualOrder } from './bidi.ts'
import { opportunities } from './breaks.ts'
import { hanFamily } from './faces.ts'
import { LineFiller, trailingSpace, widthOf } from './fill.ts'
import type { Face, FaceName, Feature, Fonts, Shaped } from './fonts.ts'
import { Setter } from './setter.ts'
import type { Element } from './structure.ts'

/** A stretch of text in one style. Lengths in points. */
export interface Span {
  text: string
  face: FaceName
  size: number
  color: string
  rise: number
  /** Colour of the bar on which the text stands. */
  bar?: string
  /** May break after the separators of an address. */
  address: boolean
  target: Target | null
  /** What the link says to a screen reader. */
  about: string
  /** Name of a destination at this place. */
  anchor: string | null
  note: Note | null
  /** What the printed text stands for, when a character is printed as its code. */
  actual: string | null
  /** BCP 47, where it isn't the document's. */
  language?: string
  /** Its language isn't that of its block, which readers are told. */
  foreign?: boolean
  /** May be divided by its language's rules at a line's end. */
  hyphenate?: boolean
  feature?: Feature
}

/** A note at the page's foot, set when its mark is. */
export interface Note {
  id: string
  lines: Line[]
  owner: Element
}

export interface LineStyle {
  /** Distance of base lines. */
  leading: number
  align: 'start' | 'end'
}

/** Glyphs of one span, face and direction, on one line. `width` is in points. */
export interface Piece {
  span: Span
  face: Face
  shaped: Shaped
  width: number
  level: number
  text: string
}

export interface Line {
  /** In the order of the text, which is the order of painting. */
  pieces: Piece[]
  /** In the order from left to right. */
  visual: Piece[]
  /** Without the white space at its end. */
  width: number
  height: number
  /** From the line's top to its base line. */
  ascent: number
  rightToLeft: boolean
  notes: Note[]
}

/**
 * Breaks spans into lines: bidirectional levels (UAX #9), break opportunities (UAX #14), hyphenation, the face for each
 * character, shaping. A word wider than the line is broken where it must be.
 */
export function layOut(fonts: Fonts, spans: readonly Span[], style: LineStyle, width: number): Line[] {
  const printed = spans.flatMap((span) => printable(fonts, span))
  const text = printed.map((span) => span.text).join('')
  if (text === '') return []
  const levels = levelsOf(text)
  const han = hanFamily(spans[0]?.language ?? fonts.language, text)
  const filler = new LineFiller(new Setter(fonts, printed, text, levels, han), width)
  let start = 0
  for (const { position, required } of opportunities(text, printed)) {
    filler.add(start, position)
    if (required && position < text.length) filler.endLine()
    start = position
  }
  filler.endLine()
  let offset = 0
  return filler.lines.map((pieces) => {
    const rightToLeft = levels?.rightToLeft(offset) ?? false
    for (const piece of pieces) offset += piece.text.length
    return finishLine(fonts, levels ? hangSpace(pieces, rightToLeft) : pieces, style, rightToLeft)
  })
}

/** The notation for a character that no face prints. */
export function notation(codePoint: number): string {
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
}

/** Replaces what no face prints by its code, so that nothing vanishes. */
function printable(fonts: Fonts, span: Span): Span[] {
  if (/^[\x20-\x7e]*$/.test(span.text)) return span.text === '' ? [] : [span]
  const text = span.text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
  const found: Span[] = []
  let plain = ''
  const flush = (): void => {
    if (plain !== '') found.push({ ...span, text: plain })
    plain = ''
  }
  for (const character of text) {
    const point = character.codePointAt(0)!
    if (fonts.prints(span.face, point)) {
      plain += character
      continue
    }
    flush()
    found.push({ ...span, text: notation(point), face: 'mono', size: span.size * 0.8, actual: character })
  }
  flush()
  return found
}

/** The base line follows from the faces asked for, not from those that stand in, so that lines keep their distance. */
function finishLine(fonts: Fonts, pieces: Piece[], style: LineStyle, rightToLeft: boolean): Line {
  let above = 0
  let below = 0
  const notes: Note[] = []
  for (const { span } of pieces) {
    const face = fonts.face(span.face)
    above = Math.max(above, face.ascent * span.size + Math.min(span.rise, 0))
    below = Math.max(below, face.descent * span.size)
    if (span.note && !notes.includes(span.note)) notes.push(span.note)
  }
  const width = widthOf(pieces) - trailingSpace(pieces)
  const height = style.leading
  return {
    pieces,
    visual: pieces.some((piece) => piece.level > 0) ? visualOrder(pieces) : pieces,
    width,
    height,
    ascent: above + (height - above - below) / 2,
    rightToLeft,
    notes
  }
}
