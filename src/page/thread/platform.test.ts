import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pagePlatform } from './platform.ts'

const MOST = 100_000

function outcome(work: () => Uint8Array): string {
  try {
    return Buffer.from(work()).toString('base64')
  } catch {
    return 'refused'
  }
}

function bothGive(data: Uint8Array): string {
  const ours = outcome(() => pagePlatform.inflate(data, MOST))
  expect(ours).toBe(outcome(() => inflateSync(data, { maxOutputLength: MOST })))
  return ours
}

const texts = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc
    .array(fc.constantFrom('quay ', 'tide ', '0 0 m ', 'BT\n'), { maxLength: 900 })
    .map((words) => Buffer.from(words.join('')))
)

describe('the page’s decompression', () => {
  it('gives what Node’s gives', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 9 }), (text, level) => {
        expect(bothGive(deflateSync(text, { level }))).toBe(Buffer.from(text).toString('base64'))
      })
    )
  })

  it('refuses what Node’s refuses: a byte changed, cut off, more behind it', () => {
    const changes = fc.record({
      at: fc.nat(),
      to: fc.integer({ min: 0, max: 255 }),
      cut: fc.nat(),
      more: fc.uint8Array()
    })
    let refused = 0
    fc.assert(
      fc.property(texts, changes, fc.constantFrom('change', 'cut', 'more'), (text, { at, to, cut, more }, how) => {
        const packed = deflateSync(text)
        if (how === 'change') packed[at % packed.length] = to
        const data =
          how === 'cut'
            ? packed.subarray(0, cut % packed.length)
            : how === 'more'
              ? Buffer.concat([packed, more])
              : packed
        if (bothGive(data) === 'refused') refused++
      }),
      { numRuns: 400 }
    )
    expect(refused).toBeGreaterThan(50)
  })

  it('stops at the limit', () => {
    expect(bothGive(deflateSync(Buffer.alloc(MOST)))).not.toBe('refused')
    expect(bothGive(deflateSync(Buffer.alloc(MOST + 1)))).toBe('refused')
  })
})

describe('the page’s hashing', () => {
  it('gives what Node’s gives, of bytes and of texts', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 500 }), fc.string({ unit: 'binary' })), (data) => {
        expect(pagePlatform.sha256(data)).toBe(createHash('sha256').update(data).digest('hex'))
      })
    )
  })
})
