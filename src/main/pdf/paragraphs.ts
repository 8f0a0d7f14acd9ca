import type { DrawnPdf } from './drawn.ts'
import { markedTexts } from './shown.ts'
import type { PdfObjects } from './objects/file.ts'
import type { StructureNode } from './objects/structure-tree.ts'
import { isDict, Name, PdfString, type Dict, type Value } from './objects/value.ts'

/** A paragraph, heading, cell and the like, as the pages show it. */
export interface Paragraph {
  /** The page on which it begins, from 1. */
  page: number
  /** Its text without citations and the marks of notes. */
  text: string
}

/** Elements whose text is part of the paragraph around them. */
const INLINE = new Set(['Link', 'Reference', 'Span', 'Quote', 'Code', 'Em', 'Strong'])

/** The paragraphs of a document in the order of its structure. */
export function paragraphsOf({ objects, structure, marked }: DrawnPdf): Paragraph[] {
  const texts = markedTexts(marked)
  const found: Paragraph[] = []
  const textIn = (node: StructureNode, into: Paragraph): void => {
    for (const kid of node.kids) {
      if ('mcid' in kid) {
        if (into.page === 0) into.page = kid.page + 1
        into.text += texts[kid.page]?.get(kid.mcid) ?? ''
      } else if ('role' in kid && INLINE.has(kid.role) && !isCitation(objects, kid)) textIn(kid, into)
    }
  }
  const walk = (node: StructureNode): void => {
    const paragraph: Paragraph = { page: 0, text: '' }
    textIn(node, paragraph)
    if (paragraph.page > 0) found.push(paragraph)
    for (const kid of node.kids) if ('role' in kid && !INLINE.has(kid.role)) walk(kid)
  }
  if (structure) walk(structure)
  return found
}

/** Whether an element leads to a source or a note, and so isn't part of what is claimed. */
function isCitation(objects: PdfObjects, node: StructureNode): boolean {
  return node.kids.some((kid) => {
    if ('role' in kid) return isCitation(objects, kid)
    return 'annotation' in kid && /^(source|note)-/.test(destinationOf(objects, kid.annotation))
  })
}

function destinationOf(objects: PdfObjects, annotation: Dict | null): string {
  const action = objects.get(annotation, 'A')
  return nameOf(objects.get(isDict(action) ? action : annotation, isDict(action) ? 'D' : 'Dest'))
}

function nameOf(value: Value): string {
  return value instanceof PdfString ? value.text : value instanceof Name ? value.text : ''
}
