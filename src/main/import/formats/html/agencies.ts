import { agenciesIn, agenciesInClosing, agenciesInLead } from '../../metadata/agencies.ts'
import type { Piece } from '../../extracted/blocks.ts'
import type { Candidate } from '../../metadata/found.ts'
import { afterByline } from '../../metadata/names.ts'
import { mainArticles, partsOf, placeOf, type Page } from './page.ts'

const META_KEYS = [
  'author',
  'article:author',
  'dc.creator',
  'byl',
  'parsely-author',
  'source',
  'article:source',
  'dc.source',
  'news_source'
]
const BYLINES =
  '[itemprop~="author"], [rel~="author"], [class*="byline" i], [class*="author" i], [class*="autor" i], [class*="source" i], [class*="agency" i], [class*="agentur" i], [class*="quelle" i], [class*="fuente" i]'
const MOST_BYLINES = 40
const LAST = 3

/** Agencies that a page credits with the whole article or a part of it. */
export interface CreditedAgencies {
  agencies: Candidate<string[]>[]
  /** Those named where the author stands. */
  bylines: Candidate<string[]>[]
}

/** Finds the agencies that a page credits in its metadata and bylines; before its article is looked for, which changes the document. */
export function bylinedAgencies(page: Page): CreditedAgencies {
  const credited: CreditedAgencies = { agencies: [], bylines: [] }
  const add = (words: string, from: string, what: string, confidence: number, byline: boolean): void => {
    const value = agenciesIn(words)
    if (value.length === 0) return
    const candidate = { value, from, detail: `${what}: ${words}`, confidence }
    credited.agencies.push(candidate)
    if (byline) credited.bylines.push(candidate)
  }
  for (const node of mainArticles(page)) {
    for (const name of node.organisations) add(name, 'json-ld', 'organisation', 0.9, true)
    for (const name of node.authors) add(name, 'json-ld', 'author', 0.9, true)
  }
  for (const key of META_KEYS)
    for (const words of page.meta.get(key)?.slice(0, 3) ?? []) add(words, 'meta', key, 0.85, !key.includes('source'))
  addVisible(page, add)
  return credited
}

/** The agencies that the first and last lines of a text credit. */
export function agenciesInBody(body: readonly Piece[]): Candidate<string[]>[] {
  const agencies: Candidate<string[]>[] = []
  const [first, second] = body.filter((piece) => piece.type === 'paragraph')
  for (const piece of [first, second]) {
    const value = agenciesInLead(piece?.text ?? '')
    if (value.length > 0) agencies.push({ value, from: 'dateline', detail: piece!.text.slice(0, 80), confidence: 0.92 })
  }
  for (const { text } of body.filter((piece) => piece.type === 'paragraph').slice(-LAST)) {
    const value = agenciesInClosing(text)
    if (value.length > 0) agencies.push({ value, from: 'text', detail: text, confidence: 0.85 })
  }
  return agencies
}

function addVisible(
  page: Page,
  add: (words: string, from: string, what: string, confidence: number, byline: boolean) => void
): void {
  const seen = new Set<string>()
  for (const element of [...page.document.querySelectorAll(BYLINES)].slice(0, MOST_BYLINES)) {
    const text = partsOf(element)
    if (text === '' || text.length > 120 || seen.has(text) || placeOf(element) === 'elsewhere') continue
    seen.add(text)
    const names = `${element.getAttribute('class') ?? ''} ${element.parentElement?.getAttribute('class') ?? ''}`
    if (element.closest('figure, picture') !== null || /photo|image|caption|credit|foto|bild/iu.test(names)) continue
    add(afterByline(text) ?? text, 'byline', 'byline', 0.85, true)
  }
}
