import type { SourceText } from '../source/source.ts'
import { targetOf } from './create.ts'
import { prepareText } from './prepared.ts'
import type { Quote } from './quote.ts'
import { verifyQuote } from './verify.ts'

/** A change of a text: `[start, end)` gave way to as many other characters. */
export interface TextChange {
  start: number
  end: number
  length: number
}

/**
 * The quotes of a text as they stand in one of which a range was corrected: those behind it move, one that holds it has the corrected words, one of which only a part
 * was corrected keeps to whole words. Quotes of other texts stay as they are, and so does one of which nothing is left.
 */
export function afterChange(quotes: readonly Quote[], before: string, after: SourceText, change: TextChange): Quote[] {
  const by = change.length - (change.end - change.start)
  const moved = (offset: number, isEnd: boolean): number => {
    if (offset <= change.start && !(isEnd && offset === change.start && change.start === change.end)) return offset
    if (offset >= change.end) return offset + by
    return isEnd ? change.start + change.length : change.start
  }
  return quotes.map((quote) => {
    const { target } = quote
    if (target.textSha256 !== before) return quote
    const found = targetOf(after, moved(target.start, false), moved(target.end, true))
    return found ? { ...quote, target: found } : quote
  })
}

/** The quotes of a source in another text of it: each where its words stand there to the letter, else as it was. */
export function foundAgain(quotes: readonly Quote[], text: SourceText): Quote[] {
  if (quotes.length === 0) return []
  const prepared = prepareText(text.text)
  return quotes.map((quote) => {
    const { target } = quote
    const { state, start, end } = verifyQuote(target.exact, prepared, { prefix: target.prefix, suffix: target.suffix })
    const found = state === 'verbatim' && start !== null && end !== null ? targetOf(text, start, end) : null
    return found?.exact === target.exact ? { ...quote, target: found } : quote
  })
}
