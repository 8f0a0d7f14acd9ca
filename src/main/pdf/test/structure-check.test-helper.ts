import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFObject,
  type PDFPage
} from '@cantoo/pdf-lib'

/** Parents that ISO 32000-1, 14.8.4 asks for. */
const PARENTS: Record<string, readonly string[]> = {
  TR: ['Table', 'THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  Lbl: ['LI', 'Note'],
  LBody: ['LI'],
  TOCI: ['TOC']
}

const PAINTING = /^(Tj|TJ|'|"|f|F|f\*|B|B\*|b|b\*|S|s|Do|sh)$/
const TOKEN =
  /<<(?:[^<>]|<[^<>]*>|<<[^>]*>>)*>>|\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f\s]*>|\/[^\s/[\]<>()]+|[^\s/[\]<>()]+|[[\]]/g

/**
 * Checks the structure of a PDF by the rules of PDF/UA-1 that a program can check, with a parser that has nothing to do
 * with the writer: everything painted is in the structure or an artifact, headings don't skip a level, notes have ids,
 * table headers a scope, links their element, contents and page, fonts are embedded, metadata are well-formed.
 */
export async function structuralFaults(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const check = new StructureCheck(pdf)
  check.catalog()
  check.tree()
  for (const page of pdf.getPages()) check.page(page)
  check.fonts()
  return [...new Set(check.faults)]
}

class StructureCheck {
  readonly faults: string[] = []
  private readonly pdf: PDFDocument
  private readonly owned = new Set<string>()
  private readonly linked = new Map<string, { role: string; page: string }>()
  private lastHeading = 0

  constructor(pdf: PDFDocument) {
    this.pdf = pdf
  }

  catalog(): void {
    const { catalog } = this.pdf
    if (!text(get(catalog, 'Lang'))) this.faults.push('the document has no language')
    if (String(get(dict(get(catalog, 'MarkInfo')), 'Marked')) !== 'true') this.faults.push('the document isn’t marked')
    if (String(get(dict(get(catalog, 'ViewerPreferences')), 'DisplayDocTitle')) !== 'true') {
      this.faults.push('the title isn’t displayed')
    }
    const metadata = get(catalog, 'Metadata')
    const xml = metadata instanceof PDFRawStream ? Buffer.from(metadata.getContents()).toString('utf8') : ''
    for (const wanted of ['<pdfuaid:part>1<', '<pdfaid:part>3<', '<pdfaid:conformance>A<', '<dc:title>']) {
      if (!xml.includes(wanted)) this.faults.push(`the metadata lack ${wanted}`)
    }
    if (/&(?!amp;|lt;|gt;|quot;|apos;|#)/.test(xml)) this.faults.push('the metadata have a bare ampersand')
  }

  tree(): void {
    const root = dict(get(this.pdf.catalog, 'StructTreeRoot'))
    if (!root) {
      this.faults.push('there is no structure')
      return
    }
    const kids = get(root, 'K')
    for (const kid of kids instanceof PDFArray ? kids.asArray() : []) this.element(kid, '')
  }

  private element(reference: PDFObject, parent: string): void {
    const node = dict(this.pdf.context.lookup(reference))
    if (!node) return
    const role = name(get(node, 'S'))
    const heading = /^H([1-6])$/.exec(role)
    if (heading) {
      const level = Number(heading[1])
      if (level > this.lastHeading + 1) this.faults.push(`a heading skips from ${this.lastHeading} to ${level}`)
      this.lastHeading = level
    }
    if (role === 'Note' && !text(get(node, 'ID'))) this.faults.push('a note has no id')
    if (role === 'TH' && name(get(dict(get(node, 'A')), 'Scope')) === '')
      this.faults.push('a table header has no scope')
    const parents = PARENTS[role]
    if (parents && !parents.includes(parent)) this.faults.push(`${role} stands in ${parent}`)
    const kids = get(node, 'K')
    const list = kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []
    if (list.length === 0 && role !== 'TD') this.faults.push(`${role} is empty`)
    for (const kid of list) this.kid(kid, node, String(reference), role)
  }

  private kid(kid: PDFObject, node: PDFDict, owner: string, role: string): void {
    const value = this.pdf.context.lookup(kid)
    const page = String(node.get(PDFName.of('Pg')))
    if (value instanceof PDFNumber) this.own(`${page}#${value.asNumber()}`)
    else if (value instanceof PDFDict) {
      const type = name(get(value, 'Type'))
      const itsPage = String(value.get(PDFName.of('Pg')) ?? page)
      const mcid = get(value, 'MCID')
      if (type === 'MCR' && mcid instanceof PDFNumber) this.own(`${itsPage}#${mcid.asNumber()}`)
      else if (type === 'OBJR') this.linked.set(String(value.get(PDFName.of('Obj'))), { role, page: itsPage })
      else this.element(kid, role)
    } else this.faults.push(`${owner} has a kid that isn’t there`)
  }

  private own(content: string): void {
    if (this.owned.has(content)) this.faults.push(`${content} belongs to two elements`)
    this.owned.add(content)
  }

  page(page: PDFPage): void {
    const node = page.node as PDFDict
    if (name(get(node, 'Tabs')) !== 'S') this.faults.push('a page’s tab order isn’t that of the structure')
    const annotations = get(node, 'Annots')
    for (const reference of annotations instanceof PDFArray ? annotations.asArray() : []) {
      const annotation = dict(this.pdf.context.lookup(reference))
      const link = this.linked.get(String(reference))
      // A field that shows itself is said by another entry (ISO 32000-1, 14.9.3).
      const isField = name(get(annotation, 'Subtype')) === 'Widget'
      if (!link) this.faults.push('a link isn’t in the structure')
      else if (link.role !== (isField ? 'Form' : 'Link')) this.faults.push(`a link belongs to ${link.role}`)
      else if (link.page !== String(page.ref)) this.faults.push('a link is taken for one of another page')
      if (!text(get(annotation, isField ? 'TU' : 'Contents'))) this.faults.push('a link has no contents')
      if (!get(annotation, 'StructParent')) this.faults.push('a link doesn’t lead back to the structure')
    }
    this.content(contentOf(node), String(page.ref))
  }

  private content(stream: string, page: string): void {
    const open: string[] = []
    let operands: string[] = []
    for (const [token] of stream.matchAll(TOKEN)) {
      if (token === 'BMC') {
        open.push(open.at(-1) ?? '')
        operands = []
      } else if (token === 'BDC') {
        const mcid = /\/MCID\s+(\d+)/.exec(operands.at(-1) ?? '')
        if (mcid && !this.owned.has(`${page}#${mcid[1]}`)) this.faults.push('marked content belongs to no element')
        open.push(operands.at(-2) === '/Artifact' ? 'artifact' : mcid ? 'content' : (open.at(-1) ?? ''))
        operands = []
      } else if (token === 'EMC') {
        if (open.pop() === undefined) this.faults.push('marked content ends that didn’t start')
        operands = []
      } else if (PAINTING.test(token)) {
        if (!open.includes('artifact') && !open.includes('content')) this.faults.push('something is painted unmarked')
        operands = []
      } else operands.push(token)
    }
    if (open.length > 0) this.faults.push('marked content doesn’t end')
  }

  fonts(): void {
    for (const [, object] of this.pdf.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict)) continue
      const type = name(get(object, 'Type'))
      if (type === 'FontDescriptor' && !get(object, 'FontFile2') && !get(object, 'FontFile3')) {
        this.faults.push(`${name(get(object, 'FontName'))} isn’t embedded`)
      }
      if (type === 'Font' && name(get(object, 'Subtype')) === 'Type1') this.faults.push('a font isn’t embedded')
    }
  }
}

function contentOf(page: PDFDict): string {
  const contents = get(page, 'Contents')
  const parts = contents instanceof PDFArray ? contents.asArray().map((part) => page.context.lookup(part)) : [contents]
  return parts
    .map((part) =>
      part instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(part).decode()).toString('latin1') : ''
    )
    .join('\n')
}

function get(node: PDFDict | null, key: string): PDFObject | undefined {
  return node?.lookup(PDFName.of(key))
}

function dict(object: PDFObject | undefined): PDFDict | null {
  return object instanceof PDFDict ? object : null
}

function name(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : ''
}

function text(object: PDFObject | undefined): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''
}
