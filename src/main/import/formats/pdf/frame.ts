import type { PlacedText } from './line.ts'

/** A transformation as in PDF 32000-1, 8.3.4: six numbers. */
export type Matrix = readonly number[]
type Six = readonly [number, number, number, number, number, number]

/** A page's transformation, its origin at the top left, and its measures in points. */
export interface Frame {
  toPage: Matrix
  width: number
  height: number
}

/** A piece of text where it stands on the page, in the direction in which it runs. */
export interface Placed {
  x: number
  y: number
  /** Length along its own line. */
  length: number
  /** Height of its letters. */
  size: number
  /** Degrees by which it is turned to the right; 0 for text that runs level, mirrored or not. */
  angle: number
  isMirrored: boolean
}

const LEVEL = 11
const SQUARE = 3
/** Part of a page's characters by which it is said to lie on its side. */
const MOST = 0.7

/** Places a piece of text on the page. Text that a vertical font shows is turned by a right angle, as its line is. */
export function place(item: PlacedText, toPage: Matrix): Placed {
  const [a, b, c, d, x, y] = multiply(toPage, item.transform)
  const size = Math.hypot(c, d) || Math.abs(item.height)
  if (item.dir === 'ttb') {
    const angle = snapped(90 + (Math.atan2(b, a) * 180) / Math.PI)
    return { x, y, length: Math.abs(item.height), size, angle, isMirrored: false }
  }
  const isMirrored = a < 0 && d < 0 && Math.abs(b) <= -a * 0.2
  const angle = isMirrored ? 0 : snapped((Math.atan2(b, a) * 180) / Math.PI)
  return { x, y, length: item.width, size, angle, isMirrored }
}

function snapped(angle: number): number {
  if (Math.abs(angle) <= LEVEL) return 0
  const right = Math.round(angle / 90) * 90
  return ((Math.abs(angle - right) <= SQUARE ? right : Math.round(angle)) + 360) % 360
}

/** A place seen along a direction: `x` runs with text turned by `angle` degrees, `y` below its lines. */
export function along(x: number, y: number, angle: number): readonly [number, number] {
  if (angle === 0) return [x, y]
  const cos = Math.cos((angle * Math.PI) / 180)
  const sin = Math.sin((angle * Math.PI) / 180)
  return [x * cos + y * sin, y * cos - x * sin]
}

/** The page turned so that most of its text runs level: tables are often laid on their side without the page saying so. */
export function upright(items: readonly PlacedText[], { toPage, width, height }: Frame): Frame {
  const characters = new Map<number, number>()
  let all = 0
  for (const item of items) {
    const length = item.str.trim().length
    if (length === 0) continue
    const { angle } = place(item, toPage)
    characters.set(angle, (characters.get(angle) ?? 0) + length)
    all += length
  }
  const is = (angle: number): boolean => (characters.get(angle) ?? 0) > all * MOST
  if (is(90)) return { toPage: multiply([0, -1, 1, 0, 0, width], toPage), width: height, height: width }
  if (is(180)) return { toPage: multiply([-1, 0, 0, -1, width, height], toPage), width, height }
  if (is(270)) return { toPage: multiply([0, 1, -1, 0, height, 0], toPage), width: height, height: width }
  return { toPage, width, height }
}

function multiply(m: Matrix, n: Matrix): Six {
  const [a, b, c, d, e, f] = six(m)
  const [g, h, i, j, k, l] = six(n)
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function six(matrix: Matrix): Six {
  const at = (index: number): number => matrix[index] ?? 0
  return [at(0), at(1), at(2), at(3), at(4), at(5)]
}
