import { describe, expect, it } from 'vitest'
import type { PlacedText } from './line.ts'
import { toLines } from './lines.ts'

/** A4, its origin turned to the top left. */
const PAGE = [1, 0, 0, -1, 0, 842]
const item = (str: string, left: number, right: number, y = 700, size = 10, dir = 'ltr'): PlacedText => ({
  str,
  dir,
  transform: [size, 0, 0, size, left, y],
  width: right - left,
  height: size
})
const texts = (...items: PlacedText[]): string[] => toLines(items, PAGE).map(({ text }) => text)

describe('lines of a PDF', () => {
  it('are pieces on one baseline, a space where a gap says so, columns apart', () => {
    expect(
      texts(item('The me', 72, 100), item('mo', 100.4, 110), item('exists', 114, 140), item('Elsewhere', 300, 350))
    ).toEqual(['The memo exists', 'Elsewhere'])
    expect(toLines([item('a', 72, 80)], PAGE)).toEqual([{ text: 'a', left: 72, right: 80, base: 142, size: 10 }])
  })

  it('hold raised numbers, and once what is printed twice to look bold', () => {
    expect(texts(item('memo', 72, 100), item('12', 100.2, 105, 704, 6), item('exists', 108, 140))).toEqual([
      'memo¹² exists'
    ])
    expect(texts(item('Memo', 72, 100), item('Memo', 72.3, 100.3), item('below', 72, 100, 680))).toEqual([
      'Memo',
      'below'
    ])
  })

  it('are read from right to left where their script is, numbers and names from left to right', () => {
    const words = [
      item('العبارة القديمة', 72, 110, 700, 10, 'rtl'),
      item(' ', 110, 113),
      item('Sollen', 113, 140),
      item('Harbour', 143, 170),
      item(' ', 170, 173),
      item('مذكرة', 173, 200, 700, 10, 'rtl')
    ]
    expect(texts(...words)).toEqual(['مذكرة Sollen Harbour العبارة القديمة'])
    expect(texts(...words.toReversed().filter(({ dir, str }) => dir === 'rtl' || str === ' '))).toEqual([
      'مذكرة',
      'العبارة القديمة'
    ])
    expect(texts(item('\uFEE3\uFEAC\uFEDB\uFEAE\uFE93', 72, 100, 700, 10, 'rtl'))).toEqual(['مذكرة'])
  })

  it('show what stands for no character', () => {
    expect(texts(item('a\u0003b\uD800', 72, 100))).toEqual(['a\uFFFDb\uFFFD'])
  })

  it('turn the brackets of right-to-left text, not those of names in it', () => {
    const line = [
      item('.לחוק', 61, 90, 700, 10, 'rtl'),
      item(' ', 90, 95),
      item('(', 95, 99),
      item('א', 99, 107, 700, 10, 'rtl'),
      item(')', 107, 112),
      item('7', 112, 120),
      item(' ', 120, 124),
      item('לפי סעיף', 124, 212, 700, 10, 'rtl')
    ]
    expect(texts(...line)).toEqual(['לפי סעיף 7(א) .לחוק'])
    const name = [
      item('החזיקה', 45, 138, 700, 10, 'rtl'),
      item(' ', 138, 142),
      item('(', 142, 147),
      item('Sollen (North) Board', 147, 275),
      item(')', 275, 280),
      item(' ', 280, 284),
      item('רשות', 284, 380, 700, 10, 'rtl')
    ]
    const other = item('במזכר על הסדק בגוף המעבורת', 45, 300, 660, 10, 'rtl')
    expect(texts(...name, other)[0]).toBe('רשות (Sollen (North) Board) החזיקה')
    expect(texts(item('»קראתי» )לא מפי(', 45, 138, 700, 10, 'rtl'))).toEqual(['«קראתי« (לא מפי)'])
    expect(toLines([item('(לא)', 45, 138, 700, 10, 'rtl')], PAGE)[0]).toMatchObject({ text: ')לא(', asShown: '(לא)' })
  })

  it('keep numbers, dates and percentages from left to right in right-to-left lines', () => {
    const line = [
      item('שקלים', 45, 80, 700, 10, 'rtl'),
      item(' ', 80, 84),
      item('12.5', 84, 100),
      item('%', 100, 108),
      item(' ', 108, 112),
      item('14', 112, 122),
      item('/', 122, 125),
      item('3', 125, 130),
      item(' ', 130, 134),
      item('עלה', 134, 160, 700, 10, 'rtl')
    ]
    expect(texts(...line)).toEqual(['עלה 14/3 12.5% שקלים'])
  })

  it('hold a few words of a right-to-left script in their order', () => {
    const line = [
      item('The word ', 45, 90),
      item('השנייה', 90, 120, 700, 10, 'rtl'),
      item(' ', 120, 124),
      item('המילה', 124, 150, 700, 10, 'rtl'),
      item(' of the board of Sollen is this', 150, 300)
    ]
    expect(texts(...line)).toEqual(['The word המילה השנייה of the board of Sollen is this'])
  })

  it('are apart when they run in another direction, vertical ones from the right', () => {
    const turned = { ...item('aslant', 100, 150), transform: [7, 7, -7, 7, 100, 400] }
    expect(toLines([item('level', 72, 100, 400), turned], PAGE).map(({ text, angle }) => [text, angle])).toEqual([
      ['level', undefined],
      ['aslant', 315]
    ])
  })

  it('hold ideographs for radicals, and none of the spaces that fill a Chinese line', () => {
    expect(texts(item('⼆⼈の⽊⻲', 72, 120))).toEqual(['二人の木亀'])
    expect(texts(item('两名', 72, 92), item('官员', 96, 116), item('2031', 118, 140))).toEqual(['两名官员 2031'])
  })
})
