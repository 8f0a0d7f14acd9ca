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
