import { expect, test } from 'vitest'
import { findAll } from './find.ts'

test('finds every place whatever the case', () => {
  expect(findAll('Memo and memo', 'MEMO')).toEqual([
    { start: 0, end: 4 },
    { start: 9, end: 13 }
  ])
})

test('a space matches a line break, and signs are taken literally', () => {
  expect(findAll('held\nback (all)', 'held back (')).toEqual([{ start: 0, end: 11 }])
  expect(findAll('a-b {1} [x] /y', '-b {1} [x] /y')).toEqual([{ start: 1, end: 14 }])
})

test('nothing is found for nothing', () => {
  expect(findAll('text', '  ')).toEqual([])
})
