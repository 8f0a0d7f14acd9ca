import type { PdfDocument, Ref } from '../writer/pdfkit.ts'
import { num } from '../writer/operators.ts'
import { CMYK, type PreparedImage, type PreparedImages, type StoredImage } from './images.ts'

/** An image as it is embedded. */
export interface EmbeddedImage {
  /** Its name in the resources of pages. */
  name: string
  ref: Ref
}

/** The images of a document. Each is embedded once, however often it's shown. */
export class EmbeddedImages {
  private readonly pdf: PdfDocument
  private readonly prepared: PreparedImages
  private readonly known = new Map<PreparedImage, EmbeddedImage>()
  private cmyk: unknown = null

  constructor(pdf: PdfDocument, prepared: PreparedImages) {
    this.pdf = pdf
    this.prepared = prepared
  }

  embedded(id: string): EmbeddedImage {
    const image = this.prepared.get(id)
    if (!image) throw new Error(`There is no image of ${id}`)
    let known = this.known.get(image)
    if (!known) {
      const more = image.mask === null ? {} : { SMask: this.write(image.mask, {}) }
      known = { name: `Im${this.known.size + 1}`, ref: this.write(image.stored, more) }
      this.known.set(image, known)
    }
    return known
  }

  /** The matrix that puts an image's unit square into a box, upright. Lengths count from the page's bottom left corner. */
  matrix(id: string, box: { x: number; y: number; width: number; height: number }): string {
    const [a, b, c, d, e, f] = UPRIGHT[(this.prepared.get(id)?.orientation ?? 1) - 1]!
    const { x, y, width, height } = box
    return [a * width, b * height, c * width, d * height, x + e * width, y + f * height].map(num).join(' ')
  }

  private write({ entries, data }: StoredImage, more: Record<string, unknown>): Ref {
    const ColorSpace = entries.ColorSpace === CMYK ? (this.cmyk ??= this.cmykSpace()) : entries.ColorSpace
    const ref = this.pdf.ref({ ...entries, ColorSpace, ...more })
    ref.end(data)
    return ref
  }

  /**
   * The four inks of print as colours of the screen. PDF/A-3 with an output intent for RGB has no DeviceCMYK (ISO 19005-3, 6.2.4.3);
   * inks with a function that says what they look like are allowed.
   */
  private cmykSpace(): unknown {
    const look = this.pdf.ref({ FunctionType: 4, Domain: [0, 1, 0, 1, 0, 1, 0, 1], Range: [0, 1, 0, 1, 0, 1] })
    look.end(Buffer.from(INKS_TO_LIGHT))
    return ['DeviceN', ['Cyan', 'Magenta', 'Yellow', 'Black'], 'DeviceRGB', look]
  }
}

/** From cyan, magenta, yellow and black to red, green and blue: each ink and the black take their part of the light away. */
const ONE_INK = '1 exch sub 3 index mul 3 1 roll'
const INKS_TO_LIGHT = `{ 1 exch sub 4 1 roll ${ONE_INK} ${ONE_INK} ${ONE_INK} 4 -1 roll pop }`

/** For each of EXIF's orientations, the matrix that turns the unit square upright (CIPA DC-008, 4.6.4 A). */
const UPRIGHT = [
  [1, 0, 0, 1, 0, 0],
  [-1, 0, 0, 1, 1, 0],
  [-1, 0, 0, -1, 1, 1],
  [1, 0, 0, -1, 0, 1],
  [0, -1, -1, 0, 1, 1],
  [0, -1, 1, 0, 0, 1],
  [0, 1, 1, 0, 0, 0],
  [0, 1, -1, 0, 1, 0]
] as const
