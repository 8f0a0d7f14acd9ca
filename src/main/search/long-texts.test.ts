import { expect, it } from 'vitest'
import { tokenise } from '../../shared/search/tokens.ts'
import { LongTexts } from './long-texts.ts'

const long = (word: string, units: number): string => `${word} `.repeat(units / (word.length + 1))

const ALL = { words: new Set(['kept', 'memo']), beginnings: ['the'] }

it('keeps the tokens of long texts, those asked for last', () => {
  const texts = new LongTexts()
  const [one, two] = [long('one', 300_000), long('two', 300_000)]
  const first = texts.tokens(one, ALL)
  expect(first).toEqual(tokenise(one))
  expect(texts.tokens(two, ALL)[0]).toEqual({ text: 'two', at: 0, start: 0, end: 3 })
  expect(texts.tokens(long('one', 300_000), ALL)).toBe(first)
  // More than is kept: `two` gives way, then `one` does.
  const huge = long('huge', 5_600_000)
  const kept = texts.tokens(huge, ALL)
  expect(texts.tokens(huge, ALL)).toBe(kept)
  expect(texts.tokens(one, ALL)).toBe(first)
  texts.tokens(two, ALL)
  expect(texts.tokens(huge, ALL)).not.toBe(kept)
})

it('keeps nothing of short ones', () => {
  const texts = new LongTexts()
  expect(texts.tokens('kept the memo', ALL)).toEqual(tokenise('kept the memo'))
  expect(texts.tokens('kept', ALL)).not.toBe(texts.tokens('kept', ALL))
})
