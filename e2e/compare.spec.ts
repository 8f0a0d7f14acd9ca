import { writeVersions } from './articles.ts'
import { expect, test } from './fixtures.ts'
import { importByMenu, newCase, openReport, ui } from './steps.ts'

test.use({ sharesApp: true })

test('sources with text in common are told, shown and compared', async ({ dossier }) => {
  const { page, folder } = dossier
  const versions = await writeVersions(folder)
  await newCase(dossier, 'Versions')
  await importByMenu(dossier, 'Folder…', [versions])
  const report = await openReport(page)
  await report.getByRole('radio', { name: 'Copies and versions 2' }).click()
  const lines = report.getByRole('listbox', { name: 'Files' }).getByRole('option')
  await expect(lines.first()).toContainText('another version of S1')
  await expect(lines.last()).toContainText('syndicated copy of S1')
  await report.getByRole('button', { name: 'Compare with S1' }).click()

  const compare = page.getByRole('dialog', { name: 'S1 and S2: another version' })
  await expect(compare).toContainText(/\d paragraphs changed/)
  await expect(compare.locator('del').filter({ hasText: 'three' })).toBeVisible()
  await expect(compare.locator('ins').filter({ hasText: 'five' })).toBeVisible()
  await compare.getByRole('group', { name: 'Changes' }).focus()
  await page.keyboard.press('n')
  await expect(compare.getByRole('status')).toContainText(/At 1 of \d/)
  await page.keyboard.press('n')
  await page.keyboard.press('p')
  await expect(compare.getByRole('status')).toContainText(/At 1 of \d/)
  await compare.getByRole('button', { name: 'Show S2' }).click()
  await expect(ui.reader(page).getByRole('article')).toContainText('five of its nine')

  await ui.reader(page).getByRole('button').filter({ hasText: 'Details' }).click()
  const also = page.getByRole('region', { name: 'Also in this case' })
  const first = also.getByRole('listitem').filter({ hasText: 'S1' })
  await expect(first).toContainText('S1: another version')
  await expect(first).toContainText('12 May 2031, earlier')
  await also.getByRole('button', { name: 'Compare with S3' }).click()
  const passages = page.getByRole('dialog', { name: /^S2 and S3/ })
  await expect(passages.getByRole('group', { name: 'First text' }).locator('.in-common').first()).toBeVisible()
  await expect(passages.getByRole('group', { name: 'Second text' }).locator('.in-common').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await also.getByRole('button', { name: 'Show S3' }).click()
  await expect(ui.reader(page).getByRole('article')).toContainText('The council meets on Friday.')
})
