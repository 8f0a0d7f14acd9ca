import type { Stored } from '../../../shared/brief/check.ts'
import { standingOf, type Standing } from '../../../shared/brief/standing.ts'
import type { Mark, MarkColour } from '../../../shared/case/records/mark.ts'
import type { Quote } from '../../../shared/quote/quote.ts'
import type { Marked } from '../../ui/segments.ts'
import { slabAt, type Slab } from './slabs.ts'

/** The range of a saved quote, with how it stands, or of a mark, with its colour. */
export interface MarkedQuote extends Marked {
  /** How it's called: `Quote Q3`, `Mark`. */
  name: string
  colour: MarkColour | null
  standing: Standing
}

/** Which quotes and marks reach into which slab, by the slab's index, each list in the order of the text. */
export function marksOf(
  slabs: readonly Slab[],
  text: string,
  quotes: readonly Quote[],
  marks: readonly Mark[],
  stored: Stored
): Map<number, MarkedQuote[]> {
  const perSlab = new Map<number, MarkedQuote[]>()
  const all = [
    ...quotes.map(({ id, key, target }) => ({ id, target, name: `Quote ${key}`, colour: null })),
    ...marks.map(({ id, target, colour }) => ({ id, target, name: 'Mark', colour }))
  ]
  const inOrder = all.sort((a, b) => a.target.start - b.target.start || b.target.end - a.target.end)
  for (const { id, name, colour, target } of inOrder) {
    // In a text that was changed other words may stand there now.
    const words = text.slice(target.start, target.end) === target.exact ? 'verbatim' : 'altered'
    const mark = { id, name, colour, standing: standingOf(words, stored), start: target.start, end: target.end }
    for (let index = Math.max(0, slabAt(slabs, target.start)); index < slabs.length; index++) {
      if (slabs[index]!.start >= target.end) break
      const marked = perSlab.get(index)
      if (marked) marked.push(mark)
      else perSlab.set(index, [mark])
    }
  }
  return perSlab
}

/** True when two lists of marks look the same. */
export function sameMarks(a: readonly MarkedQuote[], b: readonly MarkedQuote[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((mark, index) => {
        const other = b[index]!
        return (
          mark.id === other.id &&
          mark.standing === other.standing &&
          mark.colour === other.colour &&
          mark.start === other.start &&
          mark.end === other.end
        )
      }))
  )
}
