import type { Line } from './lines.ts'

/** A page's lines, and its height in points. */
export interface PageLines {
  lines: Line[]
  height: number
}

/** Part of the page's height, at the top and at the bottom, in which running heads and feet stand. */
const BAND = 0.13
/** Running heads stand on so large a part of the pages: those of left and right pages, or of a chapter, on some only. */
const REPEATED = 0.3
const SAME_PLACE = 4
const PAGE_NUMBER =
  /^[\s–—-]*(?:page|seite|página|pagina|pág\.?|p\.|s\.|side|sida|strona|стр\.?)?\s*\d{1,5}(?:\s*(?:\/|of|von|de|di|sur|av|van|z|из)\s*\d{1,5})?[\s–—-]*$/iu

/**
 * Takes running heads, feet and page numbers off the pages: what stands at one place near the top or bottom of several pages, digits aside. Gives
 * the lines taken, each wording once.
 */
export function removeFurniture(
  pages: readonly PageLines[],
  bodySize: number
): { pages: PageLines[]; removed: string[] } {
  const places = new Map<string, Set<number>>()
  pages.forEach((page, number) => {
    for (const line of page.lines) {
      if (!isMarginal(line, page, bodySize)) continue
      for (const key of keysOf(line, page)) places.set(key, (places.get(key) ?? new Set()).add(number))
    }
  })
  const isRepeated = (line: Line, page: PageLines): boolean =>
    isMarginal(line, page, bodySize) &&
    keysOf(line, page).some((key) => {
      const count = places.get(key)?.size ?? 0
      return count >= 2 && count >= pages.length * REPEATED
    })
  const removed = new Set<string>()
  const kept = pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => {
      const isFurniture = isRepeated(line, page) || (isLabelled(line) && isMarginal(line, page, bodySize))
      if (isFurniture) removed.add(line.text)
      return !isFurniture
    })
  }))
  return { pages: kept, removed: [...removed] }
}

/** `Page 1 of 3` says what it is, also on a single page. */
function isLabelled(line: Line): boolean {
  return PAGE_NUMBER.test(line.text) && /\p{L}|\//u.test(line.text)
}

function isMarginal(line: Line, { height }: PageLines, bodySize: number): boolean {
  const isOutside = line.base < height * BAND || line.base > height * (1 - BAND)
  return isOutside && line.size <= bodySize * 1.3
}

/** Wording and place; a line counts for the places on either side too, since pages differ by a hair. */
function keysOf(line: Line, { height }: PageLines): string[] {
  const isNumber = PAGE_NUMBER.test(line.text)
  // A number may stand left on one page and right on the next.
  const words = isNumber ? '#' : line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ')
  const place = Math.round((line.base < height / 2 ? line.base : line.base - height) / SAME_PLACE)
  return [place - 1, place, place + 1].map((near) => `${near} ${words}`)
}
