import { describe, expect, it } from 'vitest'
import { datesIn } from './dates.ts'

/** Each date as `words = days rule`, with its time. A report of Wednesday 14 May 2031. */
function read(text: string, language = 'en', published: string | null = '2031-05-14'): string[] {
  return datesIn({ text, language, published }).map(({ start, end, from, to, rule, approximate, time, offset }) =>
    [
      `${text.slice(start, end)} =`,
      from === to ? from : `${from}..${to}`,
      rule,
      approximate ? 'approximate' : '',
      time === null ? '' : `${time}${offset ?? ''}`
    ]
      .filter((part) => part !== '')
      .join(' ')
  )
}

describe('dates', () => {
  it.each([
    [
      'The dam closed on March 3, 2029, and opened on 4 April 2030.',
      ['March 3, 2029 = 2029-03-03 written', '4 April 2030 = 2030-04-04 written']
    ],
    [
      'from 3 to 5 March 2030, on May 3-5; 2029–31',
      [
        'from 3 to 5 March 2030 = 2030-03-03..2030-03-05 written',
        'May 3-5 = 2031-05-03..2031-05-05 year',
        '2029–31 = 2029-01-01..2031-12-31 written'
      ]
    ],
    [
      'built in 1987, the 2030 budget',
      ['1987 = 1987-01-01..1987-12-31 written', '2030 = 2030-01-01..2030-12-31 written']
    ],
    ['It took effect Jan. 1. It takes effect Jan. 1.', ['Jan. 1 = 2031-01-01 year', 'Jan. 1 = 2032-01-01 year']],
    [
      '04/05/2031, 2031-05-04, 4.5.2031',
      ['04/05/2031 = 2031-05-04 written', '2031-05-04 = 2031-05-04 written', '4.5.2031 = 2031-05-04 written']
    ],
    [
      'in early May, mid-March, late 2030, the start of next year',
      [
        'early May = 2031-05-01..2031-05-10 part',
        'mid-March = 2031-03-11..2031-03-20 part',
        'late 2030 = 2030-09-01..2030-12-31 part',
        'the start of next year = 2032-01-01..2032-04-30 part'
      ]
    ],
    [
      'in September last year; last September',
      ['September last year = 2030-09-01..2030-09-30 year', 'last September = 2030-09-01..2030-09-30 year']
    ],
    [
      'last May, next May, next January',
      [
        'last May = 2030-05-01..2030-05-31 year',
        'next May = 2032-05-01..2032-05-31 year',
        'next January = 2032-01-01..2032-01-31 year'
      ]
    ],
    [
      'The 30 June vote. The 20 December fire. The fire was on 9 July.',
      ['The 30 June = 2031-06-30 year', 'The 20 December = 2030-12-20 year', '9 July = 2030-07-09 year']
    ]
  ])('of the calendar: “%s”', (text, found) => expect(read(text)).toEqual(found))

  it.each([
    ['Wednesday fell before Tuesday.', ['Wednesday = 2031-05-14 weekday', 'Tuesday = 2031-05-13 weekday']],
    ['He left last Wednesday.', ['last Wednesday = 2031-05-07 weekday']],
    [
      'The firm said Thursday it will close on Friday.',
      ['Thursday = 2031-05-08 weekday', 'Friday = 2031-05-16 weekday']
    ],
    [
      'The minister, who resigned on Monday, will be replaced on Friday.',
      ['Monday = 2031-05-12 weekday', 'Friday = 2031-05-16 weekday']
    ],
    [
      'The road remains closed until Saturday. The road was closed until Saturday.',
      ['Saturday = 2031-05-17 weekday', 'Saturday = 2031-05-10 weekday']
    ],
    [
      'Monday next week will tell; on Monday last week it did not.',
      ['Monday next week = 2031-05-19 weekday', 'Monday last week = 2031-05-05 weekday']
    ],
    [
      'yesterday, the day before yesterday, last night, tomorrow morning',
      [
        'yesterday = 2031-05-13 day',
        'the day before yesterday = 2031-05-12 day',
        'last night = 2031-05-13 day',
        'tomorrow morning = 2031-05-15 day'
      ]
    ],
    [
      'Ten days ago, two weeks ago, three months ago, about ten years ago',
      [
        'Ten days ago = 2031-05-04 counted',
        'two weeks ago = 2031-04-30 counted approximate',
        'three months ago = 2031-02-01..2031-02-28 counted',
        'about ten years ago = 2021-01-01..2021-12-31 counted approximate'
      ]
    ],
    ['It was built in ten days. It will open in ten days.', ['in ten days = 2031-05-24 counted']],
    [
      'last week, this month, next year, last weekend',
      [
        'last week = 2031-05-05..2031-05-11 period',
        'this month = 2031-05-01..2031-05-31 period',
        'next year = 2032-01-01..2032-12-31 period',
        'last weekend = 2031-05-10..2031-05-11 period'
      ]
    ],
    [
      'It burned at the weekend. It will sail at the weekend.',
      ['at the weekend = 2031-05-10..2031-05-11 period', 'at the weekend = 2031-05-17..2031-05-18 period']
    ]
  ])('counted from the report: “%s”', (text, found) => expect(read(text)).toEqual(found))

  it.each([
    [
      'It sank on 2 April. The day before, it had sailed. That night it rained.',
      ['2 April = 2031-04-02 year', 'The day before = 2031-04-01 anchor', 'That night = 2031-04-01 anchor']
    ],
    [
      'Three days before last Thursday’s fire, and a week after 3 April',
      [
        'Three days before = 2031-05-05 anchor',
        'last Thursday = 2031-05-08 weekday',
        'a week after = 2031-04-10 anchor approximate',
        '3 April = 2031-04-03 year'
      ]
    ],
    [
      'On 3 April it rained. The following Monday it stopped.',
      ['3 April = 2031-04-03 year', 'The following Monday = 2031-04-07 anchor']
    ],
    [
      'The mill opened in 1987. That year the bridge fell, and four years later the dam.',
      [
        '1987 = 1987-01-01..1987-12-31 written',
        'That year = 1987-01-01..1987-12-31 anchor',
        'four years later = 1991-01-01..1991-12-31 anchor'
      ]
    ],
    ['on the eve of 4 April', ['on the eve of = 2031-04-03 anchor', '4 April = 2031-04-04 year']]
  ])('counted from another: “%s”', (text, found) => expect(read(text)).toEqual(found))

  it.each([
    [
      'The note was written on 11 April, eight days before the ferry sank.',
      ['11 April = 2031-04-11 year', 'eight days before = 2031-04-11 anchor']
    ],
    [
      'Two days after the raid, on 3 April, the office was shut.',
      ['Two days after = 2031-04-03 anchor', '3 April = 2031-04-03 year']
    ],
    [
      'The ship was found a week after it sank on 3 April.',
      ['a week after = 2031-04-10 anchor approximate', '3 April = 2031-04-03 year']
    ],
    ['On 2 April he resigned. Three days after the vote he was back.', ['2 April = 2031-04-02 year']],
    [
      'It burst on 2 April. Three days after the disaster help came.',
      ['2 April = 2031-04-02 year', 'Three days after = 2031-04-05 anchor']
    ]
  ])('counted from an event that they name: “%s”', (text, found) => expect(read(text)).toEqual(found))

  it.each([
    ['The bank said that it would close on 1 June.', '1 June = 2031-06-01 year'],
    ['They decided that the letter should not be sent on 21 February.', '21 February = 2031-02-21 year'],
    ['The vote was postponed to 24 May.', '24 May = 2031-05-24 year'],
    ['The vote was postponed to 3 May.', '3 May = 2031-05-03 year'],
    ['Residents should boil water until 3 June.', '3 June = 2031-06-03 year'],
    ['He had said that it would end on Friday.', 'Friday = 2031-05-09 weekday']
  ])('on the side of the report that is nearer, where they lay ahead of a day in the past: “%s”', (text, found) =>
    expect(read(text)).toEqual([found])
  )

  it('have their time and zone', () => {
    expect(
      read('at 23:40 GMT on 3 March; on Tuesday at 3 p.m.; Monday, 12 May, at about 6.40 a.m.; 00:40 CET on 4 March')
    ).toEqual([
      '23:40 GMT on 3 March = 2031-03-03 year 23:40+00:00',
      'Tuesday at 3 p.m. = 2031-05-13 weekday 15:00',
      'Monday, 12 May, at about 6.40 a.m. = 2031-05-12 year 06:40',
      '00:40 CET on 4 March = 2031-03-04 year 00:40+01:00'
    ])
  })

  it.each([
    'He may march on. May said so. In a march, every Friday and on Wednesdays.',
    'The October 2030 Act and the 9 May Society; Agenda 2030, Expo 2020',
    'She told USA TODAY so on the eve of her election.',
    'for three weeks, recently, built in three weeks, 2000 people, 2031 is a number'
  ])('are none in “%s”', (text) => expect(read(text).filter((found) => !found.startsWith('2031 ='))).toEqual([]))

  it('are only those written in full where the day of the report is unknown', () => {
    expect(read('On Thursday, 4 March 2030, and last week', 'en', null)).toEqual([
      'Thursday, 4 March 2030 = 2030-03-04 written'
    ])
  })

  it('move with the day of the report', () => {
    expect(read('on Thursday', 'en', '2031-05-21')).toEqual(['Thursday = 2031-05-15 weekday'])
  })

  it('are read in German, French and Spanish', () => {
    expect(read('Am Donnerstag, vor zwei Wochen, Anfang März, vom 3. bis 5. Mai 2031, letzten Freitag', 'de')).toEqual([
      'Am Donnerstag = 2031-05-08 weekday',
      'vor zwei Wochen = 2031-04-30 counted approximate',
      'Anfang März = 2031-03-01..2031-03-10 part',
      'vom 3. bis 5. Mai 2031 = 2031-05-03..2031-05-05 written',
      'letzten Freitag = 2031-05-09 weekday'
    ])
    expect(read('jeudi, depuis le 4 mars 2030, la semaine dernière, du 3 au 5 mai 2031', 'fr')).toEqual([
      'jeudi = 2031-05-08 weekday',
      '4 mars 2030 = 2030-03-04 written',
      'la semaine dernière = 2031-05-05..2031-05-11 period',
      'du 3 au 5 mai 2031 = 2031-05-03..2031-05-05 written'
    ])
    expect(read('el jueves, ayer, a principios de marzo, del 3 al 5 de mayo de 2031', 'es')).toEqual([
      'el jueves = 2031-05-08 weekday',
      'ayer = 2031-05-13 day',
      'a principios de marzo = 2031-03-01..2031-03-10 part',
      'del 3 al 5 de mayo de 2031 = 2031-05-03..2031-05-05 written'
    ])
  })
})
