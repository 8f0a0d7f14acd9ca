import bidiFactory from 'bidi-js'
import { describe, expect, it } from 'vitest'
import type { PlacedText } from './line.ts'
import { toLines } from './lines.ts'

const bidi = bidiFactory()
const PAGE = [1, 0, 0, -1, 0, 842]
const WIDTH = 5

function item(str: string, left: number, dir: 'ltr' | 'rtl'): PlacedText {
  return { str, dir, transform: [10, 0, 0, 10, 72 + left * WIDTH, 700], width: str.length * WIDTH, height: 10 }
}

/**
 * A line as a browser lays it out (UAX #9) and pdf.js gives it: words from right to left as they're read, spaces between them, and all else as it looks.
 */
function laidOut(text: string, direction: 'ltr' | 'rtl'): PlacedText[] {
  const embedding = bidi.getEmbeddingLevels(text, direction)
  const mirrored = bidi.getMirroredCharactersMap(text, embedding.levels)
  const parts: { text: string; kind: 'rtl' | 'ltr' | 'space' }[] = []
  for (const i of bidi.getReorderedIndices(text, embedding)) {
    const type = bidi.getBidiCharTypeName(text[i]!)
    const isOdd = embedding.levels[i]! % 2 === 1
    const kind = type === 'R' || type === 'AL' ? 'rtl' : type === 'WS' && isOdd ? 'space' : 'ltr'
    const shown = mirrored.get(i) ?? text[i]!
    const last = parts.at(-1)
    if (last?.kind !== kind) parts.push({ text: shown, kind })
    else last.text = kind === 'rtl' ? shown + last.text : last.text + shown
  }
  let at = 0
  return parts.map(({ text, kind }) => {
    const placed = item(text, at, kind === 'rtl' ? 'rtl' : 'ltr')
    at += text.length
    return placed
  })
}

const read = (items: readonly PlacedText[]): string[] => toLines(items, PAGE).map(({ text }) => text)

describe('the order of a line’s signs is the one in which they’re read', () => {
  it.each([
    'ביום 4.3.2031, והוסיף „אין תגובה”.',
    'הישיבה נפתחה בשעה 10:30.',
    'קרא «כאן» או "שם" בשעה 10:30!',
    'המחיר עלה ב-15% או ב-20$, ולא ₪30.',
    'בין 10-20 ימים; בשנים 2029–2031 (עמ׳ 12–14).',
    'הטלפון הוא 03-555-0143, שאלו.',
    'מנהלת Sollen Harbour Board, שפרשה ב-2031, סירבה.',
    'לפי Sollen (North), "הכל בסדר".',
    'סכום של 3,400.50 שקלים (כ-7.5%).',
    'סעיפים 7(א), 8(ב) ו-9.',
    'האם ידע? "לא", ענה (14/3/2031).',
    'הוא כתב: "The memo was held, they said." וסיים.',
    'מס׳ 12, 13, 14 ו-15…',
    'הספינה B2 עגנה ברציף 4א׳ ב-12:00–13:00.',
    'קנה Ferry 15%, ואחר כך נסע.',
    'ראו www.sollen.example/board?id=7, שם נאמר.',
    'המסמך [3] נמסר, עמ׳ 5; 6; 7.',
    'טמפרטורה של 25°, לחץ 3#.',
    '2031.'
  ])('%s', (text) => {
    const other = { ...item('המועצה של הנמל בסולן לא השיבה על שאלות', 0, 'rtl'), transform: [10, 0, 0, 10, 72, 600] }
    expect(read([...laidOut(text, 'rtl'), other])[0]).toBe(text)
  })

  it.each([
    'على 15% من الأسئلة.',
    'في 4.3.2031، وأضاف (لا).',
    'بين 10-20 يوما، في 2029–2031.',
    'دفع 20$ و٣٠٪ من المبلغ ١٢٬٥٠٠٫٧٥.',
    'في ٤/٣/٢٠٣١، وأضاف.',
    'في ۴/۳/۲۰۳۱، و ۱۵٪.',
    'رفضت Sollen Harbour Board, Ltd. الرد في 2031.',
    'الهاتف 03-555-0143، اسألوا!',
    'المادة 7(أ) و8(ب)؟',
    'اشترت Ferry 15% أغلى.'
  ])('%s', (text) => {
    expect(read(laidOut(text, 'rtl'))).toEqual([text])
  })

  it.each([
    'The board said „אין תגובה”, on 4.3.2031, in Sollen.',
    'The word שלום 12, עולם was used (as in ביום 4.3.2031, והוסיף) by them.',
    'They wrote “לא 15% מזה” and left the harbour.'
  ])('%s', (text) => {
    expect(read(laidOut(text, 'ltr'))).toEqual([text])
  })

  it('also of Arabic digits, which pdf.js has put in order with the sign beside them', () => {
    const line = [
      item('أضاف', 0, 'rtl'),
      item(' ', 4, 'ltr'),
      item('٤،', 5, 'rtl'),
      item('/', 7, 'ltr'),
      item('٣', 8, 'rtl'),
      item(' ', 9, 'ltr'),
      item('في', 10, 'rtl')
    ]
    expect(read(line)).toEqual(['في ٤/٣، أضاف'])
  })
})
