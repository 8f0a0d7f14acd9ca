import { expect, it } from 'vitest'
import type { BriefRecord } from '../case/case.ts'
import { reduceBrief } from './withhold.ts'

const brief: BriefRecord = {
  schema: 8,
  brief: {
    id: 'b',
    title: 'On Vell',
    author: '',
    date: '2031-03-04',
    tlp: 'TLP:AMBER',
    language: 'en',
    template: 'blank',
    createdAt: '2031-03-04T00:00:00Z',
    deletedAt: null,
    doc: {
      type: 'doc',
      content: [{ type: 'section', attrs: { id: 's' }, content: [{ type: 'sectionTitle' }] }]
    },
    withheld: [
      { kind: 'source', id: '1', sourceId: 'kept', reason: 'S' },
      { kind: 'source', id: '2', sourceId: 'restricted', reason: 'S' },
      { kind: 'words', id: '3', terms: ['vell', 'Harl'], reason: 'P' },
      { kind: 'words', id: '4', terms: ['Harl'], reason: 'P' },
      { kind: 'passage', id: '5', blockId: 's', exact: 'gone', reason: 'L' },
      { kind: 'passage', id: '6', blockId: 's', exact: null, reason: 'L' }
    ]
  }
}

it('a reduced brief withholds nothing by names that it doesn’t hold itself', () => {
  const holdings = {
    sources: new Set(['kept']),
    quotes: new Set<string>(),
    withheldKeys: new Set<string>(),
    tags: { ids: new Set<string>() }
  }
  expect(reduceBrief(brief, holdings).brief.withheld).toEqual([
    { kind: 'source', id: '1', sourceId: 'kept', reason: 'S' },
    { kind: 'words', id: '3', terms: ['vell'], reason: 'P' },
    { kind: 'passage', id: '6', blockId: 's', exact: null, reason: 'L' }
  ])
})
