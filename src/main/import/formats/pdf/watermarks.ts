import type { Line } from './line.ts'

/** A page's lines, and its measures in points. */
interface Page {
  lines: Line[]
  /** Lines that don't run level, their places along their own direction. */
  turned: Line[]
  width: number
  height: number
}

/** What is printed over or beside a text in letters of this size isn't part of it: a multiple of the text's. */
const LARGE = 1.6
const VERY_LARGE = 2.2
const SQUARE = 90
/** Part of the page's width on either side in which turned text is the margin's. */
const MARGIN = 0.11
/** What stamps on the side of a page hold, and the labels of a form don't: a year or number, an address, a claim of rights. */
const STAMP = /\d{4}|https?:|www\.|©|\b(?:downloaded|copyright|licensed|arxiv|preprint)\b/iu
const LONGEST_MARK = 60
const FEWEST_CROSSED = 2
/** Words that mark a whole page, in letters that may be as small as the text's. */
const MARKING =
  /^\W*(?:(?:strictly |privileged (?:and|&) )?confidential|draft|copy|sample|specimen|void|proof|preview|do not (?:copy|cite|distribute)|not for (?:distribution|publication|release)|for official use only|embargoed|restricted|unofficial|duplicate|entwurf|vertraulich|muster|kopie|confidentiel|brouillon|projet|spécimen|copie|borrador|confidencial|copia|muestra|bozza|riservato|rascunho|concept|vertrouwelijk|utkast|poufne|projekt|черновик|проект|конфиденциально|копия|草稿|机密|機密|草案)\W*$/iu

/**
 * Takes watermarks and turned margins off the pages: text set aslant in large letters, or with words that mark a page; large level text that other lines
 * run across, or that several pages have at one place; stamps that stand on their side in a margin. Other turned text, such as the labels of a figure
 * or a form, goes to the end of its page.
 */
export function removeWatermarks<P extends Page>(
  pages: readonly P[],
  bodySize: number
): { pages: P[]; removed: string[] } {
  const places = new Map<string, number>()
  const keyOf = (line: Line): string =>
    `${Math.round(line.left / 8)} ${Math.round(line.base / 8)} ${line.angle ?? 0} ${line.text}`
  for (const page of pages)
    for (const key of new Set([...page.lines, ...page.turned].map(keyOf))) places.set(key, (places.get(key) ?? 0) + 1)
  const isRepeated = (line: Line): boolean =>
    pages.length > 1 && (places.get(keyOf(line)) ?? 0) >= Math.max(2, pages.length * 0.5)

  const removed: string[] = []
  const kept = pages.map((page) => {
    const isMark = (line: Line): boolean =>
      line.text.length <= LONGEST_MARK &&
      line.size >= bodySize * LARGE &&
      (crossed(line, page.lines, bodySize) >= FEWEST_CROSSED ||
        (isRepeated(line) && isInside(line, page)) ||
        isStamped(line, page, bodySize))
    const isTurnedFurniture = (line: Line): boolean =>
      line.angle! % SQUARE === 0
        ? (isInMargin(line, page) && (isRepeated(line) || STAMP.test(line.text))) || MARKING.test(line.text)
        : line.size >= bodySize * LARGE || MARKING.test(line.text) || isRepeated(line)
    const marks = new Set([...page.lines.filter(isMark), ...page.turned.filter(isTurnedFurniture)])
    // A page with nothing else shows it as its text.
    if (
      marks.size === page.lines.length + page.turned.length &&
      !pages.some((other) => other.lines.length > marks.size)
    )
      marks.clear()
    removed.push(...[...marks].map(({ text }) => text))
    return {
      ...page,
      lines: page.lines.filter((line) => !marks.has(line)),
      turned: page.turned.filter((line) => !marks.has(line))
    }
  })
  return { pages: kept, removed }
}

/** How many lines run through the letters of a large one. */
function crossed(mark: Line, lines: readonly Line[], bodySize: number): number {
  const top = mark.base - mark.size * 0.72
  return lines.filter(
    (line) =>
      line !== mark &&
      line.size < bodySize * LARGE &&
      line.base > top &&
      line.base - line.size * 0.5 < mark.base &&
      line.left < mark.right &&
      line.right > mark.left &&
      line.text.length > 2
  ).length
}

function isInside({ base }: Line, { height }: Page): boolean {
  return base > height * 0.2 && base < height * 0.9
}

/** `DRAFT` in very large letters, away from the page's head. */
function isStamped(line: Line, page: Page, bodySize: number): boolean {
  return MARKING.test(line.text) && line.size >= bodySize * VERY_LARGE && isInside(line, page)
}

/** A line on its side, near the page's left or right edge. */
function isInMargin(line: Line, { width, height }: Page): boolean {
  const across = Math.abs(line.base)
  if (line.angle === 180) return line.base > -height * 0.08 || line.base < -height * 0.92
  return across < width * MARGIN || across > width * (1 - MARGIN)
}
