import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AGENCY, ALL_TITLES, QUAY, TRAFFIC, writeArticles } from './articles.ts'
import { answerDialogs, expect, test } from './fixtures.ts'
import { checkWithQpdf, flowing, pdfInfo, pdfPages } from './pdf.ts'
import {
  cite,
  importByMenu,
  openReport,
  newBrief,
  newCase,
  openSource,
  quoteWords,
  selectWords,
  toSection,
  ui,
  untilSaved
} from './steps.ts'

const MASTER = 'We would rather close a quay too early than a day too late'
const ENGINEER = 'I put the number in writing, and the number was eleven millimetres'
const UNSUPPORTED = 'The port will not be able to avoid an inquiry.'

async function hashes(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder)
  const entries = names.map(
    async (name) =>
      [
        name,
        createHash('sha256')
          .update(await readFile(join(folder, name)))
          .digest('hex')
      ] as const
  )
  return Object.fromEntries(await Promise.all(entries))
}

test('a reporter goes from articles to a PDF briefing that proves its quotes', async ({ dossier }) => {
  const { app, documents, folder } = dossier
  let { page } = dossier
  const articles = await writeArticles(folder)
  const before = await hashes(articles)

  await test.step('import a folder: metadata are proposed, the copy and the bad file are named', async () => {
    await newCase(dossier, 'Old quay')
    await importByMenu(dossier, 'Folder…', [articles])
    await expect(ui.imported(page)).toContainText('3 imported, 1 there already, 1 failed.')
    const report = await openReport(page)
    await expect(report.getByRole('option').filter({ hasText: 'there already' })).toContainText('S1')
    await expect(report.getByRole('option').filter({ hasText: '5-broken.txt' })).toContainText('failed')
    await report.getByRole('button', { name: /^(Done|Later)$/ }).click()
    await expect(ui.sources(page)).toHaveCount(3)
    for (const { title, publisher } of [QUAY, AGENCY, TRAFFIC]) {
      await expect(ui.library(page).getByRole('option', { name: title })).toContainText(publisher)
    }
    await expect(ui.library(page).getByRole('option', { name: QUAY.title })).toContainText('12 May 2031')
    expect(await hashes(articles)).toEqual(before)
  })

  await test.step('metadata stand with their evidence', async () => {
    await openSource(page, AGENCY.title)
    await ui.reader(page).getByRole('button').filter({ hasText: 'Details' }).click()
    const details = page.getByRole('complementary', { name: 'Details' })
    const authors = details.getByRole('region', { name: 'Authors' })
    await expect(authors).toContainText(AGENCY.author)
    await expect(authors).toContainText('JSON-LD')
    await authors.getByRole('button', { name: 'Confirm Authors' }).click()
    await expect(authors).toContainText('✓ confirmed')
    await details.getByRole('button', { name: 'Close the details' }).click()
  })

  await test.step('quote by button and by shortcut', async () => {
    await openSource(page, QUAY.title)
    await expect(ui.reader(page)).toContainText('Original intact')
    await quoteWords(page, MASTER)
    await openSource(page, AGENCY.title)
    await selectWords(page, ENGINEER)
    await page.keyboard.press('Control+Shift+Q')
    await expect(ui.reader(page).locator('mark').filter({ hasText: ENGINEER })).toBeVisible()
    await expect(page.getByRole('tab', { name: 'Quotes 2' })).toBeVisible()
  })

  await test.step('write the brief from the template, cite, put a quote in', async () => {
    await newBrief(page, 'The closing of the old quay')
    for (const section of ['Bottom line', 'Key judgements', 'Facts', 'Chronology', 'Gaps']) {
      await expect(ui.text(page).getByRole('heading', { name: section })).toBeVisible()
    }
    await toSection(page, 'Bottom line')
    await page.keyboard.type('The port knew of the cracks before it closed the quay')
    await cite(page, 'eleven', /eleven millimetres/)
    await page.keyboard.type('.')
    await toSection(page, 'Facts')
    await page.keyboard.type('The port says that it closed the quay as early as it could')
    await cite(page, 'S1', /^S1/)
    await page.keyboard.type('.')
    await openSource(page, QUAY.title)
    await selectWords(page, MASTER)
    await page.keyboard.press('Control+Shift+I')
    await expect(ui.text(page).getByRole('blockquote')).toContainText(MASTER)
    await toSection(page, 'Key judgements')
    await page.keyboard.type(UNSUPPORTED)
    await untilSaved(page)
    await expect(ui.text(page).getByRole('blockquote')).toContainText('Verbatim')
    await expect(ui.status(page).getByRole('button', { name: '1 statement unsupported' })).toBeVisible()
  })

  const pdf = join(documents, 'briefing.pdf')
  await test.step('export warns, names the statement, and goes on knowingly', async () => {
    await answerDialogs(app, { save: pdf })
    await page.getByRole('button', { name: 'Export…' }).click()
    await ui.dialog(page).getByRole('button', { name: 'Continue…' }).click()
    await expect(ui.dialog(page).getByRole('region', { name: 'Statements without support' })).toContainText(UNSUPPORTED)
    await ui.dialog(page).getByRole('button', { name: 'Export anyway, marked in print' }).click()
    await expect(page.getByRole('dialog', { name: 'The PDF is written' })).toBeVisible()
  })

  await test.step('the PDF is sound, tagged, titled, marked, and holds the quotes', async () => {
    await checkWithQpdf(pdf)
    const info = await pdfInfo(pdf)
    expect(info['Tagged']).toBe('yes')
    expect(info['Title']).toBe('The closing of the old quay')
    const pages = await pdfPages(pdf)
    expect(pages.length).toBe(Number(info['Pages']))
    for (const [index, text] of pages.entries()) {
      expect(text.match(/TLP:AMBER/g)?.length ?? 0, `TLP on page ${index + 1}`).toBeGreaterThanOrEqual(2)
    }
    const text = flowing(pages.join(' '))
    expect(text).toContain(MASTER)
    expect(text).toContain(UNSUPPORTED)
    // The cited sources, and only they, stand in the appendix with their hashes.
    expect(text).toContain(QUAY.title)
    expect(text).toContain(AGENCY.title)
    expect(text).not.toContain(TRAFFIC.title)
    expect(text.replaceAll(' ', '')).toContain(before[QUAY.file])
  })

  await test.step('the PDF verifies from within the app', async () => {
    await ui.dialog(page).getByRole('button', { name: 'Verify the PDF' }).click()
    const report = page.getByRole('dialog', { name: 'Verify a PDF' })
    await expect(report).toContainText('✓ Verified')
    await expect(report).toContainText(MASTER)
    await report.getByRole('button', { name: 'Done' }).click()
  })

  await test.step('after a restart all is still there', async () => {
    await dossier.restart()
    page = dossier.page
    await page.getByRole('button', { name: /^Old quay/ }).click()
    await expect(ui.sources(page)).toHaveCount(3)
    for (const title of ALL_TITLES) await expect(ui.library(page).getByRole('option', { name: title })).toBeVisible()
    await expect(page.getByRole('tab', { name: 'Quotes 2' })).toBeVisible()
    await expect(ui.brief(page).getByRole('heading', { name: 'The closing of the old quay' })).toBeVisible()
    await expect(ui.text(page)).toContainText(UNSUPPORTED)
    await expect(ui.text(page).getByRole('blockquote')).toContainText(MASTER)
  })
})
