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

/** A piece of a line, or of white space between two. */
interface Run {
  text: string
  left: number
  right: number
  base: number
  size: number
  isRtl: boolean
}

/** A line that is still being read: its text is in its runs. */
interface OpenLine extends Omit<Run, 'text'> {
  runs: Run[]
}

/** Parts of the letters' height. */
const SAME_BASE = 0.35
const RAISED = 0.6
const WORD_GAP = 0.17
const COLUMN_GAP = 1.6
const OVERPRINT = 0.6

/**
 * Joins pieces of text to lines, in the order in which the page's program shows them; lines of scripts that run from right to left read so. A gap wider
 * than one between words, as between columns or cells, begins a line of its own. `toPage` is the page's transformation, its origin at the top
 * left.
 */
export function toLines(items: readonly PlacedText[], toPage: Matrix): Line[] {
  const lines: OpenLine[] = []
  let open: OpenLine | null = null
  for (const item of items) {
    if (item.str === '') continue
    const run = place(item, toPage)
    const isBeside: boolean = open !== null && goesOn(open, run)
    if (run.text.trim() === '') {
      if (open && isBeside) open.runs.push({ ...run, text: ' ' })
    } else if (open && isBeside) append(open, run)
    else if (!open || !isOverprint(open, run)) {
      open = { ...run, runs: [run] }
      lines.push(open)
    }
  }
  return lines.flatMap(({ runs, left, right, base, size }) => {
    const text = cleaned(
      textOf(runs)
        .replace(/[ \t\n\r\f\v]+/g, ' ')
        .trim()
    )
    return text === '' ? [] : [{ text, left, right, base, size }]
  })
}

/** The runs in the order in which they are read, a space where a gap says so. */
function textOf(runs: readonly Run[]): string {
  let text = ''
  let previous: Run | null = null
  for (const run of inLogicalOrder(runs)) {
    const gap: number = previous ? Math.max(run.left - previous.right, previous.left - run.right) : 0
    const isApart = previous !== null && gap > WORD_GAP * Math.max(previous.size, run.size)
    text += (isApart && !/\s$/.test(text) && !/^\s/.test(run.text) ? ' ' : '') + run.text
    previous = run
  }
  return text
}

/** From right to left when most letters run so; what runs from left to right within, such as numbers and names, keeps its order. */
function inLogicalOrder(runs: readonly Run[]): readonly Run[] {
  const length = (isRtl: boolean): number =>
    runs.reduce((sum, run) => sum + (run.isRtl === isRtl ? run.text.trim().length : 0), 0)
  if (length(true) === 0 || length(true) < length(false)) return runs
  const ordered: Run[] = []
  let foreign: Run[] = []
  for (const run of [...runs].sort((a, b) => b.right - a.right)) {
    if (!run.isRtl && run.text !== ' ') {
      foreign.unshift(run)
      continue
    }
    ordered.push(...foreign, run)
    foreign = []
  }
  return [...ordered, ...foreign]
}

function place(item: PlacedText, toPage: Matrix): Run {
  const [a, b, c, d, x, y] = multiply(toPage, item.transform)
  const size = Math.hypot(c, d) || Math.abs(item.height)
  // Text that doesn't run from left to right keeps its length along its own line.
  const isLevel = Math.abs(b) <= Math.abs(a) * 0.2
  const left = isLevel && a < 0 ? x - item.width : x
  const right = left + (isLevel ? item.width : size)
  return { text: item.str, left, right, base: y, size, isRtl: item.dir === 'rtl' }
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

/** Whether a run stands beside the line's end: on its baseline, or raised or lowered a little as notes' numbers are. */
function goesOn(line: OpenLine, next: Run): boolean {
  const size = Math.max(line.size, next.size)
  const shift = Math.abs(line.base - next.base)
  const goesLeft = (line.isRtl || next.isRtl) && next.left < line.left
  const gap = goesLeft ? line.left - next.right : next.left - line.right
  if (gap < -OVERPRINT * size || gap > COLUMN_GAP * size) return false
  if (shift <= SAME_BASE * size) return true
  return shift <= RAISED * size && Math.min(line.size, next.size) < size * 0.85 && gap < WORD_GAP * 2 * size
}

/** The same words printed a second time a hair away, by which some programs make bold. */
function isOverprint(line: OpenLine, next: Run): boolean {
  return (
    textOf(line.runs).trim().endsWith(next.text.trim()) &&
    Math.abs(line.base - next.base) < 0.1 * line.size &&
    Math.abs(line.right - next.right) < 0.1 * line.size
  )
}

function append(line: OpenLine, next: Run): void {
  line.runs.push(next)
  line.left = Math.min(line.left, next.left)
  line.right = Math.max(line.right, next.right)
  line.isRtl ||= next.isRtl
  if (next.size > line.size) {
    line.size = next.size
    line.base = next.base
  }
}

/** Characters that stand for none are shown as such; the shapes that Arabic letters take in a word are the letters. */
function cleaned(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const shown = text.replace(/[\u0000-\u001F\u007F\uFFFE\uFFFF]/g, '\uFFFD').toWellFormed()
  return shown.replace(/[\uFB50-\uFDC7\uFE70-\uFEFC]/g, (shape) => shape.normalize('NFKC'))
}
