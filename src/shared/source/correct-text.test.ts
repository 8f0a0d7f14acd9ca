import { expect, it } from 'vitest'
import { createQuote } from '../quote/create.ts'
import { afterChange, foundAgain } from '../quote/reanchor.ts'
import type { Quote } from '../quote/quote.ts'
import { correctedText } from './correct-text.ts'
import type { SourceText } from './source.ts'

const TEXT = 'The guay stays closed.\nNobody may pass tbe barrier.'
const text = (words: string, sha256: string): SourceText => {
  const line = words.indexOf('\n')
  return {
    schema: 8,
    extractor: 'tesseract/5.1.0',
    text: words,
    blocks: [
      { type: 'paragraph', start: 0, end: line },
      { type: 'paragraph', start: line + 1, end: words.length }
    ],
    sha256: sha256.repeat(64),
    doubts: [
      { start: words.indexOf('guay'), end: words.indexOf('guay') + 4 },
      { start: words.indexOf('tbe'), end: words.indexOf('tbe') + 3 }
    ]
  }
}
const quote = (words: string, of: SourceText): Quote => {
  const start = of.text.indexOf(words)
  return createQuote({
    id: words,
    key: 'Q1',
    sourceId: 's',
    target: { exact: words, prefix: '', suffix: '', start, end: start + words.length, textSha256: of.sha256 },
    createdAt: '2031-03-12T09:00:00Z'
  })
}

it('a correction moves blocks and doubts behind it, and takes away the doubt that it settles', () => {
  const corrected = correctedText(text(TEXT, 'a'), { start: 4, end: 8, words: 'old\nquay' })
  expect(corrected).toEqual({
    put: 'old quay',
    text: 'The old quay stays closed.\nNobody may pass tbe barrier.',
    blocks: [
      { type: 'paragraph', start: 0, end: 26 },
      { type: 'paragraph', start: 27, end: 55 }
    ],
    doubts: [{ start: 43, end: 46 }]
  })
})

it.each([
  ['over two paragraphs', { start: 10, end: 30, words: 'x' }, 'range'],
  ['of a whole paragraph to nothing', { start: 0, end: 22, words: ' ' }, 'empty'],
  ['to the same words', { start: 4, end: 8, words: 'guay' }, 'same']
])('a correction %s is none', (_, correction, problem) => {
  expect(correctedText(text(TEXT, 'a'), correction)).toBe(problem)
})

it('quotes go along: those behind move, those that hold the range have the corrected words', () => {
  const before = text(TEXT, 'a')
  const after = { ...before, text: TEXT.replace('guay', 'old quay'), sha256: 'b'.repeat(64) }
  const quotes = ['The', 'guay stays', 'pass tbe barrier'].map((words) => quote(words, before))
  const moved = afterChange(quotes, before.sha256, after, { start: 4, end: 8, length: 8 })
  expect(moved.map(({ target }) => target.exact)).toEqual(['The', 'old quay stays', 'pass tbe barrier'])
  for (const { target } of moved) {
    expect(after.text.slice(target.start, target.end)).toBe(target.exact)
    expect(target.textSha256).toBe(after.sha256)
  }
  const elsewhere = { ...quotes[0]!, target: { ...quotes[0]!.target, textSha256: 'c'.repeat(64) } }
  expect(afterChange([elsewhere], before.sha256, after, { start: 4, end: 8, length: 8 })).toEqual([elsewhere])
})

it('quotes are found again in another text where they stand in it to the letter', () => {
  const before = text(TEXT, 'a')
  const after = { ...before, text: `Notice\n${TEXT.replace('guay', 'quay')}`, sha256: 'b'.repeat(64) }
  const [kept, lost] = foundAgain([quote('Nobody may pass', before), quote('guay stays', before)], after)
  expect(after.text.slice(kept!.target.start, kept!.target.end)).toBe('Nobody may pass')
  expect(kept!.target.textSha256).toBe(after.sha256)
  expect(lost).toEqual(quote('guay stays', before))
})
