import type { Target } from '../../../shared/composition/block.ts'
import type { Direction } from '../../../shared/source/direction.ts'
import type { Element } from '../writer/structure.ts'
import type { Face, FaceName, Feature, Shaped } from './fonts.ts'

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
  /** How the text as a whole runs. */
  direction: Direction
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
  /** Names of the places on it. */
  anchors: string[]
}
