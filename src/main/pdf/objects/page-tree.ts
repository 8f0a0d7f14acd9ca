import type { PdfObjects } from './file.ts'
import { isArray, isDict, MalformedPdf, Name, Reference, type Dict, type Value } from './value.ts'

/** A page with what it inherits. */
export interface PageObject {
  /** The number of its object; 0 when it has none of its own. */
  object: number
  dict: Dict
}

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate']
const MOST_PAGES = 100_000
const MOST_DEPTH = 60

/** The pages of a file in their order (ISO 32000-1, 7.7.3). Throws `MalformedPdf`. */
export function pagesOf(objects: PdfObjects): PageObject[] {
  const pages: PageObject[] = []
  const seen = new Map<number, number>()
  const walk = (value: Value | undefined, inherited: Dict, depth: number): void => {
    const node = objects.resolve(value)
    if (!isDict(node) || depth > MOST_DEPTH || pages.length > MOST_PAGES)
      throw new MalformedPdf('the tree of pages is damaged')
    const dict = new Map(node)
    for (const key of INHERITED) {
      const above = inherited.get(key)
      if (!dict.has(key) && above !== undefined) dict.set(key, above)
    }
    const kids = objects.get(node, 'Kids')
    const type = objects.get(node, 'Type')
    if (isArray(kids)) for (const kid of kids) walk(kid, dict, depth + 1)
    else if (type instanceof Name && type.text === 'Page') {
      const object = value instanceof Reference ? value.number : 0
      const first = object === 0 ? undefined : seen.get(object)
      if (first !== undefined) throw new MalformedPdf(`page ${first} is there twice, as page ${pages.length + 1} too`)
      pages.push({ object, dict })
      seen.set(object, pages.length)
    } else throw new MalformedPdf('the tree of pages is damaged')
  }
  walk(objects.dict(objects.trailer.get('Root'))?.get('Pages'), new Map(), 0)
  return pages
}

/** The entries of a name tree in their order (ISO 32000-1, 7.9.6), values unresolved. */
export function namesOf(objects: PdfObjects, tree: Value | undefined, depth = 0): [name: Value, value: Value][] {
  const node = objects.resolve(tree)
  if (!isDict(node)) return []
  if (depth > MOST_DEPTH) throw new MalformedPdf('a tree of names is nested too deeply')
  const kids = objects.get(node, 'Kids')
  const names = objects.get(node, 'Names')
  const entries: [Value, Value][] = isArray(kids) ? kids.flatMap((kid) => namesOf(objects, kid, depth + 1)) : []
  if (isArray(names))
    for (let i = 0; i + 1 < names.length; i += 2) entries.push([objects.resolve(names[i]), names[i + 1]!])
  return entries
}
