import { Fragment, Slice, type Schema } from '@tiptap/pm/model'

/** Turns plain text into statements, one for each line that isn't blank. */
export function textToSlice(text: string, schema: Schema): Slice {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const first = lines[0]
  if (first !== undefined && lines.length === 1) return new Slice(Fragment.from(schema.text(first)), 0, 0)
  const statement = schema.nodes['statement']!
  return new Slice(Fragment.from(lines.map((line) => statement.create(null, schema.text(line)))), 1, 1)
}

const BLOCKS = 'p,div,li,h1,h2,h3,h4,h5,h6,blockquote,tr,br,pre,section,article'

/** The words of foreign markup, a line for each block. The markup is parsed into an inert document and never shown. */
export function htmlToText(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const element of page.querySelectorAll('script,style,template,noscript')) element.remove()
  for (const element of page.querySelectorAll(BLOCKS)) element.append('\n')
  return page.body.textContent
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n\s*\n/g, '\n')
    .trim()
}

/** True for what was copied from a brief, whose structure may be kept. */
export function isOwnMarkup(html: string): boolean {
  return html.includes('data-pm-slice=')
}
