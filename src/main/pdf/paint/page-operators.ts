import type { Box } from '../layout/rows.ts'
import type { Face } from '../typeset/fonts.ts'
import type { Piece, Span } from '../typeset/line.ts'
import { num, rgb, utf16 } from '../writer/operators.ts'
import type { PdfDocument } from '../writer/pdfkit.ts'
import { FRAME_FONT, FRAME_LETTERS } from '../../../shared/composition/signature-frame.ts'
import { EmbeddedFace, isSimple } from './embedded-face.ts'

/**
 * The operators of a page. Text goes out as `TJ` in the order of the text. Words from right to left are marked as such, as their glyphs go
 * from left to right.
 */
export class PageOperators {
  readonly out: string[] = []
  private readonly pdf: PdfDocument
  private readonly faces: Map<Face, EmbeddedFace>
  /** Operator that set the font, and the colour: both last until the page ends. */
  private font = ''
  private color = ''

  /** `faces` are those that the document embeds so far. */
  constructor(pdf: PdfDocument, faces: Map<Face, EmbeddedFace>) {
    this.pdf = pdf
    this.faces = faces
  }

  /** Fills rectangles. Lengths count from the page's top left corner. */
  rectangles(boxes: readonly Box[]): void {
    for (const { x, y, width, height, color } of boxes) {
      const bottom = this.pdf.page.height - y - height
      this.fill(color)
      this.out.push(`${num(x)} ${num(bottom)} ${num(width)} ${num(height)} re f`)
    }
  }

  /** Shows the pieces `start` up to `end` of a line, `end` exclusive, each at its place. */
  text(pieces: readonly Piece[], positions: readonly number[], start: number, end: number, baseline: number): void {
    const { out } = this
    const bottom = this.pdf.page.height - baseline
    out.push('BT')
    let span: Span | null = null
    let face: Face | null = null
    let embedded: EmbeddedFace | null = null
    let y = NaN
    // Not a number where the pen's place isn't known.
    let pen = NaN
    let height = NaN
    let text = ''
    let open = false
    const close = (): void => {
      if (text !== '') out.push(`[${text}${open ? ')' : ''}] TJ`)
      text = ''
      open = false
    }
    for (let i = start; i < end; i++) {
      const piece = pieces[i]!
      if (piece.span !== span || piece.face !== face || embedded === null) {
        ;({ span, face } = piece)
        embedded = this.embedded(face)
        y = bottom + span.rise
        const font = `/${embedded.id} ${num(span.size)} Tf`
        if (font !== this.font || span.color !== this.color || isMarked(span)) {
          close()
          if (font !== this.font) out.push((this.font = font))
          this.fill(span.color)
        }
      }
      const { shaped, width } = piece
      const x = positions[i]!
      if (!(Math.abs(x - pen) <= 0.005) || y !== height) {
        close()
        out.push(`1 0 0 1 ${num(x)} ${num(y)} Tm`)
      }
      height = y
      pen = x + width
      const marked = markedAs(span)
      if (marked !== '') out.push(`/Span <<${marked}>> BDC`)
      const rightToLeft = (piece.level & 1) === 1
      if (rightToLeft) {
        close()
        out.push('/ReversedChars BMC')
      }
      if (isSimple(shaped)) {
        const operands = embedded.operands(shaped)
        text += open ? operands.text : `(${operands.text}`
        open = operands.open
      } else {
        close()
        out.push(...embedded.shifted(shaped, span.size, x, y, rightToLeft))
        pen = NaN
      }
      if (rightToLeft) {
        close()
        out.push('EMC')
      }
      if (marked !== '') {
        close()
        out.push('EMC')
      }
    }
    close()
    out.push('ET')
  }

  /** Embeds the letters of a face that a signature’s frame may show, though nothing shows them yet. */
  keep(face: Face): void {
    const embedded = this.embedded(face)
    for (const point of FRAME_LETTERS)
      if (face.covers(point)) embedded.operands(face.shape(String.fromCodePoint(point), false))
    this.pdf.page.fonts[FRAME_FONT] = embedded.ref()
  }

  private embedded(face: Face): EmbeddedFace {
    let embedded = this.faces.get(face)
    if (!embedded) {
      this.pdf.font(face.font, face.name)
      embedded = new EmbeddedFace(this.pdf._font, face)
      this.faces.set(face, embedded)
    }
    this.pdf.page.fonts[embedded.id] ??= embedded.ref()
    return embedded
  }

  /** Sets the colour of what is filled, which stays from text to text. */
  private fill(color: string): void {
    if (color !== this.color) this.out.push(`${rgb((this.color = color))} rg`)
  }
}

function isMarked({ actual, foreign }: Span): boolean {
  return actual !== null || foreign === true
}

/** What readers are told of a span besides its glyphs: the text it stands for, its language. */
function markedAs(span: Span): string {
  if (!isMarked(span)) return ''
  const actual = span.actual === null ? '' : `/ActualText <${utf16(span.actual)}>`
  return span.foreign ? `${actual}/Lang <${utf16(span.language ?? '')}>` : actual
}
