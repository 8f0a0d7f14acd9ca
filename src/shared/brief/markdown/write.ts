import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  ListItem as MdListItem,
  PhrasingContent,
  Root,
  RootContent
} from 'mdast'
import { Document, YAMLSeq } from 'yaml'
import type {
  Brief,
  Citation,
  Figure,
  Inline,
  List,
  ListItem,
  Mark,
  Note,
  QuoteBlock,
  Section,
  SectionBlock,
  Statement,
  Table,
  TextNode
} from '../brief.ts'
import { tableGrid } from '../table.ts'
import { plainText } from '../walk.ts'
import { formatAttributes, formatCitation } from './notation.ts'
import { formatMarkdown, writtenAlign } from './syntax.ts'

/** Keys by which a brief's citations and quote blocks are written. Undefined when what they lead to is gone. */
export interface KeyLookup {
  quoteKey(id: string): string | undefined
  sourceKey(id: string): string | undefined
  /** True when the block's words, looked for in their source alone, are found where its quote is. */
  foundBySource(block: QuoteBlock): boolean
}

/**
 * Writes a brief as Markdown, so that reading it gives the same brief back: same words, marks, citations, attributes and,
 * unless nodes were added or removed in between, the same ids. Paragraphs without words and attributes are left out.
 */
export function writeBriefMarkdown(brief: Brief, keys: KeyLookup): string {
  const writer = new Writer(keys)
  const children = brief.doc.content.flatMap((section, i) => writer.section(section, i === 0))
  const front = {
    title: brief.title,
    author: brief.author,
    date: brief.date,
    tlp: brief.tlp,
    language: brief.language,
    template: brief.template,
    ids: writer.ids
  }
  const yaml = new Document(front)
  const ids = yaml.get('ids')
  if (ids instanceof YAMLSeq) ids.flow = true
  const root: Root = { type: 'root', children: [...children, ...writer.notes] }
  return `---\n${yaml.toString({ lineWidth: 0 })}---\n\n${formatMarkdown(root)}`
}

/** Citations and attributes go out as `html` nodes: the ones that are written as they are, without escapes. */
class Writer {
  readonly ids: string[] = []
  /** The words of the notes that were met so far. */
  readonly notes: FootnoteDefinition[] = []
  readonly #keys: KeyLookup

  constructor(keys: KeyLookup) {
    this.#keys = keys
  }

  section(section: Section, first: boolean): RootContent[] {
    const [title, ...blocks] = section.content
    this.ids.push(section.attrs.id)
    const heading: RootContent = { type: 'heading', depth: 2, children: this.#text(title.content) }
    const body = blocks.flatMap((block) => this.#block(block))
    // The reader gives an empty section an empty statement; it keeps its id.
    const only = blocks[0]
    if (body.length === 0 && only?.type === 'statement') this.ids.push(only.attrs.id)
    return first && plainText(title.content) === '' && body.length > 0 ? body : [heading, ...body]
  }

  #block(block: SectionBlock): RootContent[] {
    switch (block.type) {
      case 'statement':
        return this.#statement(block)
      case 'quoteBlock':
        return [this.#quoteBlock(block)]
      case 'subheading':
        return [{ type: 'heading', depth: block.attrs.level as 3 | 4 | 5 | 6, children: this.#text(block.content) }]
      case 'table':
        return [this.#table(block)]
      case 'figure':
        return [this.#figure(block)]
      default:
        return [this.#list(block)]
    }
  }

  #statement(statement: Statement, keepEmpty = false): BlockContent[] {
    const children = this.#inline(statement.content ?? [])
    const attributes = formatAttributes(statement.attrs)
    if (children.length === 0 && attributes === '' && !keepEmpty) return []
    this.ids.push(statement.attrs.id)
    if (attributes !== '')
      children.push({ type: 'html', value: children.length === 0 ? attributes.trim() : attributes })
    return children.length === 0 ? [] : [{ type: 'paragraph', children }]
  }

  #table(table: Table): RootContent {
    this.ids.push(table.attrs.id)
    const { align, head, rows } = tableGrid(table)
    return {
      type: 'table',
      align: align.map(writtenAlign),
      children: [head, ...rows].map((cells) => ({
        type: 'tableRow',
        children: cells.map((cell) => ({ type: 'tableCell', children: inOneLine(this.#inline(cell.content ?? [])) }))
      }))
    }
  }

  #figure(figure: Figure): RootContent {
    const { id, sourceId, label, alt } = figure.attrs
    this.ids.push(id)
    const url = (sourceId === null ? undefined : this.#keys.sourceKey(sourceId)) ?? label ?? GONE
    const caption = formatMarkdown({ type: 'paragraph', children: this.#inline(figure.content ?? []) }).trimEnd()
    const title = caption === '' ? null : caption
    return { type: 'paragraph', children: [{ type: 'image', url, alt: alt.replace(/\s+/g, ' '), title }] }
  }

  #list(list: List): BlockContent {
    return {
      type: 'list',
      ordered: list.type === 'orderedList',
      spread: false,
      children: list.content.map((item) => this.#item(item))
    }
  }

  #item(item: ListItem): MdListItem {
    const children = item.content.flatMap((child, i): (BlockContent | DefinitionContent)[] =>
      child.type === 'statement' ? this.#statement(child, i === 0) : [this.#list(child)]
    )
    return { type: 'listItem', spread: false, children }
  }

  #quoteBlock(block: QuoteBlock): RootContent {
    this.ids.push(block.attrs.id)
    const children = this.#inline(block.content ?? [])
    const label = this.#quoteLabel(block)
    if (label !== null) children.push({ type: 'html', value: `${children.length > 0 ? '\n' : ''}— [@${label}]` })
    return { type: 'blockquote', children: [{ type: 'paragraph', children }] }
  }

  #quoteLabel(block: QuoteBlock): string | null {
    const { quoteId, sourceId, label } = block.attrs
    const source = sourceId === null ? undefined : this.#keys.sourceKey(sourceId)
    if (source !== undefined && (quoteId === null || this.#keys.foundBySource(block))) return source
    return (quoteId === null ? undefined : this.#keys.quoteKey(quoteId)) ?? source ?? label
  }

  #citation(citation: Citation): PhrasingContent {
    const { quoteId, sourceId, label } = citation.attrs
    const key =
      (quoteId === null ? undefined : this.#keys.quoteKey(quoteId)) ??
      (sourceId === null ? undefined : this.#keys.sourceKey(sourceId)) ??
      label ??
      GONE
    return { type: 'html', value: formatCitation(citation, key) }
  }

  #text(content: readonly TextNode[] | undefined): PhrasingContent[] {
    return this.#inline(content ?? [])
  }

  #inline(content: readonly Inline[]): PhrasingContent[] {
    const parts = content.flatMap((node, i) => apartFromCitations(node, content[i - 1], content[i + 1]))
    return this.#nest(parts.map((node) => ({ node, marks: 'marks' in node ? inOrder(node.marks ?? []) : [] })))
  }

  /** Nodes in a row that share their outermost mark go into one element, since `**a****b**` is no Markdown for it. */
  #nest(nodes: readonly Marked[]): PhrasingContent[] {
    const out: PhrasingContent[] = []
    for (let i = 0; i < nodes.length;) {
      const { node, marks } = nodes[i]!
      const mark = marks[0]
      if (!mark) {
        out.push(this.#leaf(node))
        i++
        continue
      }
      let end = i + 1
      while (end < nodes.length && sameMark(nodes[end]!.marks[0], mark)) end++
      const inner = nodes.slice(i, end).map((item) => ({ node: item.node, marks: item.marks.slice(1) }))
      if (mark.type === 'code') {
        out.push({ type: 'inlineCode', value: inner.map(({ node }) => ('text' in node ? node.text : '')).join('') })
      } else if (mark.type === 'link') out.push({ type: 'link', url: mark.attrs.href, children: this.#nest(inner) })
      else out.push({ type: mark.type === 'bold' ? 'strong' : 'emphasis', children: this.#nest(inner) })
      i = end
    }
    return out
  }

  #note(note: Note): PhrasingContent {
    const identifier = String(this.notes.length + 1)
    const definition: FootnoteDefinition = { type: 'footnoteDefinition', identifier, label: identifier, children: [] }
    this.notes.push(definition)
    const children = this.#text(note.content)
    if (children.length > 0) definition.children.push({ type: 'paragraph', children })
    return { type: 'footnoteReference', identifier, label: identifier }
  }

  #leaf(node: Part): PhrasingContent {
    if (node.type === 'note') return this.#note(node)
    if (node.type === 'citation') return this.#citation(node)
    if (node.type === 'escaped') return { type: 'html', value: `\\${node.character}` }
    return node.type === 'hardBreak' ? { type: 'break' } : { type: 'text', value: node.text }
  }
}

/** The key that stands for what is no longer in the case and has no label. */
const GONE = 'gone'

/** Content for a cell, which has no lines and ends at a bar. */
function inOneLine(content: PhrasingContent[]): PhrasingContent[] {
  return content.map((node): PhrasingContent => {
    if (node.type === 'break') return { type: 'html', value: '<br>' }
    if (node.type === 'html') return { ...node, value: node.value.replaceAll('|', '\\|') }
    if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'link')
      return { ...node, children: inOneLine(node.children) }
    return node
  })
}

/** A character that must be escaped for what stands next to it, which the serialiser can't know. */
interface Escaped {
  type: 'escaped'
  character: string
  marks: Mark[]
}

type Part = Inline | Escaped

interface Marked {
  node: Part
  marks: Mark[]
}

/**
 * A backslash before a citation or a note would escape its bracket, and `(`, `[` or `:` after it would make a link or a
 * definition of it.
 */
function apartFromCitations(node: Inline, before: Inline | undefined, after: Inline | undefined): Part[] {
  if (node.type !== 'text' || node.marks?.some((mark) => mark.type === 'code')) return [node]
  const opening = isBracketed(before) && /^[([:]/.test(node.text) ? 1 : 0
  const closing = isBracketed(after) ? /\\*$/.exec(node.text.slice(opening))![0].length : 0
  const middle = node.text.slice(opening, node.text.length - closing)
  const escaped = (text: string): Part[] =>
    [...text].map((character) => ({ type: 'escaped', character, marks: node.marks ?? [] }))
  return [
    ...escaped(node.text.slice(0, opening)),
    ...(middle === '' ? [] : [{ ...node, text: middle }]),
    ...escaped(node.text.slice(node.text.length - closing))
  ]
}

function isBracketed(node: Inline | undefined): boolean {
  return node?.type === 'citation' || node?.type === 'note'
}

const ORDER = ['link', 'bold', 'italic', 'code'] as const

function inOrder(marks: readonly Mark[]): Mark[] {
  return [...marks].sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))
}

function sameMark(a: Mark | undefined, b: Mark): boolean {
  return a?.type === b.type && (a.type !== 'link' || b.type !== 'link' || a.attrs.href === b.attrs.href)
}
