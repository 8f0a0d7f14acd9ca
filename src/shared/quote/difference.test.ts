import { describe, expect, it } from 'vitest'
import { describeAlteration, difference } from './difference.ts'
import { prepareText } from './prepared.ts'
import type { DifferencePart, Verification } from './quote.ts'
import { verifyQuote } from './verify.ts'

const TEXT = `Harbour board kept memo. The board held the memo back for nine days, two officials said on Tuesday. Nobody was told. A spokesperson said: “We gave the inquiry everything it asked for.” The bridge was not safe in 2,015 cases; it cost $4.5 million and the panel, after long debates, closed it in March 2031.
The last paragraph ends with a bell.
港务局把备忘录压了九天，两名官员星期二说。没有人被告知。大桥在二零一五年并不安全。
港湾委員会は九日間メモを公表しなかったと、二人の当局者が火曜日に述べた。橋は安全ではなかった。
احتفظ مجلس الميناء بالمذكرة تسعة أيام، وقال مسؤولان يوم الثلاثاء إن الجسر لم يكن آمنا في أي وقت.
ועדת הנמל החזיקה במזכר תשעה ימים, אמרו שני פקידים ביום שלישי, והגשר לא היה בטוח.
Совет порта скрывал записку девять дней, сообщили во вторник два чиновника, и мост не был безопасен.
คณะกรรมการท่าเรือเก็บบันทึกไว้เก้าวันก่อนเปิดเผยต่อสาธารณชน`

function check(words: string, text = TEXT): Verification {
  return verifyQuote(words, prepareText(text))
}

/** The quote and what was found, put together again of the comparison's parts. */
function together(parts: readonly DifferencePart[], kind: 'quoted' | 'source'): string {
  return parts.map((part) => (part.kind === 'same' || part.kind === kind ? part.text : '')).join('')
}

describe('the difference of an altered quote, in words', () => {
  it.each([
    [
      'an end of its own',
      'The board held the memo back for nine days and destroyed it',
      'The source says “two officials said” where the quote says “and destroyed it”, after “for nine days”.'
    ],
    [
      'an end beyond the source’s',
      'The last paragraph ends with a bell and a drum',
      'The source ends at “with a bell” there; the quote goes on with “and a drum”.'
    ],
    [
      'a beginning of its own',
      'Later that year the board held the memo back for nine days',
      'The source says “The” where the quote says “Later that year the”.'
    ],
    [
      'an end beyond somebody’s words',
      'We gave the inquiry everything it asked for and more',
      'The source ends at “it asked for” there; the quote goes on with “and more”.'
    ],
    [
      'a changed word',
      'The board held the memo back for ten days',
      'The source says “nine” where the quote says “ten”.'
    ],
    [
      'a changed number',
      'The bridge was not safe in 2,051 cases',
      'The source says “2,015” where the quote says “2,051”.'
    ],
    ['a changed amount', 'it cost $5.4 million and the panel', 'The source says “4.5” where the quote says “5.4”.'],
    [
      'joined sentences',
      'two officials said on Tuesday. A spokesperson said:',
      'The quote leaves out “Nobody was told.” after “said on Tuesday”.'
    ],
    [
      'sentences joined over a long one',
      'Nobody was told. The bridge was not safe',
      'The quote leaves out “A spokesperson said: “We gave the … it asked for.”” after “Nobody was told”.'
    ],
    [
      'an inserted word',
      'The board deliberately held the memo back for nine days',
      'The quote has “deliberately” after “The board”; the source doesn’t.'
    ],
    ['a word left out', 'The bridge was safe in 2,015 cases', 'The quote leaves out “not” after “The bridge was”.'],
    [
      'Chinese',
      '港务局把备忘录压了十天，两名官员星期二说',
      'The source says “九天” where the quote says “十天”, after “备忘录压了”.'
    ],
    [
      'Japanese',
      '港湾委員会は七日間メモを公表しなかったと、二人の当局者が',
      'The source says “九” where the quote says “七”, after “委員会は”.'
    ],
    [
      'Arabic',
      'احتفظ مجلس الميناء بالمذكرة عشرة أيام، وقال مسؤولان يوم الثلاثاء',
      'The source says “تسعة” where the quote says “عشرة”.'
    ],
    [
      'Hebrew',
      'ועדת הנמל החזיקה במזכר שמונה ימים, אמרו שני פקידים',
      'The source says “תשעה” where the quote says “שמונה”.'
    ],
    [
      'Russian',
      'Совет порта скрывал записку десять дней, сообщили во вторник',
      'The source says “девять” where the quote says “десять”.'
    ],
    ['Thai', 'คณะกรรมการท่าเรือเก็บบันทึกไว้สิบวันก่อนเปิดเผยต่อสาธารณชน', 'The source says “เก้า” where the quote says “สิบ”.'],
    [
      'signs only',
      'The board held the memo back, for nine days; two officials said',
      'The quote has the sign “,” after “the memo back”; the source doesn’t. The source has the sign “,” where the quote has “;” after “for nine days”.'
    ],
    [
      'many places',
      'The bridge was safe in 2,015 cases; it cost $4.5 million and the court, after short debates, closed it in April 2031.',
      'The quote leaves out “not” after “The bridge was”. The source says “panel” where the quote says “court”. The source says “long” where the quote says “short”. One more place differs.'
    ]
  ])('%s', (_, words, reason) => {
    const found = check(words)
    expect(found).toMatchObject({ state: 'altered', reason })
    // Every part is whole words, and they make up the quote and the passage.
    expect(together(found.difference, 'quoted')).toBe(words)
    expect(together(found.difference, 'source')).toBe(TEXT.slice(found.start!, found.end!))
  })

  it('is another quote altogether: missing, or told as one', () => {
    expect(check('The committee would never publish a memo on anything, six ministers claimed on Friday.').state).toBe(
      'missing'
    )
    const parts = difference(
      'Ministers in three cities promised a review by spring.',
      'The board held the memo back for nine days in all, they said.'
    )
    expect(describeAlteration(parts)).toBe(
      'Most of the words differ. The source says “The board held the memo back for … in all, they said.” where the quote says “Ministers in three cities promised a review by spring.”.'
    )
  })

  it('finds one changed word in a very long quote, and says it shortly', () => {
    const long = Array.from({ length: 400 }, (_, i) => `Sentence ${i + 1} says what ferry ${i + 7} carried.`).join(' ')
    const { reason, state } = check(long.replace('ferry 200 ', 'tug 200 '), `${long}\n${TEXT}`)
    expect({ reason, state }).toEqual({
      state: 'altered',
      reason: 'The source says “ferry” where the quote says “tug”.'
    })
    const other = check(long.replaceAll('ferry', 'tug').replaceAll('says', 'hides'), `${long}\n${TEXT}`)
    expect(other.state).toBe('altered')
    expect(other.reason.length).toBeLessThan(400)
  })

  it('joins what a few words part, so that it can be read', () => {
    const parts = difference('the quick grey cat of the town slept', 'the slow brown dog of one farm slept')
    expect(parts).toEqual([
      { kind: 'same', text: 'the ' },
      { kind: 'source', text: 'slow brown dog of one farm' },
      { kind: 'quoted', text: 'quick grey cat of the town' },
      { kind: 'same', text: ' slept' }
    ])
  })

  it('compares two long texts that have nothing in common in no time worth telling', () => {
    const words = (step: number): string => Array.from({ length: 9000 }, (_, i) => `w${(i * step) % 8009}`).join(' ')
    const parts = difference(words(7919), words(7307))
    expect(together(parts, 'quoted')).toBe(words(7919))
    expect(together(parts, 'source')).toBe(words(7307))
  })
})
