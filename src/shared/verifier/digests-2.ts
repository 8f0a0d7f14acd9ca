import type { DrawnPage } from '../proof/drawn.ts'
import { canonicalText } from '../pdf/canonical.ts'
import type { PdfObjects } from '../pdf/file.ts'
import { namesOf, type PageObject } from '../pdf/page-tree.ts'
import { structureLines, type StructureNode } from '../pdf/structure-tree.ts'
import { isArray, isDict, Name, PdfString, Reference, Stream, type Dict, type Value } from '../pdf/value.ts'
import type { Digester, Digests } from './digests.ts'

/** Entries of a page that say nothing of its look, or have digests of their own. */
const APART = new Set(['Type', 'Parent', 'Contents', 'Annots', 'StructParents', 'Tabs'])
/** Entries of an annotation that lead back to what it belongs to. */
const BACK = ['P', 'Parent', 'StructParent']

const MOST_OUTLINE = 100_000

/** The digests of the second version of the proof. */
export class DigestsOfVersion2 implements Digester {
  private readonly objects: PdfObjects
  private readonly pages: readonly PageObject[]
  private readonly structure: StructureNode | null
  private readonly known = new Map<Dict | null, { name: string; sha256: string }>()

  constructor(objects: PdfObjects, pages: readonly PageObject[], structure: StructureNode | null) {
    this.objects = objects
    this.pages = pages
    this.structure = structure
  }

  page({ dict }: PageObject, _number: number, content: Uint8Array): Omit<DrawnPage, 'text'> {
    const { sha256 } = this.objects.platform
    return { content: sha256(content), drawing: sha256(this.drawingText(dict)), links: sha256(this.linksText(dict)) }
  }

  fonts(): Digests['fonts'] {
    return [...this.known.values()]
  }

  document(): Digests['document'] {
    const { objects } = this
    const root = objects.dict(objects.trailer.get('Root'))
    const metadata = objects.get(root, 'Metadata')
    return {
      outline: this.digest(this.outlineLines(root)),
      destinations: this.digest(this.destinationLines(root)),
      structure: this.digest(structureLines(this.structure)),
      metadata: objects.platform.sha256((metadata instanceof Stream && objects.data(metadata)) || '')
    }
  }

  private digest(lines: readonly string[]): string {
    return this.objects.platform.sha256(lines.map((line) => `${line}\n`).join(''))
  }

  private font(font: Value): string {
    const { objects } = this
    const dict = objects.dict(font)
    let found = this.known.get(dict)
    if (!found) {
      const sha256 = objects.platform.sha256(canonicalText(objects, font))
      found = { name: objects.name(dict, 'BaseFont'), sha256 }
      this.known.set(dict, found)
    }
    return found.sha256
  }

  /** All that a page is drawn with besides its content: boxes, rotation, resources; fonts by their digests. */
  private drawingText(page: Dict): string {
    const { objects } = this
    const resources = new Map(objects.dict(page.get('Resources')))
    const own = [...(objects.dict(resources.get('Font')) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
    resources.delete('Font')
    const rest = new Map([...page].filter(([key]) => !APART.has(key) && key !== 'Resources'))
    const lines = own.map(([key, font]) => `${canonicalText(objects, new Name(key))} ${this.font(font)}`)
    return [canonicalText(objects, rest), canonicalText(objects, resources), ...lines].join('\n')
  }

  /** The links and other annotations of a page. */
  private linksText(page: Dict): string {
    const { objects } = this
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
  private outlineLines(root: Dict | null): string[] {
    const { objects } = this
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
  private destinationLines(root: Dict | null): string[] {
    const { objects } = this
    const numbers = new Map(this.pages.map(({ object }, i) => [object, i + 1]))
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
}

function text(value: Value): string {
  return value instanceof PdfString ? value.text : ''
}
