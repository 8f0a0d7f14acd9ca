import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AGENCY, QUAY, TRAFFIC, writeArticles } from './articles.ts'
import { expect, menu, test } from './fixtures.ts'
import { dismissReport, importByMenu, newCase, openReport, openSource, ui } from './steps.ts'

test('files are imported by the dialog, and again they are there already', async ({ dossier }) => {
  const { page, folder } = dossier
  const articles = await writeArticles(folder)
  await newCase(dossier, 'Files')
  const paths = [QUAY.file, AGENCY.file].map((file) => join(articles, file))
  await importByMenu(dossier, 'Files…', paths)
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('2 sources were imported.')
  await importByMenu(dossier, 'Files…', paths)
  await expect(ui.imported(page)).toContainText('0 imported, 2 there already.')
  await dismissReport(page)
  await expect(ui.sources(page)).toHaveCount(2)
})

test('what an import of a folder passes over stands in its report with the reason', async ({ dossier }) => {
  const { page, folder } = dossier
  const articles = await writeArticles(folder)
  await mkdir(join(articles, 'Bridge_files'))
  await mkdir(join(articles, 'court_files'))
  await writeFile(
    join(articles, 'Bridge.html'),
    '<h1>Bridge stands still</h1><p>The bridge has stood still since noon.</p>'
  )
  await writeFile(join(articles, 'Bridge_files', 'a.js'), 'x')
  await writeFile(
    join(articles, 'court_files', 'judgment.txt'),
    'Judgment\n\nThe court finds that the board held it.\n'
  )
  await writeFile(join(articles, '.notes'), 'x')
  await newCase(dossier, 'Passed over')
  await importByMenu(dossier, 'Folder…', [articles])
  const report = await openReport(page)
  await expect(report).toContainText(/\d imported,.* 2 passed over\./)
  await report.getByRole('radio', { name: /^Passed over/ }).click()
  await expect(report.getByRole('option')).toHaveCount(2)
  await expect(report).toContainText('it holds what the saved page “Bridge.html” is made of (1 file: 1 .js)')
  await expect(report).toContainText('it is hidden, since its name begins with a dot')
})

test('files can be dropped anywhere in the window', async ({ dossier }) => {
  const { page, folder } = dossier
  const articles = await writeArticles(folder)
  await newCase(dossier, 'Drop')
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [join(articles, TRAFFIC.file)], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }
  await expect(ui.library(page).getByRole('option', { name: TRAFFIC.title })).toContainText(TRAFFIC.publisher)
})

test('an export of a press database gives its articles, with what the database says of them', async ({ dossier }) => {
  const { page, folder } = dossier
  await newCase(dossier, 'Press')
  const [exported, unknown] = [join(folder, 'Factiva-20310309.html'), join(folder, 'printout.txt')]
  await writeFile(exported, pressPage([QUAY, AGENCY, TRAFFIC]))
  await writeFile(unknown, [QUAY, AGENCY].map(counted).join('\n\n'))
  await importByMenu(dossier, 'Files…', [exported, unknown])
  await openReport(page)
  await expect(ui.dialog(page)).toContainText('4 imported')
  await expect(ui.dialog(page)).toContainText('several articles of a press database')
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/report.png` })
  await dismissReport(page)
  await expect(ui.sources(page)).toHaveCount(4)
  await openSource(page, QUAY.title)
  await page.getByRole('button', { name: 'Details of the source' }).click()
  for (const words of ['Late Edition', 'A1', '1212', 'COASTC0020310304e7ct00150', 'article 1: '])
    await expect(page.getByRole('complementary', { name: 'Details', exact: true })).toContainText(words)
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/details.png` })
})

type Article = typeof QUAY | typeof AGENCY | typeof TRAFFIC

/** Articles as Factiva saves them, with codes. */
function pressPage(articles: Article[]): string {
  const made = articles.map(({ title, publisher, paragraphs }, index) => {
    const rows = [
      ['SE', 'News'],
      ['HD', title],
      ['WC', '1,212 words'],
      ['PD', '4 March 2031'],
      ['SN', publisher],
      ['ED', 'Late Edition'],
      ['PG', 'A1'],
      ['LA', 'English'],
      ['LP', paragraphs.map((words) => `<p>${words}</p>`).join('')],
      ['AN', `Document COASTC0020310304e7ct0015${index}`]
    ]
    const lines = rows.map(([code, words]) => `<tr><td><b>${code}</b>&nbsp;</td><td>${words}</td></tr>`)
    return `<div class="article enArticle"><table>${lines.join('')}</table></div>`
  })
  return `<html><head><title>Factiva</title></head><body>${made.join('<br/>')}</body></html>`
}

/** An article as a database prints it that Dossier doesn't know. */
function counted({ title, paragraphs }: Article, index: number): string {
  return [`Document ${index + 1} of 2`, title, ...paragraphs].join('\n\n')
}

test('what is pasted is shown before it is imported', async ({ dossier }) => {
  const { page } = dossier
  await newCase(dossier, 'Paste')
  const text = [QUAY.title, '', ...QUAY.paragraphs].join('\n\n')
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
  const dialog = page.getByRole('dialog', { name: 'Import from the clipboard' })
  await expect(dialog).toContainText(QUAY.paragraphs[3])
  await dialog.getByRole('textbox', { name: 'Address it came from' }).fill('https://northerncourier.example/quay')
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(ui.library(page).getByRole('option', { name: QUAY.title })).toBeVisible()
})

test('the menu asks for files; its items wait for a case', async ({ dossier }) => {
  const { app, page } = dossier
  await menu(app, 'export-pdf')
  await expect(ui.dialog(page)).toHaveCount(0)
  await menu(app, 'shortcuts')
  await expect(ui.dialog(page)).toBeVisible()
})
