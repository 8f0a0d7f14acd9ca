import type { Mark, Schema } from '@tiptap/pm/model'
import { isLinkable } from '../marks.ts'

/** How words are set where they stand in foreign markup. */
export interface WordStyle {
  bold: boolean
  italic: boolean
  code: boolean
  href: string | null
}

export const PLAIN: WordStyle = { bold: false, italic: false, code: false, href: null }

const BOLD: ReadonlySet<string> = new Set(['b', 'strong'])
const ITALIC: ReadonlySet<string> = new Set(['i', 'em', 'cite', 'dfn', 'var'])
const CODE: ReadonlySet<string> = new Set(['code', 'tt', 'kbd', 'samp'])

/** The declarations of an element's own `style`, by their names. Sheets of styles are never read. */
export function declarations(element: Element): Map<string, string> {
  const found = new Map<string, string>()
  for (const part of (element.getAttribute('style') ?? '').split(';')) {
    const colon = part.indexOf(':')
    if (colon > 0)
      found.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase()
      )
  }
  return found
}

/** True for what the page from which it comes doesn't show. */
export function isHidden(element: Element, style: Map<string, string>): boolean {
  return (
    element.hasAttribute('hidden') ||
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    /^0+(?:\.0+)?[a-z%]*$/.test(style.get('font-size') ?? '') ||
    /^0(?:\.0*)?$/.test(style.get('opacity') ?? '')
  )
}

/** How words are set in an element. `dead` hears of a link that leads to no page or mail address. */
export function within(element: Element, own: Map<string, string>, around: WordStyle, dead: () => void): WordStyle {
  const name = element.localName
  const weight = own.get('font-weight')
  const slant = own.get('font-style')
  const bold = weight === undefined ? around.bold || BOLD.has(name) : /^(?:bold|bolder|[6-9]\d\d)/.test(weight)
  const italic = slant === undefined ? around.italic || ITALIC.has(name) : /^(?:italic|oblique)/.test(slant)
  return { bold, italic, code: around.code || CODE.has(name), href: hrefOf(element, dead) ?? around.href }
}

function hrefOf(element: Element, dead: () => void): string | null {
  if (element.localName !== 'a') return null
  const href = (element.getAttribute('href') ?? '').trim()
  if (isLinkable(href)) return href
  // Places within the page from which it comes are no loss.
  if (href !== '' && !href.startsWith('#')) dead()
  return null
}

/** A style as the brief's marks. */
export function marksOf({ bold, italic, code, href }: WordStyle, schema: Schema): Mark[] {
  const { bold: b, italic: i, code: c, link } = schema.marks
  return [
    ...(bold ? [b!.create()] : []),
    ...(italic ? [i!.create()] : []),
    ...(code ? [c!.create()] : []),
    ...(href === null ? [] : [link!.create({ href })])
  ]
}
