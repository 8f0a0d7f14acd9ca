import { expect, test } from 'vitest'
import { idsToMend } from './ids.ts'

test('a node without an id gets one', () => {
  expect(
    idsToMend([
      { id: 'a', fresh: false },
      { id: null, fresh: true }
    ])
  ).toEqual([1])
})

test('of two with the same id the pasted one is renamed, wherever it stands', () => {
  expect(
    idsToMend([
      { id: 'a', fresh: true },
      { id: 'a', fresh: false }
    ])
  ).toEqual([0])
  expect(
    idsToMend([
      { id: 'a', fresh: false },
      { id: 'a', fresh: true }
    ])
  ).toEqual([1])
})

test('something cut and pasted elsewhere keeps its id', () => {
  expect(
    idsToMend([
      { id: 'b', fresh: false },
      { id: 'a', fresh: true }
    ])
  ).toEqual([])
})

test('pasted twice at once, only the first keeps it', () => {
  expect(
    idsToMend([
      { id: 'a', fresh: true },
      { id: 'a', fresh: true },
      { id: '', fresh: false }
    ])
  ).toEqual([1, 2])
})
