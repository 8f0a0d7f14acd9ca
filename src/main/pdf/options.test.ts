import { describe, expect, it } from 'vitest'
import { THEMES } from '../../shared/composition/options.ts'
import { structuralFaults } from './gate.test-helper.ts'
import { renderPdf } from './render.ts'
import { sampleBrief } from './sample.test-helper.ts'
import { PdfFile } from './tools.test-helper.ts'
import { verifyPdf } from './verify.ts'

describe('renderPdf with options', () => {
  it.each(THEMES)('sets text, quotes and titles in the theme’s typeface: %s', async (theme) => {
    const { bytes } = await renderPdf(sampleBrief({ theme }))
    using file = new PdfFile(bytes)
    const fonts = file.run('pdffonts')
    expect(fonts.includes('SourceSerif4-Regular')).toBe(theme === 'serif')
    expect(fonts.includes('SourceSerif4-SemiBold')).toBe(theme === 'serif')
    expect(fonts).toContain('SourceSans3-Regular')
    expect(await structuralFaults(bytes)).toEqual([])
  })

  it('begins with a cover when one is asked for, with the handling label but no page number', async () => {
    const input = sampleBrief({ cover: true })
    const { bytes } = await renderPdf(input)
    using file = new PdfFile(bytes)
    const [cover, next] = file.pages()
    expect(cover).toContain(input.brief.title)
    expect(cover).toContain('4 sources; 9 quotes: 6 verbatim, 1 normalised, 1 altered, 1 missing.')
    expect(cover).toContain('recipients may share it on a need-to-know basis')
    expect(cover!.split(input.brief.tlp)).toHaveLength(4)
    expect(cover).not.toContain('Page 1')
    expect(next).toMatch(/Contents.*1 Bottom line.*Page 2 of/)
    expect(await structuralFaults(bytes)).toEqual([])
    const { quotes, problems } = await verifyPdf(bytes)
    expect(quotes).toHaveLength(9)
    expect(problems.filter((problem) => problem.includes('isn’t part of the document'))).toEqual([])
  })

  it('lets a cover whose title is longer than a page go on', async () => {
    const input = sampleBrief({ cover: true })
    const { bytes } = await renderPdf({ ...input, brief: { ...input.brief, title: 'A very long title '.repeat(25) } })
    using file = new PdfFile(bytes)
    const foot = file.pages().findIndex((text) => text.includes('Who may read'))
    expect(foot).toBeGreaterThan(0)
    expect(file.pages()[foot + 1]).toContain('Contents')
    expect(await structuralFaults(bytes)).toEqual([])
  })
})
