import { describe, expect, it } from 'vitest'
import type { Block, Run } from '../../../shared/composition/block.ts'
import { compose } from '../../../shared/composition/compose.ts'
import { withheldLegend, withheldRun } from '../../../shared/composition/legend.ts'
import { WITHHOLD_REASONS } from '../../../shared/brief/withheld.ts'
import { BriefBuilder } from '../test/brief.test-helper.ts'
import { structuralFaults } from '../test/structure-check.test-helper.ts'
import { renderComposition } from '../render.ts'
import { PdfFile, tool } from '../test/tools.test-helper.ts'

async function pdfOf(blocks: Block[]): Promise<PdfFile> {
  const input = new BriefBuilder().build()
  const composition = compose(input)
  const { bytes } = renderComposition(input, { ...composition, blocks: [...composition.blocks, ...blocks] })
  expect(await structuralFaults(bytes)).toEqual([])
  return new PdfFile(bytes)
}

function statement(runs: Run[]): Block {
  return { type: 'text', kind: 'statement', runs }
}

describe('withheld words', () => {
  it('are white on black bars of one width, which read as what they say', async () => {
    using file = await pdfOf(
      WITHHOLD_REASONS.map((reason) => statement([{ text: 'By ' }, withheldRun(reason), { text: ' alone.' }]))
    )
    for (const reason of WITHHOLD_REASONS) expect(file.text()).toContain(`By withheld (${reason}) alone.`)
    const plain = tool('qpdf', ['--qdf', '--object-streams=disable', file.path, '-'])
    const bars = [...plain.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f\nEMC\n\/P <<\/MCID \d+>> BDC\nBT/g)]
    const widths = bars.filter(([, , , , height]) => Number(height) > 5).map(([, , , width]) => width)
    expect(widths).toHaveLength(WITHHOLD_REASONS.length)
    expect(new Set(widths).size).toBe(1)
  })

  it('are explained by the codes that are used, in one order', async () => {
    expect(withheldLegend([])).toEqual([])
    using file = await pdfOf(withheldLegend(['P', 'S', 'P']))
    expect(file.text()).toMatch(/withheld \(S\) Protection of a source withheld \(P\) Personal data/)
    expect(file.text()).not.toContain('Legal privilege')
  })
})

describe('notes', () => {
  it('are lettered while there are letters, else numbered, and lead back to their marks', async () => {
    const noted = (count: number): Block[] =>
      Array.from({ length: count }, (_, i) =>
        statement([{ text: 'Said', note: [{ text: `Note text ${i}` }] }, { text: '.' }])
      )
    using few = await pdfOf(noted(26))
    expect(few.text()).toMatch(/z Note text 25/)
    using many = await pdfOf(noted(300))
    const texts = many.pages()
    expect(texts.join(' ')).toMatch(/300 Note text 299/)
    for (const [i, text] of texts.entries()) {
      const marks = [...text.matchAll(/Said ?(\d+) ?\./g)].map((match) => match[1])
      const notes = [...text.matchAll(/(\d+) Note text/g)].map((match) => match[1])
      expect([i, notes]).toEqual([i, marks])
    }
    const named = many.run('pdfinfo', '-dests')
    expect(named).toContain('"note-300-mark"')
  })
})

describe('the end of a document', () => {
  it('is not a line alone on a page', async () => {
    for (let count = 30; count < 60; count += 3) {
      using file = await pdfOf(Array.from({ length: count }, (_, i) => statement([{ text: `Line ${i}.` }])))
      expect(
        file
          .pages()
          .at(-1)!
          .match(/Line \d+\./g)!.length
      ).toBeGreaterThan(1)
    }
  })
})
