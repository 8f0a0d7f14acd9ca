import type { SourceText } from '../source/source.ts'
import { wholeWords } from './boundary.ts'
import { atCharacter } from './position.ts'
import type { Quote, QuoteTarget } from './quote.ts'

/** Characters of context kept before and after a quote, as in the examples of the W3C model. */
const CONTEXT = 32

/**
 * The target of a quote over a range of a text, widened to whole words and without white space at its ends; null when
 * nothing is left.
 */
export function targetOf(text: Pick<SourceText, 'text' | 'sha256'>, start: number, end: number): QuoteTarget | null {
  const range = wholeWords(text.text, start, end)
  if (range.start === range.end) return null
  return {
    exact: text.text.slice(range.start, range.end),
    prefix: text.text.slice(atCharacter(text.text, Math.max(0, range.start - CONTEXT)), range.start),
    suffix: text.text.slice(range.end, atCharacter(text.text, Math.min(text.text.length, range.end + CONTEXT))),
    start: range.start,
    end: range.end,
    textSha256: text.sha256
  }
}

/** A new quote. `id` and `createdAt` come from the caller. */
export function createQuote(fields: {
  id: string
  key: string
  sourceId: string
  target: QuoteTarget
  createdAt: string
}): Quote {
  return { ...fields, formerKeys: [], speaker: null, attribution: [], note: '', tags: [], deletedAt: null }
}
