import type { Blockquote, Nodes, Paragraph, PhrasingContent, Root, RootContent, List as MdList } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type {
  Brief,
  Inline,
  List,
  ListItem,
  Mark,
  QuoteBlock,
  Section,
  SectionBlock,
  Statement,
  TextNode
} from '../brief.ts'
import { emptyStatement } from '../templates.ts'
import { splitFrontMatter } from './front-matter.ts'
import { CITATION, parseCitations, splitAttributes } from './notation.ts'

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
 * Reads a brief from Markdown (CommonMark, with tables recognised): YAML front matter, `##` sections, paragraphs are statements, a block
 * quote whose last line is `— [@S1]` is a quote block. `newId` makes ids where the front matter has none.
 *
 * @throws SyntaxError with a sentence for people when the front matter isn't valid
 */
export function readBriefMarkdown(markdown: string, newId: () => string): ReadBrief {
  const { front, body } = splitFrontMatter(markdown.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  const root = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  const reader = new Reader(body, newId)
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
    if (block.type === 'statement' || block.type === 'quoteBlock') nodes.push(block)
    else if (block.type === 'listItem' || block.type === 'bulletList' || block.type === 'orderedList')
      block.content.forEach(visit)
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
  readonly #markdown: string
  readonly #newId: () => string

  constructor(markdown: string, newId: () => string) {
    this.#markdown = markdown
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
        const title = this.#textOnly(node.children)
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
        const content = this.#textOnly(node.children)
        const attrs = { level: Math.max(3, node.depth) }
        return [content.length === 0 ? { type: 'subheading', attrs } : { type: 'subheading', attrs, content }]
      }
      case 'paragraph':
        return [this.#statement(node)]
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
    const content = this.#inline(paragraph.children, [], true)
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

  #keepAsText(node: Nodes): Statement {
    const raw = this.#raw(node)
    this.keptAsText.push({ exact: raw, reason: `A brief has no ${node.type}; it was kept as plain text.` })
    return this.#plain(raw, [])
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
          ...this.#raw(child)
            .split('\n')
            .map((line) => (line === '' ? [] : [textNode(line, [])]))
        )
        continue
      }
      let line: TextNode[] = []
      for (const node of this.#inline(child.children, [], false)) {
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

  #textOnly(children: PhrasingContent[]): TextNode[] {
    return this.#inline(children, [], false).flatMap((node) =>
      node.type === 'text'
        ? [{ ...node, text: oneLine(node.text) }]
        : node.type === 'hardBreak'
          ? [textNode(' ', [])]
          : []
    )
  }

  #inline(children: PhrasingContent[], marks: Mark[], citations: boolean): Inline[] {
    const nodes = children.flatMap((child): Inline[] => {
      switch (child.type) {
        case 'text':
          return citations ? this.#withCitations(child, marks) : [textNode(child.value, marks)]
        case 'strong':
          return this.#inline(child.children, [...marks, { type: 'bold' }], citations)
        case 'emphasis':
          return this.#inline(child.children, [...marks, { type: 'italic' }], citations)
        case 'inlineCode':
          return [textNode(child.value, [...marks, { type: 'code' }])]
        case 'link':
          return this.#inline(child.children, [...marks, { type: 'link', attrs: { href: child.url } }], citations)
        case 'break':
          return [{ type: 'hardBreak' }]
        default:
          return [textNode(this.#raw(child), marks)]
      }
    })
    return nodes.filter((node) => node.type !== 'text' || node.text !== '')
  }

  #withCitations(node: PhrasingContent & { type: 'text' }, marks: Mark[]): Inline[] {
    const { value } = node
    // An escaped bracket is text: the n-th "[@" of the value is the n-th of the Markdown it came from.
    const escaped = [...this.#raw(node).matchAll(/(\\*)\[@/g)].map((match) => match[1]!.length % 2 === 1)
    const nodes: Inline[] = []
    let last = 0
    for (const match of value.matchAll(CITATION)) {
      const nth = value.slice(0, match.index).split('[@').length - 1
      if (escaped[nth]) continue
      if (match.index > last) nodes.push(textNode(oneLine(value.slice(last, match.index)), marks))
      nodes.push(...parseCitations(match[1]!))
      last = match.index + match[0].length
    }
    if (last < value.length) nodes.push(textNode(oneLine(value.slice(last)), marks))
    return nodes
  }

  #raw(node: Nodes): string {
    const { start, end } = node.position!
    return this.#markdown.slice(start.offset, end.offset)
  }
}

function textNode(text: string, marks: Mark[]): TextNode {
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }
}

function oneLine(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, ' ')
}
