import { encodingOf } from './labels.ts'

/** Elements in which `<meta` is text. */
const RAW = ['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes']

/**
 * The encoding that a page declares: by a meta element wherever it stands, as browsers have it once they parse on (HTML, sections 4.2.5.4 and 13.2.3), or else by an XML
 * declaration. Comments, scripts and their like are left out. UTF-16, which a page that can be read so far can't be written in, means UTF-8. Null where none is declared that
 * there is. `page` is its beginning with each byte as one character.
 */
export function htmlCharset(page: string): string | null {
  const lower = page.toLowerCase()
  let lenient: string | null = null
  for (let at = 0; ;) {
    at = lower.indexOf('<', at)
    if (at === -1) break
    if (lower.startsWith('<!--', at)) {
      // `<!-->` is a whole comment.
      at = behind(lower, '-->', at + 2)
      continue
    }
    const name = /^[a-z][^\t\n\f\r />]*/.exec(lower.slice(at + 1, at + 20))?.[0]
    if (name === undefined) {
      at = /^[!?/]/.test(lower.slice(at + 1, at + 2)) ? behind(lower, '>', at) : at + 1
      continue
    }
    const { attributes, end } = attributesAt(page, at + 1 + name.length, name === 'meta')
    at = end
    if (name === 'meta') {
      const found = charsetOf(attributes)
      if (found?.isStated === true) return found.encoding
      lenient ??= found?.encoding ?? null
    } else if (RAW.includes(name)) {
      at = lower.indexOf(`</${name}`, at)
      if (at === -1) break
    }
  }
  return lenient ?? xmlEncoding(page)
}

/** `isStated`: as the standard asks for it. */
function charsetOf(attributes: ReadonlyMap<string, string>): { encoding: string; isStated: boolean } | null {
  const charset = attributes.get('charset')
  const content = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(attributes.get('content') ?? '')
  const label = charset ?? content?.[1] ?? content?.[2] ?? content?.[3]
  const encoding = label === undefined ? null : encodingOf(label)
  if (encoding === null || /^utf-?(?:7|32)/.test(encoding)) return null
  const isStated = charset !== undefined || attributes.get('http-equiv')?.trim().toLowerCase() === 'content-type'
  if (encoding.startsWith('utf-16')) return { encoding: 'utf-8', isStated }
  return { encoding: encoding === 'x-user-defined' ? 'windows-1252' : encoding, isStated }
}

/** The attributes of a tag, of which the first of a name counts, and where the tag ends. */
function attributesAt(page: string, from: number, isKept: boolean): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>()
  let at = from
  const skip = (stop: RegExp): string => {
    const start = at
    while (at < page.length && !stop.test(page[at]!)) at++
    return page.slice(start, at)
  }
  while (at < page.length) {
    skip(/[^\t\n\f\r /]/)
    if (page[at] === '>' || at >= page.length) break
    const start = at
    if (page[at] === '=') at++
    skip(/[\t\n\f\r />=]/)
    const name = page.slice(start, at).toLowerCase()
    skip(/[^\t\n\f\r ]/)
    if (page[at] !== '=') {
      if (isKept && !attributes.has(name)) attributes.set(name, '')
      continue
    }
    at++
    skip(/[^\t\n\f\r ]/)
    const quote = page[at]
    let value: string
    if (quote === '"' || quote === "'") {
      const close = page.indexOf(quote, at + 1)
      const end = close === -1 ? page.length : close
      value = isKept ? page.slice(at + 1, end) : ''
      at = end + 1
    } else value = skip(/[\t\n\f\r >]/)
    if (isKept && !attributes.has(name)) attributes.set(name, value)
  }
  return { attributes, end: Math.min(at + 1, page.length) }
}

/** The encoding that an XML declaration names (XML 1.0, section 2.8); null where there is none that there is. `page` as for `htmlCharset`. */
export function xmlEncoding(page: string): string | null {
  const label = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(page.slice(0, 1000))?.[1]
  const encoding = label === undefined ? null : encodingOf(label)
  if (encoding === null) return null
  return encoding.startsWith('utf-') ? 'utf-8' : encoding
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? text.length : at + mark.length
}
