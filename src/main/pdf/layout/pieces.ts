import type { Piece } from '../typeset/line.ts'
import type { PlacedLine } from './rows.ts'

/** Where each piece of a line starts, in the order of its text. */
export function piecePositions({ line, x, width, align }: PlacedLine, left: number): number[] {
  const { pieces, visual } = line
  const atEnd = (align === 'end') !== line.rightToLeft
  let at = left + x + (align === 'center' ? (width - line.width) / 2 : atEnd ? width - line.width : 0)
  const positions: number[] = []
  if (visual === pieces) {
    for (const piece of pieces) {
      positions.push(at)
      at += piece.width
    }
    return positions
  }
  const places = new Map<Piece, number>()
  for (const piece of visual) {
    places.set(piece, at)
    at += piece.width
  }
  return pieces.map((piece) => places.get(piece)!)
}

/** Where a stretch of a line's pieces ends: that of a link, of a place with a destination, or of what stands between. */
export function groupEnd(pieces: readonly Piece[], start: number): number {
  const { span } = pieces[start]!
  const alone = span.target !== null || span.anchor !== null
  let end = start + 1
  for (; end < pieces.length; end++) {
    const next = pieces[end]!.span
    if (next === span) continue
    if (alone || next.target !== null || next.anchor !== null) break
  }
  return end
}
