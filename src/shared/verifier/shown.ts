import { PRINTED_FINGERPRINT } from '../composition/summary.ts'
import type { StructureNode } from '../pdf/structure-tree.ts'
import { annotationsOf, type DrawnPdf } from './drawn.ts'

/** The part of a quote that stands on one page. */
export interface QuoteFragment {
  page: number
  text: string
  /** First or last of its page: it may go on from the page before or on the next. */
  first: boolean
  last: boolean
}

/** What the pages of a PDF show. */
export interface Shown {
  /** Text of the `BlockQuote` elements in reading order, a fragment for each page. */
  quotes: QuoteFragment[]
  /** All text that belongs to the structure, page by page. */
  pages: string[]
  /** Text outside the structure: running heads and the like, each piece apart. */
  artifacts: { page: number; text: string }[]
  /** Text of the tables' headers, which is set again outside the structure where a table goes on. */
  heads: string[]
  /** Text that is neither: no page that Dossier makes has any. */
  strays: { page: number; text: string }[]
  /** Pages with annotations other than links, which can cover text. */
  covered: number[]
}

/** What the pages of a PDF show, from its objects. Text inside forms and patterns isn’t seen: no export has any. */
export function shownIn(drawn: DrawnPdf): Shown {
  const quotes = textsOf(drawn, 'BlockQuote')
  const known = ownedBy(drawn)
  const shown: Shown = {
    quotes: quotes.map((each, i) => ({
      ...each,
      first: quotes[i - 1]?.page !== each.page,
      last: quotes[i + 1]?.page !== each.page
    })),
    pages: [],
    artifacts: [],
    heads: textsOf(drawn, 'THead').map(({ text }) => text),
    strays: [],
    covered: coveredPages(drawn)
  }
  drawn.marked.forEach((texts, i) => {
    let page = ''
    for (const { mcid, artifact, text } of texts) {
      if (artifact) shown.artifacts.push({ page: i + 1, text })
      else if (mcid !== null && known[i]?.has(mcid)) page += text
      else shown.strays.push({ page: i + 1, text })
    }
    shown.pages.push(page)
  })
  return shown
}

/** Whether a page may draw forms or patterns, which can hold text. No export has any. */
export function drawsForms({ objects, pages }: DrawnPdf): boolean {
  return pages.some(({ dict }) => {
    const resources = objects.dict(dict.get('Resources'))
    const drawn = [...(objects.dict(resources?.get('XObject'))?.values() ?? [])]
    return (
      resources?.has('Pattern') === true ||
      drawn.some((each) => objects.name(objects.dict(each), 'Subtype') !== 'Image')
    )
  })
}

/** The texts of marked content by its number, page by page. */
export function markedTexts(marked: DrawnPdf['marked']): Map<number, string>[] {
  return marked.map((page) => new Map(page.flatMap(({ mcid, text }) => (mcid === null ? [] : [[mcid, text]]))))
}

/** The numbers of the marked content that belongs to the structure, page by page. */
function ownedBy({ structure, marked }: DrawnPdf): Set<number>[] {
  const known = marked.map(() => new Set<number>())
  const walk = (node: StructureNode): void => {
    for (const kid of node.kids) {
      if ('role' in kid) walk(kid)
      else if ('mcid' in kid) known[kid.page]?.add(kid.mcid)
    }
  }
  if (structure) walk(structure)
  return known
}

function coveredPages({ objects, pages }: DrawnPdf): number[] {
  return pages.flatMap(({ node }, i) => {
    const covers = annotationsOf(objects, node).some((annotation) => objects.name(annotation, 'Subtype') !== 'Link')
    return covers ? [i + 1] : []
  })
}

/** The texts of the elements of a role, apart for each page, in the order of the structure. */
function textsOf({ structure, marked }: DrawnPdf, role: string): { page: number; text: string }[] {
  const texts = markedTexts(marked)
  const found: { page: number; text: string }[] = []
  const collect = (node: StructureNode, pages: Map<number, string>): void => {
    for (const kid of node.kids) {
      if ('role' in kid) collect(kid, pages)
      else if ('mcid' in kid) pages.set(kid.page, (pages.get(kid.page) ?? '') + (texts[kid.page]?.get(kid.mcid) ?? ''))
    }
  }
  const walk = (node: StructureNode): void => {
    for (const kid of node.kids) {
      if (!('role' in kid)) continue
      if (kid.role !== role) walk(kid)
      else {
        const pages = new Map<number, string>()
        collect(kid, pages)
        for (const [page, text] of pages) found.push({ page: page + 1, text })
      }
    }
  }
  if (structure) walk(structure)
  return found
}

/** The fingerprints that pages print, with the versions of the proofs that they are said to be of. Pages count from 1. */
export function printedFingerprints({ pages }: Shown): { page: number; version: number; fingerprint: string }[] {
  return pages.flatMap((text, i) =>
    [...text.replace(/\s/g, '').matchAll(PRINTED_FINGERPRINT)].map(([, version, fingerprint]) => ({
      page: i + 1,
      version: Number(version ?? 2),
      fingerprint: fingerprint!
    }))
  )
}
