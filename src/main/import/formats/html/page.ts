import { ELEMENT, TEXT, type DomDocument, type DomElement, type DomNode } from '../../markup/dom.ts'
import { findAddresses, type Addresses } from './addresses.ts'
import type { Candidate } from '../../metadata/found.ts'
import { isArticle, readJsonLd, type LdNode } from './json-ld.ts'
import { readSavedCopy } from './saved.ts'
import { bare, siteNames, type SiteName } from './site.ts'
import { normaliseForMatch, oneLine } from '../../extracted/wording.ts'

/** A parsed page with what all metadata readers look at. */
export interface Page {
  document: DomDocument
  /** Address of the page, the one that it names as its own first, where known. */
  url: string | null
  /** Host without `www.`; empty when the address isn't known. */
  host: string
  addresses: Addresses
  /** When the copy was made. */
  retrieved: Candidate<string>[]
  /** Source of the scripts that hold a date of publication, cut off. */
  scripts: string
  /** Values of meta elements by lower-case property, name or itemprop. */
  meta: ReadonlyMap<string, readonly string[]>
  ld: readonly LdNode[]
  /** The site's names where the page gives them, the surest first. */
  site: readonly SiteName[]
}

/** No page names more authors or dates; a hostile one may. */
const MOST_VALUES = 40
const LONGEST_SCRIPT = 300_000
/** Names of parts of a page that speak of other articles or of the readers'. */
const ELSEWHERE =
  /comment(?!ary)|kommentar|related|(?<!no-?|has-?|with-?|without-?)sidebar|teaser|recommend|recirc|most-?(?:read|popular)|latest|trending|popular|read-?next|more-?(?:from|news|stories)|widget|footer|newsletter/iu

/** Gathers meta elements, JSON-LD, address and site name of a page. */
export function readPage(document: DomDocument, source: string, hintUrl: string | null): Page {
  const meta = readMeta(document)
  const ld = readJsonLd(document)
  const copy = readSavedCopy(document, source, hintUrl)
  const addresses = findAddresses(document, meta, ld.filter(isArticle), copy, hintUrl)
  const own = addresses.canonicalUrl.find(({ confidence }) => confidence > 0.4) ?? addresses.url[0]
  const url = own?.value ?? null
  const host = url === null ? '' : bare(new URL(url).hostname)
  return {
    document,
    url,
    host,
    scripts: datedScripts(document),
    addresses,
    retrieved: copy.retrieved,
    meta,
    ld,
    site: siteNames(document, meta, ld, host)
  }
}

function datedScripts(document: DomDocument): string {
  const sources = [...document.querySelectorAll('script:not([src])')].map((script) => script.textContent ?? '')
  return sources
    .filter((source) => /publi/iu.test(source))
    .map((source) => source.slice(0, LONGEST_SCRIPT))
    .join('\n')
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

const OWN_FOOTER = /(?:^|[\s_-])(?:post|entry|article)-?_?footer/iu
/** A part that holds more of a page's text than this holds its article, whatever it is called. */
const MOST_OF_PAGE = 0.4
const lengths = new WeakMap<DomElement, number>()

function isMostOfPage(part: DomElement): boolean {
  return lengthOf(part) > MOST_OF_PAGE * lengthOf(part.closest('body') ?? part)
}

function lengthOf(element: DomElement): number {
  const known = lengths.get(element)
  if (known !== undefined) return known
  const length = (element.textContent ?? '').length
  lengths.set(element, length)
  return length
}

const OF_WRITERS = /authors?(?![a-z])|byline/iu

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
    if (isOfOthers(part)) return 'elsewhere'
    const isFooter = part.tagName === 'FOOTER'
    if (isFooter || part.tagName === 'ASIDE' || part.tagName === 'NAV') place = 'beside'
  }
  return place
}

/** A line of dates or names stands right above the headline, sometimes. */
const NEAR = 3
const SHORTEST_HEADLINE = 12

/**
 * The article that the page is about, in its data: of several nodes those that have the page's headline or address; where none has, the first and
 * those that say the same of themselves.
 */
export function mainArticles(page: Page): LdNode[] {
  const articles = page.ld.filter(isArticle)
  if (articles.length === 0) return articles
  const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
    a != null && b != null && normaliseForMatch(a) !== '' && normaliseForMatch(a) === normaliseForMatch(b)
  const titles = [textOf(mainHeading(page)), page.meta.get('og:title')?.[0], page.url]
  const own = articles.filter((node) =>
    titles.some((title) => same(title, node.headline ?? node.name) || same(title, node.url))
  )
  const [first] = own.length > 0 ? own : articles.filter(({ isListed }) => !isListed)
  if (!first) return []
  return articles.filter(
    (node) =>
      node === first ||
      own.includes(node) ||
      same(node.headline, first.headline) ||
      (node.headline === null && !node.isListed && (node.url === null || same(node.url, first.url)))
  )
}

/** The headline, where the page has one: a heading of the first level that is no site's name, or one that the page announces. */
export function mainHeading(page: Page): DomElement | null {
  const known = headings.get(page)
  if (known !== undefined) return known
  const heading =
    [...page.document.querySelectorAll('h1')].find((element) => isHeadline(element, page)) ?? announcedHeading(page)
  headings.set(page, heading)
  return heading
}

const headings = new WeakMap<Page, DomElement | null>()

/** Without a heading of the first level, one that the page announces as its title. */
function announcedHeading(page: Page): DomElement | null {
  const titles = [textOf(page.document.querySelector('title')), page.meta.get('og:title')?.[0] ?? ''].map(
    normaliseForMatch
  )
  const isAnnounced = (text: string): boolean =>
    text.length >= SHORTEST_HEADLINE &&
    text.includes(' ') &&
    titles.some((title) => title.startsWith(text) || title.endsWith(text))
  const headings = [...page.document.querySelectorAll('h2, h3')].slice(0, MOST_VALUES)
  return (
    headings.find((element) => isAnnounced(normaliseForMatch(textOf(element))) && !isSiteName(textOf(element), page)) ??
    null
  )
}

function isHeadline(element: DomElement, page: Page): boolean {
  const text = textOf(element)
  return (
    element.tagName === 'H1' &&
    text.length >= SHORTEST_HEADLINE &&
    !isSiteName(text, page) &&
    headlineBelow(text, page) === null
  )
}

/**
 * The lower heading that is the headline where a first one only names the site: the page's title consists of both, and the lower says more
 * (`Coast Courier | Harbour board kept memo`). Null for any other first heading.
 */
export function headlineBelow(first: string, page: Page): DomElement | null {
  const title = normaliseForMatch(textOf(page.document.querySelector('title')))
  const own = normaliseForMatch(first)
  if (own === '' || title.length <= own.length) return null
  const isOther = (text: string): boolean =>
    text.length > own.length && text.includes(' ') && (title === `${own} ${text}` || title === `${text} ${own}`)
  return (
    [...page.document.querySelectorAll('h2, h3')]
      .slice(0, MOST_VALUES)
      .find((heading) => isOther(normaliseForMatch(textOf(heading)))) ?? null
  )
}

/** Elements in the page's order, those from the headline on first: what stands above belongs to the site, as today's date does. */
export function fromHeadline(page: Page, selector: string): DomElement[] {
  const found = [...page.document.querySelectorAll(selector)]
  const headline = mainHeading(page)
  const at = headline === null ? undefined : orderOf(page).get(headline)
  if (at === undefined) return found
  const behind = found.findIndex((element) => (orderOf(page).get(element) ?? 0) >= at)
  if (behind < 0) return found
  const from = Math.max(0, behind - NEAR)
  return [...found.slice(from), ...found.slice(0, from)]
}

const orders = new WeakMap<Page, ReadonlyMap<DomElement, number>>()

/** The place of each element of the page in its order, as it was when it was first asked for. */
export function orderOf(page: Page): ReadonlyMap<DomElement, number> {
  const known = orders.get(page)
  if (known) return known
  const order = new Map<DomElement, number>()
  const root = page.document.documentElement
  let node: DomNode | null = root
  while (node) {
    if (node.nodeType === ELEMENT) order.set(node as DomElement, order.size)
    if (node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode
    if (!node || node === root) break
    node = node.nextSibling
  }
  orders.set(page, order)
  return order
}

const judged = new WeakMap<DomElement, boolean>()

/** Whether a part's name says that it holds other articles, comments or the like. Parts hold many elements, so it's judged once. */
function isOfOthers(part: DomElement): boolean {
  const known = judged.get(part)
  if (known !== undefined) return known
  const names = `${part.getAttribute('class') ?? ''} ${part.getAttribute('id') ?? ''}`
  const isFooter = part.tagName === 'FOOTER'
  // An article has a footer of its own, and a box for its writers.
  const isOwn = isFooter
    ? part.closest('article, [class*="post" i], [class*="entry" i]') !== null
    : OF_WRITERS.test(names) || OWN_FOOTER.test(names)
  const verdict = (isFooter || ELSEWHERE.test(names)) && !isOwn && !part.querySelector('h1') && !isMostOfPage(part)
  judged.set(part, verdict)
  return verdict
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
