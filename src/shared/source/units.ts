import { segmenterOf, sentencesOf, type Span } from './sentences.ts'
import { paragraphAt, type SourceText } from './source.ts'

/** What a reading cursor moves by. */
export type Unit = 'word' | 'sentence' | 'paragraph' | 'text'

/** How much of a block is looked at about a place in it, each way, in UTF-16 units: a block may be a whole book. */
const AROUND = 5_000

/** A text with its language, a BCP 47 tag; null where that isn't known. */
export interface ReadText {
  source: Pick<SourceText, 'text' | 'blocks'>
  language: string | null
}

/** The words or sentences of a block, about an offset in it. */
function unitsAbout({ source, language }: ReadText, index: number, offset: number, unit: 'word' | 'sentence'): Span[] {
  const block = source.blocks[index]!
  const from = Math.max(block.start, offset - AROUND)
  const to = Math.min(block.end, offset + AROUND)
  const text = source.text.slice(from, to)
  const units = unit === 'sentence' ? sentencesOf(text, language) : wordsOf(text, language)
  // Where the block goes on, the first and the last one are cut.
  const whole = units.slice(from > block.start ? 1 : 0, to < block.end ? -1 : undefined)
  const known = whole.length > 0 ? whole : units
  return known.map(({ start, end }) => ({ start: start + from, end: end + from }))
}

function wordsOf(text: string, language: string | null): Span[] {
  return Array.from(segmenterOf(language, 'word').segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
}

/** The first unit that ends behind an offset: the one in which it lies, else the next one. Null behind the last one. */
export function unitFrom(read: ReadText, offset: number, unit: 'word' | 'sentence'): Span | null {
  const { blocks } = read.source
  for (let index = Math.max(0, paragraphAt(blocks, offset) - 1); index < blocks.length; index++) {
    const found = unitsAbout(read, index, Math.max(offset, blocks[index]!.start), unit).find(({ end }) => end > offset)
    if (found) return found
  }
  return null
}

/** The last unit that starts before an offset. Null before the first one. */
export function unitBefore(read: ReadText, offset: number, unit: 'word' | 'sentence'): Span | null {
  const { blocks } = read.source
  for (let index = paragraphAt(blocks, offset) - 1; index >= 0; index--) {
    const about = Math.min(offset, blocks[index]!.end)
    const found = unitsAbout(read, index, about, unit).findLast(({ start }) => start < offset)
    if (found) return found
  }
  return null
}

/** Where a reading cursor stands: at a word or sentence, or with text marked from `anchor` to `focus`. */
export interface Cursor {
  at: Span
  marked: { anchor: number; focus: number } | null
}

/** A cursor that stands at the sentence in which an offset lies, or the nearest one; null in a text without words. */
export function cursorAt(read: ReadText, offset: number): Cursor | null {
  const at = unitFrom(read, offset, 'sentence') ?? unitBefore(read, offset, 'sentence')
  return at && { at, marked: null }
}

/**
 * Moves a cursor by a unit, forward or back; with `extend` it marks what it passes, or unmarks it on the way back to where marking began. By
 * paragraph it goes to the first sentence of one; back, to that of its own first. At an end of the text it stays.
 */
export function moveCursor(read: ReadText, cursor: Cursor, unit: Unit, forward: boolean, extend: boolean): Cursor {
  if (extend) return extendCursor(read, cursor, unit, forward)
  const { at, marked } = cursor
  const start = marked ? Math.min(marked.anchor, marked.focus) : at.start
  const end = marked ? Math.max(marked.anchor, marked.focus) : at.end
  const target = (): Span | null => {
    if (unit === 'text') return forward ? unitBefore(read, Infinity, 'sentence') : unitFrom(read, 0, 'sentence')
    if (unit === 'paragraph') return paragraphFrom(read, forward ? end - 1 : start, forward)
    if (unit === 'sentence') return forward ? unitFrom(read, end, 'sentence') : unitBefore(read, start, 'sentence')
    // From a sentence into it, from a word on to the next.
    const within = forward ? unitFrom(read, start, 'word') : unitBefore(read, end, 'word')
    const whole = within?.start === start && within.end === end
    if (within && !whole && within.start >= start && within.end <= end) return within
    return forward ? unitFrom(read, end, 'word') : unitBefore(read, start, 'word')
  }
  return { at: target() ?? at, marked: null }
}

function extendCursor(read: ReadText, { at, marked }: Cursor, unit: Unit, forward: boolean): Cursor {
  const { anchor, focus } =
    marked ?? (forward ? { anchor: at.start, focus: at.start } : { anchor: at.end, focus: at.end })
  const to = forward ? endAfter(read, focus, unit) : startBefore(read, focus, unit)
  return { at, marked: to === anchor ? null : { anchor, focus: to } }
}

function endAfter(read: ReadText, offset: number, unit: Unit): number {
  const { text, blocks } = read.source
  if (unit === 'text') return text.length
  if (unit === 'paragraph') return blocks.find(({ end, start }) => end > offset && end > start)?.end ?? offset
  return unitFrom(read, offset, unit)?.end ?? offset
}

function startBefore(read: ReadText, offset: number, unit: Unit): number {
  const { blocks } = read.source
  if (unit === 'text') return 0
  if (unit === 'paragraph') return blocks[paragraphAt(blocks, offset - 1) - 1]?.start ?? 0
  return unitBefore(read, offset, unit)?.start ?? offset
}

/** The first sentence of the next paragraph, or of this or the last one. */
function paragraphFrom(read: ReadText, offset: number, forward: boolean): Span | null {
  const { blocks } = read.source
  const index = paragraphAt(blocks, offset) - 1
  if (forward) return unitFrom(read, blocks[index + 1]?.start ?? Infinity, 'sentence')
  for (let at = index; at >= 0; at--) {
    const first = unitFrom(read, blocks[at]!.start, 'sentence')
    if (first && first.start < offset) return first
  }
  return null
}
