import { expect, test } from 'vitest'
import type { SourceRow } from '../../../shared/case/row.ts'
import { madeRow } from './row.test-helper.ts'
import { SORT_COLUMNS, type SortColumn } from '../../../shared/case/source-sort.ts'
import { sortRows, wordFilter } from './arrange.ts'

const ROWS = [
  madeRow('S1', { title: 'Memo 10', publisher: 'Northern Courier', published: '2031-03-04' }),
  madeRow('S2', { title: 'memo 9', publisher: 'Harbour Post', published: '2031-03-05T08:00:00+01:00' }),
  madeRow('S3', { title: 'Éxtra', importedAt: '2031-03-13T09:00:00Z' }),
  madeRow('S10', { title: '“Letter”', tags: ['Quay'], publisher: 'harbour board', published: '2031' })
]
const COUNTS = new Map([
  ['s2', 3],
  ['s10', 1]
])
const keys = (rows: readonly SourceRow[]): string => rows.map((item) => item.key).join(' ')
const sorted = (by: SortColumn, descending: boolean): string => keys(sortRows(ROWS, { by, descending }, COUNTS))

test('newest first; what came in one import has the newest key first', () => {
  expect(sorted('imported', true)).toBe('S3 S10 S2 S1')
  expect(sorted('imported', false)).toBe('S1 S2 S10 S3')
})

test('sorts by date of publication with the undated last, either way', () => {
  expect(sorted('published', true)).toBe('S2 S1 S10 S3')
  expect(sorted('published', false)).toBe('S10 S1 S2 S3')
})

test('titles sort without regard to case, accents and opening marks, numbers by value', () => {
  expect(sorted('title', false)).toBe('S3 S10 S2 S1')
  expect(sorted('title', true)).toBe('S1 S2 S10 S3')
})

test('publishers sort with the unknown last, either way; quotes and keys by their numbers', () => {
  expect(sorted('publisher', false)).toBe('S10 S2 S1 S3')
  expect(sorted('publisher', true)).toBe('S1 S2 S10 S3')
  expect(sorted('quotes', true)).toBe('S2 S10 S1 S3')
  expect(sorted('quotes', false)).toBe('S1 S3 S10 S2')
  expect(sorted('key', true)).toBe('S10 S3 S2 S1')
})

test('filters by title, publisher, key and tag', () => {
  const found = (query: string): string => keys(ROWS.filter(wordFilter(query)))
  expect(found('')).toBe('S1 S2 S3 S10')
  expect(found('MEMO')).toBe('S1 S2')
  expect(found('extra')).toBe('S3')
  expect(found('harbour')).toBe('S2 S10')
  expect(found('board quay')).toBe('S10')
  expect(found('s10')).toBe('S10')
})

test('the rows that are given stay as they are', () => {
  const before = keys(ROWS)
  for (const by of SORT_COLUMNS) sortRows(ROWS, { by, descending: true }, COUNTS)
  expect(keys(ROWS)).toBe(before)
})
