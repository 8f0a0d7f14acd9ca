import type { DomElement } from '../../markup/dom.ts'
import { mainHeading, orderOf, placeOf, textOf, type Page } from './page.ts'
import { countWords } from '../../extracted/wording.ts'

/** Where an element stands to the page's headline. */
export interface HeadlineZone {
  /** True between headline and text, and right above the headline: where pages put the lines of dates and names. */
  holds: (element: DomElement) => boolean
  /** True in a teaser of something else: a link that holds more than a date, or a part with a heading of its own. */
  isTeaser: (element: DomElement) => boolean
}

const RUNNING = 20
/** As far as this above the headline, in elements; further up stands the site's own. */
const ABOVE = 14
/** Without a paragraph the zone ends this many elements below the headline. */
const BELOW = 120
const LONGEST_DATE_LINK = 60
const LARGEST_TEASER = 600

/** Finds out where the page's headline is, and what belongs to it. */
export function headlineZone(page: Page): HeadlineZone {
  const headline = mainHeading(page)
  const order = orderOf(page)
  const at = headline === null ? undefined : order.get(headline)
  const end = at === undefined ? 0 : endOfZone(page, order, at)
  return {
    holds(element) {
      const place = order.get(element)
      if (headline === null || at === undefined || place === undefined) return false
      if (place > at) return place < end && placeOf(element) === 'inside'
      return place > at - ABOVE && sharesPart(element, headline)
    },
    isTeaser(element) {
      const link = element.closest('a[href]')
      if (link !== null && link.querySelector('h1') === null && textOf(link).length > LONGEST_DATE_LINK) return true
      if (headline === null) return false
      for (let part = element.parentElement, step = 0; part && step < DEEPEST; part = part.parentElement, step++) {
        if (part === headline.parentElement || part.tagName === 'BODY' || part.tagName === 'MAIN') return false
        if (!/^(?:LI|ARTICLE|A|ASIDE)$/u.test(part.tagName)) continue
        if (part.querySelector('h1') !== null || textOf(part).length > LARGEST_TEASER) return false
        if (leadsOn(part) || (part.tagName === 'ASIDE' && isList(part))) return true
      }
      return false
    }
  }
}
const DEEPEST = 8

/** A part with a headline that is a link: several words of it. */
function leadsOn(part: DomElement): boolean {
  return [...part.querySelectorAll('a[href]')].some((link) => countWords(textOf(link)) >= 4)
}

/** A part under a heading of its own with links: `Most read`, `Related`. */
function isList(part: DomElement): boolean {
  return part.querySelector('h2, h3, h4, h5, h6') !== null && part.querySelector('a[href]') !== null
}

function endOfZone(page: Page, order: ReadonlyMap<DomElement, number>, at: number): number {
  for (const paragraph of page.document.querySelectorAll('p')) {
    const place = order.get(paragraph)
    if (place === undefined || place < at || paragraph.closest('aside, nav, footer') !== null) continue
    if (countWords(textOf(paragraph).slice(0, 600)) >= RUNNING) {
      // What stands right behind the first paragraph may still be the article's date line.
      return Math.min(place, at + BELOW) + 1
    }
  }
  return at + BELOW
}

const CLOSE = 4

/** True when a part around the headline, not the whole page, holds the element as well. */
function sharesPart(element: DomElement, headline: DomElement): boolean {
  let around: DomElement | null = headline
  for (let step = 0; step < CLOSE && around && around.tagName !== 'BODY'; step++) around = around.parentElement
  for (let part: DomElement | null = element; part; part = part.parentElement) {
    if (part.tagName === 'NAV' || part.tagName === 'FOOTER' || part.tagName === 'ASIDE') return false
    if (part === around) return around.tagName !== 'BODY' || element.parentElement === headline.parentElement
    if (part.tagName === 'BODY') return false
  }
  return false
}
