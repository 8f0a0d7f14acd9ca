/** More matches than this are of no use to anybody. */
export const MOST_MATCHES = 2000

/** What counts as found, beside the words themselves. */
export interface FindOptions {
  /** Capitals matter. */
  matchCase?: boolean
  /** A match begins and ends where words do. */
  wholeWords?: boolean
}

const QUOTES = ["'’‘ʼ", '"“”„']

function patternOf(word: string): string {
  return Array.from(word, (sign) => {
    const alike = QUOTES.find((signs) => signs.includes(sign))
    return alike ? `[${alike}]` : sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
  }).join('')
}

/**
 * Where a text holds what is looked for: ranges of UTF-16 units, at most `MOST_MATCHES`. Case counts for nothing unless it is asked for;
 * white space in the query matches any white space, and straight quotes and apostrophes match curly ones.
 */
export function findAll(
  text: string,
  query: string,
  { matchCase = false, wholeWords = false }: FindOptions = {}
): { start: number; end: number }[] {
  const words = query.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const sought = words.map(patternOf).join('\\s+')
  const bounded = wholeWords ? `(?<![\\p{L}\\p{N}])${sought}(?![\\p{L}\\p{N}])` : sought
  const found: { start: number; end: number }[] = []
  for (const match of text.matchAll(new RegExp(bounded, matchCase ? 'gu' : 'giu'))) {
    found.push({ start: match.index, end: match.index + match[0].length })
    if (found.length >= MOST_MATCHES) break
  }
  return found
}
