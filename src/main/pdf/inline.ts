import bidiFactory from 'bidi-js'
import LineBreaker from 'linebreak'
import type { Face, FaceName, Fonts, Shaped } from './fonts.ts'
import type { Target } from '../../shared/composition/block.ts'
import type { Element } from './structure.ts'

const bidi = bidiFactory()
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff]/

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
 * Breaks spans into lines: bidirectional levels (UAX #9), break opportunities (UAX #14), the face for each character,
 * shaping. A word wider than the line is broken where it must be.
 */
export function layOut(fonts: Fonts, spans: readonly Span[], style: LineStyle, width: number): Line[] {
  const printed = spans.flatMap((span) => printable(fonts, span))
  const text = printed.map((span) => span.text).join('')
  if (text === '') return []
  const levels = RIGHT_TO_LEFT.test(text) ? bidi.getEmbeddingLevels(text) : null
  const setter = new Setter(fonts, printed, text, levels?.levels ?? null)
  const rightToLeft = ((levels?.paragraphs[0]?.level ?? 0) & 1) === 1
  const breaker = new Breaker(setter, width)
  let start = 0
  for (const { position, required } of breaks(text, printed)) {
    breaker.add(start, position)
    if (required && position < text.length) breaker.endLine()
    start = position
  }
  breaker.endLine()
  return breaker.lines.map((pieces) => finishLine(pieces, style, rightToLeft))
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

interface Opportunity {
  position: number
  required: boolean
}

/** Where a reference begins that must not stand alone on a line: it stays with the word before it. */
function keptWithWord(spans: readonly Span[]): Set<number> {
  const kept = new Set<number>()
  let offset = 0
  for (const [i, span] of spans.entries()) {
    const before = spans[i - 1]?.text ?? ''
    if (span.anchor !== null && span.target !== null && before.trim() !== '') kept.add(offset)
    offset += span.text.length
  }
  return kept
}

/** Break opportunities in order, with those that addresses allow besides. The last is the text's end. */
function breaks(text: string, spans: readonly Span[]): Opportunity[] {
  const found: Opportunity[] = []
  const breaker = new LineBreaker(text)
  const kept = keptWithWord(spans)
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (next.required || !kept.has(next.position)) found.push({ position: next.position, required: next.required })
  }
  if (!spans.some((span) => span.address)) return found
  const positions = new Map(found.map((each) => [each.position, each]))
  let offset = 0
  for (const span of spans) {
    if (span.address) {
      for (const { index, 0: match } of span.text.matchAll(/[/:?&=#]+|[._-](?=[^\s._-])/g)) {
        const position = offset + index + (/[._-]/.test(match) ? 0 : match.length)
        if (position > offset && position < offset + span.text.length && !positions.has(position)) {
          positions.set(position, { position, required: false })
        }
      }
    }
    offset += span.text.length
  }
  return [...positions.values()].sort((a, b) => a.position - b.position)
}

/** Turns ranges of the text into shaped pieces. */
class Setter {
  private readonly fonts: Fonts
  private readonly spans: readonly Span[]
  private readonly starts: number[] = []
  private readonly text: string
  private readonly levels: Uint8Array | null
  private current = 0

  constructor(fonts: Fonts, spans: readonly Span[], text: string, levels: Uint8Array | null) {
    this.fonts = fonts
    this.spans = spans
    this.text = text
    this.levels = levels
    let start = 0
    for (const span of spans) {
      this.starts.push(start)
      start += span.text.length
    }
  }

  pieces(start: number, end: number): Piece[] {
    const found: Piece[] = []
    for (let i = start; i < end;) {
      const index = this.spanAt(i)
      const span = this.spans[index]!
      const level = this.levels?.[i] ?? 0
      let stop = Math.min(end, this.starts[index]! + span.text.length)
      if (this.levels) stop = this.sameLevel(i, stop, level)
      for (const item of this.fonts.itemise(span.face, this.text.slice(i, stop))) {
        const shaped = item.face.shape(item.text, (level & 1) === 1)
        const width = (shaped.width * span.size) / 1000
        found.push({ span, face: item.face, shaped, width, level, text: item.text })
      }
      i = stop
    }
    return found
  }

  /**
   * An offset moved out of the middle of a character or of a character's code: back, or onwards where that would be at
   * or before `from`.
   */
  boundary(offset: number, from: number): number {
    if (offset >= this.text.length) return offset
    const index = this.spanAt(offset)
    const start = this.starts[index]!
    const span = this.spans[index]!
    if (span.actual !== null) return start > from ? start : start + span.text.length
    const code = this.text.charCodeAt(offset)
    if (code < 0xdc00 || code > 0xdfff) return offset
    return offset - 1 > from ? offset - 1 : offset + 1
  }

  private sameLevel(start: number, end: number, level: number): number {
    let stop = start + 1
    while (stop < end && this.levels![stop] === level) stop++
    return stop
  }

  /** Ranges are asked for mostly in order, so the search starts where the last one ended. */
  private spanAt(offset: number): number {
    if (this.starts[this.current]! > offset) this.current = 0
    while ((this.starts[this.current + 1] ?? Infinity) <= offset) this.current++
    return this.current
  }
}

/** More characters than a line of the smallest print holds: bounds what is shaped to find a forced break. */
const LONGEST_LINE = 512

/** Fills lines greedily, as suits text that is set ragged. */
class Breaker {
  readonly lines: Piece[][] = []
  private pieces: Piece[] = []
  private used = 0
  private readonly setter: Setter
  private readonly width: number

  constructor(setter: Setter, width: number) {
    this.setter = setter
    this.width = width
  }

  /** Adds an unbreakable stretch. */
  add(start: number, end: number): void {
    const pieces = this.setter.pieces(start, end)
    const full = widthOf(pieces)
    const visible = full - trailingSpace(pieces)
    if (this.pieces.length > 0 && this.used + visible > this.width + 0.01) this.endLine()
    if (visible > this.width + 0.01) this.force(start, end)
    else this.append(pieces, full)
  }

  endLine(): void {
    if (this.pieces.length > 0) this.lines.push(this.pieces)
    this.pieces = []
    this.used = 0
  }

  private append(pieces: readonly Piece[], width: number): void {
    this.pieces.push(...pieces)
    this.used += width
  }

  /** Breaks a stretch that is wider than a line, at least one character to each line. */
  private force(start: number, end: number): void {
    for (let from = start; from < end;) {
      let low = from + 1
      let high = Math.min(end, from + LONGEST_LINE)
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (widthOf(this.setter.pieces(from, middle)) <= this.width) low = middle
        else high = middle - 1
      }
      const to = low === end ? end : this.setter.boundary(low, from)
      const pieces = this.setter.pieces(from, to)
      this.append(pieces, widthOf(pieces))
      from = to
      if (from < end) this.endLine()
    }
  }
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width, 0)
}

/** The width of the white space at the end of the pieces. */
function trailingSpace(pieces: readonly Piece[]): number {
  const last = pieces.at(-1)
  return last ? (last.shaped.trailing * last.span.size) / 1000 : 0
}

function finishLine(pieces: Piece[], style: LineStyle, rightToLeft: boolean): Line {
  let above = 0
  let below = 0
  const notes: Note[] = []
  for (const { face, span } of pieces) {
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

/** Reorders pieces by their levels (UAX #9, rule L2). */
function visualOrder(pieces: readonly Piece[]): Piece[] {
  const order = [...pieces]
  const highest = Math.max(...order.map((piece) => piece.level))
  for (let level = highest; level >= 1; level--) {
    for (let i = 0; i < order.length; i++) {
      let end = i
      while (end < order.length && order[end]!.level >= level) end++
      if (end > i) {
        order.splice(i, end - i, ...order.slice(i, end).reverse())
        i = end
      }
    }
  }
  return order
}
