import { expect, test } from 'vitest'
import { briefsBySource } from './cited.ts'

const OF = new Map([
  ['b1', ['s1', 's2']],
  ['b2', ['s2']]
])

test('tells of each source which briefs cite it', () => {
  const briefs = briefsBySource(OF, { id: null, check: null })
  expect([...briefs]).toEqual([
    ['s1', ['b1']],
    ['s2', ['b1', 'b2']]
  ])
})

test('of the open brief its last check tells', () => {
  const briefs = briefsBySource(OF, { id: 'b1', check: { sourceNumbers: { s3: 1 } } })
  expect([...briefs]).toEqual([
    ['s3', ['b1']],
    ['s2', ['b2']]
  ])
  expect(briefsBySource(OF, { id: 'b1', check: null }).get('s1')).toEqual(['b1'])
})
