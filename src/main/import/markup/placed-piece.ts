import type { Piece } from '../extracted/blocks.ts'
import type { DomElement } from './dom.ts'

/** A piece with where it stands in the document. */
export interface PlacedPiece extends Piece {
  /** The innermost element that isn't inline. */
  element: DomElement
  /** How many of its characters stand in links. */
  linked: number
}
