import type { PdfObjects } from './file.ts'
import type { PageObject } from './page-tree.ts'
import { isArray, isDict, MalformedPdf, Name, PdfString, Reference, type Dict, type Value } from './value.ts'
import { say } from '../wording/say.ts'

/** An element of the structure, or what of a page belongs to it. Pages count from 0. */
export interface StructureNode {
  /** Its dictionary. */
  dict: Dict
  role: string
  language: string
  /** What stands for the element's text, where something does. */
  actual: string
  /** The dictionary of its figure's or formula's description. */
  alternative: string
  kids: (StructureNode | Content | Annotation)[]
}
interface Content {
  page: number
  mcid: number
}
interface Annotation {
  page: number
  /** The annotation itself. */
  annotation: Dict | null
}

const MOST_DEPTH = 80
const MOST_NODES = 2_000_000

/** Reads the structure tree (ISO 32000-1, 14.7); null when there is none. Throws `MalformedPdf`. */
export function structureOf(objects: PdfObjects, pages: readonly PageObject[]): StructureNode | null {
  const root = objects.dict(objects.dict(objects.trailer.get('Root'))?.get('StructTreeRoot'))
  if (!root) return null
  const numbers = new Map(pages.map(({ object }, i) => [object, i]))
  let count = 0
  const pageOf = (value: Value | undefined): number =>
    value instanceof Reference ? (numbers.get(value.number) ?? -1) : -1
  const text = (dict: Dict, key: string): string => {
    const value = objects.get(dict, key)
    return value instanceof PdfString ? value.text : ''
  }
  const kid = (value: Value, page: number, depth: number): StructureNode['kids'][number] | null => {
    const found = objects.resolve(value)
    if (++count > MOST_NODES || depth > MOST_DEPTH) throw new MalformedPdf(say('the structure is nested too deeply'))
    if (typeof found === 'number') return { page, mcid: found }
    if (!isDict(found)) return null
    const own = found.has('Pg') ? pageOf(found.get('Pg')) : page
    const type = objects.get(found, 'Type')
    const name = type instanceof Name ? type.text : ''
    const mcid = objects.get(found, 'MCID')
    if (name === 'MCR' && typeof mcid === 'number') return { page: own, mcid }
    if (name === 'OBJR') return { page: own, annotation: objects.dict(found.get('Obj')) }
    const role = objects.get(found, 'S')
    return {
      dict: found,
      role: role instanceof Name ? role.text : '',
      language: text(found, 'Lang'),
      actual: text(found, 'ActualText') + text(found, 'E'),
      alternative: text(found, 'Alt'),
      kids: kidsOf(objects.get(found, 'K'), own, depth)
    }
  }
  const kidsOf = (value: Value, page: number, depth: number): StructureNode['kids'] => {
    const kids: StructureNode['kids'] = []
    for (const each of isArray(value) ? value : [value]) {
      const found = kid(each, page, depth + 1)
      if (found) kids.push(found)
    }
    return kids
  }
  return {
    dict: root,
    role: '',
    language: '',
    actual: '',
    alternative: '',
    kids: kidsOf(objects.get(root, 'K'), -1, 0)
  }
}

/** The structure as lines: what is read to whom listens to the document, and in which order. Descriptions of figures aside. */
export function structureLines(root: StructureNode | null): string[] {
  const lines: string[] = []
  const walk = (node: StructureNode, depth: number): void => {
    for (const kid of node.kids) {
      if ('role' in kid) {
        lines.push([depth, kid.role, kid.language, kid.actual].join('\t'))
        walk(kid, depth + 1)
      } else if ('mcid' in kid) lines.push([depth, kid.page + 1, kid.mcid].join('\t'))
      else lines.push([depth, kid.page + 1, 'link'].join('\t'))
    }
  }
  if (root) walk(root, 0)
  return lines
}
