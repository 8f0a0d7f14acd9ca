import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordsOf } from '../../shared/search/tokens.ts'
import { madeSource } from './multilingual.test-helper.ts'
import { numbers } from './numbers.test-helper.ts'
import { WordBytes } from './word-bytes.ts'

const written = (text: string): string => new WordBytes().add(text).bytes.toString()
const expected = (text: string): string =>
  wordsOf(text)
    .map((word) => `${word} `)
    .join('')

it('writes the words of a text', () => {
  const texts = [
    '',
    'The  harbour, 1,000.50 (don’t)',
    'naïve Straße e\u0301te\u0301, “quoted” — x',
    '港务局 kept 東京abc ガ',
    '한국 ㅋ 가 각',
    '𠮷 𝟙𝟚 \ud800 x \u0301y',
    `${'x'.repeat(9_000)} ${'é'.repeat(9_000)} y`,
    'слово слово. Word слово word'
  ]
  for (const text of texts) expect(written(text)).toBe(expected(text))
  const random = numbers(5)
  for (let i = 1; i <= 100; i++) {
    const { text } = madeSource(i, random)
    expect(written(text)).toBe(expected(text))
  }
})

it('writes the words of any text', () => {
  const character = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom('a', 'Z', '7', ' ', '.', 'é', 'e\u0301', '’', 'ß', '港', 'ガ', '한', '\u1100', '\u1161', 'я')
  )
  fc.assert(
    fc.property(fc.array(character, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      expect(written(text)).toBe(expected(text))
      // To FTS5's tokenizer a space alone parts them.
      expect(written(text)).toMatch(/^(?:[a-z0-9 ]|[\u0080-\u{10ffff}])*$/u)
    }),
    { numRuns: 1000 }
  )
})

it('writes texts one after the other, and parts them', () => {
  const words = new WordBytes().add('One two')
  words.part()
  expect(words.add('three').bytes.toString()).toBe('one two \ue000 three ')
  expect(words.clear().bytes.toString()).toBe('')
})
