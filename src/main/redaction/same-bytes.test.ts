import { describe, expect, it } from 'vitest'
import { DOCUMENT_FORMATS } from '../../shared/composition/export-formats.ts'
import { APPENDICES, CITATION_STYLES, type ExportOptions } from '../../shared/composition/options.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { redact } from '../../shared/redaction/redact.ts'
import { madeAs } from '../exports/made.test-helper.ts'
import { renderPdf } from '../pdf/render.ts'
import { Canaries, plantedBrief } from './canaries.test-helper.ts'

/** The redacted input of a brief with other withheld words of the same lengths in every field. */
function redacted(seed: string, options: Partial<ExportOptions> = {}): ExportInput {
  const input = plantedBrief(new Canaries(seed), 2)
  return redact({ ...input, options: { ...input.options, appendices: [...APPENDICES], ...options } }).input
}

/** A PDF in Latin-1 without its ID, which is made of what it was made from. */
async function pdfOf(input: ExportInput): Promise<string> {
  const text = Buffer.from((await renderPdf(input)).bytes).toString('latin1')
  const bare = text.replace(/\/ID \[<[0-9a-f]+> <[0-9a-f]+>\]/, '/ID')
  expect(bare.length).toBeLessThan(text.length)
  return bare
}

const SEEDS = ['one', 'two', 'three']

describe('redacted exports that differ in what is withheld alone', () => {
  it('are made from the same input', () => {
    const [first, ...others] = SEEDS.map((seed) => redacted(seed))
    for (const other of others) expect(other).toEqual(first)
  })

  it.each(CITATION_STYLES)('are the same PDF with citations in the style %s', async (citations) => {
    const [first, ...others] = await Promise.all(SEEDS.map((seed) => pdfOf(redacted(seed, { citations, cover: true }))))
    for (const other of others) expect(other === first).toBe(true)
  })

  it.each(DOCUMENT_FORMATS)('are the same file: %s', async (format) => {
    for (const citations of ['numbered', 'apa'] as const) {
      const [first, ...others] = await Promise.all(
        SEEDS.map(async (seed) => Buffer.from(await madeAs(format, redacted(seed, { citations }))))
      )
      for (const other of others) expect(other.equals(first!)).toBe(true)
    }
  })
})
