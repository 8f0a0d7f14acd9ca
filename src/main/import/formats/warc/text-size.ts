/** Elements whose content is no text. */
const SKIPPED = ['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'textarea', 'select']

/**
 * How many characters of text a page shows, white space aside, counted up to `enough`. One pass, for pages of any size and state: it judges whether a page is an article's or
 * a piece of one.
 */
export function textSize(html: string, enough: number): number {
  const lower = html.toLowerCase()
  let count = 0
  let at = bodyStart(lower)
  while (at < html.length && count < enough) {
    const tag = lower.indexOf('<', at)
    const end = tag === -1 ? html.length : tag
    for (let i = at; i < end && count < enough; i++) if (html.charCodeAt(i) > 0x20) count++
    at = tag === -1 ? end : behindTag(lower, tag)
  }
  return count
}

/** Where the text begins: behind the head, which shows none. */
function bodyStart(lower: string): number {
  return Math.max(0, lower.indexOf('<body'))
}

function behindTag(lower: string, tag: number): number {
  if (lower.startsWith('<!--', tag)) return behind(lower, '-->', tag + 4)
  const name = SKIPPED.find((skipped) => lower.startsWith(skipped, tag + 1))
  if (name !== undefined && /[\s/>]/.test(lower[tag + 1 + name.length] ?? '')) {
    const close = lower.indexOf(`</${name}`, tag)
    return close === -1 ? lower.length : behind(lower, '>', close)
  }
  return behind(lower, '>', tag)
}

function behind(lower: string, mark: string, from: number): number {
  const at = lower.indexOf(mark, from)
  return at === -1 ? lower.length : at + mark.length
}
