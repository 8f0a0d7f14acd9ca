/** Where a piece of text stands in a page's tables: which one, which row and which cell of it, from 0. */
export interface Cell {
  table: number
  row: number
  cell: number
}

/**
 * A run of text as a PDF shows it: a baseline's characters side by side. Measures in points, `base` from the page's top. Those of turned text are along
 * its own direction (see `along`).
 */
export interface Line {
  text: string
  left: number
  right: number
  base: number
  /** Height of its letters. */
  size: number
  /** Degrees by which it is turned to the right; none for level text. */
  angle?: number | undefined
  /** Its place in a table, where the PDF says so. */
  cell?: Cell | undefined
  /** The lines of its cells, when it stands for a table's row. */
  cells?: string[][] | undefined
  /** Where its second run begins, when the first one is a number: what a margin's number may have been joined to. */
  second?: number | undefined
  /** The text with the brackets of its right-to-left part as they look, when they may have been meant so. */
  asShown?: string | undefined
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
  /** It's what the page says it stands for, not what it shows. */
  isActual?: boolean | undefined
  cell?: Cell | undefined
}
