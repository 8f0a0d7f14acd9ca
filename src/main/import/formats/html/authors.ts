import { agencyNamed } from '../../metadata/agencies.ts'
import { readCreditLine } from '../../metadata/credits.ts'
import { findDates } from '../../metadata/dates.ts'
import type { DomElement } from '../../markup/dom.ts'
import type { Candidate } from '../../metadata/found.ts'
import {
  afterByline,
  isInstitution,
  isLikelyPerson,
  isOutlet,
  isPerson,
  isRole,
  isTradeSurname,
  isWriter
} from '../../metadata/names.ts'
import { cleanName, readNames } from '../../metadata/bylines.ts'
import { headlineZone, type HeadlineZone } from './headline-zone.ts'
import { isArticle, isWebPage, type LdNode } from './json-ld.ts'
import { fromHeadline, isSiteName, mainArticles, mainHeading, partsOf, placeOf, textOf, type Page } from './page.ts'
import { sectionNames } from './sections.ts'
import { normaliseForMatch, oneLine } from '../../extracted/wording.ts'

const MOST_AUTHORS = 8
/** Enough to look no further: the class names of bylines. */
const SURE = 0.64
/** `By` before a name. */
const MARKED = 0.06
/** Between headline and text. */
const NEAR = 0.08
/** Names of accounts and single words want a look, and so do names that the page doesn't show. */
const DOUBTFUL = 0.5
const UNSEEN = 0.595
/** What is less sure than this is wrong more often than right. */
const LEAST = 0.43
const LIKELY = 0.56
const META_KEYS =
  'author article:author dc.creator dcterms.creator dc.contributor citation_author parsely-author sailthru.author byl dcsext.author og:author og:article:author book:author cxenseparse:author article_author authors rbauthors bt:author'.split(
    ' '
  )
/** Places in a page where the writer stands, the surest first, with how many of each to read. */
const PLACES: readonly { selector: string; most: number; confidence: number }[] = [
  { selector: '[itemprop~="author"] [itemprop~="name"]', most: 8, confidence: 0.76 },
  { selector: '[itemprop~="author"]', most: 8, confidence: 0.74 },
  { selector: 'a[rel~="author"]', most: 8, confidence: 0.75 },
  {
    selector:
      '[class~="byline"] a, .author-name, .author a, .vcard .fn, .post-author a, .entry-author a, .author__name, .article-author, .article__author, [class*="author-name" i], [class*="authorName" i], [class*="author_name" i], [class*="byline" i] a, [data-testid*="author" i]',
    most: 8,
    confidence: 0.66
  },
  {
    selector:
      '.byline, [class*="byline" i], .autor, .author, [class*="author" i] a, a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[href*="/autoren/"], a[href*="/auteur/"]',
    most: 6,
    confidence: 0.59
  },
  {
    selector:
      'a[href*="/editors/"], a[href*="/editor/"], a[href*="/staff/"], a[href*="/profile/"], a[href*="/reporters/"], a[href*="/contributors/"], a[href*="/contributor/"], a[href*="/journalists/"], a[href*="/journalist/"], a[href*="/by/"], a[href*="/columnists/"], a[href*="/writers/"], a[href*="/auteurs/"], a[href*="/autores/"], a[href*="/autore/"], a[href*="/redaktion/"]',
    most: 2,
    confidence: 0.54
  },
  {
    selector:
      '[class*="author" i]:not([class*="authorit" i]), [id*="author" i]:not([id*="authorit" i]), [class*="autor" i], [class*="writer" i], [class*="signature" i]',
    most: 2,
    confidence: 0.5
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

/** A link of one word to a part of the site that is called so: `<a href="/world/">World</a>`. */
function leadsToSection(element: DomElement, text: string): boolean {
  const href = element.getAttribute('href') ?? element.querySelector('a[href]')?.getAttribute('href') ?? ''
  const path = href.replace(/^https?:\/\/[^/]*/iu, '').replace(/[?#].*$/u, '')
  const parts = path.split('/').filter(Boolean)
  return (
    parts.length > 0 &&
    parts.length <= 2 &&
    !/auth?or|autor|writer|people|person|profile|user|member|staff|by/iu.test(parts[0]!) &&
    /^\p{L}+$/u.test(text) &&
    normaliseForMatch(parts.at(-1)!.replace(/\.\w+$/u, '')) ===
      normaliseForMatch(text.normalize('NFD').replace(/\p{M}/gu, ''))
  )
}

/** Candidates for a page's authors: people only, no organisation or role; names of accounts are doubtful. */
export function authorCandidates(page: Page): Candidate<string[]>[] {
  const candidates: Candidate<string[]>[] = []
  const others = new Set(sectionNames(page).map(normaliseForMatch))
  const zone = headlineZone(page)
  const shown = normaliseForMatch(page.document.body.textContent ?? '')
  const add = (
    raw: readonly string[],
    from: string,
    what: string,
    sure: number,
    persons: readonly string[] = []
  ): void => {
    const names = peopleIn(raw, page, persons).filter((name) => !others.has(normaliseForMatch(name)))
    if (names.length === 0) return
    const isSeen = names.every((name) => shown.includes(normaliseForMatch(name)))
    const isNamed = names.every((name) => isWriter(name) || (persons.includes(name) && name.includes(' ')))
    // A single word that the page doesn't show is an account's name, or the site's.
    if (!isSeen && !isNamed) return
    const confidence = isSeen ? sure : Math.min(sure, from === 'json-ld' ? UNSEEN : UNSEEN - 0.02)
    const shownSure = isNamed ? confidence : Math.min(confidence - 0.08, DOUBTFUL)
    if (shownSure < LEAST) return
    candidates.push({
      value: names.slice(0, MOST_AUTHORS),
      from,
      detail: `${what}: ${raw.join(', ')}`,
      confidence: shownSure
    })
  }
  const articles = mainArticles(page).filter((node) => node.authors.length > 0)
  add(
    distinct(articles.flatMap((node) => node.authors)),
    'json-ld',
    'author',
    0.92,
    articles.flatMap((node) => node.persons)
  )
  for (const node of page.ld.filter((entry) => isWebPage(entry) && !isArticle(entry)))
    add(node.authors, 'json-ld', 'author', 0.84, node.persons)
  for (const key of META_KEYS) add(page.meta.get(key) ?? [], 'meta', key, 0.91)
  for (const { selector, most, confidence } of PLACES) {
    const { texts, beside, near } = visibleTexts(page, selector, most, zone)
    // In places that hold other things more often, only first and last names are taken for a writer's.
    const names = confidence < LIKELY ? texts.filter((text) => peopleIn([text], page, []).every(isPerson)) : texts
    const marked = names.some((text) => afterByline(text) !== null) ? MARKED : 0
    add(names, 'byline', 'byline', (beside ? confidence - 0.12 : near ? confidence + NEAR : confidence) + marked)
    // What is less sure and of the same kind would add nothing.
    if (candidates.some((known) => known.from === 'byline' && known.confidence >= SURE)) break
  }
  const written = candidates.some((known) => known.confidence >= SURE) ? null : writtenByline(page)
  if (written !== null) add([written], 'text', 'byline', 0.52)
  const dated = candidates.length > 0 ? [] : besideDate(page, zone)
  if (dated.length > 0) add(dated, 'dateline', 'beside the date', 0.51)
  const [owner, ...otherOwners] = distinct(page.ld.filter(isOnePerson).map((node) => node.name ?? ''))
  if (owner !== undefined && otherOwners.length === 0) add([owner], 'json-ld', 'Person', 0.49, [owner])
  return candidates
}

/** A page of one person's site describes that person beside its articles. */
function isOnePerson({ types, name, isListed }: LdNode): boolean {
  return !isListed && types.includes('Person') && name !== null
}

/** The people of a line between headline and text that holds a date and names only: `25.10.2031 - Tove Lind`. */
function besideDate(page: Page, zone: HeadlineZone): string[] {
  for (const element of fromHeadline(page, 'p, span, div, small, em, i, time, li, td').slice(0, MOST_LINES)) {
    if (element.children.length > 4 || (element.textContent ?? '').length > LONGEST_LINE) continue
    if (!zone.holds(element) || zone.isTeaser(element) || isOfPicture(element)) continue
    const credit = readCreditLine(partsOf(element))
    if (credit === null || credit.dates.length === 0 || credit.outlets.length > 0) continue
    const people = credit.people.length > 0 ? credit.people : credit.undecided
    // A link leads to a section or a topic as often as to a writer.
    if (credit.people.length === 0 && element.querySelector('a') !== null) continue
    if (people.length > 0 && people.every(isLikelyPerson)) return people
  }
  return []
}

const MOST_LINES = 400
const LONGEST_LINE = 160

const distinct = (names: readonly string[]): string[] => [...new Set(names)]

/** The first such place and those right beside it: further ones belong to other articles. */
function visibleTexts(
  page: Page,
  selector: string,
  most: number,
  zone: HeadlineZone
): { texts: string[]; beside: boolean; near: boolean } {
  const texts: string[] = []
  let first: DomElement | null = null
  let beside = false
  for (const element of fromHeadline(page, selector).slice(0, 200)) {
    if (texts.length === most) break
    const text = nameText(element)
    if (text === '' || text.length > LONGEST_NAMES || readNames(text, true).people.length === 0) continue
    if (isTopic(element) || leadsToSection(element, text) || isOfPicture(element)) continue
    const place = placeOf(element)
    if (place === 'elsewhere' || (first && !areNear(first, element))) continue
    first ??= element
    beside ||= place === 'beside'
    if (!texts.includes(text)) texts.push(text)
  }
  return { texts, beside, near: first !== null && zone.holds(first) }
}

function areNear(first: DomElement, other: DomElement): boolean {
  const group = first.parentElement?.parentElement?.parentElement ?? first.parentElement
  if (!group || group.tagName === 'BODY' || (group.textContent ?? '').length > 600)
    return first.parentElement === other.parentElement
  for (let part: DomElement | null = other; part; part = part.parentElement) if (part === group) return true
  return false
}

const OF_PICTURE = /caption|licen[cs]e|(?:photo|image|picture|bild|foto)-?_?(?:credit|author|source|autor|by)/iu

/** True for who made a picture, or whose licence it has. */
function isOfPicture(element: DomElement): boolean {
  if (element.closest('figure, figcaption, picture') !== null) return true
  return [element, element.parentElement, element.firstElementChild].some((part) =>
    OF_PICTURE.test(part?.getAttribute('class') ?? '')
  )
}

function nameText(element: DomElement): string {
  const content = element.getAttribute('content')
  return content !== null && element.tagName === 'META' ? oneLine(content) : partsOf(element)
}

function peopleIn(raw: readonly string[], page: Page, persons: readonly string[]): string[] {
  const people: string[] = []
  for (const words of raw) {
    if (/^https?:/i.test(words) || /\b(?:min(?:ute)?s? read|lesezeit)\b/i.test(words)) continue
    const read = readNames(words, true)
    // What the page's data call a person is one, whatever the name looks like.
    const believed = persons.includes(words) ? read.outlets.filter(isBelievable) : []
    for (const name of [...read.people, ...believed]) {
      const isSites = [name, name.split('.')[0]!, name.replace(FROM, '')].some((words) => isSiteName(words, page))
      if ((isSites && !isNamesake(name, page)) || isInstitution(name) || isOfSite(name, page)) continue
      if (!people.some((known) => normaliseForMatch(known) === normaliseForMatch(name))) people.push(name)
    }
  }
  // Where people stand beside single words, the words are places or handles.
  const writers = people.filter((name) => isWriter(name) || persons.includes(name))
  return writers.length > 0 ? writers : people
}

/** First and last name of which only the last is a word of outlets, too. */
function isBelievable(name: string): boolean {
  const words = name.split(' ')
  const last = words.pop() ?? ''
  return words.length > 0 && isPerson(`${words.join(' ')} Xy`) && !isRole(last) && agencyNamed(name) === null
}

/** A site may be called as its only writer is: `tovelind.example` by Tove Lind. */
function isNamesake(name: string, page: Page): boolean {
  const letters = (text: string): string =>
    normaliseForMatch(text.normalize('NFD').replace(/\p{M}/gu, '')).replaceAll(' ', '')
  return isPerson(name) && letters(page.host).includes(letters(name))
}

/** `Do Courier`, `Von der Redaktion`: what the site itself wrote. */
const FROM = /^(?:do|da|del|de|di|from|von|vom|der|die|das|the|by|por|par)\s+/iu

/** `Newsnet Editor` on the site Newsnet is no person with a surname of the trade. */
function isOfSite(name: string, page: Page): boolean {
  return isTradeSurname(name) && isSiteName(name.slice(0, name.lastIndexOf(' ')), page)
}

const OTHER_CREDIT = /photo|image|illustration|video|foto|bild|sponsored|powered|translated|reviewed|search|comment/iu
const INNER_BYLINE = /(?<!\p{L})(?:by|von|par|por)\s+((?:\p{Lu}[\p{L}.'’-]+\s+){1,3}\p{Lu}[\p{L}'’-]+)(?!\p{L})/u

const MENU = 'nav, [class*="menu" i], [id*="menu" i]'

/** `Auf den Spuren | von Tove Lind`: a part of the headline. */
function isInHeadline(text: string, page: Page): boolean {
  const headline = normaliseForMatch(textOf(mainHeading(page)))
  return headline !== '' && headline.includes(normaliseForMatch(text))
}

/** `By Tove Lind` in the first lines of the page's text. */
function writtenByline(page: Page): string | null {
  for (const element of [
    ...page.document.querySelectorAll('p, span, div, small, em, i, b, strong, address, cite, li, td')
  ].slice(0, 1200)) {
    if (element.children.length > 3) continue
    const text = partsOf(element)
    if (text.length < 6 || text.length > 160) continue
    if (OTHER_CREDIT.test(text) || /:$/u.test(text) || element.closest(MENU) !== null) continue
    const named = afterByline(text) ?? (findDates(text).length > 0 ? (INNER_BYLINE.exec(text)?.[1] ?? null) : null)
    if (named === null || placeOf(element) === 'elsewhere') continue
    const name = cleanName(named)
    const [first = name ?? ''] = readNames(named, true).people
    if (name !== null && isWriter(first) && !isOutlet(name) && !isInHeadline(text, page)) return named
  }
  return null
}
