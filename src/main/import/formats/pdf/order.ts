import type { Line } from './line.ts'

/** Above this many lines a page isn't prose, and comparing all with all takes time. */
const MOST_LINES = 1500
/** Letters of a line that can be prose; cells of tables are shorter. */
const PROSE = 16
const FEWEST_IN_COLUMN = 3
const PROSE_SHARE = 0.3

/**
 * Puts a page's lines in reading order. The order in which the page shows them is kept when it reads like one: down each column, then to the next.
 * Where it jumps across columns line by line, or back up a column, the columns are found by the empty strip between them.
 */
export function inReadingOrder(lines: readonly Line[]): Line[] {
  return (lines.length <= MOST_LINES && isJumbled(lines) && byColumns(lines)) || [...lines]
}

function isJumbled(lines: readonly Line[]): boolean {
  let hops = 0
  for (let i = 1; i < lines.length; i++) {
    const above = lines[i - 1]!
    const line = lines[i]!
    const isBeside = Math.abs(above.base - line.base) < line.size * 0.5
    if (isBeside && isProse(above) && isProse(line)) hops++
    else if (line.base < above.base - line.size && overlap(above, line) > 0.5 && isProse(above) && isProse(line))
      return true
  }
  return hops > 3 && hops > lines.length * 0.2
}

function isProse(line: Line): boolean {
  return line.text.length >= PROSE
}

/** How much of the narrower line's width the other one shares, 0 to 1. */
export function overlap(a: Line, b: Line): number {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  return Math.max(0, shared) / Math.max(1, Math.min(a.right - a.left, b.right - b.left))
}

/** Reads the left column down, then the right one, between the lines that run across both; null where there are no columns. */
function byColumns(lines: readonly Line[]): Line[] | null {
  const sorted = topDown(lines)
  const strip = findStrip(sorted)
  if (strip === null) return null
  const ordered: Line[] = []
  let zone: Line[] = []
  const flush = (): void => {
    for (const column of [
      zone.filter((line) => line.right <= strip + 1),
      zone.filter((line) => line.right > strip + 1)
    ])
      ordered.push(...(byColumns(column) ?? topDown(column)))
    zone = []
  }
  for (const line of sorted) {
    if (crosses(line, strip)) {
      flush()
      ordered.push(line)
    } else zone.push(line)
  }
  flush()
  return ordered
}

/** From top to bottom, from left to right on one baseline. */
function topDown(lines: readonly Line[]): Line[] {
  const rows: Line[][] = []
  for (const line of [...lines].sort((a, b) => a.base - b.base)) {
    const row = rows.at(-1)
    if (row && line.base - row[0]!.base < Math.min(line.size, row[0]!.size) * 0.5) row.push(line)
    else rows.push([line])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.left - b.left))
}

function crosses(line: Line, at: number): boolean {
  return line.left < at - 1 && line.right > at + 1
}

/** The right edge of the left column: where few lines run across, with prose on both sides of an empty strip. */
function findStrip(lines: readonly Line[]): number | null {
  let best: { at: number; crossing: number; width: number } | null = null
  for (const at of new Set(lines.map((line) => Math.ceil(line.right)))) {
    const left = lines.filter((line) => line.right <= at + 1)
    const right = lines.filter((line) => line.left >= at - 1)
    const crossing = lines.length - left.length - right.length
    if (crossing > lines.length * 0.4 || !isColumn(left) || !isColumn(right)) continue
    const width = Math.min(...right.map((line) => line.left)) - Math.max(...left.map((line) => line.right))
    if (width < 0.6 * lines[0]!.size && width < 6) continue
    if (best === null || crossing < best.crossing || (crossing === best.crossing && width > best.width))
      best = { at, crossing, width }
  }
  return best?.at ?? null
}

/** Enough lines of prose among the labels of figures and the like. */
function isColumn(lines: readonly Line[]): boolean {
  const prose = lines.filter(isProse).length
  return prose >= FEWEST_IN_COLUMN && prose >= lines.length * PROSE_SHARE
}
