import type { TextRange } from './range.ts'

/** More matches than this are of no use to anybody. */
export const MOST_MATCHES = 2000

/** Where a text holds what is looked for, whatever the case. White space in the query matches any white space. */
export function findAll(text: string, query: string): TextRange[] {
  const words = query.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const pattern = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+'), 'giu')
  const found: TextRange[] = []
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length })
    if (found.length >= MOST_MATCHES) break
  }
  return found
}
