import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from './article.test-helper.ts'
import { sharedRuns, toPassage, type Passage } from './passages.ts'
import { wordsOf } from './words.ts'

function passages(a: string, b: string): Passage[] {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  return sharedRuns(one, other).map((run) => toPassage(one, other, run))
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

describe('sharedRuns', () => {
  it('gives the longest passages, in UTF-16 units of both texts', () => {
    const a = '🚢 So: “The board kept the memo from the inquiry”, and nobody knew.'
    const b = 'They say the board kept\u00a0the memo from the inquiry. 🚢'
    const [only, ...more] = passages(a, b)
    expect(more).toEqual([])
    expect(a.slice(only!.a.start, only!.a.end)).toBe('The board kept the memo from the inquiry')
    expect(b.slice(only!.b.start, only!.b.end)).toBe('the board kept\u00a0the memo from the inquiry')
    expect(only!.words).toBe(8)
  })

  it('leaves fewer than six words out', () => {
    expect(passages('the board kept the memo there', 'the board kept the memo here')).toEqual([])
  })

  it('finds a passage whole, whatever stands around it and however often its beginning is repeated', () => {
    const [long = '', start = ''] = [sentences(1, 6).join(' '), sentences(1, 1)[0]!]
    const a = `${start} ${sentences(2, 2).join(' ')} ${long}`
    const b = `${sentences(3, 2).join(' ')} ${long} ${sentences(4, 1).join(' ')} ${start}`
    expect(passages(a, b).some(({ a: range }) => a.slice(range.start, range.end) === long.slice(0, -1))).toBe(true)
  })

  it('says the same words of both texts, in order, and no word of the first twice', () => {
    const word = fc.constantFrom('the', 'board', 'memo', 'ferry', 'said', 'nine')
    const text = fc.array(word, { maxLength: 80 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (a, b) => {
        let reached = 0
        for (const { a: here, b: there, words } of passages(a, b)) {
          expect(plain(a.slice(here.start, here.end))).toBe(plain(b.slice(there.start, there.end)))
          expect(plain(a.slice(here.start, here.end)).split(' ')).toHaveLength(words)
          expect(words).toBeGreaterThanOrEqual(6)
          expect(here.start).toBeGreaterThanOrEqual(reached)
          reached = here.end
        }
      })
    )
  })

  it('finds every six words in common', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 40 }), fc.array(fc.nat(3), { maxLength: 40 }), (a, b) => {
        const found = passages(a.join(' '), b.join(' ')).length > 0
        const runs = (list: readonly number[]): string[] =>
          list
            .map((_, at) => list.slice(at, at + 6))
            .filter((run) => run.length === 6)
            .map(String)
        const known = new Set(runs(a))
        expect(found).toBe(runs(b).some((run) => known.has(run)))
      })
    )
  })
})
