import type { Levels } from './bidi.ts'
import type { HanFamily } from './faces.ts'
import type { Fonts } from './fonts.ts'
import { hyphenPoints } from '../../base/hyphenation.ts'
import type { Piece, Span } from './line.ts'

const SOFT_HYPHEN = '\u00ad'
/** What isn't prose: addresses, numbers, names of files. */
const NOT_WORDS = /[\p{N}@/\\_#=~<>]|[.:]\p{L}/u

type Shaper = ReturnType<Fonts['shaper']>

/** Turns ranges of a text into shaped pieces. */
export class Setter {
  readonly text: string
  private readonly fonts: Fonts
  private readonly spans: readonly Span[]
  private readonly starts: number[] = []
  private readonly levels: Levels | null
  private readonly han: HanFamily
  private current = 0
  /** By span, for the texts of either direction. */
  private readonly rightward: Shaper[] = []
  private readonly leftward: Shaper[] = []

  constructor(fonts: Fonts, spans: readonly Span[], text: string, levels: Levels | null, han: HanFamily) {
    this.fonts = fonts
    this.spans = spans
    this.text = text
    this.levels = levels
    this.han = han
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
      const level = this.levels?.at(i) ?? 0
      let stop = Math.min(end, this.starts[index]! + span.text.length)
      if (this.levels) stop = this.sameLevel(i, stop, level)
      for (const { face, text, shaped } of this.shaper(index, (level & 1) === 1)(this.text.slice(i, stop))) {
        found.push({ span, face, shaped, width: (shaped.width * span.size) / 1000, level, text })
      }
      i = stop
    }
    return found
  }

  private shaper(index: number, rightToLeft: boolean): Shaper {
    const shapers = rightToLeft ? this.leftward : this.rightward
    const { face, language, feature } = this.spans[index]!
    return (shapers[index] ??= this.fonts.shaper({ face, han: this.han, rightToLeft, language, feature }))
  }

  /** The pieces of a part of a word with the hyphen after it. The hyphen belongs to no text. */
  divided(start: number, end: number): Piece[] {
    const pieces = this.pieces(start, end)
    const { span, level } = pieces.at(-1)!
    const face = this.fonts.face(span.face)
    const shaped = face.hyphen((level & 1) === 1)
    return [...pieces, { span, face, shaped, width: (shaped.width * span.size) / 1000, level, text: '' }]
  }

  /** Where a stretch without break opportunities may be divided by a hyphen: at its soft hyphens, else by its language. */
  divisions(start: number, end: number): readonly number[] {
    const text = this.text.slice(start, end)
    if (text.includes(SOFT_HYPHEN)) return this.softHyphens(start, end)
    const { span, from, to } = this.place(start)
    if (span.address || span.actual !== null || span.hyphenate !== true || NOT_WORDS.test(text)) return []
    const positions: number[] = []
    for (const { index, 0: word } of text.matchAll(/(?<!-)[\p{L}\p{M}]+(?!-)/gu)) {
      const at = start + index
      if (at < from || at + word.length > to) continue
      if (this.text[at - 1] === '-' || ((this.levels?.at(at) ?? 0) & 1) === 1) continue
      for (const point of hyphenPoints(word, span.language ?? this.fonts.language)) positions.push(at + point)
    }
    return positions
  }

  /** Where the author of a stretch without break opportunities has put soft hyphens into it. */
  softHyphens(start: number, end: number): readonly number[] {
    const text = this.text.slice(start, end)
    if (!text.includes(SOFT_HYPHEN)) return []
    const { span } = this.place(start)
    if (span.address || span.actual !== null) return []
    const positions = [...text.matchAll(/\u00ad/g)].map(({ index }) => start + index + 1)
    return positions.filter((position) => position < end)
  }

  /** An offset moved back out of the middle of a character's code, or onwards where that would be at or before `from`. */
  boundary(offset: number, from: number): number {
    if (offset >= this.text.length) return offset
    const { span, from: start, to } = this.place(offset)
    if (span.actual === null) return offset
    return start > from ? start : to
  }

  private place(offset: number): { span: Span; from: number; to: number } {
    const index = this.spanAt(offset)
    const span = this.spans[index]!
    const from = this.starts[index]!
    return { span, from, to: from + span.text.length }
  }

  private sameLevel(start: number, end: number, level: number): number {
    let stop = start + 1
    while (stop < end && this.levels!.at(stop) === level) stop++
    return stop
  }

  /** Ranges are asked for mostly in order, so the search starts where the last one ended. */
  private spanAt(offset: number): number {
    if (this.starts[this.current]! > offset) this.current = 0
    while ((this.starts[this.current + 1] ?? Infinity) <= offset) this.current++
    return this.current
  }
}
