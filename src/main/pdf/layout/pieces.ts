import type { Piece } from '../typeset/line.ts'
import type { PlacedLine } from './rows.ts'

/** Where each piece of a line starts, in the order of its text. */
export function piecePositions({ line, x, width, align }: PlacedLine, left: number): number[] {
  const { pieces, visual } = line
  let at = left + x + besideIn({ line, width, align })
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

/** The room to the left of a line in its place. */
export function besideIn({ line, width, align }: Pick<PlacedLine, 'line' | 'width' | 'align'>): number {
  const room = width - line.width
  return align === 'center' ? room / 2 : align === 'right' ? room : 0
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
