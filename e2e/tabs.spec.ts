import type { Page } from 'playwright/test'
import { AGENCY, QUAY, TRAFFIC } from './articles.ts'
import { expect, inBothThemes, test } from './fixtures.ts'
import { caseWithArticles, openSource, ui } from './steps.ts'

const tabs = (page: Page) => ui.reader(page).getByRole('tab')
const titles = (page: Page) => ui.reader(page).locator('.source-tab-title').allTextContents()
const article = (page: Page) => ui.reader(page).getByRole('article')
const side = (page: Page, name: 'First' | 'Second') => ui.reader(page).getByRole('group', { name: `${name} source` })

test('open sources have tabs, which keys go through, close and open again, and which come back with the case', async ({
  dossier
}) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await expect(tabs(page)).toHaveCount(0)
  await openSource(page, AGENCY.title)
  await openSource(page, TRAFFIC.title)
  expect(await titles(page)).toEqual([QUAY.title, AGENCY.title, TRAFFIC.title])

  await test.step('from tab to tab, with the focus in the text', async () => {
    await article(page).focus()
    await page.keyboard.press('Control+Tab')
    await expect(article(page)).toHaveAccessibleName(QUAY.title)
    await expect(article(page)).toBeFocused()
    await page.keyboard.press('Control+Shift+Tab')
    await expect(article(page)).toHaveAccessibleName(TRAFFIC.title)
    await expect(tabs(page).nth(2)).toHaveAttribute('aria-selected', 'true')
  })
  await test.step('closed and opened again', async () => {
    await page.keyboard.press('Control+W')
    await expect(article(page)).toHaveAccessibleName(QUAY.title)
    await expect(article(page)).toBeFocused()
    expect(await titles(page)).toEqual([QUAY.title, AGENCY.title])
    await page.keyboard.press('Control+Shift+T')
    await expect(article(page)).toHaveAccessibleName(TRAFFIC.title)
    await expect(tabs(page)).toHaveCount(3)
    await tabs(page).filter({ hasText: AGENCY.title }).click({ button: 'middle' })
    await expect(tabs(page)).toHaveCount(2)
    await expect(article(page)).toHaveAccessibleName(TRAFFIC.title)
  })
  await test.step('along the row', async () => {
    await tabs(page).nth(1).focus()
    await page.keyboard.press('ArrowLeft')
    await expect(tabs(page).first()).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Delete')
    await expect(tabs(page)).toHaveCount(0)
    await expect(article(page)).toBeFocused()
  })
  await test.step('after a restart', async () => {
    await openSource(page, TRAFFIC.title)
    await openSource(page, QUAY.title)
    await expect(tabs(page)).toHaveCount(2)
    const before = await titles(page)
    await dossier.restart()
    await dossier.page.getByRole('button', { name: /^Old quay/ }).click()
    await expect(tabs(dossier.page)).toHaveCount(2)
    expect(await titles(dossier.page)).toEqual(before)
    await expect(article(dossier.page)).toHaveAccessibleName(QUAY.title)
  })
  await test.step('a source that is deleted leaves no tab', async () => {
    await ui.sources(dossier.page).filter({ hasText: TRAFFIC.title }).click()
    await expect(article(dossier.page)).toHaveAccessibleName(TRAFFIC.title)
    await dossier.page.keyboard.press('Delete')
    await expect(tabs(dossier.page)).toHaveCount(0)
    await expect(article(dossier.page)).toHaveAccessibleName(QUAY.title)
  })
})

test('any two sources stand side by side, each with its own cursor and search, and come back so', async ({
  dossier
}) => {
  const { page } = dossier
  await page.setViewportSize({ width: 1920, height: 1080 })
  await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await ui.sources(page).filter({ hasText: AGENCY.title }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Open S\d beside/ }).click()
  const [first, second] = [side(page, 'First'), side(page, 'Second')]
  await expect(first.getByRole('article')).toHaveAccessibleName(QUAY.title)
  await expect(second.getByRole('article')).toHaveAccessibleName(AGENCY.title)
  await inBothThemes(dossier, 'two sources')

  await test.step('one goes between them by F6, and each has its own cursor', async () => {
    await first.getByRole('article').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('F6')
    await expect(second.getByRole('article')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.evaluate(() => [...(CSS.highlights.get('cursor') ?? [])].length)).toBe(2)
    await page.keyboard.press('q')
    await expect(second.locator('mark')).toHaveCount(1)
    await expect(first.locator('mark')).toHaveCount(0)
  })
  await test.step('words are looked for where one is', async () => {
    await page.keyboard.press('Control+F')
    await page.keyboard.type('port')
    await expect(second.getByRole('search')).toContainText(/of \d/)
    await expect(first.getByRole('search')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(second.getByRole('article')).toBeFocused()
  })
  await test.step('a click goes to the side where it is', async () => {
    await first.getByText(QUAY.paragraphs[2]).click()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('q')
    await expect(first.locator('mark')).toHaveCount(1)
    await expect(second.locator('mark')).toHaveCount(1)
    await second.getByText(AGENCY.paragraphs[3]).click()
  })
  await test.step('the library opens into the side where one was', async () => {
    await openSourceAt(page, TRAFFIC.title)
    await expect(second.getByRole('article')).toHaveAccessibleName(TRAFFIC.title)
    await expect(first.getByRole('article')).toHaveAccessibleName(QUAY.title)
  })
  await test.step('the line between them is moved by the mouse and by keys', async () => {
    const line = page.getByRole('separator', { name: 'Size of the first source' })
    await expect(line).toHaveAttribute('aria-valuenow', '50')
    const box = (await line.boundingBox())!
    await page.mouse.move(box.x, box.y + 200)
    await page.mouse.down()
    await page.mouse.move(box.x + 90, box.y + 200, { steps: 5 })
    await page.mouse.up()
    const dragged = Number(await line.getAttribute('aria-valuenow'))
    expect(dragged).toBeGreaterThan(52)
    await line.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => Number(await line.getAttribute('aria-valuenow'))).toBeGreaterThan(dragged)
    await inBothThemes(dossier, 'two sources, one wider')
  })
  await test.step('after a restart both are there', async () => {
    await dossier.restart()
    await dossier.page.setViewportSize({ width: 1920, height: 1080 })
    await dossier.page.getByRole('button', { name: /^Old quay/ }).click()
    await expect(side(dossier.page, 'Second').getByRole('article')).toHaveAccessibleName(TRAFFIC.title)
    await expect(side(dossier.page, 'First').getByRole('article')).toHaveAccessibleName(QUAY.title)
    const line = dossier.page.getByRole('separator', { name: 'Size of the first source' })
    await expect.poll(async () => Number(await line.getAttribute('aria-valuenow'))).toBeGreaterThan(52)
  })
  await test.step('by a key one stands alone again', async () => {
    await side(dossier.page, 'Second').getByRole('article').focus()
    await dossier.page.keyboard.press('Control+Alt+B')
    await expect(article(dossier.page)).toHaveCount(1)
    await expect(article(dossier.page)).toHaveAccessibleName(TRAFFIC.title)
    await expect(article(dossier.page)).toBeFocused()
    await dossier.page.keyboard.press('Control+Alt+B')
    await expect(article(dossier.page)).toHaveCount(2)
  })
  await test.step('where there is little room they stand above one another', async () => {
    await dossier.page.setViewportSize({ width: 1280, height: 800 })
    await inBothThemes(dossier, 'two sources one above the other')
  })
})

async function openSourceAt(page: Page, title: string): Promise<void> {
  await page.getByRole('tab', { name: /^Sources/ }).click()
  await ui.library(page).getByRole('option', { name: title }).click()
}
