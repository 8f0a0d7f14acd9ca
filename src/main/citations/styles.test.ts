import { describe, expect, it } from 'vitest'
import { chooseLocale, readLocale, readStyle } from './styles.ts'

describe('styles and locales', () => {
  it('are there, with the names of those who made them and their licence', () => {
    for (const style of ['chicago-notes', 'apa', 'oscola', 'bluebook'] as const) {
      expect(readStyle(style)).toMatch(
        /<author>[\s\S]+<rights license="http:\/\/creativecommons\.org\/licenses\/by-sa\/3\.0\/">/
      )
    }
    for (const language of ['en-GB', 'de-DE', 'ar', 'zh-CN', 'ja-JP']) {
      expect(readLocale(language)).toContain('<rights license="http://creativecommons.org/licenses/by-sa/3.0/">')
    }
  })

  it('reads no other file', () => {
    for (const language of ['xx-XX', '../../sample/brief', 'en-GB/../en-GB', ''])
      expect(readLocale(language)).toBe(false)
  })

  it('chooses the locale of the brief, unless the style belongs to a country of that language', () => {
    const chicago = readStyle('chicago-notes')
    const oscola = readStyle('oscola')
    expect(['en', 'en-GB', 'de', 'de-AT', 'pt', 'zh-Hant', 'tlh'].map((each) => chooseLocale(each, chicago))).toEqual([
      'en-US',
      'en-GB',
      'de-DE',
      'de-AT',
      'pt-PT',
      'zh-CN',
      'en-US'
    ])
    expect(['en', 'en-US', 'fr'].map((each) => chooseLocale(each, oscola))).toEqual(['en-GB', 'en-GB', 'fr-FR'])
  })
})
