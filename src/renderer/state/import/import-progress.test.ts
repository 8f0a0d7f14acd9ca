import { expect, test } from 'vitest'
import { doneWords, quarters, rateWords, remainingWords } from './import-progress.ts'

test.each([
  [0, 'less than a minute left'],
  [49, 'less than a minute left'],
  [50, 'about 1 minute left'],
  [61, 'about 2 minutes left'],
  [700, 'about 12 minutes left'],
  [5340, 'about 89 minutes left'],
  [5400, 'about 1.5 hours left'],
  [7300, 'about 2 hours left'],
  [36_500, 'about 10 hours left']
])('%d seconds are said as “%s”', (seconds, words) => {
  expect(remainingWords(seconds)).toBe(words)
})

test.each([
  [0.4, 'less than one a minute'],
  [7.4, '7 a minute'],
  [182, '180 a minute'],
  [1236, '1,240 a minute'],
  [12_345, '12,300 a minute']
])('%d files a minute are said as “%s”', (rate, words) => {
  expect(rateWords(rate)).toBe(words)
})

test('thousands are grouped, and quarters counted', () => {
  expect(doneWords({ done: 1240, total: 5000 })).toBe('1,240 of 5,000')
  expect([0, 1249, 1250, 4999, 5000].map((done) => quarters({ done, total: 5000 }))).toEqual([0, 0, 1, 3, 4])
  expect(quarters({ done: 0, total: 0 })).toBe(0)
})
