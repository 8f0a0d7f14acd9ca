import { join } from 'node:path'
import { AGENCY, QUAY, TRAFFIC, writeArticles } from './articles.ts'
import { answerDialogs, expect, inBothThemes, test } from './fixtures.ts'
import { caseWithArticles, newCase, ui } from './steps.ts'

test('by the keyboard alone one imports, searches, opens a hit, goes on through all sources, and comes back to the list', async ({
  dossier
}) => {
  const { app, page } = dossier
  const folder = await writeArticles(dossier.folder)
  await newCase(dossier, 'Cracks')
  await answerDialogs(app, { open: [QUAY, AGENCY, TRAFFIC].map(({ file }) => join(folder, file)) })
  await page.keyboard.press('Control+i')
  await expect(ui.sources(page)).toHaveCount(3)

  await page.keyboard.press('Control+Shift+F')
  const field = page.getByRole('searchbox', { name: 'Search everything' })
  await expect(field).toBeFocused()
  await page.keyboard.type('sollen quay')
  const results = page.getByRole('listbox', { name: 'Results' })
  await expect(results.getByRole('option')).toHaveCount(3)
  await expect(page.getByRole('region', { name: 'Search' })).toContainText('3 results in 3 sources')
  await expect(page.getByRole('region', { name: 'Search' })).toContainText('sollen AND quay*')
  await expect(results.getByRole('option').first().locator('.hit-text b').first()).toBeVisible()

  await page.keyboard.press('ArrowDown')
  await expect(results).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const titles = await results.locator('.hit-title').allTextContents()
  await page.keyboard.press('Enter')
  const article = ui.reader(page).getByRole('article')
  await expect(article).toBeFocused()
  await expect(article).toHaveAccessibleName(titles[1]!)
  const painted = (layer: string) => page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), layer)
  await expect.poll(() => painted('hit-now')).toHaveLength(1)
  const all = await painted('hits')
  expect(all.length).toBeGreaterThan(2)
  expect(all.every((words) => /^(?:sollen|quay\w*)$/i.test(words))).toBe(true)
  await expect(results.getByRole('option').nth(1)).toContainText(`1 / ${all.length}`)

  for (let at = 2; at <= all.length; at++) {
    await page.keyboard.press('F3')
    await expect(results.getByRole('option').nth(1)).toContainText(`${at} / ${all.length}`)
  }
  await page.keyboard.press('F3')
  await expect(article).toHaveAccessibleName(titles[2]!)
  await expect(results.getByRole('option').nth(2)).toContainText('1 / ')
  await page.keyboard.press('Shift+F3')
  await expect(article).toHaveAccessibleName(titles[1]!)
  await expect(results.getByRole('option').nth(1)).toContainText(`${all.length} / ${all.length}`)

  await page.keyboard.press('Escape')
  await expect(results).toBeFocused()
  await expect(results.getByRole('option', { selected: true })).toContainText(titles[1]!)
  await page.keyboard.press('Escape')
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(results).toHaveCount(0)
  await expect.poll(() => painted('hits')).toEqual([])
})

test('what is found can be narrowed, and what is not found says what may help', async ({ dossier }) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  const panel = page.getByRole('region', { name: 'Search' })
  const options = page.getByRole('listbox', { name: 'Results' }).getByRole('option')
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('quay')
  await expect(options).toHaveCount(3)
  await panel.getByRole('button', { name: 'Publisher' }).click()
  await page.getByRole('menuitem', { name: QUAY.publisher }).click()
  await expect(options).toHaveCount(1)
  await panel.getByRole('button', { name: 'Publisher' }).click()
  await page.getByRole('menuitem', { name: AGENCY.publisher }).click()
  await expect(options).toHaveCount(2)
  await panel.getByRole('button', { name: `${QUAY.publisher}: don’t narrow to it` }).click()
  await expect(options).toHaveCount(1)
  await expect(options).toContainText(AGENCY.title)
  await inBothThemes(dossier, 'search narrowed')

  await page.getByRole('searchbox', { name: 'Search everything' }).fill('quay zeppelin')
  await expect(panel).toContainText('Nothing in this case fits quay AND zeppelin*.')
  await inBothThemes(dossier, 'search without hits')
  await panel.getByRole('button', { name: 'Don’t narrow it' }).click()
  await panel.getByRole('button', { name: 'Any of these words' }).click()
  await expect(options).toHaveCount(3)

  await page.getByRole('searchbox', { name: 'Search everything' }).fill('')
  await expect(panel).toContainText('What can be written')
  await inBothThemes(dossier, 'search empty')
})
