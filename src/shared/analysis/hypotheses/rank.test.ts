import { expect, it } from 'vitest'
import type { Rating } from '../../brief/rating.ts'
import { rank, sensitivity, tellsApart } from './rank.ts'

const LETTERS: Record<string, Rating> = { i: 'inconsistent', c: 'consistent', n: 'not-applicable' }

/** Rows of letters, one for each of the hypotheses A, B, C; a dash for none. */
function table(...rows: string[]) {
  return rows.map((row, at) => ({
    id: `E${at + 1}`,
    ratings: Object.fromEntries(
      [...row].flatMap((letter, column) => (letter === '-' ? [] : [['ABC'[column]!, LETTERS[letter]!]]))
    )
  }))
}
const ABC = ['A', 'B', 'C']

it('ranks by what speaks against a hypothesis, not by what agrees with it', () => {
  const ranked = rank(ABC, table('cic', 'cnc', 'cci', 'iic', 'c--'))
  expect(ranked.map(({ id, rank, inconsistent, consistent }) => [id, rank, inconsistent, consistent])).toEqual([
    ['A', 1, 1, 4],
    ['B', 3, 2, 1],
    ['C', 1, 1, 3]
  ])
  expect(ranked.map(({ unrated, notApplicable }) => [unrated, notApplicable])).toEqual([
    [0, 0],
    [1, 1],
    [1, 0]
  ])
})

it('tells which piece of evidence the order hangs on, when it is left out or turned', () => {
  // A has 1, B has 2, C has 3 against it.
  const found = sensitivity(ABC, table('iii', 'cii', 'cci'))
  expect(found.map(({ id, leftOut, turned }) => [id, leftOut.change, turned.change])).toEqual([
    // It speaks against all alike: nothing hangs on it.
    ['E1', null, null],
    // Without it A and B tie; turned, it speaks against A alone.
    ['E2', 'leader', 'leader'],
    // Without it C ties with B; turned, it speaks against A and B, and C has no more than A.
    ['E3', 'order', 'leader']
  ])
  expect(found[1]!.leftOut.order).toEqual([['A', 'B'], ['C']])
  expect(found[1]!.turned.order).toEqual([['B'], ['A', 'C']])
})

it('knows evidence that stands to all hypotheses alike', () => {
  const [alike, apart, agreeing] = table('iii', 'icc', 'cnc')
  expect(tellsApart(ABC, alike!)).toBe(false)
  expect(tellsApart(ABC, apart!)).toBe(true)
  expect(tellsApart(ABC, agreeing!)).toBe(false)
})

it('has nothing to say of no evidence or one hypothesis', () => {
  expect(rank(['A'], []).map(({ rank }) => rank)).toEqual([1])
  expect(sensitivity([], table('i'))[0]!.leftOut.change).toBeNull()
})
