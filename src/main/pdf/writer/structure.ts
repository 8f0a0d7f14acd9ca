import type { PdfDocument, Ref } from './pdfkit.ts'
import { Raw, reference, reserveObject, writeObject } from './object-writer.ts'
import { literal } from './operators.ts'

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
  /** Its number among the objects, and in the tree from content to elements. */
  annotation: number
  key: number
}

/** An element of the structure tree. It is written when the whole document is painted. */
export interface Element {
  role: Role
  /** BCP 47, where it differs from the document's. */
  language?: string
  /** Names the element in the tree's table of ids: PDF/UA wants it on notes. */
  id?: string
  /** Of a table's header: whether it heads its row; its column otherwise. */
  scope?: 'Row'
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
 * The tree from marked content and annotations back to their elements (ISO 32000-1, 14.7.4.4): by page the elements of its
 * marked content, by annotation its one element.
 */
export class ParentTree {
  private readonly entries: (number | number[])[] = []

  /** Takes a key for a page or an annotation. */
  key(): number {
    return this.entries.push([]) - 1
  }

  own(page: number, mcid: number, element: number): void {
    const contents = this.entries[page]
    if (typeof contents === 'object') contents[mcid] = element
  }

  link(annotation: number, element: number): void {
    this.entries[annotation] = element
  }

  write(tree: Ref): void {
    const nums = this.entries.map((entry, key) => {
      return `${key} ${typeof entry === 'number' ? reference(entry) : `[${entry.map(reference).join(' ')}]`}`
    })
    tree.data.ParentTree = new Raw(`<</Nums[${nums.join('\n')}]>>`)
    tree.data.ParentTreeNextKey = this.entries.length
  }
}

/**
 * Writes the structure tree: elements, the tree from marked content and annotations back to them, and the ids. pdfkit's
 * own elements must end in the order of the pages and give a link's annotation the page on which they end, not the one
 * on which it lies; so the tree is written here, at the end.
 */
export function writeStructure(pdf: PdfDocument, parents: ParentTree, root: Element): void {
  const tree = pdf.getStructTreeRoot()
  const ids: [string, number][] = []
  dropEmpty(root)
  tree.data.K = [new Raw(reference(writeElement(pdf, parents, root, tree.id, ids)))]
  parents.write(tree)
  if (ids.length > 0) {
    ids.sort(([a], [b]) => (a < b ? -1 : 1))
    const names = reserveObject(pdf)
    writeObject(
      pdf,
      names,
      `<</Names[${ids.map(([id, element]) => `${literal(id)} ${reference(element)}`).join(' ')}]>>`
    )
    tree.data.IDTree = new Raw(reference(names))
  }
}

/**
 * Drops elements that hold nothing, which tell readers of what isn't there. A cell keeps its place in its row; one of the header that
 * is empty heads nothing, and is a cell like others.
 */
function dropEmpty(node: Element): void {
  node.kids = node.kids.filter((kid) => {
    if (!('role' in kid)) return true
    dropEmpty(kid)
    if (kid.role === 'TH' && kid.kids.length === 0) kid.role = 'TD'
    return kid.kids.length > 0 || kid.role === 'TD'
  })
}

function writeElement(
  pdf: PdfDocument,
  parents: ParentTree,
  node: Element,
  parent: number,
  ids: [string, number][]
): number {
  const id = reserveObject(pdf)
  let entries = `/S/${node.role}/P ${reference(parent)}`
  if (node.language !== undefined) entries += `/Lang${literal(node.language)}`
  if (node.role === 'TH') entries += `/A<</O/Table/Scope/${node.scope ?? 'Column'}>>`
  if (node.numbering !== undefined) entries += `/A<</O/List/ListNumbering/${node.numbering}>>`
  if (node.alt !== undefined) entries += `/Alt${literal(node.alt)}`
  if (node.box !== undefined) entries += `/A<</O/Layout/Placement/Block/BBox[${node.box.join(' ')}]>>`
  if (node.id !== undefined) {
    entries += `/ID${literal(node.id)}`
    ids.push([node.id, id])
  }
  /** The page of its first marked content: that of others is named where it differs. */
  let page: Ref | null = null
  const kids = node.kids.map((kid) => {
    if ('role' in kid) return reference(writeElement(pdf, parents, kid, id, ids))
    if ('annotation' in kid) {
      parents.link(kid.key, id)
      return `<</Type/OBJR/Obj ${reference(kid.annotation)}/Pg ${reference(kid.page.id)}>>`
    }
    parents.own(kid.page.data.StructParents as number, kid.mcid, id)
    page ??= kid.page
    return page === kid.page ? kid.mcid : `<</Type/MCR/Pg ${reference(kid.page.id)}/MCID ${kid.mcid}>>`
  })
  if (page !== null) entries += `/Pg ${reference((page as Ref).id)}`
  writeObject(pdf, id, `<</Type/StructElem${entries}/K[${kids.join(' ')}]>>`)
  return id
}

/** A text string object: pdfkit takes plain strings for names. */
export function pdfText(text: string): unknown {
  return Object(text)
}
