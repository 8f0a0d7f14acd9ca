import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Run, TableGroup } from '../../../shared/composition/block.ts'
import { Fonts } from '../typeset/fonts.ts'
import { paginate } from './paginate.ts'
import type { PaintRow } from './rows.ts'
import { TextSetter } from './set-text.ts'
import { element } from '../writer/structure.ts'
import { STYLE_SHEETS } from '../typeset/styles.ts'
import { layTable } from './table.ts'

const AREA = { left: -34, text: 0, right: 405 }
const fonts = new Fonts('en')

function lay(head: string[], rows: string[][], align: TableGroup['columns'][number]['align'] = null): PaintRow[] {
  const cells = (texts: string[]): Run[][] => texts.map((text) => [{ text }])
  const columns = head.map(() => ({ width: null, align }))
  const setter = new TextSetter(fonts, STYLE_SHEETS.serif, 405, 'letters')
  const group: TableGroup = { type: 'table', columns, head: cells(head), rows: rows.map(cells) }
  return layTable(group, AREA, element('Table', null), STYLE_SHEETS.serif, setter)
}

function words(rows: readonly PaintRow[]): string {
  const cells = new Map<object, string>()
  for (const row of rows) {
    for (const { owner, line } of row.lines) {
      cells.set(owner!, (cells.get(owner!) ?? '') + line.pieces.map((piece) => piece.text).join(''))
    }
  }
  return [...cells.values()].join('|').replace(/\s/g, '')
}

describe('layTable', () => {
  it('sets all words, none outside of its column, whatever a table holds', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdehilmnorstuwä1234-'), minLength: 1, maxLength: 30 })
    const cell = fc.array(word, { maxLength: 12 }).map((all) => all.join(' '))
    const table = fc
      .integer({ min: 1, max: 20 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 })
      )
    fc.assert(
      fc.property(table, ([head, ...rows]) => {
        const laid = lay(head!, rows)
        const wanted = [head!, ...rows].map((cells) => cells.filter((text) => text !== ''))
        expect(words(laid)).toBe(wanted.flat().join('|').replace(/\s/g, ''))
        for (const { lines, height } of laid) {
          for (const { line, x, y, width } of lines) {
            expect(line.width).toBeLessThanOrEqual(width + 0.1)
            expect(x).toBeGreaterThanOrEqual(AREA.left)
            expect(x + width).toBeLessThanOrEqual(AREA.right + 0.1)
            expect(y + line.height).toBeLessThanOrEqual(height + 0.1)
          }
          const columns = [...new Map(lines.map((each) => [each.x, each.width]))].sort(([a], [b]) => a - b)
          columns.forEach(([x, width], i) => {
            const next = columns[i + 1]
            if (next) expect(x + width).toBeLessThan(next[0])
          })
        }
      }),
      { seed: 5, numRuns: 60 }
    )
  })

  it('gives columns room by what they hold and ends numbers on one line', () => {
    const rows = lay(
      ['Year', 'What happened', 'Cost'],
      [
        ['2029', 'The harbour board asks for offers, and twelve firms answer before the summer is over.', '1,200.50'],
        ['2030', 'Works begin.', '–']
      ]
    )
    const [year, text, cost] = rows[1]!.lines
    expect(text!.width).toBeGreaterThan(year!.width * 4)
    expect([year!.align, text!.align, cost!.align]).toEqual(['right', 'left', 'right'])
    expect(rows[0]!.lines.map(({ align }) => align)).toEqual(['right', 'left', 'right'])
  })

  it('keeps a header of several lines whole and repeats it over a cell that is taller than a page', () => {
    const rows = lay(
      ['A heading that takes several lines because it says so much', 'B'],
      [
        ['x', 'word '.repeat(900)],
        ['y', 'word '.repeat(900)]
      ]
    )
    const pages = paginate(rows, 300)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages.slice(1)) {
      expect(page.rows[0]!.repeated).toBe(true)
      expect(page.rows[0]!.row.repeat).toBeNull()
    }
    expect(words(rows).match(/word/g)).toHaveLength(1800)
  })
})
