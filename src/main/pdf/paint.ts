import { pdfText, element, type Element } from './structure.ts'
import type { PdfDocument, Ref } from './document.ts'
import { EmbeddedFace, isSimple } from './embedded-face.ts'
import type { Face } from './fonts.ts'
import { num, rgb, utf16 } from './operators.ts'
import { EmbeddedImages } from './images/embed.ts'
import type { PreparedImages } from './images/images.ts'
import type { Box, PlacedImage, PlacedLine } from './rows.ts'
import type { Target } from '../../shared/composition/block.ts'
import type { Line, Piece } from './inline.ts'

/** How far a bar reaches around the words on it: above the base line and in all, as parts of their size; at their sides in points. */
const BAR_ASCENT = 1.02
const BAR_HEIGHT = 1.34
const BAR_PADDING = 0.9

/**
 * Writes text and shapes into pages. Text goes out as `TJ` operators in the order of the text, inside the marked content
 * of the element that owns it.
 */
export class Painter {
  private readonly pdf: PdfDocument
  private readonly images: EmbeddedImages
  private readonly faces = new Map<Face, EmbeddedFace>()
  private readonly named = new Set<string>()
  private out: string[] = []
  /** The element whose marked content is open. */
  private owner: Element | null = null
  /** Operator that set the font, and the colour: both last until the page ends. */
  private font = ''
  private color = ''

  constructor(pdf: PdfDocument, images: PreparedImages) {
    this.pdf = pdf
    this.images = new EmbeddedImages(pdf, images)
  }

  startPage(): void {
    this.pdf.addPage()
    // pdfkit turns the page upside down; this turns it back.
    this.font = ''
    this.color = ''
    this.out = ['q', `1 0 0 -1 0 ${num(this.pdf.page.height)} cm`]
  }

  endPage(): void {
    this.disown()
    this.out.push('Q')
    this.pdf.page.content.write(Buffer.from(`${this.out.join('\n')}\n`, 'latin1'))
  }

  /** Fills rectangles. Lengths count from the page's top left corner. */
  boxes(boxes: readonly Box[]): void {
    if (boxes.length === 0) return
    this.disown()
    this.out.push('/Artifact <</Type /Layout>> BDC')
    this.rectangles(boxes)
    this.out.push('EMC')
  }

  private rectangles(boxes: readonly Box[]): void {
    for (const { x, y, width, height, color } of boxes) {
      const bottom = this.pdf.page.height - y - height
      this.fill(color)
      this.out.push(`${num(x)} ${num(bottom)} ${num(width)} ${num(height)} re f`)
    }
  }

  /** Paints an image whose row starts at (`left`, `top`). */
  image({ id, owner, x, y, width, height }: PlacedImage, left: number, top: number): void {
    const { page } = this.pdf
    const { name, ref } = this.images.embedded(id)
    page.xobjects[name] ??= ref
    const box = { x: left + x, y: page.height - top - y - height, width, height }
    owner.box = [box.x, box.y, box.x + width, box.y + height].map(num)
    this.own(owner)
    this.out.push(`q ${this.images.matrix(id, box)} cm /${name} Do Q`)
  }

  /** A dotted line between two places of one base line. */
  leaders(from: number, to: number, y: number, color: string): void {
    const height = num(this.pdf.page.height - y)
    this.disown()
    this.out.push('/Artifact <</Type /Layout>> BDC')
    this.out.push(`q ${rgb(color)} RG 0.9 w 1 J [0 4] 0 d ${num(from)} ${height} m ${num(to)} ${height} l S Q`)
    this.out.push('EMC')
  }

  /** Text that repeats on pages: headers, footers, a table's header on the next page. */
  furniture(place: 'Header' | 'Footer' | 'Repeated', paint: () => void): void {
    const detail =
      place === 'Repeated' ? '' : ` /Subtype /${place} /Attached [/${place === 'Header' ? 'Top' : 'Bottom'}]`
    this.disown()
    this.out.push(`/Artifact <</Type /Pagination${detail}>> BDC`)
    paint()
    this.out.push('EMC')
  }

  /** Paints a line whose row starts at (`left`, `top`). Without an owner the caller must have opened an artifact. */
  line(placed: PlacedLine, left: number, top: number): void {
    const { line, owner } = placed
    const positions = piecePositions(placed, left)
    const y = top + placed.y
    const baseline = y + line.ascent
    this.bars(line, positions, baseline, owner === null)
    if (!owner) {
      this.text(line.pieces, positions, 0, line.pieces.length, baseline)
      return
    }
    for (const [start, end] of linkGroups(line)) {
      const { target, about, note, anchor } = line.pieces[start]!.span
      const parent = note ? element('Reference', owner) : owner
      const holder = target ? element('Link', parent) : owner
      this.own(holder)
      this.text(line.pieces, positions, start, end, baseline)
      if (target) {
        const xs = positions.slice(start, end)
        const left = Math.min(...xs)
        const right = Math.max(...xs.map((x, i) => x + line.pieces[start + i]!.width))
        this.link(holder, target, about, { x: left, y, width: right - left, height: line.height })
      }
      if (anchor !== null) this.destination(anchor, left, y)
      if (note) owner.kids.push(note.owner)
    }
  }

  /** Names a place for links and bookmarks; the first place keeps a name. */
  destination(name: string, left: number, top: number): void {
    if (this.named.has(name)) return
    this.named.add(name)
    this.pdf.addNamedDestination(name, 'XYZ', num(left), Math.max(0, num(top - 12)), null)
  }

  /** Opens marked content of an element; that of the same element goes on, as a paragraph's lines do. */
  private own(owner: Element): void {
    if (this.owner === owner) return
    this.disown()
    const { page } = this.pdf
    const contents = this.pdf.getStructParentTree().get(page.structParentTreeKey) as (Ref | null)[]
    const mcid = contents.length
    contents.push(null)
    owner.kids.push({ page: page.dictionary, mcid })
    this.out.push(`/${owner.role} <</MCID ${mcid}>> BDC`)
    this.owner = owner
  }

  /** Paints the bars on which words stand, behind them. `within` says that an artifact is open. */
  private bars({ pieces }: Line, positions: readonly number[], baseline: number, within: boolean): void {
    const bars = pieces.flatMap(({ span, width }, i): Box[] => {
      if (span.bar === undefined) return []
      const [y, height] = [baseline - span.rise - span.size * BAR_ASCENT, span.size * BAR_HEIGHT]
      return [{ x: positions[i]! - BAR_PADDING, y, width: width + BAR_PADDING * 2, height, color: span.bar }]
    })
    if (within) this.rectangles(bars)
    else this.boxes(bars)
  }

  private disown(): void {
    if (this.owner) this.out.push('EMC')
    this.owner = null
  }

  private link(
    owner: Element,
    target: Target,
    about: string,
    box: { x: number; y: number; width: number; height: number }
  ): void {
    const { page } = this.pdf
    const action =
      'uri' in target ? { S: 'URI', URI: pdfText(target.uri) } : { S: 'GoTo', D: pdfText(target.destination) }
    const annotation = this.pdf.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [box.x, page.height - box.y - box.height, box.x + box.width, page.height - box.y].map(num),
      Border: [0, 0, 0],
      F: 4,
      A: action,
      Contents: pdfText(about),
      StructParent: this.pdf.createStructParentTreeNextKey()
    })
    annotation.end()
    page.annotations.push(annotation)
    owner.kids.push({ page: page.dictionary, annotation })
  }

  private text(
    pieces: readonly Piece[],
    positions: readonly number[],
    start: number,
    end: number,
    baseline: number
  ): void {
    const y = this.pdf.page.height - baseline
    const { out } = this
    out.push('BT')
    // Not a number where the pen's place isn't known.
    let pen = NaN
    let height = NaN
    let open = ''
    const close = (): void => {
      if (open !== '') out.push(`[${open}] TJ`)
      open = ''
    }
    for (let i = start; i < end; i++) {
      const piece = pieces[i]!
      const { span, face, shaped } = piece
      const embedded = this.embedded(face)
      const nextFont = `/${embedded.id} ${num(span.size)} Tf`
      if (nextFont !== this.font || span.color !== this.color || span.actual !== null) {
        close()
        if (nextFont !== this.font) out.push((this.font = nextFont))
        this.fill(span.color)
      }
      const x = positions[i]!
      if (!(Math.abs(x - pen) <= 0.005) || y + span.rise !== height) {
        close()
        out.push(`1 0 0 1 ${num(x)} ${num(y + span.rise)} Tm`)
      }
      height = y + span.rise
      pen = x + piece.width
      if (span.actual !== null) out.push(`/Span <</ActualText <${utf16(span.actual)}>>> BDC`)
      if (isSimple(shaped)) open = joined(open, embedded.operands(shaped))
      else {
        close()
        out.push(...embedded.shifted(shaped, span.size, x, y + span.rise))
        pen = NaN
      }
      if (span.actual !== null) {
        close()
        out.push('EMC')
      }
    }
    close()
    out.push('ET')
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

/** Operands of `TJ` one after the other, neighbouring strings made one. */
function joined(first: string, second: string): string {
  return first.endsWith('>') && second.startsWith('<') ? first.slice(0, -1) + second.slice(1) : first + second
}

/** Where each piece of a line starts, in the order of its text. */
function piecePositions({ line, x, width, align }: PlacedLine, left: number): number[] {
  const atEnd = (align === 'end') !== line.rightToLeft
  const spare = width - line.width
  let at = left + x + (align === 'center' ? spare / 2 : atEnd ? spare : 0)
  if (line.visual === line.pieces) {
    return line.pieces.map((piece) => {
      at += piece.width
      return at - piece.width
    })
  }
  const places = new Map<Piece, number>()
  for (const piece of line.visual) {
    places.set(piece, at)
    at += piece.width
  }
  return line.pieces.map((piece) => places.get(piece)!)
}

/** Ranges of a line's pieces: one for each link, for each place with a destination, and for what stands between. */
function linkGroups(line: Line): [start: number, end: number][] {
  const groups: [number, number][] = []
  const { pieces } = line
  let start = 0
  while (start < pieces.length) {
    const { span } = pieces[start]!
    const alone = span.target !== null || span.anchor !== null
    let end = start + 1
    for (; end < pieces.length; end++) {
      const next = pieces[end]!.span
      if (alone ? next !== span : next.target !== null || next.anchor !== null) break
    }
    groups.push([start, end])
    start = end
  }
  return groups
}
