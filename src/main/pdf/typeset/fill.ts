import type { Piece } from './line.ts'
import type { Setter } from './setter.ts'

/** More characters than a line of the smallest print holds: bounds what is shaped to find a forced break. */
const LONGEST_LINE = 512

/** A line less full than this is filled with a part of the next word: text set ragged needs no hyphen otherwise. */
const FULL = 0.82

const MOST_HYPHENS_RUNNING = 2

const ROUNDING = 0.01

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Fills lines greedily, as suits text that is set ragged. */
export class LineFiller {
  readonly lines: Piece[][] = []
  private pieces: Piece[] = []
  private used = 0
  /** Lines in a row that ended with a hyphen. */
  private hyphens = 0
  private readonly setter: Setter
  private readonly width: number

  constructor(setter: Setter, width: number) {
    this.setter = setter
    this.width = width
  }

  /** Adds a stretch without break opportunities. */
  add(start: number, end: number): void {
    const pieces = this.setter.pieces(start, end)
    const full = widthOf(pieces)
    const visible = full - trailingSpace(pieces)
    if (this.used + visible <= this.width + ROUNDING) {
      this.append(pieces, full)
      return
    }
    const divided = this.divide(start, end, visible)
    if (divided > start) {
      this.add(divided, end)
      return
    }
    if (this.pieces.length > 0) {
      this.endLine()
      this.add(start, end)
    } else {
      this.force(start, end)
    }
  }

  endLine(): void {
    if (this.pieces.length > 0) this.lines.push(this.pieces)
    this.pieces = []
    this.used = 0
    this.hyphens = 0
  }

  /** Ends the line with a part of the stretch and a hyphen, where that helps. Gives the offset up to which it is set. */
  private divide(start: number, end: number, visible: number): number {
    const wide = visible > this.width + ROUNDING
    const needed = wide && this.pieces.length === 0
    if (!needed && (this.hyphens >= MOST_HYPHENS_RUNNING || end === this.setter.text.length)) return start
    const filled = this.used - trailingSpace(this.pieces)
    const enough = !wide && filled >= FULL * this.width
    const positions = enough ? this.setter.softHyphens(start, end) : this.setter.divisions(start, end)
    for (const position of positions.toReversed()) {
      const pieces = this.setter.divided(start, position)
      const width = widthOf(pieces)
      if (this.used + width > this.width + ROUNDING) continue
      const hyphens = this.hyphens + 1
      this.append(pieces, width)
      this.endLine()
      this.hyphens = hyphens
      return position
    }
    return start
  }

  private append(pieces: readonly Piece[], width: number): void {
    this.pieces.push(...pieces)
    this.used += width
  }

  /** Breaks a stretch that is wider than a line, at least one character to each line. */
  private force(start: number, end: number): void {
    for (let from = start; from < end;) {
      const to = this.fitting(from, end)
      const pieces = this.setter.pieces(from, to)
      this.append(pieces, widthOf(pieces))
      from = to
      if (from < end) this.endLine()
    }
  }

  /** The end of the longest part of a stretch that fits in a line; what readers take for one character stays whole. */
  private fitting(from: number, end: number): number {
    const limit = Math.min(end, from + LONGEST_LINE)
    const text = this.setter.text.slice(from, limit)
    const ends = Array.from(graphemes.segment(text), ({ index, segment }) => from + index + segment.length)
    if (limit < end && ends.length > 1) ends.pop()
    let low = 0
    let high = ends.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      const pieces = this.setter.pieces(from, ends[middle]!)
      if (widthOf(pieces) - trailingSpace(pieces) <= this.width) low = middle
      else high = middle - 1
    }
    const to = ends[low]!
    return to === end ? to : this.setter.boundary(to, from)
  }
}

/** The width of pieces with the white space at their end. */
export function widthOf(pieces: readonly Piece[]): number {
  let sum = 0
  for (const piece of pieces) sum += piece.width
  return sum
}

/** The width of the white space at the end of the pieces. */
export function trailingSpace(pieces: readonly Piece[]): number {
  const last = pieces.at(-1)
  return last ? (last.shaped.trailing * last.span.size) / 1000 : 0
}
