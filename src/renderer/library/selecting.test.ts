import { expect, test } from 'vitest'
import { between, toggled } from './selecting.ts'

const IDS = ['a', 'b', 'c', 'd', 'e']
const words = (ids: Iterable<string>): string => [...ids].join('')

test('selects from one row to another in either direction', () => {
  expect(words(between(IDS, 'b', 3))).toBe('bcd')
  expect(words(between(IDS, 'd', 1))).toBe('bcd')
  expect(words(between(IDS, 'c', 2))).toBe('c')
})

test('a row that has gone can’t be the beginning', () => {
  expect(words(between(IDS, 'x', 2))).toBe('c')
  expect(words(between(IDS, null, 0))).toBe('a')
})

test('takes in and out, and leaves what it is given', () => {
  const before = new Set(['a', 'b'])
  expect(words(toggled(before, 'b'))).toBe('a')
  expect(words(toggled(before, 'c'))).toBe('abc')
  expect(words(before)).toBe('ab')
})
