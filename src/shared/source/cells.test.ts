import { expect, test } from 'vitest'
import { cellsOf } from './cells.ts'

test('cells are ranges of the text, the empty ones too', () => {
  const text = 'Pier · Built ·  · Cost\nOne'
  const cells = cellsOf(text, 0, 22)
  expect(cells.map(({ start, end }) => text.slice(start, end))).toEqual(['Pier', 'Built', '', 'Cost'])
  expect(cellsOf(text, 23, 26)).toEqual([{ start: 23, end: 26 }])
})
