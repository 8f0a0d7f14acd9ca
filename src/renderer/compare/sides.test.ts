import { expect, test } from 'vitest'
import type { Difference } from '../../shared/analysis/copies/related.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import { madeRow } from '../state/sources/row.test-helper.ts'
import { changeOf, changesIn, differenceWords, inOrder, sideOf } from './sides.ts'

const row = (key: string, published: string | null) => madeRow(key, { published })
const keys = (one: SourceRow, other: SourceRow): string =>
  inOrder(one, other)
    .map(({ key }) => key)
    .join(' ')

const PARAGRAPHS: Difference['paragraphs'] = [
  { a: 1, b: 1, parts: [{ kind: 'same', text: 'The quay is closed.' }] },
  {
    a: 2,
    b: 2,
    parts: [
      { kind: 'same', text: 'Divers found ' },
      { kind: 'removed', text: 'three' },
      { kind: 'added', text: 'five' },
      { kind: 'same', text: ' cracks.' }
    ]
  },
  { a: 3, b: null, parts: [{ kind: 'removed', text: 'Nobody was hurt.' }] },
  { a: null, b: 3, parts: [{ kind: 'added', text: 'A lorry driver was hurt.' }] }
]

test('the earlier version comes first, else the one that came into the case first', () => {
  expect(keys(row('S2', '2031-05-14'), row('S10', '2031-05-12'))).toBe('S10 S2')
  expect(keys(row('S10', '2031-05-12'), row('S2', '2031-05-12'))).toBe('S2 S10')
  expect(keys(row('S10', '2031-05'), row('S2', '2031-05-12'))).toBe('S2 S10')
  expect(keys(row('S10', null), row('S2', '2031'))).toBe('S2 S10')
})

test('tells what became of each paragraph', () => {
  expect(PARAGRAPHS.map(changeOf)).toEqual(['unchanged', 'changed', 'removed', 'added'])
  expect(changesIn({ paragraphs: PARAGRAPHS })).toEqual([1, 2, 3])
})

test('each side has its own words and no others', () => {
  const words = (side: 'a' | 'b') =>
    PARAGRAPHS.map(({ parts }) =>
      sideOf(parts, side)
        .map(({ text }) => text)
        .join('')
    )
  expect(words('a')).toEqual(['The quay is closed.', 'Divers found three cracks.', 'Nobody was hurt.', ''])
  expect(words('b')).toEqual(['The quay is closed.', 'Divers found five cracks.', '', 'A lorry driver was hurt.'])
})

test('counts are said without those that are none', () => {
  expect(differenceWords({ unchanged: 12, changed: 3, removed: 0, added: 1 })).toBe(
    '3 paragraphs changed, 1 added, 12 the same'
  )
  expect(differenceWords({ unchanged: 1, changed: 0, removed: 0, added: 0 })).toBe('1 paragraph the same')
  expect(differenceWords({ unchanged: 0, changed: 0, removed: 0, added: 0 })).toBe('Neither has a paragraph')
})
