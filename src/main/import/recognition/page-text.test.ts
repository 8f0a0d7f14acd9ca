import { expect, it } from 'vitest'
import type { RecognisedWord } from './engine.ts'
import { toParagraphs } from './page-text.ts'

/** Lines as `[block, paragraph, words, height]`; a word that ends with `?` is unsure. */
function words(lines: readonly (readonly [number, number, string, number?])[]): RecognisedWord[] {
  return lines.flatMap(([block, paragraph, text, height = 30], line) =>
    text.split(' ').map((word) => ({
      text: word.replace(/\?$/, ''),
      confidence: word.endsWith('?') ? 40 : 95,
      block,
      paragraph,
      line,
      top: line * 40,
      height
    }))
  )
}

const marked = (paragraphs: ReturnType<typeof toParagraphs>): string[][] =>
  paragraphs.map(({ text, doubts }) => doubts.map(({ start, end }) => text.slice(start, end)))

it('joins lines to paragraphs, a broken word to one, and keeps what is unsure in its place', () => {
  const found = toParagraphs(
    words([
      [1, 1, 'The har?bour board said that the found-'],
      [1, 1, 'ations? of the quay were looked at'],
      [1, 2, 'by an engin-?'],
      [1, 2, 'eer in the spring of that year.']
    ]),
    ['eng']
  )
  expect(found.map(({ text }) => text)).toEqual([
    'The har?bour board said that the foundations of the quay were looked at by an engineer in the spring of that year.'
  ])
  expect(marked(found)).toEqual([['ations', 'engin']])
})

it('tells headings by the size of their letters, and leaves out what is neither letter nor figure', () => {
  const found = toParagraphs(
    words([
      [1, 1, 'Notice of the board', 44],
      [2, 1, '| — ~'],
      [3, 1, 'The quay stays closed, the board said.'],
      [4, 1, 'Nobody may pass the barrier until then.']
    ]),
    ['eng']
  )
  expect(found.map(({ type, text }) => `${type}: ${text}`)).toEqual([
    'heading: Notice of the board',
    'paragraph: The quay stays closed, the board said.',
    'paragraph: Nobody may pass the barrier until then.'
  ])
})

it('joins a paragraph that goes on in the next column, and no other', () => {
  const found = toParagraphs(
    words([
      [1, 1, 'The ferry leaves at six and comes back'],
      [2, 1, 'at noon, the company said.'],
      [3, 1, 'at the quay']
    ]),
    ['eng']
  )
  expect(found.map(({ text }) => text)).toEqual([
    'The ferry leaves at six and comes back at noon, the company said.',
    'at the quay'
  ])
})
