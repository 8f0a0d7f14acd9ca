import { describe, expect, it } from 'vitest'
import { sameWord, wordsOf } from './words.ts'

const spelled = (text: string): string[] => {
  const { starts, ends } = wordsOf(text)
  return [...starts].map((start, index) => text.slice(start, ends[index]))
}

/** Whether two texts have the same words, one by one. */
const same = (a: string, b: string): boolean => {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  return (
    one.hashes.length === other.hashes.length && [...one.hashes].every((_, index) => sameWord(one, index, other, index))
  )
}

describe('wordsOf', () => {
  it('finds words and numbers, and leaves marks out', () => {
    expect(spelled('“The memo,” 22 said—twice.')).toEqual(['The', 'memo', '22', 'said', 'twice'])
  })

  it('takes each character of a script without spaces for a word, but not of Korean', () => {
    expect(spelled('港湾局 said')).toEqual(['港', '湾', '局', 'said'])
    expect(spelled('เรือ')).toHaveLength(4)
    expect(spelled('항구 관리국')).toEqual(['항구', '관리국'])
  })

  it.each([
    ['case', 'Harbour BOARD', 'harbour board'],
    ['accents, composed or not', 'L’été à Vésad', 'L\u2019e\u0301te\u0301 a Vesad'],
    ['ligatures', 'the oﬃcial ﬁle', 'the official file'],
    ['soft hyphens and invisible characters', 'har\u00adbour\u200b board\ufeff', 'harbour board'],
    ['full-width letters', 'ＡＢＣ ２２', 'abc 22'],
    ['quote marks and white space', '“no”\u00a0more', "'no' more"]
  ])('folds %s', (_, a, b) => {
    expect(same(a, b)).toBe(true)
  })

  it('keeps letters, digits and marks that tell words apart', () => {
    expect(same('lawful', 'unlawful')).toBe(false)
    expect(same('22 dead', '23 dead')).toBe(false)
    expect(same('कि', 'की')).toBe(false)
  })

  it('takes emoji and lone surrogates for marks, astral letters for words', () => {
    expect(spelled('a🚢b \ud83d \udea2')).toEqual(['a', 'b'])
    expect(spelled('𠮷野')).toEqual(['𠮷', '野'])
  })
})
