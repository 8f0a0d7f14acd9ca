import { answerDialogs, expect, menu, test } from './fixtures.ts'
import { NOTED, quoteDialog, twoCopies } from './steps.ts'

test('a copy that was edited elsewhere is merged, with one conflict decided', async ({ dossier }) => {
  const { app, page } = dossier
  await answerDialogs(app, { open: [await twoCopies(dossier)] })
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
  await expect((await quoteDialog(page, NOTED)).getByRole('textbox', { name: 'Note' })).toHaveValue(
    'Said at the office'
  )
  await page.keyboard.press('Escape')

  await menu(app, 'merge-case')
  await expect(dialog).toContainText('There is nothing to merge')
  await dialog.getByRole('button', { name: 'Done' }).click()
})
