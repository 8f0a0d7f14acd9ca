import { describe, expect, it } from 'vitest'
import { dayInUrl, findDates, readDate, roleBefore } from './dates.ts'

const days = (text: string, dayFirst = true): string[] => findDates(text, dayFirst).map((date) => date.day)

describe('findDates', () => {
  it.each([
    ['2031-03-04', '2031-03-04'],
    ['20310304T0615', '2031-03-04'],
    ['2031/3/4', '2031-03-04'],
    ['2031.03.04.', '2031-03-04'],
    ['4 March 2031', '2031-03-04'],
    ['the 4th of March, 2031', '2031-03-04'],
    ['March 4, 2031', '2031-03-04'],
    ['Mar. 4th 2031', '2031-03-04'],
    ['Tuesday, March 4, 2031', '2031-03-04'],
    ['4-Mar-2031', '2031-03-04'],
    ['Tue, 4 Mar 2031 18:40:00 +0100', '2031-03-04'],
    ['Tue Mar 04 18:40:00 CET 2031', '2031-03-04'],
    ['4. März 2031', '2031-03-04'],
    ['04.03.2031', '2031-03-04'],
    ['4.3.31', '2031-03-04'],
    ['1er mars 2031', '2031-03-01'],
    ['4 de marzo de 2031', '2031-03-04'],
    ['4 marzo 2031', '2031-03-04'],
    ['4 de março de 2031', '2031-03-04'],
    ['4 maart 2031', '2031-03-04'],
    ['4. marraskuuta 2031', '2031-11-04'],
    ['4 marca 2031', '2031-03-04'],
    ['4 марта 2031', '2031-03-04'],
    ['4 Μαρτίου 2031', '2031-03-04'],
    ['4 Mart 2031', '2031-03-04'],
    ['2031. március 4.', '2031-03-04'],
    ['2031年3月4日', '2031-03-04'],
    ['2031년 3월 4일', '2031-03-04']
  ])('reads %s', (written, day) => {
    expect(days(written)).toEqual([day])
  })

  it('finds several dates in order and where they stand', () => {
    const text = 'Published 4 March 2031, updated March 8, 2031.'
    expect(findDates(text).map(({ start, end }) => text.slice(start, end))).toEqual(['4 March 2031', 'March 8, 2031'])
  })

  it('reads two numbers that mean two days as told, and names the other', () => {
    expect(findDates('3/4/2031', true)[0]).toMatchObject({ day: '2031-04-03', certain: false, other: '2031-03-04' })
    expect(findDates('3/4/2031', false)[0]).toMatchObject({ day: '2031-03-04', certain: false, other: '2031-04-03' })
    expect(findDates('25/4/2031', false)[0]).toMatchObject({ day: '2031-04-25', certain: true })
  })

  it.each([
    '31 February 2031',
    '2031-13-01',
    '4 March',
    'version 1.2.3',
    '192.168.10.31',
    'May 2031',
    'at 10:31 on 4 March',
    '12.03.20314',
    'pages 4-12/2031'
  ])('finds no full date in “%s”', (text) => {
    expect(days(text)).toEqual([])
  })
})

describe('readDate', () => {
  it('keeps a time only with its offset', () => {
    expect(readDate('2031-03-04T06:15:00+01:00')).toBe('2031-03-04T06:15:00+01:00')
    expect(readDate('2031-03-04T06:15:00.123Z')).toBe('2031-03-04T06:15:00Z')
    expect(readDate('2031-03-04 06:15:00 +0100')).toBe('2031-03-04T06:15:00+01:00')
    expect(readDate('2031-03-04T06:15:00')).toBe('2031-03-04')
    expect(readDate('2031-03-04')).toBe('2031-03-04')
  })
  it('reads seconds and milliseconds since 1970', () => {
    expect(readDate('1930369500')).toBe(
      '2031-03-04T05:45:00Z'.replace('05:45', new Date(1930369500_000).toISOString().slice(11, 16))
    )
    expect(readDate('1930369500000')).toBe(readDate('1930369500'))
  })
  it('gives null for what is no date', () => {
    expect(readDate('yesterday')).toBeNull()
    expect(readDate('2031-02-30')).toBeNull()
  })
})

describe('roleBefore', () => {
  it.each([
    ['Published: ', 'published'],
    ['Last updated on ', 'modified'],
    ['Published 4 March 2031. Updated ', 'modified'],
    ['Updated 8 March. First published ', 'published'],
    ['Aktualisiert am ', 'modified'],
    ['Veröffentlicht: ', 'published'],
    ['mis à jour le ', 'modified'],
    ['Обновлено: ', 'modified'],
    ['Retrieved ', 'retrieved'],
    ['in Sollen on ', null]
  ])('reads “%s” as %s', (words, role) => {
    expect(roleBefore(words)).toBe(role)
  })
})

describe('dayInUrl', () => {
  it.each([
    ['https://a.example/2031/03/04/memo', '2031-03-04'],
    ['https://a.example/memo-20310304.html', '2031-03-04'],
    ['https://a.example/2031-03-04-memo', '2031-03-04'],
    ['https://a.example/2031/03/2500-year-old-city', null],
    ['https://a.example/articles/194709-13-ways', null],
    ['https://2031-03-04.example/', null],
    ['https://a.example/news/20391026', '2039-10-26']
  ])('%s', (url, day) => {
    expect(dayInUrl(url)).toBe(day)
  })
})
