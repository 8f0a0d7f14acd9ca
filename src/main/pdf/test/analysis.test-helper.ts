import type { ExportAnalysis, SourcePassage } from '../../../shared/composition/analysis.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'
import { BriefBuilder, cite } from './brief.test-helper.ts'

/** The appendices that are made of what analyses say. */
export const ANALYSIS_APPENDICES = ['source-summary', 'descriptors', 'origins', 'figures', 'events', 'matrix'] as const

/** A passage of a source, found by its words. */
export function passageOf(input: ExportInput, sourceId: string, words: string): SourcePassage {
  const { text } = input.sources.find(({ source }) => source.id === sourceId)!.text
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`“${words}” doesn’t stand in ${sourceId}`)
  return { sourceId, start, end: start + words.length, words, locator: '¶ 2' }
}

/** A brief of three reports with what analyses say of it: a copy, a revised figure and a conflict, two days for one event, a ruling. */
export function analysedBrief(options: Partial<ExportInput['options']> = {}): ExportInput {
  const b = new BriefBuilder()
  const agency = b.source(['Ferry sinks', 'At least 19 people died on Wednesday, the coastguard of Sollen said.'], {
    publisher: 'Northline',
    published: '2031-02-20'
  })
  const paper = b.source(['Ferry lost', 'At least 19 people died on Wednesday, the coastguard of Sollen said.'], {
    publisher: 'Sollen Gazette',
    published: '2031-02-21'
  })
  const radio = b.source(
    ['Toll rises', 'The toll rose to 22, a clerk of the harbour said. The ferry sank on Tuesday.'],
    {
      publisher: 'Sollen Radio',
      published: '2031-02-23'
    }
  )
  const quote = b.quote(radio, 'The toll rose to 22')
  b.section(
    'Key judgements',
    b.statement(['The ferry Lodd sank, and 22 people died.', cite(agency), cite(paper), cite(quote)], {
      kind: 'judgement',
      likelihood: 'likely',
      confidence: 'high'
    }),
    b.statement(['The harbour has a clerk.', cite(radio, 'contradicts')], { kind: 'fact' })
  )
  const input = b.build({}, options)
  const statement = b.sections[0]!.content.flatMap((node) => (node.type === 'statement' ? [node.attrs.id] : []))
  const passage = (id: string, words: string): SourcePassage => passageOf(input, id, words)
  const analysis: ExportAnalysis = {
    origins: [
      {
        statement: statement[0]!,
        number: 1,
        reports: [agency, paper, radio],
        origins: [
          { name: 'the coastguard of Sollen', kind: 'institution', reports: [agency, paper] },
          { name: 'a clerk of the harbour', kind: 'person', reports: [radio] }
        ],
        links: [
          { report: paper, on: agency, why: 'copy', passage: passage(paper, 'At least 19 people died on Wednesday') },
          { report: radio, on: null, why: 'cites', passage: passage(radio, 'a clerk of the harbour said') }
        ],
        chains: [
          { report: agency, chain: ['Northline', 'the coastguard of Sollen'] },
          { report: paper, chain: ['Sollen Gazette', 'Northline', 'the coastguard of Sollen'] },
          { report: radio, chain: ['Sollen Radio', 'a clerk of the harbour'] }
        ],
        overruled: [{ report: radio, with: null, because: 'Heard at the quay by the reporter' }]
      }
    ],
    figures: [
      figure('F1', 19, '2031-02-20', passage(agency, 'At least 19'), ['the coastguard of Sollen']),
      figure('F2', 22, '2031-02-23', passage(radio, '22'), ['a clerk of the harbour']),
      { ...figure('F3', 120, '2031-02-23', passage(paper, 'people died'), []), counts: 'people killed' },
      { ...figure('F4', 3, null, passage(paper, 'people'), []), series: 2, counts: 'lifeboats' }
    ],
    figureRelations: [
      { a: 'F1', b: 'F2', kind: 'revision', newer: 'F2' },
      { a: 'F2', b: 'F3', kind: 'conflict', newer: null }
    ],
    events: [
      event('E1', '2031-02-18', passage(radio, 'Tuesday'), 'The ferry sank on Tuesday.', '2031-02-23'),
      event('E2', '2031-02-19', passage(agency, 'Wednesday'), 'At least 19 people died on Wednesday', '2031-02-20')
    ],
    eventRelations: [{ a: 'E1', b: 'E2', kind: 'conflict', newer: null }],
    ownEvents: [
      {
        ...{
          id: 'O1',
          from: '2031-02-18',
          to: '2031-02-20',
          approximate: true,
          words: 'The harbour searched the quay.'
        },
        ...{ statements: [statement[1]!], passages: [passage(radio, 'The toll rose to 22')] }
      }
    ],
    matrix: {
      groups: [[agency, paper], [radio]],
      rows: [
        {
          statement: statement[0]!,
          number: 1,
          items: [
            { kind: 'name', start: 10, end: 14, words: 'Lodd' },
            { kind: 'number', start: 25, end: 27, words: '22' }
          ],
          cells: [
            { sourceId: agency, cited: 'supports', holds: [] },
            { sourceId: paper, cited: 'supports', holds: [] },
            { sourceId: radio, cited: 'supports', holds: [1] }
          ]
        },
        {
          statement: statement[1]!,
          number: 2,
          items: [],
          cells: [
            { sourceId: agency, cited: null, holds: [] },
            { sourceId: paper, cited: null, holds: [] },
            { sourceId: radio, cited: 'contradicts', holds: [] }
          ]
        }
      ]
    },
    sourcing: {
      summary: 'Basis. 2 statements are supported.\n\nLeaning. The judgements lean most on S3 (B2); S9 was never read.',
      descriptors: [
        { sourceId: agency, text: 'Report of Northline. Its own report for statement 1.' },
        { sourceId: paper, text: 'Report of Sollen Gazette. Has the words of S1 for statement 1.' }
      ]
    }
  }
  return { ...input, analysis }
}

function figure(
  id: string,
  value: number,
  asOf: string | null,
  passage: SourcePassage,
  attribution: string[]
): ExportAnalysis['figures'][number] {
  const bound = value === 19 ? 'at-least' : 'exact'
  return {
    id,
    value,
    high: null,
    bound,
    unit: null,
    counts: 'people died',
    asOf,
    asOfRule: 'stated',
    attribution,
    series: 1,
    passage
  }
}

function event(
  id: string,
  day: string,
  passage: SourcePassage,
  words: string,
  report: string
): ExportAnalysis['events'][number] {
  const reference = { date: report, entry: null }
  return {
    id,
    from: day,
    to: day,
    approximate: false,
    time: null,
    offset: null,
    rule: 'weekday',
    reference,
    passage,
    event: words
  }
}
