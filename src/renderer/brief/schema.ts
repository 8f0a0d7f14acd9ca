import { Mark, Node, type Extensions } from '@tiptap/core'

/**
 * The editor's schema. Names and attributes are those of `shared/brief/brief.ts`, which is the authority: this file only
 * adds how they are drawn and read from the clipboard.
 */

/** An attribute that is kept in the DOM under a `data-` name, and not copied when a block is split in two. */
function attribute(name: string, keepOnSplit = false) {
  return {
    default: null,
    keepOnSplit,
    parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name.toLowerCase()}`),
    renderHTML: (attributes: Record<string, unknown>) =>
      attributes[name] == null ? {} : { [`data-${name.toLowerCase()}`]: String(attributes[name]) }
  }
}

const Document = Node.create({ name: 'doc', topNode: true, content: 'section+' })
const Text = Node.create({ name: 'text', group: 'inline' })

const Section = Node.create({
  name: 'section',
  content: 'sectionTitle (statement | quoteBlock | bulletList | orderedList | subheading)*',
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
  content: '(text | citation | hardBreak)*',
  addAttributes: () => ({
    id: attribute('id'),
    kind: attribute('kind'),
    likelihood: attribute('likelihood'),
    confidence: attribute('confidence')
  }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', { ...HTMLAttributes, class: 'statement' }, 0]
})

const QuoteBlock = Node.create({
  name: 'quoteBlock',
  content: '(text | hardBreak)*',
  marks: 'bold italic code link',
  isolating: true,
  defining: true,
  draggable: true,
  addAttributes: () => ({
    id: attribute('id'),
    quoteId: attribute('quoteId'),
    sourceId: attribute('sourceId'),
    label: attribute('label')
  }),
  parseHTML: () => [{ tag: 'blockquote[data-id]', contentElement: '.quote-words' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, ['div', { class: 'quote-words' }, 0]]
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

const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0]
})
const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }],
  renderHTML: () => ['em', 0]
})
const Code = Mark.create({
  name: 'code',
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', 0]
})

const LINKABLE = /^(https?|mailto):/i

/** True for an address that a printed brief may link to. */
export function isLinkable(href: string): boolean {
  return LINKABLE.test(href.trim())
}

/** A link is drawn without `href`: nothing in this window leads out of it. */
const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({
    href: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-href') ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({
        'data-href': String(attributes['href']),
        title: String(attributes['href'])
      })
    }
  }),
  parseHTML: () => [
    { tag: 'span.link', getAttrs: (element) => (isLinkable(element.getAttribute('data-href') ?? '') ? {} : false) }
  ],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, class: 'link' }, 0]
})

export const NODES: Record<'citation' | 'quoteBlock', Node> = { citation: Citation, quoteBlock: QuoteBlock }

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
  HardBreak,
  Bold,
  Italic,
  Code,
  Link
]
