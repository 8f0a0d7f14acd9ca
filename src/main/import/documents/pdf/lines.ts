/** A run of text as a PDF shows it: a baseline's characters side by side. Measures in points, `base` from the page's top. */
export interface Line {
  text: string
  left: number
  right: number
  base: number
  /** Height of its letters. */
  size: number
}

/** A piece of text with its place, as pdf.js gives it. */
export interface PlacedText {
  str: string
  /** `ltr`, `rtl` or `ttb`. */
  dir: string
  /** From text space to the page's, as in PDF 32000-1, 8.3.4. */
  transform: readonly number[]
  width: number
  height: number
}

type Matrix = readonly number[]

/** Parts of the letters' height. */
const SAME_BASE = 0.35
const RAISED = 0.6
const WORD_GAP = 0.17
const COLUMN_GAP = 1.6
const OVERPRINT = 0.6

/**
 * Joins pieces of text to lines, in the order in which the page's program shows them. A gap wider than one between words, as between columns or
 * cells, begins a line of its own. `toPage` is the page's transformation, its origin at the top left.
 */
export function toLines(items: readonly PlacedText[], toPage: Matrix): Line[] {
  const lines: Line[] = []
  let open: Line | null = null
  for (const item of items) {
    if (item.str === '') continue
    const placed = place(item, toPage)
    if (placed.text.trim() === '') {
      if (open && !/\s$/.test(open.text) && goesOn(open, placed, item.dir)) open.text += ' '
      continue
    }
    if (open && goesOn(open, placed, item.dir)) append(open, placed, item.dir)
    else if (!open || !isOverprint(open, placed)) {
      open = placed
      lines.push(open)
    }
  }
  return lines.flatMap((line) => {
    const text = line.text.replace(/[ \t\n\r\f\v]+/g, ' ').trim()
    return text === '' ? [] : [{ ...line, text: cleaned(text) }]
  })
}

function place(item: PlacedText, toPage: Matrix): Line {
  const [a, b, c, d, x, y] = multiply(toPage, item.transform)
  const size = Math.hypot(c, d) || Math.abs(item.height)
  // Text that doesn't run from left to right keeps its length along its own line.
  const isLevel = Math.abs(b) <= Math.abs(a) * 0.2
  const left = isLevel && a < 0 ? x - item.width : x
  return { text: item.str, left, right: left + (isLevel ? item.width : size), base: y, size }
}

function multiply(m: Matrix, n: Matrix): [number, number, number, number, number, number] {
  const at = (matrix: Matrix, index: number): number => matrix[index] ?? 0
  const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map((index) => at(m, index)) as [
    number,
    number,
    number,
    number,
    number,
    number
  ]
  return [
    a * at(n, 0) + c * at(n, 1),
    b * at(n, 0) + d * at(n, 1),
    a * at(n, 2) + c * at(n, 3),
    b * at(n, 2) + d * at(n, 3),
    a * at(n, 4) + c * at(n, 5) + e,
    b * at(n, 4) + d * at(n, 5) + f
  ]
}

/** Whether a piece stands beside the line's end: on its baseline, or raised or lowered a little as notes' numbers are. */
function goesOn(line: Line, next: Line, dir: string): boolean {
  const size = Math.max(line.size, next.size)
  const shift = Math.abs(line.base - next.base)
  const gap = gapBetween(line, next, dir)
  if (gap < -OVERPRINT * size || gap > COLUMN_GAP * size) return false
  if (shift <= SAME_BASE * size) return true
  return shift <= RAISED * size && Math.min(line.size, next.size) < size * 0.85 && gap < WORD_GAP * 2 * size
}

function gapBetween(line: Line, next: Line, dir: string): number {
  return dir === 'rtl' ? line.left - next.right : next.left - line.right
}

/** The same words printed a second time a hair away, by which some programs make bold. */
function isOverprint(line: Line, next: Line): boolean {
  return (
    line.text.trim().endsWith(next.text.trim()) &&
    Math.abs(line.base - next.base) < 0.1 * line.size &&
    Math.abs(line.right - next.right) < 0.1 * line.size
  )
}

function append(line: Line, next: Line, dir: string): void {
  const gap = gapBetween(line, next, dir)
  const apart = gap > WORD_GAP * Math.max(line.size, next.size) && !/\s$/.test(line.text) && !/^\s/.test(next.text)
  line.text += (apart ? ' ' : '') + next.text
  line.left = Math.min(line.left, next.left)
  line.right = Math.max(line.right, next.right)
  if (next.size > line.size) {
    line.size = next.size
    line.base = next.base
  }
}

/** Characters that stand for none are shown as such. */
function cleaned(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u001F\u007F\uFFFE\uFFFF]/g, '\uFFFD').toWellFormed()
}
