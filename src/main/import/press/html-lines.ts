import { Parser } from 'htmlparser2'
import type { Piece } from '../extracted/blocks.ts'
import { INLINE, SKIPPED } from '../markup/pieces.ts'
import type { Line, OpenElement } from './lines.ts'

const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i
const BOLD = /font-weight\s*:\s*(?:bold|[6-9]00)/i
const BOLD_NAMES = new Set(['b', 'strong'])
/** In one of these a single line break doesn't end a paragraph. */
const PARAGRAPHS = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'dd', 'dt'])
/** No page nests elements deeper; what stands deeper is read as if it stood there. */
const DEEPEST = 2_000

/**
 * The lines of a page, in one pass and without a tree, so that a page of 64 MB takes little more memory than its characters. Scripts, form fields and
 * hidden elements hold none.
 */
export function htmlLines(source: string): Line[] {
  const reader = new LineReader(source)
  return reader.read()
}

interface Level extends OpenElement {
  isBold: boolean
  parent: Level | null
}

interface Run {
  text: string
  bold: boolean
}

/** A table's row that is open: how its cells become one line. */
interface Row {
  level: Level
  /** How many lines were complete when its first cell began; null before it. */
  from: number | null
  /** The next line goes on the one above, behind a tab. */
  joins: boolean
}

class LineReader {
  readonly #source: string
  readonly #parser: Parser
  readonly #lines: Line[] = []
  #top: Level | null = null
  #depth = 0
  #tooDeep = 0
  /** Depth of the outermost element that holds no line. */
  #passedOver: number | null = null
  #verbatim = 0
  #runs: Run[] = []
  #isBlank = true
  /** What holds the first characters of the line. */
  #first: Level | null = null
  #href: string | null = null
  #soft = false
  #cut: { at: number; depth: number; outside: Level | null } = { at: 0, depth: 0, outside: null }
  readonly #rows: Row[] = []

  constructor(source: string) {
    this.#source = source
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#open(name, attributes),
        onclosetag: (name, isImplied) => this.#close(name, isImplied),
        ontext: (text) => this.#text(text)
      },
      { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false }
    )
  }

  read(): Line[] {
    this.#parser.write(this.#source)
    this.#flush()
    this.#parser.end()
    return this.#lines
  }

  #open(name: string, attributes: Record<string, string>): void {
    const upper = name.toUpperCase()
    if (name === 'br') {
      this.#break()
      return
    }
    if (this.#depth >= DEEPEST) {
      this.#tooDeep++
      return
    }
    const isInline = INLINE.has(upper)
    const isHidden = 'hidden' in attributes || HIDDEN.test(attributes['style'] ?? '')
    if (!isInline && this.#passedOver === null) this.#startBlock(name)
    this.#depth++
    const classes = [attributes['class'], attributes['id']].filter(Boolean).join(' ')
    const isBold =
      BOLD_NAMES.has(name) ||
      BOLD.test(attributes['style'] ?? '') ||
      /^h[1-6]$/.test(name) ||
      this.#top?.isBold === true
    const { startIndex: start, endIndex } = this.#parser
    this.#top = { name, classes, start, end: endIndex + 1, parent: this.#top, isBold }
    if (name === 'body' && this.#lines.length === 0)
      this.#cut = { at: endIndex + 1, depth: this.#depth, outside: this.#top }
    if (this.#passedOver === null && (SKIPPED.has(upper) || isHidden)) this.#passedOver = this.#depth
    if (this.#passedOver !== null) return
    if (name === 'pre') this.#verbatim++
    if (name === 'tr') this.#rows.push({ level: this.#top, from: null, joins: false })
    if (name === 'a') this.#href ??= attributes['href'] ?? null
  }

  #startBlock(name: string): void {
    this.#flush()
    const row = this.#rows.at(-1)
    if (!row || (name !== 'td' && name !== 'th')) return
    // A first cell that holds a single line is the label of the next one's.
    row.joins = row.from !== null && this.#lines.length === row.from + 1
    row.from ??= this.#lines.length
  }

  #close(name: string, isImplied: boolean): void {
    if (name === 'br') return
    if (this.#tooDeep > 0) {
      this.#tooDeep--
      return
    }
    if (!this.#top) return
    const isInline = INLINE.has(name.toUpperCase())
    if (this.#passedOver === null && !isInline) this.#flush()
    if (name === 'pre') this.#verbatim = Math.max(0, this.#verbatim - 1)
    if (this.#rows.at(-1)?.level === this.#top) this.#rows.pop()
    if (this.#passedOver === this.#depth) this.#passedOver = null
    this.#top = this.#top.parent
    this.#depth--
    if (this.#depth >= this.#cut.depth) return
    // The tag that implies the end of another stands behind it.
    const at = isImplied ? this.#parser.startIndex : this.#parser.endIndex + 1
    if (this.#isBlank) this.#cut = { at, depth: this.#depth, outside: this.#top }
  }

  #text(text: string): void {
    if (this.#passedOver !== null) return
    const parts = this.#verbatim > 0 ? text.split('\n') : [text]
    let at = this.#parser.startIndex
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.#flush(at)
      if (this.#isBlank && /\S/.test(part)) {
        this.#first = this.#top
        this.#isBlank = false
      }
      this.#runs.push({ text: part, bold: this.#top?.isBold === true })
      at += part.length + 1
    }
  }

  #break(): void {
    if (this.#passedOver !== null) return
    const hadText = !this.#isBlank
    this.#flush()
    this.#soft = hadText && isInParagraph(this.#top)
  }

  #flush(end = this.#parser.startIndex): void {
    const runs = this.#runs
    const isBlank = this.#isBlank
    this.#runs = []
    this.#isBlank = true
    const soft = this.#soft
    this.#soft = false
    if (isBlank) return
    const { text, bold } = folded(runs)
    const href = this.#href
    this.#href = null
    const { at: cut, outside } = this.#cut
    this.#cut = { at: end, depth: this.#depth, outside: this.#top }
    const row = this.#rows.at(-1)
    const above = this.#lines.at(-1)
    if (row?.joins && above) {
      row.joins = false
      row.from = this.#lines.length - 1
      above.text += `\t${text}`
      above.href ??= href
      return
    }
    this.#lines.push({ text, ...kindIn(this.#first), bold, soft, href, cut, outside, element: this.#first })
  }
}

function kindIn(element: OpenElement | null): { type: Piece['type']; level?: number } {
  for (let open = element; open; open = open.parent) {
    const level = /^h([1-6])$/.exec(open.name)?.[1]
    if (level !== undefined) return { type: 'heading', level: Number(level) }
    if (open.name === 'li' || open.name === 'dd') return { type: 'listItem' }
    if (open.name === 'blockquote') return { type: 'quote' }
    if (open.name === 'figcaption') return { type: 'caption' }
  }
  return { type: 'paragraph' }
}

function isInParagraph(element: OpenElement | null): boolean {
  for (let open = element; open; open = open.parent)
    if (!INLINE.has(open.name.toUpperCase())) return PARAGRAPHS.has(open.name)
  return false
}

/** The characters of a line with white space folded, and how many of its first are bold. */
function folded(runs: readonly Run[]): { text: string; bold: number } {
  const fold = (text: string): string => text.replace(/[ \t\n\r\f\v]+/g, ' ')
  const text = fold(runs.map((run) => run.text).join('')).trim()
  const plain = runs.findIndex((run) => !run.bold && /\S/.test(run.text))
  const before = plain === -1 ? runs : runs.slice(0, plain)
  const bold = fold(before.map((run) => run.text).join('')).trim().length
  return { text, bold }
}
