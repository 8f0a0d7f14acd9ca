import { ELEMENT, TEXT, type DomDocument, type DomElement, type DomNode } from './dom.ts'
import { webAddress } from '../findings.ts'
import { readJsonLd, type LdNode } from './json-ld.ts'
import { normaliseForMatch, oneLine } from '../wording.ts'

/** A parsed page with what all metadata readers look at. */
export interface Page {
  document: DomDocument
  /** Address of the page where known. */
  url: string | null
  /** Host without `www.`; empty when the address isn't known. */
  host: string
  /** Values of meta elements by lower-case property, name or itemprop. */
  meta: ReadonlyMap<string, readonly string[]>
  ld: readonly LdNode[]
  /** The site's name where the page gives it. */
  site: { name: string; from: string; detail: string }[]
}

const ARTICLE_TYPE =
  /(?:News|Blog|Report|Opinion|Review|Analysis|Scholarly|Tech|Background|Satirical|Advertiser|AskPublic)?(?:Article|Posting)$|^(?:Report|Review|Recipe|ReportageNewsArticle)$/u
/** No page names more authors or dates; a hostile one may. */
const MOST_VALUES = 40
const PAGE_TYPE = /WebPage$|^Product$|VideoObject|PodcastEpisode|^Event$/u
/** Names of parts of a page that speak of other articles or of the readers'. */
const ELSEWHERE =
  /comment(?!ary)|kommentar|related|(?<!no-?|has-?|with-?|without-?)sidebar|teaser|recommend|recirc|most-?(?:read|popular)|latest|trending|popular|read-?next|more-?(?:from|news|stories)|widget|footer|newsletter/iu

export function isArticle(node: LdNode): boolean {
  return node.types.some((type) => ARTICLE_TYPE.test(type))
}

export function isWebPage(node: LdNode): boolean {
  return node.types.some((type) => PAGE_TYPE.test(type))
}

/** Gathers meta elements, JSON-LD, address and site name of a page. */
export function readPage(document: DomDocument, source: string, hintUrl: string | null): Page {
  const meta = readMeta(document)
  const ld = readJsonLd(document)
  const url = findAddresses(document, source, meta, ld, hintUrl)[0]?.value ?? null
  const host = url === null ? '' : new URL(url).hostname.replace(/^(?:www\d?|m|amp|mobile|edition)\./, '')
  return { document, url, host, meta, ld, site: siteNames(meta, ld) }
}

function readMeta(document: DomDocument): Map<string, string[]> {
  const meta = new Map<string, string[]>()
  for (const element of document.querySelectorAll('meta')) {
    const content = oneLine(element.getAttribute('content') ?? element.getAttribute('value') ?? '')
    if (content === '' || content.length > 5000) continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const key of (element.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/)) {
        if (key === '') continue
        const values = meta.get(key)
        if (values && values.length < MOST_VALUES) values.push(content)
        else if (!values) meta.set(key, [content])
      }
    }
  }
  return meta
}

/** Addresses that the page, its saver or the user gives, the surest first. */
export function findAddresses(
  document: DomDocument,
  source: string,
  meta: ReadonlyMap<string, readonly string[]>,
  ld: readonly LdNode[],
  hintUrl: string | null
): { value: string; from: string; detail: string; confidence: number }[] {
  const saved = savedFrom(source.slice(0, 20_000))
  const base = [hintUrl, saved, document.querySelector('base')?.getAttribute('href') ?? null].map((value) =>
    value === null ? null : webAddress(value)
  )
  const origin = base.find((value) => value !== null) ?? undefined
  const resolve = (value: string | null | undefined): string | null => {
    if (value == null || value.trim() === '') return null
    return webAddress(
      origin !== undefined && !/^https?:/i.test(value.trim()) && URL.canParse(value, origin)
        ? new URL(value, origin).href
        : value
    )
  }
  const article = ld.find(isArticle)
  const found = [
    {
      raw: document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'),
      from: 'meta',
      what: 'link rel=canonical',
      confidence: 0.95
    },
    { raw: meta.get('og:url')?.[0], from: 'meta', what: 'og:url', confidence: 0.9 },
    { raw: article?.url, from: 'json-ld', what: 'url', confidence: 0.85 },
    { raw: saved, from: 'text', what: 'saved from url', confidence: 0.85 },
    { raw: hintUrl, from: 'url', what: 'given with the file', confidence: 0.8 },
    { raw: meta.get('twitter:url')?.[0], from: 'meta', what: 'twitter:url', confidence: 0.7 },
    {
      raw: document.querySelector('link[rel="amphtml"]')?.getAttribute('href'),
      from: 'meta',
      what: 'amphtml',
      confidence: 0.4
    }
  ]
  return found
    .flatMap(({ raw, from, what, confidence }) => {
      const value = resolve(raw)
      if (value === null) return []
      // A canonical link to the home page is a mistake of the site's template.
      const isHome = new URL(value).pathname === '/' && saved !== null && webAddress(saved) !== value
      return [{ value, from, detail: `${what}: ${raw}`, confidence: isHome ? 0.3 : confidence }]
    })
    .sort((a, b) => b.confidence - a.confidence)
}

/** The comment that browsers (`saved from url=(0042)https://…`) and SingleFile write on top of a saved page. */
function savedFrom(source: string): string | null {
  const browser = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+?)\s*-->/i.exec(source)?.[1]
  if (browser !== undefined) return browser
  const singleFile = /<!--[^>]{0,200}?Page saved with SingleFile[\s\S]{0,200}?\burl:\s*(https?:\/\/\S+)/i.exec(
    source
  )?.[1]
  return singleFile ?? null
}

function siteNames(meta: ReadonlyMap<string, readonly string[]>, ld: readonly LdNode[]): Page['site'] {
  const names: Page['site'] = []
  const add = (name: string | undefined, from: string, what: string): void => {
    const clean = oneLine(name ?? '').replace(/^@/, '')
    if (clean !== '' && clean.length <= 80) names.push({ name: clean, from, detail: `${what}: ${clean}` })
  }
  add(meta.get('og:site_name')?.[0], 'meta', 'og:site_name')
  for (const node of ld.filter(isArticle)) for (const name of node.publisher) add(name, 'json-ld', 'publisher')
  for (const key of [
    'application-name',
    'apple-mobile-web-app-title',
    'dc.publisher',
    'dcterms.publisher',
    'citation_publisher',
    'citation_journal_title',
    'article:publisher',
    'publisher',
    'copyright'
  ]) {
    const value = meta.get(key)?.[0]
    if (value !== undefined && !/^https?:/.test(value))
      add(value.replace(/^(?:©|copyright|\(c\))\s*(?:\d{4}\s*)?/i, ''), 'meta', key)
  }
  for (const node of ld)
    if (node.types.some((type) => /^WebSite$|Organization$/.test(type)))
      add(node.name ?? undefined, 'json-ld', node.types[0] ?? '')
  return names
}

/** True when words are the site's name or the host's. */
export function isSiteName(words: string, page: Page): boolean {
  const text = normaliseForMatch(words)
  if (text === '') return false
  const joined = text.replaceAll(' ', '')
  const hostName = normaliseForMatch(page.host.split('.').slice(0, -1).join('.')).replaceAll(' ', '')
  if (hostName !== '' && (joined === hostName || joined === normaliseForMatch(page.host).replaceAll(' ', '')))
    return true
  return page.site.some((site) => normaliseForMatch(site.name) === text)
}

/**
 * Whether an element stands in a part of the page that isn't the article: `elsewhere` among comments, teasers and the like,
 * `beside` it (some sites put the byline into an aside), or `inside`. A part that holds the headline is never elsewhere.
 */
export function placeOf(element: DomElement): 'inside' | 'beside' | 'elsewhere' {
  let place: 'inside' | 'beside' = 'inside'
  for (let part: DomElement | null = element; part && part.tagName !== 'BODY'; part = part.parentElement) {
    if (/^(?:MAIN|ARTICLE)$/.test(part.tagName) && part.querySelector('h1')) break
    const names = `${part.getAttribute('class') ?? ''} ${part.getAttribute('id') ?? ''}`
    const named = part.tagName === 'FOOTER' || ELSEWHERE.test(names)
    if (named && !part.querySelector('h1')) return 'elsewhere'
    if (part.tagName === 'ASIDE' || part.tagName === 'NAV') place = 'beside'
  }
  return place
}

/** Text of an element on one line. */
export function textOf(element: DomElement | null | undefined): string {
  return oneLine((element?.textContent ?? '').replace(/\u00A0/g, ' '))
}

/** Longer elements than this hold no byline or date line; what comes after is cut off. */
const LONGEST_LINE = 420

/**
 * The first characters of an element on one line, ` | ` where two parts touch that a page's style sets apart:
 * `<b>Tove Lind</b><i>Editor</i>`.
 */
export function partsOf(element: DomElement): string {
  let text = ''
  let crossed = false
  let node: DomNode | null = element
  while (node && text.length <= LONGEST_LINE) {
    if (node.nodeType === TEXT) {
      const run = node.textContent ?? ''
      // The parser makes several text nodes of one text: only where an element begins or ends do parts touch.
      const touches = crossed && /[\p{L}\d]/u.test(text.at(-1) ?? '') && /^[\p{L}\d]/u.test(run)
      crossed = false
      text += (touches ? ' | ' : '') + run.slice(0, LONGEST_LINE + 1)
    }
    crossed ||= node.nodeType === ELEMENT
    if (node.firstChild && node.nodeType === ELEMENT) {
      node = node.firstChild
      continue
    }
    while (node && node !== element && !node.nextSibling) {
      node = node.parentNode
      crossed = true
    }
    if (!node || node === element) break
    node = node.nextSibling
  }
  return oneLine(text.replace(/\u00A0/g, ' '))
}
