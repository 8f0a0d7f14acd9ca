import { CELL_SEPARATOR } from '../../../shared/source/cells.ts'
import type { Piece } from '../extracted/blocks.ts'
import { raised, WORD_JOINER } from '../extracted/raised.ts'
import { CDATA, ELEMENT, parsePage, TEXT, type DomElement, type DomNode } from './dom.ts'
import { initialOf, isSecondCopy, joinInitials } from './initials.ts'
import type { PlacedPiece } from './placed-piece.ts'

/** Elements whose content is no text of the article; what a page shows as deleted, and how signs are read aloud, are none either. */
export const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT EMBED CANVAS AUDIO VIDEO SELECT OPTION BUTTON INPUT TEXTAREA DATALIST HEAD TITLE META LINK BASE MAP AREA RP RT RTC DEL PROGRESS METER DIALOG'.split(
    ' '
  )
)
export const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK MATH NOBR Q RB RT RUBY S SAMP SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR IMG PICTURE SOURCE AMP-IMG MI MN MO MS MTEXT MSPACE MROW MFRAC MSQRT MROOT MSUB MSUP MSUBSUP MUNDER MOVER MUNDEROVER MSTYLE MFENCED MPADDED SEMANTICS MJX-CONTAINER MJX-ASSISTIVE-MML'.split(
    ' '
  )
)
const LOOSE = /^(?:DIV|SECTION|ARTICLE|MAIN|BODY|CENTER|TABLE|TBODY|TR|TD|FORM|HEADER)$/

interface Context {
  type: Piece['type']
  level?: number | undefined
  element: DomElement
  /** True in an element that is no paragraph by itself. */
  loose?: boolean
}

/**
 * Makes blocks of the text below an element, in order: headings, paragraphs, list items, quotes, captions and table rows (the
 * cells of a row joined by ` · `). White space collapses to one space except NBSP, two line breaks end a paragraph, every
 * line of `pre` is a block. Walks without recursion, so that no nesting is too deep.
 */
export function toHtmlPieces(root: DomElement): Piece[] {
  return toPlacedPieces(root).map(({ type, text, level }) => ({ type, text, level }))
}

/** The same with the place of each. */
export function toPlacedPieces(root: DomElement): PlacedPiece[] {
  const writer = new PieceWriter(root)
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
  readonly #pieces: PlacedPiece[] = []
  readonly #contexts: Context[]
  #text: string[] = []
  #breaks = 0
  #verbatim = 0
  #row = 0
  #links = 0
  readonly #layout = new Map<DomElement, boolean>()
  #linked = 0

  constructor(root: DomElement) {
    this.#contexts = [{ type: 'paragraph', element: root, loose: true }]
  }

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
    if (this.#links > 0) this.#linked += collapse(text).length
  }

  link(step: 1 | -1): void {
    this.#links = Math.max(0, this.#links + step)
  }

  lineBreak(): void {
    this.#breaks++
    // Outside of `p` and the like a single break sets lines of their own, as in old layouts and editors' output.
    const alone = this.#contexts.at(-1)!.loose === true
    if (this.#row === 0 && (alone || this.#verbatim > 0 || this.#breaks > 1)) this.flush()
    else this.#text.push(' ')
  }

  /** Begins an element; without a kind of its own it goes on the kind of the element around it. */
  open(element: DomElement, context: Pick<Context, 'type' | 'level'> | null, loose = false): void {
    if (this.#row === 0) this.flush()
    else this.#text.push(' ')
    const { type, level } = this.#contexts.at(-1)!
    this.#contexts.push({ ...(context ?? { type, level }), element, loose: loose && type === 'paragraph' })
  }

  close(): void {
    if (this.#row === 0) this.flush()
    else this.#text.push(' ')
    if (this.#contexts.length > 1) this.#contexts.pop()
  }

  openRow(row: DomElement): void {
    this.open(row, { type: 'tableRow' })
    this.#row++
  }

  closeRow(): void {
    this.#row = Math.max(0, this.#row - 1)
    this.close()
  }

  cell(): void {
    if (this.#row > 0) this.#text.push('\u0000')
  }

  isLayout(row: DomElement): boolean {
    let known = this.#layout.get(row)
    if (known === undefined) this.#layout.set(row, (known = isLayoutRow(row)))
    return known
  }

  preformatted(step: 1 | -1): void {
    this.#verbatim += step
  }

  flush(): void {
    const raw = this.#text.join('')
    this.#text = []
    this.#breaks = 0
    const linked = this.#linked
    this.#linked = 0
    const { type, level, element } = this.#contexts.at(-1)!
    const text = this.#verbatim > 0 ? raw.replace(/[ \t\r]+$/, '') : collapse(raw)
    if (text.trim() === '') return
    this.#pieces.push({ type, text, level, element, linked })
  }

  finish(): PlacedPiece[] {
    this.#row = 0
    this.flush()
    return joinInitials(this.#pieces)
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
  if (isHidden(element) || (INLINE.has(name) && name !== 'A' && isSecondCopy(element))) return false
  const initial = name === 'IMG' || name === 'SVG' ? initialOf(element) : null
  if (initial !== null) writer.add(initial)
  if (SKIPPED.has(name)) return false
  const superior = name === 'SUP' ? superiorOf(element) : null
  if (superior !== null) {
    writer.add(superior)
    return false
  }
  if (name === 'A') writer.link(1)
  else if (name === 'BR') writer.lineBreak()
  else if (name === 'TR' && !writer.isLayout(element)) writer.openRow(element)
  else if (name === 'TD' || name === 'TH') {
    if (element.closest('tr') && !writer.isLayout(element.closest('tr')!)) writer.cell()
    else writer.open(element, null, true)
  } else if (!INLINE.has(name)) {
    writer.open(element, contextOf(name), LOOSE.test(name))
    if (name === 'PRE') writer.preformatted(1)
  }
  return true
}

function leave(element: DomElement, writer: PieceWriter): void {
  const name = element.tagName.toUpperCase()
  if (name === 'A' && !isHidden(element)) writer.link(-1)
  if (SKIPPED.has(name) || INLINE.has(name) || name === 'BR' || isHidden(element)) return
  if (name === 'TR' && !writer.isLayout(element)) writer.closeRow()
  else if (name === 'TD' || name === 'TH') {
    const row = element.closest('tr')
    if (!row || writer.isLayout(row)) writer.close()
  } else {
    writer.close()
    if (name === 'PRE') writer.preformatted(-1)
  }
}

function contextOf(name: string): Pick<Context, 'type' | 'level'> | null {
  const level = /^H([1-6])$/.exec(name)?.[1]
  if (level !== undefined) return { type: 'heading', level: Number(level) }
  if (name === 'LI' || name === 'DT' || name === 'DD') return { type: 'listItem' }
  if (name === 'BLOCKQUOTE') return { type: 'quote' }
  if (name === 'FIGCAPTION' || name === 'CAPTION') return { type: 'caption' }
  return null
}

const LONGEST_CELL = 400

/** Tables that lay a page out hold running text in their cells; such rows are no table rows. */
function isLayoutRow(row: DomElement): boolean {
  const cells = [...row.children].filter((cell) => /^T[DH]$/.test(cell.tagName.toUpperCase()))
  if (cells.length < 2) return row.querySelector('p, h1, h2, h3, h4, li, table, blockquote') !== null
  return cells.some(
    (cell) =>
      cell.querySelector('h1, h2, h3, h4, table, blockquote, p + p, li + li') !== null ||
      (cell.querySelector('p, li') !== null && (cell.textContent ?? '').length > LONGEST_CELL)
  )
}

const NOTE = /(?:^|[\s_-])(?:foot-?notes?|end-?notes?|note-?ref|reference|ref|fn|cite)/iu

/** A raised number in raised digits, as a power or a note's is; null for what is raised otherwise (`1st`, `[3]`). */
function superiorOf(element: DomElement): string | null {
  const written = raised((element.textContent ?? '').trim())
  if (written === null) return null
  const isNote =
    element.querySelector('a[href^="#"]') !== null ||
    element.closest('a[href^="#"], [role="doc-noteref"]') !== null ||
    NOTE.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`)
  return isNote ? `${WORD_JOINER}${written}` : written
}

function isHidden(element: DomElement): boolean {
  if (element.hasAttribute('hidden')) return true
  const style = element.getAttribute('style')
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}
