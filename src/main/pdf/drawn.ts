import type { Drawn, DrawnPage } from '../../shared/proof/drawn.ts'
import { canonicalText, sha256 } from './objects/canonical.ts'
import { contentOf, FontShelf, textOf, type MarkedText } from './objects/content.ts'
import type { PdfObjects } from './objects/file.ts'
import { namesOf, pagesOf, type PageObject } from './objects/page-tree.ts'
import { structureLines, structureOf, type StructureNode } from './objects/structure-tree.ts'
import { isArray, isDict, Name, PdfString, Reference, Stream, type Dict, type Value } from './objects/value.ts'

/** What a PDF draws, with what is needed to say where it differs. */
export interface DrawnPdf extends Drawn {
  objects: PdfObjects
  structure: StructureNode | null
  /** The marked text of each page. */
  marked: MarkedText[][]
}

/** Entries of a page that say nothing of its look, or have digests of their own. */
const APART = new Set(['Type', 'Parent', 'Contents', 'Annots', 'StructParents', 'Tabs'])
/** Entries of an annotation that lead back to what it belongs to. */
const BACK = ['P', 'Parent', 'StructParent']

const MOST_OUTLINE = 100_000

/**
 * Reads what a PDF draws: for each page the digests of its content, of what it is drawn with and of its links, and its
 * words; the digests of fonts, bookmarks, named places, structure and metadata. Throws `MalformedPdf`.
 */
export function readDrawn(objects: PdfObjects): DrawnPdf {
  const pages = pagesOf(objects)
  const fonts = new FontDigests(objects)
  const shelf = new FontShelf(objects)
  const drawn: DrawnPage[] = []
  const marked: MarkedText[][] = []
  for (const { dict } of pages) {
    const content = contentOf(objects, dict)
    const texts = textOf(objects, dict, content, shelf)
    marked.push(texts)
    drawn.push({
      content: sha256(content),
      drawing: sha256(drawingText(objects, dict, fonts)),
      links: sha256(linksText(objects, dict)),
      text: texts.map(({ text }) => text.trim()).join('\n')
    })
  }
  const root = objects.dict(objects.trailer.get('Root'))
  const structure = structureOf(objects, pages)
  const metadata = objects.get(root, 'Metadata')
  return {
    pages: drawn,
    fonts: fonts.list(),
    document: {
      outline: digest(outlineLines(objects, root)),
      destinations: digest(destinationLines(objects, root, pages)),
      structure: digest(structureLines(structure)),
      metadata: sha256((metadata instanceof Stream && objects.data(metadata)) || '')
    },
    objects,
    structure,
    marked
  }
}

function digest(lines: readonly string[]): string {
  return sha256(lines.map((line) => `${line}\n`).join(''))
}

/** The digests of fonts, in the order in which the pages first name them. */
class FontDigests {
  private readonly objects: PdfObjects
  private readonly known = new Map<Dict | null, { name: string; sha256: string }>()

  constructor(objects: PdfObjects) {
    this.objects = objects
  }

  of(font: Value): string {
    const dict = this.objects.dict(font)
    let found = this.known.get(dict)
    if (!found) {
      const name = this.objects.get(dict, 'BaseFont')
      found = { name: name instanceof Name ? name.text : '', sha256: sha256(canonicalText(this.objects, font)) }
      this.known.set(dict, found)
    }
    return found.sha256
  }

  list(): Drawn['fonts'] {
    return [...this.known.values()]
  }
}

/** All that a page is drawn with besides its content: boxes, rotation, resources; fonts by their digests. */
function drawingText(objects: PdfObjects, page: Dict, fonts: FontDigests): string {
  const resources = new Map(objects.dict(page.get('Resources')))
  const own = [...(objects.dict(resources.get('Font')) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
  resources.delete('Font')
  const rest = new Map([...page].filter(([key]) => !APART.has(key) && key !== 'Resources'))
  const lines = own.map(([key, font]) => `${canonicalText(objects, new Name(key))} ${fonts.of(font)}`)
  return [canonicalText(objects, rest), canonicalText(objects, resources), ...lines].join('\n')
}

/** The links and other annotations of a page. */
function linksText(objects: PdfObjects, page: Dict): string {
  const annotations = objects.get(page, 'Annots')
  const each = isArray(annotations) ? annotations.map((annotation) => objects.dict(annotation)) : []
  return each
    .map((annotation) => {
      const own = new Map(annotation)
      for (const key of BACK) own.delete(key)
      return canonicalText(objects, own)
    })
    .join('\n')
}

/** The bookmarks: how deep, what they say, where they lead. */
function outlineLines(objects: PdfObjects, root: Dict | null): string[] {
  const lines: string[] = []
  const seen = new Set<Dict>()
  const walk = (parent: Dict | null, depth: number): void => {
    for (let item = objects.dict(parent?.get('First')); item; item = objects.dict(item.get('Next'))) {
      if (seen.has(item) || seen.size > MOST_OUTLINE) return
      seen.add(item)
      const target = item.has('Dest') ? item.get('Dest') : item.get('A')
      lines.push([depth, text(objects.get(item, 'Title')), canonicalText(objects, target)].join('\t'))
      walk(item, depth + 1)
    }
  }
  walk(objects.dict(root?.get('Outlines')), 1)
  return lines
}

/** The named places of the document: name, page, place on it. */
function destinationLines(objects: PdfObjects, root: Dict | null, pages: readonly PageObject[]): string[] {
  const numbers = new Map(pages.map(({ object }, i) => [object, i + 1]))
  const names = namesOf(objects, objects.dict(root?.get('Names'))?.get('Dests'))
  return names
    .map(([name, value]) => {
      const found = objects.resolve(value)
      const place = isDict(found) ? objects.get(found, 'D') : found
      const [page, ...rest] = isArray(place) ? place : []
      const number = page instanceof Reference ? (numbers.get(page.number) ?? 0) : 0
      return [text(name), number, canonicalText(objects, rest)].join('\t')
    })
    .sort()
}

function text(value: Value): string {
  return value instanceof PdfString ? value.text : ''
}
