import { expect, it } from 'vitest'
import { readMailDate } from './date.ts'

it.each([
  ['Tue, 4 Mar 2031 09:05:00 +0200', '2031-03-04T09:05:00+02:00'],
  ['4 Mar 2031 9:05 -0330 (somewhere)', '2031-03-04T09:05:00-03:30'],
  ['Tuesday, 04-Mar-31 23:59:60 GMT', '2031-03-04T23:59:59Z'],
  ['Wed, 20 Dec 95 19:59 CST', '1995-12-20T19:59:00-06:00'],
  ['Tue, 4 Mar 2031 09:05:00 -0000', '2031-03-04T09:05:00Z'],
  ['Tue, 4 Mar 2031 09:05:00', '2031-03-04'],
  ['Tue, 4 Mar 2031 29:05:00 +0200', '2031-03-04'],
  ['2031-03-04 09:05', '2031-03-04'],
  ['31 Feb 2031 09:05:00 +0000', null],
  ['yesterday', null],
  ['', null]
])('reads the date %j', (written, iso) => {
  expect(readMailDate(written)).toBe(iso)
})
