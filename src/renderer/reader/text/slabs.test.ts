import { expect, test } from 'vitest'
import type { SourceText } from '../../../shared/source/source.ts'
import { estimateHeight, slabAt, slabsOf } from './slabs.ts'

function textOf(parts: readonly string[]): SourceText {
  let at = 0
  const blocks = parts.map((part) => {
    const block = { type: 'paragraph' as const, start: at, end: at + part.length }
    at = block.end + 1
    return block
  })
  return { schema: 8, extractor: 'txt/1', text: parts.join('\n'), blocks, sha256: '0'.repeat(64) }
}

const LINE = 'The ferry left the quay at noon. '

test('slabs hold every block once, in order, and no slab holds a whole book', () => {
  const text = textOf(Array.from({ length: 500 }, (_, index) => `${index} ${LINE.repeat(3)}`))
  const slabs = slabsOf(text)
  expect(slabs.flatMap(({ pieces }) => pieces.map(({ number }) => number))).toEqual(text.blocks.map((_, n) => n + 1))
  expect(Math.max(...slabs.map(({ start, end }) => end - start))).toBeLessThan(2_000)
  expect(slabs.map(({ index }) => index)).toEqual(slabs.map((_, index) => index))
})

test('many short lines make several slabs', () => {
  expect(slabsOf(textOf(Array.from({ length: 100 }, () => 'x')))).toHaveLength(5)
})

test('a block of any length is cut behind sentences, and nothing of it is lost', () => {
  const text = textOf([LINE.repeat(5_000)])
  const pieces = slabsOf(text).flatMap((slab) => slab.pieces)
  expect(pieces.map(({ start, end }) => text.text.slice(start, end)).join('')).toBe(text.text)
  expect(pieces.every(({ number, end, start }) => number === 1 && end - start <= 3_000)).toBe(true)
  expect(pieces.slice(0, -1).every(({ end }) => text.text.slice(end - 2, end) === '. ')).toBe(true)
})

test('a block without spaces is cut between characters, never within one', () => {
  for (const unit of ['𝒜', 'e\u0301', '港', '👩\u200d🚒']) {
    const text = textOf([`x${unit.repeat(6_000)}`])
    const pieces = slabsOf(text).flatMap((slab) => slab.pieces)
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.slice(1).every(({ start }) => text.text.slice(start).startsWith(unit))).toBe(true)
    expect(pieces.map(({ start, end }) => text.text.slice(start, end)).join('')).toBe(text.text)
  }
})

test('an empty block is a piece of its own', () => {
  expect(slabsOf(textOf(['One', '', 'two'])).flatMap(({ pieces }) => pieces)).toHaveLength(3)
  expect(slabsOf(textOf([]))).toEqual([])
})

test('an offset finds its slab', () => {
  const slabs = slabsOf(textOf([LINE.repeat(100), LINE.repeat(100), LINE]))
  expect(slabs).toHaveLength(3)
  expect(slabAt(slabs, 0)).toBe(0)
  expect(slabAt(slabs, slabs[0]!.end - 1)).toBe(0)
  expect(slabAt(slabs, slabs[0]!.end)).toBe(1)
  expect(slabAt(slabs, 1e9)).toBe(2)
  expect(slabAt([], 3)).toBe(-1)
})

test('a height is that of its lines and gaps', () => {
  const [slab] = slabsOf(textOf(['a'.repeat(101), 'b', '']))
  expect(estimateHeight(slab!, { perLine: 50, line: 20, gap: 10 })).toBe(3 * 20 + 20 + 20 + 3 * 10)
})
