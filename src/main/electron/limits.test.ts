import { describe, expect, it } from 'vitest'
import { isWithinLimits } from './limits.ts'

describe('the limits of a request', () => {
  it('leave room for the longest brief and a large page', () => {
    const statement = { type: 'statement', attrs: { id: 's' }, content: [{ type: 'text', text: 'x'.repeat(400) }] }
    expect(isWithinLimits({ doc: Array.from({ length: 20_000 }, () => statement) })).toBe(true)
    expect(isWithinLimits({ text: 'x'.repeat(20_000_000), html: 'x'.repeat(40_000_000), url: null })).toBe(true)
    expect(isWithinLimits({ ids: Array.from({ length: 100_000 }, (_, n) => `source-${n}`) })).toBe(true)
  })

  it.each([
    ['characters', () => ({ text: 'x'.repeat(65 * 1024 * 1024) })],
    ['characters in many places', () => Array.from({ length: 70 }, () => 'x'.repeat(1024 * 1024))],
    ['names of fields', () => ({ ['x'.repeat(65 * 1024 * 1024)]: 1 })],
    ['values', () => Array.from({ length: 4_100_000 }, () => 0)],
    ['bytes', () => new Uint8Array(65 * 1024 * 1024)],
    ['a set', () => new Set()],
    ['a map', () => new Map()],
    [
      'depth',
      () => {
        let value: unknown = 0
        for (let level = 0; level < 100_000; level++) value = [value]
        return value
      }
    ]
  ])('refuse too much of %s', (_what, make) => {
    expect(isWithinLimits({ value: make() })).toBe(false)
  })
})
