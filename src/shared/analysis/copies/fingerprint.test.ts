import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from './article.test-helper.ts'
import { decodeFingerprint, encodeFingerprint, fingerprint } from './fingerprint.ts'

const shared = (a: string, b: string): number => {
  const known = new Set(fingerprint(a).hashes)
  return fingerprint(b).hashes.filter((hash) => known.has(hash)).length
}

describe('fingerprint', () => {
  it('shares a hash whenever nine words in a row are shared', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(30), fc.nat(30), (seed, before, after) => {
        const [one = '', other = '', common = ''] = [seed, seed + 10_000, seed + 20_000].map((n) =>
          sentences(n, 4).join(' ')
        )
        const nine = common.split(' ').slice(0, 9).join(' ')
        const place = (text: string, at: number): string => {
          const words = text.split(' ')
          return [...words.slice(0, at), nine, ...words.slice(at)].join(' ')
        }
        expect(shared(place(one, before), place(other, after))).toBeGreaterThan(0)
      })
    )
  })

  it('shares none with other words, and of a short text is empty', () => {
    expect(shared(sentences(1, 40).join(' '), sentences(2, 40).join(' '))).toBe(0)
    expect(fingerprint('Only five words stand here').hashes).toHaveLength(0)
    expect(fingerprint('')).toEqual({ words: 0, hashes: new Int32Array(0), positions: new Int32Array(0) })
    expect(fingerprint('Here there are just six words').hashes).toHaveLength(1)
  })

  it('knows a passage in a script without spaces', () => {
    const passage = '港湾局は調査委員会に検査メモを九日間渡さなかったと二人の職員が述べた'
    expect(shared(`北の町で${passage}。`, `きのう、${passage}という。`)).toBeGreaterThan(2)
    expect(shared(passage, '海岸の天気は明日も晴れるでしょうと気象台は発表しました')).toBe(0)
  })

  it('says where each run begins, each hash once', () => {
    const { hashes, positions, words } = fingerprint(`${sentences(3, 10).join(' ')} ${sentences(3, 10).join(' ')}`)
    expect(new Set(hashes).size).toBe(hashes.length)
    expect([...positions]).toEqual([...positions].sort((a, b) => a - b))
    expect(positions.at(-1)).toBeLessThan(words)
  })
})

describe('encodeFingerprint', () => {
  it('writes about five bytes a hash, which are read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.nat(60), (seed, count) => {
        const print = fingerprint(sentences(seed, count).join(' '))
        const bytes = encodeFingerprint(print)
        expect(decodeFingerprint(bytes)).toEqual(print)
        expect(bytes.length).toBeLessThanOrEqual(print.hashes.length * 5 + 12)
      })
    )
  })

  it('reads from the middle of a buffer', () => {
    const bytes = encodeFingerprint(fingerprint(sentences(4, 10).join(' ')))
    const wider = new Uint8Array(bytes.length + 7)
    wider.set(bytes, 3)
    expect(decodeFingerprint(wider.subarray(3, 3 + bytes.length))).toEqual(decodeFingerprint(bytes))
  })

  it('refuses bytes that are cut, longer or of another version, and survives any others', () => {
    const bytes = encodeFingerprint(fingerprint(sentences(4, 10).join(' ')))
    for (let length = 0; length < bytes.length; length++)
      expect(decodeFingerprint(bytes.subarray(0, length))).toBeNull()
    expect(decodeFingerprint(Uint8Array.from([...bytes, 0]))).toBeNull()
    expect(decodeFingerprint(Uint8Array.from([9, ...bytes.subarray(1)]))).toBeNull()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (any) => {
        const print = decodeFingerprint(Uint8Array.from([1, ...any]))
        if (print !== null) expect(print.hashes.length).toBe(print.positions.length)
      })
    )
  })
})
