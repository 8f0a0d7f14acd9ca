import { expect, test } from 'vitest'
import type { Matrix } from './matrix.ts'
import { columnsOf } from './columns.ts'

const cell = (source: string, origin: string | null): Matrix['rows'][number]['cells'][number] => ({
  source,
  cited: origin === null ? null : 'supports',
  origin,
  holds: []
})

test('puts sources of one origin beside each other, and those that nothing uses last', () => {
  const columns = columnsOf({
    sources: ['S1', 'S2', 'S3', 'S10'],
    rows: [
      {
        number: 1,
        statement: 'a',
        items: [],
        cells: [cell('S1', 'O1'), cell('S2', null), cell('S3', 'O2'), cell('S10', 'O1')]
      }
    ]
  })
  expect(columns.map(({ source, starts, isUsed }) => [source, starts, isUsed])).toEqual([
    ['S1', true, true],
    ['S10', false, true],
    ['S3', true, true],
    ['S2', true, false]
  ])
})
