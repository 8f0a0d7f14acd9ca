import PDFDocument from 'pdfkit'
import { beforeAll, describe, expect, it } from 'vitest'
import { LONG } from '../../../../scripts/long.mjs'
import type { ExportInput } from '../../../shared/composition/input.ts'
import { briefSet } from './brief-set.test-helper.ts'
import { faults } from './page-checks.test-helper.ts'
import { renderPdf } from '../render.ts'
import { PdfFile } from './tools.test-helper.ts'

function expectedOf({ brief }: ExportInput, pages: number): Parameters<typeof faults>[1] {
  return { title: brief.title, tlp: brief.tlp, pages }
}

const BRIEFS = LONG ? briefSet : briefSet.map((each) => ({ ...each, ...each.short }))

describe('briefings of all kinds', () => {
  it.each(BRIEFS)('stand up to every check: $name', async ({ make, sound, least }) => {
    const input = make()
    const { bytes, pages } = await renderPdf(input)
    expect(pages).toBeGreaterThanOrEqual(least)
    expect(await faults(bytes, expectedOf(input, pages), sound)).toEqual([])
  })
})

describe('the checks', () => {
  const input = briefSet[0]!.make()
  let made: Awaited<ReturnType<typeof renderPdf>>
  beforeAll(async () => {
    made = await renderPdf(input)
  })

  it.each([
    ['a page without its marking', /(\/Subtype \/Header[^\n]*BDC\n)[\s\S]*?EMC/g, '$1EMC', 'doesn’t show TLP'],
    ['text over text', /(\d[\d.]*) (\d[\d.]*) Tm\n(\[<[^\]]*\] TJ)/, '$1 $2 Tm\n$3\n4 2 Td\n$3', 'over each other'],
    ['text beyond the margin', /1 0 0 1 \d[\d.]* (\d[\d.]* Tm)/g, '1 0 0 1 580 $1', 'outside the margins'],
    ['a link that leads nowhere', /\/D \(source-1\)/, '/D (source-9)', 'leads to “source-9”'],
    ['a lost tag', /\/MarkInfo \d+ 0 R/, '', 'it isn’t tagged'],
    ['another title', /(\d+ 0 obj\n)\(The ferry\)/, '$1(A ferry)', 'the title isn’t its title'],
    ['no bookmarks', /\/Outlines \d+ 0 R/, '', 'there are no bookmarks'],
    ['no proof', /\/EmbeddedFiles <<[\s\S]*?>>/, '', 'the proof can’t be taken out']
  ])('find %s', async (_what, pattern, replacement, fault) => {
    const { bytes, pages } = made
    using file = new PdfFile(bytes)
    const changed = file.withContent((content) => content.replace(pattern, replacement))
    const found = await faults(changed, expectedOf(input, pages), true)
    expect(found.join('\n')).toContain(fault)
  })

  it('find nearly all of it in what plain pdfkit makes', async () => {
    const doc = new PDFDocument()
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    const done = new Promise((resolve) => doc.on('end', resolve))
    doc.text('Untagged')
    doc.end()
    await done
    using file = new PdfFile(new Uint8Array(Buffer.concat(chunks)))
    expect(file.run('pdfinfo')).toMatch(/^Tagged: +no$/m)
  })
})
