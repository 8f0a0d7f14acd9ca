import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareWidth } from './columns.ts'

describe('shareWidth', () => {
  it('gives columns their longest word first, and what they still need in proportion', () => {
    const columns = [
      { least: 20, most: 20 },
      { least: 40, most: 240 },
      { least: 40, most: 140 }
    ]
    expect(shareWidth(columns, 250)).toEqual([20, 140, 90])
  })

  it('gives what is left over to the columns with long lines', () => {
    expect(
      shareWidth(
        [
          { least: 10, most: 10 },
          { least: 20, most: 30 }
        ],
        80
      )
    ).toEqual([20, 60])
  })

  it('cuts the widest columns to one width where the words don’t fit', () => {
    expect(
      shareWidth(
        [
          { least: 10, most: 10 },
          { least: 90, most: 200 },
          { least: 300, most: 300 }
        ],
        110
      )
    ).toEqual([10, 50, 50])
  })

  it('fills the width and leaves no column without any', () => {
    const column = fc
      .tuple(fc.integer({ min: 1, max: 400 }), fc.nat(600))
      .map(([least, more]) => ({ least, most: least + more }))
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 60, max: 600 }),
        (columns, width) => {
          const widths = shareWidth(columns, width)
          expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(width)
          expect(Math.min(...widths)).toBeGreaterThan(0)
        }
      ),
      { seed: 3 }
    )
  })
})
