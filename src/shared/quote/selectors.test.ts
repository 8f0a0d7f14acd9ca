import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeWords } from './boundary.ts'
import { targetOf } from './create.ts'
import { fold } from './fold.ts'
import { prepareText } from './prepared.ts'
import { fromCodePoints, toCodePoints } from './position.ts'
import { verifyQuote } from './verify.ts'

const hash = '0'.repeat(64)
const words = fc.array(
  fc.constantFrom(
    'ferry',
    'memo',
    '“board”',
    'Ütrecht',
    '😀',
    '中文',
    'can’t',
    '\n',
    '  ',
    'e\u0301',
    'ﬁ',
    '—',
    '…',
    '«да»'
  ),
  { maxLength: 60 }
)

describe('targetOf', () => {
  it('trims white space and widens to whole words', () => {
    const text = 'The ferry sank.\nNobody can’t swim.'
    expect(targetOf({ text, sha256: hash }, 5, 8)).toMatchObject({
      exact: 'ferry',
      start: 4,
      end: 9,
      prefix: 'The ',
      suffix: ' sank.\nNobody can’t swim.'
    })
    expect(targetOf({ text, sha256: hash }, 3, 10)).toMatchObject({ exact: 'ferry' })
    expect(targetOf({ text, sha256: hash }, 23, 26)).toMatchObject({ exact: 'can’t' })
    expect(targetOf({ text, sha256: hash }, 15, 16)).toBeNull()
  })

  it('never splits an emoji, and every target verifies as verbatim', () => {
    fc.assert(
      fc.property(words, fc.nat(200), fc.nat(200), (parts, a, b) => {
        const text = parts.join(' ')
        const target = targetOf({ text, sha256: hash }, Math.min(a, b), Math.max(a, b))
        if (!target) return
        expect(target.exact.isWellFormed() && target.prefix.isWellFormed() && target.suffix.isWellFormed()).toBe(true)
        const found = verifyQuote(target.exact, prepareText(text), target)
        expect(found).toMatchObject({ state: 'verbatim', start: target.start, end: target.end })
      })
    )
  })
})

describe('wholeWords', () => {
  it('copes with ranges out of bounds and turned round', () => {
    expect(wholeWords('one two', 99, -5)).toEqual({ start: 0, end: 7 })
    expect(wholeWords('', 0, 0)).toEqual({ start: 0, end: 0 })
  })
})

describe('code points', () => {
  it('convert both ways', () => {
    const text = 'a😀b𝒳c'
    expect(toCodePoints(text, text.indexOf('b'))).toBe(2)
    expect(toCodePoints(text, text.length)).toBe(5)
    expect(fromCodePoints(text, 4)).toBe(text.indexOf('c'))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (any, points) => {
        const most = [...any].length
        expect(toCodePoints(any, fromCodePoints(any, points))).toBe(Math.min(points, most))
      })
    )
  })
})

describe('fold', () => {
  it('maps every folded character back to where it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, starts, ends } = fold(text)
        expect(starts).toHaveLength(folded.length)
        for (let i = 0; i < folded.length; i++) {
          expect(ends[i]!).toBeGreaterThan(starts[i]!)
          if (i > 0) expect(starts[i]!).toBeGreaterThanOrEqual(starts[i - 1]!)
        }
      })
    )
  })

  it('is stable: folding a folded text changes nothing', () => {
    fc.assert(
      fc.property(words, (parts) => {
        const once = fold(parts.join(' ')).folded
        expect(fold(once).folded).toBe(once)
      })
    )
  })
})
