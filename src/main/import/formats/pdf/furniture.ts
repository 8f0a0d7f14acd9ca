import { counted } from './counters.ts'
import type { Line } from './line.ts'
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
/** Distance of two lines of one paragraph, a multiple of their size. */
const ADJOINING = 1.45
const SAME_PLACE = 6
const LARGEST = 1.3
const PAGE_NUMBER =
  /^[\s–—-]*(?:page|seite|página|pagina|pág\.?|p\.|s\.|side|sida|strona|стр\.?)?\s*\d{1,5}(?:\s*(?:\/|of|von|de|di|sur|av|van|z|из)\s*\d{1,5})?[\s–—-]*$/iu
/** `Page 2 of 9`, `第2页 共9页`, among other words. */
const PAGE_OF =
  /(?:\b(?:page|pg|seite|página|pagina|strona|side|sida)|第)[\s#.:]*(\d{1,5})[\s页頁]*(?:of|von|de|di|sur|av|van|z|\/|共)\s*(\d{1,5})/iu
/** Words of the stamps that courts' registers print on each page; two of them make one. */
const STAMP =
  /\b(?:case|document|doc(?:ument)?|dkt\.?|dktentry|docket|date filed|filed|entered|entry(?: id| number)?|page(?:id)?|id|pg|desc|usdc|appellate case|receipt|main document)\b[\s#.:]*(?=[\d:])|\b(?:page|pageid|dktentry|ecf no\.?)\b/giu
const BEGINS_STAMP =
  /^(?:\W*|usca\d* |appellate )(?:case|document|doc|dkt|docket|date filed|filed|entry|entered|page|pageid|ecf|id|receipt)\b/iu
/** A number that law offices stamp on each page of what they hand over: `ABC000123`, `SOL-HB 0012345`. */
const BATES = /^(?=\P{L}*\p{Lu})[\p{Lu}\p{N}&][\p{Lu}\p{N}& ._-]{0,23}?(?<!\d)(?:0\d{2,8}|\d{5,9})$/u
/** How many of the pages have such a number, and of their numbers grow from page to page: pages are taken out, or put in, between. */
const MOST_PAGES = 0.5
const MOSTLY = 0.8
const FEWEST_STAMP_WORDS = 3
const LONGEST_STAMP = 140
const MOST_PARTS = 3
const MOST_ROWS = 5

/** What furniture is on a page, and what tells it. */
interface Found {
  line: Line
  /** It says which page it is, so nothing near it makes it part of the text. */
  isSure: boolean
}

/**
 * Takes running heads, feet, stamps and page numbers off the pages: what stands at one place near the top or bottom of several pages, word by word but
 * for numbers that count with the pages, Roman ones too. Gives the lines taken, each wording once.
 */
export function removeFurniture<P extends PageLines>(
  pages: readonly P[],
  bodySize: number
): { pages: P[]; removed: string[] } {
  const repeated = findRepeated(pages, bodySize)
  const removed = new Set<string>()
  const kept = pages.map((page, number) => {
    const found: Found[] = page.lines.flatMap((line) => {
      if (!isMarginal(line, page, bodySize)) return []
      const label = labelOf(line, number + 1, pages.length)
      const isSure = repeated.get(line)
      return label === null && isSure === undefined ? [] : [{ line, isSure: isSure === true || label === 'sure' }]
    })
    const furniture = withoutAdjoining(withoutForms(found, page), page.lines)
    for (const { text } of furniture) removed.add(text)
    return { ...page, lines: page.lines.filter((line) => !furniture.has(line)) }
  })
  return { pages: kept, removed: [...removed] }
}

interface Place {
  line: Line
  page: number
  numbers: readonly number[]
}

/** Lines that several pages have at one place, with whether they say which page it is. */
function findRepeated(pages: readonly PageLines[], bodySize: number): Map<Line, boolean> {
  const wordings = new Map<string, Place[]>()
  pages.forEach((page, number) => {
    for (const line of page.lines) {
      if (!isMarginal(line, page, bodySize)) continue
      const { wording, numbers } = counted(line.text)
      const edge = line.base < page.height / 2 ? 'top' : 'bottom'
      const key = `${edge} ${wording}`
      wordings.set(key, [...(wordings.get(key) ?? []), { line, page: number, numbers }])
    }
  })
  const least = Math.min(MANY, Math.max(2, Math.ceil(pages.length * REPEATED)))
  const repeated = new Map<Line, boolean>()
  for (const places of wordings.values())
    for (const group of byPlace(places, pages)) {
      if (areBates(group, pages.length)) for (const { line } of group) repeated.set(line, true)
      for (const { same, counts } of byCount(group))
        if (new Set(same.map(({ page }) => page)).size >= least)
          for (const { line } of same)
            repeated.set(line, (counts && saysItsPage(line.text)) || (repeated.get(line) ?? false))
    }
  return repeated
}

/** Whether lines of one wording at one place are stamped numbers that grow with the pages, by one or by more. */
function areBates(group: readonly Place[], pages: number): boolean {
  const numbers = new Map(
    group.map(({ page, line, numbers: own }) => [page, BATES.test(line.text) ? own.at(-1)! : null])
  )
  const ordered = [...numbers].sort(([a], [b]) => a - b).map(([, number]) => number)
  if (ordered.length < Math.max(MANY, pages * MOST_PAGES) || ordered.includes(null)) return false
  const growing = ordered.filter((number, i) => i > 0 && number! > ordered[i - 1]!).length
  return growing >= (ordered.length - 1) * MOSTLY
}

/** A number alone, one with marks, or a stamp; `Chapter 3` may be a head. */
function saysItsPage(text: string): boolean {
  return !/\p{L}{2}/u.test(counted(text).wording) || PAGE_OF.test(text) || stampWords(text) > 1
}

/** Lines of one wording, those at about one height together. */
function byPlace(places: readonly Place[], pages: readonly PageLines[]): Place[][] {
  const fromEdge = ({ line, page }: Place): number => {
    const { height } = pages[page]!
    return line.base < height / 2 ? line.base : height - line.base
  }
  const groups: Place[][] = []
  let last = -Infinity
  for (const place of [...places].sort((a, b) => fromEdge(a) - fromEdge(b))) {
    if (fromEdge(place) - last > SAME_PLACE) groups.push([])
    groups.at(-1)!.push(place)
    last = fromEdge(place)
  }
  return groups
}

/** Lines whose numbers go together: the same, or as far from the page's; a new count begins with each part of a document. */
function byCount(group: readonly Place[]): { same: Place[]; counts: boolean }[] {
  const found = new Map<string, { same: Place[]; counts: boolean }>()
  for (const place of group)
    for (const way of waysOf(place.numbers.length)) {
      const key = `${way} ${place.numbers.map((number, i) => (way & (1 << i) ? number - place.page : number)).join(' ')}`
      const known = found.get(key)
      if (known) known.same.push(place)
      else found.set(key, { same: [place], counts: way > 0 })
    }
  return [...found.values()]
}

const MOST_COUNTERS = 3

/** Which numbers of a line may count: up to three at once, as sets of bits. */
function waysOf(slots: number): number[] {
  const ways: number[] = []
  for (let way = 0; way < 1 << Math.min(slots, 12); way++) {
    let bits = 0
    for (let rest = way; rest > 0; rest &= rest - 1) bits++
    if (bits <= MOST_COUNTERS) ways.push(way)
  }
  return ways
}

/** Heads and feet have few rows of few parts; what has more is a table's head or a form's text, which pages may repeat. */
function withoutForms(found: readonly Found[], { height }: PageLines): Found[] {
  const doubtful = found.filter(({ isSure }) => !isSure)
  const isTop = ({ base }: Line): boolean => base < height / 2
  const forms = new Set<Found>()
  for (const edge of [true, false]) {
    const rows = new Map<number, Found[]>()
    for (const each of doubtful.filter(({ line }) => isTop(line) === edge)) {
      const row =
        [...rows.keys()].find((base) => Math.abs(base - each.line.base) < each.line.size * 0.5) ?? each.line.base
      rows.set(row, [...(rows.get(row) ?? []), each])
    }
    for (const row of rows.values())
      if (row.length > MOST_PARTS || rows.size > MOST_ROWS) for (const each of row) forms.add(each)
  }
  return found.filter((each) => !forms.has(each))
}

/** A line that stands as close to the text as lines of a paragraph do belongs to the text, unless it counts. */
function withoutAdjoining(found: readonly Found[], lines: readonly Line[]): Set<Line> {
  const furniture = new Set(found.map(({ line }) => line))
  const doubtful = found.filter(({ isSure }) => !isSure)
  for (let isStable = false; !isStable;) {
    isStable = true
    for (const { line } of doubtful) {
      if (!furniture.has(line)) continue
      const adjoins = lines.some(
        (other) =>
          !furniture.has(other) && Math.abs(other.base - line.base) < line.size * ADJOINING && overlap(line, other) > 0
      )
      if (!adjoins) continue
      furniture.delete(line)
      isStable = false
    }
  }
  return furniture
}

/**
 * `Page 1 of 3` says what it is, also on a single page, and so does a court's stamp; a note at the page's foot that cites one doesn't. Sure when it's this
 * page that it names.
 */
function labelOf({ text }: Line, page: number, pages: number): 'sure' | 'likely' | null {
  if (PAGE_NUMBER.test(text) && /\p{L}|\//u.test(text)) return 'likely'
  if (text.length > LONGEST_STAMP) return null
  const [, number, of] = PAGE_OF.exec(text) ?? []
  if (Number(number) === page && Number(of) === pages && stampWords(text) > 0) return 'sure'
  return stampWords(text) >= FEWEST_STAMP_WORDS && BEGINS_STAMP.test(text) && !/[.;]$/.test(text) ? 'likely' : null
}

function stampWords(text: string): number {
  return new Set(text.match(STAMP)?.map((word) => word.toLowerCase().replace(/[\s#.:]+$/, ''))).size
}

function isMarginal(line: Line, { height }: PageLines, bodySize: number): boolean {
  const isOutside = line.base < height * BAND || line.base > height * (1 - BAND)
  return isOutside && line.size <= bodySize * LARGEST
}
