import { expect, it } from 'vitest'
import { analysed, type Made } from '../analysed.test-helper.ts'

const MILL: Made[] = [
  {
    publisher: 'Havn Post',
    published: '2035-05-10',
    lines: [
      'Fire in paper mill',
      'A fire in the paper mill of Havn killed at least 3 people on Tuesday night, the fire service said.',
      'The mill employs 412 people. Its roof collapsed at 23:15, fire chief Runa Dahl said.',
      '"It may have been a short circuit," Dahl said.',
      'The owner, Papyr AS, denied that the sprinklers had been switched off.',
      'Damage is estimated at 14 million euros. Local people fear that the river was polluted.',
      'The mill was built in 1961 and stands on the river Lune.'
    ]
  },
  {
    publisher: 'Lune Environment Group',
    published: '2035-05-13',
    lines: [
      'Dead fish in the Lune',
      'We found dead fish at four places below the mill on 12 May. The water contains chlorine.'
    ]
  }
]
const CABLES: Made[] = [
  {
    publisher: 'Vestnor',
    published: '2032-11-10',
    lines: [
      'Rust in cables',
      'Engineers have found rust in 14 of the 36 cables of the Olme bridge, the road office said on Wednesday.'
    ]
  },
  {
    publisher: 'Olme Sun',
    published: '2032-11-15',
    lines: ['More rust', 'The road office on Monday raised the number of rusted cables in the Olme bridge to 19.']
  }
]

it.each([
  ['A fire in the paper mill of Havn killed people on 8 May. [@S1] {.fact}', undefined],
  ['Damage is put at about €14m. [@S1] {.fact}', undefined],
  ['The mill, built in 1961, employs more than 400 people. [@S1] {.fact}', undefined],
  ['Dahl said that it might have been a short circuit. [@S1] {.fact}', undefined],
  ['Dahl says: "It is believed that the mill is lost." [@S1] {.fact}', undefined],
  ['The fire was caused by a short circuit. [@S1] {.fact}', ['out-of-attribution']],
  ['The sprinklers had been switched off. [@S1] {.fact}', ['out-of-attribution']],
  ['The river was polluted. [@S1] {.fact}', ['out-of-attribution']],
  ['The roof came down, says Rune Dahl. [@S1] {.fact}', ['name-unsupported Rune Dahl']],
  ['Dead fish lay at five places below the mill. [@S2] {.fact}', ['number-unsupported five']],
  ['Dead fish were seen in the river on 11 May. [@S2] {.fact}', ['date-unsupported 11 May']],
  ['Sources say that the mill was insured twice. [@S1] {.fact}', ['weasel-words Sources say']],
  ['It is widely believed that Papyr will not rebuild. [@S1] {.judgement}', ['weasel-words It is widely believed']],
  [
    'The owner is highly likely to sell; our confidence in this is low. [@S1] {.judgement}',
    ['likelihood-with-confidence highly likely to sell; our confidence in this is low']
  ],
  ['The owner will sell (it is likely). [@S1] {.judgement likelihood="very likely"}', ['likelihood-mismatch likely']],
  [
    'There is a roughly even chance (70-80 %) that the mill closes. [@S1] {.judgement}',
    ['likelihood-mismatch roughly even chance']
  ],
  ['Nobody knows who owns the land.', ['unsupported-statement']]
])('%s', (statement, expected) => {
  expect(analysed(MILL, [statement]).findings[1]).toEqual(expected)
})

it('keeps to one row of likelihood words, and says so once', () => {
  const { findings } = analysed(MILL, [
    'The mill is likely to close. [@S1] {.judgement}',
    'It will probably be sold. [@S1] {.judgement}',
    'It will probably be razed. [@S1] {.judgement}'
  ])
  expect(findings).toEqual({ 2: ['likelihood-mismatch probably'] })
})

it('finds a number that a source of the case revises, unless the statement dates it', () => {
  const { findings } = analysed(
    CABLES,
    [
      'Rust was found in 14 of the 36 cables. [@S1] {.fact}',
      'On 10 November rust was known in 14 cables. [@S1] {.fact}'
    ],
    { date: '2032-11-17' }
  )
  expect(findings).toEqual({ 1: ['stale-figure 14'] })
})

it('finds what a source that isn’t cited denies', () => {
  const more: Made = {
    publisher: 'Papyr AS',
    published: '2035-05-12',
    lines: ['Statement', 'Papyr denies that the river contains chlorine from the mill.']
  }
  expect(analysed([...MILL, more], ['The river contains chlorine from the mill. [@S2] {.fact}']).findings[1]).toEqual([
    'contradiction-uncited'
  ])
  expect(
    analysed([...MILL, more], ['The river contains chlorine from the mill. [@S2] [@S3 contradicts] {.fact}'])
      .findings[1]
  ).toBeUndefined()
})

it('is content with a statement that tells both sides, or whose account it is, or what lies ahead', () => {
  const files: Made[] = [
    {
      publisher: 'Corvo Health',
      published: '2035-05-10',
      lines: ['Notice', 'No card numbers were in the files that were copied from Corvo Health.']
    },
    {
      publisher: 'Havn Post',
      published: '2035-05-12',
      lines: ['Files', 'The files that were copied from Corvo Health hold card numbers, the blog Wide Margin reported.']
    },
    {
      publisher: 'Wide Margin',
      published: '2035-05-11',
      lines: ['Files', 'The files that were copied from Corvo Health hold card numbers.']
    }
  ]
  const { findings } = analysed(
    files,
    [
      'No card numbers were in the files, Corvo Health says; Wide Margin found some in them. [@S1] [@S2 contradicts] {.fact}',
      'The files hold card numbers, as the blog Wide Margin reports. [@S2] [@S3] {.fact}',
      'There is a roughly even chance that Corvo Health answers in September. [@S1] {.judgement likelihood="roughly even chance" confidence=low}',
      'It is likely that the files were copied in March. [@S1] {.judgement likelihood=likely confidence=low}'
    ],
    { date: '2035-05-20' }
  )
  expect(findings).toEqual({ 4: ['date-unsupported March'] })
})

it('holds items in the matrix by the same rules', () => {
  const { matrix } = analysed(MILL, ['More than 400 people work in the mill of Havn. [@S1] {.fact}'])
  const [row] = matrix.rows
  expect(row!.items.map(({ exact }) => exact)).toEqual(['More than 400', 'Havn'])
  expect(row!.cells.map(({ source, cited, holds }) => [source, cited, holds])).toEqual([
    ['S1', 'supports', [0, 1]],
    ['S2', null, []]
  ])
})

it('holds money behind a name, a number whose unit stands before, a length of time', () => {
  const made: Made[] = [
    {
      publisher: 'Varn Post',
      published: '2035-05-10',
      lines: [
        'Fine',
        'The board fined Holm Bank £48.2 million for its checks. Turnout was 58 percent, the college said.'
      ]
    },
    {
      publisher: 'Ballot Watch',
      published: '2035-05-11',
      lines: ['Vote', 'We put turnout at 54 percent. Our people stood in line for eleven hours.']
    }
  ]
  const { findings, matrix } = analysed(made, [
    'The bank was fined £48.2 million. [@S1] {.fact}',
    'Ballot Watch puts turnout at 54 percent, the college at 58. [@S2] [@S1 contradicts] {.fact}',
    'People stood in line for eleven hours. [@S2] {.fact}'
  ])
  expect(findings).toEqual({})
  expect(matrix.rows[2]!.items.map(({ exact }) => exact)).toEqual(['eleven'])
  expect(matrix.rows[2]!.cells.map(({ holds }) => holds)).toEqual([[], [0]])
})

it.each([
  ['The manager told a clerk to delete alerts. [@S1] {.fact}', ['out-of-attribution']],
  ['A clerk alleges that her manager told her to delete alerts. [@S1] {.fact}', undefined],
  ['The list was closed on 24 April. [@S2] {.fact}', undefined],
  ['The list was closed on 25 April. [@S2] {.fact}', ['date-unsupported 25 April']]
])('%s', (statement, expected) => {
  const made: Made[] = [
    {
      publisher: 'Varn Post',
      published: '2035-05-10',
      lines: ['Alerts', 'A former clerk, Ines Dahl, alleges that her manager told her to delete alerts.']
    },
    // No day tells when it was written.
    { publisher: 'Vote Office', published: '', lines: ['Notice', 'The list was closed on 24 April.'] }
  ]
  expect(analysed(made, [statement]).findings[1]).toEqual(expected)
})

const SHIPPING: Made[] = [
  {
    publisher: 'Lunn Post',
    published: '2035-05-03',
    lines: [
      'Storm at Lunn',
      'Gusts of up to 160 km per hour hit Lunn on Thursday. By the evening 41 boats had sunk, the coastguard said.',
      'One in five households had no power. It is thought that a branch fell on the power line.',
      'A boat worth 750,000 francs was lost. The 640-km line to Orle was down.',
      'The harbour passed its safety check in March.'
    ]
  },
  {
    publisher: 'Coastguard Region East',
    published: '2035-05-05',
    lines: [
      'Storm',
      'In all, 44 boats sank. An inquiry on suspicion of negligence has been opened against the harbour.'
    ]
  },
  {
    publisher: 'Works Office',
    published: '2035-05-08',
    lines: ['The harbour', 'There was no safety check in March. The power line was built for 900 houses.']
  }
]

it.each([
  ['Gusts reached 160 km/h. [@S1] {.fact}', undefined],
  ['20 percent of the households had no power. [@S1] {.fact}', undefined],
  ['A boat worth CHF 750,000 was lost. [@S1] {.fact}', undefined],
  ['The line to Orle, 400 miles long, was down. [@S1] {.fact}', undefined],
  ['The line to Orle, 450 miles long, was down. [@S1] {.fact}', ['number-unsupported 450 miles']],
  ['On a Thursday gusts hit Lunn. [@S1] {.fact}', undefined],
  ['A branch fell on the power line. [@S1] {.fact}', ['out-of-attribution']],
  ['The coastguard opened an inquiry against the harbour. [@S2] {.fact}', undefined],
  ['There was negligence at the harbour. [@S2] {.fact}', ['out-of-attribution']],
  ['The harbour passed its safety check in March. [@S1] {.fact}', ['contradiction-uncited']],
  ['The harbour had no safety check in March. [@S3] {.fact}', ['contradiction-uncited']]
])('reads what is told in other words: %s', (statement, expected) => {
  expect(analysed(SHIPPING, [statement]).findings[1]).toEqual(expected)
})
