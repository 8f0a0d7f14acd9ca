import { describe, expect, it } from 'vitest'
import type { Withheld } from '../../brief/withheld.ts'
import { mergeWithheld } from './withheld.ts'

function words(id: string, ...terms: string[]): Withheld {
  return { kind: 'words', id, terms, reason: 'P' }
}

const [sollen, vestad] = [words('1', 'Sollen'), words('2', 'Vestad')]

describe('what two copies withhold', () => {
  it('is what either withholds', () => {
    expect(mergeWithheld({ base: [], a: [sollen], b: [vestad] })).toEqual([sollen, vestad])
    expect(mergeWithheld({ base: undefined, a: [vestad], b: [sollen] })).toEqual([sollen, vestad])
  })

  it('is no longer what one copy removed and the other left alone', () => {
    expect(mergeWithheld({ base: [sollen, vestad], a: [sollen, vestad], b: [vestad] })).toEqual([vestad])
    expect(mergeWithheld({ base: [sollen], a: [], b: [words('1', 'Sollen', 'Sol')] })).toEqual([
      words('1', 'Sollen', 'Sol')
    ])
  })

  it('is both where both changed it, the same whichever is merged into which', () => {
    const [a, b] = [words('1', 'Sollen', 'Sol'), words('1', 'Sollen', 'Len')]
    const merged = mergeWithheld({ base: [sollen], a: [a], b: [b] })
    expect(merged.flatMap((entry) => (entry.kind === 'words' ? entry.terms : [])).sort()).toEqual([
      'Len',
      'Sol',
      'Sollen',
      'Sollen'
    ])
    expect(mergeWithheld({ base: [sollen], a: [b], b: [a] })).toEqual(merged)
    expect(mergeWithheld({ base: [sollen], a: [a], b: [sollen] })).toEqual([a])
  })
})

describe('near forms that two copies decided on', () => {
  const entry = (terms: string[], left?: string[]): Withheld => {
    return { kind: 'words', id: 'w', terms, reason: 'P', ...(left === undefined ? {} : { left }) }
  }
  it.each<[string, Withheld, Withheld, Withheld]>([
    ['left in one', entry(['Vell'], ['Vells']), entry(['Vell']), entry(['Vell'], ['Vells'])],
    ['left in each', entry(['Vell'], ['B']), entry(['Vell'], ['A']), entry(['Vell'], ['A', 'B'])],
    ['withheld in one', entry(['Vell', 'Vells']), entry(['Vell'], ['Vells']), entry(['Vell', 'Vells'], [])],
    ['withheld in one each', entry(['Vell', 'A'], ['B']), entry(['Vell', 'B'], ['A']), entry(['A', 'B', 'Vell'], [])]
  ])('are kept: %s', (_what, a, b, merged) => {
    const base = [entry(['Vell'])]
    const asked = ([found]: Withheld[]): unknown =>
      found?.kind === 'words' ? { ...found, terms: found.terms.toSorted() } : found
    for (const given of [
      { base, a: [a], b: [b] },
      { base, a: [b], b: [a] },
      { base: undefined, a: [a], b: [b] }
    ]) {
      const result = mergeWithheld(given)
      expect(result).toHaveLength(1)
      expect(asked(result)).toEqual(asked([merged]))
    }
  })
})
