import { COLORS } from '../typeset/styles.ts'
import { newRow, ruleRow, type PaintRow, type Place } from './rows.ts'

const BAR = { width: 54, height: 4, color: COLORS.link }
/** Where a cover's title begins, as a part of the page. */
const TITLE_AT = 0.24

/** A page of its own: the case at its top, the title below a short bar, and at its foot, below a line, how it is to be handled. */
export function coverRows(
  top: readonly PaintRow[],
  title: readonly PaintRow[],
  handling: readonly PaintRow[],
  place: Place,
  pageHeight: number
): PaintRow[] {
  const bar = newRow(BAR.height, [])
  bar.boxes.push({ x: place.x, y: 0, ...BAR })
  const middle = [bar, ...title]
  const foot = [ruleRow(place), ...handling]
  const above = Math.max(0, pageHeight * TITLE_AT - heightOf(top))
  const below = pageHeight - heightOf(top) - above - heightOf(middle) - heightOf(foot)
  return [...top, newRow(above, []), ...middle, newRow(Math.max(0, below), []), ...foot]
}

function heightOf(rows: readonly PaintRow[]): number {
  return rows.reduce((sum, row, i) => sum + row.height + (i === 0 ? 0 : row.before), 0)
}
