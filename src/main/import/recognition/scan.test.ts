import { readFileSync } from 'node:fs'
import { PDFDocument, degrees, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { openScan } from './scan.ts'
import type { RecognisedPage } from './recognised-page.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const NOTICE = [
  'Notice of the harbour board',
  'The quay at Sollen stays closed until 14 April 2031, the harbour board said. “Nobody may pass the barrier,” the notice reads, and it names the engineer who is to report on the foundations of the lighthouse.',
  'Der Kai bleibt bis zum 14. April geschlossen. Die Fähre legt an der nördlichen Mole an, teilte die Behörde mit.',
  'Tickets remain valid. Questions go to the office at quay 6.'
]
const textsOf = (page: RecognisedPage | null): string[] => page?.paragraphs.map(({ text }) => text) ?? []

/** A PDF whose first page is the picture, upright however the page is turned, and whose second has text alone. */
async function scanPdf(turned = 0): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const image = await (turned === 0
    ? document.embedPng(fixture('notice.png'))
    : document.embedJpg(fixture('notice.jpg')))
  const page = document.addPage(turned === 0 ? [640, 430] : [430, 640])
  if (turned === 90) {
    page.setRotation(degrees(90))
    page.drawImage(image, { x: 430, y: 0, width: 640, height: 430, rotate: degrees(90) })
  } else page.drawImage(image, { x: 0, y: 0, width: 640, height: 430 })
  const font = await document.embedFont(StandardFonts.Helvetica)
  document.addPage([400, 400]).drawText('Text of its own.', { x: 40, y: 300, size: 14, font })
  return document.save()
}

describe('a scan', () => {
  it('that is a picture gives headings and paragraphs, each line in the language of which it is surest', async () => {
    const scan = await openScan(fixture('notice.png'), {
      name: 'notice.png',
      mediaType: 'image/png',
      languages: ['eng', 'deu']
    })
    expect(scan).toMatchObject({ pages: 1, engine: expect.stringMatching(/^tesseract 5\./) as string })
    const page = await scan.recognise(1)
    await scan.close()
    expect(textsOf(page)).toEqual(NOTICE)
    expect(page!.paragraphs.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph'])
    expect(page!.confidence / page!.words).toBeGreaterThan(90)
  })

  it.each([0, 90])('that is a PDF is drawn from its pictures, on a page turned by %i degrees', async (turned) => {
    const scan = await openScan(await scanPdf(turned), {
      name: 'notice.pdf',
      mediaType: 'application/pdf',
      languages: ['deu', 'eng']
    })
    expect(scan.pages).toBe(2)
    expect(textsOf(await scan.recognise(1))).toEqual(NOTICE)
    expect(await scan.recognise(2)).toBeNull()
    await scan.close()
  })

  it('that is no picture at all, or is cut off, gives nothing or an error, and the next is read', async () => {
    for (const bytes of [Buffer.from('no picture'), fixture('notice.png').subarray(0, 900)]) {
      const scan = await openScan(bytes, { name: 'x.png', mediaType: 'image/png', languages: ['eng'] })
      const page = await scan.recognise(1).catch(() => null)
      expect(textsOf(page)).toEqual([])
    }
    await expect(
      openScan(Buffer.from('%PDF-1.7 nothing'), { name: 'x.pdf', mediaType: 'application/pdf', languages: ['eng'] })
    ).rejects.toMatchObject({ code: 'unreadable' })
  })
})
