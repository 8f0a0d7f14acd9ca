import type { DomElement } from '../../markup/dom.ts'
import { decodeEntities } from './json-ld.ts'
import { headlineBelow, isSiteName, mainArticles, textOf, type Page } from './page.ts'
import type { Candidate } from '../../metadata/found.ts'
import { isOutlet } from '../../metadata/names.ts'
import { readHeading, type Heading } from './heading.ts'
import { SEPARATOR } from './site.ts'
import { countWords, normaliseForMatch } from '../../extracted/wording.ts'

const MARKED_HEADLINE =
  '[itemprop~="headline"], [itemprop~="name"] h1, h1[itemprop], .entry-title, .post-title, .article-title, .article__title, .headline, [class*="headline" i] h1, h1[class*="title" i], h1[class*="headline" i]'
/** Headings of the second level, which are the headline where the page's title says the same. */
const SECOND =
  'h2[class*="title" i], h2[class*="headline" i], h2[id*="title" i], h3[class*="title" i], [class*="headline" i] h2, article h2, main h2'
const LOGO =
  'nav, footer, aside, [class*="logo" i], [id*="logo" i], [class*="masthead" i], [class*="site-title" i], [class*="site-name" i]'

/**
 * Candidates for a page's headline. The visible headline wins where the page's own title confirms it; else the headline of
 * JSON-LD or og:title, the site's name taken off.
 */
export function titleCandidates(page: Page): Candidate<string>[] {
  const { document, meta } = page
  const rawTitle = textOf(document.querySelector('head title') ?? document.querySelector('title'))
  const social = first(meta, [
    'og:title',
    'twitter:title',
    'dc.title',
    'dcterms.title',
    'citation_title',
    'parsely-title',
    'sailthru.title',
    'headline',
    'title'
  ])
  const articles = mainArticles(page)
  const headline = articles.map((node) => node.headline ?? node.name).find((value) => value !== null) ?? null
  const announced = [headline, social?.value ?? null, rawTitle].filter(
    (value) => value !== null && value !== ''
  ) as string[]

  const shownAs = (element: DomElement): string => shownForm(readHeading(element), announced, page)
  const visible = [...document.querySelectorAll('h1')]
    .filter((element) => element.closest(LOGO) === null && !leadsHome(element))
    .map(shownAs)
  const marked = [...document.querySelectorAll(MARKED_HEADLINE)]
    .filter((element) => !leadsHome(element))
    .slice(0, MOST_MARKED)
    .map(shownAs)
  const below = visible.flatMap((text) => headlineBelow(text, page) ?? [])
  const headings = visible.filter(
    (text) => text !== '' && text.length < 320 && !isSiteName(text, page) && headlineBelow(text, page) === null
  )
  const candidates: Candidate<string>[] = []
  const add = (value: string, from: string, detail: string, confidence: number): void => {
    const text = value.replace(/[\u00AD\u200B\u2060\uFEFF]/gu, '')
    if (text === '' || text.length >= 400) return
    // The site's name is the title of its first page only.
    candidates.push({
      value: text,
      from,
      detail,
      confidence: isSiteName(text, page) && countWords(text) <= 4 ? confidence * OF_SITE : confidence
    })
  }

  const confirmed = headings.filter((text) => isConfirmed(text, announced)).sort((a, b) => b.length - a.length)
  confirmed.forEach((text, index) =>
    add(text, 'heading', `h1: ${text}`, (isWhole(text, announced, page) ? 0.97 : 0.86) - index * 0.05)
  )
  const titles = announced
    .map((title) => withoutSite(decodeEntities(title), page))
    .filter((title) => !isSiteName(title, page))
  const second = [...document.querySelectorAll(SECOND)].slice(0, MOST_MARKED).filter((element) => !leadsHome(element))
  for (const element of second) {
    const text = shownAs(element)
    if (titles.some((title) => normaliseForMatch(title) === normaliseForMatch(text))) add(text, 'heading', text, 0.9)
  }
  for (const element of below) add(shownAs(element), 'heading', `h2: ${shownAs(element)}`, 0.9)
  for (const text of marked) if (isConfirmed(text, announced)) add(text, 'heading', text, 0.93)
  for (const text of [...headings, ...marked]) if (isNear(text, announced)) add(text, 'heading', text, 0.595)
  const [heading] = headings
  if (
    heading !== undefined &&
    countWords(heading) >= 3 &&
    (headings.length === 1 || titles.length === 0) &&
    headline === null
  )
    // Without a title for sharing, a heading that the page's title doesn't hold is a slogan or a section more often.
    add(heading, 'heading', `h1: ${heading}`, social !== null || titles.length === 0 ? 0.515 : 0.46)
  if (headline !== null) add(withoutSite(decodeEntities(headline), page), 'json-ld', `headline: ${headline}`, 0.51)
  if (social !== null)
    add(withoutSite(decodeEntities(social.value), page), 'meta', `${social.key}: ${social.value}`, 0.49)
  add(withoutSite(rawTitle, page), 'title', rawTitle, 0.47)
  for (const text of headings.slice(0, 2)) add(text, 'heading', `h1: ${text}`, 0.4)
  const other = [...document.querySelectorAll('h2')].find(
    (element) => element.closest(LOGO) === null && !leadsHome(element)
  )
  if (other) add(readHeading(other).text, 'heading', 'h2', 0.3)
  // A title that was cut off stands in full elsewhere.
  return candidates.filter(({ value }) => !isCutOff(value, candidates))
}

/** Confidence of the site's name as a title. */
const OF_SITE = 0.4
const MOST_MARKED = 12

/**
 * The form of a heading that the page announces as its title. Where a style sets its parts apart, the announced form has the marks between them.
 */
function shownForm(heading: Heading, announced: readonly string[], page: Page): string {
  const { text, bare, hasParts } = heading
  const titles = announced.map((title) => withoutSite(decodeEntities(title), page))
  const same = titles.find((title) => normaliseForMatch(title) === normaliseForMatch(text))
  // Capitals are a matter of style, too.
  const isInCapitals = text === text.toUpperCase() && text !== text.toLowerCase()
  if (same !== undefined) return hasParts || (isInCapitals && same !== same.toUpperCase()) ? same : text
  if (bare !== null && titles.some((title) => normaliseForMatch(title) === normaliseForMatch(bare))) return bare
  if (bare !== null && isNear(bare, announced) && !isConfirmed(text, announced)) return bare
  return text
}

/** True for a heading that leads to a site's first page: the site's name, as blogs show it above each post. */
function leadsHome(heading: DomElement): boolean {
  const href = heading.querySelector('a[href]')?.getAttribute('href')?.trim() ?? ''
  return href === '/' || /^(?:https?:)?\/\/[^/?#]+\/?$/i.test(href)
}

const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff]/u
const CUT_OFF = /\s*(?:…|\.\.\.)$/u

function isCutOff(value: string, candidates: readonly Candidate<string>[]): boolean {
  if (!CUT_OFF.test(value)) return false
  const start = normaliseForMatch(value.replace(CUT_OFF, ''))
  return candidates.some(
    (other) =>
      !CUT_OFF.test(other.value) &&
      !other.value.includes(value) &&
      normaliseForMatch(other.value).startsWith(start) &&
      normaliseForMatch(other.value) !== start
  )
}

/** True when the words are a good part of a title, the site's name aside, or its beginning: a part behind is the site's or a section's. */
function isWhole(text: string, announced: readonly string[], page: Page): boolean {
  const words = normaliseForMatch(text)
  return announced.some((title) => {
    const whole = normaliseForMatch(withoutSite(decodeEntities(title), page))
    return whole.includes(words) && (words.length > whole.length * 0.4 || whole.startsWith(words))
  })
}

/** The outlet that stands behind the headline in a page's title, where the page doesn't name its site otherwise. */
export function outletInTitle(page: Page): string | null {
  const parts = textOf(page.document.querySelector('title')).split(SEPARATOR)
  const last = parts.length > 1 ? parts.at(-1)! : ''
  return page.site.length === 0 && isOutlet(last) && countWords(last) <= 4 ? last : null
}

/** What old blogs put before each headline: `Blog Archive » Headline`. */
const ARCHIVE = /^(?:»\s*)?blog[- ]?archiv[eo]?s?\s*[»:›–-]\s*(?=\S)/iu

/** Takes `| Northern Courier` or `Northern Courier:` off a title: the site's name, its host, or what looks like one. */
export function withoutSite(title: string, page: Page): string {
  let text = title.trim().replace(ARCHIVE, '')
  for (let round = 0; round < 3; round++) {
    const parts = text.split(SEPARATOR)
    if (parts.length < 2) break
    const last = parts.at(-1)!
    const start = parts[0]!
    if (isSitePart(last, page))
      text = text.slice(0, text.lastIndexOf(last)).replace(/[\s|│┃❘–—·•»«:：⋅›‹~_＿｜－/-]+$/u, '')
    else if (isSitePart(start, page))
      text = text.slice(text.indexOf(start) + start.length).replace(/^[\s|│┃❘–—·•»«:⋅›‹~/-]+/u, '')
    else break
  }
  // Chinese sites put the section between headline and name.
  if (text !== title.trim() && UNSPACED.test(text)) text = text.split(/[_＿]/u)[0]!
  return (text === '' ? title.trim() : text).replace(ARCHIVE, '')
}

function isSitePart(part: string, page: Page): boolean {
  const words = normaliseForMatch(part)
  const joined = words.replaceAll(' ', '')
  if (joined === '') return true
  if (isSiteName(part, page)) return true
  const host = normaliseForMatch(page.host).replaceAll(' ', '')
  const name = normaliseForMatch(page.host.split('.').slice(0, -1).join(' ')).replaceAll(' ', '')
  if (name.length > 3 && joined.length > 2 && (host.includes(joined) || joined.includes(name))) return true
  // `Headline - Harbour Post` on a page that doesn't name its site.
  if (page.site.length === 0 && isOutlet(part) && countWords(part) <= 4) return true
  return page.site.some((site) => {
    const known = normaliseForMatch(site.name)
    return (
      known !== '' &&
      ((words.length > 3 && known.includes(words)) || (words.includes(known) && words.length < known.length + 25))
    )
  })
}

/** The words stand whole in what the page announces as its title. */
function isConfirmed(text: string, announced: readonly string[]): boolean {
  const words = normaliseForMatch(text)
  return (
    words.length > 6 &&
    announced.some((title) => ` ${normaliseForMatch(decodeEntities(title))} `.includes(` ${words} `))
  )
}

function isNear(text: string, announced: readonly string[]): boolean {
  if (countWords(text) < 3) return false
  const words = new Set(normaliseForMatch(text).split(' '))
  return announced.some((title) => {
    const others = new Set(normaliseForMatch(decodeEntities(title)).split(' '))
    const shared = [...words].filter((word) => others.has(word)).length
    const enough =
      shared >= 0.6 * Math.min(words.size, others.size) && shared >= 0.35 * Math.max(words.size, others.size)
    return enough && shared >= 2
  })
}

function first(
  meta: ReadonlyMap<string, readonly string[]>,
  keys: readonly string[]
): { key: string; value: string } | null {
  for (const key of keys) {
    const value = meta.get(key)?.[0]
    if (value !== undefined) return { key, value }
  }
  return null
}
