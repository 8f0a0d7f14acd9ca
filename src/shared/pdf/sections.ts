import type { Dict, Value } from './value.ts'

/** A part of a file, from `start` up to, not including, `end`. */
export interface Stretch {
  start: number
  end: number
}

/** Where an object stands: at an offset of the file, or in an object stream. */
export type Place = { offset: number } | { stream: number; index: number }

/** The cross-reference table of a file with all its sections (ISO 32000-1, 7.5.4 and 7.5.8). */
export interface Table {
  places: ReadonlyMap<number, Place>
  trailer: Dict
  /** How many times something was added to the file after it was first written. */
  updates: number
  /** Objects that were read with it, by their numbers. */
  read: ReadonlyMap<number, Value>
}

/** A section of the table. */
export interface Section {
  places: Map<number, Place | null>
  trailer: Dict
  /** Where it stands, its trailer included. */
  stretch: Stretch
  /** Where its first entry stands; for a stream, the stream. */
  entries: number
}
