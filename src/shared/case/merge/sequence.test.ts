import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeSequence } from './sequence.ts'

const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 8 })

function merged(base: string | null, a: string, b: string): string {
  const kept = [...a, ...b].filter((id) => !base?.includes(id) || (a.includes(id) && b.includes(id)))
  return mergeSequence(base === null ? null : [...base], [...a], [...b], new Set(kept)).join('')
}

describe('the merge of two sequences', () => {
  it.each([
    ['both sides insert', 'abc', 'axbc', 'abcy', 'axbcy'],
    ['both insert at one place: by id', 'ab', 'axb', 'ayb', 'axyb'],
    ['runs stay whole', 'ab', 'azcb', 'aydb', 'aydzcb'],
    ['one moves, the other inserts', 'abc', 'cab', 'abxc', 'cabx'],
    ['both move different ones', 'abcde', 'bacde', 'abced', 'baced'],
    ['one removes, the other inserts after it', 'abc', 'ac', 'abxc', 'axc'],
    ['without a base', null, 'abx', 'aby', 'abxy'],
    ['without a base, in another order', null, 'ab', 'ba', 'ab']
  ])('%s', (_, base, a, b, expected) => {
    expect(merged(base, a, b)).toBe(expected)
    expect(merged(base, b, a)).toBe(expected)
  })

  it('holds everything once, the same either way, and is stable', () => {
    fc.assert(
      fc.property(fc.option(ids), ids, ids, (base, a, b) => {
        const kept = new Set([...a, ...b])
        const result = mergeSequence(base, a, b, kept)
        expect([...result].sort()).toEqual([...kept].sort())
        expect(mergeSequence(base, b, a, kept)).toEqual(result)
        expect(mergeSequence(a, a, b, new Set(b))).toEqual(b)
        const merged = mergeSequence(null, a, b, kept)
        expect(mergeSequence(null, merged, a, kept)).toEqual(merged)
        expect(mergeSequence(null, b, merged, kept)).toEqual(merged)
      }),
      { numRuns: 2000 }
    )
  })
})
