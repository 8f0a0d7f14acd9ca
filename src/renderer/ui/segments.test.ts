import { expect, test } from 'vitest'
import { segmentsOf } from './segments.ts'

test('a block without quotes is one piece', () => {
  expect(segmentsOf(10, 20, [{ id: 'a', start: 0, end: 10 }])).toEqual([{ start: 10, end: 20, quotes: [] }])
})

test('overlapping quotes share the piece in which they overlap', () => {
  const marked = [
    { id: 'a', start: 2, end: 6 },
    { id: 'b', start: 4, end: 8 }
  ]
  expect(segmentsOf(0, 10, marked)).toEqual([
    { start: 0, end: 2, quotes: [] },
    { start: 2, end: 4, quotes: ['a'] },
    { start: 4, end: 6, quotes: ['a', 'b'] },
    { start: 6, end: 8, quotes: ['b'] },
    { start: 8, end: 10, quotes: [] }
  ])
})

test('a quote that goes on in the next block covers the block to its end', () => {
  expect(segmentsOf(0, 5, [{ id: 'a', start: 3, end: 12 }])).toEqual([
    { start: 0, end: 3, quotes: [] },
    { start: 3, end: 5, quotes: ['a'] }
  ])
})
