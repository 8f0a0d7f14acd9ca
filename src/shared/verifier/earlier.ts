import { canonicalText } from '../pdf/canonical.ts'
import type { PdfObjects } from '../pdf/file.ts'
import { namesOf } from '../pdf/page-tree.ts'
import type { StructureNode } from '../pdf/structure-tree.ts'
import { isArray, PdfString, type Dict, type Value } from '../pdf/value.ts'
import { writesDatesIn, writtenDate } from '../composition/dates.ts'
import { FINGERPRINT_KEY, type Evidence } from '../proof/proof.ts'
import { annotationsOf, bookmarksOf, type DrawnPdf } from './drawn.ts'
import { comparable } from './match-quotes.ts'
import type { ReadProof } from './read-proof.ts'
import { drawsForms } from './shown.ts'
import type { FileParts } from './verify-file.ts'
import { excerpt } from './word-difference.ts'
import { say, type Said } from '../wording/say.ts'

const CATALOGUE = new Set([
  'Type',
  'Pages',
  'Names',
  'Lang',
  'MarkInfo',
  'StructTreeRoot',
  'ViewerPreferences',
  'AF',
  'Outlines',
  'PageMode',
  'OutputIntents',
  'Metadata'
])
const NAMES = new Set(['Dests', 'EmbeddedFiles'])
const PAGE = new Set([
  'Type',
  'Parent',
  'MediaBox',
  'CropBox',
  'Rotate',
  'Contents',
  'Resources',
  'Annots',
  'StructParents',
  'Tabs',
  'UserUnit'
])
const BOOKMARK = new Set(['Title', 'Parent', 'Prev', 'Next', 'First', 'Last', 'Count', 'Dest'])
const STRUCTURE = new Set(['Type', 'K', 'ParentTree', 'ParentTreeNextKey', 'IDTree'])
const ELEMENT = new Set(['Type', 'S', 'P', 'K', 'Pg', 'Lang', 'Alt', 'ID', 'A'])
/** The attributes of elements as text by `canonicalText`, by their roles. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  TH: /^<<\/O \/Table \/Scope \/Column>>$/,
  L: /^<<\/ListNumbering \/(?:Disc|Decimal|None) \/O \/List>>$/,
  Figure: /^<<\/BBox \[[\d. -]+\] \/O \/Layout \/Placement \/Block>>$/
}
/** What the attached proof is said to be. */
const DESCRIPTION = 'The quotes of this brief as W3C Web Annotations, with the hashes of their sources'
const PROPERTIES = new Set(['Title', 'Author', 'Creator', 'Producer', 'CreationDate', 'ModDate', FINGERPRINT_KEY])

/** What every export of the first two versions has the same in its catalogue, as text by `canonicalText`. */
const SAME: Readonly<Record<string, string>> = {
  Type: '/Catalog',
  MarkInfo: '<</Marked true>>',
  ViewerPreferences: '<</DisplayDocTitle true>>',
  PageMode: '/UseOutlines'
}
/** The SHA-256 of the colours for which those exports were made. */
const OUTPUT_INTENTS = '4e3462b396490ef4b5f8980cb239282a73ecfcff3123a941b3980df79e5faeb6'

/** With what every page of an export of the first version begins. */
const FLIPPED = /^1 0 0 -1 0 [\d.]+ cm$/

/**
 * Compares what proofs before the third version don't bind with what exports of those versions hold: their catalogue, bookmarks,
 * structure, properties, attached file, pages. Changes that look like another export of that version aren't found.
 */
export function checkEarlier(proof: ReadProof, drawn: DrawnPdf, parts: FileParts, problems: Said[]): void {
  if (proof.version >= 3) return
  const check = new Check(drawn.objects, problems)
  check.catalogue()
  check.pages(drawn)
  check.bookmarks()
  // Readers search the names by halves; the digest of version 2 doesn't tell their order, and version 1 had another.
  if (proof.version === 2) check.names()
  if (drawn.structure) check.structure(drawn.structure, drawn)
  check.properties(proof, parts)
  check.language(drawn, proof.evidence)
  if (drawsForms(drawn)) problems.push(say('A page of the PDF draws forms or patterns, which no export does.'))
  if (proof.version === 1 && !drawn.firstOperators.every((first) => FLIPPED.test(first))) {
    problems.push(
      say(
        'The proof calls itself version 1, but the pages aren’t drawn as exports of that version are: the PDF was changed, so that less of it is checked. Ask for the PDF as it was exported.'
      )
    )
  }
}

class Check {
  private readonly objects: PdfObjects
  private readonly root: Dict | null
  private readonly problems: Said[]

  constructor(objects: PdfObjects, problems: Said[]) {
    this.objects = objects
    this.root = objects.dict(objects.trailer.get('Root'))
    this.problems = problems
  }

  catalogue(): void {
    const { objects, root } = this
    this.known(root, CATALOGUE)
    this.known(objects.dict(root?.get('Names')), NAMES)
    const outlined = objects.dict(root?.get('Outlines'))?.has('First') === true
    for (const [key, wanted] of Object.entries(SAME)) {
      // Programs are told to show the bookmarks where there are any.
      if (key === 'PageMode' && !outlined && !root?.has(key)) continue
      if (canonicalText(objects, root?.get(key)) !== wanted) this.changed(key)
    }
    const found = objects.platform.sha256(canonicalText(objects, root?.get('OutputIntents')))
    if (found !== OUTPUT_INTENTS) this.changed('OutputIntents')
    const associated = objects.get(root, 'AF')
    if (!isArray(associated) || associated.length !== 1) this.changed('AF')
    for (const file of isArray(associated) ? associated : []) this.attached(objects.dict(file))
  }

  pages({ pages }: DrawnPdf): void {
    const { objects } = this
    for (const { node } of pages) {
      this.known(node, PAGE)
      if (objects.name(node, 'Tabs') !== 'S') this.changed('Tabs')
      for (const annotation of annotationsOf(objects, node)) {
        if (annotation.has('Parent') || (annotation.has('P') && objects.dict(annotation.get('P')) !== node))
          this.changed('Annots')
      }
    }
  }

  bookmarks(): void {
    const { objects } = this
    const outlines = objects.dict(this.root?.get('Outlines'))
    this.known(outlines, new Set(['Type', 'First', 'Last', 'Count']))
    for (const bookmark of bookmarksOf(objects, outlines)) this.known(bookmark, BOOKMARK)
    const walk = (parent: Dict | null): void => {
      let before: Dict | null = null
      for (let item = objects.dict(parent?.get('First')); item; item = objects.dict(item.get('Next'))) {
        if (objects.dict(item.get('Parent')) !== parent || objects.dict(item.get('Prev')) !== before) {
          this.changed('Outlines')
          return
        }
        walk(item)
        before = item
      }
      if (objects.dict(parent?.get('Last')) !== before) this.changed('Outlines')
    }
    walk(outlines)
  }

  /** The named places must stand in the order of their names (ISO 32000-1, 7.9.6). */
  names(): void {
    const { objects, root } = this
    const names = namesOf(objects, objects.dict(root?.get('Names'))?.get('Dests')).map(([name]) =>
      name instanceof PdfString ? name.text : ''
    )
    if (names.some((name, i) => i > 0 && name <= names[i - 1]!)) this.changed('Names')
  }

  /** The elements, and the ways back to them from content, links and ids. */
  structure(structure: StructureNode, { pages }: DrawnPdf): void {
    const { objects } = this
    this.known(structure.dict, STRUCTURE)
    const owners = new Map<string, Dict>()
    const links = new Map<Dict, Dict>()
    const ids = new Map<string, Dict>()
    const walk = (node: StructureNode): void => {
      for (const kid of node.kids) {
        if ('role' in kid) {
          this.element(kid, node.dict)
          const id = objects.get(kid.dict, 'ID')
          if (id instanceof PdfString) ids.set(id.text, kid.dict)
          walk(kid)
        } else if ('mcid' in kid) owners.set(`${kid.page} ${kid.mcid}`, node.dict)
        else if (kid.annotation) links.set(kid.annotation, node.dict)
      }
    }
    walk(structure)
    const back = this.numbers(structure.dict.get('ParentTree'))
    pages.forEach(({ node }, page) => {
      const own = back.get(objects.get(node, 'StructParents') as number)
      const elements = objects.resolve(own)
      const agree = isArray(elements)
        ? elements.every((each, mcid) => (owners.get(`${page} ${mcid}`) ?? null) === objects.dict(each))
        : ![...owners.keys()].some((key) => key.startsWith(`${page} `))
      if (!agree) this.changed('ParentTree')
      for (const annotation of annotationsOf(objects, node)) {
        const element = objects.dict(back.get(objects.get(annotation, 'StructParent') as number))
        if (element !== (links.get(annotation) ?? null)) this.changed('ParentTree')
      }
    })
    const named = this.byName(structure.dict.get('IDTree'))
    if ([...named].some(([name, element]) => ids.get(name) !== element) || named.size !== ids.size)
      this.changed('IDTree')
  }

  properties({ evidence, version }: ReadProof, { title, author }: FileParts): void {
    const { objects } = this
    const info = objects.dict(objects.trailer.get('Info'))
    this.known(info, PROPERTIES)
    const date = `D:${evidence.briefDate.replaceAll('-', '')}000000Z`
    const wanted: Record<string, string> = {
      Creator: evidence.generator,
      Producer: 'pdfkit',
      CreationDate: date,
      ModDate: date
    }
    for (const [key, text] of Object.entries(wanted)) {
      const found = objects.get(info, key)
      if (!(found instanceof PdfString) || found.text !== text) this.changed(key)
    }
    if (version === 1 && evidence.label.trim() !== '' && title !== evidence.label) this.changed('Title')
    if (version === 1 && author !== '' && !info?.has('Author')) this.changed('Author')
  }

  /** The date of the brief is printed in the language that the document says it is in. */
  language({ marked }: DrawnPdf, { briefDate }: Evidence): void {
    const given = this.objects.get(this.root, 'Lang')
    const language = given instanceof PdfString ? given.text : ''
    const text = comparable(
      marked
        .flat()
        .map((each) => each.text)
        .join('')
    )
    const known = writesDatesIn(language) && text.includes(comparable(writtenDate(briefDate, language)))
    if (!known) this.changed('Lang')
  }

  private element({ dict }: StructureNode, parent: Dict): void {
    const { objects } = this
    this.known(dict, ELEMENT)
    if (objects.dict(dict.get('P')) !== parent) this.changed('StructTreeRoot')
    const attributes = dict.has('A') ? canonicalText(objects, dict.get('A')) : null
    const wanted = ATTRIBUTES[objects.name(dict, 'S')]
    if (wanted ? !wanted.test(attributes ?? '') : attributes !== null) this.changed('StructTreeRoot')
  }

  private attached(file: Dict | null): void {
    this.known(file, new Set(['Type', 'AFRelationship', 'F', 'UF', 'Desc', 'EF']))
    const described = this.objects.get(file, 'Desc')
    const isOurs = described instanceof PdfString && described.text === DESCRIPTION
    if (this.objects.name(file, 'AFRelationship') !== 'Data' || !isOurs) this.changed('AF')
  }

  /** The values of a number tree by their keys (ISO 32000-1, 7.9.7). */
  private numbers(tree: Value | undefined): Map<number, Value> {
    const nums = this.objects.get(this.objects.dict(tree), 'Nums')
    const found = new Map<number, Value>()
    for (let i = 0; isArray(nums) && i + 1 < nums.length; i += 2)
      found.set(this.objects.resolve(nums[i]) as number, nums[i + 1]!)
    this.known(this.objects.dict(tree), new Set(['Nums', 'Limits']))
    return found
  }

  private byName(tree: Value | undefined): Map<string, Dict | null> {
    const names = this.objects.get(this.objects.dict(tree), 'Names')
    const found = new Map<string, Dict | null>()
    for (let i = 0; isArray(names) && i + 1 < names.length; i += 2) {
      const name = this.objects.resolve(names[i])
      if (name instanceof PdfString) found.set(name.text, this.objects.dict(names[i + 1]))
    }
    return found
  }

  /** Tells of entries that no export has. */
  private known(dict: Dict | null, keys: ReadonlySet<string>): void {
    for (const key of dict?.keys() ?? []) {
      if (keys.has(key)) continue
      this.problems.push(
        say(
          'The PDF holds “{1*}”, which no export does: it was added, and may change what is shown or done when it is opened.',
          excerpt(key)
        )
      )
    }
  }

  private changed(key: string): void {
    this.problems.push(say('“{1*}” in the PDF isn’t as exports of its time have it: it was changed.', key))
  }
}
