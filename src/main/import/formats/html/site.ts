import type { DomDocument, DomElement } from '../../markup/dom.ts'
import { isArticle, type LdNode } from './json-ld.ts'
import { countWords, normaliseForMatch, oneLine } from '../../extracted/wording.ts'

/** A name of the site, and how sure it is. */
export interface SiteName {
  name: string
  from: string
  detail: string
  confidence: number
}

type Meta = ReadonlyMap<string, readonly string[]>

const META_NAMES: readonly [string, number][] = [
  ['application-name', 0.8],
  ['apple-mobile-web-app-title', 0.76],
  ['dc.publisher', 0.78],
  ['dcterms.publisher', 0.78],
  ['citation_publisher', 0.7],
  ['citation_journal_title', 0.8],
  ['article:publisher', 0.7],
  ['publisher', 0.72],
  ['copyright', 0.55]
]
const LONGEST = 80
const MOST_LINKS = 400
const LONGEST_LOGO = 8
/** What stands between a headline and the site's name in titles. */
export const SEPARATOR =
  /\s+[|│┃❘–—·•»«:⋅›‹~]+\s+|\s*[|»｜]\s*|\s+-{1,2}\s+|\s+::\s+|\s+\/\s+|\s+\||\s*[＿_－]\s*(?=[\u3040-\u30ff\u3400-\u9fff])|(?<=[\u3040-\u30ff\u3400-\u9fff」』】])\s*[:：-]\s*(?=\S{2,14}$)/u

/**
 * Names of the site: as it calls itself in its metadata, in the logo that leads to the home page, and in the title where a part of it spells the
 * host's name.
 */
export function siteNames(document: DomDocument, meta: Meta, ld: readonly LdNode[], host: string): SiteName[] {
  const names: SiteName[] = []
  const add = (name: string | null | undefined, from: string, what: string, confidence: number): void => {
    const clean = oneLine(name ?? '')
      .replace(/^@|^(?:©|copyright|\(c\))\s*(?:\d{4}\s*)?/giu, '')
      .split(/\s+[|•·]\s+/u)[0]!
    if (clean === '' || clean.length > LONGEST || /^https?:|\(@/iu.test(clean) || !/[\p{L}\p{N}]/u.test(clean)) return
    // A site that gives its address as its name has a better one in its logo or title, often.
    const isAddress = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$/iu.test(clean)
    names.push({
      name: clean,
      from,
      detail: `${what}: ${clean}`,
      confidence: isAddress ? confidence - 0.16 : confidence
    })
  }
  add(meta.get('og:site_name')?.[0], 'meta', 'og:site_name', 0.92)
  for (const node of ld.filter(isArticle)) for (const name of node.publisher) add(name, 'json-ld', 'publisher', 0.86)
  for (const [key, confidence] of META_NAMES) add(meta.get(key)?.[0], 'meta', key, confidence)
  for (const node of ld)
    if (node.types.some((type) => /^WebSite$|Organization$/.test(type)))
      add(node.name, 'json-ld', node.types[0] ?? '', 0.68)
  const title = oneLine(document.querySelector('title')?.textContent ?? '')
  for (const part of title.split(SEPARATOR)) if (spellsHost(part, host)) add(part, 'title', 'title', 0.8)
  for (const words of homeLinks(document, host)) {
    if (spellsHost(words, host)) add(words, 'heading', 'logo', 0.78)
    else if (title.split(SEPARATOR).some((part) => normaliseForMatch(part) === normaliseForMatch(words)))
      add(words, 'heading', 'logo', 0.74)
  }
  return names.sort((a, b) => b.confidence - a.confidence)
}

/** Words and pictures' names of the links that lead to the site's first page. */
function homeLinks(document: DomDocument, host: string): string[] {
  const found = new Set<string>()
  for (const link of [...document.querySelectorAll('a[href]')].slice(0, MOST_LINKS)) {
    if (!leadsHome(link, host)) continue
    const words = oneLine(link.textContent ?? '')
    const picture = link.querySelector('img[alt]')?.getAttribute('alt')
    for (const name of [words, oneLine(picture ?? ''), oneLine(link.getAttribute('title') ?? '')])
      if (name !== '' && countWords(name) <= LONGEST_LOGO) found.add(name)
  }
  return [...found]
}

/** True for a link to the first page of the host. */
function leadsHome(link: DomElement, host: string): boolean {
  const href = (link.getAttribute('href') ?? '').trim()
  if (/^(?:\/|\.\/|\/?index\.\w+)$/iu.test(href)) return true
  const address = /^https?:\/\/([^/?#]+)\/?$/iu.exec(href)?.[1]
  return address !== undefined && host !== '' && bare(address) === host
}

/** The host without what its sites' names lack. */
export function bare(host: string): string {
  return host.toLowerCase().replace(/^(?:www\d?|m|amp|mobile|edition)\./u, '')
}

/** `Le Parisien` for `leparisien.fr`, `Exxpress` for `exxpress.at`. */
function spellsHost(words: string, host: string): boolean {
  const letters = normaliseForMatch(words).replaceAll(' ', '')
  if (letters.length < 3 || host === '') return false
  const labels = host
    .split('.')
    .slice(0, -1)
    .filter((label) => !/^(?:co|com|org|net|gov|ac|blog|news)$/u.test(label))
  const spelled = [host, ...labels, labels.join('')].map((label) => plain(label))
  return spelled.includes(plain(letters))
}

/** `ö` and `oe` are one in addresses. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/ä/gu, 'ae')
    .replace(/ö/gu, 'oe')
    .replace(/ü/gu, 'ue')
    .replace(/ß/gu, 'ss')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
