import { findDates } from '../dates.ts'
import type { DomElement } from './dom.ts'
import type { Candidate } from '../found.ts'
import { afterByline, cleanName, isOutlet, isPerson, readNames } from '../names.ts'
import { isArticle, isWebPage } from './json-ld.ts'
import { isSiteName, partsOf, placeOf, textOf, type Page } from './page.ts'
import { normaliseForMatch, oneLine } from '../wording.ts'

const MOST_AUTHORS = 8
const SURE = 0.8
const META_KEYS =
  'author article:author dc.creator dcterms.creator dc.contributor citation_author parsely-author sailthru.author byl dcsext.author og:author og:article:author book:author cxenseparse:author article_author authors rbauthors bt:author'.split(
    ' '
  )
/** Places in a page where the writer stands, the surest first, with how many of each to read. */
const PLACES: readonly { selector: string; most: number; confidence: number }[] = [
  { selector: '[itemprop~="author"] [itemprop~="name"]', most: 4, confidence: 0.88 },
  { selector: '[itemprop~="author"]', most: 2, confidence: 0.85 },
  { selector: 'a[rel~="author"]', most: 4, confidence: 0.86 },
  {
    selector:
      '[class~="byline"] a, .author-name, .author a, .vcard .fn, .post-author a, .entry-author a, .author__name, .article-author, .article__author, [class*="author-name" i], [class*="authorName" i], [class*="author_name" i], [class*="byline" i] a, [data-testid*="author" i]',
    most: 3,
    confidence: 0.8
  },
  {
    selector:
      '.byline, [class*="byline" i], .autor, .author, [class*="author" i] a, a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[href*="/autoren/"], a[href*="/auteur/"]',
    most: 2,
    confidence: 0.72
  },
  {
    selector:
      'a[href*="/editors/"], a[href*="/editor/"], a[href*="/staff/"], a[href*="/profile/"], a[href*="/reporters/"], a[href*="/contributors/"], a[href*="/contributor/"], a[href*="/journalists/"], a[href*="/journalist/"], a[href*="/by/"], a[href*="/columnists/"], a[href*="/writers/"], a[href*="/auteurs/"], a[href*="/autores/"], a[href*="/autore/"], a[href*="/redaktion/"]',
    most: 2,
    confidence: 0.66
  },
  {
    selector:
      '[class*="author" i]:not([class*="authorit" i]), [id*="author" i]:not([id*="authorit" i]), [class*="autor" i], [class*="writer" i], [class*="signature" i]',
    most: 2,
    confidence: 0.6
  }
]

const OF_TOPICS = /(?:^|[\s_-])(?:category|categories|tags?|topics?)(?:$|[\s_-])/iu
const LONGEST_NAMES = 160

/** True for a link to a section or topic among the writers' names. */
function isTopic(element: DomElement): boolean {
  const around = element.parentElement
  const parts = around && textOf(around).length <= LONGEST_NAMES ? [element, around] : [element]
  return parts.some((part) => OF_TOPICS.test(`${part.getAttribute('class') ?? ''} ${part.getAttribute('rel') ?? ''}`))
}

/** Candidates for a page's authors: people only, no organisation, handle or role. */
export function authorCandidates(page: Page): Candidate<string[]>[] {
  const candidates: Candidate<string[]>[] = []
  const add = (raw: readonly string[], from: string, what: string, confidence: number): void => {
    const names = peopleIn(raw, page)
    if (names.length === 0) return
    const plausible = names.every((name) => isPerson(name)) ? confidence : confidence - 0.08
    candidates.push({
      value: names.slice(0, MOST_AUTHORS),
      from,
      detail: `${what}: ${raw.join(', ')}`,
      confidence: plausible
    })
  }
  for (const node of page.ld.filter(isArticle)) add(node.authors, 'json-ld', 'author', 0.92)
  for (const node of page.ld.filter((entry) => isWebPage(entry) && !isArticle(entry)))
    add(node.authors, 'json-ld', 'author', 0.84)
  for (const key of META_KEYS) add(page.meta.get(key) ?? [], 'meta', key, 0.91)
  for (const { selector, most, confidence } of PLACES) {
    const { texts, beside } = visibleTexts(page, selector, most)
    add(texts, 'byline', 'byline', beside ? confidence - 0.15 : confidence)
    // What is less sure and of the same kind would add nothing.
    if (candidates.some((known) => known.from === 'byline' && known.confidence >= SURE)) break
  }
  const written = candidates.some((known) => known.confidence >= SURE) ? null : writtenByline(page)
  if (written !== null) add([written], 'text', 'byline', 0.55)
  return candidates
}

/** The first such place and those right beside it: further ones belong to other articles. */
function visibleTexts(page: Page, selector: string, most: number): { texts: string[]; beside: boolean } {
  const texts: string[] = []
  let first: DomElement | null = null
  let beside = false
  for (const element of [...page.document.querySelectorAll(selector)].slice(0, 200)) {
    if (texts.length === most) break
    const text = nameText(element)
    if (text === '' || text.length > LONGEST_NAMES || readNames(text).people.length === 0) continue
    if (isTopic(element)) continue
    const place = placeOf(element)
    if (place === 'elsewhere' || (first && !areNear(first, element))) continue
    first ??= element
    beside ||= place === 'beside'
    if (!texts.includes(text)) texts.push(text)
  }
  return { texts, beside }
}

function areNear(first: DomElement, other: DomElement): boolean {
  const group = first.parentElement?.parentElement?.parentElement ?? first.parentElement
  if (!group || group.tagName === 'BODY' || (group.textContent ?? '').length > 600)
    return first.parentElement === other.parentElement
  for (let part: DomElement | null = other; part; part = part.parentElement) if (part === group) return true
  return false
}

function nameText(element: DomElement): string {
  const content = element.getAttribute('content')
  return content !== null && element.tagName === 'META' ? oneLine(content) : partsOf(element)
}

function peopleIn(raw: readonly string[], page: Page): string[] {
  const people: string[] = []
  for (const words of raw) {
    if (/^https?:/i.test(words) || /\b(?:min(?:ute)?s? read|lesezeit)\b/i.test(words)) continue
    for (const name of readNames(words).people) {
      if (isSiteName(name, page) || isSiteName(name.split('.')[0]!, page)) continue
      if (!people.some((known) => normaliseForMatch(known) === normaliseForMatch(name))) people.push(name)
    }
  }
  // Where people stand beside single words, the words are places or handles.
  return people.some(isPerson) ? people.filter(isPerson) : people
}

const OTHER_CREDIT = /photo|image|illustration|video|foto|bild|sponsored|powered|translated|reviewed|search|comment/iu
const INNER_BYLINE = /(?<!\p{L})(?:by|von|par|por)\s+((?:\p{Lu}[\p{L}.'’-]+\s+){1,3}\p{Lu}[\p{L}'’-]+)(?!\p{L})/u

/** `By Tove Lind` in the first lines of the page's text. */
function writtenByline(page: Page): string | null {
  for (const element of [
    ...page.document.querySelectorAll('p, span, div, small, em, i, b, strong, address, cite, li, td')
  ].slice(0, 1200)) {
    if (element.children.length > 3) continue
    const text = partsOf(element)
    if (text.length < 6 || text.length > 160) continue
    if (OTHER_CREDIT.test(text)) continue
    const named = afterByline(text) ?? (findDates(text).length > 0 ? (INNER_BYLINE.exec(text)?.[1] ?? null) : null)
    if (named === null || placeOf(element) === 'elsewhere') continue
    const name = cleanName(named)
    if (name !== null && (isPerson(name) || isPerson(readNames(named).people[0] ?? '')) && !isOutlet(name)) return named
  }
  return null
}
