import { describe, expect, it } from 'vitest'
import { preflightErrors } from './preflight.test-helper.ts'
import { renderPdf } from './render.ts'
import { sampleBrief } from './sample.test-helper.ts'
import { PdfFile } from './tools.test-helper.ts'

describe.runIf(process.platform === 'linux')('PDFBox Preflight (where Debian’s packages are)', () => {
  it('finds nothing in a briefing that PDF/A-3 forbids', async () => {
    using file = new PdfFile((await renderPdf(sampleBrief())).bytes)
    expect(preflightErrors(file.path)).toEqual([])
  })

  it.each([
    ['metadata that contradict the document', /(<dc:title>[\s\S]*?)Who paid/, '$1Who  paid', /7\.2/],
    ['a font that isn’t embedded', /\/FontFile2 \d+ 0 R/g, '', /3\./],
    ['a colour without an output intent', /\/OutputIntents \[[\s\S]*?\]/, '', /2\./],
    ['a script', /\/Type \/Catalog/, '/Type /Catalog /OpenAction << /S /JavaScript /JS (x) >>', /6\./]
  ])('finds %s', async (_what, pattern, replacement, code) => {
    using file = new PdfFile((await renderPdf(sampleBrief())).bytes)
    using changed = new PdfFile(file.withContent((content) => content.replace(pattern, replacement)))
    expect(preflightErrors(changed.path).join('\n')).toMatch(code)
  })
})
