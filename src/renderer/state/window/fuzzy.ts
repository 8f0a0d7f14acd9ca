import { forgetWithCase } from './forget.ts'

/** A text without what doesn't count when words are looked for: case and accents. */
export function fold(text: string): string {
  // Most titles need no more than this, and there may be ten thousand of them.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en')
}

/** The words that are looked for, folded. */
export function soughtWords(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean)
}

const folded = new Map<string, string>()
forgetWithCase(() => folded.clear())
const KEPT = 20_000

function foldOnce(text: string): string {
  let result = folded.get(text)
  if (result === undefined) {
    if (folded.size >= KEPT) folded.clear()
    result = fold(text)
    folded.set(text, result)
  }
  return result
}

/** True when every word that is looked for stands in the text, whatever the case, the accents and the order. */
export function matches(query: string, text: string): boolean {
  const where = foldOnce(text)
  return soughtWords(query).every((word) => where.includes(word))
}

/** How well a text that matches fits: more for a match at the start of the text or of a word, 0 to 3. */
export function score(query: string, text: string): number {
  const wanted = fold(query).trim()
  const where = foldOnce(text)
  const at = where.indexOf(wanted)
  if (at === 0) return 3
  if (at > 0 && !/[\p{L}\p{N}]/u.test(where[at - 1]!)) return 2
  return at > 0 ? 1 : 0
}
