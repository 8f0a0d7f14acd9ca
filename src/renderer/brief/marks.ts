import { Mark } from '@tiptap/core'

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

/** What words can be marked as. */
export const MARKS = [Bold, Italic, Code, Link]
