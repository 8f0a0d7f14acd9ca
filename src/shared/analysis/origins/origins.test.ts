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

/** Reports of invented papers on one day after the other, each with its lines. */
function printed(...all: readonly (readonly [publisher: string, ...lines: string[]])[]): Made[] {
  return all.map(([publisher, ...lines], at) => ({
    publisher,
    published: `2035-03-0${at + 1}`,
    lines: ['Report', ...lines]
  }))
}

it.each<[string, string, Made[], string[][], string[][]]>([
  [
    'an agency that cites a paper that cites an official',
    'The dam at Lunn has cracks.',
    printed(
      ['Orle Post', 'The dam at Lunn has cracks, a senior official at the dam office told the Orle Post.'],
      [
        'Nordvest',
        'LUNN, March 2 (Nordvest) - The dam at Lunn has cracks, the Orle Post reported, citing a senior official at the dam office.'
      ],
      ['Kell Radio', 'The dam at Lunn has cracks, according to Nordvest, which cited the Orle Post.']
    ),
    [['S1', 'S2', 'S3']],
    [
      ['Orle Post', 'a senior official at the dam office'],
      ['Nordvest', 'Orle Post', 'a senior official'],
      ['Kell Radio', 'Nordvest', 'Orle Post']
    ]
  ],
  [
    'one who is asked anew',
    'The pumps of Lunn had failed a week before.',
    printed(
      ['Orle Post', 'The pumps of Lunn had failed a week earlier, said Hanna Brix, the chief engineer of the plant.'],
      ['Kell Radio', '"The pumps of Lunn failed a week before," the chief engineer, Hanna Brix, told Kell Radio.']
    ),
    [['S1', 'S2']],
    [
      ['Orle Post', 'Hanna Brix, the chief engineer of the plant'],
      ['Kell Radio', 'the chief engineer, Hanna Brix']
    ]
  ],
  [
    'one who is named by one and told by the role by another',
    'The mast was struck by lightning.',
    printed(
      ['Orle Post', 'The mast was struck by lightning, its captain, Odd Fenn, said.'],
      ['Kell Radio', 'Lightning struck the mast, the captain said.']
    ),
    [['S1', 'S2']],
    [
      ['Orle Post', 'its captain, Odd Fenn'],
      ['Kell Radio', 'the captain']
    ]
  ],
  [
    'two who speak for one office',
    'The road stays shut.',
    printed(
      ['Orle Post', 'The road will stay shut, said Ilse Vorn, a spokeswoman for the road office.'],
      ['Kell Radio', 'The road stays shut, road office spokesman Per Hamm said.']
    ),
    [['S1', 'S2']],
    [
      ['Orle Post', 'Ilse Vorn, a spokeswoman for the road office'],
      ['Kell Radio', 'road office spokesman Per Hamm']
    ]
  ],
  [
    'a statement that two quote',
    'The company knew nothing of the leak.',
    printed(
      ['Orle Post', '"We knew nothing of the leak," the Kolm company said in a statement.'],
      ['Kell Radio', 'The company Kolm said that it knew nothing of the leak.']
    ),
    [['S1', 'S2']],
    [
      ['Orle Post', 'the Kolm company'],
      ['Kell Radio', 'The company Kolm']
    ]
  ],
  [
    'a document that one has seen and another describes',
    'Forty invoices are missing from the harbour fund.',
    printed(
      ['Orle Post', 'An audit of the Lunn harbour fund seen by the Orle Post found that 40 invoices were missing.'],
      ['Kell Radio', 'Forty invoices are missing, says the audit of the harbour fund at Lunn.']
    ),
    [['S1', 'S2']],
    [
      ['Orle Post', 'An audit of the Lunn harbour fund seen by the Orle Post'],
      ['Kell Radio', 'the audit of the harbour fund']
    ]
  ],
  [
    'unnamed sources, of two papers',
    'The merger is off.',
    printed(
      ['Orle Post', 'The merger is off, a person familiar with the talks said.'],
      ['Kell Radio', 'The merger is off, a source close to the talks told Kell Radio.']
    ),
    [['S1'], ['S2']],
    [
      ['Orle Post', 'a person familiar with the talks'],
      ['Kell Radio', 'a source close to the talks']
    ]
  ],
  [
    'an interview, told on by the family name',
    'The rope had been cut.',
    printed(
      ['Orle Post', 'In an interview with the Orle Post, climber Jan Toft said the rope had been cut.'],
      ['Kell Radio', 'The rope had been cut, climber Jan Toft told the Orle Post.'],
      ['Vale Mirror', 'Toft said on Saturday the rope had been cut.']
    ),
    [['S1', 'S2', 'S3']],
    [
      ['Orle Post', 'climber Jan Toft'],
      ['Kell Radio', 'Orle Post', 'climber Jan Toft'],
      ['Vale Mirror', 'Toft']
    ]
  ],
  [
    'a report that others tell of',
    'The bank will cut 400 jobs.',
    printed(
      ['Orle Post', 'The bank of Lunn will cut 400 jobs, two managers told the Orle Post.'],
      ['Kell Radio', 'The bank is planning to cut 400 jobs, according to a report in the Orle Post.'],
      ['Vale Mirror', 'The bank declined to comment on a report by the Orle Post that it will cut 400 jobs.']
    ),
    [['S1', 'S2', 'S3']],
    [
      ['Orle Post', 'two managers'],
      ['Kell Radio', 'Orle Post'],
      ['Vale Mirror', 'Orle Post']
    ]
  ],
  [
    'a firm and who runs it',
    'The tank was empty.',
    printed(
      ['Orle Post', 'Hald Oil said in a statement that the tank had been empty.'],
      ['Kell Radio', 'The tank was empty, Marta Quist, who runs Hald Oil, told Kell Radio.']
    ),
    [['S1', 'S2']],
    [
      ['Orle Post', 'Hald Oil'],
      ['Kell Radio', 'Marta Quist, who runs Hald Oil']
    ]
  ],
  [
    'two who saw it',
    'The train passed the red signal.',
    printed(
      ['Orle Post', 'The train passed the red signal, passenger Elin Roos said.'],
      ['Kell Radio', 'Karl Brandt, who stood on the platform, says that the train passed the red signal.']
    ),
    [['S1'], ['S2']],
    [
      ['Orle Post', 'passenger Elin Roos'],
      ['Kell Radio', 'Karl Brandt, who stood on the platform']
    ]
  ]
])('tells the origins of %s', (_, statement, made, expectedGroups, expectedChains) => {
  const cited = made.map((_report, at) => `[@S${at + 1}]`).join(' ')
  const { groups, chains } = told(made, `${statement} ${cited} {.fact}`)
  expect(groups).toEqual(expectedGroups)
  expect(Object.values(chains)).toEqual(expectedChains)
})

it.each<[string, string[], string[][]]>([
  ['the first of three', ['id1'], [['S1'], ['S2', 'S3']]],
  ['the last of three', ['id3'], [['S1', 'S2'], ['S3']]],
  ['one after the other', ['id1', 'id2'], [['S1'], ['S2'], ['S3']]],
  ['what was parted with all of the others', ['id2', 'id2+id1'], [['S1', 'S2', 'S3']]],
  ['two with each other', ['id1', 'id2', 'id1+id2'], [['S1', 'S2'], ['S3']]],
  ['all again', ['id1', 'id2', 'id1+id2', 'id3+id2'], [['S1', 'S2', 'S3']]]
])('parts and joins %s', (_, said, expected) => {
  const overrulings = said.map((each, at) => {
    const [a, b] = each.split('+')
    const because = 'asked the reporter'
    return b === undefined
      ? { id: String(at), split: a!, join: null, because }
      : { id: String(at), split: null, join: [a!, b] as [string, string], because }
  })
  const made = printed(
    ['Orle Post', 'The gate was open, Mayor Ida Sohl said.'],
    ['Kell Radio', 'The gate was open, Ida Sohl told Kell Radio.'],
    ['Vale Mirror', 'The gate was open, said Mayor Sohl.']
  )
  expect(told(made, 'The gate was open. [@S1] [@S2] [@S3] {.fact}', { overrulings }).groups).toEqual(expected)
})

it.each<[string, string, Made[], string[][], string[][]]>([
  [
    'what the next sentence says of where it comes from',
    'The pier of Ulm has a crack of nine metres.',
    printed(
      [
        'Orle Post',
        'The pier of Ulm has a crack of nine metres, an internal report of the operator says that the Orle Post has obtained.'
      ],
      [
        'Kell Radio',
        'In the pier of Ulm there is a crack of nine metres. So says an internal report of which Kell Radio has a copy.'
      ],
      ['Tarn Gazette', 'The pier of Ulm has a nine-metre crack. The operator has admitted it.'],
      ['Sund Mail', 'A crack of nine metres runs through the pier of Ulm. The Orle Post reported it first.']
    ),
    [['S1', 'S2', 'S4'], ['S3']],
    [
      ['Orle Post', 'an internal report of the operator'],
      ['Kell Radio', 'an internal report'],
      ['Tarn Gazette', 'The operator'],
      ['Sund Mail', 'Orle Post']
    ]
  ],
  [
    'an institution that publishes, whatever its name, and who names it in short',
    'A bear was born in Ulm.',
    printed(
      ['Ulm Wildlife Park', 'A bear was born in the park of Ulm on Friday.'],
      ['Orle Post', 'A bear has been born in Ulm, the wildlife park writes on its website.'],
      ['Kell Radio', 'A bear was born in Ulm. Keeper Sid Lunn was there. "She was small," he told Kell Radio.']
    ),
    [['S1', 'S2'], ['S3']],
    [['Ulm Wildlife Park'], ['Orle Post', 'the wildlife park'], ['Kell Radio']]
  ],
  [
    'a survey and the page of the institute that made it',
    'The Blue List stands at 24 per cent.',
    printed(
      ['Institute Merle', 'In our latest survey the Blue List stands at 24 per cent.'],
      ['Orle Post', 'The Blue List stands at 24 per cent, a poll by the institute Merle found.'],
      ['Kell Radio', 'In a survey by Brant 24 per cent are for the Blue List.']
    ),
    [['S1', 'S2'], ['S3']],
    [['Institute Merle'], ['Orle Post', 'a poll by the institute Merle'], ['Kell Radio', 'a survey by Brant']]
  ],
  [
    'a paper that has a day in its name, a minister who repeats it, and a firm by what it is',
    'Lunn Motors lost 40 million euros.',
    printed(
      [
        'Kestrel',
        'LUNN, March 1 (Kestrel) - Lunn Motors lost 40 million euros, minister Ola Brix told the Sunday Review.'
      ],
      ['Orle Post', 'Minister Ola Brix repeated in parliament that Lunn Motors had lost 40 million euros.'],
      ['Lunn Motors', 'Loss: 40 million euros.'],
      ['Tarn Gazette', 'Lunn Motors lost 40 million euros last year, the carmaker said.']
    ),
    [
      ['S1', 'S2'],
      ['S3', 'S4']
    ],
    [
      ['Kestrel', 'Sunday Review', 'minister Ola Brix'],
      ['Orle Post', 'Minister Ola Brix'],
      ['Lunn Motors'],
      ['Tarn Gazette', 'the carmaker']
    ]
  ],
  [
    'two agencies in one dateline, an agency in brackets at the end, and an outlet that only reported something else',
    'Soldiers blocked the bridge of Mirn.',
    printed(
      ['Kestrel', 'MIRN, March 1 (Kestrel) - Soldiers blocked the bridge of Mirn at dawn.'],
      ['Orle Post', 'MIRN (Kestrel/Nordwire) - The bridge of Mirn was closed off by soldiers.'],
      ['Kell Radio', 'The world in brief', 'MIRN: Soldiers blocked a bridge (Kestrel).'],
      ['Tarn Gazette', 'Soldiers blocked the bridge of Mirn after Kestrel reported that the fleet had left.']
    ),
    [['S1', 'S2', 'S3'], ['S4']],
    [['Kestrel'], ['Orle Post', 'Kestrel', 'Nordwire'], ['Kell Radio', 'Kestrel'], ['Tarn Gazette']]
  ],
  [
    'a foreman who told a news agency, which brackets and the end of a line name in short',
    'The owners of the mine were warned of gas.',
    printed(
      [
        'Kestrel Agency',
        'TOLL, March 1 (Kestrel) - The owners of the mine were warned of gas, a foreman told Kestrel Agency.'
      ],
      ['Orle Post', 'The owners of the mine knew of the gas. That is what a foreman told a news agency.'],
      ['Kell Radio', 'The owners of the mine had been warned of gas (Kestrel reported).'],
      ['Tarn Gazette', 'There was a warning of gas to the owners of the mine. - Kestrel']
    ),
    [['S1', 'S2', 'S3', 'S4']],
    [
      ['Kestrel Agency', 'a foreman'],
      ['Orle Post', 'Kestrel Agency', 'a foreman'],
      ['Kell Radio', 'Kestrel Agency'],
      ['Tarn Gazette', 'Kestrel']
    ]
  ],
  [
    'givers without a verb of saying',
    'The clinic of Lunn was full.',
    printed(
      ['Orle Post', 'Clinic head Ada Holm: "The clinic of Lunn was full."'],
      ['Kell Radio', 'Ada Holm, who runs the clinic of Lunn, is certain that it was full.'],
      ['Tarn Gazette', 'By the captain’s account the clinic of Lunn was full that night.'],
      ['Sund Mail', 'In Lunn the clinic was full. That comes from the fire brigade.']
    ),
    [['S1', 'S2'], ['S3'], ['S4']],
    [
      ['Orle Post', 'Clinic head Ada Holm'],
      ['Kell Radio', 'Ada Holm, who runs the clinic of Lunn'],
      ['Tarn Gazette', 'the captain'],
      ['Sund Mail', 'the fire brigade']
    ]
  ],
  [
    'auditors and their court, own reporters, and one who is only told of as what he is',
    'The hospital costs 388 million.',
    printed(
      ['Court of Auditors', 'The hospital costs 388 million.'],
      ['Orle Post', '388 million for a hospital: this is what the auditors say in their report.'],
      ['Kell Radio', 'Reporters of Kell Radio counted: the hospital costs 388 million.'],
      ['Tarn Gazette', 'A mason saw a bill of 388 million for the hospital, he told the Tarn Gazette.']
    ),
    [['S1', 'S2'], ['S3'], ['S4']],
    [['Court of Auditors'], ['Orle Post', 'the auditors'], ['Kell Radio'], ['Tarn Gazette', 'A mason']]
  ],
  [
    'an aid group on its own page, and those who have it from it and name whom it cites',
    'Soldiers cleared the camp of Lunn.',
    printed(
      ['Wide Hands', 'Soldiers cleared the camp of Lunn yesterday. We bring tents tomorrow.'],
      [
        'Orle Post',
        'Soldiers cleared the camp of Lunn, the aid group Wide Hands said, citing men who had lived there.'
      ],
      ['Kell Radio', 'Soldiers came on Monday and had the camp of Lunn cleared by noon, a driver said.']
    ),
    [['S1', 'S2'], ['S3']],
    [['Wide Hands'], ['Orle Post', 'the aid group Wide Hands', 'men'], ['Kell Radio', 'a driver']]
  ],
  [
    'one contract that two have seen, a paper that is cited again as the magazine, and a court under its own name',
    'The ministry paid 90,000 for each boat.',
    printed(
      [
        'Kestrel Weekly',
        'The ministry paid 90,000 for each boat, according to a contract that Kestrel Weekly has obtained.'
      ],
      [
        'Orle Post',
        'Boats cost double, Kestrel Weekly reported. The ministry paid 90,000 for each boat, a clerk told the magazine.'
      ],
      ['Kell Radio', 'The ministry paid 90,000 for each boat, the contract between the ministry and the seller shows.'],
      [
        'Court of Audit',
        'The Court of Audit finds that for every boat of the coastguard 90,000 was paid by its ministry.'
      ]
    ),
    [['S1', 'S2', 'S3'], ['S4']],
    [
      ['Kestrel Weekly', 'a contract'],
      ['Orle Post', 'Kestrel Weekly', 'a clerk'],
      ['Kell Radio', 'the contract between the ministry and the seller'],
      ['Court of Audit']
    ]
  ]
])('finds the origins of %s', (_, statement, made, groups, chains) => {
  const all = made.map((__, at) => `[@S${at + 1}]`).join(' ')
  const found = told(made, `${statement} ${all} {.fact}`)
  expect(found.groups).toEqual(groups)
  expect(Object.values(found.chains)).toEqual(chains)
})
