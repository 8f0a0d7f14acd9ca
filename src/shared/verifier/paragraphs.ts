import type { DrawnPdf } from './drawn.ts'
import { markedTexts } from './shown.ts'
import type { PdfObjects } from '../pdf/file.ts'
import type { StructureNode } from '../pdf/structure-tree.ts'
import { isDict, Name, PdfString, type Dict, type Value } from '../pdf/value.ts'

/** A paragraph, heading, cell and the like, as the pages show it. */
export interface Paragraph {
  /** The element of the structure that holds it. */
  role: string
  /** The page on which it begins, from 1. */
  page: number
  text: string
}

/** Elements whose text is part of the paragraph around them. */
const INLINE = new Set(['Link', 'Reference', 'Span', 'Quote', 'Code', 'Em', 'Strong'])

/** The paragraphs of a document in the order of its structure, without citations and the marks of notes. */
export function paragraphsOf(drawn: DrawnPdf): Paragraph[] {
  return gather(drawn, (node) => leadsTo(drawn.objects, node, /^(source|note)-/))
}

/**
 * All that a document prints, paragraph by paragraph: citations with the rest, but neither the marks of notes nor the labels before
 * them. Those of the contents have the role `TOCI`.
 */
export function printedParagraphs(drawn: DrawnPdf): Paragraph[] {
  const labels = new Set<StructureNode>()
  const find = (node: StructureNode): void => {
    const [first] = node.kids
    if (node.role === 'Note' && first && 'role' in first && first.role === 'Link') labels.add(first)
    for (const kid of node.kids) if ('role' in kid) find(kid)
  }
  if (drawn.structure) find(drawn.structure)
  const isMark = (node: StructureNode): boolean => labels.has(node) || leadsTo(drawn.objects, node, /^note-/)
  // Words that call themselves the mark of a note are words.
  return gather(drawn, (node, text) => isMark(node) && MARK.test(text))
}

/** The mark of a note as it is printed. */
const MARK = /^\s*(?:\d{1,5}|[a-z]{1,2})\s*$/

/** The paragraphs of a document in the order of its structure, without the elements within them that are left out. */
function gather({ structure, marked }: DrawnPdf, leftOut: (node: StructureNode, text: string) => boolean): Paragraph[] {
  const texts = markedTexts(marked)
  const found: Paragraph[] = []
  const textIn = (node: StructureNode, into: Paragraph): void => {
    for (const kid of node.kids) {
      if ('mcid' in kid) {
        if (into.page === 0) into.page = kid.page + 1
        into.text += texts[kid.page]?.get(kid.mcid) ?? ''
      } else if ('role' in kid && INLINE.has(kid.role)) {
        const inner: Paragraph = { role: kid.role, page: 0, text: '' }
        textIn(kid, inner)
        if (leftOut(kid, inner.text)) continue
        if (into.page === 0) into.page = inner.page
        into.text += inner.text
      }
    }
  }
  const walk = (node: StructureNode): void => {
    const paragraph: Paragraph = { role: node.role, page: 0, text: '' }
    textIn(node, paragraph)
    if (paragraph.page > 0) found.push(paragraph)
    for (const kid of node.kids) if ('role' in kid && !INLINE.has(kid.role)) walk(kid)
  }
  if (structure) walk(structure)
  return found
}

/** Whether an element leads to a place whose name is like that. */
function leadsTo(objects: PdfObjects, node: StructureNode, name: RegExp): boolean {
  return node.kids.some((kid) => {
    if ('role' in kid) return INLINE.has(kid.role) && leadsTo(objects, kid, name)
    return 'annotation' in kid && name.test(destinationOf(objects, kid.annotation))
  })
}

function destinationOf(objects: PdfObjects, annotation: Dict | null): string {
  const action = objects.get(annotation, 'A')
  return nameOf(objects.get(isDict(action) ? action : annotation, isDict(action) ? 'D' : 'Dest'))
}

function nameOf(value: Value): string {
  return value instanceof PdfString ? value.text : value instanceof Name ? value.text : ''
}
