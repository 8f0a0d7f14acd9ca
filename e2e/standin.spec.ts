import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findElectron } from '../scripts/electron.mjs'
import { QUAY, writeArticles } from './articles.ts'
import { expect, menu, test } from './fixtures.ts'
import { newCase, ui, openReport } from './steps.ts'

// What the stand-in shows in place of the system's own dialogs and menu.
test.skip(findElectron() !== null, 'Electron shows the dialogs of the system')

test('a place is typed or picked, and what is wrong with it is said', async ({ dossier }) => {
  const { page, documents } = dossier
  await page.getByRole('button', { name: 'New case' }).click()
  await ui.dialog(page).getByRole('textbox', { name: 'Title' }).fill('Typed')
  await page.getByRole('button', { name: 'Choose the place…' }).click()
  const path = page.getByLabel('Name or path')
  await expect(path).toHaveValue('Typed')
  await expect(path).toBeFocused()
  await path.fill('/nowhere/at/all')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'There is no folder /nowhere/at.' })).toBeVisible()
  await path.fill(join(documents, 'Elsewhere'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Typed', exact: true })).toBeVisible()
  expect(await page.evaluate(() => document.querySelectorAll('[data-standin-dialog]').length)).toBe(0)
})

test('several files are picked from the list', async ({ dossier }) => {
  const { page, documents } = dossier
  await writeArticles(documents)
  await newCase(dossier, 'Picked')
  await page.keyboard.press('Control+i')
  const list = page.getByRole('listbox', { name: 'Contents of the folder' })
  await list.selectOption('articles')
  await list.dblclick()
  await expect(list.getByRole('option')).toHaveCount(5)
  await list.selectOption([QUAY.file, '5-broken.txt'])
  await expect(page.getByLabel('Paths, one on each line')).toHaveValue(`${QUAY.file}\n5-broken.txt`)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(await openReport(page)).toContainText('1 imported, 1 failed.')
})

test('Escape cancels, and nothing happens', async ({ dossier }) => {
  const { page } = dossier
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('heading', { name: 'Open a case' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Open a case' })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Dossier' })).toBeVisible()
})

test('keys of the menu work where the page leaves them alone', async ({ dossier }) => {
  const { app, page } = dossier
  await newCase(dossier, 'Keys')
  // A dialog keeps all keys from the window's commands.
  await menu(app, 'shortcuts')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const { dossier: bridge } = window as unknown as {
      dossier: { on(name: string, hear: (data: { command: string }) => void): void }
    }
    bridge.on('menu.command', ({ command }) => heard.push(command))
  })
  await page.keyboard.press('Control+,')
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard))
    .toEqual(['preferences'])
})

test('a damaged settings file is set aside and told of', async ({ dossier }) => {
  await dossier.app.close()
  await mkdir(dossier.userData, { recursive: true })
  await writeFile(join(dossier.userData, 'preferences.json'), '{"theme": "da')
  await dossier.start()
  const { page } = dossier
  await expect(page.getByRole('heading', { name: 'Some settings start anew' })).toBeVisible()
  await expect(page.getByText(/preferences\.damaged-/)).toBeVisible()
  await page.getByRole('button', { name: 'OK' }).click()
  await expect(page.getByRole('heading', { name: 'Some settings start anew' })).toHaveCount(0)
})
