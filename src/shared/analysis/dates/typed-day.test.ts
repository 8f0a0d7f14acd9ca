import { expect, test } from 'vitest'
import { typedDay } from './typed-day.ts'

test('a day is read as it is typed, by ISO 8601 or written out', () => {
  for (const typed of [
    '2031-03-04',
    ' 2031-3-4 ',
    '4 March 2031',
    '4 mar. 2031',
    '4th of March, 2031',
    'March 4, 2031',
    'Mar 4th 2031',
    '4. März 2031',
    '4 mars 2031',
    '4 de marzo de 2031'
  ])
    expect(typedDay(typed), typed).toEqual({ day: '2031-03-04' })
})

test('what could be one day or another, and what is no whole day, is not taken', () => {
  for (const typed of ['', '04/03/2031', '4.3.2031', 'March 2031', '2031-03', '2031', 'yesterday', '4 Foo 2031'])
    expect(typedDay(typed), typed).toEqual({
      problem: `“${typed}” can’t be read as a day. Write it as 2031-03-04 or 4 March 2031.`
    })
})

test('a day that the calendar does not have is told so', () => {
  for (const typed of ['2031-02-29', '31 April 2031', '2031-13-01', '0 March 2031'])
    expect(typedDay(typed), typed).toEqual({ problem: `The calendar has no ${typed}. Check the month and the day.` })
  expect(typedDay('29 February 2032')).toEqual({ day: '2032-02-29' })
})
