import { expect, test } from 'vitest'
import type { Mark } from '../../shared/case/records/mark.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import { madeRow } from '../state/sources/row.test-helper.ts'
import { cardsOf, filtered, NO_FILTER, stateOf, valuesOf, type EvidenceFilter } from './cards.ts'

const target = (exact: string, start: number) => ({
  exact,
  prefix: '',
  suffix: '',
  start,
  end: start + exact.length,
  textSha256: '0'.repeat(64)
})
const quote = (key: string, sourceId: string, exact: string, more: Partial<Quote> = {}): Quote => ({
  id: key.toLowerCase(),
  key,
  formerKeys: [],
  sourceId,
  target: target(exact, 0),
  createdAt: `2031-03-0${key.slice(1)}T09:00:00Z`,
  speaker: null,
  attribution: [],
  note: '',
  tags: [],
  deletedAt: null,
  ...more
})
const mark = (id: string, sourceId: string, exact: string, start: number, tags: string[]): Mark => ({
  id,
  sourceId,
  target: target(exact, start),
  colour: 'blue',
  note: '',
  tags,
  createdAt: '2031-03-09T09:00:00Z'
})

const QUOTES = [
  quote('Q1', 's1', 'The quay is shut', { speaker: 'Harbour master', tags: ['safety'] }),
  quote('Q2', 's2', 'Nobody was told', { speaker: 'Port union' }),
  quote('Q3', 's2', 'The number is in writing', { tags: ['safety', 'union'] })
]
const MARKS = [mark('m1', 's1', 'The quay is shut', 0, ['t1']), mark('m2', 's1', 'in March', 40, ['t1', 'gone'])]
const CARDS = cardsOf(QUOTES, MARKS, (id) => (id === 't1' ? 'dates' : null))
const SOURCES = new Map([
  ['s1', madeRow('S1', { title: 'Quay closed', published: '2031-02-10T08:00:00Z' })],
  ['s2', madeRow('S2', { title: 'Union speaks', published: null })]
])
const AROUND = {
  source: (id: string) => SOURCES.get(id),
  stored: (id: string) =>
    id === 's2'
      ? ({ original: 'altered', text: 'intact' } as const)
      : ({ original: 'intact', text: 'intact' } as const),
  used: new Set(['q2']),
  matches: (query: string, text: string) => text.toLowerCase().includes(query)
}
const left = (filter: Partial<EvidenceFilter>): string[] =>
  filtered(CARDS, { ...NO_FILTER, ...filter }, AROUND).map(({ id }) => id)

test('quotes and marks are cards, newest first; a mark at a quote’s place adds its tags to it', () => {
  expect(CARDS.map(({ id, tags }) => [id, tags])).toEqual([
    ['m2', ['dates']],
    ['q3', ['safety', 'union']],
    ['q2', []],
    ['q1', ['safety', 'dates']]
  ])
})

test('they are narrowed by use, tag, speaker, source, date, state and words', () => {
  expect(left({})).toHaveLength(4)
  expect(left({ use: 'used' })).toEqual(['q2'])
  expect(left({ use: 'unused' })).toEqual(['m2', 'q3', 'q1'])
  expect(left({ tag: 'dates' })).toEqual(['m2', 'q1'])
  expect(left({ speaker: 'Port union' })).toEqual(['q2'])
  expect(left({ sourceId: 's2' })).toEqual(['q3', 'q2'])
  expect(left({ from: '2031-02-10', to: '2031-02-10' })).toEqual(['m2', 'q1'])
  expect(left({ to: '2031-02' })).toEqual(['m2', 'q1'])
  expect(left({ from: '2031-02-11' })).toEqual([])
  expect(left({ state: 'mark' })).toEqual(['m2'])
  expect(left({ state: 'original-altered' })).toEqual(['q3', 'q2'])
  expect(left({ words: 'union' })).toEqual(['q3', 'q2'])
  expect(left({ words: 'union', use: 'unused' })).toEqual(['q3'])
})

test('values are counted, the most frequent first', () => {
  expect(valuesOf(CARDS, ({ tags }) => tags)).toEqual([
    ['dates', 2],
    ['safety', 2],
    ['union', 1]
  ])
  expect(valuesOf(CARDS, (card) => [stateOf(card, AROUND.stored)])).toEqual([
    ['original-altered', 2],
    ['mark', 1],
    ['verbatim', 1]
  ])
})
