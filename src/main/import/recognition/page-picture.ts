import { OPS, Util, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import type { GreyImage } from './grey.ts'

/** A page as it is drawn: pixels, and how many of them stand in an inch. */
export interface PagePicture {
  image: GreyImage
  dpi: number
}

/** Letters of usual size have enough pixels at the upper bound; below the lower the engine guesses. */
const FINEST_DPI = 300
const COARSEST_DPI = 150
/** Of a page, whatever its size is said to be: an A3 page at 300 dots per inch has 17 million. */
const MOST_PIXELS = 20_000_000
/** Of one picture of a page, before it is unpacked. */
const MOST_PICTURE_PIXELS = 80_000_000
const POINTS_PER_INCH = 72

type Matrix = [number, number, number, number, number, number]
const Numbers = z.array(z.number())
/** How pdf.js hands over what it unpacked: kinds of one bit, three bytes and four bytes a pixel. */
const Unpacked = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  kind: z.number().optional(),
  data: z.union([z.instanceof(Uint8Array), z.instanceof(Uint8ClampedArray), z.string()])
})
type Unpacked = z.infer<typeof Unpacked>
/** `ImageKind` of pdf.js. */
const ONE_BIT = 1
const THREE_BYTES = 2

interface Placed {
  picture: Unpacked
  /** From the unit square, as PDF places pictures, to the page in points from its upper left corner. */
  matrix: Matrix
  /** The shade in which a stencil's bits are painted; null for a picture with shades of its own. */
  stencil: number | null
}

/**
 * Draws the pictures of a page of a PDF, and nothing else of it, in grey and in their own resolution up to 300 dots per inch: a scan is one picture, or a few.
 * Nothing is drawn but by this code: no canvas, no face. Null when the page shows no picture of a size in which a text could stand.
 */
export async function pagePicture(page: PDFPageProxy): Promise<PagePicture | null> {
  const view = page.getViewport({ scale: 1 })
  const placed = await placedPictures(page, view.transform as Matrix)
  if (placed.length === 0) return null
  const finest = Math.max(...placed.map(resolutionOf))
  const most = Math.sqrt(MOST_PIXELS / (view.width * view.height)) * POINTS_PER_INCH
  const dpi = Math.min(FINEST_DPI, Math.max(COARSEST_DPI, finest), most)
  const scale = dpi / POINTS_PER_INCH
  const width = Math.max(1, Math.round(view.width * scale))
  const height = Math.max(1, Math.round(view.height * scale))
  const image: GreyImage = { width, height, data: new Uint8Array(width * height).fill(255) }
  for (const each of placed) paint(image, each, scale)
  return { image, dpi }
}

/** Pixels in an inch of the page. */
function resolutionOf({ picture, matrix }: Placed): number {
  const [a, b, c, d] = matrix
  const across = picture.width / Math.hypot(a, b)
  const down = picture.height / Math.hypot(c, d)
  return Math.max(across, down) * POINTS_PER_INCH
}

async function placedPictures(page: PDFPageProxy, toPage: Matrix): Promise<Placed[]> {
  const list = await page.getOperatorList()
  const placed: Placed[] = []
  const stack: { matrix: Matrix; shade: number }[] = []
  let matrix = toPage
  let shade = 0
  const add = (found: unknown, own: Matrix, stencil: number | null): void => {
    const picture = Unpacked.safeParse(found).data
    if (
      picture &&
      picture.width * picture.height <= MOST_PICTURE_PIXELS &&
      Math.abs(own[0] * own[3] - own[1] * own[2]) > 0
    )
      placed.push({ picture, matrix: own, stencil })
  }
  for (const [i, operator] of list.fnArray.entries()) {
    const operands: unknown = list.argsArray[i]
    const given: unknown[] = Array.isArray(operands) ? operands : []
    switch (operator) {
      case OPS.save:
        stack.push({ matrix, shade })
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        ;({ matrix, shade } = stack.pop() ?? { matrix, shade })
        break
      case OPS.paintFormXObjectBegin:
        stack.push({ matrix, shade })
        matrix = times(matrix, given[0])
        break
      case OPS.transform:
        matrix = times(matrix, given)
        break
      case OPS.setFillRGBColor:
        shade = shadeOf(given)
        break
      case OPS.paintImageXObject:
        add(await objectOf(page, given[0]), matrix, null)
        break
      case OPS.paintInlineImageXObject:
        add(given[0], matrix, null)
        break
      case OPS.paintImageMaskXObject: {
        const mask = Unpacked.safeParse(given[0]).data
        if (mask) add(typeof mask.data === 'string' ? await objectOf(page, mask.data) : mask, matrix, shade)
        break
      }
    }
  }
  return placed
}

function times(matrix: Matrix, other: unknown): Matrix {
  const numbers = Numbers.length(6).safeParse(Array.isArray(other) ? other : Array.from((other as number[]) ?? []))
  return numbers.success ? (Util.transform(matrix, numbers.data) as Matrix) : matrix
}

/** The shade of a colour: `#rrggbb`, or its three parts. */
function shadeOf([color, ...rest]: unknown[]): number {
  const parts =
    typeof color === 'string'
      ? [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16))
      : Numbers.length(3).safeParse([color, ...rest]).data
  return parts ? luminance(parts[0]!, parts[1]!, parts[2]!) : 0
}

function luminance(red: number, green: number, blue: number): number {
  return (red * 77 + green * 151 + blue * 28) >> 8
}

/** What pdf.js unpacked under a name, when it has come. Pictures that several pages show are kept apart. */
function objectOf(page: PDFPageProxy, name: unknown): Promise<unknown> {
  if (typeof name !== 'string') return Promise.resolve(null)
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    objects.get(name, resolve)
  })
}

/** Paints one picture: each pixel of the page within it is the mean of as many of its pixels as fall on it. */
function paint(page: GreyImage, { picture, matrix, stencil }: Placed, scale: number): void {
  const [a, b, c, d, e, f] = matrix.map((value) => value * scale) as Matrix
  const det = a * d - b * c
  const xs = [e, e + a, e + c, e + a + c]
  const ys = [f, f + b, f + d, f + b + d]
  const from = { x: Math.max(0, Math.floor(Math.min(...xs))), y: Math.max(0, Math.floor(Math.min(...ys))) }
  const to = {
    x: Math.min(page.width, Math.ceil(Math.max(...xs))),
    y: Math.min(page.height, Math.ceil(Math.max(...ys)))
  }
  const { width, height } = picture
  const sample = samplerOf(picture, stencil)
  // How many of the picture's pixels stand in one of the page's.
  const finer = Math.sqrt((width * height) / Math.abs(det))
  const steps = Math.min(4, Math.max(1, Math.round(finer)))
  const samples = steps * steps
  for (let y = from.y; y < to.y; y++) {
    for (let x = from.x; x < to.x; x++) {
      let sum = 0
      let covered = 0
      for (let sy = 0; sy < steps; sy++) {
        for (let sx = 0; sx < steps; sx++) {
          const px = x + (sx + 0.5) / steps - e
          const py = y + (sy + 0.5) / steps - f
          // The unit square's origin is the picture's lower left corner.
          const u = Math.floor(((d * px - c * py) / det) * width)
          const v = Math.floor((1 - (a * py - b * px) / det) * height)
          if (u < 0 || v < 0 || u >= width || v >= height) continue
          const shade = sample(u, v)
          if (shade < 0) continue
          sum += shade
          covered++
        }
      }
      if (covered === 0) continue
      const at = y * page.width + x
      page.data[at] = (sum + page.data[at]! * (samples - covered)) / samples
    }
  }
}

/** The shade of one of a picture's pixels; -1 where it lets see what is below. */
function samplerOf({ data, width, kind }: Unpacked, stencil: number | null): (x: number, y: number) => number {
  if (typeof data === 'string') return () => -1
  const row = (width + 7) >> 3
  const bit = (x: number, y: number): number => (data[y * row + (x >> 3)]! >> (7 - (x & 7))) & 1
  // A stencil's bits that are 0 are painted.
  if (stencil !== null) return (x, y) => (bit(x, y) === 0 ? stencil : -1)
  if (kind === ONE_BIT) return (x, y) => (bit(x, y) === 0 ? 0 : 255)
  if (kind === THREE_BYTES)
    return (x, y) => {
      const at = (y * width + x) * 3
      return luminance(data[at]!, data[at + 1]!, data[at + 2]!)
    }
  return (x, y) => {
    const at = (y * width + x) * 4
    return data[at + 3]! < 128 ? -1 : luminance(data[at]!, data[at + 1]!, data[at + 2]!)
  }
}
