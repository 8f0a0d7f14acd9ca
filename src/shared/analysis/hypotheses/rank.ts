import type { Rating } from '../../brief/rating.ts'

/** A row of the table: how a piece of evidence stands to the hypotheses, by their ids. */
export interface Rated {
  id: string
  ratings: Readonly<Record<string, Rating>>
}

/** What the evidence says of a hypothesis. `rank` counts from 1; those with as many inconsistencies share theirs. */
export interface Ranked {
  id: string
  rank: number
  inconsistent: number
  consistent: number
  notApplicable: number
  /** Pieces of evidence that nobody has held against it yet. */
  unrated: number
}

/** How much the order hangs on something: another hypothesis leads, the order changes behind the first, or nothing does. */
export type Change = 'leader' | 'order' | null

/** What one piece of evidence does to the order. */
export interface Sensitivity {
  id: string
  /** The order without it, and when it said the opposite of what it's rated as. */
  leftOut: { order: string[][]; change: Change }
  turned: { order: string[][]; change: Change }
}

/**
 * Ranks hypotheses by what speaks against them, as in Heuer's analysis of competing hypotheses (Psychology of Intelligence Analysis, 1999, chapter 8): the one with the fewest
 * inconsistencies comes first, since evidence can agree with many but refute. Consistent evidence counts for nothing. Answers them in the order given.
 */
export function rank(hypotheses: readonly string[], evidence: readonly Rated[]): Ranked[] {
  const counted = hypotheses.map((id) => {
    const count = (rating: Rating | undefined): number =>
      evidence.filter(({ ratings }) => ratings[id] === rating).length
    return {
      id,
      inconsistent: count('inconsistent'),
      consistent: count('consistent'),
      notApplicable: count('not-applicable'),
      unrated: count(undefined)
    }
  })
  return counted.map((each) => ({
    ...each,
    rank: 1 + counted.filter(({ inconsistent }) => inconsistent < each.inconsistent).length
  }))
}

/** Which pieces of evidence the order hangs on: each is left out once, and turned once. */
export function sensitivity(hypotheses: readonly string[], evidence: readonly Rated[]): Sensitivity[] {
  const before = orderOf(rank(hypotheses, evidence))
  const when = (changed: readonly Rated[]): Sensitivity['leftOut'] => {
    const order = orderOf(rank(hypotheses, changed))
    return { order, change: changeOf(before, order) }
  }
  return evidence.map((row) => ({
    id: row.id,
    leftOut: when(evidence.filter((other) => other !== row)),
    turned: when(evidence.map((other) => (other === row ? turned(row) : other)))
  }))
}

/** Whether a piece of evidence tells hypotheses apart: one that stands to all of them alike says nothing of which holds. */
export function tellsApart(hypotheses: readonly string[], { ratings }: Rated): boolean {
  return new Set(hypotheses.map((id) => ratings[id] === 'inconsistent')).size > 1
}

function turned({ id, ratings }: Rated): Rated {
  const opposite: Record<Rating, Rating> = {
    consistent: 'inconsistent',
    inconsistent: 'consistent',
    'not-applicable': 'not-applicable'
  }
  return { id, ratings: Object.fromEntries(Object.entries(ratings).map(([of, rating]) => [of, opposite[rating]])) }
}

/** The ids from the first rank to the last; those of one rank stand together. */
function orderOf(ranked: readonly Ranked[]): string[][] {
  const ranks = [...new Set(ranked.map(({ rank }) => rank))].sort((a, b) => a - b)
  return ranks.map((rank) => ranked.filter((each) => each.rank === rank).map(({ id }) => id))
}

function changeOf(before: readonly string[][], after: readonly string[][]): Change {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  if (!same(before[0], after[0])) return 'leader'
  return same(before, after) ? null : 'order'
}
