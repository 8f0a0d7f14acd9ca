import { dayInUrl, dayOf, daysBetween, findDates, isoDay, readDate, roleBefore } from '../../metadata/dates.ts'
import type { DomElement } from '../../markup/dom.ts'
import type { Candidate } from '../../metadata/found.ts'
import { readsDayFirst } from '../../metadata/language.ts'
import { headlineZone, type HeadlineZone } from './headline-zone.ts'
import { isArticle, isWebPage } from './json-ld.ts'
import { fromHeadline, mainArticles, partsOf, placeOf, textOf, type Page } from './page.ts'

const PUBLISHED_KEYS =
  'article:published_time article:published og:article:published_time og:published_time datepublished date_published publish-date publish_date publishdate pubdate published_time_telegram parsely-pub-date sailthru.date dc.date.issued dcterms.issued dcterms.created dc.date.created dcterms.date dc.date citation_publication_date citation_online_date citation_date cxenseparse:recs:publishtime rnews:datepublished originalpublicationdate article.published published-date published_date datecreated article:post_date displaydate vr:published_time article_date_original date-published prism.publicationdate shareaholic:article_published_time analyticsattributes.articledate bt:pubdate doc_date release_date pub_date publication_date publicationdate date created timestamp'.split(
    ' '
  )
/** General names that sites use for the day of the last build as well. */
const VAGUE_KEYS = new Set(['date', 'created', 'timestamp', 'datecreated', 'dc.date', 'dcterms.date'])
const MODIFIED_KEYS =
  'article:modified_time article:modified og:updated_time og:article:modified_time last-modified lastmod modified dc.date.modified dcterms.modified datemodified date_modified revised updated_time'.split(
    ' '
  )
const MARKED_TIME =
  'time[pubdate], time.published, time.entry-date, abbr.published, .entry-date[datetime], time[class*="publish" i], .dt-published, [class*="published" i] time, time[itemprop~="datePublished"]'
const DATED_PLACES =
  '[class*="date" i], [id*="date" i], [class*="datum" i], [id*="datum" i], [class*="publish" i], [class*="time" i], [class*="meta" i], [class*="byline" i], [class*="posted" i], [class*="info" i], [class*="fecha" i], [class*="submitted" i], abbr[title]'
const LINES = 'h1, h2, h3, h4, p, span, div, li, dt, dd, td, small, em, i, b, strong, font, a, nobr, abbr'
/** What others wrote, shown within an article. */
const EMBEDDED = 'blockquote, [class*="instagram" i], [class*="twitter" i], [class*="tweet" i], [class*="embed" i]'
const LONGEST_EMBEDDED = 3000
const DAY_FIRST = /(?<!\d)(0?[1-9]|[12]\d|3[01])[-.](0?[1-9]|1[0-2])[-.](20\d\d)(?!\d)/u
const SCRIPT_DATE =
  /"(datePublished|published_?(?:at|date|time|on)?|publish_?(?:date|time)|first_?published(?:_?at|_?date)?|publication_?date|pub_?date)\\?"\s*:\s*\\?"(\d{4}-\d\d-\d\d[^"\\]{0,30})/iu
/** Confidence of a date in the teaser of something else. */
const OF_TEASER = 0.4
const LEAST_YEAR = '1990'
const GREATEST_YEAR = '2045'

/** When a page was published and when changed, from every place that says so. */
export interface PageDates {
  published: Candidate<string>[]
  modified: Candidate<string>[]
}

/** Candidates for publication and modification; a modification date never becomes one of publication. */
export function dateCandidates(page: Page, language: string | null): PageDates {
  const dates: PageDates = { published: [], modified: [] }
  const order: DateOrder = {
    dayFirst: readsDayFirst(language, page.url),
    // `04/03/2031` may be either in English; elsewhere the day comes first.
    ofUncertain: /^en\b|^$/iu.test(language ?? '') ? 0.62 : 0.85
  }
  const { dayFirst } = order
  const add = (
    list: Candidate<string>[],
    raw: string | null | undefined,
    from: string,
    what: string,
    confidence: number
  ): void => {
    const value = raw == null ? null : readDate(raw, dayFirst)
    if (value === null || value.slice(0, 4) < LEAST_YEAR || value.slice(0, 4) > GREATEST_YEAR) return
    list.push({ value, from, detail: `${what}: ${raw?.trim() ?? ''}`, confidence })
  }
  const articles = mainArticles(page)
  const zone = headlineZone(page)
  const pages = page.ld.filter((node) => isWebPage(node) && !isArticle(node))
  for (const node of articles)
    for (const raw of node.published) add(dates.published, raw, 'json-ld', 'datePublished', 0.96)
  for (const node of articles) for (const raw of node.created) add(dates.published, raw, 'json-ld', 'dateCreated', 0.8)
  for (const node of pages)
    for (const raw of node.published) add(dates.published, raw, 'json-ld', 'datePublished', 0.88)
  for (const node of [...articles, ...pages])
    for (const raw of node.modified) add(dates.modified, raw, 'json-ld', 'dateModified', 0.95)
  PUBLISHED_KEYS.forEach((key, index) => {
    const confidence = VAGUE_KEYS.has(key) ? 0.78 : 0.94 - index * 0.0005
    for (const raw of page.meta.get(key) ?? []) add(dates.published, raw, 'meta', key, confidence)
  })
  for (const key of MODIFIED_KEYS)
    for (const raw of page.meta.get(key) ?? []) add(dates.modified, raw, 'meta', key, 0.9)

  addMarked(
    page,
    '[itemprop~="datePublished" i], [itemprop~="dateCreated" i], [property~="datePublished"]',
    'microdata',
    0.9,
    (raw, what, sure) => add(dates.published, raw, 'microdata', what, sure)
  )
  addMarked(page, '[itemprop~="dateModified" i]', 'microdata', 0.9, (raw, what, sure) =>
    add(dates.modified, raw, 'microdata', what, sure)
  )
  addMarked(page, MARKED_TIME, 'time', 0.87, (raw, what, sure) => add(dates.published, raw, 'time', what, sure))
  addTimes(page, dates, dayFirst, zone)
  addFromUrl(page, dates)
  addVisible(page, dates, order, zone)
  dropUpdates(dates)
  addHidden(page, dates, add)
  preferLocalDay(dates, language)
  preferTimes(dates.published)
  return dates
}

function addMarked(
  page: Page,
  selector: string,
  what: string,
  confidence: number,
  add: (raw: string, what: string, sure: number) => void
): void {
  const elements = fromHeadline(page, selector).filter(isOfArticle)
  elements.slice(0, 3).forEach((element, index) => {
    if (
      /modif|updat/i.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`) &&
      what === 'time'
    )
      return
    add(machineDate(element), what, confidence - index * 0.04)
  })
}

function machineDate(element: DomElement): string {
  const values = [
    element.getAttribute('content'),
    element.getAttribute('datetime'),
    element.getAttribute('title'),
    textOf(element)
  ]
  return values.find((value) => value !== null && value !== '' && readDate(value) !== null) ?? ''
}

/** The page's `time` elements, each as what the words before it make of it. */
function addTimes(page: Page, dates: PageDates, dayFirst: boolean, zone: HeadlineZone): void {
  const times = byZone(fromHeadline(page, 'time').filter(isOfArticle), zone)
  times.slice(0, 4).forEach((element, index) => {
    const raw = machineDate(element)
    const value = raw === '' ? null : readDate(raw, dayFirst)
    if (value === null) return
    const parent = textOf(element.parentElement)
    const own = textOf(element)
    const before = parent.length < 200 ? parent.slice(0, Math.max(0, parent.indexOf(own))) : ''
    const marks = `${element.getAttribute('class') ?? ''} ${element.parentElement?.getAttribute('class') ?? ''}`
    const role = roleBefore(`${before} ${own.replace(/\d.*$/, '')}`) ?? (/updat|modif/i.test(marks) ? 'modified' : null)
    const list = role === 'modified' ? dates.modified : dates.published
    if (role === 'retrieved') return
    const inArticle = element.closest('article, main, header, [class*="article" i], [class*="post" i]') !== null
    const sure = zone.holds(element) ? 0.88 : role === 'published' ? 0.85 : inArticle ? 0.75 : 0.66
    const confidence = (zone.isTeaser(element) ? Math.min(sure, OF_TEASER) : sure) - index * 0.05
    list.push({ value, from: 'time', detail: (before + own || raw).trim(), confidence })
  })
}

/** Those beside the headline first. */
function byZone(elements: readonly DomElement[], zone: HeadlineZone): DomElement[] {
  return [...elements.filter(zone.holds), ...elements.filter((element) => !zone.holds(element))]
}

function isOfArticle(element: DomElement): boolean {
  return placeOf(element) !== 'elsewhere' && !isEmbedded(element)
}

function isEmbedded(element: DomElement): boolean {
  const around = element.closest(EMBEDDED)
  return around !== null && around.querySelector('h1') === null && textOf(around).length < LONGEST_EMBEDDED
}

/** A day in the address is the day of the first publication nearly always. */
function addFromUrl(page: Page, dates: PageDates): void {
  const day = dayInUrl(page.url)
  if (day !== null) dates.published.push({ value: day, from: 'url', detail: page.url ?? '', confidence: 0.83 })
  const written = DAY_FIRST.exec((page.url ?? '').replace(/^https?:\/\/[^/]*/iu, ''))
  const other = written === null ? null : isoDay(written[3], written[2], written[1])
  if (day === null && other !== null)
    dates.published.push({ value: other, from: 'url', detail: page.url ?? '', confidence: 0.6 })
}

/** What the page holds and doesn't show: other meta elements, data of its scripts, the address of its picture. For want of better. */
function addHidden(
  page: Page,
  dates: PageDates,
  add: (list: Candidate<string>[], raw: string, from: string, what: string, confidence: number) => void
): void {
  if (dates.published.some(({ confidence }) => confidence >= 0.5)) return
  for (const [key, values] of page.meta)
    if (/(?:publi|upload|releas|issue|creat|date|posted)/u.test(key) && !/modif|updat|expir|valid/u.test(key))
      for (const raw of values.slice(0, 1))
        if (/^\d{4}-\d\d-\d\d/u.test(raw)) add(dates.published, raw, 'meta', key, 0.55)
  const data = page.scripts.match(SCRIPT_DATE)
  if (data) add(dates.published, data[2]!, 'text', data[1]!, 0.45)
  const picture = page.meta.get('og:image')?.[0] ?? null
  const day = dayInUrl(picture)
  if (day !== null) add(dates.published, day, 'meta', 'og:image', 0.34)
}

/**
 * A time in UTC near midnight falls on another day where the page is read: the day that the page shows, or has in its address, stands for it then.
 */
function preferLocalDay(dates: PageDates, language: string | null): void {
  const best = dates.published.reduce<Candidate<string> | null>(
    (a, b) => (a && a.confidence >= b.confidence ? a : b),
    null
  )
  const hour = best === null ? null : /T(\d\d):\d\d(?::\d\d)?Z$|T(\d\d):\d\d(?::\d\d)?\+00:00$/u.exec(best.value)
  if (!best || !hour) return
  const hours = Number(hour[1] ?? hour[2])
  const shown = dates.published.filter(
    (other) => other.value.length === 10 && other.confidence >= 0.4 && /^(?:url|text|time)$/u.test(other.from)
  )
  if (shown.some((other) => other.value === dayOf(best.value))) return
  const local = shown.filter((other) => other.from !== 'text' || other.confidence >= 0.6)
  const isWest = language === null || /^(?:en|es|pt|fr)\b/iu.test(language)
  const isFarEast = language !== null && /^(?:ja|zh|ko|id|ms|vi|th|hi|en-au|en-nz|en-in)\b/iu.test(language)
  const turn = hours >= (isFarEast ? 13 : 21) ? 1 : hours < 11 && isWest ? -1 : 0
  const day = turn === 0 ? undefined : local.find(({ value }) => daysBetween(best.value, value) === turn)
  if (day) day.confidence = Math.min(0.97, best.confidence + 0.005)
}

/** Of two places that give the same day the one that gives the time as well is worth more. */
function preferTimes(list: Candidate<string>[]): void {
  for (const exact of list.filter(({ value }) => value.length > 10)) {
    const same = list.filter(({ value }) => value.length === 10 && value === dayOf(exact.value))
    const surest = Math.max(0, ...same.map(({ confidence }) => confidence))
    if (surest >= exact.confidence) exact.confidence = Math.min(0.99, surest + 0.001)
  }
}

/** Dates in the visible text: places that are named for dates, then the first short lines that hold one; those beside the headline first. */
function addVisible(page: Page, dates: PageDates, order: DateOrder, zone: HeadlineZone): void {
  let found = 0
  let isBeside = false
  for (const element of byZone(fromHeadline(page, DATED_PLACES).slice(0, 120), zone)) {
    if (element.tagName === 'TIME') continue
    const words = partsOf(element)
    const title = element.tagName === 'ABBR' ? (element.getAttribute('title') ?? '') : ''
    const text = findDates(words).length === 0 && title !== '' ? title : words
    if (text.length > 200 || !/\d/.test(text) || findDates(text).length === 0) continue
    if (!isOfArticle(element) || zone.isTeaser(element)) continue
    const beside = zone.holds(element)
    if (!addWritten(text, dates, order, (beside ? 0.86 : 0.7) - found * 0.03)) continue
    isBeside ||= beside
    if (++found >= 3) return
  }
  // What the page's data say is surer than lines that nothing marks.
  if (isBeside || (found > 0 && dates.published.some(({ confidence }) => confidence >= 0.9))) return
  const lines = fromHeadline(page, LINES).slice(0, 2000)
  for (const element of found > 0 ? lines.filter(zone.holds) : byZone(lines, zone)) {
    if (element.children.length > 2 || element.closest('footer') !== null || element.closest(EMBEDDED) !== null)
      continue
    const text = partsOf(element)
    if (text.length < 6 || text.length > 400 || !/\d/.test(text) || findDates(text).length === 0) continue
    const isLine = text.length < 120 && !isSentence(text)
    if ((found > 0 && !isLine) || zone.isTeaser(element)) continue
    if (addWritten(text, dates, order, isLine && zone.holds(element) ? 0.78 : isLine ? 0.5 : 0.35)) found++
    if (found >= 3) return
  }
}

/** How figures such as `04/03/2031` are read, and what of a confidence is left where both orders could be meant. */
interface DateOrder {
  dayFirst: boolean
  ofUncertain: number
}

/** A sentence of the text that names a day: no line of dates. */
function isSentence(text: string): boolean {
  if (!/[.!?…]["'”’»)]*$/u.test(text)) return false
  const first = findDates(text)[0]
  // `Published on 4 March 2031.` is a line of dates all the same.
  if (first && roleBefore(text.slice(0, first.start)) !== null) return false
  return (text.match(/(?<![\p{L}\d])\p{Ll}[\p{L}’'-]+/gu)?.length ?? 0) >= 4
}

/** Zones of North America, where the month comes first. */
const AMERICAN_TIME = /\d\s*(?:[ap]\.?m\.?\s*)?\(?(?:[ECMP][SD]?T|AK[SD]T)\b/u

function addWritten(text: string, dates: PageDates, { dayFirst, ofUncertain }: DateOrder, confidence: number): boolean {
  let previous = 0
  let found = false
  const isAmerican = AMERICAN_TIME.test(text)
  for (const date of findDates(text, dayFirst && !isAmerican)) {
    const role = roleBefore(text.slice(previous, date.start))
    previous = date.end
    if (role === 'retrieved' || date.day.slice(0, 4) < LEAST_YEAR || date.day.slice(0, 4) > GREATEST_YEAR) continue
    const list = role === 'modified' ? dates.modified : dates.published
    const sure = (confidence + (role === 'published' ? 0.08 : 0)) * (date.certain || isAmerican ? 1 : ofUncertain)
    list.push({ value: date.day, from: 'text', detail: text, confidence: sure })
    found ||= role !== 'modified'
  }
  return found
}

/** An address keeps the day of the first publication when the page was given a later one since.
 * A vague candidate on the day of the modification loses to another that is earlier and as sure as it can be. */
function dropUpdates(dates: PageDates): void {
  const address = dates.published.find((candidate) => candidate.from === 'url')
  if (
    address &&
    dates.published.some((other) => other.confidence >= 0.8 && daysBetween(address.value, other.value) > 1)
  )
    address.confidence = 0.97
  const modified = new Set(dates.modified.map((candidate) => dayOf(candidate.value)))
  for (const candidate of dates.published) {
    const earlier = dates.published.some(
      (other) => other.confidence >= 0.8 && dayOf(other.value) < dayOf(candidate.value)
    )
    if (modified.has(dayOf(candidate.value)) && earlier && candidate.confidence < 0.9) candidate.confidence *= 0.6
  }
}
