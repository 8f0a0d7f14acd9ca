import type { Block, SourceText } from './source.ts'

/** Why a range of a text can't be corrected so: it leaves its paragraph, nothing would be left of that, or nothing changes. */
export type CorrectionProblem = 'range' | 'empty' | 'same'

/**
 * The text with other words in the place of a range within one of its blocks, without a hash of its own yet. What was doubtful there is no longer: the analyst has looked at
 * it. White space in the words becomes single spaces.
 */
export function correctedText(
  { text, blocks, doubts = [] }: Pick<SourceText, 'text' | 'blocks' | 'doubts'>,
  { start, end, words }: { start: number; end: number; words: string }
): (Pick<SourceText, 'text' | 'blocks' | 'doubts'> & { put: string }) | CorrectionProblem {
  const index = blocks.findIndex((block) => block.start <= start && end <= block.end)
  const block = blocks[index]
  if (!block || start > end) return 'range'
  const put = words.replace(/\s+/g, ' ')
  if (text.slice(start, end) === put) return 'same'
  const inside = text.slice(block.start, start) + put + text.slice(end, block.end)
  if (!/[^\s\u200B\u00AD]/u.test(inside)) return 'empty'
  const by = put.length - (end - start)
  const moved = (each: Block, i: number): Block =>
    i < index ? each : { ...each, start: i === index ? each.start : each.start + by, end: each.end + by }
  return {
    put,
    text: text.slice(0, start) + put + text.slice(end),
    blocks: blocks.map(moved),
    doubts: doubts
      .filter((doubt) => doubt.end <= start || doubt.start >= end)
      .map((doubt) => (doubt.start >= end ? { start: doubt.start + by, end: doubt.end + by } : doubt))
  }
}
