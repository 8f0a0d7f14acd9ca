import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright/test'
import { QUAY } from './articles.ts'
import { answerDialogs, expect, inBothThemes, menu, test, type Dossier } from './fixtures.ts'
import { caseWithArticles, newBrief, NOTED, openSource, selectWords, ui, untilSaved } from './steps.ts'

const run = promisify(execFile)

async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }
}

/** A PDF of a brief with one quote, signed; the case stays open. */
async function exportSigned(dossier: Dossier): Promise<string> {
  const { app, page, documents } = dossier
  await caseWithArticles(dossier)
  await newBrief(page, 'Closing of the quay')
  await openSource(page, QUAY.title)
  await selectWords(page, NOTED)
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Quote into brief' }).click()
  await expect(ui.text(page).getByRole('blockquote')).toContainText('Verbatim')
  await menu(app, 'palette')
  await page.keyboard.type('Signing keys')
  await page.keyboard.press('Enter')
  const dialog = ui.dialog(page)
  await expect(dialog).toContainText('No keys yet')
  await inBothThemes(dossier, 'keys none')
  await dialog.getByRole('button', { name: 'New key…' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Sollen desk')
  await dialog.getByLabel('New passphrase', { exact: true }).fill('quay lamp otter violet')
  await dialog.getByLabel('The same again', { exact: true }).fill('quay lamp otter violet')
  await inBothThemes(dossier, 'key new')
  await dialog.getByRole('button', { name: 'Make the key' }).click()
  await expect(dialog.getByRole('list', { name: 'Keys' })).toContainText('Sollen desk')
  await inBothThemes(dossier, 'keys')
  await page.keyboard.press('Escape')

  const pdf = join(documents, 'quay.pdf')
  await answerDialogs(app, { save: pdf })
  await menu(app, 'export-pdf')
  await dialog.getByRole('button', { name: 'More' }).click()
  await dialog.getByRole('button', { name: /Signature/ }).click()
  await page.getByRole('option', { name: 'Signed by Sollen desk' }).click()
  await dialog.getByRole('textbox', { name: 'Passphrase of the key' }).fill('quay lamp otter violet')
  await inBothThemes(dossier, 'export signed')
  await dialog.getByRole('button', { name: /^(Export PDF|Continue)…$/ }).click()
  return pdf
}

test('an exported PDF verifies by a drop, and one with a changed word is told', async ({ dossier }) => {
  const { app, page, documents } = dossier
  const pdf = await exportSigned(dossier)
  await expect(page.getByRole('dialog', { name: 'The PDF is written' })).toBeVisible()
  await expect(ui.dialog(page)).toContainText('beside it. Pass on both files.')
  await page.keyboard.press('Escape')
  await untilSaved(page)

  await menu(app, 'verify-pdf')
  await expect(ui.dialog(page)).toContainText('Drop a PDF here')
  await inBothThemes(dossier, 'verify a pdf')
  await drop(page, pdf)
  await expect(ui.dialog(page)).toContainText('✓ Verified: 1 quote')
  await expect(ui.dialog(page).getByRole('region', { name: 'Signature' })).toContainText('Sollen desk')
  await inBothThemes(dossier, 'pdf verified and signed')

  const plain = join(documents, 'plain.pdf')
  await run('qpdf', ['--qdf', '--object-streams=disable', '--normalize-content=n', pdf, plain])
  const text = await readFile(plain, 'latin1')
  // The proof's words of the quote, as its attachment has them.
  const forged = text.replace('a quay too early', 'a quay too often')
  expect(forged).not.toBe(text)
  const changed = join(documents, 'changed.pdf')
  await writeFile(changed, forged, 'latin1')
  await drop(page, changed)
  await expect(ui.dialog(page)).toContainText('Not verified')
  await expect(ui.dialog(page).getByRole('region', { name: 'Quotes' })).toContainText('Altered')
  await inBothThemes(dossier, 'pdf not verified')
})

test('the start screen verifies a PDF too', async ({ dossier }) => {
  const { app, page, folder } = dossier
  const path = join(folder, 'other.pdf')
  await writeFile(path, '%PDF-1.4\n%%EOF\n')
  await answerDialogs(app, { open: [path] })
  await page.getByRole('button', { name: 'Verify a PDF…' }).click()
  await ui.dialog(page).getByRole('button', { name: 'Choose a PDF…' }).click()
  await expect(ui.dialog(page).getByRole('alert')).toBeVisible()
})
