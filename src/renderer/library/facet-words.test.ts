import { expect, test } from 'vitest'
import { periodWords, valueWords } from './facet-words.ts'
import { sortWords } from './sort-words.ts'

test('values are said as people read them', () => {
  const briefs = [{ id: 'b1', title: 'Withheld memo' }]
  expect(valueWords('publisher', 'Harbour Post', briefs)).toBe('Harbour Post')
  expect(valueWords('publisher', '', briefs)).toBe('No publisher')
  expect(valueWords('tlp', '', briefs)).toBe('As the case')
  expect(valueWords('language', 'nb', briefs)).toBe('Norwegian Bokmål')
  expect(valueWords('brief', 'b1', briefs)).toBe('Withheld memo')
  expect(valueWords('brief', 'b2', briefs)).toBe('A deleted brief')
  expect(valueWords('quoted', 'unquoted', briefs)).toBe('Not quoted')
})

test('a period is said at the precision it has', () => {
  expect(periodWords({ from: '', to: '' })).toBe('')
  expect(periodWords({ from: '2031-03', to: '2031-03' })).toBe('March 2031')
  expect(periodWords({ from: '2029', to: '2031-03-04' })).toBe('from 2029 to 4 Mar 2031')
  expect(periodWords({ from: '', to: '2031' })).toBe('to 2031')
})

test('an order says what comes first', () => {
  expect(sortWords({ by: 'imported', descending: true })).toBe('Newest import first')
  expect(sortWords({ by: 'published', descending: true })).toBe('Published, newest first')
  expect(sortWords({ by: 'title', descending: false })).toBe('Title, A to Z')
})
