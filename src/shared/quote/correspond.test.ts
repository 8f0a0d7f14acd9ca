import { describe, expect, it } from 'vitest'
import { correspond, type Correspondence } from './correspond.ts'

const whole = (text: string): { text: string; start: number; end: number } => ({ text, start: 0, end: text.length })

/** Finds words, by themselves or as the `n`th of such in a text, in another. */
function find(words: string, from: string, within: string, n = 0): Correspondence | string {
  let start = -1
  for (let i = 0; i <= n; i++) start = from.indexOf(words, start + 1)
  const found = correspond({ text: from, start, end: start + words.length }, whole(within))
  return found.found === 'once' ? within.slice(found.start, found.end) : found.found
}

describe('words of a page in the text of its source', () => {
  it('are found across lines, hyphens of their ends, and other quote marks', () => {
    const page = 'The board ‘kept the memo\nback’, the har-\nbour office said.'
    const text = 'The board "kept the memo back", the harbour office said.'
    expect(find('‘kept the memo\nback’', page, text)).toBe('"kept the memo back"')
    expect(find('the har-\nbour office', page, text)).toBe('the harbour office')
    expect(find('the harbour office', text, page)).toBe('the har-\nbour office')
  })

  it('aren’t found where they differ by a letter, an accent or a figure', () => {
    expect(find('19 dead', 'the 19 dead', 'the 18 dead')).toBe('nowhere')
    expect(find('café', 'the café', 'the cafe')).toBe('nowhere')
  })

  it('are told apart by what stands around them', () => {
    const page = 'First, the board waited. Then the\nboard waited for the inquiry.'
    const text = 'First, the board waited.\nThen the board waited for the inquiry.'
    const at = text.lastIndexOf('board waited')
    const start = page.lastIndexOf('board waited')
    expect(correspond({ text: page, start, end: start + 12 }, whole(text))).toEqual({
      found: 'once',
      start: at,
      end: at + 12
    })
  })

  it('are ambiguous where that doesn’t suffice', () => {
    expect(find('board', 'a board b board c board', 'x board y board z board', 1)).toBe('several')
  })

  it('aren’t looked for outside of the range', () => {
    const text = 'The memo.\nThe board.'
    expect(correspond(whole('memo'), { text, start: 10, end: text.length })).toEqual({ found: 'nowhere' })
    expect(correspond(whole('board'), { text, start: 10, end: text.length })).toEqual({
      found: 'once',
      start: 14,
      end: 19
    })
  })

  it('are nowhere when there are none', () => {
    expect(correspond(whole(' - \n'), whole('The memo.'))).toEqual({ found: 'nowhere' })
  })
})
