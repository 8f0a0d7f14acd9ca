import { expect, test } from 'vitest'
import { locatorOf, paragraphPlaces } from './locator.ts'
import type { Block } from './source.ts'

/** Paragraphs of nine characters each, on the pages that are given; 0 for none. */
const paragraphs = (...pages: number[]): Block[] =>
  pages.map((page, index) => ({
    type: 'paragraph',
    start: index * 10,
    end: index * 10 + 9,
    ...(page > 0 ? { page } : {})
  }))

test.each([
  ['one paragraph', [0, 0, 0], 10, 14, '¶ 2'],
  ['several', [0, 0, 0], 3, 24, '¶ 1–3'],
  ['up to the end of a paragraph, without the next', [0, 0], 0, 9, '¶ 1'],
  ['with the line feed behind a paragraph', [0, 0], 0, 10, '¶ 1'],
  ['an empty range', [0, 0], 10, 10, '¶ 2'],
  ['a page, counted from its top', [199, 200, 200, 200], 30, 35, 'p. 200, ¶ 3'],
  ['several on a page', [199, 200, 200, 200], 20, 35, 'p. 200, ¶ 2–3'],
  ['from a page to the next', [200, 200, 201, 201], 12, 35, 'p. 200, ¶ 2 – p. 201, ¶ 2'],
  ['from what has a page to what has none', [200, 0], 2, 15, '¶ 1–2'],
  ['no block', [], 0, 5, null]
])('the locator of %s', (_, pages, start, end, expected) => {
  expect(locatorOf(paragraphs(...pages), { start, end })).toBe(expected)
})

test('a page is told as the original labels it, and a label ends where its page does', () => {
  const labels = ['xi', 'xii', 'xii', undefined]
  const blocks = paragraphs(11, 12, 12, 13).map((block, i): Block =>
    labels[i] === undefined ? block : { ...block, pageLabel: labels[i] }
  )
  expect(locatorOf(blocks, { start: 20, end: 25 })).toBe('p. xii, ¶ 2')
  expect(locatorOf(blocks, { start: 0, end: 25 })).toBe('p. xi, ¶ 1 – p. xii, ¶ 2')
  expect(locatorOf(blocks, { start: 20, end: 35 })).toBe('p. xii, ¶ 2 – p. 13, ¶ 1')
  expect(paragraphPlaces(blocks)).toEqual([
    { page: 'xi', paragraph: 1 },
    { page: 'xii', paragraph: 1 },
    { page: 'xii', paragraph: 2 },
    { page: '13', paragraph: 1 }
  ])
})

test('a place before the first block has none', () => {
  expect(locatorOf([{ type: 'paragraph', start: 5, end: 9 }], { start: 0, end: 3 })).toBeNull()
})

test('the number beside a paragraph is the one by which it is cited', () => {
  for (const pages of [
    [0, 0, 0],
    [199, 200, 200, 200],
    [1, 1, 0, 2],
    [3, 4, 3]
  ]) {
    const blocks = paragraphs(...pages)
    const cited = blocks.map((block) => locatorOf(blocks, block))
    const beside = paragraphPlaces(blocks).map(
      ({ page, paragraph }) => (page === null ? '' : `p. ${page}, `) + `¶ ${paragraph}`
    )
    expect(beside).toEqual(cited)
  }
})
