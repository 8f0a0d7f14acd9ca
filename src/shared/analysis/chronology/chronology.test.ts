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
})
