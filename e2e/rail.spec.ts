import type { Locator, Page } from 'playwright/test'
import { AGENCY, QUAY } from './articles.ts'
import { command, expect, inBothThemes, test } from './fixtures.ts'
import {
  caseWithArticles,
  newBrief,
  NOTED,
  openSource,
  quoteWords,
  selectWords,
  toSection,
  ui,
  untilSaved
} from './steps.ts'

const evidence = (page: Page): Locator => page.getByRole('region', { name: 'Evidence' })
const list = (page: Page): Locator => evidence(page).getByRole('listbox', { name: 'Evidence' })
const cards = (page: Page): Locator => list(page).getByRole('option')
const WRITTEN = 'I put the number in writing'

test('quotes go from the evidence into the brief by keys and by dragging, and lead back', async ({ dossier }) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await quoteWords(page, NOTED)
  await openSource(page, AGENCY.title)
  await quoteWords(page, WRITTEN)
  await newBrief(page, 'Closing of the quay')
  await toSection(page, 'Facts')
  await page.keyboard.type('The office knew.')

  await test.step('by keys alone: a citation, then a quote block', async () => {
    await page.keyboard.press('Control+Alt+e')
    await expect(list(page)).toBeFocused()
    await expect(cards(page)).toHaveText([new RegExp(WRITTEN), new RegExp(NOTED)])
    await page.keyboard.press('Enter')
    await expect(ui.text(page).locator('.statement .citation')).toHaveCount(1)
    await expect(list(page)).toBeFocused()
    await expect(cards(page).first()).toContainText('Used here')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Enter')
    await expect(ui.text(page).locator('.quote-words')).toHaveText([NOTED])
    await expect(cards(page).nth(1)).toContainText('Used here')
    await untilSaved(page)
  })

  await test.step('narrowed to what isn’t used, which then is nothing', async () => {
    await evidence(page).getByRole('radio', { name: 'Not used' }).click()
    await expect(cards(page)).toHaveCount(0)
    await evidence(page).getByRole('radio', { name: 'Used here' }).click()
    await expect(cards(page)).toHaveCount(2)
    await evidence(page).getByRole('searchbox', { name: 'Filter the evidence' }).fill('writing')
    await expect(cards(page)).toHaveCount(1)
    await evidence(page).getByRole('button', { name: 'Narrow by tag, speaker, source, date, state' }).click()
    await expect(page.getByRole('dialog', { name: 'Narrow by tag, speaker, source, date, state' })).toBeVisible()
    await inBothThemes(dossier, 'evidence narrowed')
    await page.keyboard.press('Escape')
    await evidence(page).getByRole('searchbox', { name: 'Filter the evidence' }).press('Escape')
    await expect(cards(page)).toHaveCount(2)
  })

  await test.step('by dragging: onto a statement, and between blocks', async () => {
    const statement = ui.text(page).locator('.statement').filter({ hasText: 'The office knew' })
    await cards(page).nth(1).dragTo(statement)
    await expect(statement.locator('.citation')).toHaveCount(2)
    const heading = ui.text(page).getByRole('heading', { name: 'Gaps' })
    await cards(page).first().dragTo(heading)
    await expect(ui.text(page).locator('.quote-words')).toHaveText([NOTED, WRITTEN])
    await expect(cards(page).first()).toContainText('Used here 2 times')
    await untilSaved(page)
    await inBothThemes(dossier, 'evidence')
  })

  await test.step('where a card is used, one goes there', async () => {
    await list(page).focus()
    await page.keyboard.press('Home')
    await evidence(page).getByRole('button', { name: 'Used in' }).click()
    await page.getByRole('menuitem', { name: /The office knew/ }).click()
    await expect(ui.text(page)).toBeFocused()
    await ui.reader(page).locator('mark').first().focus()
    await page.keyboard.press('Enter')
    const card = page.getByRole('dialog', { name: /^Quote Q/ })
    await expect(card.getByRole('button', { name: /Closing of the quay, Facts/ })).toBeVisible()
    await inBothThemes(dossier, 'quote card')
    await card.getByRole('button', { name: /Closing of the quay, Gaps/ }).click()
    await expect(ui.text(page)).toBeFocused()
  })

  await test.step('a quote that is deleted says where it is used, and comes back', async () => {
    await page.getByRole('tab', { name: /^Quotes/ }).click()
    await ui.quotes(page).filter({ hasText: NOTED }).click()
    await page.getByRole('listbox', { name: 'Quotes' }).press('Delete')
    await expect(page.getByText(/Quote Q1 was deleted. It’s used in “Closing of the quay” \(Facts\)/)).toBeVisible()
    await expect(cards(page)).toHaveCount(1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(cards(page)).toHaveCount(2)
  })

  await test.step('it is open again, as wide as it was left', async () => {
    const line = page.getByRole('separator', { name: 'Width of the brief' })
    await line.focus()
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft')
    const wide = (await evidence(page).boundingBox())!.width
    await dossier.restart()
    await dossier.page
      .getByRole('button', { name: /^Old quay/ })
      .first()
      .click()
    await expect(cards(dossier.page)).toHaveCount(2)
    await expect.poll(async () => Math.abs((await evidence(dossier.page).boundingBox())!.width - wide)).toBeLessThan(3)
    await command(dossier.app, 'evidence')
    await expect(list(dossier.page)).toBeFocused()
    await command(dossier.app, 'evidence')
    await expect(evidence(dossier.page)).toHaveCount(0)
    await expect(ui.text(dossier.page)).toBeFocused()
  })
})

test('a mark is among the evidence, and becomes a quote when it is used', async ({ dossier }) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await selectWords(page, NOTED)
  await page.keyboard.press('m')
  await newBrief(page, 'Closing of the quay')
  await toSection(page, 'Facts')
  await page.keyboard.type('The office knew.')
  await page.keyboard.press('Control+Alt+e')
  await expect(cards(page)).toHaveText([/Mark.*Not used/])
  await expect(list(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(ui.text(page).locator('.statement .citation')).toHaveCount(1)
  await expect(cards(page)).toHaveText([/Q1.*Used here/])
})
