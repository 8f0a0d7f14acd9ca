import { describe, expect, it } from 'vitest'
import { readMade, shown } from '../../documents/made-document.test-helper.ts'
import { lines, made, type Doc } from './made-pdf.test-helper.ts'

const WIDE = { size: 'A4', margin: 0 } as const
const column = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${name} line ${i + 1} of the record and`)

/** Draws columns line by line across the page, as some programs do, or one after the other. */
function columns(doc: Doc, texts: readonly string[][], lefts: readonly number[], isAcross: boolean): void {
  if (!isAcross) texts.forEach((text, i) => lines(doc, text, lefts[i]!, 130, 9))
  else
    for (let row = 0; row < texts[0]!.length; row++)
      texts.forEach((text, i) => lines(doc, text.slice(row, row + 1), lefts[i]!, 130 + row * 11.7, 9))
}

describe('the order in which a PDF is read', () => {
  it.each([true, false])('goes down each of three columns, drawn across: %s', async (isAcross) => {
    const texts = [column('left', 14), column('middle', 14), column('right', 14)]
    const bytes = await made((doc) => {
      doc.addPage()
      lines(doc, ['A headline that runs across all three of the columns'], 50, 80, 18)
      columns(doc, texts, [50, 220, 390], isAcross)
    }, WIDE)
    expect((await readMade(bytes, 'a.pdf')).text).toBe(
      `A headline that runs across all three of the columns\n${texts.flat().join(' ')}`
    )
  })

  it('has the notes of both columns behind their text, and no note in a sentence that runs over', async () => {
    const bytes = await made((doc) => {
      doc.addPage()
      columns(doc, [column('left', 30), column('right', 30)], [50, 320], false)
      lines(doc, ['1 Record of the inquiry, day four, which', 'is a long one.'], 50, 700, 7)
      lines(doc, ['* Letter of the yard.'], 320, 700, 7)
      doc.addPage()
      lines(
        doc,
        ['the sentence ends here.', 'Another one begins and ends here, in a paragraph of its own.'],
        50,
        130,
        9
      )
    }, WIDE)
    const blocks = shown(await readMade(bytes, 'a.pdf'))
    expect(blocks.slice(-5)).toEqual([
      expect.stringMatching(/^paragraph: left line 1 .* right line 30 of the record and$/),
      'paragraph: the sentence ends here.',
      'paragraph: 1 Record of the inquiry, day four, which is a long one.',
      'paragraph: * Letter of the yard.',
      'paragraph: Another one begins and ends here, in a paragraph of its own.'
    ])
  })

  it('takes the rows of a table from a tagged PDF, whatever their cells hold', async () => {
    const rows = [
      ['Year', 'Paid to', 'Remarks'],
      [
        '2030',
        'Yard of Marenholm and its two partners',
        'Repair of the hull, with a note that the crack had been seen by the yard'
      ],
      ['2031', 'Pilots', 'Fees']
    ]
    const bytes = await made(
      (doc) => {
        doc.addPage()
        const table = doc.struct('Table')
        doc.addStructure(table)
        rows.forEach((row, i) => {
          const tr = doc.struct('TR')
          table.add(tr)
          row.forEach((cell, j) => {
            const td = doc.struct('TD')
            tr.add(td)
            td.add(
              doc.struct('P', {}, () => void doc.fontSize(10).text(cell, 60 + j * 110, 100 + i * 60, { width: 104 }))
            )
            td.end()
          })
          tr.end()
        })
        table.end()
      },
      { ...WIDE, tagged: true, pdfVersion: '1.5' }
    )
    expect(shown(await readMade(bytes, 'a.pdf'))).toEqual(rows.map((row) => `tableRow: ${row.join(' · ')}`))
  })

  it('reads a page that lies on its side or head', async () => {
    const text = ['The harbour board of Sollen held back a memorandum on the hull of the ferry', 'for nine days.']
    for (const [angle, x, y] of [
      [90, 500, 60],
      [-90, 60, 700],
      [180, 540, 700]
    ] as const) {
      const bytes = await made((doc) => {
        doc
          .addPage()
          .save()
          .rotate(angle, { origin: [x, y] })
        lines(doc, text, x, y, 11)
        doc.restore()
      }, WIDE)
      expect([angle, shown(await readMade(bytes, 'a.pdf'))]).toEqual([angle, [`paragraph: ${text.join(' ')}`]])
    }
  })
})

describe('the title of a PDF', () => {
  const BODY = 'The harbour board of Sollen held back a memorandum on the hull of the ferry for nine days. '.repeat(5)
  const TITLE = 'The nine days of the harbour board of Sollen and what the ministry knew'
  it.each<[string, string, (doc: Doc) => void]>([
    ['the largest line', 'Microsoft Word - draft7.doc', (doc) => void doc.fontSize(24).text(TITLE)],
    ['below the chapter', 'untitled', (doc) => void doc.fontSize(14).text('Chapter 1').fontSize(24).text(TITLE)],
    [
      'below a larger chapter',
      'Report template A4',
      (doc) => void doc.fontSize(30).text('CHAPTER ONE').fontSize(24).text(TITLE)
    ],
    [
      'below a line of the office',
      'draft7.indd',
      (doc) => void doc.fontSize(9).text('Ministry of the Sea · Report 12/2031').fontSize(24).text(TITLE)
    ],
    ['below a Roman number', 'Layout 1', (doc) => void doc.fontSize(24).text('IV').text(TITLE)]
  ])('is what the page shows: %s', async (_, Title, draw) => {
    const bytes = await made(
      (doc) => {
        doc.addPage()
        draw(doc)
        doc.fontSize(11).text(BODY.trim()).fontSize(18).text('Chapter 2').fontSize(11).text(BODY.trim())
      },
      { info: { Title, CreationDate: new Date(Date.UTC(2031, 2, 5, 8)) } }
    )
    const { title, published } = (await readMade(bytes, 'a.pdf')).metadata
    expect(title.value).toBe(TITLE)
    expect(title.confidence).toBeGreaterThan(0.8)
    expect(published.confidence).toBeLessThan(0.6)
  })

  it('and its date are taken before the day on which the file was made', async () => {
    const bytes = await made(
      (doc) => {
        doc
          .addPage()
          .fontSize(24)
          .text(TITLE)
          .fontSize(11)
          .text('Final report to the assembly')
          .moveDown()
          .text('Marenholm, 4 March 2031')
          .moveDown()
        doc.text(BODY.trim())
      },
      { info: { CreationDate: new Date(Date.UTC(2031, 8, 5, 8)) } }
    )
    const { published } = (await readMade(bytes, 'a.pdf')).metadata
    expect(published.value).toBe('2031-03-04')
    expect(published.confidence).toBeGreaterThanOrEqual(0.6)
  })
})

describe('what a PDF says that its glyphs stand for', () => {
  /** A page whose program is `content`, in a standard font. */
  const page = (content: string): Buffer =>
    Buffer.from(
      `%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\ntrailer<</Root 1 0 R>>\n`,
      'latin1'
    )

  it('is its text', async () => {
    const bytes = page(
      'BT /F 12 Tf 72 700 Td (The quay of ) Tj /Span <</ActualText <FEFF0E170E48> >> BDC (\\200\\201) Tj EMC ( is at Sollen, says the ) Tj /Span<</ActualText(inspec\\255)>>BDC (inspec-) Tj EMC 0 -14 Td (tion of the board.) Tj ET'
    )
    expect((await readMade(bytes, 'a.pdf')).text).toBe('The quay of ท่ is at Sollen, says the inspection of the board.')
  })

  it('is left alone when it doesn’t fit the page', async () => {
    const bytes = page(
      'BT /F 12 Tf 72 700 Td (A \\(/X BMC\\) and ) Tj /Span <</ActualText <FEFF0E170E48> >> BDC (-) Tj EMC ( b) Tj ET'
    )
    expect((await readMade(bytes, 'a.pdf')).text).toBe('A (/X BMC) and - b')
  })
})
