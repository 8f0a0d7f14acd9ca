import { raised } from '../../extracted/raised.ts'
import { along, place, type Matrix } from './frame.ts'
import type { Cell, Line, PlacedText } from './line.ts'
import { withoutRadicals } from './radicals.ts'
import { joinRuns, WORD_GAP, type Run } from './run.ts'
import { countDirections, inLogicalOrder } from './visual-order.ts'

/** A line that is still being read: its text is in its runs. */
interface OpenLine extends Omit<Run, 'text'> {
  runs: Run[]
  angle: number
  cell: Cell | undefined
}

/** Parts of the letters' height. */
const SAME_BASE = 0.35
const RAISED = 0.6
const SUPERIOR = 0.12
const COLUMN_GAP = 1.6
const OVERPRINT = 0.6
const SMALLER = 0.85
const MOSTLY = 0.6

/**
 * Joins pieces of text to lines, in the order in which the page's program shows them; lines of scripts that run from right to left read so. A gap wider
 * than one between words, as between columns or cells, begins a line of its own; so does another direction. `toPage` is the page's transformation, its
 * origin at the top left.
 */
export function toLines(items: readonly PlacedText[], toPage: Matrix): Line[] {
  const lines: OpenLine[] = []
  let open: OpenLine | null = null
  for (const item of items) {
    if (item.str === '') continue
    const { run, angle } = toRun(item, toPage)
    const isBeside: boolean = open !== null && open.angle === angle && open.cell === item.cell && goesOn(open, run)
    if (run.text.trim() === '') {
      if (open && isBeside) open.runs.push({ ...run, text: ' ' })
    } else if (open && isBeside) append(open, run)
    else if (!open || open.angle !== angle || !isOverprint(open, run)) {
      open = { ...run, runs: [run], angle, cell: item.cell }
      lines.push(open)
    }
  }
  const { rtl, ltr } = countDirections(items.map(({ str }) => str).join(' '))
  const isRtlPage = rtl > (rtl + ltr) * MOSTLY
  return lines.flatMap((line) => closed(line, isRtlPage))
}

function closed(line: OpenLine, isRtlPage: boolean): Line[] {
  const { left, right, base, size, angle } = line
  const runs = line.runs.map((run, i) => (isSuperior(run, line) ? (i > 0 ? withRaisedDigits(run) : asLabel(run)) : run))
  const text = withMarkInFront(tidied(textOf(runs, isRtlPage, true)), isRtlPage)
  if (text === '') return []
  const shown = line.isRtl ? tidied(textOf(runs, isRtlPage, false)) : text
  const words = runs.filter((run) => run.text !== ' ')
  return [
    {
      text,
      left,
      right,
      base,
      size,
      angle: angle === 0 ? undefined : angle,
      cell: line.cell,
      second: words.length > 1 && /^\s*\d{1,4}\s*$/.test(words[0]!.text) ? words[1]!.left : undefined,
      asShown: shown === text ? undefined : shown
    }
  ]
}

/** `.1` stands in a right-to-left list for its first mark. */
function withMarkInFront(text: string, isRtlPage: boolean): string {
  return isRtlPage ? text.replace(/^([.)-])(\d{1,3})$/, '$2$1') : text
}

function tidied(text: string): string {
  return cleaned(text.replace(/[ \t\n\r\f\v]+/g, ' ').trim())
}

/** The runs in the order in which they are read, a space where a gap says so. */
function textOf(runs: readonly Run[], isRtlPage: boolean, mirrors: boolean): string {
  const ordered = inLogicalOrder(runs, isRtlPage, mirrors)
  return ordered.length === 0 ? '' : joinRuns(ordered).text
}

function toRun(item: PlacedText, toPage: Matrix): { run: Run; angle: number } {
  const { x, y, length, size, angle, isMirrored } = place(item, toPage)
  const [start, base] = along(x, y, angle)
  const left = isMirrored ? start - length : start
  return {
    run: { text: item.str, left, right: left + length, base, size, isRtl: item.dir === 'rtl', isActual: item.isActual },
    angle
  }
}

/** Smaller than its line and above its foot, as numbers of notes and powers are. */
function isSuperior(run: Run, line: OpenLine): boolean {
  return run.size < line.size * SMALLER && line.base - run.base > SUPERIOR * line.size
}

function withRaisedDigits(run: Run): Run {
  const written = raised(run.text.trim())
  return written === null ? run : { ...run, text: written }
}

/** The raised number at a line's head is a note's own, apart from its words. */
function asLabel(run: Run): Run {
  return raised(run.text.trim()) === null ? run : { ...run, text: `${run.text.trim()} ` }
}

/** Whether a run stands beside the line's end: on its baseline, or raised or lowered a little as notes' numbers are. */
function goesOn(line: OpenLine, next: Run): boolean {
  const size = Math.max(line.size, next.size)
  const shift = Math.abs(line.base - next.base)
  const goesLeft = (line.isRtl || next.isRtl) && next.left < line.left
  const gap = goesLeft ? line.left - next.right : next.left - line.right
  if (gap < -OVERPRINT * size || gap > COLUMN_GAP * size) return false
  if (shift <= SAME_BASE * size) return true
  return shift <= RAISED * size && Math.min(line.size, next.size) < size * SMALLER && gap < WORD_GAP * 2 * size
}

/** The same words printed a second time a hair away, by which some programs make bold. */
function isOverprint(line: OpenLine, next: Run): boolean {
  return (
    Math.abs(line.base - next.base) < 0.1 * line.size &&
    Math.abs(line.right - next.right) < 0.1 * line.size &&
    textOf(line.runs, false, true).trim().endsWith(next.text.trim())
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
  return withoutRadicals(shown.replace(/[\uFB50-\uFDC7\uFE70-\uFEFC]/g, (shape) => shape.normalize('NFKC')))
}
