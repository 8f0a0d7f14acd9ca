import { describe, expect, it } from 'vitest'
import type { ChronologyRow } from '../../shared/analysis/chronology/answer.ts'
import { shownEntries, timeLineOf, withOwnEvents } from './entries.ts'

function entry(id: string, from: string, to = from, words = 'The ferry sank'): ChronologyRow {
  const place = { source: 'S1', start: 0, end: 4, exact: 'then' }
  const event = { source: 'S1', start: 0, end: 14, exact: words }
  return {
    ...place,
    id,
    from,
    to,
    approximate: false,
    time: null,
    offset: null,
    rule: 'written',
    reference: null,
    event
  }
}

describe('the list of a chronology', () => {
  const answer = {
    entries: [entry('E1', '2031-05-03'), entry('E2', '2031-05-04', '2031-05-04', 'The ferry sank off Lenn')],
    relations: [{ a: 'E1', b: 'E2', kind: 'conflict' as const }]
  }

  it('has what every word of a filter stands in', () => {
    expect(shownEntries(answer, [], 'ferry LENN').map(({ entry: { id } }) => id)).toEqual(['E2'])
    expect(shownEntries(answer, [], 'tunnel')).toEqual([])
  })

  it('has conflicts on both sides', () => {
    expect(shownEntries(answer, [], '').map(({ conflicts }) => conflicts.map(({ id }) => id))).toEqual([['E2'], ['E1']])
  })
})

describe('events of one’s own', () => {
  it('stand among those of the sources by their days, and are filtered like these', () => {
    const event = {
      ...{ id: 'own', from: '2031-05-03', to: '2031-05-05', approximate: true, words: 'Storm off Lenn' },
      ...{ quotes: [], statements: [], quoteKeys: [{ id: 'q', key: 'Q7' }], places: [], createdAt: '' }
    }
    const shown = shownEntries(
      { entries: [entry('E1', '2031-05-03'), entry('E2', '2031-05-04')], relations: [] },
      [],
      ''
    )
    expect(withOwnEvents(shown, [event], '').map(({ entry: { id } }) => id)).toEqual(['E1', 'own', 'E2'])
    expect(withOwnEvents([], [event], 'q7 storm')).toHaveLength(1)
    expect(withOwnEvents([], [event], 'ferry')).toEqual([])
  })
})

describe('the time line', () => {
  const draw = (...entries: ChronologyRow[]) => timeLineOf(shownEntries({ entries, relations: [] }, [], ''))

  it('draws a span as long as its days', () => {
    const line = draw(entry('E1', '2031-05-01', '2031-05-05'), entry('E2', '2031-05-06', '2031-05-10'))!
    expect([line.from, line.to]).toEqual(['2031-05-01', '2031-05-10'])
    expect(line.spans.map(({ left, width }) => [left, width].map((share) => Math.round(share * 10)))).toEqual([
      [0, 5],
      [5, 5]
    ])
  })

  it('puts spans that overlap below each other', () => {
    expect(
      draw(entry('E1', '2031-05-01', '2031-05-31'), entry('E2', '2031-05-10'))!.spans.map(({ lane }) => lane)
    ).toEqual([0, 1])
  })

  it('shows of what is far away only the side', () => {
    const line = draw(
      entry('E1', '1987-01-01', '1987-12-31'),
      entry('E2', '2031-05-01'),
      entry('E3', '2031-05-03'),
      entry('E4', '2031-05-05')
    )!
    expect(line.from).toBe('2031-05-01')
    expect(line.spans[0]!.beyond).toBe('before')
  })

  it('is none without entries', () => expect(draw()).toBeNull())
})
