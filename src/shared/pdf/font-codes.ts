import type { PdfObjects } from './file.ts'
import { toUnicode } from './unicode-map.ts'
import { isArray, type Dict } from './value.ts'

/** The codes of a font of two bytes (Type 0) by the characters for which they stand; the lowest where there are several. */
export function characterCodes(objects: PdfObjects, font: Dict | null): Map<string, number> {
  const codes = new Map<string, number>()
  for (const [code, text] of [...(toUnicode(objects, font) ?? [])].sort(([a], [b]) => a - b))
    if ([...text].length === 1 && !codes.has(text)) codes.set(text, code)
  return codes
}

/** The widths of such a font’s glyphs by their codes, in thousandths of its size (ISO 32000-1, 9.7.4.3). */
export function glyphWidths(objects: PdfObjects, font: Dict | null): Map<number, number> {
  const widths = new Map<number, number>()
  const descendants = objects.get(font, 'DescendantFonts')
  const given = objects.get(objects.dict(isArray(descendants) ? descendants[0] : null), 'W')
  const entries = isArray(given) ? given.map((each) => objects.resolve(each)) : []
  for (let i = 0; i + 1 < entries.length;) {
    const [first, next, width] = entries.slice(i, i + 3)
    if (typeof first !== 'number') return widths
    if (isArray(next)) {
      next.forEach((each, k) => typeof each === 'number' && widths.set(first + k, each))
      i += 2
    } else {
      if (typeof next !== 'number' || typeof width !== 'number' || next - first > 0xffff) return widths
      for (let code = first; code <= next; code++) widths.set(code, width)
      i += 3
    }
  }
  return widths
}
