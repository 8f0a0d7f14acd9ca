import { appendFile, glob, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { Locator, Page } from 'playwright/test'
import { expect, inBothThemes, test, type Dossier } from './fixtures.ts'
import { importByMenu, newCase, openSource, selectWords, ui } from './steps.ts'

const TITLE = 'Report of the quay inquiry'
const SECOND =
  'We would rather close a quay too early than a day too late, the harbour master of Sollen told the inquiry.'
/** A board of dark and light squares, 96 by 64 pixels. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAGAAAABACAIAAABqVuVZAAAAh0lEQVR42u3aMQ0AIAwEwIpADkpQjBJmJFRDR8olP3/SGz+Ne3YpY65SXu8PQIAAAQIECBAgQIAAAQIECBCgZkC/HVztBwQIECBAgAABAgQIECBAgAAB6gZkMLMoAgIECBAgQIAAAQIECBAgQID8BxnMLIqAAAECBAgQIECAAAECBAgQoLZACT1iYkrpwnWqAAAAAElFTkSuQmCC'
const TWICE = 'The log of that night is missing.'

/** A report of two pages in a face that the file doesn't hold. */
async function writeReport(folder: string): Promise<string> {
  const path = join(folder, 'report.pdf')
  const document = new PDFDocument({ size: 'A4', margin: 72, info: { Title: TITLE } })
  const parts: Buffer[] = []
  const done = new Promise((resolve) => document.on('end', resolve))
  document.on('data', (part: Buffer) => parts.push(part))
  document.font('Helvetica-Bold').fontSize(20).text(TITLE).moveDown()
  document.font('Helvetica').fontSize(11)
  document
    .text(
      'The board of the harbour kept the memo back for nine days, the inquiry of Sollen found on Monday after hearing twelve witnesses.'
    )
    .moveDown()
  document.text(
    `${TWICE} Nobody signed for it, and the office could not say who had the key to the archive at the time.`
  )
  document.addPage()
  document
    .text('The inquiry heard the harbour office on its second day, in the hall of the old customs house of Sollen.')
    .moveDown()
  document.text(SECOND).moveDown()
  document.text(`${TWICE} The clerk wrote so in a letter. ${TWICE} The board answered that it had never had one.`)
  document.end()
  await done
  await writeFile(path, Buffer.concat(parts))
  return path
}

async function withReport(dossier: Dossier): Promise<{ path: string; original: Locator }> {
  const path = await newCase(dossier, 'Quay')
  await importByMenu(dossier, 'Files…', [await writeReport(dossier.folder)])
  // One file has no report.
  await expect(ui.sources(dossier.page)).toHaveCount(1)
  await openSource(dossier.page, TITLE)
  await ui.reader(dossier.page).getByRole('button', { name: 'Original beside the text' }).click()
  return { path, original: ui.reader(dossier.page).getByRole('region', { name: 'Original', exact: true }) }
}

/** The words of a page that are painted in a layer. */
async function painted(page: Page, layer: string): Promise<string> {
  return page.evaluate((name) => Array.from(CSS.highlights.get(name) ?? [], String).join(' '), layer)
}

/** Whether something is drawn on a page of the original. */
async function isDrawn(page: Locator): Promise<boolean> {
  return page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!
    copy.drawImage(canvas, 0, 0)
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height)
    return data.some((value, index) => index % 4 === 0 && value < 100 && data[index + 3] === 255)
  })
}

/** Drags over words of a page as a reader would. */
async function selectOnPage(page: Page, sheet: Locator, words: string, n = 0): Promise<void> {
  await sheet.locator('.original-words').waitFor()
  const ends = await sheet.evaluate(
    (element, [wanted, number]) => {
      let left = number
      for (const span of element.querySelectorAll('.original-words span')) {
        const node = span.firstChild
        for (let at = (node?.nodeValue ?? '').indexOf(wanted); at >= 0; at = node!.nodeValue!.indexOf(wanted, at + 1)) {
          if (left-- > 0) continue
          const range = document.createRange()
          range.setStart(node!, at)
          range.setEnd(node!, at + wanted.length)
          span.scrollIntoView({ block: 'center' })
          const { left: x, right, top, height } = range.getBoundingClientRect()
          return { x, right, y: top + height / 2 }
        }
      }
      return null
    },
    [words, n] as const
  )
  if (!ends) throw new Error(`The page doesn't show “${words}”.`)
  await page.mouse.move(ends.x + 1, ends.y)
  await page.mouse.down()
  await page.mouse.move((ends.x + ends.right) / 2, ends.y, { steps: 4 })
  await page.mouse.move(ends.right - 1, ends.y, { steps: 4 })
  await page.mouse.up()
}

test('pages of a PDF are drawn beside its text, and what is selected on either is found on the other', async ({
  dossier
}) => {
  const { page } = dossier
  await page.setViewportSize({ width: 1280, height: 800 })
  const { original } = await withReport(dossier)
  const first = original.getByRole('group', { name: 'Page 1' })
  const second = original.getByRole('group', { name: 'Page 2' })
  await expect.poll(() => isDrawn(first)).toBe(true)

  await test.step('from the text to the page', async () => {
    await selectWords(page, 'told the inquiry')
    await expect.poll(() => painted(page, 'page-passage')).toBe('told the inquiry')
    await expect(second).toBeInViewport()
    await expect.poll(() => isDrawn(second)).toBe(true)
  })

  await test.step('from the page to the text, and Q quotes', async () => {
    await selectOnPage(page, second, 'close a quay too early')
    await expect(original.getByRole('status')).toHaveText('Found in the text: p. 2, ¶ 2. Q quotes it.')
    await page.keyboard.press('q')
    await expect(ui.reader(page).locator('mark')).toHaveText('close a quay too early')
    await expect.poll(() => painted(page, 'page-quote')).toBe('close a quay too early')
    await page.getByRole('tab', { name: /^Quotes/ }).click()
    await expect(ui.quotes(page).first()).toContainText('p. 2, ¶ 2')
  })

  await test.step('by keys: to a page, and larger', async () => {
    const pages = original.getByRole('region', { name: 'Pages of report.pdf' })
    await pages.press('ArrowLeft')
    await expect(original.getByRole('textbox', { name: 'Page of 2' })).toHaveValue('1')
    await pages.press('+')
    await expect(original.getByRole('button', { name: 'Zoom 125 %: fit the width' })).toBeVisible()
    await pages.press('0')
    await pages.press('ArrowRight')
  })

  await inBothThemes(dossier, 'original beside')
  await page.setViewportSize({ width: 1920, height: 1080 })
  await inBothThemes(dossier, 'original beside wide')
  await original.getByRole('button', { name: 'Alone: the original in place of the text' }).click()
  await inBothThemes(dossier, 'original alone')
})

test('an original that isn’t what was imported is not shown, and that is said', async ({ dossier }) => {
  const { page } = dossier
  const { path, original } = await withReport(dossier)
  await expect(original.getByRole('group', { name: 'Page 1' })).toBeVisible()
  for await (const file of glob(join(path, 'sources', '*', '*', 'original.pdf'))) await appendFile(file, ' ')
  await original.getByRole('button', { name: 'Close the original' }).click()
  await ui.reader(page).getByRole('button', { name: 'Original beside the text' }).click()
  await expect(original.getByRole('alert')).toContainText('The stored original of S1 isn’t what was imported any more')
})

/** A PDF with a line of text and a picture in JPEG 2000. */
function withJpeg2000(): Buffer {
  const content =
    'BT /F1 14 Tf 72 760 Td (The quay of Sollen is shown below, as the harbour office drew it.) Tj ET q 200 0 0 100 72 600 cm /Im1 Do Q'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /Im1 6 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /XObject /Subtype /Image /Width 96 /Height 64 /Filter /JPXDecode /Length 12 >>\nstream\n\0\0\0\u000cjP  \r\n\u0087\n\nendstream'
  ]
  let pdf = '%PDF-1.5\n'
  const places = objects.map((object, index) => {
    const place = pdf.length
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  return Buffer.from(
    `${pdf}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`,
    'latin1'
  )
}

test('a picture of a page that can’t be drawn is said to be left out', async ({ dossier }) => {
  const { page } = dossier
  await newCase(dossier, 'Quay')
  const path = join(dossier.folder, 'drawn.pdf')
  await writeFile(path, withJpeg2000())
  await importByMenu(dossier, 'Files…', [path])
  await ui.sources(page).first().click()
  await ui.reader(page).getByRole('button', { name: 'Original beside the text' }).click()
  await expect(ui.reader(page).getByRole('note')).toContainText('A picture of this page is left out')
})

test('a picture is shown as it is', async ({ dossier }) => {
  const { page } = dossier
  await newCase(dossier, 'Quay')
  const png = join(dossier.folder, 'quay.png')
  await writeFile(png, Buffer.from(PICTURE, 'base64'))
  await importByMenu(dossier, 'Files…', [png])
  await ui.sources(page).filter({ hasText: 'quay' }).click()
  await ui.reader(page).getByRole('button', { name: 'Original beside the text' }).click()
  await expect.poll(() => isDrawn(ui.reader(page).getByRole('group', { name: 'Page 1' }))).toBe(true)
  await inBothThemes(dossier, 'original picture')
})
