import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { QUAY } from './articles.ts'
import { answerDialogs, expect, inBothThemes, menu, picture, setTheme, test, type Dossier } from './fixtures.ts'
import { flowing, pdfPages } from './pdf.ts'
import { caseWithArticles, cite, newBrief, NOTED, openSource, selectWords, toSection, ui, untilSaved } from './steps.ts'

test.use({ sharesApp: true })

const run = promisify(execFile)

async function exportAs({ app, page, documents }: Dossier, name: string, format: string): Promise<string> {
  const path = join(documents, name)
  await answerDialogs(app, { save: path })
  await ui
    .dialog(page)
    .getByRole('button', { name: /^(Export .+|Continue)…$/ })
    .click()
  const done = page.getByRole('dialog', { name: `${format} is written` })
  const anyway = ui.dialog(page).getByRole('button', { name: /^Export anyway/ })
  await expect(done.or(anyway).first()).toBeVisible()
  if (await anyway.isVisible()) await anyway.click()
  await expect(done).toBeVisible()
  return path
}

test('what is chosen changes the PDF, is kept, and other formats are written', async ({ dossier }) => {
  const { app, page } = dossier
  await caseWithArticles(dossier)
  await newBrief(page, 'Closing of the quay')
  await openSource(page, QUAY.title)
  await selectWords(page, NOTED)
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Quote into brief' }).click()
  await expect(ui.text(page).getByRole('blockquote')).toContainText('Verbatim')
  await toSection(page, 'Facts')
  await page.keyboard.type('The port chose to close early.')
  await cite(page, 'Lorries', /Lorries/)
  await untilSaved(page)

  const dialog = ui.dialog(page)
  await page.keyboard.press('Control+e')
  await expect(dialog.getByRole('button', { name: /^(Export PDF|Continue)…$/ })).toBeFocused()
  await inBothThemes(dossier, 'export')
  await setTheme(app, 'light')
  for (const [width, height] of [
    [1920, 1080],
    [640, 500]
  ] as const) {
    await page.setViewportSize({ width, height })
    await picture(page, `export-${width}`)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  const plain = flowing((await pdfPages(await exportAs(dossier, 'plain.pdf', 'The PDF'))).join('\f'))
  await inBothThemes(dossier, 'pdf done')
  await page.keyboard.press('Escape')

  await menu(app, 'export-pdf')
  await dialog.getByText('Cover page').click()
  await dialog.getByRole('button', { name: /Citations/ }).click()
  await page.getByRole('option', { name: 'APA' }).click()
  await dialog.getByText('Chronology of publication').click()
  await dialog.getByText('Quotes in context').click()
  const chosen = await pdfPages(await exportAs(dossier, 'chosen.pdf', 'The PDF'))
  expect(chosen[0]).not.toContain('The port chose')
  const words = flowing(chosen.join(' '))
  expect(words).toMatch(/\(.{3,60}2031.{0,20}\)/)
  expect(plain).not.toContain('Chronology of')
  expect(words.length).toBeGreaterThan(plain.length)
  await page.keyboard.press('Escape')

  await menu(app, 'export-pdf')
  await expect(dialog.getByRole('checkbox', { name: /Cover page/ })).toBeChecked()
  await dialog.getByRole('button', { name: /Format/ }).click()
  await page.getByRole('option', { name: 'Word document' }).click()
  await expect(dialog.getByRole('heading', { name: 'Export Word document' })).toBeVisible()
  await inBothThemes(dossier, 'export word')
  const docx = await exportAs(dossier, 'brief.docx', 'The Word document')
  await inBothThemes(dossier, 'word done')
  const { stdout } = await run('unzip', ['-p', docx, 'word/document.xml'], { maxBuffer: 64_000_000 })
  expect(stdout).toContain('The port chose to close early')
  await page.keyboard.press('Escape')

  await menu(app, 'export-pdf')
  await dialog.getByRole('button', { name: /Format/ }).click()
  await page.getByRole('option', { name: 'Web page' }).click()
  const html = await readFile(await exportAs(dossier, 'brief.html', 'The web page'), 'utf8')
  expect(html).toContain('The port chose to close early')
})
