import type { Piece } from '../../extracted/blocks.ts'
import { ELEMENT, parsePage, TEXT, type DomElement, type DomNode } from '../../markup/dom.ts'
import { toHtmlPieces } from '../../markup/pieces.ts'
import { flattenCells } from '../../markup/tables.ts'
import { attribute, localName } from '../../markup/xml.ts'

/** Elements whose content is no text of the document. */
const SKIPPED = new Set([
  'tracked-changes',
  'annotation',
  'annotation-end',
  'forms',
  'sequence-decls',
  'variable-decls',
  'user-field-decls',
  'hidden-text',
  'note-citation',
  'image',
  'object',
  'binary-data',
  'title',
  'desc',
  'event-listeners',
  'page-number',
  'page-count',
  'soft-page-break'
])
const MARKUP: Record<string, string> = {
  'list-item': 'li',
  table: 'table',
  'table-row': 'tr',
  'table-cell': 'td',
  p: 'p'
}
const MOST_SPACES = 100

/**
 * The blocks of an OpenDocument text. Its elements are written as those of HTML and read by what reads pages, so that both have the same blocks; no
 * attribute and no markup of the document gets into that. Notes stand at the end. Walks without recursion.
 */
export function odfPieces(text: DomElement): Piece[] {
  const notes: string[] = []
  const html = write(text, notes)
  const { body } = parsePage(`<!doctype html><html><head></head><body>${html}${notes.join('')}</body></html>`)
  flattenCells(body)
  return toHtmlPieces(body)
}

function write(root: DomElement, notes: string[]): string {
  const parts: string[] = []
  /** Where the notes begin that are open. */
  const marks: number[] = []
  let node: DomNode | null = root.firstChild
  const leave = (element: DomNode): void => {
    const tag = tagOf(element as DomElement)
    if (tag !== null) parts.push(`</${tag}>`)
    if (localName(element) === 'note') notes.push(parts.splice(marks.pop() ?? parts.length).join(''))
  }
  while (node) {
    if (enter(node, parts)) {
      if (localName(node) === 'note') marks.push(parts.length)
      const tag = tagOf(node as DomElement)
      if (tag !== null) parts.push(`<${tag}>`)
      if (node.firstChild) {
        node = node.firstChild
        continue
      }
      leave(node)
    }
    while (node && !node.nextSibling) {
      node = node.parentNode
      if (!node || node === root) return parts.join('')
      leave(node)
    }
    node = node?.nextSibling ?? null
  }
  return parts.join('')
}

/** Writes what has no content; true for an element whose content follows. */
function enter(node: DomNode, parts: string[]): boolean {
  if (node.nodeType === TEXT) parts.push(escaped(node.textContent ?? ''))
  if (node.nodeType !== ELEMENT || SKIPPED.has(localName(node))) return false
  const name = localName(node)
  if (name === 's') {
    const count = Number(attribute(node as DomElement, 'c') ?? 1)
    parts.push(' '.repeat(Math.min(MOST_SPACES, Number.isInteger(count) && count > 0 ? count : 1)))
  } else if (name === 'tab') parts.push('\t')
  else if (name === 'line-break') parts.push('<br>')
  else return true
  return false
}

function tagOf(element: DomElement): string | null {
  const name = localName(element)
  if (name !== 'h') return Object.hasOwn(MARKUP, name) ? MARKUP[name]! : null
  const level = Number(attribute(element, 'outline-level') ?? 1)
  return `h${Math.min(6, Math.max(1, Number.isInteger(level) ? level : 1))}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
