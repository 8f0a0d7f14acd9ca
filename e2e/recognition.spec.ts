import { execFile } from 'node:child_process'
import { copyFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { answerDialogs, expect, inBothThemes, menu, test } from './fixtures.ts'
import { importByMenu, newBrief, newCase, selectWords, ui, untilSaved } from './steps.ts'

const run = promisify(execFile)
const NOTICE = resolve(import.meta.dirname, '../src/main/import/recognition/fixtures/notice.png')

test('a scan is recognised, corrected, quoted, exported and verified', async ({ dossier }) => {
  const { app, page, folder, documents } = dossier
  const scan = join(folder, 'notice.png')
  await copyFile(NOTICE, scan)
  await newCase(dossier, 'Quay')
  await importByMenu(dossier, 'Files…', [scan])
  const article = ui.reader(page).getByRole('article')
  await expect(article).toContainText('let its text be recognised')
  await inBothThemes(dossier, 'recognition offered')
  await article.getByRole('button', { name: 'Recognise its text…' }).click()
  const dialog = ui.dialog(page)
  await dialog.getByText('English', { exact: true }).click()
  await inBothThemes(dossier, 'recognition languages')
  await dialog.getByRole('button', { name: 'Recognise', exact: true }).click()
  await expect(article).toContainText('Nobody may pass the barrier')
  await expect(article).toContainText('recognised in pictures by tesseract')
  await inBothThemes(dossier, 'recognition done')

  await selectWords(page, 'Fahre')
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Correct…' }).click()
  await dialog.getByRole('textbox', { name: 'As the original has it' }).fill('Fähre')
  await inBothThemes(dossier, 'recognition corrected')
  await dialog.getByRole('button', { name: 'Correct', exact: true }).click()
  await expect(article).toContainText('Die Fähre legt an')
  await expect(article).toContainText('corrected once')

  await newBrief(page, 'Closing of the quay')
  await selectWords(page, 'Nobody may pass the barrier')
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Quote into brief' }).click()
  await expect(ui.text(page).getByRole('blockquote')).toContainText('Verbatim in recognised text')
  await untilSaved(page)
  await inBothThemes(dossier, 'recognition quoted')

  const pdf = join(documents, 'quay.pdf')
  await answerDialogs(app, { save: pdf })
  await menu(app, 'export-pdf')
  await dialog.getByRole('button', { name: /^(Export PDF|Continue)…$/ }).click()
  // A picture's headline is its file's name, which nobody has confirmed.
  await dialog.getByRole('button', { name: 'Export anyway, marked in print' }).click()
  await expect(page.getByRole('dialog', { name: 'The PDF is written' })).toBeVisible()
  const { stdout: printed } = await run('pdftotext', ['-layout', pdf, '-'])
  expect(printed).toContain('Verbatim in recognised text')
  expect(printed).toMatch(/recognised in pictures by tesseract 5\S* \(English\)/)
  const cli = resolve(import.meta.dirname, '../bin/dossier.mjs')
  const { stdout: verified } = await run(process.execPath, [cli, 'verify', pdf], {
    env: { ...process.env, DOSSIER_USER_DATA: join(folder, 'cli') }
  })
  expect(verified).toContain('Verbatim in recognised text')
  expect(verified).toContain('Verified: 1 quote')
})
