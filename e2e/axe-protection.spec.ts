import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { answerDialogs, expect, inBothThemes, menu, test, type Dossier } from './fixtures.ts'
import { twoCopies, ui } from './steps.ts'

test.use({ sharesApp: true })

const PASSPHRASE = 'quay lamp otter violet'

async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(ui.dialog(page)).toHaveCount(0)
}

async function encrypt({ app, page }: Dossier): Promise<void> {
  await menu(app, 'encrypt-case')
  await ui.dialog(page).getByLabel('New passphrase', { exact: true }).fill(PASSPHRASE)
  await ui.dialog(page).getByLabel('The same again', { exact: true }).fill(PASSPHRASE)
  await ui.dialog(page).getByRole('button', { name: 'Encrypt' }).click()
  await expect(ui.dialog(page)).toHaveCount(0)
}

test('the dialogs that keep a case safe are accessible', async ({ dossier }) => {
  const { app, page, documents } = dossier
  const path = join(documents, 'Old quay')
  const theirs = await twoCopies(dossier)

  await menu(app, 'backups')
  await expect(ui.dialog(page)).toContainText('Backups lie on this machine')
  await inBothThemes(dossier, 'backups')
  await ui.dialog(page).getByRole('button', { name: 'Back up now' }).click()
  await expect(ui.dialog(page)).toContainText('made by you')
  await ui.dialog(page).getByRole('button', { name: 'Put back damaged files' }).click()
  await expect(ui.dialog(page)).toContainText('nothing had to be put back')
  await inBothThemes(dossier, 'backups made')
  await ui
    .dialog(page)
    .getByRole('button', { name: /^Restore the/ })
    .first()
    .click()
  await inBothThemes(dossier, 'restore')
  await ui.dialog(page).getByRole('button', { name: 'Back' }).click()
  await escape(page)

  await menu(app, 'hand-over')
  await inBothThemes(dossier, 'hand over')
  await answerDialogs(app, { save: join(documents, 'Bundle.zip') })
  await ui.dialog(page).getByRole('button', { name: 'Choose the place…' }).click()
  await expect(page.getByRole('dialog', { name: 'The bundle is written' })).toBeVisible()
  await inBothThemes(dossier, 'bundle written')
  await escape(page)

  await answerDialogs(app, { open: [theirs] })
  await menu(app, 'merge-case')
  await expect(ui.dialog(page)).toContainText('Where the copies say different things')
  await inBothThemes(dossier, 'merge')
  await escape(page)

  await menu(app, 'encrypt-case')
  await ui.dialog(page).getByLabel('New passphrase', { exact: true }).fill('quay lamp')
  await ui.dialog(page).getByLabel('The same again', { exact: true }).fill('other')
  await inBothThemes(dossier, 'encrypt')
  await escape(page)
  await encrypt(dossier)
  await inBothThemes(dossier, 'encrypted case')
  await menu(app, 'change-passphrase')
  await inBothThemes(dossier, 'change passphrase')
  await escape(page)
  await menu(app, 'decrypt-case')
  await inBothThemes(dossier, 'decrypt')
  await escape(page)
  await menu(app, 'lock-case')
  await ui.dialog(page).getByLabel('Passphrase', { exact: true }).fill('wrong')
  await page.keyboard.press('Enter')
  await expect(ui.dialog(page)).toContainText('doesn’t open the case')
  await inBothThemes(dossier, 'locked')
  await escape(page)
  await inBothThemes(dossier, 'start with an encrypted case')

  await writeFile(join(path, 'keys.json'), '{}')
  await writeFile(join(path, 'keys.copy.json'), '{}')
  await page.getByRole('button', { name: /encrypted/ }).click()
  await expect(page.getByRole('dialog', { name: 'The case can’t be opened' })).toBeVisible()
  await inBothThemes(dossier, 'damaged')
})
