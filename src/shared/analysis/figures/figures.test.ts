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

/** What a made case gives: each series with its figures, and what isn't the same or compatible. */
function told(...sources: (CountingSource & { text: string })[]): {
  series: Record<string, string[]>
  changes: string[]
} {
  const answer = figuresOf(sources)
  const exact = (id: string): string => {
    const found = answer.figures.find((figure) => figure.id === id)!
    return `${found.source} ${sources.find(({ key }) => key === found.source)!.text.slice(found.start, found.end)}`
  }
  const series: Record<string, string[]> = {}
  for (const figure of answer.figures) (series[figure.series] ??= []).push(exact(figure.id))
  const changes = answer.relations
    .filter(({ kind }) => kind === 'revision' || kind === 'conflict')
    .map(({ a, b, kind, newer }) => `${exact(a)}, ${exact(b)}: ${newer === null ? kind : exact(newer)}`)
  return { series, changes }
}

describe('a report', () => {
  it('doesn’t contradict itself: of two numbers for one day, one counts something else', () => {
    const { changes, series } = told(
      source('S1', '2033-01-05', 'Ulv Post', 'The hospital counts 31 dead. Three of the injured died on the way.'),
      source(
        'S2',
        '2033-01-06',
        'Ulv Radio',
        'The blast killed 31 people and hurt 80, the hospital says. Two people died later at home.'
      )
    )
    expect(series['dead people']).toEqual(['S1 31', 'S2 31'])
    expect(changes).toEqual([])
  })

  it('tells of an earlier number as one that has been replaced', () => {
    const { changes } = told(
      source(
        'S1',
        '2033-01-06',
        'Ulv Post',
        'The fire killed 26 people, the county says. Earlier reports had spoken of 22 dead.'
      ),
      source('S2', '2033-01-07', 'Ulv Radio', 'The county counts 26 dead.')
    )
    expect(changes).toEqual(['S1 26, S1 22: S1 26', 'S1 22, S2 26: S2 26'])
  })

  it('counts the families, not the dead, and what speaks of the whole isn’t what is counted', () => {
    const { changes, series } = told(
      source(
        'S1',
        '2033-01-06',
        'Ulv Post',
        'The flood killed 26 people. A group speaks for 41 families of dead and injured.'
      ),
      source('S2', '2033-01-07', 'Ulv Radio', 'Of the 311 people in the camp, 26 died.')
    )
    expect(series['dead people']).toEqual(['S1 26', 'S2 26'])
    expect(changes).toEqual([])
  })

  it('measures what its clause is about, also where a pronoun stands for it', () => {
    const { changes } = told(
      source(
        'S1',
        '2033-01-06',
        'Ulv Post',
        'The commission put turnout at 61 per cent. The Harbour List leads with 38 per cent of the vote.'
      ),
      source(
        'S2',
        '2033-01-07',
        'Ulv Radio',
        'The commission has corrected turnout to 58 per cent. The Harbour List lost ground. It now has 35 per cent.'
      )
    )
    expect(changes).toEqual([
      'S1 61 per cent, S2 58 per cent: S2 58 per cent',
      'S1 38 per cent, S2 35 per cent: S2 35 per cent'
    ])
  })

  it('doesn’t join numbers of people that are far apart', () => {
    const { changes } = told(
      source('S1', '2033-01-06', 'Ulv Post', 'Eighteen people were treated for burns.'),
      source(
        'S2',
        '2033-01-07',
        'Ulv Radio',
        'Twenty-six people were treated for burns. The works employs 2,100 people.'
      )
    )
    expect(changes).toEqual(['S1 Eighteen, S2 Twenty-six: S2 Twenty-six'])
  })

  it('has no giver in whom a letter goes to, nor in what puts questions', () => {
    const answer = figuresOf([
      source(
        'S1',
        '2033-01-06',
        'Ulv Post',
        'The Tenants’ League, which speaks for 41 families, wrote to the council on Monday.',
        'The letter puts three questions to the mayor.'
      )
    ])
    expect(answer.figures.map(({ value, attribution }) => [value, attribution])).toEqual([
      [41, []],
      [3, []]
    ])
  })

  it('has no figure in a clock time or in a name of a day', () => {
    const { series } = told(
      source(
        'S1',
        '2033-01-06',
        'Ulv Post',
        'She spoke shortly after six on Thursday morning. The 19 February Group has 41 members.'
      )
    )
    expect(Object.values(series).flat()).toEqual(['S1 41'])
  })
})

it('a cell of a table counts what heads its column, for the day that heads its row', () => {
  const lines = ['Toll', 'Day · Dead · Injured', '20 February · 19 · at least 59', '24 February · 22 · 64']
  const text = lines.join('\n')
  let at = 0
  const blocks = lines.map((line, i) => {
    const start = at
    at += line.length + 1
    return { type: i === 0 ? ('heading' as const) : ('tableRow' as const), start, end: start + line.length }
  })
  const about = {
    id: 'a',
    key: 'S1',
    title: 'Toll',
    publisher: 'Ulv Post',
    published: '2033-02-25',
    language: 'en',
    agencies: [],
    lines: []
  }
  const events = readChronology(text, blocks, 'en')
  const read = readFigures(
    readReport({ ...about, text, blocks }),
    events.map(({ date }) => date)
  )
  const { figures: cells } = figuresOf([{ ...about, events, figures: read }])
  expect(cells.map(({ value, series, asOf, asOfRule }) => [value, series, asOf, asOfRule])).toEqual([
    [19, 'dead people', '2033-02-20', 'stated'],
    [59, 'injured people', '2033-02-20', 'stated'],
    [22, 'dead people', '2033-02-24', 'stated'],
    [64, 'injured people', '2033-02-24', 'stated']
  ])
})
