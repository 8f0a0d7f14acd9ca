import type { Passage, Range } from './passages.ts'
import { covered } from './quoted.ts'

/** A passage in words of which so much stands in quotation marks, in both texts, is a quotation. */
const QUOTED_PART = 0.6
/** A quotation of fewer words is a name or a turn of phrase in quotation marks. */
const SHORTEST_QUOTATION = 9
/** Shorter passages may be turns of phrase, names and titles that any report of an event holds. */
const LONG_PASSAGE = 14
/** Words in long passages that make a copy. */
const LONG_WORDS = 26
/** Short passages make a copy when there are many and they make up some part of a text. */
const MANY = 5
const MANY_SHARE = 0.1
const MUCH = 0.25

/**
 * What passages in common show: that words were copied, that a quotation is shared, or, when there are only turns of phrase, nothing (null).
 * `most` is the larger share of one text that the other has.
 */
export function weighPassages(
  quotedInA: readonly Range[],
  quotedInB: readonly Range[],
  passages: readonly Passage[],
  most: number
): 'copy' | 'quotation' | null {
  let quoted = 0
  let long = 0
  let many = 0
  let plain = 0
  for (const passage of distinct(passages)) {
    const part = Math.min(partIn(passage.a, quotedInA), partIn(passage.b, quotedInB))
    if (part >= QUOTED_PART) {
      if (passage.words >= SHORTEST_QUOTATION) quoted += passage.words
      continue
    }
    plain += passage.words
    many++
    if (passage.words >= LONG_PASSAGE) long += passage.words
  }
  const sharePlain = (most * plain) / Math.max(1, total(passages))
  if (long >= LONG_WORDS || sharePlain >= MUCH || (many >= MANY && sharePlain >= MANY_SHARE)) return 'copy'
  return quoted > 0 ? 'quotation' : null
}

/** The passages without those whose words in the second text stand in one before: a phrase that the first repeats is one. */
function distinct(passages: readonly Passage[]): Passage[] {
  const kept: Passage[] = []
  let ranges: Range[] = []
  for (const passage of passages) {
    if (covered(passage.b, ranges) * 2 >= passage.b.end - passage.b.start) continue
    kept.push(passage)
    ranges = [...ranges, passage.b].sort((x, y) => x.start - y.start)
  }
  return kept
}

function partIn(range: Range, ranges: readonly Range[]): number {
  return covered(range, ranges) / Math.max(1, range.end - range.start)
}

function total(passages: readonly Passage[]): number {
  return passages.reduce((sum, { words }) => sum + words, 0)
}
