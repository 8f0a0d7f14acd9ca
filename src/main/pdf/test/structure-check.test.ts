import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { structuralFaults } from './structure-check.test-helper.ts'
import { renderPdf } from '../render.ts'
import { sampleBrief } from './sample.test-helper.ts'
import { PdfFile } from './tools.test-helper.ts'

/** What plain pdfkit makes of a page. */
function plain(): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const doc = new PDFDocument()
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)))
    })
    doc.text('Untagged').link(0, 0, 10, 10, 'https://x.example')
    doc.end()
  })
}

describe('structuralFaults', () => {
  it('finds what is wrong with a plain PDF', async () => {
    expect(await structuralFaults(await plain())).toEqual(
      expect.arrayContaining([
        'the document has no language',
        'there is no structure',
        'something is painted unmarked',
        'a link isn’t in the structure',
        'a font isn’t embedded'
      ])
    )
  })

  it.each([
    ['a heading that skips a level', /\/S \/H2/g, '/S /H4', 'a heading skips from 1 to 4'],
    ['a header without its scope', /\/Scope \/Column/g, '', 'a table header has no scope'],
    ['text outside marked content', /\/H1 <<\/MCID \d+>> BDC/, 'BT (x) Tj ET $&', 'something is painted unmarked'],
    ['content that no element owns', /(\/H1 <<\/MCID )\d+/, '$1999', 'marked content belongs to no element'],
    ['links without contents', /\/Contents \([^)]*\)/g, '', 'a link has no contents'],
    ['a link in a paragraph', /\/S \/Link/g, '/S /P', 'a link belongs to P'],
    ['a missing language', /\/Lang \(en\)/g, '', 'the document has no language']
  ])('finds %s', async (_what, pattern, replacement, fault) => {
    const { bytes } = await renderPdf(sampleBrief())
    using file = new PdfFile(bytes)
    expect(await structuralFaults(file.withContent((content) => content.replace(pattern, replacement)))).toContain(
      fault
    )
  })
})
