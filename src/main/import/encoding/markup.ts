/** A stretch of a page: what stands between tags, or a tag. */
export interface MarkupToken {
  text: string
  /** The element's name in lower case; null for what stands between tags, empty for comments and declarations. */
  tag: string | null
}

/** Elements whose content is no text: they come as one token with their content. */
const WHOLE = /^<(script|style|noscript|template|svg|textarea)[\s/>]/
const INLINE = new Set('a abbr acronym b bdi bdo big code em font i mark small span strong sub sup tt u'.split(' '))

/** Goes through a page from tag to tag in one pass, whatever state it's in. Texts without markup are one token. */
export function* tokensOf(page: string): Generator<MarkupToken, undefined> {
  const lower = page.toLowerCase()
  // Lower case of some characters has another length.
  const sought = lower.length === page.length ? lower : page
  let start = 0
  for (let at = sought.indexOf('<'); at !== -1; at = sought.indexOf('<', at)) {
    const end = behindTag(sought, at)
    if (end === at + 1) {
      at++
      continue
    }
    if (at > start) yield { text: page.slice(start, at), tag: null }
    yield { text: page.slice(at, end), tag: /^<\/?([a-z][a-z0-9]*)/.exec(sought.slice(at, at + 24))?.[1] ?? '' }
    start = at = end
  }
  if (start < page.length) yield { text: page.slice(start), tag: null }
}

/** Whether an element stands within a line. */
export function isInline(tag: string): boolean {
  return INLINE.has(tag)
}

function behindTag(lower: string, tag: number): number {
  if (lower.startsWith('<!--', tag)) return behind(lower, '-->', tag + 2)
  if (!/[a-z/!?]/.test(lower[tag + 1] ?? '')) return tag + 1
  const name = WHOLE.exec(lower.slice(tag, tag + 12))?.[1]
  if (name === undefined) return behind(lower, '>', tag)
  const close = lower.indexOf(`</${name}`, tag)
  return close === -1 ? lower.length : behind(lower, '>', close)
}

/** The place behind a mark; the end where there is none. */
export function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? text.length : at + mark.length
}
