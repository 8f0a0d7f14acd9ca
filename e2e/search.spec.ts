import { join } from 'node:path'
import { AGENCY, QUAY, TRAFFIC, writeArticles } from './articles.ts'
import { answerDialogs, expect, inBothThemes, test } from './fixtures.ts'
import { caseWithArticles, newBrief, newCase, openSource, quoteWords, toSection, ui } from './steps.ts'

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

  // Who goes back while the next text is still being opened stays at the list.
  await page.keyboard.press('Enter')
  await expect(article).toBeFocused()
  for (let at = 1; at < all.length; at++) {
    await page.keyboard.press('F3')
    await expect(results.getByRole('option').nth(1)).toContainText(`${at + 1} / ${all.length}`)
  }
  await Promise.all([page.keyboard.press('F3'), page.keyboard.press('Escape')])
  await expect(results).toBeFocused()
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
  await expect(results).toBeFocused()
  await results.getByRole('option').nth(1).click()
  await expect(article).toBeFocused()
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

test('searches are saved, a list of names is counted, and a statement finds what may support it', async ({
  dossier
}) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  const panel = page.getByRole('region', { name: 'Search' })
  const field = page.getByRole('searchbox', { name: 'Search everything' })
  const options = page.getByRole('listbox', { name: 'Results' }).getByRole('option')
  await openSource(page, QUAY.title)
  await quoteWords(page, 'found cracks in three of its nine pillars')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('nine pillars')
  await ui.dialog(page).getByRole('option', { name: 'Search everything for “nine pillars”' }).click()
  await expect(panel).toContainText('2 results in 1 source')
  await expect(options.last()).toContainText('Quote Q1')
  await panel.getByRole('button', { name: 'Save…' }).click()
  await ui.dialog(page).getByRole('textbox', { name: 'Name' }).fill('The pillars')
  await page.keyboard.press('Enter')
  await expect(ui.dialog(page)).toHaveCount(0)
  await field.fill('')
  await panel.getByRole('button', { name: 'The pillars', exact: false }).first().click()
  await expect(field).toHaveValue('nine pillars')
  await expect(options).toHaveCount(2)

  await field.fill('')
  await panel.getByRole('button', { name: 'A list of names…' }).click()
  await ui
    .dialog(page)
    .getByRole('textbox', { name: /^Names/ })
    .fill('Vestad News Agency\nSollen\nZeppelin')
  await ui.dialog(page).getByRole('button', { name: 'Count' }).click()
  await expect(ui.dialog(page).getByRole('row', { name: /^Zeppelin/ })).toContainText('0')
  await inBothThemes(dossier, 'list of names')
  await ui
    .dialog(page)
    .getByRole('button', { name: /^1, Vestad News Agency: search/ })
    .click()
  await expect(field).toHaveValue('"Vestad News Agency" in:sources')
  await expect(options).toHaveCount(1)

  await newBrief(page, 'Who knew')
  await toSection(page, 'Key judgements')
  await page.keyboard.type('Three of the pillars have cracks')
  await page.keyboard.press('Control+Alt+s')
  await expect(panel).toContainText('Enter on a quote cites it')
  const quote = options.filter({ hasText: 'Quote Q1' })
  await expect(quote).toHaveCount(1)
  await quote.click()
  await expect(ui.text(page).locator('p').filter({ hasText: 'Three of the pillars have cracks' })).toContainText('1')
})

test('where there is no room for the list beside the text, Esc still comes back to it', async ({ dossier }) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  await page.setViewportSize({ width: 640, height: 400 })
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('quay')
  const results = page.getByRole('listbox', { name: 'Results' })
  await expect(results.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(results).toBeFocused()
  const title = await results.locator('.hit-title').first().textContent()
  await page.keyboard.press('Enter')
  const article = ui.reader(page).getByRole('article')
  await expect(article).toBeFocused()
  await expect(article).toHaveAccessibleName(title!)
  await expect(results).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(results).toBeFocused()
  await expect(results.getByRole('option', { selected: true })).toContainText(title!)
})
