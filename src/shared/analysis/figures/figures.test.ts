import { describe, expect, it } from 'vitest'
import { readChronology } from '../chronology/read-chronology.ts'
import { readReport } from '../reports/report.ts'
import { figuresOf, type CountingSource } from './figures.ts'
import { readFigures } from './read-figures.ts'

/** A source of paragraphs below a headline. */
function source(
  key: string,
  published: string,
  publisher: string,
  ...paragraphs: string[]
): CountingSource & { text: string } {
  const text = ['Ferry sinks', ...paragraphs].join('\n')
  let at = 0
  const blocks = text.split('\n').map((line, i) => {
    const start = at
    at += line.length + 1
    return { type: i === 0 ? ('heading' as const) : ('paragraph' as const), start, end: start + line.length }
  })
  const about = { id: key, key, title: 'Ferry sinks', publisher, published, language: 'en', agencies: [], lines: [] }
  const events = readChronology(text, blocks, 'en')
  const dates = events.map(({ date }) => date)
  return { ...about, text, events, figures: readFigures(readReport({ ...about, text, blocks }), dates) }
}

const HARL = source(
  'S1',
  '2031-09-02',
  'Harl Gazette',
  'At least 31 people drowned when the ferry Orla capsized off Tamsa, the port authority said.',
  '"So far we have pulled 64 people from the water," coastguard chief Ines Dahl said. The company gave €2 million.'
)
const COAST = source(
  'S2',
  '2031-09-03',
  'Coast Press',
  'The death toll rose to 38 on Wednesday, the port authority said, up from 31 on Tuesday.',
  'The number of survivors was revised from 64 to 61. The hospital counted 29 bodies.'
)
const { figures, relations } = figuresOf([HARL, COAST])
const words = (id: string): string => {
  const { source: key, start, end } = figures.find((figure) => figure.id === id)!
  return `${key} ${(key === 'S1' ? HARL : COAST).text.slice(start, end)}`
}
const related = (kind: string): string[] =>
  relations
    .filter((relation) => relation.kind === kind)
    .map(({ a, b, newer }) => `${words(a)}, ${words(b)}${newer === null ? '' : `: ${words(newer)}`}`)

describe('figures', () => {
  it('say what they count, who gives them and for which day', () => {
    expect(
      figures.map((figure) => [words(figure.id), figure.series, figure.asOf, figure.attribution.join(' < ')])
    ).toEqual([
      ['S1 At least 31', 'dead people', '2031-09-02', 'the port authority'],
      ['S1 64', 'rescued people', '2031-09-02', 'coastguard chief Ines Dahl'],
      ['S1 €2 million', expect.stringContaining('(EUR)'), '2031-09-02', ''],
      ['S2 38', 'dead people', '2031-09-03', 'the port authority'],
      ['S2 31', 'dead people', '2031-09-02', 'the port authority'],
      ['S2 64', 'rescued people', '2031-09-03', ''],
      ['S2 61', 'rescued people', '2031-09-03', ''],
      ['S2 29', 'dead people', '2031-09-03', 'The hospital']
    ])
  })

  it('replace each other where a text says that the number changed', () => {
    expect(related('revision')).toEqual(
      expect.arrayContaining(['S2 38, S2 31: S2 38', 'S2 64, S2 61: S2 61', 'S1 64, S2 61: S2 61'])
    )
  })

  it('are in conflict where both can’t be right and nothing says so', () => {
    expect(related('conflict')).toContain('S2 38, S2 29')
  })

  it('are compatible where both may be right, and the same where they agree', () => {
    expect(related('compatible')).toContain('S1 At least 31, S2 38')
    expect(related('same')).toContain('S1 64, S2 64')
  })
})

describe('figures of one thing', () => {
  it('are one in other units', () => {
    const answer = figuresOf([
      source('S1', '2031-09-02', 'Harl Gazette', 'The harbour tunnel is 3.4 km long.'),
      source('S2', '2031-09-03', 'Coast Press', 'The tunnel, at 3,400 metres the longest, is shut.')
    ])
    expect(answer.relations.map(({ kind }) => kind)).toEqual(['same'])
  })

  it('stand apart where one is a part of the other', () => {
    const answer = figuresOf([
      source(
        'S1',
        '2031-09-02',
        'Harl Gazette',
        'The audit says that 14 of 52 contracts were awarded without competition.'
      )
    ])
    expect(answer.figures.map(({ value }) => value)).toEqual([14, 52])
    expect(answer.relations).toEqual([])
  })
})
