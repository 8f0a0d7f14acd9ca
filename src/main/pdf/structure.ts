import type { PdfDocument, Ref } from './document.ts'

/** Standard structure types (ISO 32000-1, 14.8.4) that a briefing uses. */
export type Role =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Note'
  | 'Link'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Div'
  | 'Figure'
  | 'Caption'

/** Content of a page that belongs to an element. */
interface MarkedContent {
  page: Ref
  mcid: number
}

/** An annotation that belongs to an element, on its own page. */
interface AnnotationLink {
  page: Ref
  annotation: Ref
}

/** An element of the structure tree. It is written when the whole document is painted. */
export interface Element {
  role: Role
  /** BCP 47, where it differs from the document's. */
  language?: string
  /** Names the element in the tree's table of ids: PDF/UA wants it on notes. */
  id?: string
  /** How the items of a list are numbered. */
  numbering?: 'Disc' | 'Decimal' | 'None'
  /** What it shows, for who can't see it. */
  alt?: string
  /** Left, bottom, right and top of what it shows, on its page. */
  box?: number[]
  kids: (Element | MarkedContent | AnnotationLink)[]
}

/** Makes an element and adds it to its parent. */
export function element(role: Role, parent: Element | null, language?: string): Element {
  const made: Element = { role, kids: [], ...(language === undefined ? {} : { language }) }
  parent?.kids.push(made)
  return made
}

/**
 * Writes the structure tree: elements, the tree from marked content and annotations back to them, and the ids. pdfkit's
 * own elements must end in the order of the pages and give a link's annotation the page on which they end, not the one
 * on which it lies; so the tree is written here, at the end.
 */
export function writeStructure(pdf: PdfDocument, root: Element): void {
  const tree = pdf.getStructTreeRoot()
  const ids: [string, Ref][] = []
  const reference = writeElement(pdf, root, tree, ids)
  tree.data.K = [reference]
  if (ids.length > 0) {
    ids.sort(([a], [b]) => (a < b ? -1 : 1))
    const names = pdf.ref({ Names: ids.flatMap(([id, ref]) => [pdfText(id), ref]) })
    names.end()
    tree.data.IDTree = names
  }
}

function writeElement(pdf: PdfDocument, node: Element, parent: Ref, ids: [string, Ref][]): Ref {
  const kids: unknown[] = []
  const reference = pdf.ref({ Type: 'StructElem', S: node.role, P: parent, K: kids })
  const { data } = reference
  if (node.language !== undefined) data.Lang = pdfText(node.language)
  if (node.role === 'TH') data.A = { O: 'Table', Scope: 'Column' }
  if (node.numbering !== undefined) data.A = { O: 'List', ListNumbering: node.numbering }
  if (node.alt !== undefined) data.Alt = pdfText(node.alt)
  if (node.box !== undefined) data.A = { O: 'Layout', Placement: 'Block', BBox: node.box }
  if (node.id !== undefined) {
    data.ID = pdfText(node.id)
    ids.push([node.id, reference])
  }
  for (const kid of node.kids) {
    if ('role' in kid) kids.push(writeElement(pdf, kid, reference, ids))
    else if ('mcid' in kid) kids.push(writeContent(pdf, kid, reference))
    else kids.push(writeAnnotation(pdf, kid, reference))
  }
  reference.end()
  return reference
}

function writeContent(pdf: PdfDocument, { page, mcid }: MarkedContent, owner: Ref): unknown {
  const { data } = owner
  data.Pg ??= page
  const contents = pdf.getStructParentTree().get(page.data.StructParents as number) as (Ref | null)[]
  contents[mcid] = owner
  return data.Pg === page ? mcid : { Type: 'MCR', Pg: page, MCID: mcid }
}

function writeAnnotation(pdf: PdfDocument, { page, annotation }: AnnotationLink, owner: Ref): unknown {
  pdf.getStructParentTree().add(annotation.data.StructParent as number, owner)
  return { Type: 'OBJR', Obj: annotation, Pg: page }
}

/** A text string object: pdfkit takes plain strings for names. */
export function pdfText(text: string): unknown {
  return Object(text)
}
