import { describe, expect, it } from 'vitest'
import { findDates } from '../dates/find-dates.ts'
import { canBothBe, findAmounts, type Amount } from './amounts.ts'
import type { ReadLanguage } from './number-words.ts'

/** Each amount as `words = value`, with what is said of it. */
function read(text: string, language: ReadLanguage = 'en'): string[] {
  return findAmounts(text, language, findDates(text, language)).map(({ start, end, value, high, bound, unit }) => {
    const said = [
      high === null ? `${value}` : `${value}..${high}`,
      bound === 'exact' || bound === 'range' ? '' : bound,
      unit ?? ''
    ]
    return `${text.slice(start, end)} = ${said.filter((part) => part !== '').join(' ')}`
  })
}

describe('amounts', () => {
  it.each([
    ['The flood took 31 houses and 1,480 sheep.', ['31 = 31', '1,480 = 1480']],
    [
      'Twenty-two ships, a hundred and five boats and two dozen rafts came.',
      ['Twenty-two = 22', 'a hundred and five = 105', 'two dozen = 24']
    ],
    [
      'It cost €1.2 million, £3bn, $900-950m or 4.5 million EUR.',
      [
        '€1.2 million = 1200000 EUR',
        '£3bn = 3000000000 GBP',
        '$900-950m = 900000000..950000000 USD',
        '4.5 million EUR = 4500000 EUR'
      ]
    ],
    [
      'half a million, one and a half million, two and a half million',
      ['half a million = 500000', 'one and a half million = 1500000', 'two and a half million = 2500000']
    ],
    [
      'The dam is 3.4 km long, holds 11,000 cubic metres and 40 sq km.',
      ['3.4 km = 3.4 km', '11,000 cubic metres = 11000 m3', '40 sq km = 40 km2']
    ],
    ['A 40-metre crane beside a 250-bed hospital', ['40-metre = 40 m', '250 = 250']],
    [
      '12.500 people walked 12.500 km; 1.234.567 votes; 12 500 doses; 1’500 cows',
      ['12.500 = 12500', '12.500 km = 12.5 km', '1.234.567 = 1234567', '12 500 = 12500', '1’500 = 1500']
    ],
    ['5m people live behind a wall 5m high.', ['5m = 5000000', '5m = 5 m']]
  ])('in “%s”', (text, found) => expect(read(text)).toEqual(found))

  it.each([
    ['at least 59 dead', 'at least 59 = 59 at-least'],
    ['no fewer than 9 of them', 'no fewer than 9 = 9 at-least'],
    ['100 or more people', '100 or more = 100 at-least'],
    ['60 people or more', '60 people or more = 60 at-least'],
    ['over 20 per cent', 'over 20 per cent = 20 more-than %'],
    ['no more than 12 boats', 'no more than 12 = 12 at-most'],
    ['as many as 60 feared lost', 'as many as 60 = 60 at-most'],
    ['fewer than 14 houses', 'fewer than 14 = 14 less-than'],
    ['an estimated 40 boats', 'an estimated 40 = 40 about'],
    ['40 or so boats', '40 or so = 40 about'],
    ['between 40 and 50 boats', 'between 40 and 50 = 40..50'],
    ['four or five boats', 'four or five = 4..5'],
    ['Debris is spread over 12 hectares', '12 hectares = 12 ha'],
    ['He was asked about 17 victims', '17 = 17']
  ])('with what is said of them: “%s”', (text, found) => expect(read(text)).toEqual([found]))

  it('that change from one to another are two', () => {
    expect(read('The price rose from 40 to 50 euros.')).toEqual(['40 = 40', '50 euros = 50 EUR'])
    expect(read('It needs from 40 to 50 euros.')).toEqual(['from 40 to 50 euros = 40..50 EUR'])
  })

  it.each([
    'On 4 March 2032 at 23:40 and at 7.30, on 3 and 15 May.',
    'Route 14, Flight 370, page 12, pages 3 to 5, Articles 12 and 13, No. 5, number 10, COVID-19, A320, F-16, case 114/33',
    'A girl aged 6, a 71-year-old man, a woman of 40 years of age; Ada Quill, 45, said so.',
    'the 22nd ship, in less than four minutes, for 12 consecutive days, a 12-hour shift, three times as many',
    'dozens of boats, hundreds of sheep, one of them, nine out of ten, a 5-2 vote, the Group of Seven, in her 40s',
    'Gate 5 was shut. Call 020 7946 0123 or +49 30 1234567, or write to a12@harbour.example'
  ])('are none in “%s”', (text) => expect(read(text)).toEqual([]))

  it('are read as other languages write them', () => {
    expect(
      read('Mindestens 12 Menschen starben, rund 1.500 Häuser, 3,5 Millionen Euro, zweiundzwanzig Boote', 'de')
    ).toEqual([
      'Mindestens 12 = 12 at-least',
      'rund 1.500 = 1500 about',
      '3,5 Millionen Euro = 3500000 EUR',
      'zweiundzwanzig = 22'
    ])
    expect(
      read('au moins 12 morts, quelque 1 500 maisons, plus de 3,5 millions d’euros, quatre-vingt-dix bateaux', 'fr')
    ).toEqual([
      'au moins 12 = 12 at-least',
      'quelque 1 500 = 1500 about',
      'plus de 3,5 millions d’euros = 3500000 more-than EUR',
      'quatre-vingt-dix = 90'
    ])
    expect(read('al menos 12 muertos, unas 1.500 casas, treinta y dos barcos', 'es')).toEqual([
      'al menos 12 = 12 at-least',
      'unas 1.500 = 1500 about',
      'treinta y dos = 32'
    ])
  })
})

describe('two amounts', () => {
  const amount = (
    value: number,
    bound: Amount['bound'] = 'exact',
    unit: string | null = null,
    high: number | null = null
  ) => ({ value, high, bound, unit })

  it.each([
    [amount(64), amount(59, 'at-least'), true],
    [amount(59), amount(59, 'more-than'), false],
    [amount(109), amount(100, 'about'), true],
    [amount(111), amount(100, 'about'), false],
    [amount(45), amount(40, 'range', null, 50), true],
    [amount(3.4, 'exact', 'km'), amount(3400, 'exact', 'm'), true],
    [amount(12), amount(17), false]
  ])('%j and %j may both be right: %s', (a, b, can) => expect(canBothBe(a, b)).toBe(can))
})
