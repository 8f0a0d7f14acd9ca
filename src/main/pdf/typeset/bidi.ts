import bidiFactory from 'bidi-js'
import { withoutIsolated } from '../../../shared/composition/isolate.ts'
import { directionOf, type Direction } from '../../../shared/source/direction.ts'
import type { Piece } from './line.ts'

const bidi = bidiFactory()
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Embedding levels of a text (UAX #9), a level for each UTF-16 unit. */
export interface Levels {
  at(offset: number): number
  /** Whether the paragraph at an offset runs from right to left. */
  rightToLeft(offset: number): boolean
}

/**
 * The levels of a text that runs in a direction; null when all of it runs from left to right. Of several paragraphs each
 * runs as most of its letters do.
 */
export function levelsOf(text: string, direction: Direction): Levels | null {
  if (direction === 'ltr' && !RIGHT_TO_LEFT.test(text)) return null
  const paragraphs = text.match(/[^\n]*\n|[^\n]+/g) ?? []
  const levels = new Uint8Array(text.length)
  const ends: { end: number; rightToLeft: boolean }[] = []
  let start = 0
  for (const paragraph of paragraphs) {
    const base = paragraphs.length === 1 ? direction : directionOf(withoutIsolated(paragraph), direction)
    levels.set(bidi.getEmbeddingLevels(paragraph, base).levels, start)
    start += paragraph.length
    ends.push({ end: start, rightToLeft: base === 'rtl' })
  }
  return {
    at: (offset) => levels[offset] ?? 0,
    rightToLeft: (offset) => ends.find(({ end }) => offset < end)?.rightToLeft ?? direction === 'rtl'
  }
}

/** Puts the pieces of a line in the order from left to right (UAX #9, rule L2). */
export function visualOrder(pieces: readonly Piece[]): Piece[] {
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

/**
 * Sets the white space at a line's end at the level of the paragraph (UAX #9, rule L1). It stays in the text, takes no
 * room in the line, and hangs beyond its edge.
 */
export function hangSpace(pieces: readonly Piece[], rightToLeft: boolean): Piece[] {
  const last = pieces.at(-1)
  if (!last || last.shaped.trailing === 0) return [...pieces]
  const level = rightToLeft ? 1 : 0
  if (!rightToLeft && last.level === 0) return [...pieces]
  const word = last.text.trimEnd()
  const { span, face } = last
  const before = pieces.slice(0, -1)
  if (word !== '') {
    const shaped = face.shape(word, (last.level & 1) === 1, span.language, span.feature)
    before.push({ ...last, text: word, shaped, width: (shaped.width * span.size) / 1000 })
  }
  const text = last.text.slice(word.length)
  const space = face.shape(text, rightToLeft, span.language, span.feature)
  const hung = {
    glyphs: space.glyphs.map((glyph) => ({ ...glyph, dx: glyph.dx - space.width })),
    width: 0,
    trailing: 0
  }
  const shaped = rightToLeft ? hung : space
  return [...before, { span, face, shaped, width: (shaped.width * span.size) / 1000, level, text }]
}
