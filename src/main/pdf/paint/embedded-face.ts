import type { EmbeddedFont, Ref } from '../writer/pdfkit.ts'
import type { Face, Glyph, Shaped } from '../typeset/fonts.ts'
import { glyphCode, num, utf16 } from '../writer/operators.ts'

/** What a glyph without text of its own stands for: some readers make up a text where there is none. */
const NOTHING = '\u2060'

/** What goes between the brackets of a `TJ`, from within a string on. */
export interface Operands {
  text: string
  /** Whether it ends within a string, which then goes on with the next operands. */
  open: boolean
}

/** A face as it is embedded in a document, with the numbers given to its glyphs. */
export class EmbeddedFace {
  private readonly font: EmbeddedFont
  private readonly face: Face
  /** Glyph numbers by glyph id and the text that it stands for. */
  private readonly numbers = new Map<string, number>()
  /** By number, as they stand in strings. */
  private readonly codes: string[] = []
  private readonly known = new Map<Shaped, Operands>()

  constructor(font: EmbeddedFont, face: Face) {
    this.font = font
    this.face = face
  }

  /** Its name in the resources of pages. */
  get id(): string {
    return this.font.id
  }

  ref(): Ref {
    return this.font.ref()
  }

  /** The operands of `TJ` for glyphs that stand on the base line one after the other. */
  operands(shaped: Shaped): Operands {
    const known = this.known.get(shaped)
    if (known !== undefined) return known
    let text = ''
    let open = true
    for (const glyph of shaped.glyphs) {
      const number = this.number(glyph)
      if (!open) text += '('
      text += this.codes[number]!
      const correction = this.font.widths[number]! - glyph.advance
      open = Math.abs(correction) <= 0.01
      if (!open) text += `)${num(correction)}`
    }
    const operands = { text, open }
    this.known.set(shaped, operands)
    return operands
  }

  /**
   * Operators for glyphs that are shifted, from the place (`x`, `y`) on. What has no text of its own, such as an Arabic
   * letter's dots, goes after the rest under an empty ActualText: in between, readers take it for a break in the word.
   * They take a raised mark for a line of its own, so its base says the text of both and the mark nothing; not from right
   * to left, where that would part the word too.
   */
  shifted(shaped: Shaped, size: number, x: number, y: number, rightToLeft: boolean): string[] {
    const scale = size / 1000
    const out: string[] = []
    const silent: string[] = []
    let pen = x
    // Marks that stand on nothing say what they are.
    let based = false
    for (const glyph of shaped.glyphs) {
      const place = `1 0 0 1 ${num(pen + glyph.dx * scale)} ${num(y + glyph.dy * scale)} Tm`
      const paint = `(${this.codes[this.number(glyph)]!}) Tj`
      const actual = rightToLeft ? null : glyph.advance === 0 && based ? '' : glyph.actual
      pen += glyph.advance * scale
      based ||= glyph.advance !== 0
      if (glyph.text === '' && glyph.advance === 0) silent.push(place, paint)
      else if (actual === null) out.push(place, paint)
      else out.push(`/Span <</ActualText <${utf16(actual)}>>> BDC`, place, paint, 'EMC')
    }
    if (silent.length > 0) out.push(`/Span <</ActualText <${utf16('')}>>> BDC`, ...silent, 'EMC')
    return out
  }

  /**
   * The number of a glyph in the embedded font. pdfkit keeps one text for each glyph, so that what shares a glyph (a
   * space and a no-break space, µ and μ) reads back wrong: here each pair of glyph and text has a number of its own.
   */
  private number(glyph: Glyph): number {
    const key = `${glyph.id} ${glyph.text}`
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const { font } = this
    const number = font.subset.glyphs.push(glyph.id) - 1
    font.subset.mapping[glyph.id] ??= number
    font.widths[number] = this.face.nominalAdvance(glyph.id)
    font.unicode[number] = Array.from(glyph.text === '' ? NOTHING : glyph.text, (each) => each.codePointAt(0)!)
    this.numbers.set(key, number)
    this.codes[number] = glyphCode(number)
    return number
  }
}

/** Whether all glyphs stand on the base line, one after the other. */
export function isSimple(shaped: Shaped): boolean {
  return shaped.glyphs.every((glyph) => glyph.dx === 0 && glyph.dy === 0 && (glyph.text !== '' || glyph.advance !== 0))
}
