import { createHash } from 'node:crypto'
import { imageTypeOf } from '../../../shared/source/source.ts'
import { countWords } from '../extracted/wording.ts'

/** What a paste carries. */
export interface Clipboard {
  text: string
  html: string | null
  url: string | null
}

/**
 * Makes a file of pasted content, for the same import as any other. The HTML is taken when it is a page or has structure that
 * the plain text lacks; a source address is written into it as browsers do. The name tells equal pastes apart by content.
 */
export function fromClipboard({ text, html, url }: Clipboard): { bytes: Uint8Array; name: string } {
  const fragment = html === null ? null : withoutClipboardMarks(html)
  const useHtml = fragment !== null && isWorthwhile(fragment, text)
  const content = useHtml ? pageOf(fragment, url) : text
  const bytes = new TextEncoder().encode(content.toWellFormed())
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  return { bytes, name: `pasted-${digest}.${useHtml ? 'html' : 'txt'}` }
}

const LONGEST_NAME = 80

/** A file's name for a pasted picture: what it shows, as far as a name can hold that, and what it is. */
export function pictureName(alt: string, bytes: Uint8Array): string {
  const words = alt
    .toWellFormed()
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
  const name = Array.from(words)
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/[. ]+$/, '')
  return `${name || 'Pasted picture'}.${imageTypeOf(bytes) === 'image/jpeg' ? 'jpg' : 'png'}`
}

/** Windows puts a header of offsets before the HTML. */
function withoutClipboardMarks(html: string): string {
  return html.replace(/^Version:\d[\s\S]*?(?=<)/, '').replace(/<!--(?:Start|End)Fragment-->/g, '')
}

/** Editors put plain text on the clipboard as styled spans as well: then the plain text is the better one. */
function isWorthwhile(html: string, text: string): boolean {
  if (text.trim() === '') return true
  const structured = /<(?:p|h[1-6]|li|blockquote|table|article)[\s>]/i.test(html)
  return structured && countWords(html.replace(/<[^>]*>/g, ' ')) >= countWords(text) * 0.8
}

function pageOf(html: string, url: string | null): string {
  const saved =
    url !== null && URL.canParse(url) && /^https?:/i.test(url) ? new URL(url).href.replaceAll('--', '%2D%2D') : null
  const comment = saved === null ? '' : `<!-- saved from url=(${String(saved.length).padStart(4, '0')})${saved} -->\n`
  return /<html[\s>]/i.test(html)
    ? comment + html
    : `<!doctype html>\n${comment}<html><head><meta charset="utf-8"></head><body>${html}</body></html>`
}
