import type { Blockquote, Image, Nodes, Paragraph, Root, RootContent, List as MdList, Table as MdTable } from 'mdast'
import type {
  Brief,
  Figure,
  Inline,
  List,
  ListItem,
  Mark,
  QuoteBlock,
  Section,
  SectionBlock,
  Statement,
  Table,
  TextNode
} from '../brief.ts'
import { emptyStatement } from '../templates.ts'
import { isList } from '../walk.ts'
import { splitFrontMatter } from './front-matter.ts'
import { InlineReader, oneLine, textNode } from './inlines.ts'
import { FIGURE_TARGET, splitAttributes } from './notation.ts'
import { NotesReader } from './notes.ts'
import { parseMarkdown, restoreAlign } from './syntax.ts'

/** A brief read from Markdown. Its citations and quote blocks carry labels that are yet to be resolved. */
export interface ReadBrief {
  fields: Partial<Pick<Brief, 'title' | 'author' | 'date' | 'tlp' | 'language' | 'template'>>
  sections: Section[]
  /** Speaker written before the citation of a quote block's last line, by the block's id. */
  speakers: Map<string, string>
  /** What Markdown has and a brief has not, kept as plain text. */
  keptAsText: { exact: string; reason: string }[]
}

/**
 * Reads a brief from Markdown (CommonMark with the tables and footnotes of GitHub Flavored Markdown): YAML front matter, `##`
 * sections, paragraphs are statements, a block quote whose last line is `— [@S1]` is a quote block, an image `![alt](S5 "caption")`
 * in a paragraph of its own a figure. `newId` makes ids where the front matter has none.
 *
 * @throws SyntaxError with a sentence for people when the front matter isn't valid
 */
export function readBriefMarkdown(markdown: string, newId: () => string): ReadBrief {
  const { front, body } = splitFrontMatter(markdown.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  const root = parseMarkdown(body)
  const reader = new Reader(body, root, newId)
  const { sections, heading } = reader.read(root)
  const title = front.title ?? heading
  if (front.ids) restoreIds(sections, front.ids, reader.speakers)
  const fields = { ...front, ...(title === undefined ? {} : { title }) }
  delete fields.ids
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    sections,
    speakers: reader.speakers,
    keptAsText: reader.keptAsText
  }
}

/** Gives the nodes the ids that they had when the brief was exported, unless nodes have come or gone since. */
function restoreIds(sections: Section[], ids: string[], speakers: Map<string, string>): void {
  const nodes: { attrs: { id: string } }[] = []
  const visit = (block: SectionBlock | ListItem): void => {
    if (block.type === 'listItem' || isList(block)) block.content.forEach(visit)
    else if (block.type !== 'subheading') nodes.push(block)
  }
  for (const section of sections) {
    nodes.push(section)
    const [, ...blocks] = section.content
    blocks.forEach(visit)
  }
  if (nodes.length !== ids.length || new Set(ids).size !== ids.length) return
  for (const [i, node] of nodes.entries()) {
    const speaker = speakers.get(node.attrs.id)
    if (speaker !== undefined) {
      speakers.delete(node.attrs.id)
      speakers.set(ids[i]!, speaker)
    }
    node.attrs.id = ids[i]!
  }
}

class Reader {
  readonly speakers = new Map<string, string>()
  readonly keptAsText: { exact: string; reason: string }[] = []
  readonly #notes: NotesReader
  readonly #inlines: InlineReader
  readonly #newId: () => string

  constructor(markdown: string, root: Root, newId: () => string) {
    this.#notes = new NotesReader(markdown, root, this.keptAsText)
    this.#inlines = new InlineReader(markdown, this.keptAsText, this.#notes)
    this.#newId = newId
  }

  read(root: Root): { sections: Section[]; heading: string | undefined } {
    const sections: Section[] = []
    let heading: string | undefined
    let current: Section | null = null
    const open = (title: TextNode[]): Section => {
      const section: Section = {
        type: 'section',
        attrs: { id: this.#newId() },
        content: [title.length === 0 ? { type: 'sectionTitle' } : { type: 'sectionTitle', content: title }]
      }
      sections.push(section)
      return section
    }
    for (const node of root.children) {
      if (node.type === 'heading' && node.depth <= 2) {
        const title = this.#inlines.textOnly(node.children)
        if (node.depth === 1 && heading === undefined && sections.length === 0) {
          heading = title.map(({ text }) => text).join('')
        } else current = open(title)
        continue
      }
      const blocks = this.#blocks(node)
      if (blocks.length === 0) continue
      current ??= open([])
      current.content.push(...blocks)
    }
    if (sections.length === 0) open([])
    for (const section of sections) if (section.content.length === 1) section.content.push(emptyStatement(this.#newId))
    return { sections, heading }
  }

  #blocks(node: RootContent): SectionBlock[] {
    switch (node.type) {
      case 'heading': {
        const content = this.#inlines.textOnly(node.children)
        const attrs = { level: Math.max(3, node.depth) }
        return [content.length === 0 ? { type: 'subheading', attrs } : { type: 'subheading', attrs, content }]
      }
      case 'paragraph': {
        const image = node.children.length === 1 ? node.children[0] : undefined
        return image?.type === 'image' && FIGURE_TARGET.test(image.url)
          ? [this.#figure(image)]
          : [this.#statement(node)]
      }
      case 'table':
        return [this.#table(node)]
      case 'footnoteDefinition':
        if (this.#notes.isUsed(node)) return []
        return [this.#keepAsText(node, `Nothing refers to the note [^${node.label}]; it was kept as plain text.`)]
      case 'blockquote':
        return [this.#quoteBlock(node)]
      case 'list':
        return this.#list(node)
      case 'thematicBreak':
        return []
      case 'code':
        return [this.#plain(node.value, [{ type: 'code' }])]
      default:
        return [this.#keepAsText(node)]
    }
  }

  #statement(paragraph: Paragraph): Statement {
    const statement = emptyStatement(this.#newId)
    const content = this.#inlines.read(paragraph.children)
    const last = content.at(-1)
    if (last?.type === 'text' && !last.marks) {
      const { text, attributes } = splitAttributes(last.text)
      if (attributes) {
        Object.assign(statement.attrs, attributes)
        if (text === '') content.pop()
        else last.text = text
      }
    }
    return content.length === 0 ? statement : { ...statement, content }
  }

  #plain(text: string, marks: Mark[]): Statement {
    const lines = text.split('\n')
    const content = lines.flatMap((line, i): Inline[] => [
      ...(i > 0 ? [{ type: 'hardBreak' as const }] : []),
      ...(line === '' ? [] : [textNode(line, marks)])
    ])
    return { ...emptyStatement(this.#newId), content }
  }

  #keepAsText(node: Nodes, reason = `A brief has no ${node.type}; it was kept as plain text.`): Statement {
    const raw = this.#inlines.raw(node)
    this.keptAsText.push({ exact: raw, reason })
    return this.#plain(raw, [])
  }

  #table(table: MdTable): Table {
    const id = this.#newId()
    const content = table.children.map((row, r): Table['content'][number] => ({
      type: 'tableRow',
      content: row.children.map((cell) => {
        const type = r === 0 ? 'tableHeader' : 'tableCell'
        const inlines = this.#inlines.read(cell.children)
        return inlines.length === 0 ? { type } : { type, content: inlines }
      })
    }))
    return { type: 'table', attrs: { id, align: (table.align ?? []).map(restoreAlign) }, content }
  }

  #figure({ url, alt, title }: Image): Figure {
    const attrs = { id: this.#newId(), sourceId: null, label: url, alt: oneLine(alt ?? '') }
    const content = this.#notes.caption(title ?? '')
    return content.length === 0 ? { type: 'figure', attrs } : { type: 'figure', attrs, content }
  }

  #list(list: MdList): SectionBlock[] {
    const after: SectionBlock[] = []
    const content = list.children.map((item): ListItem => {
      const children: (Statement | List)[] = []
      for (const child of item.children) {
        for (const block of this.#blocks(child)) {
          if (block.type === 'statement' || block.type === 'bulletList' || block.type === 'orderedList')
            children.push(block)
          else after.push(block)
        }
      }
      if (children[0]?.type !== 'statement') children.unshift(emptyStatement(this.#newId))
      return { type: 'listItem', content: children }
    })
    return [{ type: list.ordered ? 'orderedList' : 'bulletList', content }, ...after]
  }

  #quoteBlock(quote: Blockquote): QuoteBlock {
    const id = this.#newId()
    const lines = this.#quoteLines(quote)
    const written =
      lines
        .at(-1)
        ?.map((node) => (node.type === 'text' ? node.text : ''))
        .join('') ?? ''
    const source = /^\s*(?:[—–―]|--?)\s*(.*?)[\s,]*\[@([\p{L}][\p{L}\p{N}:._-]*)[^\]]*\]\s*\.?\s*$/su.exec(written)
    if (source) {
      lines.pop()
      if (source[1]) this.speakers.set(id, source[1])
    }
    const content = lines.flatMap((line, i) => (i > 0 ? [{ type: 'hardBreak' as const }, ...line] : line))
    const attrs = { id, quoteId: null, sourceId: null, label: source?.[2] ?? null }
    return content.length === 0 ? { type: 'quoteBlock', attrs } : { type: 'quoteBlock', attrs, content }
  }

  /** The lines of a block quote. A soft line break is a space, unless the citing line follows it. */
  #quoteLines(quote: Blockquote): TextNode[][] {
    const lines: TextNode[][] = []
    for (const child of quote.children) {
      if (child.type !== 'paragraph') {
        lines.push(
          ...this.#inlines
            .raw(child)
            .split('\n')
            .map((line) => (line === '' ? [] : [textNode(line, [])]))
        )
        continue
      }
      let line: TextNode[] = []
      for (const node of this.#inlines.plain(child.children)) {
        if (node.type === 'hardBreak') {
          lines.push(line)
          line = []
        } else if (node.type === 'text') {
          const cut = /\n(?=\s*(?:[—–―]|--?)[^\n]*\[@[^\n]*$)/.exec(node.text)
          if (cut) {
            const head = oneLine(node.text.slice(0, cut.index)).trimEnd()
            lines.push(head === '' ? line : [...line, { ...node, text: head }])
            line = [{ ...node, text: node.text.slice(cut.index + 1) }]
          } else line.push({ ...node, text: oneLine(node.text) })
        }
      }
      lines.push(line)
    }
    return lines
  }
}
