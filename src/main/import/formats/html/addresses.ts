import type { DomDocument } from '../../markup/dom.ts'
import type { Candidate } from '../../metadata/found.ts'
import { webAddress } from '../../metadata/findings.ts'
import type { LdNode } from './json-ld.ts'
import { isArchive, unwrapped, type SavedCopy } from './saved.ts'

/** Addresses of a page, the surest first. */
export interface Addresses {
  /** Where the copy came from. */
  url: Candidate<string>[]
  /** What the page names as its own. */
  canonicalUrl: Candidate<string>[]
}

/**
 * The address that a copy came from, as its saver or the user says, and the one that the page names as its own; when nobody says where a copy came
 * from, the page's own stands for it. Addresses within a web archive stand for those of the archived pages in what the page says of itself.
 */
export function findAddresses(
  document: DomDocument,
  meta: ReadonlyMap<string, readonly string[]>,
  articles: readonly LdNode[],
  copy: SavedCopy,
  hintUrl: string | null
): Addresses {
  const url = [...copy.url]
  const given = hintUrl === null ? null : webAddress(hintUrl)
  if (given !== null)
    url.push({ value: given, from: 'url', detail: `given with the file: ${hintUrl}`, confidence: 0.95 })
  const baseHref = document.querySelector('base')?.getAttribute('href')
  const base = baseHref == null ? null : webAddress(baseHref)
  const origin = url[0]?.value ?? base ?? undefined

  const raw = [
    {
      raw: document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'),
      what: 'link rel=canonical',
      sure: 0.95
    },
    { raw: meta.get('og:url')?.[0], what: 'og:url', sure: 0.9 },
    { raw: articles[0]?.url, what: 'json-ld url', sure: 0.85 },
    { raw: meta.get('twitter:url')?.[0], what: 'twitter:url', sure: 0.7 }
  ]
  const own = raw.flatMap(({ raw: written, what, sure }) => {
    const value = written == null ? null : resolve(written, origin)
    if (written == null || value === null) return []
    const from = what.startsWith('link') ? 'link' : what.startsWith('json') ? 'json-ld' : 'meta'
    return [{ value, from, detail: `${what}: ${written}`, confidence: sure }]
  })
  // An address of the home page, where another goes further, is a mistake of the site's template.
  const deep = [...own, ...url].some(({ value }) => !isHome(unwrapped(value).address))
  const canonicalUrl = own.map((entry) => (deep && isHome(entry.value) ? { ...entry, confidence: 0.3 } : entry))
  // The archived or cached address holds the page's own.
  for (const { value, detail } of url) {
    const { address } = unwrapped(value)
    if (address !== value) canonicalUrl.push({ value: address, from: 'url', detail, confidence: 0.65 })
  }
  if (base !== null && url.length === 0 && !isHome(base))
    url.push({ value: base, from: 'link', detail: `base: ${baseHref}`, confidence: 0.5 })
  for (const entry of canonicalUrl) url.push({ ...entry, confidence: entry.confidence * 0.75 })
  const surest = (a: Candidate<string>, b: Candidate<string>): number => b.confidence - a.confidence
  return { url: url.sort(surest), canonicalUrl: canonicalUrl.sort(surest) }
}

function resolve(written: string, origin: string | undefined): string | null {
  const text = written.trim()
  if (text === '') return null
  const inArchive = origin !== undefined && unwrapped(origin).address !== origin
  const absolute = /^https?:/i.test(text) || origin === undefined || !URL.canParse(text, origin)
  // An archive rewrites a path to one of its own; what it left alone belongs to the archived site.
  const within = inArchive && !text.startsWith('/web/') ? unwrapped(origin).address : origin
  const address = webAddress(absolute ? text : new URL(text, within).href)
  if (address === null) return null
  const { address: inner } = unwrapped(address)
  // An archive's short address names the copy, not the page.
  return inner === address && isArchive(address) ? null : inner
}

function isHome(address: string): boolean {
  const { pathname, search } = new URL(address)
  return pathname === '/' && search === ''
}
