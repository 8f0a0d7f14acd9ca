import { expect, test } from 'vitest'
import type { SearchHit } from '../../../shared/search/answer.ts'
import { groupHits, isStop } from './rows.ts'

const hit = (kind: SearchHit['kind'], id: string, sourceId: string | null, count = 1): SearchHit => ({
  kind,
  id,
  key: id,
  sourceId,
  sourceKey: sourceId,
  briefId: sourceId === null ? 'b1' : null,
  title: '',
  publisher: null,
  published: null,
  count,
  score: 0,
  start: null,
  end: null,
  snippet: { text: '', marks: [] }
})

test('hits of one source stand together where its first one is, its text before its quotes', () => {
  const rows = groupHits([
    hit('quote', 'q1', 's2'),
    hit('source', 's1', 's1', 3),
    hit('brief', 'n1', null),
    hit('source', 's2', 's2', 0),
    hit('note', 'q1', 's2'),
    hit('quote', 'q2', 's1'),
    hit('brief', 'n2', null)
  ])
  expect(rows.map(({ hit: { kind, id }, leads }) => `${kind} ${id}${leads ? ' leads' : ''}`)).toEqual([
    'source s2 leads',
    'quote q1',
    'note q1',
    'source s1 leads',
    'quote q2',
    'brief n1 leads',
    'brief n2'
  ])
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  // The words of q2 are gone to in the text of its source; those of q1 aren't found there.
  expect(rows.filter(isStop).map(({ hit: { id } }) => id)).toEqual(['s2', 'q1', 'q1', 's1', 'n1', 'n2'])
})

test('what stands twice in an answer has two keys', () => {
  const rows = groupHits([hit('note', 's1', 's1'), hit('note', 's1', 's1')])
  expect(rows.map(({ key }) => key)).toEqual(['note--s1', 'note--s1-1'])
})
