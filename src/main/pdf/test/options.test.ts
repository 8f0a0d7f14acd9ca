import { describe, expect, it } from 'vitest'
import { APPENDICES, THEMES } from '../../../shared/composition/options.ts'
import { structuralFaults } from './structure-check.test-helper.ts'
import { renderPdf } from '../render.ts'
import { sampleBrief } from './sample.test-helper.ts'
import { PdfFile } from './tools.test-helper.ts'
import { verifyPdf } from '../reader/verify.ts'

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

  it('prints the appendices that are chosen, each with its place in contents and bookmarks', async () => {
    const input = sampleBrief({ appendices: [...APPENDICES], custody: true })
    const [first] = input.sources
    first!.source.grading = {
      reliability: 'B',
      credibility: '2',
      reliabilityReason: 'right in two earlier cases',
      credibilityReason: 'the minutes agree'
    }
    first!.custody = [
      {
        at: '2031-03-02T09:30:00Z',
        action: 'source-imported',
        detail: { name: 'report-1.txt', bytes: 653 },
        device: 'abc'
      }
    ]
    const { bytes } = await renderPdf(input)
    using file = new PdfFile(bytes)
    const text = file.text()
    const outline = file.run('qpdf', '--json', '--json-key=outlines')
    for (const title of ['Sources', 'Quotes in context', 'Chronology of publication', 'Verification']) {
      expect(outline).toContain(`"title": "${title}"`)
      expect(file.pages()[0]).toContain(title)
    }
    expect(text).toMatch(/Reliability\s+B, usually reliable: right in two earlier cases/)
    expect(text).toMatch(/Credibility\s+2, probably true: the minutes agree/)
    expect(text).toContain('F reliability cannot be judged 6 truth cannot be judged')
    expect(text).toContain('2 March 2031, 09:30 UTC: imported (name: report-1.txt, bytes: 653), device abc')
    expect(text).toMatch(
      /The Sollen harbour board signed the contract for the new breakwater nine days before the tender closed, according to minutes/
    )
    expect(file.pages('-layout').join(' ')).toMatch(
      /25 February 2031 Harbour board signed.*28 February 2031 Sollen breakwater.*1 March 2031 Morning bulletin/
    )
    expect(await structuralFaults(bytes)).toEqual([])
    const { quotes, problems } = await verifyPdf(bytes)
    expect(quotes).toHaveLength(9)
    expect(problems.filter((problem) => /isn’t part|doesn’t hold/.test(problem))).toEqual([])
  })

  it('prints no words around a quote in a redacted export', async () => {
    const { bytes } = await renderPdf(sampleBrief({ appendices: ['quotes'], redacted: true }))
    using file = new PdfFile(bytes)
    expect(file.text()).toContain('Quotes in context')
    expect(file.text()).not.toContain('according to minutes seen by')
  })

  it('still lists the sources and says how many quotes hold when no appendix is chosen', async () => {
    const { bytes } = await renderPdf(sampleBrief({ appendices: [] }))
    using file = new PdfFile(bytes)
    const text = file.text()
    expect(text).toContain(
      '9 quotes: 6 verbatim, 1 normalised, 1 altered, 1 missing. The attached dossier-proof.jsonld'
    )
    expect(text).toContain('Northern Courier · 25 February 2031')
    expect(text).not.toContain('Intact: the stored file')
    expect(text).not.toContain('What this check proves')
    expect(await structuralFaults(bytes)).toEqual([])
  })

  it('names a page once where a source is used several times on it', async () => {
    const { bytes } = await renderPdf(sampleBrief())
    using file = new PdfFile(bytes)
    for (const [, list] of file.text().matchAll(/(?:Quoted|Cited) ((?:p\. \d+(?:, )?)+)/g)) {
      const pages = list!.trim().split(', ')
      expect(pages).toEqual([...new Set(pages)])
    }
    expect(file.text()).toMatch(/Cited p\. \d, p\. \d/)
  })
})
