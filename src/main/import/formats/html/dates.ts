import { dayInUrl, isoDay, readDate, roleBefore } from '../../metadata/dates.ts'
import type { DomElement } from '../../markup/dom.ts'
import type { Candidate } from '../../metadata/found.ts'
import { readsDayFirst } from '../../metadata/language.ts'
import { byZone, isLikelyYear, isOfArticle, type DateOrder, type PageDates } from './dated.ts'
import { headlineZone, type HeadlineZone } from './headline-zone.ts'
import { isArticle, isWebPage } from './json-ld.ts'
import { fromHeadline, mainArticles, textOf, type Page } from './page.ts'
import { dropUpdates, preferLocalDay, preferTimes } from './rival-dates.ts'
import { addVisible } from './visible-dates.ts'

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
const DAY_FIRST = /(?<!\d)(0?[1-9]|[12]\d|3[01])[-.](0?[1-9]|1[0-2])[-.](20\d\d)(?!\d)/u
const SCRIPT_DATE =
  /"(datePublished|published_?(?:at|date|time|on)?|publish_?(?:date|time)|first_?published(?:_?at|_?date)?|publication_?date|pub_?date)\\?"\s*:\s*\\?"(\d{4}-\d\d-\d\d[^"\\]{0,30})/iu
/** Confidence of a date in the teaser of something else. */
const OF_TEASER = 0.4
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
    if (value === null || !isLikelyYear(value)) return
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
