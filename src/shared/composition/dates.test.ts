import { describe, expect, it } from 'vitest'
import { writtenDate } from './dates.ts'

describe('writtenDate', () => {
  it.each([
    ['2031-03-04', 'en', '4 March 2031'],
    ['2031-03-04', 'en-US', 'March 4, 2031'],
    ['2031-03-04', 'de', '4. März 2031'],
    ['2031-03-04', 'uk', '4 березня 2031 р.'],
    ['2031-03', 'en', 'March 2031'],
    ['2031', 'en', '2031'],
    ['2031-02-28T16:40:00+01:00', 'en', '28 February 2031, 16:40 UTC+01:00'],
    ['2031-03-02T09:30:00.120Z', 'en', '2 March 2031, 09:30 UTC'],
    ['2031-03-04', 'not a tag', '4 March 2031'],
    ['last Thursday', 'en', 'last Thursday'],
    ['2031-13-40', 'en', '2031-13-40']
  ])('writes %s in %s as %s', (iso, language, written) => {
    expect(writtenDate(iso, language)).toBe(written)
  })
})
