import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from './article.test-helper.ts'
import { CopyIndex, FEW } from './copy-index.ts'
import { fingerprint } from './fingerprint.ts'

const print = (...parts: string[][]): ReturnType<typeof fingerprint> => fingerprint(parts.flat().join('\n'))

describe('CopyIndex', () => {
  it('relates what shares words, in both directions', () => {
    const index = new CopyIndex()
    index.add('long', print(sentences(1, 30)))
    index.add('cut', print(sentences(1, 30).slice(0, 10)))
    index.add('other', print(sentences(2, 30)))
    expect(index.related('cut').map(({ id }) => id)).toEqual(['long'])
    const [relation] = index.related('long')
    expect(relation).toMatchObject({ id: 'cut', there: expect.closeTo(1, 1) as number })
    expect(relation!.here).toBeLessThan(0.45)
    expect(index.related('other')).toEqual([])
    expect(index.related('unknown')).toEqual([])
    expect(index.related(print(sentences(2, 30))).map(({ id }) => id)).toEqual(['other'])
    expect([...index.pairs()]).toMatchObject([{ a: 'long', b: 'cut' }])
  })

  it('forgets what is removed and replaces what is added again', () => {
    const index = new CopyIndex()
    index.add('a', print(sentences(1, 10)))
    index.add('b', print(sentences(1, 10)))
    index.add('b', print(sentences(2, 10)))
    expect([...index.pairs()]).toEqual([])
    index.add('c', print(sentences(2, 10)))
    expect(index.related('c')).toHaveLength(1)
    expect(index.remove('b')).toBe(true)
    expect(index.remove('b')).toBe(false)
    expect(index.related('c')).toEqual([])
    expect(index.size).toBe(2)
  })

  it('is the same after any additions and removals as when made anew', () => {
    const prints = Array.from({ length: 8 }, (_, n) => print(sentences(n % 3, 6), sentences(50 + n, 4)))
    fc.assert(
      fc.property(fc.array(fc.record({ add: fc.boolean(), n: fc.nat(7) }), { maxLength: 40 }), (steps) => {
        const index = new CopyIndex()
        const kept = new Set<number>()
        for (const { add, n } of steps) {
          if (add) {
            index.add(String(n), prints[n]!)
            kept.add(n)
          } else {
            expect(index.remove(String(n))).toBe(kept.delete(n))
          }
        }
        const anew = new CopyIndex()
        for (const n of kept) anew.add(String(n), prints[n]!)
        const pairsOf = (of: CopyIndex): string[] =>
          [...of.pairs()].map(({ a, b, shared }) => `${[a, b].sort().join(' ')} ${shared}`).sort()
        expect(pairsOf(index)).toEqual(pairsOf(anew))
        for (const { hashes } of prints) for (const hash of hashes) expect(index.holders(hash)).toBe(anew.holders(hash))
      })
    )
  })

  it('lets no closing line of a paper relate its articles, and still finds a report that all of them took over', () => {
    const index = new CopyIndex()
    const closing = sentences(9, 2)
    for (let n = 0; n < FEW + 20; n++) index.add(`own ${n}`, print(sentences(100 + n, 20), closing))
    expect([...index.pairs()]).toEqual([])
    for (let n = 0; n < FEW + 20; n++) index.add(`wire ${n}`, print(sentences(10, 20), sentences(500 + n, 2)))
    expect(index.related('wire 0')).toHaveLength(FEW + 19)
  })
})
