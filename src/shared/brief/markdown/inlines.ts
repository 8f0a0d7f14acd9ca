import type { FootnoteReference, Nodes, PhrasingContent } from 'mdast'
import type { Inline, Mark, Note, TextNode } from '../brief.ts'
import { CITATION, parseCitations } from './notation.ts'

/** Something that was kept as plain text, and why. */
export interface Kept {
  exact: string
  reason: string
}

/** Where the words of notes come from. */
export interface NoteLookup {
  /** The note of a mark; null when there is none that a note could be made of. */
  note(reference: FootnoteReference): Note | null
}

/** Reads the inline content of Markdown, whose text is needed to tell escapes. */
export class InlineReader {
  readonly #markdown: string
  readonly #kept: Kept[]
  readonly #notes: NoteLookup

  constructor(markdown: string, kept: Kept[], notes: NoteLookup) {
    this.#markdown = markdown
    this.#kept = kept
    this.#notes = notes
  }

  /** Content with citations and notes. */
  read(children: PhrasingContent[]): Inline[] {
    return this.#inline(children, [], true)
  }

  /** Content in which citations and notes are text; soft line breaks stay in the text. */
  plain(children: PhrasingContent[]): Inline[] {
    return this.#inline(children, [], false)
  }

  /** Text alone, in one line. */
  textOnly(children: PhrasingContent[]): TextNode[] {
    return this.plain(children).flatMap((node) =>
      node.type === 'text'
        ? [{ ...node, text: oneLine(node.text) }]
        : node.type === 'hardBreak'
          ? [textNode(' ', [])]
          : []
    )
  }

  /** The Markdown of a node. */
  raw(node: Nodes): string {
    const { start, end } = node.position!
    return this.#markdown.slice(start.offset, end.offset)
  }

  #inline(children: PhrasingContent[], marks: Mark[], rich: boolean): Inline[] {
    const nodes = children.flatMap((child): Inline[] => {
      switch (child.type) {
        case 'text':
          this.#tellMarksWithoutNote(child)
          return rich ? this.#withCitations(child, marks) : [textNode(child.value, marks)]
        case 'strong':
          return this.#inline(child.children, [...marks, { type: 'bold' }], rich)
        case 'emphasis':
          return this.#inline(child.children, [...marks, { type: 'italic' }], rich)
        case 'inlineCode':
          return [textNode(child.value, [...marks, { type: 'code' }])]
        case 'link':
          return this.#inline(child.children, [...marks, { type: 'link', attrs: { href: child.url } }], rich)
        case 'break':
          return [{ type: 'hardBreak' }]
        case 'html':
          return /^<br\s*\/?>$/i.test(child.value) ? [{ type: 'hardBreak' }] : [this.#keep(child, marks)]
        case 'footnoteReference': {
          const note = rich ? this.#notes.note(child) : null
          return [note ?? this.#keep(child, marks, 'A note can’t stand here; its mark was kept as plain text.')]
        }
        default:
          return [this.#keep(child, marks)]
      }
    })
    return nodes.filter((node) => node.type !== 'text' || node.text !== '')
  }

  #keep(node: PhrasingContent, marks: Mark[], reason?: string): TextNode {
    const exact = this.raw(node)
    this.#kept.push({ exact, reason: reason ?? `A line of a brief has no ${node.type}; it was kept as plain text.` })
    return textNode(exact, marks)
  }

  #withCitations(node: PhrasingContent & { type: 'text' }, marks: Mark[]): Inline[] {
    const { value } = node
    // An escaped bracket is text: the n-th "[@" of the value is the n-th of the Markdown it came from.
    const escaped = [...this.raw(node).matchAll(/(\\*)\[@/g)].map((match) => match[1]!.length % 2 === 1)
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

  #tellMarksWithoutNote(node: PhrasingContent & { type: 'text' }): void {
    for (const [, backslashes = '', mark = ''] of this.raw(node).matchAll(/(\\*)(\[\^[^[\]\s]+\])/g)) {
      if (backslashes.length % 2 === 1) continue
      this.#kept.push({ exact: mark, reason: `The note ${mark} has no words; its mark was kept as plain text.` })
    }
  }
}

export function textNode(text: string, marks: Mark[]): TextNode {
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }
}

export function oneLine(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, ' ')
}
