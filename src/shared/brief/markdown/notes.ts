import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast'
import type { Figure, Note, TextNode } from '../brief.ts'
import { InlineReader, textNode, type Kept, type NoteLookup } from './inlines.ts'
import { CITATION } from './notation.ts'
import { parseMarkdown } from './syntax.ts'

/** Nodes in which a brief has no notes. */
const WITHOUT_NOTES: readonly Nodes['type'][] = ['heading', 'blockquote', 'footnoteDefinition']

/** Reads the notes of a document: their words stand anywhere in it, apart from their marks. */
export class NotesReader implements NoteLookup {
  readonly #definitions = new Map<string, FootnoteDefinition>()
  readonly #marked = new Set<string>()
  readonly #read = new Map<string, Note>()
  readonly #kept: Kept[]
  readonly #inlines: InlineReader

  constructor(markdown: string, root: Root, kept: Kept[]) {
    this.#kept = kept
    this.#inlines = new InlineReader(markdown, kept, { note: () => null })
    this.#collect(root, true)
  }

  /** True when a note is made of this definition, so that it needn't stand anywhere else. */
  isUsed(definition: FootnoteDefinition): boolean {
    const { identifier } = definition
    return this.#definitions.get(identifier) === definition && this.#marked.has(identifier)
  }

  note({ identifier, label }: FootnoteReference): Note | null {
    const known = this.#read.get(identifier)
    if (known) {
      this.#tell(`[^${label}]`, `The note [^${label}] is marked at several places; its words were put at each.`)
      return known
    }
    const definition = this.#definitions.get(identifier)
    if (!definition) return null
    const content = this.#words(definition)
    const note: Note = content.length === 0 ? { type: 'note' } : { type: 'note', content }
    this.#read.set(identifier, note)
    return note
  }

  /** The caption that an image's title holds: Markdown of its own, in one line. */
  caption(title: string): NonNullable<Figure['content']> {
    if (title.trim() === '') return []
    // A mark is one only where its note is known.
    const known = [...this.#definitions.values()].map(({ label }) => `[^${label}]: x`)
    const [first, ...rest] = parseMarkdown([title, ...known].join('\n\n')).children
    const isLine = first?.type === 'paragraph' && rest.length === known.length
    if (!isLine) return [textNode(title.replace(/\s+/g, ' '), [])]
    return new InlineReader(title, this.#kept, this)
      .read(first.children)
      .map((node) => (node.type === 'hardBreak' ? textNode(' ', []) : node))
  }

  #collect(node: Nodes, notes: boolean): void {
    if (node.type === 'footnoteDefinition') {
      if (!this.#definitions.has(node.identifier)) this.#definitions.set(node.identifier, node)
    }
    if (node.type === 'footnoteReference' && notes) this.#marked.add(node.identifier)
    if (node.type === 'image' && notes) this.#collectFromCaption(node.title ?? '')
    if (!('children' in node)) return
    const within = notes && !WITHOUT_NOTES.includes(node.type)
    for (const child of node.children) this.#collect(child, within)
  }

  /** A title isn't parsed with the document; which of its marks have a note is known later. */
  #collectFromCaption(title: string): void {
    for (const [, label = ''] of title.matchAll(/\[\^([^[\]\s]+)\]/g)) this.#marked.add(label.toLowerCase())
  }

  #words(definition: FootnoteDefinition): TextNode[] {
    const name = `[^${definition.label}]`
    const words = definition.children.map((child): TextNode[] =>
      child.type === 'paragraph' ? this.#inlines.textOnly(child.children) : [textNode(this.#inlines.raw(child), [])]
    )
    if (words.length > 1 || definition.children.some(({ type }) => type !== 'paragraph')) {
      this.#tell(this.#inlines.raw(definition), `The note ${name} has several paragraphs; they were joined.`)
    }
    const content = words.flatMap((part, i) => (i > 0 ? [textNode(' ', []), ...part] : part))
    if (content.some(({ text }) => text.search(CITATION) >= 0)) {
      this.#tell(name, `The note ${name} cites a source, which a note can’t; the citation was kept as plain text.`)
    }
    return content
  }

  #tell(exact: string, reason: string): void {
    this.#kept.push({ exact, reason })
  }
}
