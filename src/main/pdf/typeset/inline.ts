import { hangSpace, levelsOf, visualOrder } from './bidi.ts'
import { opportunities } from './breaks.ts'
import { hanFamily } from './faces.ts'
import { LineFiller, trailingSpace, widthOf } from './fill.ts'
import type { Fonts } from './fonts.ts'
import type { Line, LineStyle, Note, Piece, Span } from './line.ts'
import { Setter } from './setter.ts'

/**
 * Breaks spans into lines: bidirectional levels (UAX #9), break opportunities (UAX #14), hyphenation, the face for each
 * character, shaping. A word wider than the line is broken where it must be.
 */
export function layOut(fonts: Fonts, spans: readonly Span[], style: LineStyle, width: number): Line[] {
  const printed = spans.flatMap((span) => printable(fonts, span))
  const text = printed.map((span) => span.text).join('')
  if (text === '') return []
  const levels = levelsOf(printed.map(inOnePiece).join(''), style.direction)
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

/** A span's text as far as its direction goes: what stands for another character is one thing and runs one way, whatever signs it's made of. */
function inOnePiece({ text, actual }: Span): string {
  return actual === null ? text : 'a'.repeat(text.length)
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
  const anchors: string[] = []
  for (const { span } of pieces) {
    const face = fonts.face(span.face)
    above = Math.max(above, face.ascent * span.size + Math.min(span.rise, 0))
    below = Math.max(below, face.descent * span.size)
    if (span.note && !notes.includes(span.note)) notes.push(span.note)
    if (span.anchor !== null && anchors.at(-1) !== span.anchor) anchors.push(span.anchor)
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
    notes,
    anchors
  }
}
