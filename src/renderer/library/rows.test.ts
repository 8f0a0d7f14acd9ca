import { expect, test } from 'vitest'
import type { SourceRow } from '../../shared/case/row.ts'
import { arrangeRows } from './rows.ts'

function row(key: string, change: Partial<SourceRow>): SourceRow {
  return {
    id: key.toLowerCase(),
    key,
    title: '',
    publisher: null,
    published: null,
    importedAt: '2031-03-12T09:00:00Z',
    quotes: 0,
    image: false,
    tlp: null,
    doubtful: [],
    attention: null,
    ...change
  }
}

const ROWS = [
  row('S1', { title: 'Memo 10', publisher: 'Northern Courier', published: '2031-03-04' }),
  row('S2', { title: 'memo 9', publisher: 'Harbour Post', published: '2031-03-05T08:00:00+01:00' }),
  row('S3', { title: 'Éxtra', importedAt: '2031-03-13T09:00:00Z' }),
  row('S10', { title: 'Letter', publisher: 'harbour board', published: '2031' })
]
const COUNTS = new Map([
  ['s2', 3],
  ['s10', 1]
])
const keys = (filter: string, sort: Parameters<typeof arrangeRows>[2]): string =>
  arrangeRows(ROWS, filter, sort, COUNTS)
    .map((item) => item.key)
    .join(' ')

test('newest first; what came in one import has the newest key first', () => {
  expect(keys('', 'newest')).toBe('S3 S10 S2 S1')
  expect(keys('', 'oldest')).toBe('S1 S2 S10 S3')
})

test('sorts by date of publication with the undated last', () => {
  expect(keys('', 'published')).toBe('S2 S1 S10 S3')
})

test('titles sort without regard to case and accents, numbers by value', () => {
  expect(keys('', 'title')).toBe('S3 S10 S2 S1')
})

test('publishers sort with the unknown last, quotes with the most first', () => {
  expect(keys('', 'publisher')).toBe('S10 S2 S1 S3')
  expect(keys('', 'quotes')).toBe('S2 S10 S1 S3')
})

test('filters by title, publisher and key', () => {
  expect(keys('MEMO', 'oldest')).toBe('S1 S2')
  expect(keys('extra', 'oldest')).toBe('S3')
  expect(keys('harbour', 'oldest')).toBe('S2 S10')
  expect(keys('s10', 'oldest')).toBe('S10')
})

test('the rows that are given stay as they are', () => {
  const before = ROWS.map((item) => item.key)
  arrangeRows(ROWS, '', 'title', COUNTS)
  expect(ROWS.map((item) => item.key)).toEqual(before)
})
