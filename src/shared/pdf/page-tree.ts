import type { PdfObjects } from './file.ts'
import { isArray, isDict, MalformedPdf, Reference, type Dict, type Value } from './value.ts'
import { say } from '../wording/say.ts'

/** A page of the tree of pages. */
export interface PageObject {
  /** The number of its object. */
  object: number
  /** Its dictionary as it stands in the file. */
  node: Dict
  /** The same with what it inherits. */
  dict: Dict
}

/** The tree of pages (ISO 32000-1, 7.7.3). */
export interface PageTree {
  pages: PageObject[]
  /** The nodes above the pages. */
  nodes: ReadonlySet<Dict>
}

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate']
/** What else a node above the pages has. */
const OF_NODES = new Set(['Type', 'Kids', 'Count', 'Parent', ...INHERITED])
const MOST_PAGES = 100_000
const MOST_DEPTH = 60

/** The pages of a file in their order, whichever way a reader finds them. Throws `MalformedPdf` where ways lead apart. */
export function pageTreeOf(objects: PdfObjects): PageTree {
  const pages: PageObject[] = []
  const nodes = new Set<Dict>()
  const seen = new Map<number, number>()
  const damaged = new MalformedPdf(say('the tree of pages is damaged'))
  const walk = (value: Value | undefined, parent: Dict | null, inherited: Dict, depth: number): void => {
    const node = objects.resolve(value)
    if (!isDict(node) || !(value instanceof Reference) || depth > MOST_DEPTH || pages.length > MOST_PAGES) throw damaged
    const type = objects.name(node, 'Type')
    if (type === 'Page') {
      const first = seen.get(value.number)
      if (first !== undefined)
        throw new MalformedPdf(say('page {1#} is there twice, as page {2#} too', first, pages.length + 1))
      seen.set(value.number, pages.length + 1)
    }
    if (objects.dict(node.get('Parent')) !== parent) throw damaged
    const dict = new Map(node)
    for (const key of INHERITED) {
      const above = inherited.get(key)
      if (!dict.has(key) && above !== undefined) dict.set(key, above)
    }
    if (type === 'Page' && !node.has('Kids')) pages.push({ object: value.number, node, dict })
    else if (type === 'Pages') {
      const kids = objects.get(node, 'Kids')
      const before = pages.length
      if (!isArray(kids) || nodes.has(node) || [...node.keys()].some((key) => !OF_NODES.has(key))) throw damaged
      nodes.add(node)
      for (const kid of kids) walk(kid, node, dict, depth + 1)
      if (objects.get(node, 'Count') !== pages.length - before) throw damaged
    } else throw damaged
  }
  walk(objects.dict(objects.trailer.get('Root'))?.get('Pages'), null, new Map(), 0)
  return { pages, nodes }
}

/** More entries than this in a tree of names are an attack. */
const MOST_NAMES = 1_000_000

/** The entries of a name tree in their order (ISO 32000-1, 7.9.6), values unresolved. Throws `MalformedPdf` where a node is there twice. */
export function namesOf(objects: PdfObjects, tree: Value | undefined): [name: Value, value: Value][] {
  const entries: [Value, Value][] = []
  const seen = new Set<Dict>()
  const walk = (value: Value | undefined, depth: number): void => {
    const node = objects.resolve(value)
    if (!isDict(node)) return
    if (depth > MOST_DEPTH || seen.has(node) || entries.length > MOST_NAMES)
      throw new MalformedPdf(say('a tree of names is damaged'))
    seen.add(node)
    const kids = objects.get(node, 'Kids')
    const names = objects.get(node, 'Names')
    if (isArray(kids)) for (const kid of kids) walk(kid, depth + 1)
    if (isArray(names))
      for (let i = 0; i + 1 < names.length; i += 2) entries.push([objects.resolve(names[i]), names[i + 1]!])
  }
  walk(tree, 0)
  return entries
}
