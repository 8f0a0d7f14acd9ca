import { expect, test } from 'vitest'
import type { Block, SourceText } from '../../../shared/source/source.ts'
import type { PlacedText } from './drawing/messages.ts'
import { pagesOf, pageTextOf, toPage, toSource } from './page-text.ts'

const PLACE = { left: 0, top: 0, width: 10, height: 10, angle: 0 }
const line = (text: string): PlacedText => ({ ...PLACE, text, endsLine: true })

function sourceOf(...paragraphs: [text: string, page: number][]): SourceText {
  const text = paragraphs.map(([words]) => words).join('\n')
  let start = 0
  const blocks = paragraphs.map(([words, page]): Block => {
    const block: Block = { type: 'paragraph', start, end: start + words.length, page }
    start = block.end + 1
    return block
  })
  return { schema: 8, extractor: 'pdf/1', text, blocks, sha256: '0'.repeat(64) }
}

const source = sourceOf(
  ['The board kept the memo back.', 1],
  ['The inquiry waits for the harbour office, which said nothing.', 1],
  ['The office answered on Monday.', 2]
)
const page1 = pageTextOf([line('The board kept the memo back.'), line('The inquiry waits for the har-')])
const page2 = pageTextOf([line('bour office, which said nothing.'), line('The office answered on Monday.')])

test('stretches of a page are joined, each with its place', () => {
  expect(pageTextOf([{ ...PLACE, text: 'kept', endsLine: false }, line(' back'), line('x')])).toEqual({
    text: 'kept back\nx\n',
    starts: [0, 4, 10]
  })
})

test('words of a page are found in the text, in a paragraph of the page before too', () => {
  const start = page2.text.indexOf('which said')
  const found = toSource(page2, { start, end: start + 10 }, source, 2)
  expect(found.found === 'once' && source.text.slice(found.start, found.end)).toBe('which said')
})

test('a passage of the text is found on its page', () => {
  const start = source.text.indexOf('kept the memo')
  const found = toPage({ start, end: start + 13 }, source, page1)
  expect(found.found === 'once' && page1.text.slice(found.start, found.end)).toBe('kept the memo')
})

test('a passage is looked for on the page of its block, then on the one on which the block may go on', () => {
  const start = source.text.indexOf('which said')
  expect(pagesOf(source.blocks, { start, end: start + 10 })).toEqual([1, 2])
  expect(pagesOf([{ type: 'paragraph', start: 0, end: 9 }], { start: 0, end: 5 })).toEqual([])
})
