import { expect, it } from 'vitest'
import { analysed, type Made } from '../analysed.test-helper.ts'

const DAM: Made[] = [
  {
    publisher: 'Tolmer Post',
    published: '2035-05-10',
    lines: [
      'Dam leaks',
      'TOLMER, May 10 (Veritas News Agency) — Water is seeping through the wall of the Tolmer dam, the water authority said on Thursday.',
      'The authority lowered the lake by two metres.'
    ]
  },
  {
    publisher: 'Morning Lark',
    published: '2035-05-11',
    lines: [
      'Lake lowered',
      'The lake behind the Tolmer dam has been lowered because water seeps through its wall, Veritas News Agency reports.'
    ]
  },
  {
    publisher: 'Radio Sund',
    published: '2035-05-11',
    lines: [
      'Dam wall wet',
      'Engineers of the dam have seen wet spots on the wall since March, two of them told Radio Sund.',
      'The water authority says that the wall is safe.'
    ]
  },
  {
    publisher: 'Water Authority',
    published: '2035-05-10',
    lines: [
      'Notice on the Tolmer dam',
      'Water is seeping through the wall of the dam. The lake is lowered by two metres.'
    ]
  },
  {
    publisher: 'The Tolmer Weekly',
    published: '2035-05-12',
    lines: ['Seepage', 'Water is seeping through the wall of the Tolmer dam, a spokesman for the water authority said.']
  }
]
const PORT: Made[] = [
  {
    publisher: 'Arven Post',
    published: '2035-02-01',
    lines: ['Talks fail', 'The talks on the port have failed, a diplomat said.']
  },
  {
    publisher: 'Bryn News',
    published: '2035-02-01',
    lines: ['No deal on port', 'The talks on the port have failed, said two officials who asked not to be named.']
  },
  {
    publisher: 'Cold Coast',
    published: '2035-02-02',
    lines: ['Port talks', 'A diplomat quoted by the Arven Post says the talks on the port have failed.']
  },
  {
    publisher: 'Delta Online',
    published: '2035-02-02',
    lines: ['Port talks', 'Newspapers reported that the talks on the port had failed. The Arven Post cited a diplomat.']
  }
]
const BRIDGE: Made[] = [
  {
    publisher: 'Telnor',
    published: '2035-06-01',
    lines: [
      'Pineta bridge shut',
      'PINETA, June 1, 2035 (Telnor) -- The bridge at Pineta was shut on Friday after a crack was found, the road directorate announced.'
    ]
  },
  {
    publisher: 'Pineta Herald',
    published: '2035-06-01',
    lines: [
      'Bridge shut',
      'The bridge at Pineta was shut on Friday after a crack was found, the road directorate announced.'
    ]
  },
  {
    publisher: 'Vale Mirror',
    published: '2035-06-01',
    lines: [
      'Bridge closed',
      'Traffic over the bridge at Pineta has been stopped since Friday because of a crack.',
      'With material from Telnor.'
    ]
  },
  {
    publisher: 'Alder Globe',
    published: '2035-06-02',
    lines: [
      'Crack in bridge',
      'A crack two metres long runs through the bridge at Pineta, the Alder Globe has learned from a welder who works there.'
    ]
  },
  {
    publisher: 'Sedge Review',
    published: '2035-06-03',
    lines: ['On the bridge', 'Road directorate head Ulf Arne said the bridge at Pineta was shut because of a crack.'],
    credits: ['By Tove Lind and Telnor']
  }
]

function told(made: readonly Made[], statement: string, options?: Parameters<typeof analysed>[2]) {
  const [first] = analysed(made, [statement], options).origins
  return {
    groups: first!.origins.map(({ reports }) => reports),
    why: Object.fromEntries(first!.links.map(({ report, why }) => [report, why])),
    chains: Object.fromEntries(first!.chains.map(({ report, chain }) => [report, chain]))
  }
}

it('groups an agency’s report with what credits and cites it, and an authority with who speaks for it', () => {
  const { groups, why, chains } = told(
    DAM,
    'Water seeps through the wall of the Tolmer dam. [@S1] [@S2] [@S3] [@S4] [@S5] {.fact}'
  )
  expect(groups).toEqual([['S1', 'S2', 'S4', 'S5'], ['S3']])
  expect(why).toMatchObject({ S1: 'credit', S2: 'cites' })
  expect(chains).toMatchObject({
    S1: ['Tolmer Post', 'Veritas News Agency', 'the water authority'],
    S2: ['Morning Lark', 'Veritas News Agency'],
    S3: ['Radio Sund', 'Engineers of the dam'],
    S4: ['Water Authority']
  })
})

it('reads a report for what the statement says: the same one is second-hand for another', () => {
  const { groups, chains } = told(DAM, 'The wall is safe, the water authority says. [@S3] [@S4] {.fact}')
  expect(groups).toEqual([['S3', 'S4']])
  expect(chains['S3']).toEqual(['Radio Sund', 'The water authority'])
})

it('keeps unnamed sources apart unless one report cites the other', () => {
  const { groups, why } = told(PORT, 'The talks on the port have failed. [@S1] [@S2] [@S3] [@S4] {.fact}')
  expect(groups).toEqual([['S1', 'S3', 'S4'], ['S2']])
  expect(why).toEqual({ S3: 'cites', S4: 'cites' })
})

it('tells a copy without a credit, a credit at the end or in a byline, and own reporting', () => {
  const { groups, why } = told(
    BRIDGE,
    'The bridge at Pineta was shut because of a crack. [@S1] [@S2] [@S3] [@S4] [@S5] {.fact}'
  )
  expect(groups).toEqual([['S1', 'S2', 'S3', 'S5'], ['S4']])
  expect(why).toEqual({ S2: 'copy', S3: 'credit', S5: 'credit' })
})

it('is overruled in the order in which that was said', () => {
  const because = 'asked the reporter'
  const split = { id: 'a', split: 'id2', join: null, because }
  const join = { id: 'b', split: null, join: ['id2', 'id4'] as [string, string], because }
  const statement = 'The bridge at Pineta was shut because of a crack. [@S1] [@S2] [@S4] {.fact}'
  expect(told(BRIDGE, statement, { overrulings: [split] }).groups).toEqual([['S1'], ['S2'], ['S4']])
  expect(told(BRIDGE, statement, { overrulings: [split, join] }).groups).toEqual([['S1'], ['S2', 'S4']])
})

it('tells what falls with a source, by itself and with all that hang on it', () => {
  const { impact } = analysed(BRIDGE, [
    'The bridge at Pineta was shut because of a crack. [@S1] [@S2] [@S4] {.fact}',
    'The bridge was shut. [@S2] {.fact}',
    'The bridge has a crack. [@S4] [@S1 contradicts] {.fact}'
  ])
  const { dependents, statements } = impact('S1')
  expect(dependents).toEqual([
    { source: 'S2', why: 'copy' },
    { source: 'S3', why: 'credit' },
    { source: 'S5', why: 'credit' }
  ])
  expect(statements.map(({ alone, withDependents }) => [alone.effect, withDependents.effect])).toEqual([
    ['weaker', 'single-origin'],
    ['unchanged', 'falls'],
    ['loses-contradiction', 'loses-contradiction']
  ])
})
