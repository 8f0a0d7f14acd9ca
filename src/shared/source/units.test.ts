import { expect, test } from 'vitest'
import { cursorAt, moveCursor, unitBefore, unitFrom, type Cursor, type ReadText, type Unit } from './units.ts'

function readText(parts: readonly string[], language = 'en'): ReadText {
  let at = 0
  const blocks = parts.map((part) => {
    const block = { type: 'paragraph' as const, start: at, end: at + part.length }
    at = block.end + 1
    return block
  })
  return { source: { text: parts.join('\n'), blocks }, language }
}

const READ = readText(['The quay is shut. Nobody knows why.', '', 'Dr. Venn asked. The port was silent.'])

/** What the cursor stands at, or has marked in brackets, after steps such as `>sentence` and `+<word`. */
function after(read: ReadText, from: number, ...steps: string[]): string {
  let cursor: Cursor = cursorAt(read, from)!
  for (const step of steps) {
    const extend = step.startsWith('+')
    const [way, ...unit] = step.slice(extend ? 1 : 0)
    cursor = moveCursor(read, cursor, unit.join('') as Unit, way === '>', extend)
  }
  const { text } = read.source
  if (!cursor.marked) return text.slice(cursor.at.start, cursor.at.end)
  const { anchor, focus } = cursor.marked
  return `[${text.slice(Math.min(anchor, focus), Math.max(anchor, focus))}]`
}

test('a cursor stands at the sentence of a place', () => {
  expect(after(READ, 3)).toBe('The quay is shut.')
  expect(after(READ, 17)).toBe('Nobody knows why.')
  expect(after(READ, 1e6)).toBe('The port was silent.')
  expect(cursorAt(readText(['', ' ']), 0)).toBeNull()
})

test('it moves by sentence, over paragraphs, and stays at the ends', () => {
  expect(after(READ, 0, '>sentence')).toBe('Nobody knows why.')
  expect(after(READ, 0, '>sentence', '>sentence')).toBe('Dr. Venn asked.')
  expect(after(READ, 0, '>sentence', '>sentence', '<sentence')).toBe('Nobody knows why.')
  expect(after(READ, 0, '<sentence')).toBe('The quay is shut.')
  expect(after(READ, 1e6, '>sentence')).toBe('The port was silent.')
})

test('it moves by paragraph: on to the next, back to the beginning of its own first', () => {
  expect(after(READ, 0, '>paragraph')).toBe('Dr. Venn asked.')
  expect(after(READ, 20, '<paragraph')).toBe('The quay is shut.')
  expect(after(READ, 1e6, '<paragraph')).toBe('Dr. Venn asked.')
  expect(after(READ, 1e6, '<paragraph', '<paragraph')).toBe('The quay is shut.')
  expect(after(READ, 1e6, '>paragraph')).toBe('The port was silent.')
  expect(after(READ, 0, '>text')).toBe('The port was silent.')
  expect(after(READ, 1e6, '<text')).toBe('The quay is shut.')
})

test('it moves by word, from a sentence into it first', () => {
  expect(after(READ, 0, '>word')).toBe('The')
  expect(after(READ, 0, '>word', '>word')).toBe('quay')
  expect(after(READ, 0, '<word')).toBe('shut')
  expect(after(READ, 0, '>word', '>word', '>sentence')).toBe('The quay is shut.')
})

test('it marks what it passes, and unmarks it on the way back', () => {
  expect(after(READ, 0, '+>sentence')).toBe('[The quay is shut.]')
  expect(after(READ, 0, '+>sentence', '+>sentence')).toBe('[The quay is shut. Nobody knows why.]')
  expect(after(READ, 0, '+>sentence', '+>sentence', '+<sentence')).toBe('[The quay is shut. ]')
  expect(after(READ, 0, '+>sentence', '+<sentence')).toBe('The quay is shut.')
  expect(after(READ, 20, '+<sentence', '+<sentence')).toBe('[The quay is shut. Nobody knows why.]')
})

test('it marks by word and by paragraph', () => {
  expect(after(READ, 0, '+>word', '+>word')).toBe('[The quay]')
  expect(after(READ, 0, '+>sentence', '+<word')).toBe('[The quay is ]')
  expect(after(READ, 0, '>word', '>word', '+>word', '+>word')).toBe('[quay is]')
  expect(after(READ, 0, '+>paragraph')).toBe('[The quay is shut. Nobody knows why.]')
  expect(after(READ, 20, '+<paragraph')).toBe('[The quay is shut. Nobody knows why.]')
  expect(after(READ, 1e6, '+<text')).toBe(`[${READ.source.text}]`)
})

test('a step without Shift goes on from what is marked', () => {
  expect(after(READ, 0, '+>sentence', '>sentence')).toBe('Nobody knows why.')
  expect(after(READ, 20, '+<sentence', '<sentence')).toBe('The quay is shut.')
})

test('a block of a book’s length is read about the place alone', () => {
  const read = readText(['One ship sailed on. '.repeat(100_000)])
  expect(unitFrom(read, 1_000_003, 'sentence')).toEqual({ start: 1_000_000, end: 1_000_019 })
  expect(unitBefore(read, 1_000_000, 'word')).toEqual({ start: 999_996, end: 999_998 })
  expect(unitFrom(readText(['x'.repeat(100_000)]), 50_000, 'word')).not.toBeNull()
})

test('Japanese is read by its sentences and words', () => {
  const read = readText(['船は港を出た。誰も知らない。'], 'ja')
  expect(after(read, 0, '>sentence')).toBe('誰も知らない。')
  expect(after(read, 0, '>word')).toBe('船')
})
