import type { DomElement } from '../../markup/dom.ts'
import type { Candidate } from '../../metadata/found.ts'
import type { HeadlineZone } from './headline-zone.ts'
import { placeOf, textOf } from './page.ts'

/** When a page was published and when changed, from every place that says so. */
export interface PageDates {
  published: Candidate<string>[]
  modified: Candidate<string>[]
}

/** How figures such as `04/03/2031` are read, and what of a confidence is left where both orders could be meant. */
export interface DateOrder {
  dayFirst: boolean
  ofUncertain: number
}

const LEAST_YEAR = '1990'
const GREATEST_YEAR = '2045'

/** True for a year in which a page may have been published. */
export function isLikelyYear(date: string): boolean {
  return date.slice(0, 4) >= LEAST_YEAR && date.slice(0, 4) <= GREATEST_YEAR
}

/** What others wrote, shown within an article. */
export const EMBEDDED =
  'blockquote, [class*="instagram" i], [class*="twitter" i], [class*="tweet" i], [class*="embed" i]'
const LONGEST_EMBEDDED = 3000

/** Those beside the headline first. */
export function byZone(elements: readonly DomElement[], zone: HeadlineZone): DomElement[] {
  return [...elements.filter(zone.holds), ...elements.filter((element) => !zone.holds(element))]
}

/** True for what belongs to the article and isn't shown within it from elsewhere. */
export function isOfArticle(element: DomElement): boolean {
  return placeOf(element) !== 'elsewhere' && !isEmbedded(element)
}

function isEmbedded(element: DomElement): boolean {
  const around = element.closest(EMBEDDED)
  return around !== null && around.querySelector('h1') === null && textOf(around).length < LONGEST_EMBEDDED
}
