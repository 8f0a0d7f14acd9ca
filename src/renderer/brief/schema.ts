import { Node, type Extensions } from '@tiptap/core'
import { MARKS } from './marks.ts'
import { attribute } from './node-attribute.ts'
import { INLINE, TABLE_NODES } from './table-nodes.ts'

/**
 * The editor's schema. Names and attributes are those of `shared/brief/brief.ts`, which is the authority: this file only
 * adds how they are drawn and read from the clipboard.
 */

const Document = Node.create({ name: 'doc', topNode: true, content: 'section+' })
const Text = Node.create({ name: 'text', group: 'inline' })

const Section = Node.create({
  name: 'section',
  content: 'sectionTitle (statement | quoteBlock | bulletList | orderedList | subheading | table | figure)*',
  isolating: true,
  defining: true,
  selectable: false,
  addAttributes: () => ({ id: attribute('id') }),
  parseHTML: () => [{ tag: 'section[data-id]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', { ...HTMLAttributes, class: 'section' }, 0]
})

const SectionTitle = Node.create({
  name: 'sectionTitle',
  content: 'text*',
  marks: '',
  defining: true,
  selectable: false,
  parseHTML: () => [{ tag: 'h2.section-title' }],
  renderHTML: () => ['h2', { class: 'section-title' }, 0]
})

const Statement = Node.create({
  name: 'statement',
  content: INLINE,
  addAttributes: () => ({
    id: attribute('id'),
    kind: attribute('kind'),
    likelihood: attribute('likelihood'),
    confidence: attribute('confidence')
  }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', { ...HTMLAttributes, class: 'statement', dir: 'auto' }, 0]
})

const QuoteBlock = Node.create({
  name: 'quoteBlock',
  content: '(text | hardBreak)*',
  marks: 'bold italic code link',
  isolating: true,
  defining: true,
  addAttributes: () => ({
    id: attribute('id'),
    quoteId: attribute('quoteId'),
    sourceId: attribute('sourceId'),
    label: attribute('label')
  }),
  parseHTML: () => [{ tag: 'blockquote[data-id]', contentElement: '.quote-words' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, ['div', { class: 'quote-words', dir: 'auto' }, 0]]
})

const Subheading = Node.create({
  name: 'subheading',
  content: 'text*',
  defining: true,
  addAttributes: () => ({
    level: {
      default: 3,
      parseHTML: (element: HTMLElement) => Math.min(6, Math.max(3, Number(element.tagName.slice(1)) || 3)),
      renderHTML: () => ({})
    }
  }),
  parseHTML: () => [{ tag: 'h3' }, { tag: 'h4' }, { tag: 'h5' }, { tag: 'h6' }],
  renderHTML: ({ node }) => [`h${node.attrs['level'] as number}`, { class: 'subheading' }, 0]
})

const BulletList = Node.create({
  name: 'bulletList',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0]
})

const OrderedList = Node.create({
  name: 'orderedList',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: () => ['ol', 0]
})

const ListItem = Node.create({
  name: 'listItem',
  content: 'statement (statement | bulletList | orderedList)*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0]
})

const Figure = Node.create({
  name: 'figure',
  content: '(text | citation | note)*',
  isolating: true,
  defining: true,
  addAttributes: () => ({
    id: attribute('id'),
    sourceId: attribute('sourceId'),
    label: attribute('label'),
    alt: { ...attribute('alt'), default: '' }
  }),
  parseHTML: () => [{ tag: 'figure[data-id]', contentElement: 'figcaption' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, ['figcaption', 0]]
})

/** A footnote: its words stand in place, in brackets. */
const Note = Node.create({
  name: 'note',
  inline: true,
  group: 'inline',
  content: 'text*',
  marks: 'bold italic code link',
  selectable: false,
  parseHTML: () => [{ tag: 'span.footnote' }],
  renderHTML: () => ['span', { class: 'footnote' }, 0]
})

const HardBreak = Node.create({
  name: 'hardBreak',
  inline: true,
  group: 'inline',
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n'
})

const Citation = Node.create({
  name: 'citation',
  inline: true,
  group: 'inline',
  atom: true,
  selectable: true,
  addAttributes: () => ({
    quoteId: attribute('quoteId'),
    sourceId: attribute('sourceId'),
    label: attribute('label'),
    relation: { ...attribute('relation'), default: 'supports' },
    locator: attribute('locator')
  }),
  parseHTML: () => [{ tag: 'span.citation' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, class: 'citation' }]
})

export const NODES: Record<'citation' | 'quoteBlock' | 'figure', Node> = {
  citation: Citation,
  quoteBlock: QuoteBlock,
  figure: Figure
}

/** All nodes and marks of a brief but those that need a view of their own, which the editor extends first. */
export const SCHEMA: Extensions = [
  Document,
  Text,
  Statement,
  Section,
  SectionTitle,
  Subheading,
  BulletList,
  OrderedList,
  ListItem,
  ...TABLE_NODES,
  Note,
  HardBreak,
  ...MARKS
]
