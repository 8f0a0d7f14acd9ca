import { describe, expect, it } from 'vitest'
import { readDateLine } from './date-line.ts'
import { identifierIn } from './fields.ts'
import { readLabel, readSection, wordCount } from './labels.ts'

describe('readDateLine', () => {
  it.each([
    ['March 4, 2031 Tuesday', '2031-03-04', null],
    ['March 4, 2031 Tuesday 5:01 PM GMT', '2031-03-04', null],
    ['March 4, 2031 Tuesday 3:42 AM  EST', '2031-03-04', null],
    ['January 14, 2031 3:55 PM', '2031-01-14', null],
    ['October 12, 2031, Tuesday,, FINAL EDITION', '2031-10-12', 'FINAL EDITION'],
    ['July 12, 2031 Thursday, The Coast Courier on the Web', '2031-07-12', 'The Coast Courier on the Web'],
    ['November 10, 2031, Thursday 17:00:00 - 18:00:00 Eastern Time', '2031-11-10', null],
    ['27. Februar 2031 Montag 9:50 PM GMT+1', '2031-02-27', null],
    ['Sonntag 21.Mai 2031', '2031-05-21', null],
    ['mercredi 29 mai 2031 7:20 GMT', '2031-05-29', null],
    ['martes 4 de marzo de 2031', '2031-03-04', null],
    ['Onsdag 6. Januar 2031', '2031-01-06', null],
    ['2031年3月4日', '2031-03-04', null],
    [
      'December 5, 2031 Friday GENERAL_EDIT_CORRECTION ERROR Document ID 123 Has errors in the date and the time.',
      '2031-12-05',
      null
    ],
    ['March 2031', '2031-03', null],
    ['January/February 2031', '2031-02', null]
  ])('reads %s', (line, published, edition) => {
    expect(readDateLine(line)).toEqual({ published, edition })
  })

  it.each([
    'March 4, 2031 was the day on which the board opened the drawer',
    'March 4, 2031: what we know so far about the ferry.',
    'The memo of March 4, 2031',
    'LOAD-DATE: March 4, 2031',
    'Tuesday',
    ''
  ])('takes “%s” for none', (line) => {
    expect(readDateLine(line)).toBeNull()
  })
})

describe('readLabel', () => {
  it.each([
    ['Length:\u00A0612 words', 'words', '612 words'],
    ['Longueur : 612 mots', 'words', '612 mots'],
    ['DATE-CHARGEMENT: 5 mars 2031', 'loaded', '5 mars 2031'],
    ['Date de chargement : 5 mars 2031', 'loaded', '5 mars 2031'],
    ['BODY:', 'body', ''],
    ['KOP: De werf antwoordt', 'title', 'De werf antwoordt']
  ])('reads %s', (line, field, value) => {
    expect(readLabel(line)).toMatchObject({ field, value })
  })

  it.each(['He said: nothing', 'TOKYO: The dollar rose.', 'section: NEWS', 'LENGTH 612 words'])(
    'takes “%s” for none',
    (line) => {
      expect(readLabel(line)).toBeNull()
    }
  )
})

describe('readSection', () => {
  it.each([
    ['NEWS; Pg. A1', 'NEWS', 'A1'],
    ['Law & Order; Pg. B-3', 'Law & Order', 'B-3'],
    ['Guardian Home Pages, Pg. 15', 'Guardian Home Pages', '15'],
    ['Section 5; Part 2; Page 16; Column 2; National Desk', 'Section 5; Part 2; National Desk', '16'],
    ['Section B; Page 22, Column 2; National Desk', 'Section B; National Desk', '22'],
    ['Section ; Column 0; Foreign Desk', 'Foreign Desk', null],
    ['PAÍS VASCO; País Vasco; Pág. 3', 'PAÍS VASCO; País Vasco', '3'],
    ['Titelseite; S. 1; Ausg. 99', 'Titelseite', '1'],
    ['BUITENLAND; Blz.6', 'BUITENLAND', '6'],
    ['S. 5', null, '5'],
    ['Pg. B22', null, 'B22'],
    ['POLITICS; Version:17', 'POLITICS', null]
  ])('parts %s', (value, section, page) => {
    expect(readSection(value)).toEqual({ section, page })
  })
})

describe('what else a document is known by', () => {
  it.each([
    ['612 words', 612],
    ['1,612 words', 1612],
    ['1.612 Wörter', 1612],
    ['490  words', 490],
    ['words', null]
  ])('counts %s', (value, count) => {
    expect(wordCount(value)).toBe(count)
  })

  it('finds the identifier in the link of a headline', () => {
    expect(
      identifierIn(
        'https://advance.lexis.com/api/document?id=urn%3AcontentItem%3A7Y3D-R4R0-YB0F-R3RC-00000-00&idtype=PID'
      )?.value
    ).toBe('7Y3D-R4R0-YB0F-R3RC-00000-00')
    expect(identifierIn('https://courier.example/7Y3D-R4R0-YB0F')).toBeNull()
  })
})
