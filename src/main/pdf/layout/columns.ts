/** What a column holds. `least` is the width of its longest word, `most` that of its longest line. In points. */
export interface ColumnContent {
  least: number
  most: number
}

/**
 * Shares the width of a table among its columns by what they hold, as CSS does for automatic tables (CSS 2.2, 17.5.2.2): each gets
 * what its longest word needs, and of the rest in proportion to what it would still need; what is left over goes to the
 * columns with the longest lines. Where the words don't fit, the widest columns are cut to one width.
 */
export function shareWidth(columns: readonly ColumnContent[], width: number): number[] {
  const least = sum(columns.map((column) => column.least))
  const most = sum(columns.map((column) => column.most))
  if (least >= width) return cutToFit(columns, width)
  if (most >= width) {
    const part = (width - least) / (most - least)
    return columns.map((column) => column.least + (column.most - column.least) * part)
  }
  const spare = width - most
  return columns.map((column) => column.most + spare * (most > 0 ? column.most / most : 1 / columns.length))
}

/** Gives each column what its longest word needs or an equal part of the width, whichever is less. */
function cutToFit(columns: readonly ColumnContent[], width: number): number[] {
  const sorted = columns.map((column) => column.least).sort((a, b) => a - b)
  let left = width
  let cut = 0
  for (const [i, least] of sorted.entries()) {
    cut = left / (sorted.length - i)
    if (least > cut) break
    left -= least
  }
  return columns.map((column) => Math.min(column.least, cut))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
