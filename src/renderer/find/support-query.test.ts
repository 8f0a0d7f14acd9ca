import { expect, test } from 'vitest'
import { parseQuery } from '../../shared/search/query-parser.ts'
import { supportQuery } from './support-query.ts'

test('what may support a statement is sought by any of its telling words, in quotes and sources', () => {
  const query = supportQuery(
    'The port of Sollen has very likely known of cracks since March 2031, and of cracks in 3 pillars.'
  )
  expect(query).toBe('(port OR sollen OR known OR cracks OR march OR 2031 OR 3 OR pillars) (in:quotes OR in:sources)')
  expect(parseQuery(query!).read).toBe(
    '(port OR sollen OR known OR cracks OR march OR 2031 OR 3 OR pillars) AND (in:quotes OR in:sources)'
  )
})

test('what says nothing is no query, and operators are words like others', () => {
  expect(supportQuery(' … of the ')).toBeNull()
  expect(supportQuery('NEAR the quay NOT')).toBe('(near OR quay) (in:quotes OR in:sources)')
})
