import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'
import { isEncodedTwice } from './twice.ts'

/** The parts alternately in UTF-8 and windows-1252. */
const mixed = (...parts: string[]): Buffer =>
  Buffer.concat(parts.map((part, index) => iconv.encode(part, index % 2 === 0 ? 'utf-8' : 'windows-1252')))
const UTF8 = () => 'utf-8'

describe('UTF-8 with some bytes of windows-1252', () => {
  it.each([
    ['a word', ['Le café a été gardé. Il a promis de ', 'réparer', ' la pièce.']],
    ['words that are one letter', ['Il café è qui, perché ', 'è', ' già tardi.']],
    ['quotation marks', ['Die Behörde für Häfen schwieg. ', '“Never”', ' – später nichts.']],
    ['a dash and an apostrophe', ['Mémoire, séance, été ', '– l’été', ' à Sollen.']],
    ['French marks with their space', ['Le café a été gardé, dit-il : ', '« Gardé »', ' a-t-il répété. É, é.']],
    ['a sign', ['Der Preis für Öl: ', '5 €', ' für früher.']],
    ['a capital', ['Não é só: ', 'NÃO', ' é só isto, irmão.']]
  ])('is read as both: %s', (_, parts) => {
    const { text, encoding, odd, damaged } = decode(mixed(...parts), UTF8)
    expect(text).toBe(parts.join(''))
    expect([encoding, damaged]).toEqual(['utf-8', 0])
    expect(odd).toBeGreaterThan(0)
  })

  it('is found without a declaration where most is UTF-8, and against one where nearly all is', () => {
    const parts = ['Le café a été gardé, première séance. Il a promis de ', 'réparer', ' la pièce.']
    expect(decode(mixed(...parts)).text).toBe(parts.join(''))
    const long = [parts[0]!.repeat(8), ...parts.slice(1)]
    expect(decode(mixed(...long), () => 'iso-8859-1').text).toBe(long.join(''))
  })

  it('isn’t seen in windows-1252 that claims to be UTF-8, nor in other encodings', () => {
    const french = 'Le café a été gardé, « première » séance.'
    expect(decode(mixed('', french), UTF8)).toMatchObject({ text: french, odd: 0 })
    const russian = 'Чиновники сказали, что записка была скрыта девять дней.'
    for (const encoding of ['windows-1251', 'koi8-r', 'gb18030', 'euc-kr', 'shift_jis'])
      expect(decode(iconv.encode(russian, encoding), UTF8).odd).toBe(0)
  })

  it('isn’t made of characters that were cut', () => {
    const cut = (text: string, bytes: number[]): string =>
      decode(Buffer.concat([Buffer.from(text), Buffer.from(bytes), Buffer.from(text)]), UTF8).text
    for (const [text, bytes] of [
      ['Die Behörde für Häfen fand '.repeat(9), [0xc3]],
      ['Записка была скрыта'.repeat(9), [0xd0]],
      ['备忘录被隐瞒了九天'.repeat(9), [0xe5, 0xa4]],
      ['She said “never” – twice '.repeat(9), [0xe2, 0x80]]
    ] as [string, number[]][])
      expect(cut(text, bytes)).toBe(`${text}\uFFFD${text}`)
  })
})

describe('text that was encoded twice', () => {
  it.each([
    ['Le café a été gardé', true],
    ['“Never,” she said – it’s so', true],
    ['Чиновники сказали', true],
    ['Ελληνικά νέα', true]
  ])('is noticed: %s', (text, is) => {
    const twice = iconv.decode(Buffer.from(text), 'latin1')
    const windows = iconv.decode(Buffer.from(text), 'windows-1252')
    expect([isEncodedTwice(twice), isEncodedTwice(windows), isEncodedTwice(text)]).toEqual([is, is, !is])
  })
  it('isn’t seen in a text about it, in capitals or in other languages', () => {
    for (const text of [
      'Le café a été gardé ; « Ã© » est mis pour « é ».',
      '« VÉCUÉ », „MENÜ“, ‘CAFÉ’…',
      'São Paulo – Âncora, Ñandú, Åland, Änderung',
      'Đã có âm thanh, Âu Mỹ'
    ])
      expect(isEncodedTwice(text)).toBe(false)
  })
})
