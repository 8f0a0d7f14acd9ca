import { describe, expect, it } from 'vitest'
import { BriefBuilder } from './brief.test-helper.ts'
import { structuralFaults } from './structure-check.test-helper.ts'
import { ODD_BRIEFS } from './odd-briefs.test-helper.ts'
import { renderPdf } from '../render.ts'
import { PdfFile } from './tools.test-helper.ts'
import { verifyPdf } from '../reader/verify.ts'

describe('odd briefs', () => {
  it.each(ODD_BRIEFS)('read back as they were exported: $name', async ({ make }) => {
    const input = make()
    const { bytes } = await renderPdf(input)
    expect(await structuralFaults(bytes)).toEqual([])
    const { pages, statements, quotes } = await verifyPdf(bytes)
    expect({ pages, statements }).toEqual({ pages: [], statements: [] })
    expect(quotes.map(({ state }) => state)).toEqual(input.check.quotes.map(({ verification }) => verification.state))
  })
})

/** The PDF of a brief with one statement: these words, with a link if one is given. */
async function pdfOf(words: string, href?: string): Promise<PdfFile> {
  const b = new BriefBuilder()
  const marks = href === undefined ? [] : [{ type: 'link' as const, attrs: { href } }]
  b.section('Facts', { ...b.statement([]), content: [{ type: 'text', text: words, marks }] })
  return new PdfFile((await renderPdf(b.build())).bytes)
}

describe('a PDF', () => {
  it.each([
    ['https://例え.example/パス?ж=ü', 'https://xn--r8jz45g.example/%E3%83%91%E3%82%B9?%D0%B6=%C3%BC'],
    ['mailto:ä@b.example', 'mailto:%C3%A4@b.example'],
    ['https://a.example/a b', 'https://a.example/a%20b'],
    ['https://a.example/a%20b?c=(d)', 'https://a.example/a%20b?c=(d)']
  ])('has the address %s in ASCII', async (href, written) => {
    using file = await pdfOf('there', href)
    expect(file.run('pdfinfo', '-url')).toContain(written)
  })

  it.each(['https://', `https://a.example/${'x'.repeat(40_000)}`])(
    'has no link to an address that none can have',
    async (href) => {
      using file = await pdfOf('there', href)
      expect(file.run('pdfinfo', '-url')).not.toContain('https://')
      expect(file.text()).toContain('there')
    }
  )

  it.each([
    ['a control character', 'a\u0000b', 'a[U+0000]b'],
    ['a line feed’s neighbour', 'a\u000bb', 'a[U+000B]b'],
    ['a code point for private use, which a font here has', 'a\ue0a0b', 'a[U+E0A0]b'],
    ['a code point without a character', 'a\u0378b', 'a[U+0378]b']
  ])('shows the code of %s', async (_what, words, shown) => {
    using file = await pdfOf(words)
    const bare = file.withContent((content) => content.replaceAll('/ActualText', '/Nothing__1'))
    using read = new PdfFile(bare)
    expect(read.text()).toContain(shown)
  })

  it('shows that half a character is missing', async () => {
    using file = await pdfOf('a\ud800b')
    expect(file.text()).toContain('a\ufffdb')
  })
})
