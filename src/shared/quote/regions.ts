import { occurrences, type Range } from './prepared.ts'

/** Up to this product of text and pattern length the whole text is searched (Myers' bit-vector costs n·m/32). */
const SMALL_SEARCH = 1e6
/** Words that vote for regions: the longest, which are the rarest. */
const MOST_SEEDS = 24
/** Regions that are looked at in a larger text. */
const MOST_REGIONS = 4

/** Regions of the text in which most of the pattern's words stand at about their distances. */
export function likelyRegions(pattern: string, text: string): Range[] {
  if (text.length * pattern.length <= SMALL_SEARCH) return [{ start: 0, end: text.length }]
  const width = Math.max(64, pattern.length)
  const votes = new Map<number, number>()
  for (const { seed, offset } of seeds(pattern)
    .toSorted((a, b) => b.seed.length - a.seed.length)
    .slice(0, MOST_SEEDS)) {
    const places = occurrences(text, seed)
    const voted = new Set(places.map((place) => Math.floor((place.start - offset) / width)))
    for (const diagonal of voted) votes.set(diagonal, (votes.get(diagonal) ?? 0) + seed.length)
  }
  const weight = (diagonal: number): number => (votes.get(diagonal) ?? 0) + (votes.get(diagonal + 1) ?? 0)
  return [...votes.keys()]
    .map((diagonal) => ({ diagonal, weight: weight(diagonal) }))
    .sort((a, b) => b.weight - a.weight || a.diagonal - b.diagonal)
    .slice(0, MOST_REGIONS)
    .map(({ diagonal }) => ({
      start: Math.max(0, (diagonal - 1) * width),
      end: Math.min(text.length, (diagonal + 4) * width)
    }))
}

/** Characters from the CJK blocks on, where words stand without spaces. */
export const UNSPACED = /[\u3000-\uffff]/

/** Words of some length; where words are long runs without spaces (Chinese, Japanese, Thai), pairs of characters. */
function seeds(pattern: string): { seed: string; offset: number }[] {
  return [...pattern.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap((match) => {
    if (match[0].length < 4) return UNSPACED.test(match[0]) ? [{ seed: match[0], offset: match.index }] : []
    if (match[0].length <= 20 && !UNSPACED.test(match[0])) return [{ seed: match[0], offset: match.index }]
    return Array.from({ length: match[0].length >> 1 }, (_, i) => ({
      seed: match[0].slice(2 * i, 2 * i + 2),
      offset: match.index + 2 * i
    }))
  })
}
