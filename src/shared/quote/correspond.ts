import { fold, foldQuoteMarks } from './fold.ts'

/** A range of a text in UTF-16 units. */
interface TextRange {
  text: string
  start: number
  end: number
}

/** Where words of one text stand in another; that they stand nowhere, or at several places of which nothing tells the one. */
export type Correspondence = { found: 'once'; start: number; end: number } | { found: 'nowhere' | 'several' }

/** How many characters on either side tell one place from another. */
const AROUND = 200
/** By how many characters the surroundings of one place have to be more alike than those of the next. */
const MARGIN = 6

/**
 * Finds the words of a range of one text in a range of another, both being the same words set otherwise: the text of a page and of its source.
 * They are compared as quotes are verified, folded, single and double quote marks alike, with hyphens at the ends of lines joined; white space and hyphens don't count, since lines and
 * paragraphs end elsewhere. Words that stand at several places are told apart by what stands around them, if that suffices. Pure.
 */
export function correspond(words: TextRange, within: TextRange): Correspondence {
  const a = squash(words.text)
  const b = squash(within.text)
  const from = firstFrom(a, words.start)
  const to = lastBefore(a, words.end) + 1
  if (to <= from) return { found: 'nowhere' }
  const needle = a.squashed.slice(from, to)
  const first = firstFrom(b, within.start)
  const end = lastBefore(b, within.end) + 1
  const places: { at: number; alike: number }[] = []
  for (let at = b.squashed.indexOf(needle, first); at >= 0 && at + needle.length <= end;) {
    places.push({ at, alike: alike(a.squashed, from, to, b.squashed, at) })
    at = b.squashed.indexOf(needle, at + 1)
  }
  places.sort((one, other) => other.alike - one.alike)
  const [best, next] = places
  if (!best) return { found: 'nowhere' }
  if (next && best.alike - next.alike < MARGIN) return { found: 'several' }
  return { found: 'once', start: b.starts[best.at]!, end: b.ends[best.at + needle.length - 1]! }
}

interface Squashed {
  squashed: string
  starts: number[]
  ends: number[]
}

/** A text folded, without white space and hyphens, each character with its place. */
function squash(text: string): Squashed {
  const { folded, starts, ends } = fold(text, 'joined')
  const made: Squashed = { squashed: '', starts: [], ends: [] }
  const kept: string[] = []
  for (let i = 0; i < folded.length; i++) {
    const character = folded[i]!
    if (character === ' ' || character === '-') continue
    kept.push(character)
    made.starts.push(starts[i]!)
    made.ends.push(ends[i]!)
  }
  made.squashed = foldQuoteMarks(kept.join(''))
  return made
}

/** The first character that begins at an offset or behind it. */
function firstFrom({ starts }: Squashed, offset: number): number {
  const index = starts.findIndex((start) => start >= offset)
  return index < 0 ? starts.length : index
}

/** The last character that ends at an offset or before it. */
function lastBefore({ ends }: Squashed, offset: number): number {
  return ends.findLastIndex((end) => end <= offset)
}

/** How many characters before and behind two places of the same words are the same. */
function alike(a: string, from: number, to: number, b: string, at: number): number {
  let before = 0
  while (before < AROUND && from - before > 0 && a[from - before - 1] === b[at - before - 1]) before += 1
  let behind = 0
  const end = at + to - from
  while (behind < AROUND && to + behind < a.length && a[to + behind] === b[end + behind]) behind += 1
  return before + behind
}
