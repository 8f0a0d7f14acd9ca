import type { PrintedText } from '../../../shared/composition/printed-texts.ts'
import { fontsFor, type Fonts } from './fonts.ts'

/** A character that no font here has: it is printed as its code. */
export interface Uncovered {
  character: string
  codePoint: number
  /** How often it is printed. */
  count: number
  /** The heading under which it first stands; empty before the first. */
  where: string
}

/** The characters of printed texts that no font here has, in the order in which they first stand. `language` is that of the brief. */
export function uncovered(texts: readonly PrintedText[], language: string): Uncovered[] {
  const fonts = fontsFor(language)
  const found = new Map<number, Uncovered>()
  for (const { text, heading } of texts) {
    for (const character of text) {
      const codePoint = character.codePointAt(0)!
      const known = found.get(codePoint)
      if (known) known.count++
      else if (!isPrinted(fonts, codePoint)) found.set(codePoint, { character, codePoint, count: 1, where: heading })
    }
  }
  return [...found.values()]
}

/** All faces of text fall back to the same fonts. Tabs, line ends and lone surrogates are replaced when text is set. */
function isPrinted(fonts: Fonts, codePoint: number): boolean {
  if (codePoint === 0x09 || codePoint === 0x0d || (codePoint & 0xfffff800) === 0xd800) return true
  return codePoint === 0x2028 || codePoint === 0x2029 || fonts.prints('serif', codePoint)
}
