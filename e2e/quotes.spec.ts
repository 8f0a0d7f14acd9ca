import { AGENCY, QUAY } from './articles.ts'
import { expect, test } from './fixtures.ts'
import { caseWithArticles, openSource, quoteWords, selectWords, ui } from './steps.ts'

const MASTER = 'We would rather close a quay too early than a day too late'
const CRACK = 'the widest crack at 14 millimetres'

test('quotes are highlighted, listed, and jumped to', async ({ dossier }) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await quoteWords(page, MASTER)
  await quoteWords(page, CRACK)
  await expect(ui.library(page).getByRole('option', { name: QUAY.title })).toContainText('2 quotes')

  await openSource(page, AGENCY.title)
  await page.getByRole('tab', { name: 'Quotes 2' }).click()
  const listed = ui.quotes(page).filter({ hasText: CRACK })
  await expect(listed).toContainText(QUAY.publisher)
  await listed.click()
  await expect(ui.reader(page).getByRole('article')).toContainText(QUAY.title)
  await expect(ui.reader(page).locator('mark').filter({ hasText: CRACK })).toBeInViewport()
})

test('a deleted quote comes back by Undo', async ({ dossier }) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await quoteWords(page, MASTER)
  await page.getByRole('tab', { name: 'Quotes 1' }).click()
  await ui.quotes(page).first().click()
  await page.getByRole('listbox', { name: 'Quotes' }).press('Delete')
  await expect(page.getByRole('tab', { name: 'Quotes 0' })).toBeVisible()
  await expect(ui.reader(page).locator('mark')).toHaveCount(0)

  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('tab', { name: 'Quotes 1' })).toBeVisible()
  await expect(ui.reader(page).locator('mark').filter({ hasText: MASTER })).toBeVisible()

  await dossier.restart()
  await dossier.page.getByRole('button', { name: /^Old quay/ }).click()
  await expect(dossier.page.getByRole('tab', { name: 'Quotes 1' })).toBeVisible()
})

test('a careless selection is widened to whole words', async ({ dossier }) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await selectWords(page, 'ould rather close a quay too earl')
  await page.keyboard.press('q')
  await page.getByRole('tab', { name: 'Quotes 1' }).click()
  await expect(ui.quotes(page).first()).toContainText('would rather close a quay too early')
})
