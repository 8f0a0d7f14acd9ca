import { expect, test } from 'vitest'
import { differenceMarks } from './difference.ts'

const PARTS = [
  { kind: 'same', text: 'Trust is not ' },
  { kind: 'quoted', text: 'only ' },
  { kind: 'same', text: 'a ' },
  { kind: 'source', text: 'mere ' },
  { kind: 'same', text: 'courtesy' }
] as const

test('words that only the quote has are covered, words that only the source has are inserted', () => {
  expect(differenceMarks(PARTS, 'Trust is not only a courtesy')).toEqual([
    { kind: 'quoted', at: 13, text: 'only ' },
    { kind: 'source', at: 20, text: 'mere ' }
  ])
})

test('nothing is drawn in words that have changed since the comparison', () => {
  expect(differenceMarks(PARTS, 'Trust is not always a courtesy')).toBeNull()
  expect(differenceMarks(PARTS, 'Trust is not only a courtesy here')).toBeNull()
})

test('an ellipsis and what it left out are not drawn', () => {
  const parts = [
    { kind: 'same', text: 'We gave ' },
    { kind: 'omitted', text: 'the inquiry ' },
    { kind: 'quoted', text: '[…] ' },
    { kind: 'same', text: 'all' }
  ] as const
  expect(differenceMarks(parts, 'We gave […] all')).toEqual([])
})
