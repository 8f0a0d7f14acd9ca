import { Fragment, type Node, type NodeType, type Schema } from '@tiptap/pm/model'
import { NOTHING_LEFT_OUT, type LeftOut } from './left-out.ts'
import { counts, listLevel, nested, type FlatItem } from './lists.ts'
import { bytesOf, type Lack, type PastedPicture } from './picture.ts'
import { declarations, isHidden, marksOf, PLAIN, within, type WordStyle } from './style.ts'
import { tableOf } from './table.ts'

/** What foreign markup becomes in a brief. */
export interface Foreign {
  blocks: Node[]
  /** The pictures of its figures, in order. */
  pictures: PastedPicture[]
  /** Why the markup doesn't hold some of them, by the figures' ids. */
  lacking: ReadonlyMap<string, Lack>
  leftOut: LeftOut
}

const SILENT =
  'head,script,style,template,noscript,meta,link,title,xml,input,select,textarea,button,datalist,area,param,source'
const OBJECTS = 'iframe,object,embed,applet,video,audio,canvas,svg,math'
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form header hgroup hr html legend li main nav p pre section summary caption tbody thead tfoot tr td th'.split(
    ' '
  )
)
/** Word's own names for headings, where it doesn't write them as such. */
const WORD_HEADING = /\bMso(?:Title|Subtitle|Heading(\d))\b/i

/**
 * Reads the markup of other programs and pages, parsed into an inert document that is never shown: bold, italic, code, links, headings, lists,
 * tables and pictures. What else it holds becomes plain statements. Nothing of it is run or fetched. `newId` makes ids of figures.
 */
export function readForeign(page: Document, schema: Schema, newId: () => string): Foreign {
  const reading = new Reading(schema, newId)
  const reader = new BlockReader(reading)
  reader.walk(page.body, PLAIN)
  const blocks = levelled(reader.end(), reading.levels, schema)
  return { blocks, pictures: reading.pictures, lacking: reading.lacking, leftOut: reading.leftOut }
}

/** Subheadings as deep as they stand among those of the same paste. */
function levelled(blocks: Node[], levels: ReadonlySet<number>, schema: Schema): Node[] {
  const order = [...levels].sort((a, b) => a - b)
  return blocks.map((block) =>
    block.type.name === 'subheading'
      ? schema.nodes['subheading']!.create(
          { level: Math.min(6, 3 + order.indexOf(block.attrs['level'] as number)) },
          block.content
        )
      : block
  )
}

/** What is learned of a paste besides its blocks. */
class Reading {
  readonly schema: Schema
  readonly newId: () => string
  readonly pictures: PastedPicture[] = []
  readonly lacking = new Map<string, Lack>()
  readonly levels = new Set<number>()
  readonly leftOut: LeftOut = { ...NOTHING_LEFT_OUT }

  constructor(schema: Schema, newId: () => string) {
    this.schema = schema
    this.newId = newId
  }
}

/** Makes blocks of a part of the markup, one after another. */
class BlockReader {
  readonly #of: Reading
  readonly #blocks: Node[] = []
  #run: Node[] = []
  #figures: Node[] = []
  #items: FlatItem[] = []
  /** As what the words that are being read end: a statement unless in a heading or an item of Word's lists. */
  #heading: number | null = null
  #item: { level: number; sign: string } | null = null
  #pre = false

  constructor(reading: Reading) {
    this.#of = reading
  }

  /** The blocks, once all is read. */
  end(): Node[] {
    this.#flush()
    this.#closeItems()
    return this.#blocks
  }

  walk(parent: Element, style: WordStyle): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === 3) this.#text(child.nodeValue ?? '', style)
      else if (child.nodeType === 1) this.#element(child as Element, style)
    }
  }

  #element(element: Element, around: WordStyle): void {
    const name = element.localName
    const own = declarations(element)
    const { leftOut } = this.#of
    if (element.matches(SILENT)) return
    if (own.get('mso-list') === 'ignore') {
      if (this.#item) this.#item.sign = element.textContent
      return
    }
    if (isHidden(element, own)) {
      if (element.textContent.trim() !== '') leftOut.hidden += 1
      return
    }
    if (element.matches(OBJECTS)) {
      leftOut.objects += 1
      return
    }
    const style = within(element, own, around, () => (leftOut.links += 1))
    if (name === 'br') return this.#break(own)
    if (name === 'img') return this.#picture(element, null)
    if (name === 'table') return this.#table(element, style)
    if (name === 'ul' || name === 'ol') return this.#list(element, style)
    if (name === 'figure') return this.#figure(element, style)
    const heading = headingLevel(element)
    if (heading !== null) return this.#inBlock(element, { ...style, bold: false }, { heading })
    const level = listLevel(own)
    if (level !== null && BLOCKS.has(name)) return this.#inBlock(element, style, { item: { level, sign: '' } })
    if (BLOCKS.has(name)) return this.#inBlock(element, style, { pre: name === 'pre' })
    this.walk(element, style)
  }

  #inBlock(
    element: Element,
    style: WordStyle,
    as: { heading?: number; item?: { level: number; sign: string }; pre?: boolean }
  ): void {
    this.#flush()
    const before = { heading: this.#heading, item: this.#item, pre: this.#pre }
    this.#heading = as.heading ?? before.heading
    this.#item = as.item ?? before.item
    this.#pre = (as.pre ?? false) || before.pre
    this.walk(element, style)
    this.#flush()
    this.#heading = before.heading
    this.#item = before.item
    this.#pre = before.pre
  }

  #text(value: string, style: WordStyle): void {
    const { schema } = this.#of
    const lines = this.#pre ? value.replace(/\r\n?/g, '\n').split('\n') : [value.replace(/[ \t\r\n\f]+/g, ' ')]
    lines.forEach((line, index) => {
      if (index > 0) this.#run.push(schema.nodes['hardBreak']!.create())
      const last = this.#run.at(-1)
      const begins = last === undefined || last.type.name === 'hardBreak' || / $/.test(last.text ?? '')
      const words = begins && !this.#pre ? line.replace(/^ /, '') : line
      if (words !== '') this.#run.push(schema.text(words, marksOf(style, schema)))
    })
  }

  #break(own: Map<string, string>): void {
    if (own.has('page-break-before') || this.#heading !== null) this.#text(' ', PLAIN)
    else this.#run.push(this.#of.schema.nodes['hardBreak']!.create())
  }

  /** Ends the words that were read as the block that they are. Pictures in them stand behind it. */
  #flush(): void {
    const { schema } = this.#of
    const words = trimmed(this.#run, schema)
    const figures = this.#figures
    this.#run = []
    this.#figures = []
    if (words.length > 0) this.#addWords(words)
    for (const figure of figures) this.#add(figure)
  }

  #addWords(words: Node[]): void {
    const { schema, levels } = this.#of
    if (this.#item) {
      const { level, sign } = this.#item
      this.#items.push({ level, ordered: counts(sign), statement: schema.nodes['statement']!.create(null, words) })
      return
    }
    if (this.#heading === null) return this.#add(schema.nodes['statement']!.create(null, words))
    levels.add(this.#heading)
    const plain = words.filter(({ isText }) => isText)
    this.#add(schema.nodes['subheading']!.create({ level: this.#heading }, plain))
  }

  #add(block: Node): void {
    this.#closeItems()
    this.#blocks.push(block)
  }

  #closeItems(): void {
    const items = this.#items
    this.#items = []
    this.#blocks.push(...nested(items, this.#of.schema))
  }

  #part(element: Element, style: WordStyle): Node[] {
    const reader = new BlockReader(this.#of)
    reader.#element(element, style)
    return reader.end()
  }

  #list(list: Element, style: WordStyle): void {
    this.#flush()
    const { nodes } = this.#of.schema
    const items: Node[][] = []
    const behind: Node[] = []
    for (const child of list.children) {
      const parts = this.#part(child, style)
      const kept = parts.map((part) => asItem(part, nodes['statement']!)).filter((part) => part !== null)
      behind.push(...parts.filter((part) => part.type.name === 'table' || part.type.name === 'figure'))
      if (kept.length === 0) continue
      // A list that stands in no item of its own belongs to the one above it.
      if (kept[0]!.type.name === 'statement') items.push(kept)
      else if (items.length > 0) items.at(-1)!.push(...kept)
      else behind.unshift(...kept)
    }
    const type = nodes[list.localName === 'ol' ? 'orderedList' : 'bulletList']!
    if (items.length > 0) {
      this.#add(
        type.create(
          null,
          items.map((content) => nodes['listItem']!.create(null, content))
        )
      )
    }
    for (const block of behind) this.#add(block)
  }

  #table(table: Element, style: WordStyle): void {
    this.#flush()
    const caption = [...table.children].find(({ localName }) => localName === 'caption')
    if (caption) this.#inBlock(caption, style, {})
    const behind: Node[] = []
    const { schema } = this.#of
    const made = tableOf(table, schema, (cell) => {
      const parts = this.#part(cell, style)
      behind.push(...parts.filter(({ type }) => type.name === 'figure'))
      return inOneCell(parts, schema)
    })
    if (made) this.#add(made)
    else for (const child of table.children) if (child !== caption) this.#inBlock(child, style, {})
    for (const block of behind) this.#add(block)
  }

  #figure(figure: Element, style: WordStyle): void {
    const image = figure.querySelector('img')
    const caption = figure.querySelector('figcaption')
    if (!image) return this.#inBlock(figure, style, {})
    this.#flush()
    this.#picture(image, caption && inOneCell(this.#part(caption, style), this.#of.schema))
    this.#flush()
  }

  #picture(image: Element, caption: Fragment | null): void {
    const tiny = ['width', 'height'].some((side) => /^[0-3](?:px)?$/.test(image.getAttribute(side) ?? ''))
    if (tiny) return
    const { schema, newId, pictures, lacking } = this.#of
    const alt = (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim()
    const bytes = bytesOf(image.getAttribute('src') ?? '')
    const id = newId()
    const words = caption === null ? [] : children(caption).filter(({ type }) => type.name !== 'hardBreak')
    this.#figures.push(schema.nodes['figure']!.create({ id, sourceId: null, label: null, alt }, words))
    pictures.push({ id, alt, bytes: typeof bytes === 'string' ? null : bytes })
    if (typeof bytes === 'string') lacking.set(id, bytes)
  }
}

function headingLevel(element: Element): number | null {
  const named = /^h([1-6])$/.exec(element.localName)
  if (named) return Number(named[1])
  const word = WORD_HEADING.exec(element.getAttribute('class') ?? '')
  if (word) return Number(word[1] ?? 1)
  if (element.getAttribute('role') !== 'heading') return null
  return Math.min(6, Math.max(1, Number(element.getAttribute('aria-level')) || 2))
}

/** Words without the blanks and breaks at their ends. */
function trimmed(run: readonly Node[], schema: Schema): Node[] {
  const words = [...run]
  const blank = (node: Node | undefined): boolean =>
    node !== undefined && (node.type.name === 'hardBreak' || (node.isText && node.text!.trim() === ''))
  while (blank(words[0])) words.shift()
  while (blank(words.at(-1))) words.pop()
  const [first] = words
  if (first?.isText) words[0] = schema.text(first.text!.trimStart(), first.marks)
  const last = words.at(-1)
  if (last?.isText) words[words.length - 1] = schema.text(last.text!.trimEnd(), last.marks)
  return words
}

function children(fragment: Fragment): Node[] {
  return Array.from({ length: fragment.childCount }, (_, index) => fragment.child(index))
}

/** What may stand in an item of a list. */
function asItem(part: Node, statement: NodeType): Node | null {
  if (part.type.name === 'subheading') return statement.create(null, part.content)
  return ['statement', 'bulletList', 'orderedList'].includes(part.type.name) ? part : null
}

/** The words of blocks as they stand in a cell or a caption, a line for each. */
function inOneCell(parts: readonly Node[], schema: Schema): Fragment {
  const lines: Node[][] = []
  const add = (node: Node): void => {
    if (node.type.name === 'figure') return
    if (node.isTextblock) lines.push(children(node.content))
    else node.forEach(add)
  }
  parts.forEach(add)
  return Fragment.from(lines.flatMap((line, at) => [...(at > 0 ? [schema.nodes['hardBreak']!.create()] : []), ...line]))
}
