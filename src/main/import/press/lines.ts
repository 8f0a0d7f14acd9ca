import type { Piece } from '../extracted/blocks.ts'
import { withoutBlanksAtEnd } from '../extracted/wording.ts'

/** An element of a page that was open where a line stands. */
export interface OpenElement {
  /** Lower case. */
  name: string
  /** Its `class` and `id`, a space between. */
  classes: string
  /** Where its tag stands in the page, half-open. */
  start: number
  end: number
  parent: OpenElement | null
}

/**
 * One line of a press database's export, the same whether the file is a plain text or a page: a line of the text; a paragraph, or what stands between
 * two line breaks, of a page. The cells of a table's row are parted by tabs, as in the plain text that the same database gives.
 */
export interface Line {
  /** Plain text: as written but for blanks at its end, empty lines too. Page: white space folded, never empty. */
  text: string
  type: Piece['type']
  level?: number | undefined
  /** How many of its first characters are bold. */
  bold: number
  /** Goes on the line above, of the same paragraph: only a line break stands between. */
  soft: boolean
  /** Address of the first link in it. */
  href: string | null
  /** Where the file can be cut before it. */
  cut: number
  /** What is open there, the innermost first. */
  outside: OpenElement | null
  /** What holds the line, the innermost first. */
  element: OpenElement | null
}

/** The characters of an export, and its lines. */
export interface PressText {
  kind: 'text' | 'html'
  source: string
  lines: readonly Line[]
}

/** The lines of a plain text. */
export function textLines(source: string): Line[] {
  let cut = 0
  return source.split('\n').map((raw) => {
    const text = withoutBlanksAtEnd(raw)
    const line: Line = { text, type: 'paragraph', bold: 0, soft: false, href: null, cut, outside: null, element: null }
    cut += raw.length + 1
    return line
  })
}

/** Whether one of the elements around a line has a class or id that the expression finds. */
export function isWithin({ element }: Line, classes: RegExp): boolean {
  for (let open = element; open; open = open.parent) if (open.classes !== '' && classes.test(open.classes)) return true
  return false
}

const PAGE_HEAD = '<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n'

/**
 * The bytes of the lines from `start` to before `end`, in UTF-8, as a file of its own: that part of a plain text as it stands; of a page that part with
 * the tags around it, so that it reads as it did in its place.
 */
export function bytesOf({ kind, source, lines }: PressText, start: number, end: number): Uint8Array {
  const first = lines[start]!
  const part = source.slice(first.cut, lines[end]?.cut ?? source.length)
  if (kind === 'text') return new TextEncoder().encode(`${withoutEmptyLines(part)}\n`)
  const around: OpenElement[] = []
  for (let open = first.outside; open; open = open.parent)
    if (open.name !== 'html' && open.name !== 'body') around.unshift(open)
  const tags = around.map((open) => ({ name: open.name, tag: source.slice(open.start, open.end) }))
  // What is never closed stands around everything behind it, once more with each article.
  const needed = tags.filter(({ tag }, index) => tag !== tags[index - 1]?.tag)
  const opened = needed.map(({ tag }) => tag).join('')
  const closed = needed.map(({ name }) => `</${name}>`).reverse()
  const inner = (end < lines.length ? part : part.slice(0, endOfBody(part))).trim()
  return new TextEncoder().encode(`${PAGE_HEAD}${opened}${inner}${closed.join('')}\n</body></html>\n`)
}

/** Without the empty lines above and below; the first line keeps its indent. */
function withoutEmptyLines(text: string): string {
  const end = text.trimEnd()
  const indented = end.length - end.trimStart().length
  return end.slice(end.lastIndexOf('\n', indented) + 1)
}

function endOfBody(part: string): number {
  const end = part.toLowerCase().lastIndexOf('</body')
  return end === -1 ? part.length : end
}
