import { element, ParentTree, type Element } from '../writer/structure.ts'
import type { PdfDocument, Ref } from '../writer/pdfkit.ts'
import type { EmbeddedFace } from './embedded-face.ts'
import { PageOperators } from './page-operators.ts'
import type { Face } from '../typeset/fonts.ts'
import { nameTable, Raw, reference, reserveObject, writeObject } from '../writer/object-writer.ts'
import { literal, num, rgb } from '../writer/operators.ts'
import { packed, waitingContent, type WaitingContent } from '../writer/page-content.ts'
import { groupEnd, piecePositions } from '../layout/pieces.ts'
import { EmbeddedImages } from '../images/embed.ts'
import type { PreparedImages } from '../images/images.ts'
import type { Box, PlacedImage, PlacedLine } from '../layout/rows.ts'
import { cut } from '../../../shared/composition/printable.ts'
import { FINGERPRINT_PLACE } from '../../../shared/proof/proof.ts'
import type { Target } from '../../../shared/composition/block.ts'
import type { Line } from '../typeset/line.ts'

/** Characters that a screen reader is told of a link, which each of its lines repeats. */
const MOST_SPOKEN = 300

/** Pieces of a line that are painted together. */
interface Stretch {
  owner: Element
  line: Line
  /** Range of the line's pieces. */
  start: number
  end: number
  positions: readonly number[]
  /** Of the row. */
  left: number
  /** Top of the line. */
  y: number
}

/** How far a bar reaches around the words on it: above the base line and in all, as parts of their size; at their sides in points. */
const BAR_ASCENT = 1.02
const BAR_HEIGHT = 1.34
const BAR_PADDING = 0.9

/**
 * Writes text and shapes into pages: what belongs to an element inside the marked content of that element, all else in artifacts.
 */
export class Painter {
  private readonly pdf: PdfDocument
  private readonly images: EmbeddedImages
  private readonly faces = new Map<Face, EmbeddedFace>()
  /** From marked content and links back to their elements. */
  readonly parents = new ParentTree()
  private readonly named = new Map<string, string>()
  private operators: PageOperators
  /** Which of the operators shows the place of the fingerprint; null where none does. */
  private place: number | null = null
  /** Contents that wait for the fingerprint. */
  readonly waiting: WaitingContent[] = []
  /** Pieces of marked content of the page so far, and its links. */
  private contents = 0
  private links: string[] = []
  /** The element whose marked content is open. */
  private owner: Element | null = null

  constructor(pdf: PdfDocument, images: PreparedImages) {
    this.pdf = pdf
    this.images = new EmbeddedImages(pdf, images)
    this.operators = new PageOperators(pdf, this.faces)
  }

  startPage(): void {
    this.pdf.addPage()
    this.pdf.page.dictionary.data.StructParents = this.parents.key()
    this.contents = 0
    this.links = []
    this.operators = new PageOperators(this.pdf, this.faces)
    this.place = null
  }

  endPage(): void {
    this.disown()
    const { content, dictionary } = this.pdf.page
    // Drops what pdfkit begins a page with: it turns it upside down.
    content.buffer = []
    content.compress = false
    if (this.place === null) content.write(packed(this.operators.out))
    else this.waiting.push(waitingContent(content, this.operators.out, this.place))
    if (this.links.length > 0) dictionary.data.Annots = new Raw(`[${this.links.join(' ')}]`)
  }

  /** Writes what belongs to no page: the places that links and bookmarks lead to. */
  end(): void {
    const names = this.pdf._root.data.Names as Ref
    names.data.Dests = new Raw(nameTable(this.named))
  }

  /** Fills rectangles. Lengths count from the page's top left corner. */
  boxes(boxes: readonly Box[]): void {
    if (boxes.length === 0) return
    this.disown()
    this.operators.out.push('/Artifact <</Type /Layout>> BDC')
    this.operators.rectangles(boxes)
    this.operators.out.push('EMC')
  }

  /** Paints an image whose row starts at (`left`, `top`). */
  image({ id, owner, x, y, width, height }: PlacedImage, left: number, top: number): void {
    const { page } = this.pdf
    const { name, ref } = this.images.embedded(id)
    page.xobjects[name] ??= ref
    const box = { x: left + x, y: page.height - top - y - height, width, height }
    owner.box = [box.x, box.y, box.x + width, box.y + height].map(num)
    this.own(owner)
    this.operators.out.push(`q ${this.images.matrix(id, box)} cm /${name} Do Q`)
  }

  /** Keeps the letters of a face ready on the page for what is set there when the document is done. */
  keep(face: Face): void {
    this.operators.keep(face)
  }

  /** A dotted line between two places of one base line. */
  leaders(from: number, to: number, y: number, color: string): void {
    const height = num(this.pdf.page.height - y)
    this.disown()
    this.operators.out.push('/Artifact <</Type /Layout>> BDC')
    this.operators.out.push(
      `q ${rgb(color)} RG 0.9 w 1 J [0 4] 0 d ${num(from)} ${height} m ${num(to)} ${height} l S Q`
    )
    this.operators.out.push('EMC')
  }

  /** Text that repeats on pages: headers, footers, a table's header on the next page. */
  furniture(place: 'Header' | 'Footer' | 'Repeated', paint: () => void): void {
    const detail =
      place === 'Repeated' ? '' : ` /Subtype /${place} /Attached [/${place === 'Header' ? 'Top' : 'Bottom'}]`
    this.disown()
    this.operators.out.push(`/Artifact <</Type /Pagination${detail}>> BDC`)
    paint()
    this.operators.out.push('EMC')
  }

  /** Paints a line whose row starts at (`left`, `top`). Without an owner the caller must have opened an artifact. */
  line(placed: PlacedLine, left: number, top: number): void {
    const { line, owner } = placed
    const { pieces } = line
    const positions = piecePositions(placed, left)
    const y = top + placed.y
    const baseline = y + line.ascent
    this.bars(line, positions, baseline, owner === null)
    if (!owner) {
      this.operators.text(pieces, positions, 0, pieces.length, baseline)
      return
    }
    for (let start = 0; start < pieces.length;) {
      const end = groupEnd(pieces, start)
      this.group({ owner, line, start, end, positions, left, y })
      start = end
    }
  }

  /** Paints pieces that have one link or place, or none, in common. */
  private group({ owner, line, start, end, positions, left, y }: Stretch): void {
    const { pieces } = line
    const { target, about, note, anchor } = pieces[start]!.span
    const parent = note ? element('Reference', owner) : owner
    const holder = target ? element('Link', parent) : owner
    this.own(holder)
    const before = this.operators.out.length
    this.operators.text(pieces, positions, start, end, y + line.ascent)
    if (pieces[start]!.span.text === FINGERPRINT_PLACE)
      this.place = before + this.operators.out.slice(before).findIndex(isShowing)
    if (target) {
      const xs = positions.slice(start, end)
      const from = Math.min(...xs)
      const to = Math.max(...xs.map((x, i) => x + pieces[start + i]!.width))
      this.link(holder, target, about, { x: from, y, width: to - from, height: line.height })
    }
    if (anchor !== null) this.destination(anchor, left, y)
    if (note) owner.kids.push(note.owner)
  }

  /** Names a place for links and bookmarks; the first place keeps a name. */
  destination(name: string, left: number, top: number): void {
    if (this.named.has(name)) return
    const { dictionary, height } = this.pdf.page
    const y = num(height - Math.max(0, num(top - 12)))
    this.named.set(name, `[${reference(dictionary.id)}/XYZ ${num(left)} ${y} null]`)
  }

  /** Opens marked content of an element; that of the same element goes on, as a paragraph's lines do. */
  private own(owner: Element): void {
    if (this.owner === owner) return
    this.disown()
    const mcid = this.contents++
    owner.kids.push({ page: this.pdf.page.dictionary, mcid })
    this.operators.out.push(`/${owner.role} <</MCID ${mcid}>> BDC`)
    this.owner = owner
  }

  /** Paints the bars on which words stand, behind them. `within` says that an artifact is open. */
  private bars({ pieces }: Line, positions: readonly number[], baseline: number, within: boolean): void {
    const bars = pieces.flatMap(({ span, width }, i): Box[] => {
      if (span.bar === undefined) return []
      const [y, height] = [baseline - span.rise - span.size * BAR_ASCENT, span.size * BAR_HEIGHT]
      return [{ x: positions[i]! - BAR_PADDING, y, width: width + BAR_PADDING * 2, height, color: span.bar }]
    })
    if (within) this.operators.rectangles(bars)
    else this.boxes(bars)
  }

  private disown(): void {
    if (this.owner) this.operators.out.push('EMC')
    this.owner = null
  }

  private link(
    owner: Element,
    target: Target,
    about: string,
    box: { x: number; y: number; width: number; height: number }
  ): void {
    const { dictionary, height } = this.pdf.page
    const annotation = reserveObject(this.pdf)
    const key = this.parents.key()
    const edges = [box.x, height - box.y - box.height, box.x + box.width, height - box.y].map(num)
    const action = 'uri' in target ? `/S/URI/URI${literal(target.uri)}` : `/S/GoTo/D${literal(target.destination)}`
    writeObject(
      this.pdf,
      annotation,
      `<</Type/Annot/Subtype/Link/Rect[${edges.join(' ')}]/Border[0 0 0]/F 4/A<<${action}>>` +
        `/Contents${literal(cut(about, MOST_SPOKEN))}/StructParent ${key}>>`
    )
    this.links.push(reference(annotation))
    owner.kids.push({ page: dictionary, annotation, key })
  }
}

function isShowing(operator: string): boolean {
  return operator.endsWith(' TJ')
}
