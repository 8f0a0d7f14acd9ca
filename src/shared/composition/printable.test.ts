import { describe, expect, it } from 'vitest'
import { cut, isSeen, languageTag, wellFormed } from './printable.ts'

describe('languageTag', () => {
  it.each([
    ['en', 'en'],
    [' de_AT ', 'de-AT'],
    ['ZH-hant-tw', 'zh-Hant-TW'],
    ['iw', 'he'],
    ['de-x-private', 'de-x-private'],
    ['yue', 'yue']
  ])('reads %s', (written, tag) => {
    expect(languageTag(written)).toBe(tag)
  })

  it.each(['', ' ', 'English', 'norsk', 'x', 'i-klingon', 'de-', 'd', 'en-\u0000', 'nø', '12', 'de;q=0.9', null])(
    'takes %s for none',
    (written) => {
      expect(languageTag(written)).toBeNull()
    }
  )
})

describe('wellFormed', () => {
  it('changes halves of characters alone, wherever they stand, at the same length', () => {
    const given = { a: ['x\ud800', 1, null, { b: '\udc00🚢' }], c: true }
    expect(wellFormed(given)).toEqual({ a: ['x\ufffd', 1, null, { b: '\ufffd🚢' }], c: true })
  })
})

describe('isSeen', () => {
  it.each(['', ' \n\u00a0', '\u200b\u00ad\u2060', '\u0000\u0007', '\ue000'])('sees nothing in %j', (text) => {
    expect(isSeen(text)).toBe(false)
  })
  it.each(['a', '\u200b.', '🚢', '\u0301'])('sees %j', (text) => {
    expect(isSeen(text)).toBe(true)
  })
})

describe('cut', () => {
  it('leaves no half of a character', () => {
    expect(cut('abc', 3)).toBe('abc')
    expect(cut('abcd', 3)).toBe('ab…')
    expect(cut('a🚢cd', 3)).toBe('a…')
  })
})
