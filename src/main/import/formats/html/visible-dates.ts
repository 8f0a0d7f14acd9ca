import { findDates, roleBefore } from '../../metadata/dates.ts'
import { byZone, EMBEDDED, isLikelyYear, isOfArticle, type DateOrder, type PageDates } from './dated.ts'
import type { HeadlineZone } from './headline-zone.ts'
import { fromHeadline, partsOf, type Page } from './page.ts'

const DATED_PLACES =
  '[class*="date" i], [id*="date" i], [class*="datum" i], [id*="datum" i], [class*="publish" i], [class*="time" i], [class*="meta" i], [class*="byline" i], [class*="posted" i], [class*="info" i], [class*="fecha" i], [class*="submitted" i], abbr[title]'
const LINES = 'h1, h2, h3, h4, p, span, div, li, dt, dd, td, small, em, i, b, strong, font, a, nobr, abbr'

/** Dates in the visible text: places that are named for dates, then the first short lines that hold one; those beside the headline first. */
export function addVisible(page: Page, dates: PageDates, order: DateOrder, zone: HeadlineZone): void {
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
    if (role === 'retrieved' || !isLikelyYear(date.day)) continue
    const list = role === 'modified' ? dates.modified : dates.published
    const sure = (confidence + (role === 'published' ? 0.08 : 0)) * (date.certain || isAmerican ? 1 : ofUncertain)
    list.push({ value: date.day, from: 'text', detail: text, confidence: sure })
    found ||= role !== 'modified'
  }
  return found
}
