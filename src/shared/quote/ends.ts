import { countWords, difference, wordEnds, wordStarts } from './difference.ts'
import type { Range } from './prepared.ts'
import type { DifferencePart } from './quote.ts'

/** Words of the source that are set against those with which a quote begins or ends on its own. */
const MOST_AT_ENDS = 12

/**
 * The comparison with a passage that was found by likeness. Where quote and passage part at the beginning or the end, chance decided how far the passage goes: there the
 * source's next words, as many as the quote has, stand against the quote's, up to the end of the sentence.
 */
export function withItsEnds(quoted: string, near: Range, text: string): Range & { parts: DifferencePart[] } {
  const parts = difference(quoted, text.slice(near.start, near.end))
  const kept = parts.findIndex(({ kind }) => kind === 'same')
  const last = parts.findLastIndex(({ kind }) => kind === 'same')
  if (kept === -1) return { ...near, parts }
  const length = (some: readonly DifferencePart[], kind: 'source' | 'quoted'): string =>
    some.map((part) => (part.kind === kind ? part.text : '')).join('')
  const [head, tail] = [parts.slice(0, kept), parts.slice(last + 1)]
  const from = near.start + length(head, 'source').length
  const to = near.end - length(tail, 'source').length
  const before = length(head, 'quoted')
  const after = length(tail, 'quoted')
  const start = before === '' ? from : wordsBack(text, from, countWords(before))
  const end = after === '' ? to : wordsOn(text, to, countWords(after))
  return {
    start,
    end,
    parts: [
      ...changed(text.slice(start, from), before),
      ...parts.slice(kept, last + 1),
      ...changed(text.slice(to, end), after)
    ]
  }
}

function changed(source: string, quoted: string): DifferencePart[] {
  const both: DifferencePart[] = [
    { kind: 'source', text: source },
    { kind: 'quoted', text: quoted }
  ]
  return both.filter(({ text }) => text !== '')
}

/** What ends a sentence, with the marks behind it, and what ends somebody's words. */
const SENTENCE_END = /(?:[.!?…]+["'”’»)\]]*(?=\s)|[,;:]?[”»](?=[\s,.;:]|$)|[。！？]+[”’」』）]*|\n)/

/** Where so many words end that begin at an offset, within its sentence. */
function wordsOn(text: string, from: number, words: number): number {
  const following = text.slice(from, from + 40 * MOST_AT_ENDS)
  const stop = SENTENCE_END.exec(following)
  const sentence = stop ? following.slice(0, stop.index) : following
  const ends = wordEnds(sentence)
  return from + (ends[Math.min(words, MOST_AT_ENDS) - 1] ?? ends.at(-1) ?? 0)
}

/** Where so many words begin that end at an offset, within its sentence. */
function wordsBack(text: string, to: number, words: number): number {
  const sentence = text
    .slice(Math.max(0, to - 40 * MOST_AT_ENDS), to)
    .split(SENTENCE_END)
    .at(-1)!
  const starts = wordStarts(sentence)
  return to - sentence.length + (starts.at(-Math.min(words, MOST_AT_ENDS)) ?? starts[0] ?? sentence.length)
}
