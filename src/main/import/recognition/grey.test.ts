import { expect, it } from 'vitest'
import { despeckled, doubled, reduced, type GreyImage } from './grey.ts'

function image(rows: readonly string[]): GreyImage {
  const shades: Record<string, number> = { '#': 0, '.': 255, o: 128 }
  return { width: rows[0]!.length, height: rows.length, data: Uint8Array.from(rows.join(''), (c) => shades[c]!) }
}

it('takes out single specks and leaves strokes', () => {
  const cleaned = despeckled(image(['........', '.#...##.', '.....##.', '.....##.', '........']))
  expect([...cleaned.data]).toEqual([...image(['........', '.....##.', '.....##.', '.....##.', '........']).data])
})

it('makes pictures smaller by the mean of squares, and larger by what lies between', () => {
  expect(reduced(image(['#.', '.#']), 2)).toEqual({ width: 1, height: 1, data: Uint8Array.of(127) })
  const large = doubled(image(['#.']))
  expect([large.width, large.height]).toEqual([4, 2])
  expect([...large.data.subarray(0, 4)]).toEqual([0, 63, 191, 255])
})
