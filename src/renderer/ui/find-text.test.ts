import { expect, test } from 'vitest'
import { findAll } from './find-text.ts'

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

test('straight quotes and apostrophes find curly ones', () => {
  expect(findAll('They don’t say “no”.', 'don\'t say "no"')).toEqual([{ start: 5, end: 19 }])
})

test('case and whole words count where they are asked for', () => {
  expect(findAll('Memo memo', 'memo', { matchCase: true })).toEqual([{ start: 5, end: 9 }])
  expect(findAll('memos, ememo, memo: mémo memo2', 'memo', { wholeWords: true })).toEqual([{ start: 14, end: 18 }])
})

test('letters that become longer in lower case don’t move what is found', () => {
  expect(findAll('İİ memo', 'memo')).toEqual([{ start: 3, end: 7 }])
})
