import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded, LETTER, letterOf } from './letters.ts'
import { tokenise, wordsOf } from './tokens.ts'

describe('tokens', () => {
  it.each([
    ['Harbour board kept the MEMO', ['harbour', 'board', 'kept', 'the', 'memo']],
    ["don’t don't", ['don', 't', 'don', 't']],
    ['1,000.50 €', ['1', '000', '50']],
    ['naïve Ångström, e\u0301te\u0301', ['naive', 'angstrom', 'ete']],
    ['Straße STRASSE ẞ', ['strasse', 'strasse', 'ss']],
    ['İstanbul ſage ΟΔΟΣ ὁδός', ['istanbul', 'sage', 'οδοσ', 'οδοσ']],
    ['ﬁnance ½ ㎏', ['finance', '1', '2', 'kg']],
    ['ＡＢＣ１２', ['abc12']],
    ['東京都に行く', ['東', '京', '都', 'に', '行', 'く']],
    ['ガが ｶﾞ コーヒー', ['カ', 'か', 'カ', 'コ', 'ー', 'ヒ', 'ー']],
    ['한국 \u1112\u1161\u11ab', ['한', '국', '한']],
    ['㍿abc漢字x', ['株', '式', '会', '社', 'abc', '漢', '字', 'x']],
    ['हिन्दी की किताब', ['हनद', 'क', 'कतब']],
    ['کِتاب שָׁלוֹם', ['کتاب', 'שלום']],
    ['Tiếng Việt', ['tieng', 'viet']],
    ['a\u0000b \ud800 c\udc00d 🙂 1️⃣', ['a', 'b', 'c', 'd', '1']],
    ['𝐁𝐨𝐥𝐝 𠮷野', ['bold', '𠮷', '野']],
    ['har\u00adbour\u00ad 東\u00ad京', ['harbour', '東', '京']],
    ['', []]
  ])('of %s', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected)
  })

  it('say where they stand, with the marks that belong to them', () => {
    expect(tokenise('“e\u0301te\u0301”, か\u3099 x')).toEqual([
      { text: 'ete', at: 0, start: 1, end: 6 },
      { text: 'か', at: 1, start: 9, end: 11 },
      { text: 'x', at: 2, start: 12, end: 13 }
    ])
    expect(tokenise('a har\u00adbour\u00ad.')[1]).toEqual({ text: 'harbour', at: 1, start: 2, end: 11 })
  })

  it('of a folded text are those of the text', () => {
    const refolded: number[] = []
    for (let code = 0; code <= 0x10ffff; code++)
      for (const character of folded(code)) if (folded(character.codePointAt(0)!) !== character) refolded.push(code)
    expect(refolded).toEqual([])
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(fc.property(text, (value) => void expect(wordsOf(wordsOf(value).join(' '))).toEqual(wordsOf(value))))
  })

  it('come in order, apart, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), (text) => {
        let last = 0
        for (const { start, end } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = text.charCodeAt(start) > 0x7f ? start : end
        }
      })
    )
  })

  it('that are a letter each keep one class', () => {
    expect([...'aA é漢'].map((character) => letterOf(character.codePointAt(0)!))).toEqual([
      LETTER.plain,
      LETTER.capital,
      LETTER.parting,
      LETTER.other,
      LETTER.single
    ])
  })
})
