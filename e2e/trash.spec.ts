import { AGENCY, QUAY } from './articles.ts'
import { expect, inBothThemes, menu, test } from './fixtures.ts'
import { caseWithArticles, cite, newBrief, NOTED, openSource, quoteWords, toSection, ui, untilSaved } from './steps.ts'

test('Ctrl+Z takes back edits of any pane, newest first, and never reaches into the brief', async ({ dossier }) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  const messages = page.getByRole('region', { name: 'Messages' })
  const row = ui.sources(page).filter({ hasText: QUAY.title })
  await newBrief(page, 'For the desk')
  await toSection(page, 'Facts')
  const text = ui.text(page)
  await page.keyboard.type('The quay was closed.')
  await openSource(page, QUAY.title)
  await quoteWords(page, NOTED)
  await row.click()
  await page.keyboard.press('Delete')
  await expect(messages).toContainText('put into the trash')
  await expect(row).toHaveCount(0)

  await page.keyboard.press('ControlOrMeta+Z')
  await expect(messages).toContainText('Undid: deletion of S')
  await expect(row).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(messages).toContainText('Undid: quote Q1.')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(messages).toContainText('There is nothing to undo.')
  await expect(text).toContainText('The quay was closed.')
  await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(messages).toContainText('Redid: quote Q1.')
  await toSection(page, 'Facts')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(text).not.toContainText('The quay was closed.')
})

test('a source that is cited is deleted after a look at where, waits in the trash, and comes back or is gone', async ({
  dossier
}) => {
  const { page, app } = dossier
  await caseWithArticles(dossier)
  const row = (title: string) => ui.sources(page).filter({ hasText: title })
  await newBrief(page, 'For the desk')
  await openSource(page, QUAY.title)
  await quoteWords(page, NOTED)
  await toSection(page, 'Facts')
  await page.keyboard.type('It was said ')
  await cite(page, 'Q1', /Q1/)
  await untilSaved(page)

  await row(QUAY.title).click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Delete S\d/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete this source?' })
  await expect(dialog).toContainText('is cited in one place')
  await expect(dialog.getByRole('listitem')).toContainText('It was said')
  await inBothThemes(dossier, 'deleting a cited source')
  await dialog.getByRole('button', { name: 'Put into the trash' }).click()
  await expect(row(QUAY.title)).toHaveCount(0)
  await row(AGENCY.title).click()
  await page.keyboard.press('Delete')
  await expect(row(AGENCY.title)).toHaveCount(0)

  await menu(app, 'trash')
  const trash = page.getByRole('dialog', { name: 'Trash' })
  await expect(trash.getByRole('listitem')).toHaveCount(2)
  await inBothThemes(dossier, 'trash')
  await trash
    .getByRole('listitem')
    .filter({ hasText: QUAY.title })
    .getByRole('button', { name: /^Take out/ })
    .click()
  await expect(trash.getByRole('listitem')).toHaveCount(1)
  await trash.getByRole('button', { name: 'Empty the trash…' }).click()
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await expect(trash).toContainText('The trash is empty.')
  await trash.getByRole('button', { name: 'Done' }).click()
  await expect(row(QUAY.title)).toHaveCount(1)
  await expect(row(AGENCY.title)).toHaveCount(0)
})
