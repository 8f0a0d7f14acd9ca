import { describe, expect, it } from 'vitest'
import { readMade, shown } from '../../documents/made-document.test-helper.ts'
import { counted, romanNumber } from './counters.ts'
import { lines, made, type Doc } from './made-pdf.test-helper.ts'

const BODY = [
  'The plaintiff, the Harbour Union of Marenholm, asks the Court to stay the briefing until the',
  'panel has ruled in the ferry appeal. As a comparison of the two briefs makes plain, the Board',
  'of Sollen Harbour raises much the same questions in both matters, and a ruling in the one',
  'will very likely decide the other. The Board held the memorandum back for nine days, and',
  'nobody outside of it knew of the crack in the hull.'
]
const TEXT = BODY.join(' ')
const WIDE = { size: 'A4', margin: 0 } as const

/** Pages of running text, each with what `mark` puts on it. */
function pages(count: number, mark: (doc: Doc, page: number) => void): Promise<Buffer> {
  return made((doc) => {
    for (let page = 1; page <= count; page++) {
      doc.addPage()
      mark(doc, page)
      lines(doc, [...BODY.slice(0, -1), `${BODY.at(-1)!} So says page ${page}.`], 72, 150, 11)
    }
  }, WIDE)
}
const expected = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `paragraph: ${TEXT} So says page ${i + 1}.`)

const roman = (n: number): string =>
  ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii'][n]!

describe('furniture of a PDF', () => {
  it.each<[string, number, (page: number) => string]>([
    [
      'a stamp with five numbers',
      3,
      (page) => `Case: 31-16276, 08/05/2031, ID: 11778722, DktEntry: 19, Page ${page} of 3`
    ],
    [
      'a stamp with seven',
      2,
      (page) =>
        `Case 1:31-cv-01061-KLM Document 12-1 Filed 04/16/31 USDC Sollen Page ${page} of 2 PageID #: ${364 + page}`
    ],
    [
      'a stamp on a single page',
      1,
      () => 'Case 8:31-cv-01261-DOC-KES Document 40 Filed 08/05/31 Page 1 of 1 Page ID #:365'
    ],
    ['a stamp of an excerpt', 1, () => 'Appellate Case: 31-800 Document: 010110462922 Date Filed: 01/11/2031 Page: 4'],
    ['Roman numbers', 4, (page) => roman(page + 8)],
    ['Roman numbers with dashes', 4, (page) => `– ${roman(page + 3)} –`],
    ['capital Roman numbers with words', 4, (page) => `Preface ${roman(page + 3).toUpperCase()}`],
    ['a number with its section', 4, (page) => `A-${page}`],
    ['two numbers that count', 4, (page) => `${page + 40} THE HARBOUR INQUIRY ${page}/4`],
    ['page and date', 3, (page) => `Printed 04.03.2031 10:15 · Seite ${page} von 3`],
    ['a Chinese page number', 3, (page) => `Report 2031 page ${page} / 3`]
  ])('is left out: %s', async (_, count, at) => {
    for (const y of [28, 805]) {
      const bytes = await pages(count, (doc, page) => lines(doc, [at(page)], 72, y, 9))
      expect(shown(await readMade(bytes, 'a.pdf'))).toEqual(expected(count))
    }
  })

  const jumps = [123, 125, 126, 131, 140, 402]
  const padded = (page: number, width: number, step = 0): string => String(jumps[page - 1]! + step).padStart(width, '0')
  it.each<[string, (page: number) => string]>([
    ['a prefix and zeros', (page) => `ABC${padded(page, 6)}`],
    ['a blank between', (page) => `ABC ${padded(page, 7)}`],
    ['a hyphen', (page) => `ABC-${padded(page, 6)}`],
    ['an underscore', (page) => `SOL_${padded(page, 6)}`],
    ['a full stop', (page) => `SOL.${padded(page, 8)}`],
    ['two words', (page) => `SOLLEN HARBOUR ${padded(page, 6)}`],
    ['a prefix of letters and figures', (page) => `HB2-SOL-${padded(page, 6)}`],
    ['an ampersand', (page) => `L&M ${padded(page, 5)}`],
    ['large numbers without zeros', (page) => `MAREN${padded(page, 6, 100_000)}`],
    ['a prefix that reads as a Roman number', (page) => `CIV ${padded(page, 6)}`]
  ])('is a number that law offices stamp, also where pages are missing: %s', async (_, at) => {
    for (const y of [28, 805]) {
      const bytes = await pages(6, (doc, page) => lines(doc, [at(page)], page % 2 ? 72 : 430, y, 9))
      expect(shown(await readMade(bytes, 'a.pdf'))).toEqual(expected(6))
    }
  })

  it.each<[string, number, (page: number) => string]>([
    ['numbers that go up and down', 6, (page) => `ABC${String([900, 17, 555, 31, 777, 2][page - 1]).padStart(6, '0')}`],
    ['two pages only', 2, (page) => `ABC${padded(page, 6)}`],
    ['a word with a small number', 6, (page) => `SECTION ${100 + 7 * page * page}`],
    ['a sentence', 6, (page) => `The Board paid ${100_000 + 7 * page * page}`]
  ])('is not what merely looks alike: %s', async (_, count, at) => {
    const bytes = await pages(count, (doc, page) => lines(doc, [at(page)], 72, 28, 9))
    const text = shown(await readMade(bytes, 'a.pdf')).join('\n')
    for (let page = 1; page <= count; page++) expect(text).toContain(at(page))
  })

  it('stands at either side of facing pages, and begins to count anew', async () => {
    const bytes = await pages(6, (doc, page) => {
      lines(doc, [page < 4 ? roman(page) : `${page - 3}`], page % 2 ? 72 : 500, 805, 9)
      lines(doc, [page % 2 ? 'THE HARBOUR INQUIRY' : 'Chapter Two · The nine days'], page % 2 ? 72 : 350, 40, 9)
    })
    expect(shown(await readMade(bytes, 'a.pdf'))).toEqual(expected(6))
  })

  it.each<[string, (doc: Doc, page: number) => void]>([
    [
      'a large word aslant',
      (doc) =>
        void doc
          .save()
          .rotate(-45, { origin: [300, 420] })
          .fillColor('#ddd')
          .fontSize(80)
          .text('CONFIDENTIAL', 60, 400, { lineBreak: false })
          .restore()
          .fillColor('black')
    ],
    [
      'small words aslant',
      (doc) =>
        void doc
          .save()
          .rotate(-30, { origin: [300, 420] })
          .fillColor('#ddd')
          .fontSize(11)
          .text('DRAFT', 260, 400, { lineBreak: false })
          .restore()
          .fillColor('black')
    ],
    [
      'a large level word across the lines',
      (doc) => void doc.fillColor('#ddd').fontSize(90).text('COPY', 120, 130, { lineBreak: false }).fillColor('black')
    ],
    [
      'a large level word below them',
      (doc) => void doc.fillColor('#ddd').fontSize(90).text('ENTWURF', 90, 480, { lineBreak: false }).fillColor('black')
    ],
    [
      'large words of the office',
      (doc) =>
        void doc
          .fillColor('#ddd')
          .fontSize(60)
          .text('Board of Sollen only', 20, 480, { lineBreak: false })
          .fillColor('black')
    ],
    [
      'a stamp on the page’s side',
      (doc) =>
        void doc
          .save()
          .rotate(-90, { origin: [34, 600] })
          .fontSize(16)
          .text('arXiv:3101.01234v2 [cs.CY] 4 Mar 2031', 34, 600, { lineBreak: false })
          .restore()
    ],
    [
      'a stamp on its other side',
      (doc) =>
        void doc
          .save()
          .rotate(90, { origin: [570, 200] })
          .fontSize(8)
          .text('Downloaded from port.example on 4 March 2031', 570, 200, { lineBreak: false })
          .restore()
    ]
  ])('is a watermark or a turned margin: %s', async (_, draw) => {
    const bytes = await pages(2, draw)
    const extracted = await readMade(bytes, 'a.pdf')
    expect(shown(extracted)).toEqual(expected(2))
  })

  it('is no label that stands on its side in a figure or a form', async () => {
    const bytes = await pages(
      1,
      (doc) =>
        void doc
          .save()
          .rotate(-90, { origin: [60, 500] })
          .fontSize(9)
          .text('Ferries a day', 60, 500, { lineBreak: false })
          .restore()
    )
    expect((await readMade(bytes, 'a.pdf')).text).toContain('Ferries a day')
  })

  it.each<[string, number, boolean]>([
    ['by themselves, 1 to 28', 72 - 18, false],
    ['by themselves, far from the lines', 30, false],
    ['with their lines', 72 - 14, true]
  ])('is the count of a page’s lines: %s', async (_, x, isJoined) => {
    const bytes = await made((doc) => {
      for (let page = 1; page <= 2; page++) {
        doc.addPage().fontSize(12)
        const text = (i: number): string => BODY[i - 3] ?? ''
        for (let i = 1; i <= 28; i++) {
          if (isJoined) doc.text(`${i}  ${text(i)}`.trim(), x, 70 + i * 24, { lineBreak: false })
          else doc.text(String(i), x, 70 + i * 24, { lineBreak: false })
        }
        if (!isJoined) for (let i = 3; i < 8; i++) doc.text(text(i), 72, 70 + i * 24, { lineBreak: false })
      }
    }, WIDE)
    expect(shown(await readMade(bytes, 'a.pdf'))).toEqual([`paragraph: ${TEXT}`, `paragraph: ${TEXT}`])
  })

  it('is the count of every fifth line, which goes on from page to page', async () => {
    const rows = (page: number): string[] =>
      Array.from({ length: 20 }, (_, i) =>
        i % 2 ? 'and so said the Board of Sollen' : `in the ${'abcdefghij'[i / 2]} part of paper ${'xy'[page]}`
      )
    const bytes = await made((doc) => {
      for (let page = 0; page < 2; page++) {
        doc.addPage().fontSize(11)
        rows(page).forEach((row, i) => {
          const number = page * 20 + i + 1
          if (number % 5 === 0)
            doc
              .fontSize(8)
              .text(String(number), 40, 83 + i * 28, { lineBreak: false })
              .fontSize(11)
          doc.text(row, 72, 80 + i * 28, { lineBreak: false })
        })
      }
    }, WIDE)
    expect((await readMade(bytes, 'a.pdf')).text).not.toMatch(/\d/)
  })

  it('is no number that a row begins with', async () => {
    const names = [
      'Aurora',
      'Borea',
      'Corvus',
      'Dione',
      'Elara',
      'Fenris',
      'Gaia',
      'Hera',
      'Io',
      'Juno',
      'Kari',
      'Leda'
    ]
    const bytes = await made((doc) => {
      doc.addPage().fontSize(11)
      names.forEach((name, i) => {
        doc.text(String(i + 1), 60, 80 + i * 50, { lineBreak: false })
        doc.text(name, 100, 80 + i * 50, { lineBreak: false })
        doc.text(`${40 - i} trips`, 300, 80 + i * 50, { lineBreak: false })
      })
    }, WIDE)
    const { text } = await readMade(bytes, 'a.pdf')
    names.forEach((name, i) => expect(text).toMatch(new RegExp(`${i + 1}[ ·]+${name}`)))
  })

  it('is no note that cites a case or a page, nor a row that looks like a page’s number', async () => {
    const bytes = await pages(1, (doc) => {
      lines(doc, ['See Case No. 31-16276, Document 12, Page 4 of 9, on which the Board relied.'], 72, 770, 9)
      lines(doc, ['The ledger names them on', 'p. 12', 'and elsewhere.'], 72, 790, 9)
    })
    const { text } = await readMade(bytes, 'a.pdf')
    expect(text).toContain('See Case No. 31-16276, Document 12, Page 4 of 9, on which the Board relied.')
    expect(text).toContain('p. 12')
  })

  it('is no head of a table or text of a form that pages repeat', async () => {
    const bytes = await pages(3, (doc) => {
      ;['Year', 'Ferries', 'Hulls', 'Trips'].forEach((cell, i) => lines(doc, [cell], 72 + i * 110, 60, 10))
    })
    expect((await readMade(bytes, 'a.pdf')).text).toContain('Year · Ferries · Hulls · Trips')
  })

  it('is all that a scan shows that somebody stamped: it stays a scan', async () => {
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64'
    )
    const stamped = await made((doc) => {
      for (let page = 1; page <= 3; page++) {
        doc.addPage().image(picture, 0, 0, { width: 595, height: 842 })
        lines(doc, [`Case: 31-16276, 08/05/2031, ID: 11778722, DktEntry: 19, Page ${page} of 3`], 72, 28, 9)
      }
    }, WIDE)
    // The picture is made as large as a page's scan: only its dictionary is read.
    const scan = Buffer.from(
      stamped
        .toString('latin1')
        .replaceAll(/\/Width 1\b/g, '/Width 1700')
        .replaceAll(/\/Height 1\b/g, '/Height 2200'),
      'latin1'
    )
    const extracted = await readMade(scan, 'a.pdf')
    expect(extracted.text).toBe('')
    expect(extracted.notice).toContain('a scan')
    // Without pictures what stands there is the text.
    const bare = await made((doc) => {
      for (let page = 1; page <= 3; page++) lines(doc.addPage(), ['Left blank on purpose'], 72, 28, 9)
    }, WIDE)
    expect((await readMade(bare, 'a.pdf')).text).toContain('Left blank on purpose')
  })

  it('counts in digits and Roman numbers, and takes no word for one', () => {
    expect(counted('Page xiv of 20, Mix of civil DIM i')).toEqual({
      wording: 'Page # of #, Mix of civil DIM #',
      numbers: [14, 20, 1]
    })
    expect(['ix', 'XLIV', 'cccxcix', 'iiii', 'vx', ''].map(romanNumber)).toEqual([9, 44, 399, null, null, null])
  })
})
