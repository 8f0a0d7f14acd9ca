import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AGENCY, QUAY } from './articles.ts'
import { answerDialogs, expect, menu, test, type Dossier } from './fixtures.ts'
import { caseWithArticles, openSource, quoteWords, ui } from './steps.ts'

test.use({ sharesApp: true })

const QUOTE = 'We would rather close a quay too early than a day too late'

/** Makes a backup through the dialog and closes it. */
async function backUp({ app, page }: Dossier): Promise<void> {
  await menu(app, 'backups')
  await ui.dialog(page).getByRole('button', { name: 'Back up now' }).click()
  await expect(ui.dialog(page).getByText('made by you').first()).toBeVisible()
  await ui.dialog(page).getByRole('button', { name: 'Done' }).click()
}

/** The path of the first file of a name below a folder. */
async function find(folder: string, name: string): Promise<string> {
  const names = await readdir(folder, { recursive: true })
  return join(
    folder,
    names.find((path) => path.endsWith(name))!
  )
}

test('a deleted quote comes back from a backup, and the case as it was stands beside it', async ({ dossier }) => {
  const { page, app, documents } = dossier
  await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await quoteWords(page, QUOTE)
  await backUp(dossier)
  await page.getByRole('tab', { name: 'Quotes 1' }).click()
  await ui.quotes(page).first().click()
  await page.getByRole('listbox', { name: 'Quotes' }).press('Delete')
  await expect(page.getByRole('tab', { name: 'Quotes 0' })).toBeVisible()

  await menu(app, 'backups')
  const backups = ui.dialog(page).getByRole('list', { name: 'Backups' }).getByRole('listitem')
  await backups
    .filter({ hasText: 'made by you' })
    .getByRole('button', { name: /^Restore/ })
    .click()
  await expect(ui.dialog(page)).toContainText('3 sources, 1 quote, 0 briefs')
  await ui.dialog(page).getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText('The backup was restored.')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Quotes 1' })).toBeVisible()
  expect((await readdir(documents)).filter((name) => name.includes('before restoring'))).toHaveLength(1)
})

test('a changed original is put back, and a case that can not be opened is restored', async ({ dossier }) => {
  const { page, app } = dossier
  const path = await caseWithArticles(dossier)
  await backUp(dossier)
  const original = await find(path, 'original.txt')
  const before = await readFile(original)
  await writeFile(original, 'Something else.')
  await openSource(page, AGENCY.title)
  await openSource(page, QUAY.title)
  await expect(ui.reader(page)).toContainText('Original altered')
  await menu(app, 'verify-case')
  const panel = page.getByRole('region', { name: 'Verification' })
  await expect(panel).toContainText('Original altered')
  await panel.getByRole('button', { name: 'Put back from backups' }).click()
  await expect(panel).toContainText('1 file put back')
  await expect(panel).toContainText('Everything holds')
  expect(await readFile(original)).toEqual(before)
  await expect(ui.reader(page)).toContainText('Original intact')

  await menu(app, 'close-case')
  await expect(page.getByRole('heading', { name: 'Dossier' })).toBeVisible()
  for (const name of await readdir(path)) {
    if (name.startsWith('case.json')) await writeFile(join(path, name), '{"schema": 2, "id"')
  }
  await answerDialogs(app, { open: [path] })
  await page.getByRole('button', { name: 'Open…', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'The case can’t be opened' })).toBeVisible()
  await ui.dialog(page).getByRole('button', { name: 'Restore from a backup…' }).click()
  await ui
    .dialog(page)
    .getByRole('button', { name: /^Restore the backup/ })
    .first()
    .click()
  await ui.dialog(page).getByRole('button', { name: 'Restore' }).click()
  await expect(ui.sources(page)).toHaveCount(3)
})
