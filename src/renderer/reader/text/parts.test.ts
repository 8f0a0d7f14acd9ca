import { expect, test } from 'vitest'
import type { SourceText } from '../../../shared/source/source.ts'
import { SlabHeights } from './heights.ts'
import { partsOf } from './parts.ts'
import { slabsOf } from './slabs.ts'

test('drawn slabs stand alone, and one gap in the place of all between them', () => {
  const said = (slabs: number, drawn: number[]): string =>
    partsOf(slabs, new Set(drawn))
      .map(({ from, to, isDrawn }) => (isDrawn ? `${from}` : `(${from}-${to})`))
      .join(' ')
  expect(said(9, [4, 3, 7])).toBe('(0-3) 3 4 (5-7) 7 (8-9)')
  expect(said(3, [0, 1, 2])).toBe('0 1 2')
  expect(said(3, [])).toBe('(0-3)')
  expect(said(0, [])).toBe('')
})

const text = (lines: number): SourceText => {
  const blocks = Array.from({ length: lines }, (_, n) => ({
    type: 'paragraph' as const,
    start: n * 2_001,
    end: n * 2_001 + 2_000
  }))
  return {
    schema: 8,
    extractor: 'txt/1',
    text: Array(lines).fill('x'.repeat(2_000)).join('\n'),
    blocks,
    sha256: '0'.repeat(64)
  }
}

test('heights are those that were measured, else what the setting makes of the text', () => {
  const slabs = slabsOf(text(5))
  expect(slabs).toHaveLength(5)
  const heights = new SlabHeights(slabs, { perLine: 100, line: 10, gap: 0 })
  expect(heights.between(0, 5)).toBe(1_000)
  heights.measure(1, 260)
  expect([heights.between(0, 1), heights.between(1, 2), heights.between(0, 5)]).toEqual([200, 260, 1_060])
  expect([0, 199, 200, 459, 460, 1_059].map((pixels) => heights.reaching(0, 5, pixels))).toEqual([0, 0, 1, 1, 2, 4])
  expect([heights.reaching(0, 5, 1_060), heights.reaching(2, 4, 0), heights.reaching(2, 4, 5_000)]).toEqual([5, 2, 4])
  heights.reset({ perLine: 50, line: 10, gap: 0 })
  expect(heights.between(1, 2)).toBe(400)
})
