import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { pointAt, textBefore, tidyRange } from './range.ts'

const TEXT = 'The board’s memo was held back. Nobody said why.'
const pick = (text: string, start: number, end: number): string | null => {
  const range = tidyRange(text, { start, end })
  return range && text.slice(range.start, range.end)
}

test('white space at the ends is left out', () => {
  expect(pick(TEXT, 3, 12)).toBe('board’s')
  expect(pick('  \n ', 0, 4)).toBeNull()
})

test('an end within a word takes in the whole word', () => {
  expect(pick(TEXT, 6, 14)).toBe('board’s memo')
  expect(pick(TEXT, 21, 27)).toBe('held back')
})

test('an apostrophe or hyphen between letters belongs to the word, quotation marks do not', () => {
  expect(pick('the well-known “memo” here', 5, 7)).toBe('well-known')
  expect(pick('the well-known “memo” here', 17, 19)).toBe('memo')
  expect(pick('it’s', 0, 2)).toBe('it’s')
})

test('a selection that ends at a boundary stays as it is', () => {
  expect(pick(TEXT, 32, 48)).toBe('Nobody said why.')
})

test('scripts without spaces between words are not widened', () => {
  expect(pick('港務局沒有交出備忘錄', 2, 5)).toBe('局沒有')
})

test('surrogate pairs are never cut', () => {
  expect(pick('𝒜𝒷𝒸 done', 2, 4)).toBe('𝒜𝒷𝒸')
})

test('a boundary point counts the text before it, over nested marks', () => {
  const { document } = parseHTML('<p>One <mark>two <b>three</b></mark> four</p>')
  const paragraph = document.querySelector('p')!
  const bold = document.querySelector('b')!.firstChild!
  const mark = document.querySelector('mark')!
  expect(textBefore(paragraph, bold, 2)).toBe('One two th'.length)
  expect(textBefore(paragraph, mark, 1)).toBe('One two '.length)
  expect(textBefore(paragraph, mark, 2)).toBe('One two three'.length)
  expect(textBefore(paragraph, paragraph, 3)).toBe('One two three four'.length)
  expect(textBefore(bold, mark, 0)).toBeNull()
})

test('an offset finds its text node again', () => {
  const { document } = parseHTML('<p>One <mark>two <b>three</b></mark> four</p>')
  const paragraph = document.querySelector('p')!
  for (const units of [0, 3, 4, 6, 9, 13, 14, 18]) {
    const point = pointAt(paragraph, units)!
    expect(textBefore(paragraph, point.node, point.offset)).toBe(units)
  }
})
