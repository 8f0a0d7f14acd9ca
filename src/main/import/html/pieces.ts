import type { Piece } from '../blocks.ts'
import { CDATA, ELEMENT, parsePage, TEXT, type DomElement, type DomNode } from './dom.ts'

/** Elements whose content is no text of the article. */
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT EMBED CANVAS AUDIO VIDEO SELECT OPTION BUTTON INPUT TEXTAREA DATALIST HEAD TITLE META LINK BASE MAP AREA RP PROGRESS METER DIALOG'.split(
    ' '
  )
)
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK MATH NOBR Q RB RT RUBY S SAMP SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR IMG PICTURE SOURCE AMP-IMG'.split(
    ' '
  )
)
const LOOSE = /^(?:DIV|SECTION|ARTICLE|MAIN|BODY|CENTER|TABLE|TBODY|TR|TD|FORM|HEADER)$/
const CELL_SEPARATOR = ' · '

interface Context {
  type: Piece['type']
  level?: number | undefined
  /** True in an element that is no paragraph by itself. */
  loose?: boolean
}

/**
 * Makes blocks of the text below an element, in order: headings, paragraphs, list items, quotes, captions and table rows (the
 * cells of a row joined by ` · `). White space collapses to one space except NBSP, two line breaks end a paragraph, every
 * line of `pre` is a block. Walks without recursion, so that no nesting is too deep.
 */
export function toHtmlPieces(root: DomNode): Piece[] {
  const writer = new PieceWriter()
  let node: DomNode | null = root
  while (node) {
    const next: DomNode | null = enter(node, writer) ? node.firstChild : null
    if (next) {
      node = next
      continue
    }
    for (;;) {
      if (!node) return writer.finish()
      if (node.nodeType === ELEMENT) leave(node as DomElement, writer)
      if (node === root) return writer.finish()
      if (node.nextSibling) {
        node = node.nextSibling
        break
      }
      node = node.parentNode
    }
  }
  return writer.finish()
}

/** The blocks of a piece of HTML. */
export function htmlToPieces(html: string): Piece[] {
  return toHtmlPieces(parsePage(html).body)
}

/** Collects the characters of the block that is being read. */
class PieceWriter {
  readonly #pieces: Piece[] = []
  readonly #contexts: Context[] = [{ type: 'paragraph', loose: true }]
  #text: string[] = []
  #breaks = 0
  #verbatim = 0
  #row = 0

  add(text: string): void {
    if (this.#verbatim > 0) {
      const [first = '', ...rest] = text.split('\n')
      this.#text.push(first)
      for (const line of rest) {
        this.flush()
        this.#text.push(line)
      }
      return
    }
    if (/^[ \t\n\r\f]*$/.test(text)) {
      this.#text.push(' ')
      return
    }
    this.#breaks = 0
    this.#text.push(text)
  }

  lineBreak(): void {
    this.#breaks++
    // Outside of `p` and the like a single break sets lines of their own, as in old layouts and editors' output.
    const alone = this.#contexts.at(-1)!.loose === true
    if (this.#row === 0 && (alone || this.#verbatim > 0 || this.#breaks > 1)) this.flush()
    else this.#text.push(' ')
  }

  /** Begins an element; without a kind of its own it goes on the kind of the element around it. */
  open(context: Context | null, loose = false): void {
    if (this.#row === 0) this.flush()
    else this.#text.push(' ')
    const { type, level } = this.#contexts.at(-1)!
    this.#contexts.push({ ...(context ?? { type, level }), loose: loose && type === 'paragraph' })
  }

  close(): void {
    if (this.#row === 0) this.flush()
    else this.#text.push(' ')
    if (this.#contexts.length > 1) this.#contexts.pop()
  }

  openRow(): void {
    this.open({ type: 'tableRow' })
    this.#row++
  }

  closeRow(): void {
    this.#row = Math.max(0, this.#row - 1)
    this.close()
  }

  cell(): void {
    if (this.#row > 0) this.#text.push('\u0000')
  }

  preformatted(step: 1 | -1): void {
    this.#verbatim += step
  }

  flush(): void {
    const raw = this.#text.join('')
    this.#text = []
    this.#breaks = 0
    const { type, level } = this.#contexts.at(-1)!
    const text = this.#verbatim > 0 ? raw.replace(/[ \t\r]+$/, '') : collapse(raw)
    if (text.trim() === '') return
    this.#pieces.push({ type, text, level })
  }

  finish(): Piece[] {
    this.#row = 0
    this.flush()
    return this.#pieces
  }
}

function collapse(raw: string): string {
  const cells = raw.split('\u0000').map((cell) => cell.replace(/[ \t\n\r\f\v]+/g, ' ').replace(/^ | $/g, ''))
  return cells.filter((cell, index) => cell !== '' || (index > 0 && index < cells.length - 1)).join(CELL_SEPARATOR)
}

function enter(node: DomNode, writer: PieceWriter): boolean {
  if (node.nodeType === TEXT || node.nodeType === CDATA) {
    writer.add(node.textContent ?? '')
    return false
  }
  if (node.nodeType !== ELEMENT) return false
  const element = node as DomElement
  const name = element.tagName.toUpperCase()
  if (SKIPPED.has(name) || isHidden(element)) return false
  if (name === 'BR') writer.lineBreak()
  else if (name === 'TR' && !isLayoutRow(element)) writer.openRow()
  else if (name === 'TD' || name === 'TH') {
    if (element.closest('tr') && !isLayoutRow(element.closest('tr')!)) writer.cell()
    else writer.open(null, true)
  } else if (!INLINE.has(name)) {
    writer.open(contextOf(name), LOOSE.test(name))
    if (name === 'PRE') writer.preformatted(1)
  }
  return true
}

function leave(element: DomElement, writer: PieceWriter): void {
  const name = element.tagName.toUpperCase()
  if (SKIPPED.has(name) || INLINE.has(name) || name === 'BR' || isHidden(element)) return
  if (name === 'TR' && !isLayoutRow(element)) writer.closeRow()
  else if (name === 'TD' || name === 'TH') {
    const row = element.closest('tr')
    if (!row || isLayoutRow(row)) writer.close()
  } else {
    writer.close()
    if (name === 'PRE') writer.preformatted(-1)
  }
}

function contextOf(name: string): Context | null {
  const level = /^H([1-6])$/.exec(name)?.[1]
  if (level !== undefined) return { type: 'heading', level: Number(level) }
  if (name === 'LI' || name === 'DT' || name === 'DD') return { type: 'listItem' }
  if (name === 'BLOCKQUOTE') return { type: 'quote' }
  if (name === 'FIGCAPTION' || name === 'CAPTION') return { type: 'caption' }
  return null
}

/** Tables that lay a page out hold paragraphs in their cells; such rows are no table rows. */
function isLayoutRow(row: DomElement): boolean {
  return row.querySelector('p, h1, h2, h3, h4, li, table, blockquote') !== null
}

function isHidden(element: DomElement): boolean {
  if (element.hasAttribute('hidden')) return true
  const style = element.getAttribute('style')
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}
