import type { DrawnPage } from '../proof/drawn.ts'
import { FINGERPRINT_KEY } from '../proof/proof.ts'

import { FontCache, textOf, type MarkedText } from '../pdf/content.ts'
import { contentOf } from '../pdf/content-stream.ts'
import type { PdfObjects } from '../pdf/file.ts'
import { Graph } from '../pdf/graph.ts'
import { OperatorText } from '../pdf/operator-text.ts'
import { pageTreeOf, type PageObject, type PageTree } from '../pdf/page-tree.ts'
import { structureOf, type StructureNode } from '../pdf/structure-tree.ts'
import { isArray, Name, TooLargePdf, type Dict, type Value } from '../pdf/value.ts'
import { say } from '../wording/say.ts'
import type { Digester, Digests } from './digests.ts'
import { DigestsOfVersion2 } from './digests-2.ts'

/** What a PDF draws and holds, with what is needed to say where it differs. */
export interface DrawnPdf {
  objects: PdfObjects
  pages: readonly PageObject[]
  structure: StructureNode | null
  /** The marked text of each page. */
  marked: MarkedText[][]
  /** The first operator of each page with its operands; empty where a page draws nothing. */
  firstOperators: string[]
  digests: Digests
}

/** What of a file the digests leave out, or have another word for. */
export interface ProofOfFile {
  version: number
  /** The dictionary of the attached proof's stream; null where it isn't known. */
  proof: Dict | null
  /** The fingerprint as it is printed: it depends on the digests, so they have its place in its stead. */
  fingerprint: string | null
}

/** What stands in the digests for the fingerprint. */
const FINGERPRINT = '@fingerprint'

/**
 * Reads what a PDF draws and holds. In the digests of the third version all that its trailer leads to is in one of them. Throws
 * `MalformedPdf`.
 */
export function readDrawn(objects: PdfObjects, about: ProofOfFile): DrawnPdf {
  const { version, fingerprint } = about
  const tree = pageTreeOf(objects)
  const structure = structureOf(objects, tree.pages)
  const digester =
    version >= 3
      ? new GraphDigests(objects, tree, structure, about.proof)
      : new DigestsOfVersion2(objects, tree.pages, structure)
  const reader = new PageReader(objects, version >= 3 ? fingerprint : null, fingerprint)
  const marked: MarkedText[][] = []
  const firstOperators: string[] = []
  const pages = tree.pages.map((page, i): DrawnPage => {
    const { content, texts, text } = reader.read(page)
    marked.push(texts)
    firstOperators.push(reader.operators.first())
    return { ...digester.page(page, i + 1, content, reader.operators.whole()), text }
  })
  const digests = { pages, fonts: digester.fonts(), document: digester.document() }
  return { objects, pages: tree.pages, structure, marked, firstOperators, digests }
}

/**
 * The same for a file of the third version of which all was read before but the contents of some pages, `anew`: only these are read.
 * Throws `MalformedPdf`.
 */
export function readAnew(
  objects: PdfObjects,
  before: DrawnPdf,
  anew: ReadonlySet<PageObject>,
  fingerprint: string
): DrawnPdf {
  const reader = new PageReader(objects, fingerprint, fingerprint)
  const { pages, marked, firstOperators, digests } = before
  const read = {
    marked: [...marked],
    firstOperators: [...firstOperators],
    digests: { ...digests, pages: [...digests.pages] }
  }
  for (const [i, page] of pages.entries()) {
    if (!anew.has(page)) continue
    const { texts, text } = reader.read(page)
    read.marked[i] = texts
    read.firstOperators[i] = reader.operators.first()
    const content = objects.platform.sha256(reader.operators.whole())
    read.digests.pages[i] = { ...digests.pages[i]!, content, text }
  }
  return { ...before, objects, ...read }
}

/** Reads the pages of a file one after the other. */
class PageReader {
  /** Of the page that was read last. */
  readonly operators: OperatorText
  private readonly objects: PdfObjects
  /** What is left out of texts. */
  private readonly masked: string | null
  private readonly fonts: FontCache
  private drawn = 0

  /** `fingerprint` is left out of operators. */
  constructor(objects: PdfObjects, masked: string | null, fingerprint: string | null) {
    this.objects = objects
    this.masked = masked
    this.fonts = new FontCache(objects)
    this.operators = new OperatorText(fingerprint === null ? null : { shown: fingerprint, word: FINGERPRINT })
  }

  read({ dict }: PageObject): { content: Uint8Array; texts: MarkedText[]; text: string } {
    const { objects, masked, operators } = this
    const content = contentOf(objects, dict)
    this.drawn += content.length
    if (this.drawn > MOST_CONTENT) throw new TooLargePdf(say('its pages draw too much'))
    operators.restart()
    const texts = textOf(objects, dict, content, this.fonts, operators)
    const text = texts.map((each) => each.text.trim()).join('\n')
    return { content, texts, text: masked === null ? text : text.replaceAll(masked, FINGERPRINT) }
  }
}

const MOST_OUTLINE = 100_000
/** More bytes of content than this are an attack: a page has some tens of thousands. */
const MOST_CONTENT = 1 << 27
/** Entries of a page that have digests of their own, or lead back to what it belongs to. */
const APART = new Set(['Parent', 'Contents', 'Annots', 'Resources'])
const WITHOUT_FINGERPRINT = new Set([FINGERPRINT_KEY])
/** Entries of the trailer that say how the file is put together, those of a stream that holds the table included. */
const OF_FILE = new Set(['Size', 'Prev', 'ID', 'Root', 'Type', 'W', 'Index', 'Length', 'Filter', 'DecodeParms'])

/** The digests of the third version: of all that the trailer leads to. */
class GraphDigests implements Digester {
  private readonly objects: PdfObjects
  private readonly graph: Graph
  private readonly annotations: (readonly Dict[])[]
  private readonly bookmarks: readonly Dict[]
  private readonly elements: readonly Dict[]
  private readonly known = new Map<Dict | null, { name: string; sha256: string }>()

  constructor(objects: PdfObjects, { pages, nodes }: PageTree, structure: StructureNode | null, proof: Dict | null) {
    this.objects = objects
    const root = objects.dict(objects.trailer.get('Root'))
    this.annotations = pages.map(({ node }) => annotationsOf(objects, node))
    this.bookmarks = bookmarksOf(objects, objects.dict(root?.get('Outlines')))
    this.elements = structure ? elementsOf(structure) : []
    const places = new Map<Dict, string>()
    for (const node of nodes) places.set(node, '@pages')
    pages.forEach(({ node }, i) => places.set(node, `@page ${i + 1}`))
    this.annotations.forEach((own, i) => own.forEach((each, k) => places.set(each, `@annotation ${i + 1}.${k + 1}`)))
    this.bookmarks.forEach((each, i) => places.set(each, `@bookmark ${i + 1}`))
    this.elements.forEach((each, i) => places.set(each, `@element ${i + 1}`))
    if (structure) places.set(structure.dict, '@structure')
    if (proof) places.set(proof, '@proof')
    this.graph = new Graph(objects, places)
  }

  page({ dict }: PageObject, number: number, _content: Uint8Array, operators: Uint8Array) {
    const { objects, graph } = this
    const resources = new Map(objects.dict(dict.get('Resources')))
    const fonts = [...(objects.dict(resources.get('Font')) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
    resources.delete('Font')
    const lines = fonts.map(([key, font]) => `${graph.text(new Name(key))} ${this.font(font)}`)
    return {
      content: objects.platform.sha256(operators),
      drawing: graph.digest([graph.own(dict, APART), graph.own(resources), ...lines]),
      links: graph.digest(this.annotations[number - 1]!.map((each) => graph.own(each)))
    }
  }

  fonts(): Digests['fonts'] {
    return [...this.known.values()]
  }

  document(): Digests['document'] {
    const { objects, graph } = this
    const { trailer } = objects
    const root = objects.dict(trailer.get('Root'))
    const parts: Record<string, string> = {}
    for (const [key, value] of root ?? []) {
      if (objects.resolve(value) !== null) parts[key] = graph.digest(this.partOf(key, value))
    }
    for (const [key, value] of trailer) if (!OF_FILE.has(key)) parts[`trailer ${key}`] = this.ofTrailer(key, value)
    return Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** The properties but the fingerprint; other entries whole. */
  private ofTrailer(key: string, value: Value): string {
    const { objects, graph } = this
    const dict = objects.dict(value)
    return graph.digest([dict && key === 'Info' ? graph.own(dict, WITHOUT_FINGERPRINT) : graph.text(value)])
  }

  /** What the texts of an entry of the catalogue are, those of its named places included. */
  private partOf(key: string, value: Value): string[] {
    const { objects, graph } = this
    const dict = objects.dict(value)
    if (dict && key === 'StructTreeRoot') return [graph.own(dict), ...this.elements.map((each) => graph.own(each))]
    if (dict && key === 'Outlines') return [graph.own(dict), ...this.bookmarks.map((each) => graph.own(each))]
    return [graph.text(value)]
  }

  /** The digest of a font, which is in the list from then on. */
  private font(font: Value): string {
    const dict = this.objects.dict(font)
    let found = this.known.get(dict)
    if (!found) {
      found = { name: this.objects.name(dict, 'BaseFont'), sha256: this.graph.digest([this.graph.text(font)]) }
      this.known.set(dict, found)
    }
    return found.sha256
  }
}

/** The annotations of a page in their order. */
export function annotationsOf(objects: PdfObjects, page: Dict): Dict[] {
  const annotations = objects.get(page, 'Annots')
  return (isArray(annotations) ? annotations : []).flatMap((each) => objects.dict(each) ?? [])
}

/** The bookmarks in their order, those within others after them. */
export function bookmarksOf(objects: PdfObjects, outlines: Dict | null): Dict[] {
  const found = new Set<Dict>()
  const walk = (parent: Dict | null): void => {
    for (let item = objects.dict(parent?.get('First')); item; item = objects.dict(item.get('Next'))) {
      if (found.has(item) || found.size > MOST_OUTLINE) return
      found.add(item)
      walk(item)
    }
  }
  walk(outlines)
  return [...found]
}

/** The elements of the structure in their order, those within others after them. */
function elementsOf(structure: StructureNode): Dict[] {
  const found: Dict[] = []
  const walk = ({ kids }: StructureNode): void => {
    for (const kid of kids) {
      if (!('role' in kid)) continue
      found.push(kid.dict)
      walk(kid)
    }
  }
  walk(structure)
  return found
}
