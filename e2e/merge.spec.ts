import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { AGENCY, QUAY } from './articles.ts'
import { answerDialogs, expect, menu, test, type Dossier } from './fixtures.ts'
import { caseWithArticles, openSource, quoteWords, ui } from './steps.ts'

const QUOTE = 'We would rather close a quay too early than a day too late'
const OTHERS = 'I put the number in writing'

async function open({ app, page }: Dossier, path: string): Promise<void> {
  await menu(app, 'close-case')
  await answerDialogs(app, { open: [path] })
  await page.getByRole('button', { name: 'Open…', exact: true }).click()
  await expect(ui.sources(page)).toHaveCount(3)
}

/** Gives the first quote of the list a note. */
async function note({ page }: Dossier, words: string): Promise<void> {
  await page.getByRole('tab', { name: /^Quotes/ }).click()
  await ui.quotes(page).filter({ hasText: QUOTE }).click()
  await page.getByRole('listbox', { name: 'Quotes' }).press('F2')
  await ui.dialog(page).getByRole('textbox', { name: 'Note' }).fill(words)
  await ui.dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(ui.dialog(page)).toHaveCount(0)
}

test('a copy that was edited elsewhere is merged, with one conflict decided', async ({ dossier }) => {
  const { app, page, folder } = dossier
  const mine = await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await quoteWords(page, QUOTE)
  await note(dossier, 'Said on the quay')
  await menu(app, 'close-case')
  const theirs = join(folder, 'Their copy')
  await cp(mine, theirs, { recursive: true })

  await open(dossier, theirs)
  await note(dossier, 'Said at the office')
  await openSource(page, AGENCY.title)
  await quoteWords(page, OTHERS)
  await open(dossier, mine)
  await note(dossier, 'Said by telephone')

  await answerDialogs(app, { open: [theirs] })
  await menu(app, 'merge-case')
  const dialog = page.getByRole('dialog', { name: 'Merge another copy' })
  await expect(dialog).toContainText('What it brings')
  await expect(dialog).toContainText('Said by telephone')
  await expect(dialog).toContainText('Said at the office')
  await expect(dialog.getByRole('status').last()).toContainText('0 of 1 choice made by you')
  await dialog.getByText('Take the other copy’s').click()
  await expect(dialog.getByRole('status').last()).toContainText('1 of 1 choice made by you')
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByText('The other copy was merged.')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Quotes 2' })).toBeVisible()
  await page.getByRole('tab', { name: 'Quotes 2' }).click()
  await ui.quotes(page).filter({ hasText: QUOTE }).click()
  await page.getByRole('listbox', { name: 'Quotes' }).press('F2')
  await expect(ui.dialog(page).getByRole('textbox', { name: 'Note' })).toHaveValue('Said at the office')
  await page.keyboard.press('Escape')

  await menu(app, 'merge-case')
  await expect(dialog).toContainText('There is nothing to merge')
  await dialog.getByRole('button', { name: 'Done' }).click()
})
