import { describe, expect, it } from 'vitest'
import type { PlacedText } from './line.ts'
import { toLines } from './lines.ts'

/** A4, its origin turned to the top left. */
const PAGE = [1, 0, 0, -1, 0, 842]
const item = (str: string, left: number, right: number, y = 700, size = 10, dir = 'ltr'): PlacedText => ({
  str,
  dir,
  transform: [size, 0, 0, size, left, y],
  width: right - left,
  height: size
})
const texts = (...items: PlacedText[]): string[] => toLines(items, PAGE).map(({ text }) => text)

describe('lines of a PDF', () => {
  it('are pieces on one baseline, a space where a gap says so, columns apart', () => {
    expect(
      texts(item('The me', 72, 100), item('mo', 100.4, 110), item('exists', 114, 140), item('Elsewhere', 300, 350))
    ).toEqual(['The memo exists', 'Elsewhere'])
    expect(toLines([item('a', 72, 80)], PAGE)).toEqual([{ text: 'a', left: 72, right: 80, base: 142, size: 10 }])
  })

  it('hold raised numbers, and once what is printed twice to look bold', () => {
    expect(texts(item('memo', 72, 100), item('12', 100.2, 105, 704, 6), item('exists', 108, 140))).toEqual([
      'memo¹² exists'
    ])
    expect(texts(item('Memo', 72, 100), item('Memo', 72.3, 100.3), item('below', 72, 100, 680))).toEqual([
      'Memo',
      'below'
    ])
  })

  it('are read from right to left where their script is, numbers and names from left to right', () => {
    const words = [
      item('العبارة القديمة', 72, 110, 700, 10, 'rtl'),
      item(' ', 110, 113),
      item('Sollen', 113, 140),
      item('Harbour', 143, 170),
      item(' ', 170, 173),
      item('مذكرة', 173, 200, 700, 10, 'rtl')
    ]
    expect(texts(...words)).toEqual(['مذكرة Sollen Harbour العبارة القديمة'])
    expect(texts(...words.toReversed().filter(({ dir, str }) => dir === 'rtl' || str === ' '))).toEqual([
      'مذكرة',
      'العبارة القديمة'
    ])
    expect(texts(item('\uFEE3\uFEAC\uFEDB\uFEAE\uFE93', 72, 100, 700, 10, 'rtl'))).toEqual(['مذكرة'])
  })

  it('show what stands for no character', () => {
    expect(texts(item('a\u0003b\uD800', 72, 100))).toEqual(['a\uFFFDb\uFFFD'])
  })
})
