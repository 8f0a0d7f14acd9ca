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

describe('a page’s end in a script without spaces', () => {
  it('is no space', () => {
    expect(stateOf('索伦港务局将备忘录搁置了九天，两名官\n员星期四表示', '两名官员星期四表示')).toBe('normalised')
    expect(stateOf('คณะกรรมการ\nท่าเรือ', 'คณะกรรมการท่าเรือ')).toBe('normalised')
    expect(stateOf('the port\nauthority', 'the portauthority')).not.toMatch(/verbatim|normalised/)
  })
})
