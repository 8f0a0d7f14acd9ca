import { describe, expect, it } from 'vitest'
import { chronologyOf, type DatedSource } from './chronology.ts'
import { readChronology } from './read-chronology.ts'

function source(key: string, published: string, ...lines: string[]): DatedSource & { text: string } {
  const text = ['Fire in hall', ...lines].join('\n')
  let at = 0
  const blocks = text.split('\n').map((line, i) => {
    const start = at
    at += line.length + 1
    return { type: i === 0 ? ('heading' as const) : ('paragraph' as const), start, end: start + line.length }
  })
  return { id: key, key, published, text, events: readChronology(text, blocks, 'en') }
}

const ISEN = source(
  'S1',
  '2033-05-06',
  'A hall of Halden Freight in Port Isen burned to the ground on Thursday night.',
  'The flames were under control by the following morning.',
  'Halden Freight will answer to the council on Tuesday.'
)
const POLICE = source(
  'S2',
  '2033-05-10',
  'PORT ISEN, May 10, 2033 (Northline) - The fire in the hall of Halden Freight broke out on 4 May at 23:10.'
)

describe('a chronology', () => {
  it('has each date with its day, in order, without the line that dates the report', () => {
    const { entries } = chronologyOf([ISEN, POLICE])
    expect(entries.map(({ id, source: key, from, rule }) => `${id} ${key} ${from} ${rule}`)).toEqual([
      'E1 S2 2033-05-04 year',
      'E2 S1 2033-05-05 weekday',
      'E3 S1 2033-05-06 anchor',
      'E4 S1 2033-05-10 weekday'
    ])
    expect(entries[2]!.reference).toEqual({ date: '2033-05-05', entry: 'E2' })
  })

  it('moves with the report’s date, and nothing else does', () => {
    const { entries } = chronologyOf([{ ...ISEN, published: '2033-05-13' }, POLICE])
    expect(entries.map(({ source: key, from }) => `${key} ${from}`)).toEqual([
      'S2 2033-05-04',
      'S1 2033-05-12',
      'S1 2033-05-13',
      'S1 2033-05-17'
    ])
  })

  it('tells where sources tell the same event on other days', () => {
    expect(chronologyOf([ISEN, POLICE]).relations).toEqual([{ a: 'E1', b: 'E2', kind: 'conflict' }])
  })

  it('compares moments where both name a zone', () => {
    const call = (key: string, words: string) =>
      source(key, '2032-03-08', `The distress call of the freighter Ansa was received ${words}.`)
    expect(
      chronologyOf([call('S1', 'at 23:40 GMT on 3 March'), call('S2', 'at 00:40 CET on 4 March')]).relations.map(
        ({ kind }) => kind
      )
    ).toEqual(['same'])
  })

  it('counts from the day of the event that the words name, be it another source that dates it', () => {
    const { entries } = chronologyOf([
      source('S1', '2033-05-06', 'The trawler Brisa sank off Cape Loon on 2 May.'),
      source('S2', '2033-05-09', 'Four days after the trawler sank, divers reached the hull.'),
      source('S3', '2033-05-09', 'A week after the verdict he left.')
    ])
    expect(entries.map(({ source: key, from, reference }) => `${key} ${from} ${reference?.entry ?? ''}`)).toEqual([
      'S1 2033-05-02 ',
      'S2 2033-05-06 E1'
    ])
  })

  it.each([
    ['The contract with Halden Freight was signed on 3 May.', 'Halden Freight signed its contract on 2 May.'],
    ['The letter was sent on 3 May.', 'The ministry says that the letter was sent on 5 May.'],
    ['The director was suspended on 3 May.', 'The hospital suspended its director on 5 May.'],
    ['The crane was last inspected two weeks ago.', 'Inspectors last checked the crane in early March.'],
    ['Jon Vell was arrested in Orle on Monday.', 'Vell had been arrested in Orle on 7 May.'],
    ['The trawler Brisa sank on 1 May.', 'The Brisa went down on 7 May, a day before the storm.'],
    ['Railworkers of Eastline will walk out on 17 May.', 'The walkout at Eastline has been put off to 24 May.']
  ])('finds a conflict: “%s” / “%s”', (first, second) => {
    const { relations } = chronologyOf([source('S1', '2033-05-10', first), source('S2', '2033-05-12', second)])
    expect(relations.map(({ kind }) => kind)).toEqual(['conflict'])
  })

  it.each([
    ['The tunnel was opened in 2012.', 'The tunnel could open again next year.'],
    ['The new hospital was to open on 4 April.', 'The new hospital opened on 2 May.'],
    ['The council met on 4 May to discuss the budget.', 'The council met on 11 May to discuss the budget.'],
    [
      'Thousands protested in Orle on Sunday against the dam.',
      'Hundreds protested in Orle on Wednesday against the dam.'
    ],
    ['Jon Vell was arrested in Orle on Monday.', 'Ada Krint was arrested in Orle on Wednesday.'],
    ['The crane was last inspected in April.', 'The pump was last inspected in March.'],
    ['The first ship left the port on 3 May.', 'The last ship left the port on 9 May.'],
    ['She was elected mayor of Orle in 2025.', 'She was re-elected mayor of Orle in 2030.'],
    ['The ferry did not sail to Orle on 4 May.', 'The ferry sailed to Orle on 3 May.'],
    ['A miner died in the shaft on 3 May.', 'A second miner died in the shaft on 6 May.'],
    [
      'The dam burst on 2 May, the Gazette reported on Monday.',
      'The dam burst on 2 May, the Gazette reported on Tuesday.'
    ],
    ['On the morning after the sinking the coastguard counted 19.', 'The sinking on 4 May killed 19.']
  ])('finds none: “%s” / “%s”', (first, second) => {
    const { relations } = chronologyOf([source('S1', '2033-05-10', first), source('S2', '2033-05-12', second)])
    expect(relations.filter(({ kind }) => kind === 'conflict')).toEqual([])
  })
})
