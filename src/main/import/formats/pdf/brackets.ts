import type { Line } from './line.ts'
import { pairedBrackets } from './visual-order.ts'

/**
 * Brackets of right-to-left text stand in a PDF as they look, or as they're meant, depending on the program that made it: the whole document is read in
 * the way in which more of them have their other one.
 */
export function settleBrackets<P extends { lines: Line[] }>(pages: readonly P[]): P[] {
  const doubtful = pages.flatMap(({ lines }) => lines).filter(({ asShown }) => asShown !== undefined)
  const score = (text: (line: Line) => string): number =>
    doubtful.reduce((sum, line) => sum + pairedBrackets(text(line)), 0)
  if (score(({ text }) => text) >= score(({ asShown }) => asShown!)) return [...pages]
  return pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => ({ ...line, text: line.asShown ?? line.text }))
  }))
}
