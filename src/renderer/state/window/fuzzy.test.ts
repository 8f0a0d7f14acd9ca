import { expect, test } from 'vitest'
import { matches, score } from './fuzzy.ts'

test('all words must stand in the text, in any order, case and accent', () => {
  expect(matches('memo HARBOUR', 'Harbour board kept memo')).toBe(true)
  expect(matches('vestad', 'Véstad News')).toBe(true)
  expect(matches('memo ferry', 'Harbour board kept memo')).toBe(false)
})

test('a match at the start beats one at a word, and that one beats one within', () => {
  expect(score('har', 'Harbour')).toBe(3)
  expect(score('board', 'Harbour board')).toBe(2)
  expect(score('bour', 'Harbour')).toBe(1)
  expect(score('ferry', 'Harbour')).toBe(0)
})
