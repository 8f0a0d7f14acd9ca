import { expect, test } from 'vitest'
import { MOST_READ_CASES, MOST_READ_SOURCES } from '../../../shared/api/contract.ts'
import { withPlace } from './places.ts'

test('a place is kept for each source of each case', () => {
  let reading = withPlace({}, 'case-a', 's-one', 10)
  reading = withPlace(reading, 'case-a', 's-two', 20)
  reading = withPlace(reading, 'case-b', 's-one', 30)
  reading = withPlace(reading, 'case-a', 's-one', 40)
  expect(reading).toEqual({
    'case-a': { 's-two': 20, 's-one': 40 },
    'case-b': { 's-one': 30 }
  })
  expect(Object.keys(reading)).toEqual(['case-b', 'case-a'])
})

test('the oldest go when there are too many', () => {
  let reading = {}
  for (let n = 0; n <= MOST_READ_SOURCES; n++) reading = withPlace(reading, 'case', `s-${n}`, n)
  for (let n = 1; n <= MOST_READ_CASES - 1; n++) reading = withPlace(reading, `case-${n}`, 's', n)
  expect(Object.keys(reading)).toHaveLength(MOST_READ_CASES)
  expect(Object.keys(reading)[0]).toBe('case')
  expect(Object.keys((reading as Record<string, object>)['case']!)).not.toContain('s-0')
  expect(Object.keys(withPlace(reading, 'one-more', 's', 1))).not.toContain('case')
})
