import { describe, expect, it } from 'vitest'
import { BriefBuilder } from '../test/brief.test-helper.ts'
import { compose } from '../../../shared/composition/compose.ts'
import { printable } from '../../../shared/composition/printable.ts'
import { directionOfLanguage } from '../../../shared/source/direction.ts'
import { Fonts } from '../typeset/fonts.ts'
import { geometry } from '../typeset/styles.ts'
import { layOutPages } from './lay-out-pages.ts'
import { piecePositions } from './pieces.ts'
import type { PaintRow } from './rows.ts'

const ARABIC = 'وقالت هيئة الميناء إن 25 سفينة تأخرت (بحسب Northern Courier) يوم الثلاثاء.'
const HEBREW = 'אמר הדובר כי 12 אוניות עגנו בנמל ביום שלישי.'
const ENGLISH = 'The board signed the contract nine days before the tender closed.'

/** The rows of a brief with a heading, a list, a table and a quote of each source, and the width of its text. */
function lay(language: string, words: string): { rows: PaintRow[]; width: number } {
  const b = new BriefBuilder()
  const quotes = [ARABIC, HEBREW, ENGLISH].map((text, i) => {
    return b.quote(b.source(['Title', text], { language: ['ar', 'he', 'en'][i]! }), text)
  })
  const cell = (type: 'tableHeader' | 'tableCell', text: string) => {
    return { type, content: [{ type: 'text' as const, text }] }
  }
  b.section(
    words,
    b.statement([words]),
    b.list('orderedList', b.statement([words])),
    ...quotes.map((id) => b.block(id)),
    {
      type: 'table',
      attrs: { id: 'table', align: [] },
      content: [
        { type: 'tableRow', content: [cell('tableHeader', words), cell('tableHeader', words.slice(0, 4))] },
        { type: 'tableRow', content: [cell('tableCell', words), cell('tableCell', '1,200.50')] }
      ]
    }
  )
  const input = printable(b.build({ language }))
  const area = geometry('A4', directionOfLanguage(language))
  const { blocks } = compose(input)
  const { pages } = layOutPages(new Fonts(language), blocks, new Map(), input.options, area)
  return { rows: pages.flatMap(({ rows }) => rows.map(({ row }) => row)), width: area.width - area.left - area.right }
}

/** Where the first line behind the contents that begins with a text has its ends, from the left edge of the text. */
function edges({ rows }: { rows: PaintRow[] }, start: string): { left: number; right: number; box: number | null } {
  const body = rows.findIndex(({ destinations }) => destinations.includes('section-1'))
  for (const { lines, boxes } of rows.slice(body)) {
    for (const placed of lines) {
      const text = placed.line.pieces.map((piece) => piece.text).join('')
      if (!text.startsWith(start)) continue
      const left = Math.min(...piecePositions(placed, 0))
      return { left, right: left + placed.line.width, box: boxes[0] ? boxes[0].x + boxes[0].width / 2 : null }
    }
  }
  throw new Error(`No line begins with ${start}`)
}

describe('the sides of a page', () => {
  it.each([
    ['ar', ARABIC],
    ['he', HEBREW]
  ])('are swapped in a brief that runs from right to left: %s', (language, words) => {
    const laid = lay(language, words)
    const { width } = laid
    const heading = edges(laid, '1 ')
    expect(heading.left).toBeGreaterThan(width)
    const first = words.slice(0, 12)
    expect(edges(laid, first).right).toBeCloseTo(width)
    expect(edges(laid, '1. ').right).toBeCloseTo(width)
    const figures = edges(laid, '1,200.50')
    expect(figures.right).toBeLessThan(width / 2)
    // What is in English behind the brief runs from left to right.
    expect(edges(laid, 'Sources').left).toBeCloseTo(0)
  })

  it.each(['ar', 'en'])(
    'are those of the quoted words: a quote’s rule stands where its lines begin, in %s',
    (language) => {
      const laid = lay(language, language === 'ar' ? 'الميناء' : 'Quay')
      const { width } = laid
      for (const words of [ARABIC, HEBREW]) {
        const { right, box } = edges(laid, words.slice(0, 12))
        expect(right).toBeCloseTo(width - 16)
        expect(box).toBeGreaterThan(width - 2)
        expect(box).toBeLessThan(width)
      }
      const { left, box } = edges(laid, 'The board')
      expect(left).toBeCloseTo(16)
      expect(box).toBeLessThan(2)
    }
  )

  it('stay as they are in a brief that runs from left to right', () => {
    const laid = lay('en', 'Quay and harbour')
    expect(edges(laid, '1 ').right).toBeLessThan(0)
    expect(edges(laid, 'Quay').left).toBeCloseTo(0)
    expect(edges(laid, '1. ').left).toBeCloseTo(0)
    expect(edges(laid, '1,200.50').right).toBeGreaterThan(100)
  })
})
