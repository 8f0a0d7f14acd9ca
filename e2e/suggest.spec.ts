import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, inBothThemes, test, type Dossier } from './fixtures.ts'
import { importByMenu, newCase, openSource, ui } from './steps.ts'

const TITLE = 'Brantholm ferry held back for nine days'
const ARTICLE = `Northern Courier, 12 May 2031

${TITLE}

Orla Venn runs the harbour of Brantholm on the Arden River.

“The ferry was late, and nobody told us why,” Ms. Venn told the Sollen News Agency on Monday.

The board called its memo “a regrettable mistake”, and Piet Maron of Arden Lines Ltd agreed.

“We will not wait again,” said Maron.
`
const FIRST = 'The ferry was late, and nobody told us why'
const SECOND = 'a regrettable mistake'
const THIRD = 'We will not wait again'

async function caseWithSuggestions(dossier: Dossier): Promise<void> {
  const folder = join(dossier.folder, 'articles')
  await mkdir(folder)
  await writeFile(join(folder, 'ferry.txt'), ARTICLE)
  await newCase(dossier, 'Ferry')
  await importByMenu(dossier, 'Folder…', [folder])
  await openSource(dossier.page, TITLE)
  await expect.poll(() => painted(dossier.page, 'suggested')).toBe(3)
}

/** How many passages of the open source are underlined in a way. */
const painted = (page: Page, layer: string): Promise<number> =>
  page.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, layer)

test('suggested quotes are accepted and declined by keys, and taken back', async ({ dossier }) => {
  const { page } = dossier
  await caseWithSuggestions(dossier)
  const reader = ui.reader(page)
  const text = reader.getByRole('article')
  const bar = reader.getByRole('toolbar', { name: 'Suggested quote' })
  await text.focus()
  await page.keyboard.press('Tab')
  await expect(bar).toContainText('Orla Venn')
  await expect(bar).toContainText('Sollen News Agency')
  await inBothThemes(dossier, 'reader suggestion')

  await page.keyboard.press('Enter')
  await expect(reader.locator('mark')).toHaveText([FIRST])
  await expect(bar).toContainText('The board')
  await page.keyboard.press('Delete')
  await expect(bar).toContainText('Piet Maron')
  await page.keyboard.press('Enter')
  await expect(reader.locator('mark')).toHaveText([FIRST, THIRD])
  await expect(bar).toHaveCount(0)

  await page.getByRole('tab', { name: 'Quotes 2' }).click()
  await expect(ui.quotes(page).filter({ hasText: FIRST })).toContainText('Orla Venn')

  // Undone in turn: the quote, then the refusal, which brings the suggestion back.
  await text.focus()
  await page.keyboard.press('Control+z')
  await expect(reader.locator('mark')).toHaveText([FIRST])
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('refusal of a suggestion of S1')
  await text.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(bar).toContainText('The board')
  await page.keyboard.press('Tab')
  await expect(bar).toContainText('Piet Maron')
  // Behind the last one Tab goes on.
  await page.keyboard.press('Tab')
  await expect(bar).toHaveCount(0)
  await expect(text).not.toBeFocused()
})

test('all suggested quotes of a source are looked through, and quoted at once', async ({ dossier }) => {
  const { page } = dossier
  await caseWithSuggestions(dossier)
  const reader = ui.reader(page)
  await reader.getByRole('article').focus()
  await page.keyboard.press('Tab')
  await reader.getByRole('button', { name: 'All…' }).click()
  const dialog = ui.dialog(page)
  for (const words of [FIRST, SECOND, THIRD]) {
    const box = dialog.getByRole('checkbox', { name: words })
    if (!(await box.isChecked())) await dialog.getByText(words).click()
    await expect(box).toBeChecked()
  }
  await inBothThemes(dossier, 'suggestions dialog')
  await dialog.getByRole('button', { name: 'Quote 3 of 3' }).click()
  await expect(reader.locator('mark')).toHaveText([FIRST, SECOND, THIRD])
  await page.keyboard.press('Control+z')
  await expect(reader.locator('mark')).toHaveCount(0)
})

test('names are underlined when asked for, and each tells its rule', async ({ dossier }) => {
  const { page } = dossier
  await caseWithSuggestions(dossier)
  const kinds = () => Promise.all(['person', 'organisation', 'place'].map((kind) => painted(page, kind)))
  expect(await kinds()).toEqual([0, 0, 0])
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Underline names')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await kinds()).every((count) => count > 0)).toBe(true)
  await ui
    .reader(page)
    .getByText('Orla Venn runs')
    .hover({ position: { x: 20, y: 8 } })
  await expect(page.getByRole('tooltip')).toContainText('Orla Venn Person, because it begins with a given name.')
})

test('dates are underlined when asked for, and each tells its rule, by keyboard too', async ({ dossier }) => {
  const { page } = dossier
  await caseWithSuggestions(dossier)
  expect(await painted(page, 'date')).toBe(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Underline dates')
  await page.keyboard.press('Enter')
  await expect.poll(() => painted(page, 'date')).toBeGreaterThan(0)
  const reader = ui.reader(page)
  await reader.getByRole('article').focus()
  await page.keyboard.press('Control+Home')
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(reader.locator('.name-tip')).toContainText('the nearest such weekday', { timeout: 200 })
  }).toPass({ intervals: [10] })
})
