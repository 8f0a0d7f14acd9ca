import { atCharacter } from '../quote/position.ts'
import type { Match } from './matches.ts'

/** A piece of a text with what was found in it: ranges `[start, end)` of the piece in UTF-16 units, in order and apart. */
export interface Snippet {
  text: string
  marks: [number, number][]
}

/** About this many UTF-16 units of a text are shown. */
const WIDTH = 220
/** So many of them stand before the first that is marked. */
const BEFORE = 40
const SPACE = /[\s\u200b]/

/**
 * The piece of a text in which the most of a query stands: first by how many of its parts, then by how many places, then the first one. Line
 * feeds are spaces there. Without a match it is the text’s beginning.
 */
export function snippetOf(text: string, matches: readonly Match[]): Snippet {
  const best = densest(matches)
  const first = matches[best]
  const start = wordBoundary(text, Math.max(0, (first?.start ?? 0) - BEFORE), first?.start ?? 0)
  const end = wordEnd(
    text,
    Math.max(start, Math.min(text.length, Math.max(start + WIDTH, Math.min(first?.end ?? 0, start + 2 * WIDTH)))),
    start
  )
  const marks: [number, number][] = []
  for (const { start: from, end: to } of matches) {
    if (from >= end) break
    if (from < start) continue
    const mark: [number, number] = [from - start, Math.min(to, end) - start]
    const last = marks.at(-1)
    if (last && mark[0] < last[1]) last[1] = Math.max(last[1], mark[1])
    else marks.push(mark)
  }
  return { text: text.slice(start, end).replace(/\s/g, ' '), marks }
}

/** The number of the match at which the densest piece begins. */
function densest(matches: readonly Match[]): number {
  let best = 0
  let bestScore = -1
  let last = 0
  const inside = new Map<number, number>()
  let count = 0
  for (let first = 0; first < matches.length; first++) {
    while (last < matches.length && matches[last]!.end <= matches[first]!.start + WIDTH - BEFORE) {
      const { part } = matches[last++]!
      inside.set(part, (inside.get(part) ?? 0) + 1)
      count++
    }
    const score = inside.size * 1000 + Math.min(count, 999)
    if (score > bestScore) {
      best = first
      bestScore = score
    }
    // One that is longer than the piece never came in.
    if (last <= first) {
      last = first + 1
      continue
    }
    const { part } = matches[first]!
    const left = inside.get(part)! - 1
    if (left === 0) inside.delete(part)
    else inside.set(part, left)
    count--
  }
  return best
}

/** Where a word begins at or after an offset, but not behind `latest`. */
function wordBoundary(text: string, from: number, latest: number): number {
  if (from === 0) return 0
  for (let at = from; at < latest; at++) if (SPACE.test(text[at - 1]!)) return at
  return atCharacter(text, from)
}

/** Where a word ends at or before an offset; the offset itself where that would leave little. */
function wordEnd(text: string, end: number, start: number): number {
  if (end >= text.length) return text.length
  for (let at = end; at > end - BEFORE && at > start; at--) if (SPACE.test(text[at]!)) return at
  return atCharacter(text, end)
}
