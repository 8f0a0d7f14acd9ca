import type { Piece } from './slabs.ts'

/** Pieces that make a list or a table together, or one that stands alone. */
export interface PieceGroup {
  kind: 'numbered' | 'list' | 'table' | 'alone'
  pieces: Piece[]
}

/** The mark that an item brings along in its text, so that none is drawn before it. */
const NUMBER = /^\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]\s/iu
const BULLET = /^[•◦▪‣■●○·*–—-]\s/u

/** True when an item has a mark of its own in the text. */
export function hasOwnMark(text: string, { start }: Piece): boolean {
  const begin = text.slice(start, start + 12)
  return NUMBER.test(begin) || BULLET.test(begin)
}

/** Puts items that follow each other into lists, and rows into tables. */
export function groupsOf(text: string, pieces: readonly Piece[]): PieceGroup[] {
  const groups: PieceGroup[] = []
  for (const piece of pieces) {
    const { type } = piece.block
    const last = groups.at(-1)
    const before = last?.pieces[0]!.block.type
    if (last && before === type && (type === 'listItem' || type === 'tableRow')) last.pieces.push(piece)
    else groups.push({ kind: type === 'listItem' ? 'list' : type === 'tableRow' ? 'table' : 'alone', pieces: [piece] })
  }
  return groups.map(({ kind, pieces: all }) => ({
    kind: kind === 'list' && all.every(({ start }) => NUMBER.test(text.slice(start, start + 12))) ? 'numbered' : kind,
    pieces: all
  }))
}
