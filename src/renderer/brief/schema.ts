import { Extension, Mark, Node, type Extensions } from '@tiptap/core'
import { ALIGNMENTS } from '../../shared/brief/brief.ts'

/**
 * The editor's schema. Names and attributes are those of `shared/brief/brief.ts`, which is the authority: this file only
 * adds how they are drawn and read from the clipboard.
 */

/** Blocks in whose text one may cite. */
export const CITING: ReadonlySet<string> = new Set(['statement', 'tableHeader', 'tableCell', 'figure'])

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

const INLINE = '(text | citation | hardBreak | note)*'

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

const Table = Node.create({
  name: 'table',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({
    id: attribute('id'),
    align: {
      default: [],
      parseHTML: (element: HTMLElement) =>
        (element.getAttribute('data-align') ?? '')
          .split(' ')
          .map((word) => ALIGNMENTS.find((align) => align === word) ?? null),
      renderHTML: (attributes: Record<string, unknown>) => ({
        'data-align': (attributes['align'] as (string | null)[]).map((align) => align ?? '-').join(' ')
      })
    }
  }),
  parseHTML: () => [{ tag: 'table[data-id]' }],
  renderHTML: ({ HTMLAttributes }) => ['table', { ...HTMLAttributes, class: 'brief-table' }, ['tbody', 0]]
})

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader | tableCell)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0]
})

/** Cells are never joined; what edits tables wants to know that of each. */
const ALONE = {
  colspan: { default: 1, parseHTML: () => 1, rendered: false },
  rowspan: { default: 1, parseHTML: () => 1, rendered: false },
  colwidth: { default: null, parseHTML: () => null, rendered: false }
}

const TableHeader = Node.create({
  name: 'tableHeader',
  content: INLINE,
  isolating: true,
  addAttributes: () => ALONE,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: () => ['th', { scope: 'col' }, 0]
})

const TableCell = Node.create({
  name: 'tableCell',
  content: INLINE,
  isolating: true,
  addAttributes: () => ALONE,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: () => ['td', 0]
})

const ROLES: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableHeader: 'header_cell',
  tableCell: 'cell'
}

/** Tells the editing of tables which node is which. */
const TableRoles = Extension.create({
  name: 'tableRoles',
  extendNodeSchema: ({ name }) => (ROLES[name] === undefined ? {} : { tableRole: ROLES[name] })
})

const Figure = Node.create({
  name: 'figure',
  content: '(text | citation | note)*',
  isolating: true,
  defining: true,
  draggable: true,
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
  Table,
  TableRow,
  TableHeader,
  TableCell,
  TableRoles,
  Note,
  HardBreak,
  Bold,
  Italic,
  Code,
  Link
]
