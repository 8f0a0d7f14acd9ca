import type { Line } from './line.ts'

/** Numbers on so many lines of a page, or on so large a part of its height. */
const FEWEST = 5
const FEWEST_FIFTHS = 3
const FEWEST_ON_ONE_PAGE = 10
const TALL = 0.5
const SAME_EDGE = 4
/** Part of the numbered lines that must go on in the middle of a sentence, on a page that stands alone and on one of several. */
const RUNNING = 0.25
const RUNNING_ON_SEVERAL = 0.1
/** Numbers by themselves down a page, and lines that they leave empty. */
const FEWEST_BARE = 18
const FEWEST_EMPTY = 3
const NUMBERED = /^(\d{1,4})(?:\s+(?=\S)|$)/

/** A page's lines, and its measures in points. */
interface Page {
  lines: Line[]
  height: number
}

interface Numbered {
  line: Line
  value: number
  /** The line is its number alone. */
  isBare: boolean
}

/**
 * Takes the numbers off that count a page's lines in its margin, as in pleadings and transcripts, whether they stand by themselves or were joined to
 * their lines. Rows that begin with a number of their own keep it.
 */
export function removeLineNumbers<P extends Page>(pages: readonly P[]): P[] {
  const columns = pages.map(findColumn)
  const starts = new Map<string, number>()
  const startOf = (column: readonly Numbered[]): string => {
    const first = column[0]!
    return `${first.value} ${Math.round(first.line.base / SAME_EDGE)}`
  }
  for (const column of columns) {
    if (column === null) continue
    const key = startOf(column)
    starts.set(key, (starts.get(key) ?? 0) + 1)
  }
  return pages.map((page, index) => {
    const column = columns[index]
    if (!column) return page
    const isOnSeveral =
      starts.get(startOf(column))! > 1 || goesOn(columns[index - 1], column) || goesOn(column, columns[index + 1])
    if (!isOnSeveral && !isMargin(column, page)) return page
    if (!isRunning(column, page, isOnSeveral)) return page
    const numbered = new Map(column.map((each) => [each.line, each]))
    return {
      ...page,
      lines: page.lines.flatMap((line) => {
        const each = numbered.get(line)
        return each === undefined ? [line] : each.isBare ? [] : [withoutNumber(line)]
      })
    }
  })
}

function withoutNumber(line: Line): Line {
  const text = line.text.replace(NUMBERED, '')
  const share = (line.text.length - text.length) / line.text.length
  return { ...line, text, left: line.second ?? line.left + (line.right - line.left) * share, second: undefined }
}

/** The lines that begin with a number at the page's left or right edge, counting up by one or by five from top to bottom; null where none do. */
function findColumn({ lines }: Page): Numbered[] | null {
  const candidates = lines.flatMap((line): Numbered[] => {
    const number = NUMBERED.exec(line.text)?.[1]
    return number === undefined ? [] : [{ line, value: Number(number), isBare: number.length === line.text.length }]
  })
  if (candidates.length < FEWEST_FIFTHS) return null
  let best: Numbered[] = []
  for (const edge of ['left', 'right'] as const)
    for (const group of byEdge(candidates, edge)) {
      const run = counting(group)
      if (run.length > best.length) best = run
    }
  const fewest = areFifths(best) ? FEWEST_FIFTHS : FEWEST
  return best.length >= fewest && isOutermost(best, lines) ? best : null
}

/** `5`, `10`, `15`: only every fifth line has its number. */
function areFifths(column: readonly Numbered[]): boolean {
  return column.length > 1 && column[0]!.value % 5 === 0 && column[1]!.value - column[0]!.value === 5
}

function byEdge(candidates: readonly Numbered[], edge: 'left' | 'right'): Numbered[][] {
  const digits = (each: Numbered): number =>
    each.isBare ? each.line.right : each.line.left + String(each.value).length * each.line.size * 0.5
  const place = (each: Numbered): number => (edge === 'left' ? each.line.left : digits(each))
  const groups: Numbered[][] = []
  let last = -Infinity
  for (const each of [...candidates].sort((a, b) => place(a) - place(b))) {
    if (place(each) - last > SAME_EDGE) groups.push([])
    groups.at(-1)!.push(each)
    last = place(each)
  }
  return groups
}

/** The longest run of a group, from top to bottom, that counts by one or by five. */
function counting(group: readonly Numbered[]): Numbered[] {
  const sorted = [...group].sort((a, b) => a.line.base - b.line.base)
  let best: Numbered[] = []
  for (const step of [1, 5]) {
    let run: Numbered[] = []
    for (const each of sorted) {
      const last = run.at(-1)
      if (last && each.value === last.value + step && each.line.base - last.line.base > 1) run.push(each)
      else run = [each]
      if (run.length > best.length) best = [...run]
    }
  }
  return best
}

/** Nothing but furniture stands outside of the numbers. */
function isOutermost(column: readonly Numbered[], lines: readonly Line[]): boolean {
  const numbers = new Set(column.map(({ line }) => line))
  const left = Math.min(...column.map(({ line }) => line.left))
  const edge = Math.max(...column.map(({ line, isBare }) => (isBare ? line.right : line.left)))
  const [top, bottom] = [column[0]!.line.base, column.at(-1)!.line.base]
  const beside = lines.filter(({ base }) => base >= top - 2 && base <= bottom + 2).filter((line) => !numbers.has(line))
  const outside = beside.filter((line) => line.left < left - 1 && line.right < edge + 30).length
  const areBare = column.every(({ isBare }) => isBare)
  const isLeft = beside.every((line) => line.left > left - 1) || outside <= beside.length * 0.1
  return isLeft || (areBare && beside.every((line) => line.right < left + 1))
}

/** The numbers go down the page at even distances. */
function isMargin(column: readonly Numbered[], { height }: Page): boolean {
  if (column.length < FEWEST_ON_ONE_PAGE && !areFifths(column)) return false
  const bases = column.map(({ line }) => line.base)
  return bases.at(-1)! - bases[0]! > height * TALL
}

/** What the numbers stand beside is running text: some of its lines begin in the middle of a sentence; or it leaves lines empty, which rows never are. */
function isRunning(column: readonly Numbered[], { lines }: Page, isOnSeveral: boolean): boolean {
  const numbers = new Set(column.map(({ line }) => line))
  const texts = column.map(({ line, isBare }) =>
    isBare
      ? lines
          .filter((other) => !numbers.has(other) && Math.abs(other.base - line.base) < line.size * 0.6)
          .map(({ text }) => text)
      : [line.text.replace(NUMBERED, '')]
  )
  const filled = texts.filter(({ length }) => length > 0)
  const single = filled.filter(({ length }) => length === 1)
  const running = single.filter(([text]) => /^\p{Ll}/u.test(text!))
  const isSpaced = column.length >= FEWEST_BARE && column[0]!.value === 1 && isEven(column)
  const leavesEmpty = isSpaced && texts.length - filled.length >= FEWEST_EMPTY && single.length >= filled.length * 0.7
  if (isOnSeveral) return running.length >= filled.length * RUNNING_ON_SEVERAL && (filled.length > 1 || isSpaced)
  return leavesEmpty || (running.length > 1 && running.length >= filled.length * RUNNING)
}

function isEven(column: readonly Numbered[]): boolean {
  const steps = column.slice(1).map(({ line }, i) => line.base - column[i]!.line.base)
  return Math.max(...steps) - Math.min(...steps) < SAME_EDGE
}

function goesOn(
  before: readonly Numbered[] | null | undefined,
  after: readonly Numbered[] | null | undefined
): boolean {
  if (!before || !after) return false
  return after[0]!.value - before.at(-1)!.value === before[1]!.value - before[0]!.value
}
