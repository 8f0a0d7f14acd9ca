import type { Line } from './lines.ts'
import { overlap } from './order.ts'

/** A page's lines, and its height in points. */
export interface PageLines {
  lines: Line[]
  height: number
}

/** Part of the page's height, at the top and at the bottom, in which running heads and feet stand. */
const BAND = 0.13
/** Running heads stand on so many pages (those of a chapter on some only), or on so large a part of a few. */
const MANY = 3
const REPEATED = 0.3
const MOST_NUMBERS = 4
/** Distance of two lines of one paragraph, a multiple of their size. */
const ADJOINING = 1.45
const SAME_PLACE = 4
const PAGE_NUMBER =
  /^[\s–—-]*(?:page|seite|página|pagina|pág\.?|p\.|s\.|side|sida|strona|стр\.?)?\s*\d{1,5}(?:\s*(?:\/|of|von|de|di|sur|av|van|z|из)\s*\d{1,5})?[\s–—-]*$/iu

/**
 * Takes running heads, feet and page numbers off the pages: what stands at one place near the top or bottom of several pages, word by word but for a
 * number that counts with the pages. Gives the lines taken, each wording once.
 */
export function removeFurniture(
  pages: readonly PageLines[],
  bodySize: number
): { pages: PageLines[]; removed: string[] } {
  const places = new Map<string, Set<number>>()
  pages.forEach((page, number) => {
    for (const line of page.lines) {
      if (!isMarginal(line, page, bodySize)) continue
      for (const key of keysOf(line, page, number)) places.set(key, (places.get(key) ?? new Set()).add(number))
    }
  })
  const isRepeated = (line: Line, page: PageLines, number: number): boolean =>
    keysOf(line, page, number).some((key) => {
      const count = places.get(key)?.size ?? 0
      return count >= MANY || (count >= 2 && count >= pages.length * REPEATED)
    })
  const removed = new Set<string>()
  const kept = pages.map((page, number) => {
    const furniture = new Set(
      page.lines.filter(
        (line) => isMarginal(line, page, bodySize) && (isLabelled(line) || isRepeated(line, page, number))
      )
    )
    keepAdjoining(furniture, page.lines)
    for (const { text } of furniture) removed.add(text)
    return { ...page, lines: page.lines.filter((line) => !furniture.has(line)) }
  })
  return { pages: kept, removed: [...removed] }
}

/** A line that stands as close to the text as lines of a paragraph do belongs to the text. */
function keepAdjoining(furniture: Set<Line>, lines: readonly Line[]): void {
  for (let isStable = false; !isStable;) {
    isStable = true
    for (const line of furniture) {
      const adjoins = lines.some(
        (other) =>
          !furniture.has(other) && Math.abs(other.base - line.base) < line.size * ADJOINING && overlap(line, other) > 0
      )
      if (!adjoins) continue
      furniture.delete(line)
      isStable = false
    }
  }
}

/** `Page 1 of 3` says what it is, also on a single page. */
function isLabelled(line: Line): boolean {
  return PAGE_NUMBER.test(line.text) && /\p{L}|\//u.test(line.text)
}

function isMarginal(line: Line, { height }: PageLines, bodySize: number): boolean {
  const isOutside = line.base < height * BAND || line.base > height * (1 - BAND)
  return isOutside && line.size <= bodySize * 1.3
}

/**
 * Place with wording, and with each number that counts with the pages as its distance to the page's. A line counts for the places on either side too,
 * since pages differ by a hair.
 */
function keysOf(line: Line, { height }: PageLines, page: number): string[] {
  const words = line.text.replace(/\s+/g, ' ')
  const wordings = [words]
  for (const match of [...words.matchAll(/\d{1,5}/g)].slice(0, MOST_NUMBERS)) {
    const end = match.index + match[0].length
    wordings.push(`${words.slice(0, match.index)}#${Number(match[0]) - page}#${words.slice(end)}`)
  }
  const place = Math.round((line.base < height / 2 ? line.base : line.base - height) / SAME_PLACE)
  return [place - 1, place, place + 1].flatMap((near) => wordings.map((wording) => `${near} ${wording}`))
}
