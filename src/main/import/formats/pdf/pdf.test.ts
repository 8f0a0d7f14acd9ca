import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sampleBrief } from '../../../pdf/test/sample.test-helper.ts'
import { renderPdf } from '../../../pdf/render.ts'
import { defectsOf, readMade, shown } from '../../documents/made-document.test-helper.ts'
import { lines, made, type Doc } from './made-pdf.test-helper.ts'

const SENTENCE =
  'The harbour board of Sollen held back a memo on the hull of the ferry for nine days, two officials said. '
const OTHER =
  'The ministry knew nothing of it, its speaker told the inquiry on Thursday, and would not say when it asked. '

describe('a PDF', () => {
  it('joins lines to paragraphs with their page, and finds heads by their size', async () => {
    const bytes = await made((doc) => {
      doc.addPage()
      doc.fontSize(20).text('Harbour board kept memo from ferry inquiry')
      doc.fontSize(10).text('By Tove Lind, Northern Courier, 4 March 2031').moveDown()
      doc.text(SENTENCE.repeat(6).trim()).moveDown()
      doc.text(OTHER.repeat(5).trim())
      doc.addPage().fontSize(14).text('What comes next')
      doc.fontSize(10).text(SENTENCE.repeat(4).trim(), { indent: 20 }).text(OTHER.repeat(4).trim(), { indent: 20 })
    })
    const extracted = await readMade(bytes, 'a.pdf')
    expect(shown(extracted)).toEqual([
      'heading1: Harbour board kept memo from ferry inquiry',
      `paragraph: ${SENTENCE.repeat(6).trim()}`,
      `paragraph: ${OTHER.repeat(5).trim()}`,
      'heading2: What comes next',
      `paragraph: ${SENTENCE.repeat(4).trim()}`,
      `paragraph: ${OTHER.repeat(4).trim()}`
    ])
    expect(extracted.blocks.map(({ page }) => page)).toEqual([1, 1, 1, 2, 2, 2])
    const { title, authors, publisher, published } = extracted.metadata
    expect([title.value, authors.value, publisher.value, published.value]).toEqual([
      'Harbour board kept memo from ferry inquiry',
      ['Tove Lind'],
      'Northern Courier',
      '2031-03-04'
    ])
    expect(extracted).toMatchObject({
      extractor: 'pdf/3',
      mediaType: 'application/pdf',
      extension: 'pdf',
      notice: null
    })
  })

  it.each([
    ['what the PDF calls them', { Nums: [0, { S: 'r', St: 11 }, 2, { S: 'D' }] }, ['xi', 'xii', '1']],
    [
      'that with a prefix, and none where it is the number',
      { Nums: [0, {}, 1, { S: 'D', St: 2 }, 2, { P: new String('A-'), S: 'D' }] },
      [undefined, undefined, 'A-1']
    ],
    [
      'nothing where two share a label',
      { Nums: [0, { S: 'r' }, 1, { S: 'D' }, 2, { S: 'D' }] },
      [undefined, undefined, undefined]
    ],
    [
      'nothing where it is no label',
      { Nums: [0, { P: new String('x'.repeat(200)), S: 'D' }] },
      [undefined, undefined, undefined]
    ],
    ['nothing where labels are damaged', { Nums: [0, { S: 'r', St: -3 }] }, [undefined, undefined, undefined]]
  ])('notes of its pages %s', async (_, labels, expected) => {
    const bytes = await made((doc) => {
      for (const text of [SENTENCE, OTHER, SENTENCE]) doc.addPage().fontSize(10).text(text.repeat(4).trim())
      Object.assign((doc as unknown as { _root: { data: object } })._root.data, { PageLabels: labels })
    })
    const { blocks } = await readMade(bytes, 'a.pdf')
    expect(blocks.map(({ page, pageLabel }) => [page, pageLabel])).toEqual(expected.map((label, i) => [i + 1, label]))
  })

  it('reads columns one after the other, also when they are shown line by line', async () => {
    const left = Array.from({ length: 14 }, (_, i) => `left line ${i + 1} about the memo and`)
    const right = Array.from({ length: 14 }, (_, i) => `right line ${i + 1} about the ferry and`)
    const across = await made((doc) => {
      doc.addPage()
      lines(doc, ['A headline that runs across both of the columns here'], 72, 80, 16)
      for (let i = 0; i < 14; i++) {
        lines(doc, [left[i]!], 72, 130 + i * 13)
        lines(doc, [right[i]!], 320, 130 + i * 13)
      }
    })
    const { text } = await readMade(across, 'a.pdf')
    expect(text).toBe(`A headline that runs across both of the columns here\n${left.join(' ')} ${right.join(' ')}`)
  })

  it('keeps the cells of a row together', async () => {
    const bytes = await made((doc) => {
      doc.addPage().fontSize(10).text(SENTENCE.repeat(4).trim(), 72, 72)
      const rows = [
        ['Year', 'Ferries', 'Hulls'],
        ['2030', '4', '9'],
        ['2031', '5', '11']
      ]
      rows.forEach((row, i) => row.forEach((cell, j) => lines(doc, [cell], 72 + j * 100, 300 + i * 15)))
    })
    expect(shown(await readMade(bytes, 'a.pdf')).slice(1)).toEqual([
      'tableRow: Year · Ferries · Hulls',
      'tableRow: 2030 · 4 · 9',
      'tableRow: 2031 · 5 · 11'
    ])
  })

  it('leaves running heads, feet and page numbers out, and takes an address from them', async () => {
    const bytes = await made((doc) => {
      for (let page = 1; page <= 4; page++) {
        doc.addPage()
        lines(doc, ['Northern Courier – The ferry inquiry'], 72, 30, 9)
        doc.fontSize(10).text(`${SENTENCE.repeat(3)}Page ${page} has words of its own.`, 72, 100)
        lines(doc, [`https://courier.example/ferry ${page}/4`], 72, 780, 9)
        lines(doc, [`${page + 10}`], page % 2 ? 72 : 500, 800, 9)
      }
    })
    const extracted = await readMade(bytes, 'a.pdf')
    expect(shown(extracted)).toEqual(
      [1, 2, 3, 4].map((page) => `paragraph: ${SENTENCE.repeat(3)}Page ${page} has words of its own.`)
    )
    expect(extracted.metadata.url.value).toBe('https://courier.example/ferry')
  })

  it('keeps what stands at one place of the pages without counting with them', async () => {
    const bytes = await made((doc) => {
      for (const [page, section] of [4, 9, 11].entries()) {
        doc.addPage()
        lines(doc, [`Section ${section}`], 72, 72, 10)
        doc.fontSize(10).text(`${SENTENCE}Page ${page}.`, 72, 110)
      }
    })
    expect((await readMade(bytes, 'a.pdf')).text).toContain('Section 9')
  })

  it('joins words broken at a line’s end only when it is sure', async () => {
    const bytes = await made((doc) => {
      doc.addPage()
      lines(
        doc,
        [
          'The inspection of the ferry was long, and the inspec-',
          'tion was not what a harbour board with a well-',
          'known interest in it, or a govern-',
          'ment, would have wished for, said the long-',
          'term chair, a pre- and post-war long-term man of the',
          'inquiry who knew of it.'
        ],
        72,
        72
      )
    })
    expect((await readMade(bytes, 'a.pdf')).text).toBe(
      'The inspection of the ferry was long, and the inspection was not what a harbour board with a well-known interest in it, or a government, would have wished for, said the long-term chair, a pre- and post-war long-term man of the inquiry who knew of it.'
    )
  })

  it('says of a scan that it is one, and names pages without text', async () => {
    const scan = await made((doc) => void doc.addPage().rect(50, 50, 100, 100).fill().addPage())
    const nothing = await readMade(scan, 'a.pdf')
    expect([nothing.text, nothing.blocks]).toEqual(['', []])
    expect(nothing.notice).toContain('pictures of 2 pages and no text: a scan')
    const mixed = await made((doc) => {
      doc.addPage().text(SENTENCE).addPage().addPage().text(OTHER).addPage()
    })
    expect((await readMade(mixed, 'a.pdf')).notice).toContain('Pages 2, 4 of this PDF have no text')
  })

  it('believes properties little, a title that the text shows more', async () => {
    const info = {
      Title: 'The hull of the ferry',
      Author: 'Arne Moll',
      CreationDate: new Date(Date.UTC(2031, 2, 5, 8))
    }
    const bytes = await made(
      (doc) =>
        void doc.addPage().fontSize(10).text('Report no. 4').text('The hull of the ferry').text(SENTENCE.repeat(3)),
      { info }
    )
    const { title, authors, published } = (await readMade(bytes, 'a.pdf')).metadata
    expect(title).toMatchObject({ value: 'The hull of the ferry', evidence: { from: 'properties' } })
    expect(title.confidence).toBeGreaterThan(0.9)
    expect(authors).toMatchObject({ value: ['Arne Moll'], confidence: 0.35 })
    expect(published).toMatchObject({ value: '2031-03-05T08:00:00Z', confidence: 0.3 })
  })

  it('refuses one that needs a password, reads one that only restricts', async () => {
    const write = (doc: Doc): void => void doc.addPage().text(SENTENCE)
    const closed = await made(write, { userPassword: 'secret', ownerPassword: 'more' })
    await expect(readMade(closed, 'a.pdf')).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('password') as string
    })
    const restricted = await made(write, { ownerPassword: 'more', permissions: { copying: false } })
    expect((await readMade(restricted, 'a.pdf')).text).toBe(SENTENCE.trim())
  })

  it('reads the program’s own briefs', async () => {
    const { bytes } = await renderPdf(sampleBrief())
    const extracted = await readMade(bytes, 'brief.pdf')
    expect(extracted.metadata.title.value).toBe('Who paid for the Sollen breakwater')
    expect(extracted.text).toContain('signed the contract for the new breakwater nine days before the tender closed\n')
    expect(shown(extracted)).toContain('heading2: 1 Bottom line')
    expect(extracted.text.match(/TLP:AMBER/g)).toHaveLength(1)
  })

  it('refuses or reads whatever is cut or changed', async () => {
    const bytes = await made((doc) => void doc.addPage().text(SENTENCE.repeat(9)).addPage().text(OTHER.repeat(9)), {
      compress: false
    })
    expect(await defectsOf(bytes, 'a.pdf', 25)).toEqual([])
    await expect(readMade(Buffer.from(`%PDF-1.7\n${'garbage '.repeat(200)}`), 'a.pdf')).rejects.toMatchObject({
      code: 'unreadable'
    })
  })

  it('does not go round in circles, nor believe in more pages than it reads', async () => {
    const circle =
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R>>'
    for (const count of ['3', '2000000000'])
      expect((await readMade(Buffer.from(circle.replace('/Count 3', `/Count ${count}`)), 'a.pdf')).notice).toContain(
        'no text'
      )
    await expect(readMade(Buffer.from(circle.replace('/Count 3', '/Count -1')), 'a.pdf')).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('no pages') as string
    })
  })

  it('refuses data that grows out of all proportion, packed once or twice', async () => {
    const zeros = Buffer.alloc(200 * 1024 ** 2, ' ')
    const pdf = (data: Buffer, filter: string, more = ''): Buffer =>
      Buffer.concat([
        Buffer.from(
          `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>endobj\n4 0 obj<<${more}/Length ${data.length}/Filter${filter}>>stream\n`
        ),
        data,
        Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n')
      ])
    const once = deflateSync(zeros, { level: 1 })
    await expect(readMade(pdf(once, '/FlateDecode'), 'a.pdf')).rejects.toMatchObject({ code: 'too-large' })
    await expect(readMade(pdf(deflateSync(once), '[/FlateDecode/FlateDecode]'), 'a.pdf')).rejects.toMatchObject({
      code: 'too-large'
    })
    expect((await readMade(pdf(once, '/FlateDecode', '/Subtype/Image'), 'a.pdf')).notice).toContain('a scan')
  })
})
