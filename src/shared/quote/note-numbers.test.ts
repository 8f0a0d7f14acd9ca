import { describe, expect, it } from 'vitest'
import { cutReason } from './boundary.ts'
import { prepareText } from './prepared.ts'
import { verifyQuote } from './verify.ts'

const stateOf = (text: string, words: string): string => verifyQuote(words, prepareText(text)).state

describe('numbers of notes in a text', () => {
  it.each([
    ['held back for nine days¹ after the yard', 'for nine days after the yard'],
    ['warned him\u2060², and in 2031\u2060³ the', 'warned him, and in 2031 the'],
    ['“two officials”⁴ said so.¹² The board', '“two officials” said so. The board'],
    ['said so.¹,² The board⁴⁻⁶ knew', 'said so. The board knew'],
    ['两名官员¹星期四', '两名官员星期四']
  ])('don’t keep a quote from being found: %s', (text, words) => {
    expect(stateOf(text, words)).toBe('normalised')
  })

  it.each([
    ['the hall of 40 m² is let', 'the hall of 40 m is let'],
    ['a sum of 10⁶ crowns', 'a sum of 10 crowns'],
    ['some 300 metres² of it', 'some 300 metres of it'],
    ['the isotope 14² of it', 'the isotope 14 of it'],
    ['the word¹s of it', 'the words of it']
  ])('aren’t powers, which say what the figure is: %s', (text, words) => {
    expect(stateOf(text, words)).not.toMatch(/verbatim|normalised/)
  })

  it('may stand behind a quote’s last word', () => {
    const text = 'held back for nine days¹ after'
    expect(cutReason(text, 0, text.indexOf('¹'))).toBeNull()
    expect(cutReason('a sum of 10⁶ crowns', 0, 11)).not.toBeNull()
  })
})

describe('the mark of a note in a quote', () => {
  it.each([
    ['left for nine days.[3] It cost', 'nine days.[3] It cost', 'verbatim'],
    ['it’s nine days.[3] It cost', "it's nine days.[3] It cost", 'normalised'],
    ['left for nine days.[3] It cost', 'nine days.³ It cost', 'normalised'],
    ['left for nine days.[3][12] It cost', 'nine days.[12] It cost', 'normalised'],
    ['left for nine days¹,² after', 'nine days² after', 'normalised'],
    ['two days here, nine days[3] there', 'days[3]', 'verbatim'],
    ['left nine  days.\u2060[3] It cost', 'nine days.[3] It', 'normalised'],
    ['left nine days.[3] The board, it said, knew', 'nine days.[3] The board ... knew', 'normalised']
  ])('stands in the source: %s, %s', (text, words, state) => {
    const found = verifyQuote(words, prepareText(text))
    expect(found.state).toBe(state)
    expect(found.reason).not.toMatch(/^Only invisible/)
  })

  it.each([
    [
      'left for nine days.[3] It cost',
      'nine days.[4] It cost',
      'The source has the mark of a note “[3]” where the quote has “[4]”.'
    ],
    ['left nine days¹ after', 'nine days² after', 'The source has the mark of a note “¹” where the quote has “²”.'],
    [
      'left nine days[1][2] after',
      'nine days[3] after',
      'The source has the mark of a note “[1][2]” where the quote has “[3]”.'
    ],
    ['left nine days† after', 'nine days‡ after', 'The source has the mark of a note “†” where the quote has “‡”.'],
    [
      'She knew about it.',
      'She knew about it.[9]',
      'The quote has the mark of a note “[9]”; the source has none there.'
    ],
    [
      'She knew about it.[8] Then',
      'She knew about it.[9]',
      'The source has the mark of a note “[8]” where the quote has “[9]”.'
    ],
    [
      'She knew about it',
      'She knew[12] about it',
      'The quote has the mark of a note “[12]”; the source has none there.'
    ],
    [
      'She knew about it.',
      '“She knew about it.[9]”',
      'The quote has the mark of a note “[9]”; the source has none there.'
    ],
    ['cost 10,000 crowns', '10,000 crowns²', 'The quote has the mark of a note “²”; the source has none there.'],
    [
      'She knew[3] about it',
      'She knew about it[3]',
      'The quote has the mark of a note “[3]”; the source has none there.'
    ],
    [
      'The board, it said, knew',
      'The board[4] ... knew',
      'The quote has the mark of a note “[4]”; the source has none there.'
    ],
    [
      'The board[3] of it, it said, knew',
      'The board[4] of it ... knew',
      'The source has the mark of a note “[3]” where the quote has “[4]”.'
    ]
  ])('isn’t what the source has: %s, %s', (text, words, reason) => {
    const found = verifyQuote(words, prepareText(text))
    expect(found).toMatchObject({ state: 'altered', reason })
    const side = (kind: string): string =>
      found.difference.map((part) => (part.kind === kind || part.kind === 'same' ? part.text : '')).join('')
    if (!words.includes('...')) expect(side('quoted')).toBe(words)
    expect(found.difference.some(({ kind }) => kind === 'quoted')).toBe(true)
  })

  it('tells which of two places is meant', () => {
    const text = 'left nine days[3] here and nine days[4] there'
    const found = verifyQuote('“nine days[4]”', prepareText(text))
    expect(found).toMatchObject({ state: 'normalised', start: text.lastIndexOf('nine') })
    expect(text.slice(found.start!, found.end!)).toBe('nine days[4]')
  })

  it('is in brackets of the author’s by the first rules', () => {
    expect(verifyQuote('nine days[4] there', prepareText('nine days there', 1)).state).toBe('normalised')
  })
})

describe('a page’s end in a script without spaces', () => {
  it('is no space', () => {
    expect(stateOf('索伦港务局将备忘录搁置了九天，两名官\n员星期四表示', '两名官员星期四表示')).toBe('normalised')
    expect(stateOf('คณะกรรมการ\nท่าเรือ', 'คณะกรรมการท่าเรือ')).toBe('normalised')
    expect(stateOf('the port\nauthority', 'the portauthority')).not.toMatch(/verbatim|normalised/)
  })
})
